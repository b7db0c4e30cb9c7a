/* window.h - what the window of a correlation holds in one channel, as it moves along the signal.
 *
 * A sample is a number; NaN where it is missing; or infinite where it is unusable, which a NaN
 * that is not to be omitted is too. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef WINDOW_H
#define WINDOW_H

#include "moments.h"

#include <stdbool.h>

/* Of a centred sample, so that squares and their sums do not overflow. */
#define WINDOW_LARGEST 0x1p400

struct window {
    struct centre centre; /* applied to every sample */
    size_t present;       /* samples that are not missing, */
    size_t unusable;      /* those of them that are not finite, */
    size_t beyond;        /* and those too large for their squares to be summed */
    double last;          /* the newest of those present, */
    size_t same;          /* and how many of the newest in a row are equal to it */
    struct sums sums;     /* of the others */
    double largest;       /* sum of squares since they were summed anew */
};

/* An empty window. */
void window_open(struct window *, struct centre);

/* A sample enters the window. */
void window_enter(struct window *, double x);

/* The oldest sample leaves it. */
void window_leave(struct window *, double x);

/* Whether so little is left of large samples that the rounding errors of their sums may count. */
bool window_is_worn(const struct window *);

/* Sum anew x[0], x[step], ..., x[(count - 1) step], which are the window. A large sample stays for
 * a whole window, so that this costs no more than the frames do, on average. */
void window_renew(struct window *, const double *x, size_t count, size_t step);

/* The moments of the present samples, centred. The count is infinite if one of them is unusable.
 * The spread is 0 if all are equal, and only then; NaN if it is not known: rounding has taken it,
 * or a sample is too large. */
struct moments window_moments(const struct window *);

#endif

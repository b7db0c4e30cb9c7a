/* integer.h - which data are integers, and when their result can be exact.
 *
 * Integers here are doubles without a fraction and of magnitude at most 2^53, so that neighbouring
 * integers are distinct. An output channel is integer in a block when all taps and all finite
 * samples on its paths are. With |.| the 2-norm, there are two bounds:
 *
 *     sum over its paths of  max|x| * sum|h|  < 2^53
 *
 * makes every partial sum of the direct sum exact, and
 *
 *     (12 log2 L + 2 + paths) 2^-53 * sum over its paths of |x||h|  < 1/2
 *
 * makes the integer nearest to a result by transforms of length L the exact one. For one path this
 * is the bound of C. Percival, "Rapid multiplication modulo the sum and difference of highly
 * composite numbers", Math. Comp. 72, 2003; each further path adds one rounding. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef INTEGER_H
#define INTEGER_H

#include "system.h"

#include <stdbool.h>

/* Of samples or taps; all infinite if one of them is not an integer. */
struct measure {
    double most, sum, norm; /* largest |x|, sum|x|, 2-norm */
};

/* Of an output channel in a block; all infinite if it is not integer. */
struct bounds {
    double most; /* largest |x| */
    double sum;  /* over paths, of max|x| * sum|h| */
    double norm; /* over paths, of |x||h| */
};

struct integer {
    const struct system *system;
    struct measure *column; /* column[columns], of the taps */
    double sum;             /* the largest of their sums; infinite if one is not all integers */
    bool any;               /* whether any column is all integers */
};

/* A factor that covers the rounding errors of the norms themselves. */
extern const double INTEGER_MARGIN;

/* The system stays borrowed. Never fails. */
void integer_open(struct integer *, const struct system *);
void integer_close(struct integer *);

/* The bounds of a block x[ins][samples]; channel[ins] gets the measures of x. Non-finite samples
 * count as 0. Returns whether any output channel is integer. If none is, this is found out
 * quickly, and the bounds are undefined. */
bool integer_bounds(const struct integer *, const double *const *x, size_t samples,
                    struct measure *channel, struct bounds *bounds);

/* Whether all taps are integers, x[ins][samples] begins with integers, and the samples are so
 * small that the first bound holds for every output that is integer at all. This takes less time
 * than the bounds. */
bool integer_all_small(const struct integer *, const double *const *x, size_t samples);

/* The limit of the sum over paths of |x||h| below which results by transforms of `length` real
 * samples can be rounded to the exact integers. */
double integer_most_norm(const struct system *, size_t length);

/* Round y[frames] to the nearest integers, with +0 for -0. */
void integer_round(double *y, size_t frames);

#endif

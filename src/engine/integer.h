/* integer.h - what is integer, and when a result can be exact.
 *
 * Integers here are doubles without a fraction and of at most 2^53 in size, so that each is
 * distinct from its neighbours. An output channel is integer in a block when all taps and all
 * finite samples on its paths are. Then
 *
 *     sum over its paths of  max|x| * sum|h|  < 2^53      makes every partial sum of the direct sum
 * exact; (12 log2 L + 2 + paths) 2^-53 * sum over its paths of |x||h|  < 1/2 makes the nearest
 * integer of a result by transforms of length L the exact one, |.| being the 2-norm: for one path
 *                                                         the bound of C. Percival, "Rapid
 * multiplication modulo the sum and difference of highly composite numbers", Math. Comp. 72, 2003;
 * a further path adds one rounding. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef INTEGER_H
#define INTEGER_H

#include "system.h"

#include <stdbool.h>

/* Of samples or taps; all infinite where one of them is no integer. */
struct measure {
    double most, sum, norm; /* largest |x|, sum|x|, 2-norm */
};

/* Of an output channel in a block; all infinite where it is not integer. */
struct bounds {
    double most; /* largest |x| */
    double sum;  /* over paths, of max|x| * sum|h| */
    double norm; /* over paths, of |x||h| */
};

struct integer {
    const struct system *system;
    struct measure *column; /* column[columns], of the taps */
    bool any;               /* whether any column is all integers */
};

/* Above what the rounding errors of the norms themselves amount to. */
extern const double INTEGER_MARGIN;

/* The system stays borrowed. Never fails. */
void integer_open(struct integer *, const struct system *);
void integer_close(struct integer *);

/* The bounds of a block, x[ins][samples], by way of channel[ins]; what is not finite counts as 0.
 * Returns whether any output is integer; finding that none is costs next to nothing, and leaves the
 * bounds undefined. */
bool integer_bounds(const struct integer *, const double *const *x, size_t samples,
                    struct measure *channel, struct bounds *bounds);

/* The sum over paths of |x||h| must be less than this for transforms of `length` real samples to be
 * rounded. */
double integer_most_norm(const struct system *, size_t length);

/* y[frames] to the nearest integers, without -0. */
void integer_round(double *y, size_t frames);

#endif

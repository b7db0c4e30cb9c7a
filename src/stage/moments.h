/* moments.h - sums of numbers and of their squares, in pairs of doubles, so that they can run along
 * a signal: what is added can be taken away again. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef MOMENTS_H
#define MOMENTS_H

#include "pair.h"

#include <stddef.h>

struct sums {
    struct pair sum, squares;
};

struct moments {
    double count, sum, squares;
    double spread; /* the sum of squares about the mean */
};

/* Add sign * x and sign * x^2; sign is 1 or -1. */
static inline void sums_add(struct sums *s, double x, double sign)
{
    struct pair square = pair_product(x, x);

    s->sum = pair_add(s->sum, (struct pair){sign * x, 0});
    s->squares = pair_add(s->squares, (struct pair){sign * square.high, sign * square.low});
}

/* a - b. */
static inline struct sums sums_between(const struct sums *a, const struct sums *b)
{
    return (struct sums){pair_add(a->sum, pair_negate(b->sum)),
                         pair_add(a->squares, pair_negate(b->squares))};
}

/* Of the numbers that were added. The spread has an error of about 2^-100 of the largest sum of
 * squares there was; it may be negative. */
static inline struct moments sums_moments(const struct sums *s, double count)
{
    struct pair squares = pair_times(s->squares, count), square = pair_multiply(s->sum, s->sum);
    double spread = pair_add(squares, pair_negate(square)).high / count;

    return (struct moments){count, s->sum.high, s->squares.high, spread};
}

/* Of the finite numbers among x[0], x[step], ..., x[(count - 1) step] the one that is nearest to
 * their mean; 0 if there is none. Take it from all of them, and little is left: differences from
 * its like are exact, and one that is far from all others is not chosen. */
double mean_nearest(const double *x, size_t count, size_t step);

#endif

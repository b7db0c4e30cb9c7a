/* moments.h - sums of numbers and of their squares, in pairs of doubles, so that they can run
 * along a signal: what is added can be taken away again. The numbers are brought near 1 and about
 * 0 before, so that the squares neither overflow nor vanish, and little of a mean is among
 * them. */
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

/* a + b. */
static inline struct sums sums_total(const struct sums *a, const struct sums *b)
{
    return (struct sums){pair_add(a->sum, b->sum), pair_add(a->squares, b->squares)};
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

/* What brings numbers near 1 and about 0: x becomes x * factor - shift. */
struct centre {
    double factor; /* a power of two, 2^-1000 to 2^1000 */
    double shift;
};

static inline double centre_apply(struct centre c, double x)
{
    return x * c.factor - c.shift;
}

/* For the finite numbers among x[0], x[step], ..., x[(count - 1) step]. The factor brings the
 * largest near 1. The shift is the one of them that is nearest to their mean, scaled; 0 if there
 * is none: differences from its like are exact, and one that is far from all others is not
 * chosen. */
struct centre centre_of(const double *x, size_t count, size_t step);

#endif

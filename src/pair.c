/* pair.c - pairs of doubles (see pair.h): what is not done often enough to stand in line. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "pair.h"

#include <math.h>

struct pair pair_quotient(double a, double b)
{
    int exponent_a, exponent_b;
    struct pair x = {frexp(a, &exponent_a), 0}, y = {frexp(b, &exponent_b), 0};
    return pair_scale(pair_divide(x, y), exponent_a - exponent_b);
}

struct pair pair_power(double x, int n, int *exponent)
{
    double mantissa = frexp(x, exponent);
    struct pair power = {1, 0};

    for (int k = 0; k < n; k++)
        power = pair_times(power, mantissa);
    *exponent *= n;
    return power;
}

struct pair pair_scale(struct pair x, int exponent)
{
    return (struct pair){ldexp(x.high, exponent), ldexp(x.low, exponent)};
}

/* The high part is the nearest of normal doubles. A subnormal one has fewer bits: then the low
 * part decides on which side of the middle between two of them x lies, if the high part alone
 * lies just there. */
double pair_round(struct pair x, int exponent)
{
    double nearest = ldexp(x.high, exponent), rest = x.high - ldexp(nearest, -exponent);
    double half = ldexp(1, -1075 - exponent);

    if (fabs(rest) == half && (rest > 0 ? x.low > 0 : rest < 0 && x.low < 0))
        return nextafter(nearest, rest > 0 ? INFINITY : -INFINITY);
    return nearest;
}

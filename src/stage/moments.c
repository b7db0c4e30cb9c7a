/* moments.c - what brings numbers near 1 and about 0. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "moments.h"

#include <math.h>

/* The power of two that brings the largest finite number near 1, or as near as doubles allow. */
static double factor_of(const double *x, size_t count, size_t step)
{
    double largest = 0;
    int exponent;

    for (size_t i = 0; i < count; i++)
        largest = isfinite(x[i * step]) ? fmax(largest, fabs(x[i * step])) : largest;
    frexp(largest, &exponent);
    return ldexp(1, exponent > 1000 ? -1000 : exponent < -1000 ? 1000 : -exponent);
}

struct centre centre_of(const double *x, size_t count, size_t step)
{
    struct centre c = {factor_of(x, count, step), 0};
    double mean = 0, n = 0, least = INFINITY;

    for (size_t i = 0; i < count; i++) {
        n += isfinite(x[i * step]);
        mean += isfinite(x[i * step]) ? x[i * step] * c.factor : 0;
    }
    mean /= n;
    for (size_t i = 0; i < count; i++) {
        double scaled = x[i * step] * c.factor, distance = fabs(scaled - mean);
        if (isfinite(x[i * step]) && distance < least) {
            c.shift = scaled;
            least = distance;
        }
    }
    return c;
}

/* pearson.c - Pearson's coefficient of correlation.
 *
 * In two passes: the means, then the sums of squares and products about them, corrected for what
 * the means lack (T. F. Chan, G. H. Golub and R. J. LeVeque, "Algorithms for computing the sample
 * variance", The American Statistician 37, 1983). Numbers that are near their mean lose nothing,
 * however large it is. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "pearson.h"

#include <math.h>
#include <stdbool.h>

enum {
    CHUNK = 128, /* numbers summed at a time, so that rounding errors do not gather */
    SQUARED = 400, /* squares of numbers beyond 2^400, or below 2^-400, are not relied on */
};

static double mean_of(const double *x, size_t count)
{
    double sum = 0;

    for (size_t begin = 0; begin < count; begin += CHUNK) {
        size_t end = begin + CHUNK < count ? begin + CHUNK : count;
        double part = 0;
        for (size_t i = begin; i < end; i++)
            part += x[i];
        sum += part;
    }
    return sum / (double)count;
}

/* Take the mean from x[count], which may also be scaled. Returns false if all are equal. */
static bool centre(double *x, size_t count)
{
    double least = x[0], most = x[0];
    int exponent;

    for (size_t i = 1; i < count; i++) {
        least = x[i] < least ? x[i] : least;
        most = x[i] > most ? x[i] : most;
    }
    if (least == most)
        return false;
    frexp(fmax(fabs(least), fabs(most)), &exponent);
    if (exponent > SQUARED || exponent < -SQUARED)
        for (size_t i = 0; i < count; i++)
            x[i] = ldexp(x[i], -exponent);
    double mean = mean_of(x, count);
    for (size_t i = 0; i < count; i++)
        x[i] -= mean;
    return true;
}

double pearson(double *u, double *v, size_t count)
{
    double n = (double)count, su = 0, sv = 0, uu = 0, vv = 0, uv = 0;

    if (!centre(u, count) || !centre(v, count))
        return NAN;
    for (size_t begin = 0; begin < count; begin += CHUNK) {
        size_t end = begin + CHUNK < count ? begin + CHUNK : count;
        double a = 0, b = 0, aa = 0, bb = 0, ab = 0;
        for (size_t i = begin; i < end; i++) {
            a += u[i];
            b += v[i];
            aa += u[i] * u[i];
            bb += v[i] * v[i];
            ab += u[i] * v[i];
        }
        su += a, sv += b, uu += aa, vv += bb, uv += ab;
    }
    return (uv - su * sv / n) / (sqrt(uu - su * su / n) * sqrt(vv - sv * sv / n));
}

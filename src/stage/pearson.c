/* pearson.c - Pearson's coefficient of correlation.
 *
 * In two passes: the means, then the sums of squares and products about them, corrected for what
 * the means lack (T. F. Chan, G. H. Golub and R. J. LeVeque, "Algorithms for computing the sample
 * variance", The American Statistician 37, 1983). Numbers that are near their mean lose nothing,
 * however large it is. Where the coefficient of few numbers is near 1 or -1, all sums are in
 * pairs, and it is rounded once: what is collinear, up to the rounding of its numbers, has just
 * that. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "pearson.h"

#include "pair.h"

#include <math.h>
#include <stdbool.h>

enum {
    CHUNK = 128,  /* numbers summed at a time, so that rounding errors do not gather */
    SCALED = 100, /* numbers beyond 2^100, or below 2^-100, are scaled: squares are multiplied */
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

/* Scale x[count] where its squares may be too large or small. Returns false if all are equal. */
static bool scale(double *x, size_t count)
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
    if (exponent > SCALED || exponent < -SCALED)
        for (size_t i = 0; i < count; i++)
            x[i] = ldexp(x[i], -exponent);
    return true;
}

static double in_doubles(const double *u, const double *v, size_t count)
{
    double n = (double)count, mu = mean_of(u, count), mv = mean_of(v, count);
    double su = 0, sv = 0, uu = 0, vv = 0, uv = 0;

    for (size_t begin = 0; begin < count; begin += CHUNK) {
        size_t end = begin + CHUNK < count ? begin + CHUNK : count;
        double sa = 0, sb = 0, aa = 0, bb = 0, ab = 0;
        for (size_t i = begin; i < end; i++) {
            double a = u[i] - mu, b = v[i] - mv;
            sa += a;
            sb += b;
            aa += a * a;
            bb += b * b;
            ab += a * b;
        }
        su += sa, sv += sb, uu += aa, vv += bb, uv += ab;
    }
    return (uv - su * sv / n) / (sqrt(uu - su * su / n) * sqrt(vv - sv * sv / n));
}

static struct pair mean_in_pairs(const double *x, size_t count)
{
    struct pair sum = {0};

    for (size_t i = 0; i < count; i++)
        sum = pair_add(sum, (struct pair){x[i], 0});
    return pair_divide(sum, (struct pair){(double)count, 0});
}

static struct pair root_of(struct pair x)
{
    double root = sqrt(x.high);

    return pair_ordered(root,
                        pair_add(x, pair_negate(pair_product(root, root))).high / (2 * root));
}

static double in_pairs(const double *u, const double *v, size_t count)
{
    struct pair mu = pair_negate(mean_in_pairs(u, count)), uu = {0}, uv = {0};
    struct pair mv = pair_negate(mean_in_pairs(v, count)), vv = {0};

    for (size_t i = 0; i < count; i++) {
        struct pair a = pair_add(mu, (struct pair){u[i], 0});
        struct pair b = pair_add(mv, (struct pair){v[i], 0});
        uu = pair_add(uu, pair_multiply(a, a));
        vv = pair_add(vv, pair_multiply(b, b));
        uv = pair_add(uv, pair_multiply(a, b));
    }
    return pair_divide(uv, root_of(pair_multiply(uu, vv))).high;
}

double pearson(double *u, double *v, size_t count)
{
    if (!scale(u, count) || !scale(v, count))
        return NAN;
    double r = in_doubles(u, v, count);
    if (pearson_is_near(r, count))
        r = in_pairs(u, v, count);
    return r > 1 ? 1 : r < -1 ? -1 : r;
}

/* response_axes.c - finds the peak of a frequency response of several axes.
 *
 * The taps are laid out in rows of P[a] places along each axis a, P[a] a power of two and at least
 * DENSE times the taps there. H of these rows laid end to end, at the frequencies (k + 1/2) / L, L
 * the product of all P, is that of the array at f[a] = (k + 1/2) S[a] / L, S[a] the product of the
 * P after a: a lattice of all frequencies, whose points lie 1 / P[a] apart along axis a, each next
 * point of which is S'[a] k further, S'[a] the product of the P before a.
 *
 * From a peak to the nearest point |H| falls to no less than cos(pi sum (M[a] - 1) / (2 P[a])) of
 * it (R. Duffin and A. C. Schaeffer, Transactions of the AMS 44, 1938). Of points that are this
 * large, those with no larger neighbour whose parabolas may reach the largest |H| are climbed from
 * (ascent.h), the highest of them. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "response.h"
#include "ascent.h"
#include "engine/transform/transform.h"

#include "pair.h"
#include "util.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

enum {
    DENSE = 4,   /* points for a tap, along each axis */
    CLIMBS = 64, /* peaks that are looked at, the highest points first */
};

static const double NOISE = 1 + 0x1p-47; /* exceeding a peak by no more than this is rounding */

/* The taps in rows of `points`, and the spectrum of these rows laid end to end. */
struct lattice {
    const struct taps *taps;
    size_t points[MOST_AXES], length;
    struct transform *transform;
    double *z;
};

static void open_lattice(struct lattice *l, const struct taps *t, struct pool *pool)
{
    size_t stride[MOST_AXES], span = 1;

    *l = (struct lattice){.taps = t, .length = 1};
    for (int a = t->axes - 1; a >= 0; a--) {
        stride[a] = l->length;
        for (l->points[a] = 2; l->points[a] < DENSE * t->extent[a];)
            l->points[a] *= 2;
        l->length = util_product(l->length, l->points[a]);
    }
    for (; !transform_fits(l->length); l->length *= 2)
        l->points[0] *= 2;
    for (int a = 0; a < t->axes; a++)
        span += (t->extent[a] - 1) * stride[a];
    double *h = util_zeros(span);
    for (size_t i = 0; i < t->count; i++) {
        size_t rest = i, place = 0;
        for (int a = t->axes - 1; a >= 0; a--) {
            place += rest % t->extent[a] * stride[a];
            rest /= t->extent[a];
        }
        h[place] = t->h[i];
    }
    l->transform = transform_open_once(l->length);
    l->z = util_doubles(l->transform->doubles);
    transform_forward(l->transform, pool, h, NULL, span, l->z);
    free(h);
}

static double square(double x)
{
    return x * x;
}

/* |H|^2 at point k, from 0 to L - 1: H(-f) is the conjugate of H(f). */
static double power_at(const struct lattice *l, size_t k)
{
    double re, im;

    transform_take(l->transform, l->z, k < l->length / 2 ? k : l->length - 1 - k, &re, &im);
    return square(re) + square(im);
}

/* About the largest |H|^2 near a point, or 0 if a neighbour is larger. */
static double estimate(const struct lattice *l, size_t k)
{
    double power = power_at(l, k), most = power;
    size_t step = 1;

    for (int a = 0; a < l->taps->axes; a++) {
        double before = power_at(l, (k + l->length - step) % l->length);
        double after = power_at(l, (k + step) % l->length);
        if (before > power || after > power)
            return 0;
        most += (2 * power - before - after) / 2; /* of the parabola: up to an eighth */
        step *= l->points[a];
    }
    return most;
}

/* The |H|^2 of the peak at a point. */
static double refine(const struct lattice *l, size_t k)
{
    double f[MOST_AXES], turns = ((double)k + 0.5) / (double)l->length;

    for (int a = l->taps->axes - 1; a >= 0; a--) {
        f[a] = turns - floor(turns);
        turns *= (double)l->points[a];
    }
    return ascent_climb(l->taps, l->points, f);
}

/* The largest |H|^2 where each f is 0 or 1/2, from compensated sums. */
static double power_at_corners(const struct taps *t)
{
    double best = 0;

    for (unsigned corner = 0; corner < 1u << t->axes; corner++) {
        struct pair sum = {0, 0};
        for (size_t i = 0; i < t->count; i++) {
            bool minus = false;
            size_t rest = i;
            for (int a = t->axes - 1; a >= 0; a--) {
                minus ^= rest % t->extent[a] & corner >> a & 1;
                rest /= t->extent[a];
            }
            sum = pair_add(sum, (struct pair){minus ? -t->h[i] : t->h[i], 0});
        }
        best = fmax(best, sum.high * sum.high);
    }
    return best;
}

/* Places where a peak may stand, those that may be highest first. */
struct candidates {
    size_t count, k[CLIMBS];
    double most[CLIMBS];
};

static void add_candidate(struct candidates *c, size_t k, double most)
{
    size_t i = c->count;

    if (i == CLIMBS && most <= c->most[i - 1])
        return;
    i = i == CLIMBS ? i - 1 : c->count++;
    for (; i > 0 && c->most[i - 1] < most; i--) {
        c->k[i] = c->k[i - 1];
        c->most[i] = c->most[i - 1];
    }
    c->k[i] = k;
    c->most[i] = most;
}

/* The largest |H|^2 of taps that are no product. */
static double search(const struct taps *t, struct pool *pool)
{
    struct candidates candidates = {0};
    struct lattice l;
    double angle = 0, best = power_at_corners(t);

    open_lattice(&l, t, pool);
    for (int a = 0; a < t->axes; a++)
        angle += M_PI / 2 * (double)(t->extent[a] - 1) / (double)l.points[a];
    double fall = angle < M_PI / 2 ? square(1 - angle * angle / 2) : 0; /* <= cos(angle)^2 */
    best = fmax(best, transform_largest(l.transform, l.z));
    size_t points = l.transform->points, point = 0;
    while ((point = transform_find(l.transform, l.z, point, fall * best)) < points) {
        size_t k = transform_frequency(l.transform, point++);
        double most = estimate(&l, k);
        if (most > best * NOISE)
            add_candidate(&candidates, k, most);
    }
    for (size_t i = 0; i < candidates.count && candidates.most[i] > best * NOISE; i++) {
        double power = refine(&l, candidates.k[i]);
        best = power > best * NOISE ? power : best;
    }
    free(l.z);
    transform_close(l.transform);
    return best;
}

/* The largest |H| of taps that are a product of one factor for each axis, up to rounding; or 0. */
static double peak_of_product(const struct taps *t, struct pool *pool)
{
    size_t pivot = 0, step = 1;
    double *factor[MOST_AXES], peak = 1, rest = 0, energy = 0;

    for (size_t i = 1; i < t->count; i++)
        pivot = fabs(t->h[i]) > fabs(t->h[pivot]) ? i : pivot;
    for (int a = t->axes - 1; a >= 0; a--) {
        size_t own = pivot / step % t->extent[a];
        factor[a] = util_doubles(t->extent[a]);
        for (size_t j = 0; j < t->extent[a]; j++)
            factor[a][j] = t->h[pivot - own * step + j * step] / (a ? t->h[pivot] : 1);
        step *= t->extent[a];
    }
    for (size_t i = 0; i < t->count; i++) {
        double product = 1;
        size_t left = i;
        for (int a = t->axes - 1; a >= 0; a--) {
            product *= factor[a][left % t->extent[a]];
            left /= t->extent[a];
        }
        rest += fabs(t->h[i] - product);
        energy += t->h[i] * t->h[i];
    }
    bool product = rest <= 0x1p-46 * sqrt(energy); /* |H| has a larger root mean square */
    for (int a = 0; a < t->axes; a++) {
        peak *= product ? response_peak(factor[a], t->extent[a], pool) : 0;
        free(factor[a]);
    }
    return peak;
}

double response_peak_along(const double *h, int axes, const size_t *extent, struct pool *pool)
{
    struct taps t = {.h = h, .count = 1};

    for (int a = 0; a < axes; a++) {
        t.count *= extent[a];
        if (extent[a] > 1)
            t.extent[t.axes++] = extent[a];
    }
    if (t.axes <= 1)
        return response_peak(h, t.count, pool);
    double peak = peak_of_product(&t, pool);
    return peak > 0 ? peak : sqrt(search(&t, pool));
}

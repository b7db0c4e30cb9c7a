/* response.c - finds the peak of a frequency response.
 *
 * H is computed at the frequencies (k + 1/2) / L, where L is at least 8 times the number of taps.
 * Multiplied by exp(2 pi i c f), with c the middle of the taps, its phase changes by at most pi / 8
 * from one k to the next. Between two k the polynomial through the 10 nearest points on each side
 * is then accurate to 1e-15 of the peak (Lagrange's remainder: (pi/8)^20 (0.5 1.5 ... 9.5)^2 /
 * 20!). Every local maximum over k that may be near the largest is refined on that polynomial by
 * golden-section search. Within 1/2 of the peak in k, |H|^2 falls to no less than cos(pi / 8) of
 * the peak (M. Riesz), so no peak is missed. A parabola estimates, within a factor of two, how far
 * the peak lies above the nearest k.
 *
 * Most kernels have their peak at a frequency of 0, 1/4 or 1/2. There H needs no products, and is
 * summed separately. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "response.h"
#include "engine/transform/transform.h"

#include "elementary.h"
#include "util.h"

#include <math.h>
#include <stdlib.h>

enum {
    SIDE = 10,
    POINTS = 2 * SIDE,
    OVERSAMPLE = 8,
    STEPS = 36 /* reduce an interval of 2 k to less than 1e-7 */
};

static const double FALL = 0.92;         /* < cos(pi / 8) */
static const double NOISE = 1 + 0x1p-47; /* exceeding a peak by no more than this is rounding */

struct response {
    struct transform *transform;
    const double *z;       /* z[transform->doubles]: the spectrum of the taps */
    long count;            /* frequencies: 0 <= k < count = L / 2 */
    double turns;          /* of phase between two k, about the middle of the taps */
    double turn[2];        /* its cosine and sine */
    double weight[POINTS]; /* barycentric, of equidistant points: (-1)^j binomial(POINTS - 1, j) */
};

static void turn_by(double turns, double turn[2])
{
    struct turn by = elementary_turns((struct pair){turns, 0});
    turn[0] = by.cosine.high;
    turn[1] = by.sine.high;
}

/* H at any k: H(-f) is the conjugate of H(f), and H(1 + f) is H(f). */
static void take(const struct response *r, long k, double *re, double *im)
{
    bool inside = k >= 0 && k < r->count;
    long own = inside ? k : k < 0 ? -1 - k : 2 * r->count - 1 - k;

    transform_take(r->transform, r->z, (size_t)own, re, im);
    if (!inside)
        *im = -*im;
}

/* |H|^2 at k. */
static double power(const struct response *r, long k)
{
    double re, im;
    take(r, k, &re, &im);
    return re * re + im * im;
}

/* |H|^2 at `at`, between two k. */
static double power_at(const struct response *r, double at)
{
    double real = 0, imaginary = 0, weights = 0, turn[2];
    long first = (long)floor(at) - (SIDE - 1);

    if (at <= floor(at))
        return power(r, (long)at);
    turn_by(r->turns * ((double)first - at), turn);
    for (int j = 0; j < POINTS; j++) {
        double re, im, weight = r->weight[j] / (at - (double)(first + j)), c = turn[0], s = turn[1];
        take(r, first + j, &re, &im);
        real += weight * (re * c + -im * s);
        imaginary += weight * (re * s + im * c);
        weights += weight;
        turn[0] = c * r->turn[0] + -s * r->turn[1];
        turn[1] = c * r->turn[1] + s * r->turn[0];
    }
    return (real * real + imaginary * imaginary) / (weights * weights);
}

/* The largest |H|^2 between k - 1 and k + 1, where it has a single maximum. */
static double refine(const struct response *r, long k)
{
    const double golden = 0.6180339887498949;
    double low = (double)k - 1, high = (double)k + 1;
    double left = high - golden * (high - low), right = low + golden * (high - low);
    double at_left = power_at(r, left), at_right = power_at(r, right);

    for (int i = 0; i < STEPS; i++) {
        if (at_left > at_right) {
            high = right;
            right = left;
            at_right = at_left;
            left = high - golden * (high - low);
            at_left = power_at(r, left);
        } else {
            low = left;
            left = right;
            at_left = at_right;
            right = low + golden * (high - low);
            at_right = power_at(r, right);
        }
    }
    return fmax(at_left, at_right);
}

/* The largest |H|^2 near k, if k is a local maximum and the result exceeds `most`; otherwise
 * `most`. */
static double climb(const struct response *r, long k, double most)
{
    double before = power(r, k - 1), here = power(r, k), after = power(r, k + 1);
    double bend = 2 * here - before - after;

    /* the peak of the parabola exceeds `here` by at most bend / 8 */
    if (here < before || here < after || here + bend / 4 <= most * NOISE)
        return most;
    double refined = refine(r, k);
    return refined > most * NOISE ? refined : most;
}

/* The largest |H|^2; `most` is the largest already known. Points are visited in memory order, so
 * that their neighbours are read from few places. */
static double peak_of(const struct response *r, double most)
{
    const struct transform *t = r->transform;
    size_t point = 0;

    most = fmax(most, transform_largest(t, r->z));
    while ((point = transform_find(t, r->z, point, FALL * most)) < t->points)
        most = climb(r, (long)transform_frequency(t, point++), most);
    return most;
}

/* |H|^2 at 0, 1/4 or 1/2, whichever is largest, from compensated sums over every fourth tap. */
static double power_at_quarters(const double *h, size_t taps)
{
    double sum[4] = {0}, lost[4] = {0};

    for (size_t j = 0; j < taps; j++) {
        double *s = &sum[j % 4], next = *s + h[j], back = next - *s;
        lost[j % 4] += (*s - (next - back)) + (h[j] - back);
        *s = next;
    }
    for (int k = 0; k < 4; k++)
        sum[k] += lost[k];
    double even = sum[0] + sum[2], odd = sum[1] + sum[3], re = sum[0] - sum[2],
           im = sum[1] - sum[3];
    double ends = fabs(even) + fabs(odd);
    return fmax(ends * ends, re * re + im * im);
}

/* The length of the shortest transform that samples H densely enough. */
static size_t length_of(size_t taps)
{
    size_t length = 4, least = OVERSAMPLE * taps;

    while (length < least || !transform_fits(length))
        length *= 2;
    size_t shorter = length / 4 * 3;
    return shorter >= least && transform_fits(shorter) ? shorter : length;
}

double response_peak(const double *h, size_t taps)
{
    size_t length = length_of(taps);
    struct transform *t = transform_open(length);
    double *z = util_doubles(t->doubles);
    struct response r = {.transform = t, .z = z, .count = (long)(length / 2)};

    transform_forward(t, h, taps, z);
    r.turns = (double)(taps - 1) / (2 * (double)length);
    turn_by(r.turns, r.turn);
    for (int j = 0; j < POINTS; j++)
        r.weight[j] = j ? -r.weight[j - 1] * (POINTS - j) / j : 1;
    double peak = sqrt(peak_of(&r, power_at_quarters(h, taps)));
    free(z);
    transform_close(t);
    return peak;
}

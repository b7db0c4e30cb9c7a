/* exact.c - sums in twice the precision. Each is either proven to round correctly or computed again
 * without error.
 *
 * Products and sums are split into a rounded value and its exact error, by TwoProduct with fused
 * multiply-add and by Knuth's TwoSum. The errors are summed separately: the result is s + c. Since
 * the errors are exact, only the additions to c lose anything. (T. Ogita, S. Rump, S. Oishi,
 * "Accurate sum and dot product", SIAM J. Sci. Comput. 26, 2005, algorithm Dot2.) With n products,
 * u = 2^-53, t = fl(q + r) the error added to c at a step and E = fl(sum of |t|), this loss is at
 * most u sum|t| for rounding the t and (n - 1) u / (1 - n u) sum|t| for adding them (N. Higham,
 * "Accuracy and Stability of Numerical Algorithms", 2nd ed., (4.4)), altogether less than 1.01 n u
 * E for n < 2^45. The error of a product below 2^-968 may not be a double, which adds at most n
 * 2^-1074.
 *
 * The result is proven when everything within that distance of s + c rounds to the same double. It
 * is also proven when the distance is less than the weight of the lowest bit of any product: s + c
 * then has no error at all. All other outputs, mostly ties and overflows, are summed again with
 * accumulator.h. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "exact.h"
#include "accumulator.h"
#include "direct.h"
#include "vector.h"

#include "util.h"

#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Outputs computed at a time: their three sums each fill 12 of 16 registers of 4 doubles. */
enum { GROUP = 16 };

static const double TAP = 0.14, OUTPUT = 12; /* as in direct.c */

struct sums {
    double s[GROUP], c[GROUP], e[GROUP];
};

static inline void add_product(double h, double x, double *s, double *c, double *e)
{
    double p = h * x, r = fma(h, x, -p);
    double sum = *s + p, b = sum - *s, q = (*s - (sum - b)) + (p - b);
    double t = q + r;

    *s = sum;
    *c += t;
    *e += fabs(t);
}

VECTOR static void add_group(const double *h, size_t taps, const double *newest, struct sums *sums)
{
    struct sums local = *sums; /* in registers */
    for (size_t j = 0; j < taps; j++)
        for (size_t i = 0; i < GROUP; i++)
            add_product(h[j], newest[(ptrdiff_t)i - (ptrdiff_t)j], &local.s[i], &local.c[i],
                        &local.e[i]);
    *sums = local;
}

VECTOR static void add_few(const double *h, size_t taps, const double *newest, struct sums *sums,
                           size_t frames)
{
    for (size_t i = 0; i < frames; i++) {
        double s = sums->s[i], c = sums->c[i], e = sums->e[i];
        for (size_t j = 0; j < taps; j++)
            add_product(h[j], newest[(ptrdiff_t)i - (ptrdiff_t)j], &s, &c, &e);
        sums->s[i] = s, sums->c[i] = c, sums->e[i] = e;
    }
}

/* The exponent of the lowest bit set in any of x[n] that is finite; larger than any exponent if
 * there is none. */
static int lowest_bit(const double *x, size_t n)
{
    int lowest = INT_MAX / 4;

    for (size_t i = 0; i < n; i++) {
        uint64_t bits;
        memcpy(&bits, &x[i], sizeof bits);
        int biased = (int)(bits >> 52 & 2047);
        uint64_t mantissa = (bits & ((UINT64_C(1) << 52) - 1)) | (uint64_t)(biased != 0) << 52;
        if (!mantissa || biased == 2047)
            continue;
        int place = (biased ? biased : 1) - 1075 + __builtin_ctzll(mantissa);
        lowest = place < lowest ? place : lowest;
    }
    return lowest;
}

/* The sum of the products of the non-finite samples. Returns whether there are any. */
static bool sum_special(const struct system *system, const struct path *path, size_t paths,
                        const double *const *x, size_t i, double *sum)
{
    bool any = false;

    *sum = 0;
    for (size_t k = 0; k < paths; k++) {
        const double *h = system_taps(system, &path[k]);
        const double *newest = x[path[k].in] + i + system->taps - 1;
        for (size_t j = 0; j < system->taps; j++)
            if (*(newest - j) - *(newest - j) != 0) {
                *sum += h[j] * *(newest - j);
                any = true;
            }
    }
    return any;
}

/* One output without error. *rest is the rounding's remainder, as far as both are finite. */
static double sum_again(const struct system *system, const struct path *path, size_t paths,
                        const double *const *x, size_t i, double *rest)
{
    struct accumulator exact;
    double sum;

    *rest = 0;
    if (sum_special(system, path, paths, x, i, &sum))
        return sum;
    accumulator_clear(&exact);
    for (size_t k = 0; k < paths; k++) {
        const double *h = system_taps(system, &path[k]);
        const double *newest = x[path[k].in] + i + system->taps - 1;
        for (size_t j = 0; j < system->taps; j++)
            if (h[j] != 0 && *(newest - j) != 0)
                accumulator_add(&exact, h[j], *(newest - j));
    }
    sum = accumulator_round(&exact);
    if (isfinite(sum)) {
        accumulator_add(&exact, -sum, 1);
        *rest = accumulator_round(&exact);
    }
    return sum;
}

/* Properties common to all outputs of a channel in a block. */
struct proof {
    double terms; /* products of a sum */
    double grid;  /* every product is a multiple of this; 0: it would not be a double */
};

/* s + c rounded to the nearest, if that is proven to be the correct rounding of the sum. *rest is
 * the remainder. */
static bool round_sum(const struct proof *proof, double s, double c, double e, double *sum,
                      double *rest)
{
    double high = s + c, b = high - s, low = (s - (high - b)) + (c - b);
    double error = e == 0 && proof->grid > 0
                       ? 0
                       : 0x1.08p-53 * proof->terms * e + 0x1p-1073 * proof->terms;
    double reach = error + 0x1p-51 * fabs(low); /* covers the rounding of the sum with low */

    *sum = high;
    *rest = low;
    return error < proof->grid || (high + (low - reach) == high && high + (low + reach) == high);
}

static bool is_beyond(double sum, double rest)
{
    return isfinite(sum) && (fabs(sum) > 0x1p53 || (fabs(sum) == 0x1p53 && sum * rest > 0));
}

bool exact_sums(const struct system *system, const double *const *x, int out, double *y,
                size_t frames)
{
    const struct path *path = system->path;
    size_t paths = 0, taps = system->taps;
    int grid = INT_MAX;
    bool beyond = false;

    while (path->out != out)
        path++;
    for (; path + paths < system->path + system->paths && path[paths].out == out; paths++) {
        int lowest = lowest_bit(system_taps(system, &path[paths]), taps) +
                     lowest_bit(x[path[paths].in], frames + taps - 1);
        grid = lowest < grid ? lowest : grid;
    }
    struct proof proof = {(double)taps * (double)paths, ldexp(1, grid)};
    for (size_t i = 0; i < frames; i += GROUP) {
        size_t n = frames - i < GROUP ? frames - i : GROUP;
        struct sums sums = {0};
        for (size_t k = 0; k < paths; k++) {
            const double *h = system_taps(system, &path[k]), *newest = x[path[k].in] + i + taps - 1;
            if (n == GROUP)
                add_group(h, taps, newest, &sums);
            else
                add_few(h, taps, newest, &sums, n);
        }
        for (size_t l = 0; l < n; l++) {
            double rest;
            if (!round_sum(&proof, sums.s[l], sums.c[l], sums.e[l], &y[i + l], &rest))
                y[i + l] = sum_again(system, path, paths, x, i + l, &rest);
            beyond = beyond || is_beyond(y[i + l], rest);
        }
    }
    return beyond;
}

static void plan_exact(const struct system *system, const struct work *work, struct plan *plan)
{
    (void)work;
    plan->block = direct_block(system);
    plan->cost = (double)system->paths * (TAP * (double)system->taps + OUTPUT);
}

static void bound_exact(const struct system *system, const struct plan *plan,
                        char text[ENGINE_BOUND_BYTES])
{
    (void)system;
    (void)plan;
    snprintf(text, ENGINE_BOUND_BYTES, "within 1 ulp of the exact sum: the double nearest to it");
}

struct exact {
    const struct system *system;
};

static void *open_exact(const struct system *system, const struct plan *plan)
{
    struct exact *exact = util_array(1, sizeof *exact);
    (void)plan;
    exact->system = system;
    return exact;
}

static void run_exact(void *state, size_t slot, const double *const *x, double *const *y,
                      size_t frames, bool *spoilt)
{
    const struct system *system = ((struct exact *)state)->system;

    (void)slot;
    (void)spoilt;
    for (int o = 0; o < system->outs; o++)
        if (y[o])
            exact_sums(system, x, o, y[o], frames);
}

const struct engine engine_exact = {
    .name = "exact",
    .plan = plan_exact,
    .bound = bound_exact,
    .open = open_exact,
    .run = run_exact,
    .close = free,
};

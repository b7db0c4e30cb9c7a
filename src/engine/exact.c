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
 * accumulator.h.
 *
 * Where taps are integers over a divisor, the quotient of s + c is proven or computed again in the
 * same way. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "exact.h"
#include "direct.h"
#include "nonfinite.h"
#include "one_output.h"
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

/* Properties common to all outputs of a channel in a block. */
struct proof {
    double terms; /* products of a sum */
    double grid;  /* every product is a multiple of this; 0: it would not be a double */
};

/* s + c as the nearest double and the remainder. Returns a bound of its distance to the true
 * sum. */
static double split_sum(const struct proof *proof, double s, double c, double e, double *high,
                        double *low)
{
    double sum = s + c, b = sum - s;
    double error = e == 0 && proof->grid > 0
                       ? 0
                       : 0x1.08p-53 * proof->terms * e + 0x1p-1073 * proof->terms;

    *high = sum;
    *low = (s - (sum - b)) + (c - b);
    return error < proof->grid ? 0 : error;
}

/* Whether the sum within this distance of high + low is proven to round to high. */
static bool is_rounded(double high, double low, double error)
{
    double reach = error + 0x1p-51 * fabs(low); /* covers the rounding of the sum with low */
    return error == 0 || (high + (low - reach) == high && high + (low + reach) == high);
}

/* Divide a sum within this distance of high + low. Returns whether *quotient is proven to be the
 * nearest double. */
static bool divide(double high, double low, double error, double divisor, double *quotient)
{
    double first = high / divisor, rest = (fma(-first, divisor, high) + low) / divisor;
    double reach = error / divisor + 0x1p-50 * fabs(rest);

    *quotient = first + rest;
    if (fabs(first) < 0x1p-900) /* the remainder may not be a double */
        return high == 0 && low == 0 && error == 0;
    return first + (rest - reach) == *quotient && first + (rest + reach) == *quotient;
}

static bool is_beyond(double sum, double rest)
{
    return isfinite(sum) && (fabs(sum) > 0x1p53 || (fabs(sum) == 0x1p53 && sum * rest > 0));
}

/* One output from its three sums. Returns whether it is an integer beyond 2^53. */
static bool round_output(const struct output_sums *sums, const struct proof *proof, double s,
                         double c, double e, size_t i, double *y)
{
    double high, low, error = split_sum(proof, s, c, e, &high, &low);
    double divisor = sums->system->divisor;

    if (divisor > 0) {
        if (!divide(high, low, error, divisor, y))
            *y = one_output_quotient(sums, i);
        return false;
    }
    *y = high;
    if (!is_rounded(high, low, error))
        *y = one_output_sum(sums, i, &low);
    return is_beyond(*y, low);
}

/* The paths to an output. */
static struct output_sums find_sums(const struct system *system, const double *const *x, int out)
{
    struct output_sums sums = {.system = system, .x = x, .path = system->path};

    while (sums.path->out != out)
        sums.path++;
    while (sums.path + sums.paths < system->path + system->paths &&
           sums.path[sums.paths].out == out)
        sums.paths++;
    return sums;
}

static struct proof find_proof(const struct output_sums *sums, size_t frames)
{
    size_t taps = sums->system->taps;
    int grid = INT_MAX;

    for (const struct path *p = sums->path; p < sums->path + sums->paths; p++) {
        int lowest = lowest_bit(system_taps(sums->system, p), taps) +
                     lowest_bit(sums->x[p->in], frames + taps - 1);
        grid = lowest < grid ? lowest : grid;
    }
    return (struct proof){(double)taps * (double)sums->paths, ldexp(1, grid)};
}

bool exact_sums(const struct system *system, const double *const *x, int out, double *y,
                size_t frames)
{
    struct output_sums output = find_sums(system, x, out);
    struct proof proof = find_proof(&output, frames);
    size_t taps = system->taps;
    bool beyond = false;

    for (size_t i = 0; i < frames; i += GROUP) {
        size_t n = frames - i < GROUP ? frames - i : GROUP;
        struct sums sums = {0};
        for (const struct path *p = output.path; p < output.path + output.paths; p++) {
            const double *h = system_taps(system, p), *newest = x[p->in] + i + taps - 1;
            if (n == GROUP)
                add_group(h, taps, newest, &sums);
            else
                add_few(h, taps, newest, &sums, n);
        }
        for (size_t l = 0; l < n; l++)
            if (round_output(&output, &proof, sums.s[l], sums.c[l], sums.e[l], i + l, &y[i + l]))
                beyond = true;
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
    for (int o = 0; o < system->outs; o++)
        if (y[o]) {
            exact_sums(system, x, o, y[o], frames);
            spoilt[o] = nonfinite_any(y[o], frames);
        }
}

const struct engine engine_exact = {
    .name = "exact",
    .divides = true,
    .plan = plan_exact,
    .bound = bound_exact,
    .open = open_exact,
    .run = run_exact,
    .close = free,
};

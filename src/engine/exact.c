/* exact.c - sums in twice the precision. Each is either proven to round correctly or computed
 * again without error.
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
 * Where sums are divided (rescale.h), the quotient is proven or computed again in the same way. A
 * weight is a sum as well. In a block that misses nothing it is that of all taps, and cancels. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "exact.h"
#include "direct.h"
#include "nonfinite.h"
#include "one_output.h"
#include "proof.h"
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

/* An output channel in a block. */
struct channel {
    struct output_sums sums;
    struct proof proof;
};

static struct channel open_channel(const struct system *system, const double *const *x, int out,
                                   size_t frames)
{
    struct output_sums sums = one_output_sums(system, x, out);
    int grid = INT_MAX;

    for (const struct path *p = sums.path; p < sums.path + sums.paths; p++) {
        int lowest = lowest_bit(system_taps(system, p), system->taps) +
                     lowest_bit(x[p->in], frames + system->taps - 1);
        grid = lowest < grid ? lowest : grid;
    }
    double terms = (double)system_products(system) * (double)sums.paths;
    return (struct channel){sums, {terms, ldexp(1, grid)}};
}

/* The sums of n frames, 1 to GROUP. */
static void sum_group(const struct channel *channel, size_t begin, size_t n, struct bounded *sum)
{
    const struct output_sums *of = &channel->sums;
    size_t taps = of->system->taps;
    struct sums sums = {0};

    for (const struct path *p = of->path; p < of->path + of->paths; p++) {
        const double *h = system_taps(of->system, p), *newest = of->x[p->in] + begin + taps - 1;
        for (size_t r = 0; r < system_runs(of->system); r++) {
            struct tap_run run = system_run(of->system, r);
            if (n == GROUP)
                add_group(h + run.begin, run.count, newest - run.begin, &sums);
            else
                add_few(h + run.begin, run.count, newest - run.begin, &sums, n);
        }
    }
    for (size_t i = 0; i < n; i++)
        sum[i] = proof_bound(&channel->proof, sums.s[i], sums.c[i], sums.e[i]);
}

/* The sum of the taps to a channel. */
static struct bounded sum_taps(const struct output_sums *of)
{
    struct proof proof = {(double)of->system->taps * (double)of->paths, 0};
    double s = 0, c = 0, e = 0;

    for (const struct path *p = of->path; p < of->path + of->paths; p++)
        for (size_t j = 0; j < of->system->taps; j++)
            add_product(system_taps(of->system, p)[j], 1, &s, &c, &e);
    return proof_bound(&proof, s, c, e);
}

/* How sums become outputs. */
struct rescaling {
    bool divided;         /* they are quotients */
    bool weighed;         /* by what meets present samples: some are missing */
    double divisor;       /* 1: none */
    struct channel weight;
    struct bounded whole; /* the sum of the taps */
};

static bool any_missing(const struct output_sums *weight, size_t samples)
{
    for (const struct path *p = weight->path; p < weight->path + weight->paths; p++)
        for (size_t s = 0; s < samples; s++)
            if (weight->x[p->in][s] == 0)
                return true;
    return false;
}

static struct rescaling choose_rescaling(const struct output_sums *sums, int out, size_t frames)
{
    const struct system *system = sums->system;
    bool has_weight = out < system->presence;
    bool has_divisor = system->divisor > 0 && (has_weight || !system->presence);
    struct rescaling r = {.divisor = has_divisor ? system->divisor : 1, .whole = {1, 0, 0}};

    if (has_weight) {
        r.weight = open_channel(system, sums->x, out + system->presence, frames);
        r.weighed = any_missing(&r.weight.sums, frames + system->taps - 1);
    }
    if (r.weighed)
        r.whole = sum_taps(sums);
    r.divided = has_divisor || r.weighed;
    return r;
}

static bool is_beyond(double sum, double rest)
{
    return isfinite(sum) && (fabs(sum) > 0x1p53 || (fabs(sum) == 0x1p53 && sum * rest > 0));
}

/* Output i. Returns whether it is an integer beyond 2^53. */
static bool round_sum(const struct output_sums *sums, const struct bounded *sum, size_t i,
                      double *y)
{
    double low = sum->low;

    *y = proof_is_rounded(sum) ? sum->high : one_output_sum(sums, i, &low);
    return is_beyond(*y, low);
}

bool exact_sums(const struct system *system, const double *const *x, int out, double *y,
                size_t frames)
{
    struct channel channel = open_channel(system, x, out, frames);
    struct rescaling r = choose_rescaling(&channel.sums, out, frames);
    struct bounded sum[GROUP], part[GROUP] = {{0}};
    bool beyond = false;

    for (size_t i = 0; i < GROUP; i++)
        part[i].high = 1;
    for (size_t begin = 0; begin < frames; begin += GROUP) {
        size_t n = frames - begin < GROUP ? frames - begin : GROUP;
        sum_group(&channel, begin, n, sum);
        if (r.weighed)
            sum_group(&r.weight, begin, n, part);
        for (size_t l = 0; l < n; l++) {
            size_t i = begin + l;
            if (!r.divided)
                beyond |= round_sum(&channel.sums, &sum[l], i, &y[i]);
            else if (!proof_divide(&sum[l], &r.whole, &part[l], r.divisor, &y[i]))
                y[i] = one_output_quotient(&channel.sums, r.weighed ? &r.weight.sums : NULL, i);
        }
    }
    return beyond;
}

static void plan_exact(const struct system *system, const struct work *work, struct plan *plan)
{
    (void)work;
    plan->block = direct_block(system);
    plan->cost = (double)system->paths * (TAP * (double)system_products(system) + OUTPUT);
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

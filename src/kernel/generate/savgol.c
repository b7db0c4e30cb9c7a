/* savgol.c - derivatives from polynomials: savgol, deriv.
 *
 * savgol fits a polynomial to the taps' frames x, counted from their middle, and takes its
 * derivative at one place p. In polynomials t[k] that are orthogonal over the frames the fit is a
 * sum of projections, so that
 *
 *     h[-x] = sum over k = 0 ... order of  t[k](x) t[k]^(d)(p) / norm[k]
 *
 * and no equations need to be solved. With X = 2x, N taps, and leading coefficients 1 (discrete
 * Chebyshev, or Gram, polynomials: NIST DLMF 18.22, Hahn's with alpha = beta = 0):
 *
 *     t[k+1] = X t[k] - b[k] t[k-1],    b[k] = k^2 (N^2 - k^2) / (4 k^2 - 1),
 *     norm[k] = N b[1] ... b[k]
 *
 * For so low an order the recurrence is stable.
 *
 * So h is rational. Where its values over a common divisor are integers below 2^53, in sum of
 * magnitudes, they are the taps; others are summed in pairs. In terms of
 *
 *     q[k] = t[k] (2k over k) / (2^k k!)
 *
 * all integers on the way are small. At frame number j, from 0,
 *
 *     q[k] = sum over i of (-1)^(k-i) (k+i over k) (N-1-i over k-i) (j over i)
 *     (k+1)^2 q[k+1] = (2k+1) X q[k] - (N^2 - k^2) q[k-1]
 *     norm[k] = (2k over k) (N+k over 2k+1)
 *
 * (G. Szego, Orthogonal Polynomials, 2.8, divided by k!). The coefficients of (j over i) are the
 * differences of h at j = 0, from which its values follow by sums. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "generator.h"

#include "fraction.h"
#include "util.h"

#include <math.h>
#include <stdlib.h>

enum { MOST_ORDER = 16, MOST_DIFFERENCE = 20 };

/* Polynomials of that order, fitted to that many taps; their derivative d at X = place. */
struct fit {
    size_t taps;
    int order, d;
    int64_t place;
};

/* b[k] */
static struct pair coefficient(size_t taps, int k)
{
    double square = (double)taps * (double)taps, k2 = (double)k * k;
    return pair_divide(pair_times((struct pair){square - k2, 0}, k2),
                       (struct pair){4 * k2 - 1, 0});
}

/* Step from the derivatives 0 ... d at a place of t[k-1] and t[k] to those of t[k] and t[k+1]. */
static void step_derivatives(struct pair *before, struct pair *here, int d, double place,
                             struct pair b)
{
    for (int e = d; e >= 0; e--) {
        struct pair next = pair_negate(pair_multiply(b, before[e]));
        next = pair_add(next, pair_times(here[e], place));
        if (e > 0)
            next = pair_add(next, pair_times(here[e - 1], 2 * e));
        before[e] = here[e];
        here[e] = next;
    }
}

/* The same of t at the points; the first of them is X = 1 - taps. */
static void step_points(struct pair *before, struct pair *here, size_t taps, struct pair b)
{
    for (size_t j = 0; j < taps; j++) {
        double x = 2 * (double)j - ((double)taps - 1);
        struct pair last = pair_multiply(b, before[j]);
        struct pair next = pair_add(pair_times(here[j], x), pair_negate(last));
        before[j] = here[j];
        here[j] = next;
    }
}

static void fit_pairs(const struct fit *fit, struct taps *taps)
{
    size_t count = fit->taps;
    struct pair *before = util_array(count, sizeof *before);
    struct pair *here = util_array(count, sizeof *here);
    struct pair derivatives_before[MOST_ORDER + 1] = {{0, 0}};
    struct pair derivatives[MOST_ORDER + 1] = {{1, 0}};
    struct pair norm = {(double)count, 0};

    for (size_t j = 0; j < count; j++)
        here[j].high = 1;
    for (int k = 0; k <= fit->order; k++) {
        struct pair factor = pair_divide(derivatives[fit->d], norm), b = coefficient(count, k);
        for (size_t j = 0; j < count; j++) {
            struct pair *tap = &taps->at[count - 1 - j];
            *tap = pair_add(*tap, pair_multiply(factor, here[j]));
        }
        step_points(before, here, count, b);
        step_derivatives(derivatives_before, derivatives, fit->d, (double)fit->place, b);
        norm = pair_multiply(norm, coefficient(count, k + 1));
    }
    free(before);
    free(here);
}

/* h[-x] in binomial coefficients of the frame's number j, from 0: the sum over i of c[i] / divisor
 * times j over i. */
struct polynomial {
    int order;
    __int128 c[MOST_ORDER + 1], divisor;
};

static struct fraction times(struct fraction x, __int128 above, __int128 below)
{
    return fraction_multiply(x, fraction_of(above, below));
}

/* Step from the derivatives 0 ... d at the fit's place of q[k-1] and q[k] to those of q[k] and
 * q[k+1]. */
static void step_exactly(const struct fit *fit, int k, struct fraction *before,
                         struct fraction *here)
{
    const __int128 taps = (__int128)fit->taps, below = (k + 1) * (k + 1);

    for (int e = fit->d; e >= 0; e--) {
        struct fraction next = times(here[e], fit->place, 1);
        if (e > 0)
            next = fraction_add(next, times(here[e - 1], 2 * e, 1));
        next = fraction_add(times(next, 2 * k + 1, below),
                            times(before[e], k * k - taps * taps, below));
        before[e] = here[e];
        here[e] = next;
    }
}

/* Add the projection on q[k], whose derivative over its norm is `part`, to the coefficients. */
static void add_projection(const struct fit *fit, int k, struct fraction part,
                           struct fraction *sum)
{
    const __int128 taps = (__int128)fit->taps;

    for (int i = 1; i <= k; i++) /* q[k]'s last coefficient, 2k over k */
        part = times(part, k + i, i);
    for (int i = k; i >= 0; i--) {
        sum[i] = fraction_add(sum[i], part);
        part = times(part, -(taps - i) * i, (k - i + 1) * (k + i));
    }
}

/* The coefficients of h[-x], as fractions. */
static void sum_projections(const struct fit *fit, struct fraction *sum)
{
    const __int128 taps = (__int128)fit->taps;
    struct fraction before[MOST_ORDER + 1], here[MOST_ORDER + 1], norm = fraction_of(taps, 1);

    for (int i = 0; i <= MOST_ORDER; i++)
        before[i] = here[i] = sum[i] = fraction_of(0, 1);
    here[0] = fraction_of(1, 1);
    for (int k = 0; k <= fit->order; k++) {
        if (here[fit->d].above != 0 || here[fit->d].below == 0)
            add_projection(fit, k, fraction_divide(here[fit->d], norm), sum);
        step_exactly(fit, k, before, here);
        int next = k + 1;
        norm = times(norm, (taps * taps - next * next) * (2 * next - 1),
                     (2 * next + 1) * next * next);
    }
}

/* Returns false where its integers do not fit. No factor is common to them and the divisor, so
 * none is to the divisor and the values at the first order + 1 frames, whose differences they
 * are. */
static bool find_polynomial(const struct fit *fit, struct polynomial *p)
{
    struct fraction sum[MOST_ORDER + 1];

    *p = (struct polynomial){.order = fit->order, .divisor = 1};
    sum_projections(fit, sum);
    for (int i = 0; i <= fit->order; i++)
        if (sum[i].below == 0 ||
            __builtin_mul_overflow(p->divisor / fraction_common(p->divisor, sum[i].below),
                                   sum[i].below, &p->divisor))
            return false;
    for (int i = 0; i <= fit->order; i++)
        if (__builtin_mul_overflow(sum[i].above, p->divisor / sum[i].below, &p->c[i]))
            return false;
    return true;
}

/* Step from the differences 0 ... order of the values at a frame to those at the next one. */
static bool step_differences(struct polynomial *p)
{
    for (int i = 0; i < p->order; i++)
        if (__builtin_add_overflow(p->c[i], p->c[i + 1], &p->c[i]))
            return false;
    return true;
}

/* Returns false, with the taps 0, where they are not such integers. */
static bool fit_exactly(const struct fit *fit, struct taps *taps)
{
    const __int128 limit = (__int128)1 << 53;
    struct polynomial p;
    __int128 sum = 0;
    bool good = find_polynomial(fit, &p) && p.divisor < limit;

    for (size_t j = 0; good && j < taps->count; j++) {
        __int128 size = p.c[0] < 0 ? -p.c[0] : p.c[0];
        good = size < limit && (sum += size) < limit;
        taps->at[taps->count - 1 - j].high = (double)p.c[0];
        good = good && step_differences(&p);
    }
    for (size_t j = 0; !good && j < taps->count; j++)
        taps->at[j].high = 0;
    taps->divisor = good ? (double)p.divisor : 0;
    return good;
}

enum { N, ORDER, DERIVATIVE, POSITION };

static const char *make_savgol(const double *argument, struct taps *taps)
{
    double count = argument[N], at = argument[POSITION];
    struct fit fit = {(size_t)count, (int)argument[ORDER], (int)argument[DERIVATIVE], 0};

    if (argument[ORDER] >= count)
        return "order must be below n";
    if (fit.d > fit.order)
        return "d must not be above order: that derivative is 0";
    if (at >= count)
        return "pos must be below n";
    if (!isnan(at))
        fit.place = (int64_t)(2 * at - (count - 1));
    taps_open(taps, fit.taps);
    taps->origin = isnan(at) ? -1 : (int64_t)(count - 1 - at);
    if (!fit_exactly(&fit, taps))
        fit_pairs(&fit, taps);
    return NULL;
}

/* h[taps] and two zeros convolved in place with 1, 0, -1 or 1, -2, 1: h[taps + 2]. */
static void differ(struct pair *h, size_t taps, double middle, double last)
{
    for (size_t j = taps + 2; j-- > 0;)
        h[j].high += (j >= 1 ? middle * h[j - 1].high : 0) + (j >= 2 ? last * h[j - 2].high : 0);
}

/* Second differences, and a central first one where the order is odd. All taps are integers, or
 * halves of such. */
static const char *make_deriv(const double *argument, struct taps *taps)
{
    int order = (int)argument[0];
    size_t count = 1;

    taps_open(taps, 2 * (size_t)((order + 1) / 2) + 1);
    taps->divisor = order % 2 ? 2 : 1;
    taps->at[0].high = 1;
    for (int left = order; left > 0; left -= left % 2 ? 1 : 2, count += 2)
        differ(taps->at, count, left % 2 ? 0 : -2, left % 2 ? -1 : 1);
    return NULL;
}

const struct generator generator_savgol = {
    .name = "savgol",
    .grammar = "savgol:N,ORDER[,d=0][,pos=...]",
    .help = "Savitzky-Golay: polynomials fitted to N frames",
    .parameter = {{.name = "n", .kind = KIND_TAPS, .required = true},
                  {.name = "order", .kind = KIND_WHOLE, .required = true, .most = MOST_ORDER},
                  {.name = "d", .kind = KIND_WHOLE, .most = MOST_ORDER},
                  {.name = "pos", .kind = KIND_DELAY, .named = true, .fallback = NAN}},
    .derivative = DERIVATIVE + 1,
    .make = make_savgol,
};

const struct generator generator_deriv = {
    .name = "deriv",
    .grammar = "deriv:K",
    .help = "the K-th derivative, by central differences",
    .parameter =
        {{.name = "k", .kind = KIND_WHOLE, .required = true, .least = 1, .most = MOST_DIFFERENCE}},
    .derivative = 1,
    .make = make_deriv,
};

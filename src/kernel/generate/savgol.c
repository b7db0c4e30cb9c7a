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
 * So h is a polynomial in X with rational coefficients. Where its values over a common divisor are
 * integers below 2^53, in sum of magnitudes, they are the taps. Others are summed in pairs. */
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
    return pair_divide(pair_times((struct pair){square - k2, 0}, k2), (struct pair){4 * k2 - 1, 0});
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

/* Of X, with integer coefficients over one divisor: (c[0] + c[1] X + ...) / below. */
struct polynomial {
    int degree;
    __int128 c[MOST_ORDER + 1], below;
};

/* b[k] */
static struct fraction exact_coefficient(__int128 taps, int k)
{
    return fraction_multiply(fraction_of(k * k, 4 * k * k - 1),
                             fraction_of(taps * taps - k * k, 1));
}

/* Step from the coefficients of t[k-1] and t[k] to those of t[k] and t[k+1]. */
static void step_coefficients(struct fraction *before, struct fraction *here, int k,
                              struct fraction b)
{
    b.above = -b.above;
    for (int i = k + 1; i >= 0; i--) {
        struct fraction next = fraction_multiply(b, before[i]);
        if (i > 0)
            next = fraction_add(next, here[i - 1]);
        before[i] = here[i];
        here[i] = next;
    }
}

/* The derivative by x of the polynomial in X, at the fit's place, by Horner's rule. */
static struct fraction derivative_at(const struct fit *fit, const struct fraction *coefficient)
{
    struct fraction sum = fraction_of(0, 1), place = fraction_of(fit->place, 1);

    for (int i = fit->order; i >= fit->d; i--) {
        struct fraction term = coefficient[i];
        for (int e = 0; e < fit->d; e++)
            term = fraction_multiply(term, fraction_of(2 * (i - e), 1));
        sum = fraction_add(fraction_multiply(sum, place), term);
    }
    return sum;
}

/* The coefficients of h[-x], as fractions. */
static void sum_projections(const struct fit *fit, struct fraction *sum)
{
    const __int128 taps = (__int128)fit->taps;
    struct fraction before[MOST_ORDER + 2], here[MOST_ORDER + 2], norm = fraction_of(taps, 1);

    for (int i = 0; i <= MOST_ORDER + 1; i++)
        before[i] = here[i] = sum[i] = fraction_of(0, 1);
    here[0] = fraction_of(1, 1);
    for (int k = 0; k <= fit->order; k++) {
        struct fraction derivative = derivative_at(fit, here);
        if (derivative.above != 0 || derivative.below == 0) {
            struct fraction factor = fraction_divide(derivative, norm);
            for (int i = 0; i <= k; i++)
                sum[i] = fraction_add(sum[i], fraction_multiply(factor, here[i]));
        }
        step_coefficients(before, here, k, exact_coefficient(taps, k));
        norm = fraction_multiply(norm, exact_coefficient(taps, k + 1));
    }
}

/* Returns false where its integers do not fit. */
static bool find_polynomial(const struct fit *fit, struct polynomial *p)
{
    struct fraction sum[MOST_ORDER + 2];

    *p = (struct polynomial){.degree = fit->order, .below = 1};
    sum_projections(fit, sum);
    for (int i = 0; i <= fit->order; i++)
        if (sum[i].below == 0 ||
            __builtin_mul_overflow(p->below / fraction_common(p->below, sum[i].below), sum[i].below,
                                   &p->below))
            return false;
    for (int i = 0; i <= fit->order; i++)
        if (__builtin_mul_overflow(sum[i].above, p->below / sum[i].below, &p->c[i]))
            return false;
    return true;
}

/* Its value above the divisor, in *value. Returns false where that does not fit. */
static bool value_at(const struct polynomial *p, __int128 x, __int128 *value)
{
    *value = 0;
    for (int i = p->degree; i >= 0; i--)
        if (__builtin_mul_overflow(*value, x, value) ||
            __builtin_add_overflow(*value, p->c[i], value))
            return false;
    return true;
}

/* Divide the polynomial by what its values and its divisor have in common: what those at degree + 1
 * neighbouring points have, for the others are sums of multiples of these (Newton). */
static bool reduce(struct polynomial *p, size_t taps, __int128 *common)
{
    __int128 value;

    *common = p->below;
    for (size_t j = 0; j < taps && j <= (size_t)p->degree; j++) {
        if (!value_at(p, 2 * (__int128)j - (__int128)taps + 1, &value))
            return false;
        *common = fraction_common(*common, value);
    }
    return true;
}

/* Tap count - 1 - j, or 2^53 where it does not fit. */
static double integer_at(const struct polynomial *p, __int128 common, size_t count, size_t j)
{
    const __int128 limit = (__int128)1 << 53;
    __int128 value;

    if (!value_at(p, 2 * (__int128)j - (__int128)count + 1, &value))
        return 0x1p53;
    value /= common;
    return -limit < value && value < limit ? (double)value : 0x1p53;
}

/* Returns false, with the taps unchanged, where they are not such integers. */
static bool fit_exactly(const struct fit *fit, struct taps *taps)
{
    size_t count = fit->taps;
    struct polynomial p;
    __int128 common;
    double sum = 0;

    if (!find_polynomial(fit, &p) || !reduce(&p, count, &common) ||
        p.below / common >= (__int128)1 << 53)
        return false;
    for (size_t j = 0; j < count; j++) {
        sum += fabs(integer_at(&p, common, count, j));
        if (sum >= 0x1p53)
            return false;
    }
    for (size_t j = 0; j < count; j++)
        taps->at[count - 1 - j].high = integer_at(&p, common, count, j);
    taps->divisor = (double)(p.below / common);
    return true;
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

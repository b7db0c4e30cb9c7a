/* savgol.c - derivatives from polynomials: savgol, deriv.
 *
 * savgol fits a polynomial to the taps' frames, whose middle is time 0, and takes its derivative
 * there. In polynomials t[k] that are orthogonal over the frames the fit is a sum of projections,
 * so that
 *
 *     h[-x] = sum over k = 0 ... order of  t[k](x) t[k]^(d)(0) / norm[k]
 *
 * and no equations need to be solved. With X = 2x, N taps, and leading coefficients 1 (discrete
 * Chebyshev, or Gram, polynomials: NIST DLMF 18.22, Hahn's with alpha = beta = 0):
 *
 *     t[k+1] = X t[k] - b[k] t[k-1],    b[k] = k^2 (N^2 - k^2) / (4 k^2 - 1),
 *     norm[k] = N b[1] ... b[k]
 *
 * For so low an order the recurrence is stable. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "generator.h"

#include "util.h"

#include <stdlib.h>

enum { N, ORDER, DERIVATIVE, MOST_ORDER = 16, MOST_DIFFERENCE = 20 };

/* b[k] */
static struct pair coefficient(size_t taps, int k)
{
    double square = (double)taps * (double)taps, k2 = (double)k * k;
    return pair_divide(pair_times((struct pair){square - k2, 0}, k2), (struct pair){4 * k2 - 1, 0});
}

/* Step from the derivatives 0 ... d at x = 0 of t[k-1] and t[k] to those of t[k] and t[k+1]. */
static void step_derivatives(struct pair *before, struct pair *here, int d, struct pair b)
{
    for (int e = d; e >= 0; e--) {
        struct pair next = pair_negate(pair_multiply(b, before[e]));
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

static void fit(struct taps *taps, int order, int d)
{
    size_t count = taps->count;
    struct pair *before = util_array(count, sizeof *before);
    struct pair *here = util_array(count, sizeof *here);
    struct pair derivatives_before[MOST_ORDER + 1] = {{0, 0}};
    struct pair derivatives[MOST_ORDER + 1] = {{1, 0}};
    struct pair norm = {(double)count, 0};

    for (size_t j = 0; j < count; j++)
        here[j].high = 1;
    for (int k = 0; k <= order; k++) {
        struct pair factor = pair_divide(derivatives[d], norm), b = coefficient(count, k);
        for (size_t j = 0; j < count; j++) {
            struct pair *tap = &taps->at[count - 1 - j];
            *tap = pair_add(*tap, pair_multiply(factor, here[j]));
        }
        step_points(before, here, count, b);
        step_derivatives(derivatives_before, derivatives, d, b);
        norm = pair_multiply(norm, coefficient(count, k + 1));
    }
    free(before);
    free(here);
}

static const char *make_savgol(const double *argument, struct taps *taps)
{
    if (argument[ORDER] >= argument[N])
        return "order must be below n";
    if (argument[DERIVATIVE] > argument[ORDER])
        return "d must not be above order: that derivative is 0";
    taps_open(taps, (size_t)argument[N]);
    fit(taps, (int)argument[ORDER], (int)argument[DERIVATIVE]);
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
    .grammar = "savgol:N,ORDER[,d=0]",
    .help = "Savitzky-Golay: polynomials fitted to N frames",
    .parameter = {{.name = "n", .kind = KIND_TAPS, .required = true},
                  {.name = "order", .kind = KIND_WHOLE, .required = true, .most = MOST_ORDER},
                  {.name = "d", .kind = KIND_WHOLE, .most = MOST_ORDER}},
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

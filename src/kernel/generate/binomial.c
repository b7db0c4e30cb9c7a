/* binomial.c - kernels of binomial coefficients: binomial. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "generator.h"

#include <math.h>

enum { MOST_WHOLE = 53 }; /* taps: their sum is then 2^52 */

/* A number beyond the range of doubles: mantissa 2^exponent. */
struct wide {
    struct pair mantissa;
    int exponent;
};

/* x a / b, for integers a and b. */
static void multiply(struct wide *x, double a, double b)
{
    int exponent;

    x->mantissa = pair_divide(pair_times(x->mantissa, a), (struct pair){b, 0});
    frexp(x->mantissa.high, &exponent);
    x->mantissa = pair_scale(x->mantissa, -exponent);
    x->exponent += exponent;
}

/* C(n, k) / 2^n, k = floor(n / 2). That is C(2m, m) / 4^m, m = ceil(n / 2), the product of
 * (2i - 1) / 2i over i = 1 ... m. */
static struct wide middle(size_t n)
{
    struct wide product = {{1, 0}, 0};
    for (size_t i = 1; i <= (n + 1) / 2; i++)
        multiply(&product, (double)(2 * i - 1), (double)(2 * i));
    return product;
}

/* From the middle outwards, until doubles end. */
static void fill(struct taps *taps)
{
    size_t n = taps->count - 1, k = n / 2 + 1;
    struct wide tap = middle(n);

    taps->exponent = -500;
    while (k-- > 0 && tap.exponent > -1100) {
        taps->at[k] = taps->at[n - k] = pair_scale(tap.mantissa, tap.exponent - taps->exponent);
        multiply(&tap, (double)k, (double)(n - k + 1));
    }
}

static void fill_whole(struct taps *taps)
{
    size_t n = taps->count - 1;

    taps->divisor = ldexp(1, (int)n);
    taps->at[0].high = 1;
    for (size_t k = 1; k <= n; k++)
        for (size_t j = k; j > 0; j--)
            taps->at[j].high += taps->at[j - 1].high;
}

static const char *make_binomial(const double *argument, struct taps *taps)
{
    taps_open(taps, (size_t)argument[0]);
    if (taps->count <= MOST_WHOLE)
        fill_whole(taps);
    else
        fill(taps);
    return NULL;
}

const struct generator generator_binomial = {
    .name = "binomial",
    .grammar = "binomial:N",
    .help = "binomial coefficients, near a Gaussian",
    .parameter = {{.name = "n", .kind = KIND_TAPS, .required = true}},
    .make = make_binomial,
};

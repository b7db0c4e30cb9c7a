/* gauss.c - kernels that decay exponentially: gauss and its derivatives, exp. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "generator.h"

#include "elementary.h"

#include <math.h>

enum { SIGMA, TRUNCATE, ORDER, MOST_ORDER = 10 };

static struct pair exponential(struct pair x)
{
    int exponent;
    struct pair mantissa = elementary_exp(x, &exponent);
    return pair_scale(mantissa, exponent);
}

/* The derivative of exp(-z^2 / 2), divided by it: (-1)^order He(z), He[k+1] = z He[k] - k
 * He[k-1]. */
static struct pair hermite(int order, struct pair z)
{
    struct pair before = {0, 0}, here = {1, 0};
    for (int k = 0; k < order; k++) {
        struct pair next = pair_negate(pair_add(pair_multiply(z, here), pair_times(before, k)));
        before = here;
        here = next;
    }
    return here;
}

/* Turn the Gaussian into its derivative, per frame^order. */
static void derive(struct taps *taps, double radius, double sigma, int order)
{
    int exponent;
    struct pair power = pair_power(sigma, order, &exponent);

    for (size_t j = 0; j < taps->count; j++) {
        struct pair z = pair_quotient((double)j - radius, sigma);
        struct pair tap = pair_multiply(taps->at[j], hermite(order, z));
        taps->at[j] = pair_scale(pair_divide(tap, power), -exponent);
    }
}

/* As scipy.ndimage.gaussian_filter1d: the Gaussian sums to 1, and the derivatives are those of
 * its formula. */
static const char *make_gauss(const double *argument, struct taps *taps)
{
    double sigma = argument[SIGMA], radius = floor(argument[TRUNCATE] * sigma + 0.5);
    int order = (int)argument[ORDER];

    if (!(radius < (double)GENERATOR_MOST / 2))
        return GENERATOR_TOO_LONG;
    if (order > 0 && radius < 1)
        return "sigma times truncate leaves one tap, which has no derivative";
    size_t middle = (size_t)radius;
    taps_open(taps, 2 * middle + 1);
    for (size_t j = 0; j <= middle; j++) {
        struct pair z = pair_quotient((double)j, sigma);
        struct pair tap = exponential(pair_times(pair_multiply(z, z), -0.5));
        taps->at[middle - j] = taps->at[middle + j] = tap;
    }
    taps_sum_to_one(taps);
    if (order > 0)
        derive(taps, radius, sigma, order);
    return NULL;
}

/* As scipy.signal.windows.exponential with center=0, sym=False, scaled to sum 1. */
static const char *make_exp(const double *argument, struct taps *taps)
{
    double tau = argument[0], last = ceil(argument[1] * tau);

    if (!(last < (double)GENERATOR_MOST))
        return GENERATOR_TOO_LONG;
    taps_open(taps, (size_t)last + 1);
    for (size_t j = 0; j < taps->count; j++)
        taps->at[j] = exponential(pair_negate(pair_quotient((double)j, tau)));
    taps_sum_to_one(taps);
    return NULL;
}

const struct generator generator_gauss = {
    .name = "gauss",
    .grammar = "gauss:SIGMA[,truncate=4][,d=0]",
    .help = "a Gaussian; d: its derivatives",
    .parameter = {{.name = "sigma", .kind = KIND_TIME, .required = true},
                  {.name = "truncate", .kind = KIND_NUMBER, .fallback = 4, .most = 1e6},
                  {.name = "d", .kind = KIND_WHOLE, .most = MOST_ORDER}},
    .derivative = ORDER + 1,
    .make = make_gauss,
};

/* exp(-37) is below 2^-53. */
const struct generator generator_exp = {
    .name = "exp",
    .grammar = "exp:TAU[,truncate=37]",
    .help = "a running mean, weights exp(-n/TAU); causal",
    .parameter = {{.name = "tau", .kind = KIND_TIME, .required = true},
                  {.name = "truncate", .kind = KIND_NUMBER, .fallback = 37, .most = 1e6}},
    .causal = true,
    .make = make_exp,
};

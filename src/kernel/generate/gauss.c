/* gauss.c - kernels that decay exponentially: gauss and its derivatives, exp. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "generator.h"

#include "elementary.h"

#include <math.h>

enum { MOST_ORDER = 10 };

/* Taps are kept 2^500 times as large, so that those which are subnormal have all their digits.
 * exp(-1400) is beyond these, whatever it is multiplied by. */
enum { EXPONENT = -500, MOST_EXPONENT = 1400 };

static struct pair exponential(struct pair x)
{
    int exponent;
    struct pair mantissa = elementary_exp(x, &exponent);
    return pair_scale(mantissa, exponent - EXPONENT);
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
        if (!(taps->at[j].high > 0))
            continue;
        struct pair z = pair_quotient((double)j - radius, sigma);
        struct pair tap = pair_multiply(taps->at[j], hermite(order, z));
        taps->at[j] = pair_divide(tap, power);
    }
    taps->exponent -= exponent;
}

enum { SIGMA, TRUNCATE, ORDER, RADIUS, GAUSS_SCALE };

/* Taps on each side of the middle, or NaN where both arguments are given. */
static double radius_of(const double *argument)
{
    bool truncated = !isnan(argument[TRUNCATE]);

    if (!isnan(argument[RADIUS]))
        return truncated ? NAN : argument[RADIUS];
    return floor((truncated ? argument[TRUNCATE] : 4) * argument[SIGMA] + 0.5);
}

/* As scipy.ndimage.gaussian_filter1d: the Gaussian sums to 1, and the derivatives are those of
 * its formula. */
static const char *make_gauss(const double *argument, struct taps *taps)
{
    double sigma = argument[SIGMA], radius = radius_of(argument);
    int order = (int)argument[ORDER];

    if (isnan(radius))
        return "give either truncate or radius";
    if (!(radius < (double)GENERATOR_MOST / 2))
        return GENERATOR_TOO_LONG;
    if (order > 0 && radius < 1)
        return "one tap is left, which has no derivative";
    size_t middle = (size_t)radius;
    taps_open(taps, 2 * middle + 1);
    taps->exponent = EXPONENT;
    for (size_t j = 0; j <= middle; j++) {
        struct pair z = pair_quotient((double)j, sigma);
        if (!(z.high * z.high / 2 < MOST_EXPONENT))
            break;
        struct pair tap = exponential(pair_times(pair_multiply(z, z), -0.5));
        taps->at[middle - j] = taps->at[middle + j] = tap;
    }
    if (argument[GAUSS_SCALE] > 0)
        taps_sum_to_one(taps);
    if (order > 0)
        derive(taps, radius, sigma, order);
    return NULL;
}

enum { TAU, CUT, ALPHA, SPAN, HALFLIFE, EXP_SCALE };

/* Weights exp(-n above / below). */
struct decay {
    struct pair above;
    double below;
};

/* Of the powers of a base, 0 to 1. */
static struct decay decay_of(struct pair base)
{
    return (struct decay){pair_negate(elementary_log(base)), 1};
}

static const char *choose_decay(const double *argument, struct decay *decay)
{
    static const struct pair ONE = {1, 0}, TWO = {2, 0};
    double alpha = argument[ALPHA], span = argument[SPAN];
    int given = 0;

    for (int i = TAU; i <= HALFLIFE; i++)
        given += i != CUT && !isnan(argument[i]);
    if (given != 1)
        return "give one of tau, alpha, span and halflife";
    if (alpha <= 0)
        return "alpha must be above 0";
    if (span < 1)
        return "span must be at least 1 frame";
    *decay = (struct decay){ONE, argument[TAU]};
    if (!isnan(argument[HALFLIFE]))
        *decay = (struct decay){elementary_log(TWO), argument[HALFLIFE]};
    else if (!isnan(alpha))
        *decay = decay_of(pair_sum(1, -alpha));
    else if (!isnan(span))
        *decay = decay_of(pair_divide(pair_sum(span, -1), pair_sum(span, 1)));
    return NULL;
}

/* As scipy.signal.windows.exponential with center=0, sym=False, and the weights of pandas' ewm;
 * scaled to sum 1. */
static const char *make_exp(const double *argument, struct taps *taps)
{
    struct decay decay;
    const char *wrong = choose_decay(argument, &decay);

    if (wrong)
        return wrong;
    double last = ceil(argument[CUT] * decay.below / decay.above.high);
    if (!(last < (double)GENERATOR_MOST))
        return GENERATOR_TOO_LONG;
    taps_open(taps, (size_t)last + 1);
    taps->origin = 0;
    taps->exponent = EXPONENT;
    taps->at[0].high = ldexp(1, -EXPONENT);
    for (size_t j = 1; j < taps->count; j++) {
        struct pair x = pair_quotient((double)j, decay.below);
        if (!(x.high * decay.above.high < MOST_EXPONENT))
            break;
        taps->at[j] = exponential(pair_negate(pair_multiply(x, decay.above)));
    }
    if (argument[EXP_SCALE] > 0)
        taps_sum_to_one(taps);
    return NULL;
}

const struct generator generator_gauss = {
    .name = "gauss",
    .grammar = "gauss:SIGMA[,truncate=4][,d=0][,radius=...][,scale=1]",
    .help = "a Gaussian; d: its derivatives",
    .parameter = {{.name = "sigma", .kind = KIND_TIME, .required = true},
                  {.name = "truncate", .kind = KIND_NUMBER, .fallback = NAN, .most = 1e6},
                  {.name = "d", .kind = KIND_WHOLE, .most = MOST_ORDER},
                  {.name = "radius", .kind = KIND_DELAY, .named = true, .fallback = NAN},
                  GENERATOR_SWITCH("scale", 1)},
    .derivative = ORDER + 1,
    .make = make_gauss,
};

/* exp(-37) is below 2^-53. */
const struct generator generator_exp = {
    .name = "exp",
    .grammar = "exp:{TAU|alpha=A|span=N|halflife=T}[,truncate=37][,scale=1]",
    .help = "a running mean, weights exp(-n/TAU); causal",
    .parameter = {{.name = "tau", .kind = KIND_TIME, .fallback = NAN},
                  {.name = "truncate", .kind = KIND_NUMBER, .fallback = 37, .most = 1e6},
                  {.name = "alpha", .named = true, .kind = KIND_NUMBER, .fallback = NAN,
                   .most = 1},
                  {.name = "span", .kind = KIND_TIME, .named = true, .fallback = NAN},
                  {.name = "halflife", .kind = KIND_TIME, .named = true, .fallback = NAN},
                  GENERATOR_SWITCH("scale", 1)},
    .make = make_exp,
};

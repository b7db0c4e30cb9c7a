/* taps.c - taps as pairs, or as integers with a divisor (see taps.h). */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "taps.h"

#include "elementary.h"
#include "util.h"

#include <math.h>
#include <stdlib.h>

void taps_open(struct taps *taps, size_t count)
{
    *taps = (struct taps){.count = count, .at = util_array(count, sizeof *taps->at), .origin = -1};
}

void taps_close(struct taps *taps)
{
    free(taps->at);
    taps->at = NULL;
}

double taps_round(const struct taps *taps, size_t j)
{
    double tap = taps->divisor > 0 ? taps->at[j].high / taps->divisor
                                   : pair_round(taps->at[j], taps->exponent);
    return tap + 0.0; /* never -0 */
}

/* Of 2 pi hertz / rate * halves / 2. */
static struct turn phase_of(double hertz, double rate, int64_t halves)
{
    if (hertz == rint(hertz) && rate == rint(rate) && rate > 1 && rate < 0x1p33) {
        int64_t n = 2 * (int64_t)rate, m = (int64_t)hertz * halves % n;
        return elementary_turn(m < 0 ? m + n : m, n);
    }
    return elementary_turns(pair_times(pair_quotient(hertz, rate), (double)halves / 2));
}

void taps_shift(const struct taps *taps, double hertz, double rate, double *h)
{
    int64_t last = (int64_t)taps->count - 1;

    for (size_t j = 0; j < taps->count; j++) {
        struct turn phase = phase_of(hertz, rate, 2 * (int64_t)j - last);
        struct pair real = pair_multiply(taps->at[j], phase.cosine),
                    imaginary = pair_multiply(taps->at[j], phase.sine);
        h[j] = pair_round(real, taps->exponent) + 0.0; /* never -0 */
        h[taps->count + j] = pair_round(imaginary, taps->exponent) + 0.0;
    }
}

/* Of integers below 2^53. */
static double common_divisor(double a, double b)
{
    while (b > 0) {
        double rest = fmod(a, b);
        a = b;
        b = rest;
    }
    return a;
}

/* Multiply integers by factor^power, or leave them as they are and return false. A fraction of a
 * power of two goes into their divisor. */
static bool multiply_whole(struct taps *taps, double factor, int power)
{
    double product = 1, sum = 0, divisor = taps->divisor;

    for (int k = 0; k < power; k++)
        product *= factor;
    while (product > floor(product) && divisor < 0x1p52)
        product *= 2, divisor *= 2;
    if (product > floor(product) || !(product < 0x1p53))
        return false;
    double common = common_divisor(product, divisor);
    product /= common;
    for (size_t j = 0; j < taps->count; j++)
        sum += fabs(taps->at[j].high) * product;
    if (!(sum < 0x1p53))
        return false;
    for (size_t j = 0; j < taps->count; j++)
        taps->at[j].high *= product;
    taps->divisor = divisor / common;
    return true;
}

static void divide_whole(struct taps *taps)
{
    for (size_t j = 0; j < taps->count; j++)
        taps->at[j] = pair_quotient(taps->at[j].high, taps->divisor);
    taps->divisor = 0;
}

void taps_multiply(struct taps *taps, double factor, int power)
{
    int exponent;
    struct pair scale = pair_power(factor, power, &exponent);

    if (taps->divisor > 0 && multiply_whole(taps, factor, power))
        return;
    if (taps->divisor > 0)
        divide_whole(taps);
    for (size_t j = 0; j < taps->count; j++)
        taps->at[j] = pair_multiply(taps->at[j], scale);
    taps->exponent += exponent;
}

void taps_divide(struct taps *taps, struct pair divisor)
{
    for (size_t j = 0; j < taps->count; j++)
        taps->at[j] = pair_divide(taps->at[j], divisor);
}

void taps_sum_to_one(struct taps *taps)
{
    struct pair sum = {0, 0};
    for (size_t j = 0; j < taps->count; j++)
        sum = pair_add(sum, taps->at[j]);
    taps_divide(taps, pair_scale(sum, taps->exponent));
}

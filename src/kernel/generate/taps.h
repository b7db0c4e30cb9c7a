/* taps.h - the taps of a made kernel as pairs, so that they are rounded only once, at the end.
 *
 * Taps that are rational are integers and one divisor where they can be, so that sums of integer
 * samples remain exact and are divided once. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef TAPS_H
#define TAPS_H

#include "pair.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct taps {
    size_t count;
    struct pair *at; /* at[count]; owned: taps_close */
    int64_t origin;  /* the tap at time 0; -1: the middle */
    int exponent;    /* a tap is at[j] 2^exponent, which may be subnormal where at[j] is not */
    double divisor;  /* 0: none; else at[j].high are integers below 2^53 in sum of magnitudes,
                        at[j].low and exponent 0, and a tap is at[j].high / divisor, both exact */
};

/* Allocate `count` taps, all 0, the middle one at time 0. */
void taps_open(struct taps *, size_t count);
void taps_close(struct taps *);

/* Tap j, rounded to a double once; never -0. */
double taps_round(const struct taps *, size_t j);

/* Multiply the taps by exp(2 pi i f (j - middle)), f = hertz / rate, which moves them in
 * frequency, and round the real and the imaginary parts, h[2][count], once. Where hertz and rate
 * are whole numbers below 2^33, rate above 1, the phases are exact. Not for taps with a
 * divisor. */
void taps_shift(const struct taps *, double hertz, double rate, double *h);

/* Multiply all taps by factor^power, factor > 0. They remain integers with a divisor where the
 * products are, and stay below 2^53 in sum. */
void taps_multiply(struct taps *, double factor, int power);

/* Divide the taps by their sum; NaN where it is 0. Not for taps with a divisor. */
void taps_sum_to_one(struct taps *);
void taps_divide(struct taps *, struct pair divisor);

#endif

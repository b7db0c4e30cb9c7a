/* accumulator.h - sums of products of doubles without any error, rounded once, and their
 * products compared. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef ACCUMULATOR_H
#define ACCUMULATOR_H

#include <stddef.h>
#include <stdint.h>

/* Digits of 32 bits: the bit of weight 2^(b - 2148) is bit b % 32 of digit b / 32. Bit 0 is the
 * square of the smallest subnormal; a sum of 2^35 products stays below 2^(2048 + 35), bit 4231. A
 * digit is stored in 64 bits, so that carries can be deferred. */
enum { ACCUMULATOR_DIGITS = 136 };

struct accumulator {
    int64_t digit[ACCUMULATOR_DIGITS];
    size_t waiting; /* products added since the last carry propagation */
};

/* All digits 0. */
void accumulator_clear(struct accumulator *);

/* Add a * b, both finite. */
void accumulator_add(struct accumulator *, double a, double b);

/* The double nearest to the sum, ties to even; it may be subnormal or infinite. */
double accumulator_round(struct accumulator *);

/* Its sign: -1, 0 or 1. */
int accumulator_sign(const struct accumulator *);

/* The sum divided by 2^*exponent, within a few units in the last place; its magnitude is 1/2 to 1,
 * or it is 0. */
double accumulator_near(const struct accumulator *, int *exponent);

/* The sign of a b - c d, without error: -1, 0 or 1. */
int accumulator_compare(const struct accumulator *a, const struct accumulator *b,
                        const struct accumulator *c, const struct accumulator *d);

#endif

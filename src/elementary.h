/* elementary.h - exp, sine, logarithm and decibels, the same on every machine.
 *
 * The C library's differ by an ulp between libraries and between CPUs. These are made of IEEE
 * 754's operations alone (pair.h), and so precise that the double nearest to their result is
 * the one nearest to the function's value, unless that lies within 2^-40 ulp of the middle
 * between two doubles.
 *
 * Each reduces its argument exactly or in parts (W. J. Cody and W. Waite, Software Manual for
 * the Elementary Functions, 1980) and sums the Taylor series of what is left, whose
 * coefficients are exact fractions. Relative errors, by adding up those of pair.h:
 *
 *     exp, cosine, sine  2^-100 of what the pair stands for
 *     log                2^-100 of what the pair stands for
 *     log2, to decibels  2^-100 before rounding
 *     from decibels      2^-100 + 2^-104 |ln value| before rounding */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef ELEMENTARY_H
#define ELEMENTARY_H

#include "pair.h"

#include <stdint.h>

/* The mantissa, 0.7 to 1.42, and the exponent of e^x: e^x is that times 2^*exponent. 0 or
 * infinity, and exponent 0, where |x| > 1400; NaN of NaN. */
struct pair elementary_exp(struct pair x, int *exponent);

struct turn {
    struct pair cosine, sine; /* exactly 0, 1 or -1 at every quarter of a turn */
};

/* Of 2 pi m / n, 0 <= m < 2^50 and 0 < n < 2^50. */
struct turn elementary_turn(int64_t m, int64_t n);

/* Of 2 pi turns, |turns| < 2^50. */
struct turn elementary_turns(struct pair turns);

/* The natural logarithm: -infinity of 0, NaN of what is negative. */
struct pair elementary_log(struct pair x);

/* As log2(): -infinity of 0, NaN of what is negative. */
double elementary_log2(double x);

/* The factor of so many decibels, 10^(decibels / 20), and the decibels of a factor, 20
 * log10(factor). */
double elementary_from_decibels(double decibels);
double elementary_to_decibels(double factor);

#endif

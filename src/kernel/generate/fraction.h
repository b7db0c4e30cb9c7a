/* fraction.h - exact fractions of 128-bit integers. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef FRACTION_H
#define FRACTION_H

/* above / below, in lowest terms, below > 0; below = 0 where it is unknown because the integers on
 * the way to it do not fit. */
struct fraction {
    __int128 above, below;
};

struct fraction fraction_of(__int128 above, __int128 below);
struct fraction fraction_add(struct fraction, struct fraction);
struct fraction fraction_multiply(struct fraction, struct fraction);

/* b not 0. */
struct fraction fraction_divide(struct fraction a, struct fraction b);

/* The greatest common divisor, >= 0. */
__int128 fraction_common(__int128 a, __int128 b);

#endif

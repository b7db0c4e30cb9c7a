/* fraction.c - exact fractions (see fraction.h). */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "fraction.h"

static const struct fraction UNKNOWN = {0, 0};

__int128 fraction_common(__int128 a, __int128 b)
{
    while (b != 0) {
        __int128 rest = a % b;
        a = b;
        b = rest;
    }
    return a < 0 ? -a : a;
}

struct fraction fraction_of(__int128 above, __int128 below)
{
    if (below == 0)
        return UNKNOWN;
    __int128 common = below < 0 ? -fraction_common(above, below) : fraction_common(above, below);
    return (struct fraction){above / common, below / common};
}

/* a / b + c / d = (a (d / g) + c (b / g)) / (b (d / g)), g the common divisor of b and d */
struct fraction fraction_add(struct fraction x, struct fraction y)
{
    __int128 left, right, above, below;

    if (x.below == 0 || y.below == 0)
        return UNKNOWN;
    __int128 common = fraction_common(x.below, y.below);
    if (__builtin_mul_overflow(x.above, y.below / common, &left) ||
        __builtin_mul_overflow(y.above, x.below / common, &right) ||
        __builtin_add_overflow(left, right, &above) ||
        __builtin_mul_overflow(x.below, y.below / common, &below))
        return UNKNOWN;
    return fraction_of(above, below);
}

struct fraction fraction_multiply(struct fraction x, struct fraction y)
{
    struct fraction a = fraction_of(x.above, y.below), b = fraction_of(y.above, x.below), product;

    if (x.below == 0 || y.below == 0 || __builtin_mul_overflow(a.above, b.above, &product.above) ||
        __builtin_mul_overflow(a.below, b.below, &product.below))
        return UNKNOWN;
    return product;
}

struct fraction fraction_divide(struct fraction a, struct fraction b)
{
    return fraction_multiply(a, fraction_of(b.below, b.above));
}

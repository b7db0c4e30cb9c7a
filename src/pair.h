/* pair.h - numbers of twice the precision: the unevaluated sum of two doubles.
 *
 * Sums and products of doubles are exact in pairs (T. J. Dekker, Numerische Mathematik 18,
 * 1971; D. E. Knuth). The rest follows M. Joldes, J.-M. Muller and V. Popescu, ACM Transactions
 * on Mathematical Software 44(2), 2017, whose bounds of the relative error are given in units of
 * u^2 = 2^-106. Everything is made of IEEE 754's + - * / alone, so that the same arguments give
 * the same bits on every machine. The error of a product is found by splitting the factors, not
 * by fma(): where the compiler may not assume the instruction fma() is a call, and where the
 * CPU lacks it a slow one.
 *
 * Nothing here overflows while results stay below 2^995, and the bounds hold while products
 * stay above 2^-960. Where a result is not finite, only its high part means anything. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef PAIR_H
#define PAIR_H

struct pair {
    double high, low; /* high is the double nearest to the sum */
};

/* a + b exactly, |a| >= |b| or a = 0. */
static inline struct pair pair_ordered(double a, double b)
{
    double sum = a + b;
    return (struct pair){sum, b - (sum - a)};
}

/* a + b exactly. */
static inline struct pair pair_sum(double a, double b)
{
    double sum = a + b, part = sum - a;
    return (struct pair){sum, (a - (sum - part)) + (b - part)};
}

/* The upper 26 bits of a, rounded to nearest; what is left fits into 26 more. */
static inline double pair_upper(double a)
{
    double shifted = a * 0x8000001p0;
    return shifted - (shifted - a);
}

/* a b exactly. */
static inline struct pair pair_product(double a, double b)
{
    double product = a * b, a1 = pair_upper(a), b1 = pair_upper(b), a2 = a - a1, b2 = b - b1;
    return (struct pair){product, a2 * b2 - (((product - a1 * b1) - a2 * b1) - a1 * b2)};
}

/* x + y to 3 u^2. */
static inline struct pair pair_add(struct pair x, struct pair y)
{
    struct pair high = pair_sum(x.high, y.high), low = pair_sum(x.low, y.low);
    struct pair sum = pair_ordered(high.high, high.low + low.high);
    return pair_ordered(sum.high, sum.low + low.low);
}

/* x y to 5 u^2 (J.-M. Muller and L. Rideau, ACM Transactions on Mathematical Software 48(1),
 * 2022). */
static inline struct pair pair_multiply(struct pair x, struct pair y)
{
    struct pair product = pair_product(x.high, y.high);
    return pair_ordered(product.high, product.low + (x.high * y.low + x.low * y.high));
}

/* x y to 2 u^2. */
static inline struct pair pair_times(struct pair x, double y)
{
    struct pair product = pair_product(x.high, y), sum = pair_ordered(product.high, x.low * y);
    return pair_ordered(sum.high, sum.low + product.low);
}

/* x / y to 16 u^2. */
static inline struct pair pair_divide(struct pair x, struct pair y)
{
    double quotient = x.high / y.high;
    struct pair product = pair_times(y, quotient);
    return pair_ordered(quotient, ((x.high - product.high) + (x.low - product.low)) / y.high);
}

static inline struct pair pair_negate(struct pair x)
{
    return (struct pair){-x.high, -x.low};
}

/* a / b to 16 u^2 for any a and b, but for the low part of what is below 2^-960; infinite where
 * it overflows. */
struct pair pair_quotient(double a, double b);

/* The mantissa of x^n, n >= 0, to 2 n u^2, between 2^-n and 1; x > 0. x^n is that times
 * 2^*exponent. */
struct pair pair_power(double x, int n, int *exponent);

/* x 2^exponent; exact where both parts remain normal. */
struct pair pair_scale(struct pair x, int exponent);

/* The double nearest to x 2^exponent, 2^-960 < |x| < 2^960 or 0: rounded once, also where it is
 * subnormal; infinite where it overflows. */
double pair_round(struct pair x, int exponent);

#endif

/* accumulator.c - a fixed-point number wide enough for any product of doubles. (U. Kulisch,
 * "Computer Arithmetic and Validity", de Gruyter 2013, chapter 8.) */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "accumulator.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

/* Each product adds less than 2^33 to a digit. */
static const size_t MOST_WAITING = (size_t)1 << 29;

enum { LEAST = -2148 }; /* exponent of bit 0 */

void accumulator_clear(struct accumulator *a)
{
    memset(a, 0, sizeof *a);
}

/* |x| = mantissa * 2^exponent. */
static uint64_t take_apart(double x, int *exponent)
{
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    int biased = (int)(bits >> 52 & 2047);
    *exponent = (biased ? biased : 1) - 1075;
    return (bits & ((UINT64_C(1) << 52) - 1)) | (uint64_t)(biased != 0) << 52;
}

/* Propagate the carries: every digit but the last becomes 0 ... 2^32 - 1, and the last has the
 * sum's sign. */
static void settle(struct accumulator *a)
{
    int64_t carry = 0;

    for (int i = 0; i < ACCUMULATOR_DIGITS - 1; i++) {
        int64_t digit = a->digit[i] + carry, low = digit & 0xffffffff;
        carry = (digit - low) / ((int64_t)1 << 32);
        a->digit[i] = low;
    }
    a->digit[ACCUMULATOR_DIGITS - 1] += carry;
    a->waiting = 0;
}

static void add_digits(int64_t *digit, unsigned __int128 value, bool negative)
{
    for (; value; value >>= 32, digit++)
        *digit += negative ? -(int64_t)(value & 0xffffffff) : (int64_t)(value & 0xffffffff);
}

void accumulator_add(struct accumulator *a, double x, double y)
{
    int ex, ey;
    unsigned __int128 product = (unsigned __int128)take_apart(x, &ex) * take_apart(y, &ey);
    int at = ex + ey - LEAST, digit = at / 32, shift = at % 32;
    bool negative = !signbit(x) != !signbit(y);

    /* in two halves, since 106 bits shifted by 31 do not fit in 128 */
    add_digits(a->digit + digit, (product & UINT64_MAX) << shift, negative);
    add_digits(a->digit + digit + 2, (product >> 64) << shift, negative);
    if (++a->waiting == MOST_WAITING)
        settle(a);
}

/* Make the number positive. Returns its sign, -1 or 1. */
static int take_sign(struct accumulator *a)
{
    settle(a);
    if (a->digit[ACCUMULATOR_DIGITS - 1] >= 0)
        return 1;
    for (int i = 0; i < ACCUMULATOR_DIGITS; i++)
        a->digit[i] = -a->digit[i];
    settle(a);
    return -1;
}

/* The digits that count: number.digit[begin] to [end - 1], all positive. */
struct magnitude {
    struct accumulator number;
    int sign, begin, end;
};

static struct magnitude measure(const struct accumulator *a)
{
    struct magnitude m = {.number = *a, .end = ACCUMULATOR_DIGITS};

    m.sign = take_sign(&m.number);
    while (m.end > 0 && !m.number.digit[m.end - 1])
        m.end--;
    while (m.begin < m.end && !m.number.digit[m.begin])
        m.begin++;
    return m;
}

/* Digit k of a product, before carries. */
static __int128 multiply_digit(const struct magnitude *x, const struct magnitude *y, int k)
{
    __int128 sum = 0;
    int from = k - y->end + 1;

    for (int i = from > x->begin ? from : x->begin; i < x->end && i <= k - y->begin; i++)
        sum += (__int128)x->number.digit[i] * y->number.digit[k - i];
    return x->sign * y->sign * sum;
}

int accumulator_sign(const struct accumulator *a)
{
    struct magnitude m = measure(a);
    return m.begin < m.end ? m.sign : 0;
}

int accumulator_compare(const struct accumulator *a, const struct accumulator *b,
                        const struct accumulator *c, const struct accumulator *d)
{
    struct magnitude left[] = {measure(a), measure(b)}, right[] = {measure(c), measure(d)};
    __int128 carry = 0;
    bool rest = false;

    for (int k = 0; k < 2 * ACCUMULATOR_DIGITS - 1; k++) {
        carry += multiply_digit(&left[0], &left[1], k) - multiply_digit(&right[0], &right[1], k);
        int64_t low = (int64_t)(carry & 0xffffffff);
        carry = (carry - low) / ((int64_t)1 << 32);
        rest |= low != 0;
    }
    return carry < 0 ? -1 : carry > 0 || rest;
}

double accumulator_near(const struct accumulator *a, int *exponent)
{
    struct magnitude m = measure(a);
    double near = 0;

    for (int i = m.end - 1; i >= 0 && i >= m.end - 3; i--)
        near = near * 0x1p32 + (double)m.number.digit[i];
    int last = m.end < 3 ? 0 : m.end - 3;
    near = m.sign * frexp(near, exponent);
    *exponent += 32 * last + LEAST;
    return near;
}

static int bit(const struct accumulator *a, int b)
{
    return (int)(a->digit[b / 32] >> b % 32 & 1);
}

/* Whether any bit below b is set. */
static bool any_below(const struct accumulator *a, int b)
{
    for (int i = 0; i < b / 32; i++)
        if (a->digit[i])
            return true;
    return (a->digit[b / 32] & (((int64_t)1 << b % 32) - 1)) != 0;
}

double accumulator_round(struct accumulator *a)
{
    uint64_t value = 0;

    int sign = take_sign(a);
    int top = ACCUMULATOR_DIGITS - 1;
    while (top > 0 && !a->digit[top])
        top--;
    for (top = top * 32 + 31; top > 0 && !bit(a, top);)
        top--;
    int least = -1074 - LEAST,
        last = top - 52 > least ? top - 52 : least; /* that a double keeps */
    for (int b = top; b >= last; b--)
        value = value << 1 | (uint64_t)bit(a, b);
    value += (uint64_t)(bit(a, last - 1) && (value & 1 || any_below(a, last - 1)));
    for (int i = 0; i < ACCUMULATOR_DIGITS; i++)
        a->digit[i] *= sign;
    return ldexp(sign * (double)value, last + LEAST);
}

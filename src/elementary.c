/* elementary.c - elementary functions in pairs of doubles (see elementary.h). */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "elementary.h"

#include <math.h>
#include <stdbool.h>

static const struct pair TWO_PI = {0x1.921fb54442d18p+2, 0x1.1a62633145c07p-52};
static const struct pair LN2 = {0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56};
static const struct pair LN10_BY_20 = {0x1.d791c5f888822p-4, 0x1.abeeabde89357p-58};

/* ln 2 again: 42 bits, whose products with exponents are exact, and the rest. */
static const double LN2_HEAD = 0x1.62e42fefa3800p-1;
static const struct pair LN2_REST = {0x1.ef35793c76730p-45, 0x1.f97b57a079a19p-103};

/* 1 / k! */
static const struct pair INVERSE_FACTORIAL[] = {
    {1, 0},
    {1, 0},
    {0x1p-1, 0},
    {0x1.5555555555555p-3, 0x1.5555555555555p-57},
    {0x1.5555555555555p-5, 0x1.5555555555555p-59},
    {0x1.1111111111111p-7, 0x1.1111111111111p-63},
    {0x1.6c16c16c16c17p-10, -0x1.f49f49f49f49fp-65},
    {0x1.a01a01a01a01ap-13, 0x1.a01a01a01a01ap-73},
    {0x1.a01a01a01a01ap-16, 0x1.a01a01a01a01ap-76},
    {0x1.71de3a556c734p-19, -0x1.c154f8ddc6c00p-73},
    {0x1.27e4fb7789f5cp-22, 0x1.cbbc05b4fa99ap-76},
    {0x1.ae64567f544e4p-26, -0x1.c062e06d1f209p-80},
    {0x1.1eed8eff8d898p-29, -0x1.2aec959e14c06p-83},
    {0x1.6124613a86d09p-33, 0x1.f28e0cc748ebep-87},
    {0x1.93974a8c07c9dp-37, 0x1.05d6f8a2efd1fp-92},
    {0x1.ae7f3e733b81fp-41, 0x1.1d8656b0ee8cbp-97},
    {0x1.ae7f3e733b81fp-45, 0x1.1d8656b0ee8cbp-101},
    {0x1.952c77030ad4ap-49, 0x1.ac981465ddc6cp-103},
    {0x1.6827863b97d97p-53, 0x1.eec01221a8b0bp-107},
    {0x1.2f49b46814157p-57, 0x1.2650f61dbdcb4p-112},
    {0x1.e542ba4020225p-62, 0x1.ea72b4afe3c2fp-120},
    {0x1.71b8ef6dcf572p-66, -0x1.d043ae40c4647p-120},
    {0x1.0ce396db7f853p-70, -0x1.aebcdbd20331cp-124},
    {0x1.761b41316381ap-75, -0x1.3423c7d91404fp-130},
    {0x1.f2cf01972f578p-80, -0x1.9ada5fcc1ab14p-135},
    {0x1.3f3ccdd165fa9p-84, -0x1.58ddadf344487p-139},
    {0x1.88e85fc6a4e5ap-89, -0x1.71c37ebd16540p-143},
    {0x1.d1ab1c2dccea3p-94, 0x1.054d0c78aea14p-149},
};

/* x + y to 4 u^2, |x| at least twice |y|. */
static inline struct pair add_smaller(struct pair x, struct pair y)
{
    struct pair sum = pair_ordered(x.high, y.high);
    return pair_ordered(sum.high, sum.low + (x.low + y.low));
}

/* Two sums over j = 0, 1, ...: *even of x^j / (2 j)!, *odd of x^j / (2 j + 1)!. Of a square y^2
 * they are cosh y and (sinh y) / y, of -y^2 cos y and (sin y) / y. The terms from j = plain on
 * are so small beside the first that doubles do. Both at a time take hardly longer than one,
 * for each step waits for the one before. */
static inline void sum_series(struct pair x, int plain, int last, struct pair *even,
                              struct pair *odd)
{
    double even_tail = 0, odd_tail = 0;
    for (int j = last; j >= plain; j--) {
        even_tail = even_tail * x.high + INVERSE_FACTORIAL[2 * j].high;
        odd_tail = odd_tail * x.high + INVERSE_FACTORIAL[2 * j + 1].high;
    }
    *even = (struct pair){even_tail, 0};
    *odd = (struct pair){odd_tail, 0};
    for (int j = plain - 1; j >= 0; j--) {
        *even = add_smaller(INVERSE_FACTORIAL[2 * j], pair_multiply(*even, x));
        *odd = add_smaller(INVERSE_FACTORIAL[2 * j + 1], pair_multiply(*odd, x));
    }
}

/* x = k ln 2 + rest, |rest| < 0.35. */
struct pair elementary_exp(struct pair x, int *exponent)
{
    struct pair even, odd;

    *exponent = 0;
    if (!(fabs(x.high) <= 1400))
        return (struct pair){x.high < 0 ? 0 : x.high * INFINITY, 0};
    double k = rint(x.high / LN2.high);
    struct pair rest = pair_add(pair_sum(x.high - k * LN2_HEAD, x.low), pair_times(LN2_REST, -k));
    *exponent = (int)k;
    sum_series(pair_multiply(rest, rest), 7, 11, &even, &odd);
    return pair_add(even, pair_multiply(rest, odd));
}

/* cos and sin of 2 pi (quarters / 4 + turns), |turns| <= 1/8. */
static struct turn turn(int quarters, struct pair turns)
{
    struct pair x = pair_multiply(turns, TWO_PI), cosine, sine;

    sum_series(pair_negate(pair_multiply(x, x)), 9, 13, &cosine, &sine);
    sine = pair_multiply(x, sine);
    switch (quarters & 3) {
    case 0:
        return (struct turn){cosine, sine};
    case 1:
        return (struct turn){pair_negate(sine), cosine};
    case 2:
        return (struct turn){pair_negate(cosine), pair_negate(sine)};
    default:
        return (struct turn){sine, pair_negate(cosine)};
    }
}

struct turn elementary_turn(int64_t m, int64_t n)
{
    int64_t quarters = (8 * m + n) / (2 * n);
    struct pair turns = {(double)(4 * m - quarters * n), 0};
    return turn((int)quarters, pair_divide(turns, (struct pair){4 * (double)n, 0}));
}

struct turn elementary_turns(struct pair turns)
{
    double quarters = rint(4 * turns.high);
    return turn((int)fmod(quarters, 4), pair_add(turns, (struct pair){-quarters / 4, 0}));
}

/* ln x, x > 0 and finite, without so many ln 2 as *exponent says. With s = (m - 1) / (m + 1),
 * |s| < 0.172, it is the sum of 2 s^k / k over odd k. */
static struct pair logarithm(struct pair x, int *exponent)
{
    if (frexp(x.high, exponent) < M_SQRT1_2)
        --*exponent;
    struct pair m = pair_scale(x, -*exponent), minus_one = {-1, 0}, one = {1, 0};
    struct pair s = pair_divide(pair_add(m, minus_one), pair_add(m, one));
    struct pair square = pair_multiply(s, s), sum = {0, 0};
    for (int k = 43; k > 0; k -= 2)
        sum = pair_add(pair_multiply(sum, square), pair_quotient(1, k));
    return pair_times(pair_multiply(s, sum), 2);
}

/* Whether x has no finite logarithm; then *value is what it has. */
static bool is_special(double x, double *value)
{
    *value = x > 0 ? x : x == 0 ? -INFINITY : NAN;
    return !(x > 0 && x < INFINITY);
}

struct pair elementary_log(struct pair x)
{
    int exponent;
    double special;

    if (is_special(x.high, &special))
        return (struct pair){special, 0};
    struct pair rest = logarithm(x, &exponent);
    return pair_add(pair_times(LN2, exponent), rest);
}

double elementary_log2(double x)
{
    int exponent;
    double special;

    if (is_special(x, &special))
        return special;
    struct pair fraction = pair_divide(logarithm((struct pair){x, 0}, &exponent), LN2);
    return pair_add((struct pair){exponent, 0}, fraction).high;
}

double elementary_to_decibels(double factor)
{
    int exponent;
    double special;

    if (is_special(factor, &special))
        return special;
    struct pair natural = logarithm((struct pair){factor, 0}, &exponent);
    return pair_divide(pair_add(pair_times(LN2, exponent), natural), LN10_BY_20).high;
}

double elementary_from_decibels(double decibels)
{
    int exponent;
    bool small = fabs(decibels) < 1e5; /* beyond, and far before, factors are 0 or infinite */
    struct pair natural = small ? pair_times(LN10_BY_20, decibels) : (struct pair){decibels, 0};
    struct pair power = elementary_exp(natural, &exponent);
    return pair_round(power, exponent);
}

/* proof.c - which sums and quotients are proven to round correctly (see proof.h). */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "proof.h"

#include "pair.h"

#include <math.h>

struct bounded proof_bound(const struct proof *proof, double s, double c, double e)
{
    double sum = s + c, b = sum - s;
    double error = e == 0 && proof->grid > 0
                       ? 0
                       : 0x1.08p-53 * proof->terms * e + 0x1p-1073 * proof->terms;

    return (struct bounded){.high = sum,
                            .low = (s - (sum - b)) + (c - b),
                            .error = error < proof->grid ? 0 : error};
}

/* Whether everything within `reach` of high + low rounds to high. */
static bool rounds_to(double high, double low, double reach)
{
    return high + (low - reach) == high && high + (low + reach) == high;
}

bool proof_is_rounded(const struct bounded *sum)
{
    double reach = sum->error + 0x1p-51 * fabs(sum->low); /* covers the rounding with low */
    return sum->error == 0 || rounds_to(sum->high, sum->low, reach);
}

/* The sum times a power of two, its high part between 1/2 and 1. */
static struct pair take_pair(const struct bounded *sum, int *exponent)
{
    struct pair pair = {frexp(sum->high, exponent), 0};
    pair.low = ldexp(sum->low, -*exponent);
    return pair;
}

/* The errors of the three operations on pairs, and of what ldexp leaves off, are below 2^-100. */
bool proof_divide(const struct bounded *value, const struct bounded *whole,
                  const struct bounded *part, double divisor, double *quotient)
{
    int a, b, c;

    *quotient = 0;
    if (value->high == 0 && value->error == 0)
        return true;
    struct pair above = pair_multiply(take_pair(value, &a), take_pair(whole, &b));
    struct pair below = pair_times(take_pair(part, &c), divisor);
    struct pair ratio = pair_divide(above, below);
    double error = value->error / fabs(value->high) + whole->error / fabs(whole->high) +
                   part->error / fabs(part->high);
    double reach = fabs(ratio.high) * (2 * error + 0x1p-100);

    *quotient = ldexp(ratio.high, a + b - c);
    return fabs(*quotient) > 0x1p-1021 && isfinite(*quotient) &&
           rounds_to(ratio.high, ratio.low, reach);
}

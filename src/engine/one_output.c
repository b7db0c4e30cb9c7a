/* one_output.c - a single output summed in an accumulator (see one_output.h). */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "one_output.h"

#include "accumulator.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* The sum of the products of the non-finite samples. Returns whether there are any. */
static bool sum_special(const struct output_sums *sums, size_t i, double *sum)
{
    const struct system *system = sums->system;
    bool any = false;

    *sum = 0;
    for (const struct path *p = sums->path; p < sums->path + sums->paths; p++) {
        const double *h = system_taps(system, p), *newest = sums->x[p->in] + i + system->taps - 1;
        for (size_t j = 0; j < system->taps; j++)
            if (*(newest - j) - *(newest - j) != 0) {
                *sum += h[j] * *(newest - j);
                any = true;
            }
    }
    return any;
}

/* Add the products of frame i, with the taps times a power of two. */
static void add_products(const struct output_sums *sums, size_t i, double factor,
                         struct accumulator *exact)
{
    const struct system *system = sums->system;

    accumulator_clear(exact);
    for (const struct path *p = sums->path; p < sums->path + sums->paths; p++) {
        const double *h = system_taps(system, p), *newest = sums->x[p->in] + i + system->taps - 1;
        for (size_t j = 0; j < system->taps; j++)
            if (h[j] != 0 && *(newest - j) != 0)
                accumulator_add(exact, factor * h[j], *(newest - j));
    }
}

double one_output_sum(const struct output_sums *sums, size_t i, double *rest)
{
    struct accumulator exact;
    double sum;

    *rest = 0;
    if (sum_special(sums, i, &sum))
        return sum;
    add_products(sums, i, 1, &exact);
    sum = accumulator_round(&exact);
    if (isfinite(sum)) {
        accumulator_add(&exact, -sum, 1);
        *rest = accumulator_round(&exact);
    }
    return sum;
}

/* Subtract y * divisor, where an infinite y is the power of two after the largest double. */
static void subtract(struct accumulator *exact, double y, double divisor)
{
    if (isinf(y))
        accumulator_add(exact, copysign(0x1p1023, -y), 2 * divisor);
    else
        accumulator_add(exact, -y, divisor);
}

/* A double of the sign of twice / divisor - (y + z), > 0, < 0 or 0. */
static double compare(const struct accumulator *twice, double divisor, double y, double z)
{
    struct accumulator rest = *twice;

    subtract(&rest, y, divisor);
    subtract(&rest, z, divisor);
    return accumulator_round(&rest);
}

static bool is_even(double y)
{
    uint64_t bits;
    memcpy(&bits, &y, sizeof bits);
    return !(bits & 1);
}

/* Go from y, which is near, to the double that is nearest to twice / (2 divisor). */
static double approach(const struct accumulator *twice, double divisor, double y)
{
    for (;;) {
        double side = compare(twice, divisor, y, y);
        double next = nextafter(y, side > 0 ? INFINITY : -INFINITY);
        if (side == 0 || next == y)
            return y;
        double beyond = compare(twice, divisor, y, next); /* the middle between the two */
        if (beyond == 0)
            return is_even(y) ? y : next;
        if ((beyond > 0) != (side > 0))
            return y;
        y = next;
    }
}

double one_output_quotient(const struct output_sums *sums, size_t i)
{
    static const double SMALL = 0x1p-64; /* taps times this are exact, and no sum overflows */
    double divisor = sums->system->divisor, sum;
    struct accumulator exact;

    if (sum_special(sums, i, &sum))
        return sum;
    add_products(sums, i, 2, &exact);
    double near = accumulator_round(&exact) / (2 * divisor);
    if (isfinite(near))
        return approach(&exact, divisor, near);
    struct accumulator small;
    add_products(sums, i, SMALL, &small);
    return approach(&exact, divisor, accumulator_round(&small) / divisor / SMALL);
}

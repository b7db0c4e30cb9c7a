/* one_output.c - a single output summed in an accumulator (see one_output.h). */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "one_output.h"

#include "accumulator.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

struct output_sums one_output_sums(const struct system *system, const double *const *x, int out)
{
    const struct path *end = system->path + system->paths;
    struct output_sums sums = {.system = system, .x = x, .path = system->path};

    while (sums.path->out != out)
        sums.path++;
    for (const struct path *p = sums.path; p < end && p->out == out; p++)
        sums.paths++;
    return sums;
}

/* The sum of the products of the non-finite samples. Returns whether there are any. */
static bool sum_special(const struct output_sums *sums, size_t i, double *sum)
{
    const struct system *system = sums->system;
    bool any = false;

    *sum = 0;
    for (const struct path *p = sums->path; p < sums->path + sums->paths; p++) {
        const double *h = system_taps(system, p), *newest = sums->x[p->in] + i + system->taps - 1;
        for (size_t j = 0, run = 0; j < system->taps; j = system_next(system, &run, j))
            if (*(newest - j) - *(newest - j) != 0) {
                *sum += h[j] * *(newest - j);
                any = true;
            }
    }
    return any;
}

static void sum_products(const struct output_sums *sums, size_t i, struct accumulator *exact)
{
    const struct system *system = sums->system;

    accumulator_clear(exact);
    for (const struct path *p = sums->path; p < sums->path + sums->paths; p++) {
        const double *h = system_taps(system, p), *newest = sums->x[p->in] + i + system->taps - 1;
        for (size_t j = 0, run = 0; j < system->taps; j = system_next(system, &run, j))
            if (h[j] != 0 && *(newest - j) != 0)
                accumulator_add(exact, h[j], *(newest - j));
    }
}

double one_output_sum(const struct output_sums *sums, size_t i, double *rest)
{
    struct accumulator exact;
    double sum;

    *rest = 0;
    if (sum_special(sums, i, &sum))
        return sum;
    sum_products(sums, i, &exact);
    sum = accumulator_round(&exact);
    if (isfinite(sum)) {
        accumulator_add(&exact, -sum, 1);
        *rest = accumulator_round(&exact);
    }
    return sum;
}

/* The quotient value * whole / (2 * part * divisor). */
struct quotient {
    struct accumulator value, whole, part;
    double divisor; /* > 0 */
    int sign;       /* of part, which is not 0 */
};

/* Add y * divisor, where an infinite y is the power of two after the largest double. */
static void add_multiple(struct accumulator *sum, double y, double divisor)
{
    if (isinf(y))
        accumulator_add(sum, copysign(0x1p1023, y), 2 * divisor);
    else
        accumulator_add(sum, y, divisor);
}

/* The sign of twice the quotient less y + z. */
static int compare(const struct quotient *q, double y, double z)
{
    struct accumulator sum;

    accumulator_clear(&sum);
    add_multiple(&sum, y, q->divisor);
    add_multiple(&sum, z, q->divisor);
    return q->sign * accumulator_compare(&q->value, &q->whole, &sum, &q->part);
}

static bool is_even(double y)
{
    uint64_t bits;
    memcpy(&bits, &y, sizeof bits);
    return !(bits & 1);
}

/* Go from y, which is near, to the double that is nearest to the quotient. */
static double approach(const struct quotient *q, double y)
{
    for (;;) {
        int side = compare(q, y, y);
        double next = nextafter(y, side > 0 ? INFINITY : -INFINITY);
        if (side == 0 || next == y)
            return y;
        int beyond = compare(q, y, next); /* the middle between the two */
        if (beyond == 0)
            return is_even(y) ? y : next;
        if (beyond != side)
            return y;
        y = next;
    }
}

/* The quotient within a few doubles. */
static double find_near(const struct quotient *q)
{
    int value_exponent, whole_exponent, part_exponent;
    double value = accumulator_near(&q->value, &value_exponent);
    double whole = accumulator_near(&q->whole, &whole_exponent);
    double part = accumulator_near(&q->part, &part_exponent);

    return ldexp(value * whole / (part * q->divisor),
                 value_exponent + whole_exponent - part_exponent - 1);
}

/* The sum of the taps, twice. */
static void sum_taps(const struct output_sums *sums, struct accumulator *exact)
{
    const struct system *system = sums->system;

    accumulator_clear(exact);
    for (const struct path *p = sums->path; p < sums->path + sums->paths; p++)
        for (size_t j = 0; j < system->taps; j++)
            accumulator_add(exact, system_taps(system, p)[j], 2);
}

double one_output_quotient(const struct output_sums *value, const struct output_sums *weight,
                           size_t i)
{
    double divisor = value->system->divisor, special;
    struct quotient q = {.divisor = divisor > 0 ? divisor : 1};

    if (weight) {
        sum_taps(value, &q.whole);
        sum_products(weight, i, &q.part);
    } else {
        accumulator_add(&q.whole, 1, 2);
        accumulator_add(&q.part, 1, 1);
    }
    q.sign = accumulator_sign(&q.part);
    if (q.sign == 0)
        return NAN;
    if (sum_special(value, i, &special))
        return special * accumulator_sign(&q.whole) * q.sign;
    sum_products(value, i, &q.value);
    return accumulator_sign(&q.value) ? approach(&q, find_near(&q)) : 0;
}

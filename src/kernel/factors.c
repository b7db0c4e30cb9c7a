/* factors.c - finds kernels whose product a kernel of several axes is.
 *
 * If the taps are a product, the taps along an axis through any of them that is not 0, the pivot,
 * are a multiple of that axis' factor. Integers are made integers again: by Gauss's lemma the
 * factors of all axes but one can be taken without a common divisor, and then that of the last
 * axis is of integers too. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "kernel.h"

#include "util.h"

#include <math.h>
#include <stdlib.h>

/* The axes of more than one tap. */
struct wide {
    size_t axes;
    size_t taps[MOST_AXES], step[MOST_AXES]; /* in row-major order */
    size_t all;                              /* sum of taps */
};

static struct wide find_wide(const struct kernel *kernel)
{
    struct wide wide = {0};
    size_t step = kernel->taps;

    for (int a = 0; a < kernel->axes; a++) {
        step /= kernel->extent[a];
        if (kernel->extent[a] == 1)
            continue;
        wide.taps[wide.axes] = kernel->extent[a];
        wide.step[wide.axes++] = step;
        wide.all += kernel->extent[a];
    }
    return wide;
}

/* The largest tap. */
static size_t find_pivot(const double *h, size_t taps)
{
    size_t pivot = 0;
    for (size_t j = 1; j < taps; j++)
        if (fabs(h[j]) > fabs(h[pivot]))
            pivot = j;
    return pivot;
}

static bool are_integers(const double *h, size_t taps)
{
    for (size_t j = 0; j < taps; j++)
        if (h[j] != rint(h[j]) || fabs(h[j]) > 0x1p53)
            return false;
    return true;
}

/* The greatest common divisor of integers, not all of them 0. */
static double common_divisor(const double *h, size_t taps)
{
    double divisor = 0;

    for (size_t j = 0; j < taps; j++)
        for (double rest = fabs(h[j]); rest > 0;) {
            double next = fmod(divisor, rest);
            divisor = rest;
            rest = next;
        }
    return divisor;
}

/* Divide the taps of all factors but the last so that their pivots, or with integers their common
 * divisors, become 1; and those of the last by what is left at its pivot. */
static void divide(const struct wide *wide, const size_t *at, bool integers, double *factor)
{
    double others = 1;

    for (size_t a = 0; a < wide->axes; factor += wide->taps[a++]) {
        bool last = a == wide->axes - 1;
        double divisor = last ? others : integers ? common_divisor(factor, wide->taps[a])
                                                  : factor[at[a]];
        for (size_t j = 0; j < wide->taps[a]; j++)
            factor[j] /= divisor;
        others *= last ? 1 : factor[at[a]];
    }
}

/* Whether the taps from h on are the product of `tap` and the factors from axis a on. */
static bool is_product(const struct wide *wide, size_t a, const double *factor, double tap,
                       bool integers, const double *h)
{
    if (a == wide->axes) {
        double roundings = 4 * (double)(wide->axes * wide->axes);
        return integers ? tap == *h : fabs(tap - *h) <= roundings * 0x1p-53 * fabs(*h);
    }
    for (size_t j = 0; j < wide->taps[a]; j++) {
        double next = tap * factor[j];
        if (integers && (fabs(next) > 0x1p53 || factor[j] != rint(factor[j])))
            return false;
        if (!is_product(wide, a + 1, factor + wide->taps[a], next, integers,
                        h + j * wide->step[a]))
            return false;
    }
    return true;
}

/* Find the factors of a column, one after the other. Pivots of extreme size are left alone: sums
 * by some of the factors could overflow, or lose digits, where those by all do not. */
static bool find_factors(const struct wide *wide, const double *h, size_t taps, bool made,
                         double *factor)
{
    size_t pivot = find_pivot(h, taps), at[MOST_AXES], k = 0;
    bool integers = are_integers(h, taps);

    if (!(fabs(h[pivot]) > 0x1p-100 && fabs(h[pivot]) < 0x1p100) || (!integers && !made))
        return false;
    for (size_t a = 0; a < wide->axes; a++) {
        at[a] = pivot / wide->step[a] % wide->taps[a];
        for (size_t j = 0; j < wide->taps[a]; j++)
            factor[k++] = h[pivot - at[a] * wide->step[a] + j * wide->step[a]];
    }
    divide(wide, at, integers, factor);
    return is_product(wide, 0, factor, 1, integers, h);
}

void kernel_factor(const struct kernel *kernel, const struct system *plain, const size_t *stride,
                   bool made, struct system *system, struct factor **factor, double **h)
{
    struct wide wide = find_wide(kernel);
    size_t f = 0;

    *factor = NULL;
    *h = NULL;
    if (wide.axes < 2)
        return;
    *h = util_doubles(wide.all * (size_t)plain->columns);
    for (size_t c = 0; c < (size_t)plain->columns; c++)
        if (!find_factors(&wide, plain->h + c * plain->taps, plain->taps, made,
                          *h + c * wide.all))
            return;
    *factor = util_array(wide.axes, sizeof **factor);
    for (int a = 0; a < kernel->axes; a++)
        if (kernel->extent[a] > 1)
            (*factor)[f++] = (struct factor){kernel->extent[a], stride[a]};
    system->factors = wide.axes;
    system->factor = *factor;
    system->factor_h = *h;
}

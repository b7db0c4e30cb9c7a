/* roots.c - roots of unity (see roots.h).
 *
 * Sines and cosines are slow, products are fast. The parts of the near and far roots are stored as
 * an upper value of 26 bits, whose products are exact in a double, plus a double for the
 * remainder. In the first eighth of the circle only the cosine has cancellation, and it stays
 * above 0.7. The relative error before the final rounding is about 2^-78, from a few roundings of
 * terms of size 2^-26. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "roots.h"

#include "elementary.h"
#include "util.h"

#include <stdbool.h>
#include <stdlib.h>

struct split {
    double upper, rest;
};

struct root {
    struct split cosine, sine;
};

static struct split split(struct pair x)
{
    double upper = pair_upper(x.high);
    return (struct split){upper, (x.high - upper) + x.low};
}

static struct root root_of(size_t m, size_t n)
{
    struct turn turn = elementary_turn((int64_t)m, (int64_t)n);
    return (struct root){split(turn.cosine), split(turn.sine)};
}

void roots_open(struct roots *roots, size_t n)
{
    size_t step = 1;

    *roots = (struct roots){.n = n};
    for (; step * step < n / 8; step *= 2)
        roots->shift++;
    size_t far = n / 8 / step + 1;
    roots->near = util_array(step, sizeof *roots->near);
    roots->far = util_array(far, sizeof *roots->far);
    for (size_t m = 0; m < step; m++)
        roots->near[m] = root_of(m, n);
    for (size_t m = 0; m < far; m++)
        roots->far[m] = root_of(m * step, n);
}

void roots_close(struct roots *roots)
{
    free(roots->near);
    free(roots->far);
}

/* The full product minus the product of the upper values. */
static inline double cross(struct split a, struct split b)
{
    return (a.upper * b.rest + a.rest * b.upper) + a.rest * b.rest;
}

static inline double cosine_of_sum(const struct root *a, const struct root *b)
{
    double sines = a->sine.upper * b->sine.upper;
    struct pair sum = pair_ordered(a->cosine.upper * b->cosine.upper, -sines);
    return sum.high + (sum.low + (cross(a->cosine, b->cosine) - cross(a->sine, b->sine)));
}

static inline double sine_of_sum(const struct root *a, const struct root *b)
{
    struct pair sum = pair_sum(a->sine.upper * b->cosine.upper, a->cosine.upper * b->sine.upper);
    return sum.high + (sum.low + (cross(a->sine, b->cosine) + cross(a->cosine, b->sine)));
}

void roots_take(const struct roots *roots, size_t m, double *re, double *im)
{
    size_t n = roots->n, step = (size_t)1 << roots->shift;
    m = m < n ? m : m % n;
    bool below = m <= n / 2; /* or on the real axis */
    m = below ? m : n - m;
    bool left = m > n / 4;
    m = left ? n / 2 - m : m;
    bool steep = m > n / 8;
    m = steep ? n / 4 - m : m;

    const struct root *a = &roots->near[m & (step - 1)], *b = &roots->far[m >> roots->shift];
    double cosine = cosine_of_sum(a, b), sine = sine_of_sum(a, b);
    double x = steep ? sine : cosine, y = steep ? cosine : sine;
    *re = left ? -x : x;
    *im = below ? -y : y;
}

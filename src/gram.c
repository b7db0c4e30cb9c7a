/* gram.c - orthogonal polynomials by their recurrence, in pairs; for so low an order it is
 * stable. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "gram.h"

#include <math.h>

void gram_open(struct gram *gram, size_t points, int order)
{
    double n = (double)points;
    struct pair norm = {n, 0};

    *gram = (struct gram){.points = points, .order = order};
    while (ldexp(1, gram->scale) < n)
        gram->scale++;
    gram->norm[0] = norm;
    for (int k = 1; k <= order; k++) {
        double k2 = (double)k * k;
        struct pair b = pair_times((struct pair){n * n - k2, 0}, k2);
        gram->b[k] = pair_scale(pair_divide(b, (struct pair){4 * k2 - 1, 0}), -2 * gram->scale);
        gram->norm[k] = norm = pair_multiply(norm, gram->b[k]);
    }
}

/* Step from the derivatives 0 ... d of t[k-1] and t[k] to those of t[k] and t[k+1]. */
static void step(struct pair *before, struct pair *here, int d, double z, struct pair b)
{
    for (int e = d; e >= 0; e--) {
        struct pair last = pair_negate(pair_multiply(b, before[e]));
        struct pair next = pair_add(pair_times(here[e], z), last);
        if (e > 0)
            next = pair_add(next, pair_times(here[e - 1], e));
        before[e] = here[e];
        here[e] = next;
    }
}

void gram_at(const struct gram *gram, size_t point, int derivative,
             struct pair t[GRAM_MOST_ORDER + 1])
{
    struct pair before[GRAM_MOST_ORDER + 1] = {{0, 0}}, here[GRAM_MOST_ORDER + 1] = {{1, 0}};
    double z = ldexp(2 * (double)point - ((double)gram->points - 1), -gram->scale);

    for (int k = 0; k <= gram->order; k++) {
        t[k] = here[derivative];
        step(before, here, derivative, z, gram->b[k]);
    }
}

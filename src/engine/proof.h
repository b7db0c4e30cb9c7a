/* proof.h - sums in twice the precision, and whether they and their quotients are proven to round
 * to the nearest double. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef PROOF_H
#define PROOF_H

#include <stdbool.h>

/* What is known of sums before they are computed. */
struct proof {
    double terms; /* products of a sum */
    double grid;  /* every product is a multiple of this; 0: it would not be a double */
};

/* A true sum within a distance of high + low; high is the double nearest to high + low. */
struct bounded {
    double high, low, error;
};

/* The sum computed as s + c, where the magnitudes of what was added to c sum to e (exact.c). */
struct bounded proof_bound(const struct proof *, double s, double c, double e);

/* Whether the sum is proven to round to its high part. */
bool proof_is_rounded(const struct bounded *);

/* Compute value * whole / (part * divisor), divisor > 0; 0 where the value is 0. Returns whether
 * *quotient is proven to be the nearest double. */
bool proof_divide(const struct bounded *value, const struct bounded *whole,
                  const struct bounded *part, double divisor, double *quotient);

#endif

/* anew.h - coefficients of correlation computed anew, where the sums of a whole block do not give
 * them.
 *
 * Outputs beside each other, at most as many along each axis as half the kernel is long, are
 * computed from the samples and taps that they meet, with a centre of their own. What is louder
 * than these, or lies at another level, is then no part of the sums. The windows of such outputs
 * have much of their samples in common. So if each varies but little, about whichever mean, all of
 * their samples together do: along one axis, with spreads below S, by less than 6 S. Those that
 * the engine does not give then are fewer, and vary less by a factor each time. Few are computed
 * one by one, by the definition (pearson.h). */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef ANEW_H
#define ANEW_H

#include "coefficient.h"

struct anew;

/* For windows that lie so. The overlap and the box must outlive it. Never NULL. */
struct anew *anew_create(const struct overlap *, const struct box *);
void anew_free(struct anew *);

/* Outputs of one path. */
struct section {
    struct samples samples; /* from the first window on */
    size_t pixel;           /* with which the first window begins */
    const double *h;        /* h[taps] as given, side by side */
    double *r;              /* r[0], r[step], ... */
    size_t step, count;
};

/* Compute the coefficients that are COEFFICIENT_UNSURE. */
void anew_run(struct anew *, const struct section *);

#endif

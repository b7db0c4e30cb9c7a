/* ascent.h - the way up to a peak of a frequency response of several axes. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef ASCENT_H
#define ASCENT_H

#include "interval.h"

#include <stddef.h>

/* Taps of several axes, each with two or more. */
struct taps {
    const double *h; /* h[count], in row-major order */
    int axes;
    size_t extent[MOST_AXES];
    size_t count;
};

/* The |H|^2 of the peak to which f[axes] leads, by Newton's iteration, in steps of at most half
 * the distance of `points` places along each axis. H(f) is the sum over all taps, at j[a] along
 * axis a, of h exp(-2 pi i sum f[a] j[a]). The error is about 1e-14 of the sum of |h|, or less. */
double ascent_climb(const struct taps *, const size_t *points, double *f);

#endif

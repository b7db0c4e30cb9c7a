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

/* Climb from the frequency f[axes] to the peak above it, by Newton's iteration, in steps of at
 * most 1 / (2 points[a]) along axis a. f becomes the frequency of the peak. Returns its |H|^2,
 * where H(f) is the sum over all taps, at j[a] along axis a, of h exp(-2 pi i sum f[a] j[a]). The
 * error of |H| is about 1e-14 of the sum of |h|, or less. */
double ascent_climb(const struct taps *, const size_t *points, double *f);

#endif

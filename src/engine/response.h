/* response.h - the frequency response of taps. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef RESPONSE_H
#define RESPONSE_H

#include "thread/pool.h"

#include <stddef.h>

/* The largest |H(f)| over all frequencies, H(f) = sum h[j] exp(-2 pi i f j), with a relative error
 * of about 1e-14, the same on any number of threads. h[taps] is finite, with max |h| near 1 or
 * equal to 0. Allocates 1 1/2 to 3 doubles per tap. */
double response_peak(const double *h, size_t taps, struct pool *);

/* The same of taps of several axes, in row-major order: over all frequencies f[a], one for each
 * axis. That of a product is the product of its factors'. Otherwise peaks are sought from a
 * lattice of more than 4 points for a tap along each axis, and then found with an error of about
 * 1e-13; one that stands between its points beside others of about its height may be missed.
 * Allocates up to 10 doubles per tap with one axis, and up to 8 times as many with each more. */
double response_peak_along(const double *h, int axes, const size_t *extent, struct pool *);

#endif

/* response.h - the frequency response of taps. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef RESPONSE_H
#define RESPONSE_H

#include <stddef.h>

/* The largest |H(f)| over all frequencies, H(f) = sum h[j] exp(-2 pi i f j), with a relative error
 * of about 1e-14. h[taps] is finite, with max |h| near 1 or equal to 0. Allocates 2 to 3 doubles
 * per tap. */
double response_peak(const double *h, size_t taps);

#endif

/* response.h - the frequency response of taps. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef RESPONSE_H
#define RESPONSE_H

#include <stddef.h>

/* The largest |H(f)|, H(f) = sum h[j] exp(-2 pi i f j), over all frequencies, to a relative error
 * of some 1e-14, for h[taps] finite with max |h| near 1, or 0. Allocates 10 to 15 doubles a tap. */
double response_peak(const double *h, size_t taps);

#endif

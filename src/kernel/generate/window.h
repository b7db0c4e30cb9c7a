/* window.h - windows for smoothing and for truncating sinc filters. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef WINDOW_H
#define WINDOW_H

#include "taps.h"

enum window { WINDOW_HAMMING, WINDOW_HANN, WINDOW_BLACKMAN, WINDOW_KAISER };

extern const char *const window_names[]; /* in order, up to NULL */

#define WINDOW_BETA 14.0 /* kaiser's default; scipy's documentation suggests it */
#define WINDOW_MOST_BETA 100.0

/* Fill the taps with the symmetric window, up to a factor that of scipy.signal.windows. */
void window_fill(enum window, double beta, struct taps *);

/* The width of the window's main lobe, in cycles per window. */
double window_lobe(enum window, double beta);

#endif

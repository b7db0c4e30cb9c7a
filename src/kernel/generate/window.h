/* window.h - the windows that smooth, and that sinc filters are cut with. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef WINDOW_H
#define WINDOW_H

#include "taps.h"

enum window { WINDOW_HAMMING, WINDOW_HANN, WINDOW_BLACKMAN, WINDOW_KAISER };

extern const char *const window_names[]; /* in order, up to NULL */

#define WINDOW_BETA 14.0 /* kaiser's, unless given; scipy's documentation starts from it */
#define WINDOW_MOST_BETA 100.0

/* Fill the taps with the symmetric window, as scipy.signal.windows has it but for a factor. */
void window_fill(enum window, double beta, struct taps *);

/* The width of its main lobe, in cycles per window. */
double window_lobe(enum window, double beta);

#endif

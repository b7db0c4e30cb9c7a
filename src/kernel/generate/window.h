/* window.h - windows for smoothing and for truncating sinc filters. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef WINDOW_H
#define WINDOW_H

#include "taps.h"

enum window_kind { WINDOW_HAMMING, WINDOW_HANN, WINDOW_BLACKMAN, WINDOW_KAISER, WINDOW_TUKEY };

/* The names of those that filters have, in order, up to NULL. */
extern const char *const window_names[];

#define WINDOW_BETA 14.0 /* kaiser's default; scipy's documentation suggests it */
#define WINDOW_MOST_BETA 100.0

struct window {
    enum window_kind kind;
    double parameter; /* kaiser: beta; tukey: alpha */
    bool periodic;    /* one tap of the next period is left out: scipy's sym=False */
};

/* Fill the taps with the window, times window_factor that of scipy.signal.windows. */
void window_fill(const struct window *, struct taps *);
struct pair window_factor(const struct window *);

/* The width of the window's main lobe, in cycles per window; not of tukey. */
double window_lobe(const struct window *);

#endif

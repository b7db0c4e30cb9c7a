/* fft.h - what is known of the fft engine before it is opened (fft_plan.c). */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef FFT_H
#define FFT_H

#include "engine.h"

/* As in struct engine. */
void fft_plan(const struct system *, const struct work *, struct plan *);
void fft_bound(const struct system *, const struct plan *, char text[ENGINE_BOUND_BYTES]);

/* Whether no two paths share an input or an output: spectra are then multiplied in place, one
 * channel after the other. */
bool fft_is_apart(const struct system *);

#endif

/* fft.h - the planning of the fft engine (fft_plan.c), and scales of taps (fft_scale.c). */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef FFT_H
#define FFT_H

#include "engine.h"

/* As in struct engine. */
void fft_plan(const struct system *, const struct work *, struct plan *);
void fft_bound(const struct system *, const struct plan *, char text[ENGINE_BOUND_BYTES]);

/* Whether every output has one path, and no input two; in a complex system, every complex output
 * and input. Spectra are then multiplied in place, channel by channel. */
bool fft_is_apart(const struct system *);

/* Taps from this magnitude on are huge: spectra of samples near 1 and of theirs may overflow. */
extern const double FFT_HUGE;

/* The powers of two by which columns are multiplied before their spectra are taken: 1 but of taps
 * near the subnormal numbers, and of huge ones; the same on all paths to an output. Outputs are
 * divided by them, which makes those infinite that huge taps make so. scale[columns], to be
 * freed. */
double *fft_scales(const struct system *);

#endif

/* generate.h - made kernels: box:5, gauss:2.5, lowpass:1kHz, ... conv(1) defines each of them. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef GENERATE_H
#define GENERATE_H

#include "choice.h"
#include "kernel/kernel.h"
#include "spec.h"

/* The made kernels, for users to choose among. */
struct choice generate_choice(size_t i);

/* Parse a spec. What depends on the sample rate is checked later, by generate_kernel. 0, or -1:
 * already reported (an unknown name, with a list of the known ones; a wrong argument, with the
 * kernel's grammar). */
int generate_parse(struct spec *, const char *text);

/* Whether the kernel depends on the sample rate. */
bool generate_needs_rate(const struct spec *);

/* Whether the kernel is a polynomial fitted to its frames, evaluated in their middle. */
bool generate_fits_polynomial(const struct spec *);

/* Make the kernel for a rate in frames per second. With rate 0 (none), units that need a rate are
 * refused. The kernel's name is the spec's text. 0, or -1: already reported. */
int generate_kernel(const struct spec *, double rate, struct kernel *);

/* The order of the polynomial that a kernel fits, and of its derivative, of a spec that
 * generate_kernel() has accepted. */
void generate_polynomial(const struct spec *, int *order, int *derivative);

#endif

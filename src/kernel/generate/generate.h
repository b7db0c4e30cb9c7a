/* generate.h - made kernels: box:5, gauss:2.5, lowpass:1kHz, ... What each of them is stands in
 * conv(1). */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef GENERATE_H
#define GENERATE_H

#include "choice.h"
#include "generator.h"
#include "kernel/kernel.h"
#include "quantity.h"

/* A made kernel as it was asked for: NAME[:ARG[,ARG]...][,unit]. An argument is a number with or
 * without a unit, or a word, in its place or as name=argument. */
struct spec {
    const char *text; /* as the user wrote it; borrowed */
    const struct generator *generator;
    struct argument {
        bool given;
        double value; /* of a word its number */
        enum unit unit;
    } argument[GENERATOR_PARAMETERS];
};

/* The made kernels, for users to choose among. */
struct choice generate_choice(size_t i);

/* Read a spec; what depends on the sample rate is not looked at yet. 0, or -1: already reported (an
 * unknown name, with those known; what is no argument of this kernel, with its grammar). */
int generate_parse(struct spec *, const char *text);

/* Whether the kernel is another at another sample rate. */
bool generate_needs_rate(const struct spec *);

/* Make the kernel at a rate, frames per second; 0: there is none, and units that need it are
 * refused. The kernel is named by the spec's text. 0, or -1: already reported. */
int generate_kernel(const struct spec *, double rate, struct kernel *);

#endif

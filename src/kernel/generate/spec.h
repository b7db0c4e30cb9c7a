/* spec.h - how users write a made kernel. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef SPEC_H
#define SPEC_H

#include "generator.h"
#include "quantity.h"
#include "util.h"

/* The specification of a made kernel: NAME[:ARG[,ARG]...][,unit]. An argument is a number with or
 * without a unit, or a word. It is given by position or as name=argument. */
struct spec {
    const char *text; /* as the user wrote it; borrowed */
    const struct generator *generator;
    struct argument {
        bool given;
        double value; /* for a word, its number */
        enum unit unit;
    } argument[GENERATOR_PARAMETERS];
};

/* Parse a spec of that generator; what depends on the sample rate is checked later. 0, or -1: a
 * wrong argument, already reported with the kernel's grammar. */
int spec_parse(struct spec *, const char *text, const struct generator *);

/* Report what is wrong and what would be valid. Returns -1. */
int spec_refuse(const struct spec *, const char *format, ...) UTIL_PRINTF(2, 3);

#endif

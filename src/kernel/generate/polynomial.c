/* polynomial.c - the polynomial behind a made kernel. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "generate.h"

#include <string.h>

/* The number of a parameter. */
static int find(const struct spec *spec, const char *name)
{
    int i = 0;

    while (strcmp(spec->generator->parameter[i].name, name) != 0)
        i++;
    return i;
}

/* The value of an argument, or what it is by default. */
static int whole(const struct spec *spec, const char *name)
{
    int i = find(spec, name);
    const struct argument *argument = &spec->argument[i];
    return (int)(argument->given ? argument->value : spec->generator->parameter[i].fallback);
}

bool generate_fits_polynomial(const struct spec *spec)
{
    return spec->generator == &generator_savgol && !spec->argument[find(spec, "pos")].given;
}

void generate_polynomial(const struct spec *spec, int *order, int *derivative)
{
    *order = whole(spec, "order");
    *derivative = whole(spec, "d");
}

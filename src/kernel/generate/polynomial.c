/* polynomial.c - the polynomial behind a made kernel. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "generate.h"

#include <string.h>

/* The value of an argument, or what it is by default. */
static int whole(const struct spec *spec, const char *name)
{
    const struct parameter *parameter = spec->generator->parameter;
    int i = 0;

    while (strcmp(parameter[i].name, name) != 0)
        i++;
    return (int)(spec->argument[i].given ? spec->argument[i].value : parameter[i].fallback);
}

bool generate_polynomial(const struct spec *spec, int *order, int *derivative)
{
    if (spec->generator != &generator_savgol)
        return false;
    *order = whole(spec, "order");
    *derivative = whole(spec, "d");
    return true;
}

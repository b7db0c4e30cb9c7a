/* echo.c - kernels of one impulse or two: delta, echo. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "generator.h"

static void make_impulse(double delay, double gain, struct taps *taps)
{
    taps_open(taps, (size_t)delay + 1);
    taps->origin = 0;
    taps->at[taps->count - 1].high = gain;
}

static const char *make_delta(const double *argument, struct taps *taps)
{
    make_impulse(argument[0], 1, taps);
    return NULL;
}

static const char *make_echo(const double *argument, struct taps *taps)
{
    make_impulse(argument[0], argument[1], taps);
    taps->at[0].high = 1;
    return NULL;
}

const struct generator generator_delta = {
    .name = "delta",
    .grammar = "delta[:SHIFT]",
    .help = "a delay; causal",
    .parameter = {{.name = "shift", .kind = KIND_DELAY}},
    .make = make_delta,
};

const struct generator generator_echo = {
    .name = "echo",
    .grammar = "echo:DELAY,GAIN",
    .help = "the signal and one echo; causal",
    .parameter = {{.name = "delay", .kind = KIND_DELAY, .required = true, .least = 1},
                  {.name = "gain", .kind = KIND_FACTOR, .required = true}},
    .make = make_echo,
};

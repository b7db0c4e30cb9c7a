/* generate.c - the table of made kernels, and what their arguments stand for. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "generate.h"

#include "elementary.h"
#include "util.h"

#include <math.h>

static const struct generator *const table[] = {
    &generator_box,      &generator_triangle, &generator_bartlett, &generator_binomial,
    &generator_gauss,    &generator_hann,     &generator_hamming,  &generator_blackman,
    &generator_tukey,    &generator_kaiser,   &generator_savgol,   &generator_deriv,
    &generator_exp,      &generator_lowpass,  &generator_highpass, &generator_bandpass,
    &generator_bandstop, &generator_notch,    &generator_delta,    &generator_echo,
};
enum { KERNELS = sizeof table / sizeof *table };

struct choice generate_choice(size_t i)
{
    if (i >= KERNELS)
        return (struct choice){0};
    return (struct choice){table[i]->name, table[i]->help, (int)i, table[i]->grammar};
}

int generate_parse(struct spec *spec, const char *text)
{
    struct choice choice;

    if (choice_find(generate_choice, text, &choice))
        return spec_parse(spec, text, table[choice.value]);
    choice_refuse("--generate", generate_choice, text);
    return -1;
}

static bool is_whole(double x)
{
    return x <= floor(x);
}

/* Whole frames, `least` to `most`. */
static int frames_of(const struct spec *spec, int i, double rate, double least, int most,
                     double *value)
{
    const char *name = spec->generator->parameter[i].name;
    bool time = spec->argument[i].unit != UNIT_NONE;
    double x = spec->argument[i].value, frames = time ? round(x * rate) : x;

    if (time && x >= 0 && frames < least)
        frames = least;
    if (is_whole(frames) && frames >= least && frames <= most) {
        *value = frames;
        return 0;
    }
    if (time)
        return spec_refuse(spec, "%s is %.10g frames; %.10g to %d is possible", name, frames,
                           least, most);
    return spec_refuse(spec, "%s must be a whole number of frames, %.10g to %d, or a time", name,
                       least, most);
}

static int frequency_of(const struct spec *spec, int i, double rate, double *value)
{
    const char *name = spec->generator->parameter[i].name;
    bool edge = spec->generator->parameter[i].kind == KIND_EDGE;

    *value = spec->argument[i].value / (rate > 0 ? rate : 1);
    if (edge ? *value >= 0 && *value <= 0.5 : *value > 0 && *value < 0.5)
        return 0;
    if (rate > 0)
        return spec_refuse(spec, "%s must lie between 0 and half the rate, %.10g Hz", name,
                           rate / 2);
    return spec_refuse(spec, "%s must lie between 0 and 0.5 cycles per frame; for Hz give --rate",
                       name);
}

static int shift_of(const struct spec *spec, int i, double rate, double *value)
{
    *value = spec->argument[i].value / (rate > 0 ? rate : 1);
    if (fabs(*value) <= 0.5)
        return 0;
    return spec_refuse(spec, "%s must lie between minus half the rate and half the rate",
                       spec->generator->parameter[i].name);
}

static int number_of(const struct spec *spec, int i, double *value)
{
    const struct parameter *parameter = &spec->generator->parameter[i];
    bool whole = parameter->kind == KIND_WHOLE;

    *value = spec->argument[i].value;
    if (*value >= parameter->least && *value <= parameter->most && (!whole || is_whole(*value)))
        return 0;
    return spec_refuse(spec, "%s must be a %s from %.10g to %.10g", parameter->name,
                       whole ? "whole number" : "number", parameter->least, parameter->most);
}

/* The value that make() gets for parameter i. */
static int resolve(const struct spec *spec, int i, double rate, double *value)
{
    const struct parameter *parameter = &spec->generator->parameter[i];
    const struct argument *argument = &spec->argument[i];

    *value = parameter->fallback;
    if (!argument->given)
        return 0;
    if (rate <= 0 && (argument->unit == UNIT_SECONDS || argument->unit == UNIT_HERTZ))
        return spec_refuse(spec, "the unit of %s needs a sample rate: give --rate",
                           parameter->name);
    switch (parameter->kind) {
    case KIND_TAPS:
        return frames_of(spec, i, rate, 1, GENERATOR_MOST, value);
    case KIND_DELAY:
        return frames_of(spec, i, rate, parameter->least, GENERATOR_MOST - 1, value);
    case KIND_TIME:
        *value = argument->unit ? argument->value * rate : argument->value;
        return *value > 0 && isfinite(*value)
                   ? 0
                   : spec_refuse(spec, "%s must be above 0", parameter->name);
    case KIND_FREQUENCY:
    case KIND_EDGE:
        return frequency_of(spec, i, rate, value);
    case KIND_SHIFT:
        return shift_of(spec, i, rate, value);
    case KIND_FACTOR:
        *value = argument->unit ? elementary_from_decibels(argument->value) : argument->value;
        return 0;
    case KIND_WINDOW:
        *value = argument->value;
        return 0;
    default:
        return number_of(spec, i, value);
    }
}

/* The argument that moves the kernel in frequency; NULL: there is none, or it is 0. */
static const struct argument *shift_argument(const struct spec *spec)
{
    int place = spec->generator->shift;

    if (!place || !spec->argument[place - 1].given || fabs(spec->argument[place - 1].value) <= 0)
        return NULL;
    return &spec->argument[place - 1];
}

/* Hand on integer taps and their divisor as they are, others rounded to doubles, scaled to a
 * derivative of that order per second. They must be finite. */
static int finish(const struct spec *spec, int order, struct taps *taps, struct kernel *kernel)
{
    if (order > 0 && kernel->rate > 0)
        taps_multiply(taps, kernel->rate, order);
    if (taps->divisor > 1) {
        kernel->divisor = taps->divisor;
        taps->divisor = 1;
    }
    kernel->taps = kernel->extent[0] = taps->count;
    kernel->axes = 1;
    kernel->origin[0] = taps->origin;
    const struct argument *shift = shift_argument(spec);
    kernel->complex = shift != NULL;
    kernel->columns = 1 + kernel->complex;
    kernel->h = util_doubles(taps->count * (size_t)kernel->columns);
    if (shift)
        taps_shift(taps, shift->value, kernel->rate > 0 ? kernel->rate : 1, kernel->h);
    for (size_t j = 0; j < taps->count; j++) {
        if (!shift)
            kernel->h[j] = taps_round(taps, j);
        if (!isfinite(kernel->h[j]))
            return spec_refuse(spec, "its taps are beyond the largest double");
    }
    return 0;
}

int generate_kernel(const struct spec *spec, double rate, struct kernel *kernel)
{
    const struct generator *generator = spec->generator;
    double argument[GENERATOR_PARAMETERS] = {0};

    *kernel = (struct kernel){.name = spec->text, .rate = rate, .columns = 1};
    for (int i = 0; i < GENERATOR_PARAMETERS; i++)
        if (resolve(spec, i, rate, &argument[i]) < 0)
            return -1;
    struct taps taps = {0};
    const char *wrong = generator->make(argument, &taps);
    int order = generator->derivative ? (int)argument[generator->derivative - 1] : 0;
    int result = wrong ? spec_refuse(spec, "%s", wrong) : finish(spec, order, &taps, kernel);
    taps_close(&taps);
    return result;
}

bool generate_needs_rate(const struct spec *spec)
{
    const struct generator *generator = spec->generator;
    bool needs = generator->derivative && spec->argument[generator->derivative - 1].value > 0;

    for (int i = 0; i < GENERATOR_PARAMETERS; i++)
        needs |= generator->parameter[i].kind == KIND_FREQUENCY ||
                 generator->parameter[i].kind == KIND_EDGE ||
                 spec->argument[i].unit == UNIT_SECONDS;
    return needs;
}

/* generate.c - the table of made kernels, and the grammar that they share. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "generate.h"

#include "elementary.h"
#include "util.h"
#include "window.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

static const struct generator *const table[] = {
    &generator_box,      &generator_triangle, &generator_binomial, &generator_gauss,
    &generator_hann,     &generator_hamming,  &generator_blackman, &generator_kaiser,
    &generator_savgol,   &generator_deriv,    &generator_exp,      &generator_lowpass,
    &generator_highpass, &generator_bandpass, &generator_notch,    &generator_delta,
    &generator_echo,
};
enum { KERNELS = sizeof table / sizeof *table };

static int refuse(const struct spec *spec, const char *format, ...) UTIL_PRINTF(2, 3);

/* Report what is wrong and what would be valid. Returns -1. */
static int refuse(const struct spec *spec, const char *format, ...)
{
    char wrong[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(wrong, sizeof wrong, format, arguments);
    va_end(arguments);
    util_error("--generate=%.200s: %s; the form is %s", spec->text, wrong,
               spec->generator->grammar);
    return -1;
}

/* The number of characters of an argument that a message shows. */
static int shown(const char *begin, const char *end)
{
    return end - begin > 60 ? 60 : (int)(end - begin);
}

struct choice generate_choice(size_t i)
{
    if (i >= KERNELS)
        return (struct choice){0};
    return (struct choice){table[i]->name, table[i]->help, (int)i, table[i]->grammar};
}

static const struct generator *find(const char *text)
{
    struct choice choice;
    if (choice_find(generate_choice, text, &choice))
        return table[choice.value];
    choice_refuse("--generate", generate_choice, text);
    return NULL;
}

/* The unit that an argument may have. */
static enum unit unit_of(enum kind kind)
{
    if (kind == KIND_TAPS || kind == KIND_DELAY || kind == KIND_TIME)
        return UNIT_SECONDS;
    return kind == KIND_FREQUENCY ? UNIT_HERTZ : kind == KIND_FACTOR ? UNIT_DECIBELS : UNIT_NONE;
}

static int read_window(const struct spec *spec, const char *begin, const char *end, double *value)
{
    char known[128] = "";

    for (int i = 0; window_names[i]; i++) {
        if (strlen(window_names[i]) == (size_t)(end - begin) &&
            memcmp(window_names[i], begin, strlen(window_names[i])) == 0) {
            *value = i;
            return 0;
        }
        snprintf(known + strlen(known), sizeof known - strlen(known), " %s", window_names[i]);
    }
    return refuse(spec, "window=%.*s is unknown; known are:%s", shown(begin, end), begin, known);
}

/* The value of parameter i, with a unit that fits. */
static int read_value(struct spec *spec, int i, const char *begin, const char *end)
{
    static const char *const allowed[] = {"no unit", "frames, or s ms us", "Hz kHz MHz",
                                          "a factor, or dB"};
    const struct parameter *parameter = &spec->generator->parameter[i];
    struct argument *argument = &spec->argument[i];
    enum unit unit = unit_of(parameter->kind);

    if (argument->given)
        return refuse(spec, "%s is given twice", parameter->name);
    argument->given = true;
    if (parameter->kind == KIND_WINDOW)
        return read_window(spec, begin, end, &argument->value);
    if (!quantity_read(begin, end, &argument->value, &argument->unit))
        return refuse(spec, "'%.*s' is not a number, as %s must be (%s)", shown(begin, end), begin,
                      parameter->name, allowed[unit]);
    if (argument->unit && argument->unit != unit)
        return refuse(spec, "%s cannot have this unit (%s)", parameter->name, allowed[unit]);
    return 0;
}

/* A unit after the last argument applies to all arguments without a unit that can have it. Returns
 * 1: not a unit; 0; or -1. */
static int read_unit(struct spec *spec, const char *begin, const char *end)
{
    bool taken = false;
    double value = 1;
    enum unit unit;

    if (!quantity_unit(begin, end, &value, &unit))
        return 1;
    for (int i = 0; i < GENERATOR_PARAMETERS; i++) {
        struct argument *argument = &spec->argument[i];
        if (!argument->given || argument->unit ||
            unit_of(spec->generator->parameter[i].kind) != unit)
            continue;
        if (!quantity_unit(begin, end, &argument->value, &argument->unit))
            return refuse(spec, "%s is too large", spec->generator->parameter[i].name);
        taken = true;
    }
    return taken ? 0 : refuse(spec, "there is nothing to have the unit %.60s", begin);
}

/* The parameter of that name, or GENERATOR_PARAMETERS. */
static int named(const struct generator *generator, const char *name, size_t len)
{
    int i = 0;
    while (i < GENERATOR_PARAMETERS &&
           !(generator->parameter[i].kind && strlen(generator->parameter[i].name) == len &&
             strncasecmp(generator->parameter[i].name, name, len) == 0))
        i++;
    return i;
}

/* Read one argument, which is number *place if it has no name. */
static int read_argument(struct spec *spec, const char *begin, const char *end, int *place)
{
    const char *equals = memchr(begin, '=', (size_t)(end - begin));
    int i = equals ? named(spec->generator, begin, (size_t)(equals - begin)) : *place;

    if (!equals && !*end) {
        int result = read_unit(spec, begin, end);
        if (result <= 0)
            return result;
    }
    if (equals && i == GENERATOR_PARAMETERS)
        return refuse(spec, "'%.*s' is not one of its arguments", shown(begin, equals), begin);
    if (i >= GENERATOR_PARAMETERS || !spec->generator->parameter[i].kind)
        return refuse(spec, "'%.*s' is one argument too many", shown(begin, end), begin);
    *place += !equals;
    return read_value(spec, i, equals ? equals + 1 : begin, end);
}

int generate_parse(struct spec *spec, const char *text)
{
    const char *end = text + strcspn(text, ":");
    int place = 0;

    *spec = (struct spec){.text = text, .generator = find(text)};
    if (!spec->generator)
        return -1;
    while (*end) {
        const char *begin = end + 1;
        end = begin + strcspn(begin, ",");
        if (read_argument(spec, begin, end, &place) < 0)
            return -1;
    }
    for (int i = 0; i < GENERATOR_PARAMETERS; i++)
        if (spec->generator->parameter[i].required && !spec->argument[i].given)
            return refuse(spec, "%s is missing", spec->generator->parameter[i].name);
    return 0;
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
        return refuse(spec, "%s is %.10g frames; %.10g to %d is possible", name, frames, least,
                      most);
    return refuse(spec, "%s must be a whole number of frames, %.10g to %d, or a time", name, least,
                  most);
}

static int frequency_of(const struct spec *spec, int i, double rate, double *value)
{
    const char *name = spec->generator->parameter[i].name;

    *value = spec->argument[i].value / (rate > 0 ? rate : 1);
    if (*value > 0 && *value < 0.5)
        return 0;
    if (rate > 0)
        return refuse(spec, "%s must lie between 0 and half the rate, %.10g Hz", name, rate / 2);
    return refuse(spec, "%s must lie between 0 and 0.5 cycles per frame; for Hz give --rate", name);
}

static int number_of(const struct spec *spec, int i, double *value)
{
    const struct parameter *parameter = &spec->generator->parameter[i];
    bool whole = parameter->kind == KIND_WHOLE;

    *value = spec->argument[i].value;
    if (*value >= parameter->least && *value <= parameter->most && (!whole || is_whole(*value)))
        return 0;
    return refuse(spec, "%s must be a %s from %.10g to %.10g", parameter->name,
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
        return refuse(spec, "the unit of %s needs a sample rate: give --rate", parameter->name);
    switch (parameter->kind) {
    case KIND_TAPS:
        return frames_of(spec, i, rate, 1, GENERATOR_MOST, value);
    case KIND_DELAY:
        return frames_of(spec, i, rate, parameter->least, GENERATOR_MOST - 1, value);
    case KIND_TIME:
        *value = argument->unit ? argument->value * rate : argument->value;
        return *value > 0 && isfinite(*value) ? 0
                                              : refuse(spec, "%s must be above 0", parameter->name);
    case KIND_FREQUENCY:
        return frequency_of(spec, i, rate, value);
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

/* Whether integer taps and their divisor are handed on as they are; otherwise divided here. */
static const bool KEEP_DIVISOR = false;

/* Round the taps to doubles, scaled to a derivative of that order per second. They must be
 * finite. */
static int finish(const struct spec *spec, int order, struct taps *taps, struct kernel *kernel)
{
    if (order > 0 && kernel->rate > 0)
        taps_multiply(taps, kernel->rate, order);
    if (KEEP_DIVISOR && taps->divisor > 1) {
        kernel->divisor = util_doubles(1);
        *kernel->divisor = taps->divisor;
        taps->divisor = 1;
    }
    kernel->taps = taps->count;
    kernel->h = util_doubles(taps->count);
    for (size_t j = 0; j < taps->count; j++) {
        kernel->h[j] = taps_round(taps, j);
        if (!isfinite(kernel->h[j]))
            return refuse(spec, "its taps are beyond the largest double");
    }
    return 0;
}

int generate_kernel(const struct spec *spec, double rate, struct kernel *kernel)
{
    const struct generator *generator = spec->generator;
    double argument[GENERATOR_PARAMETERS] = {0};

    *kernel = (struct kernel){
        .name = spec->text, .rate = rate, .columns = 1, .origin = generator->causal ? 0 : -1};
    for (int i = 0; i < GENERATOR_PARAMETERS; i++)
        if (resolve(spec, i, rate, &argument[i]) < 0)
            return -1;
    struct taps taps = {0};
    const char *wrong = generator->make(argument, &taps);
    int order = generator->derivative ? (int)argument[generator->derivative - 1] : 0;
    int result = wrong ? refuse(spec, "%s", wrong) : finish(spec, order, &taps, kernel);
    taps_close(&taps);
    return result;
}

bool generate_needs_rate(const struct spec *spec)
{
    const struct generator *generator = spec->generator;
    bool needs = generator->derivative && spec->argument[generator->derivative - 1].value > 0;

    for (int i = 0; i < GENERATOR_PARAMETERS; i++)
        needs |= generator->parameter[i].kind == KIND_FREQUENCY ||
                 spec->argument[i].unit == UNIT_SECONDS;
    return needs;
}

/* spec.c - the grammar that made kernels share (see spec.h). */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "spec.h"

#include "util.h"
#include "window.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

int spec_refuse(const struct spec *spec, const char *format, ...)
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

/* The unit that an argument may have. */
static enum unit unit_of(enum kind kind)
{
    if (kind == KIND_TAPS || kind == KIND_DELAY || kind == KIND_TIME)
        return UNIT_SECONDS;
    if (kind == KIND_FREQUENCY || kind == KIND_EDGE || kind == KIND_SHIFT)
        return UNIT_HERTZ;
    return kind == KIND_FACTOR ? UNIT_DECIBELS : UNIT_NONE;
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
    return spec_refuse(spec, "window=%.*s is unknown; known are:%s", shown(begin, end), begin,
                       known);
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
        return spec_refuse(spec, "%s is given twice", parameter->name);
    argument->given = true;
    if (parameter->kind == KIND_WINDOW)
        return read_window(spec, begin, end, &argument->value);
    if (!quantity_read(begin, end, &argument->value, &argument->unit))
        return spec_refuse(spec, "'%.*s' is not a number, as %s must be (%s)", shown(begin, end),
                           begin, parameter->name, allowed[unit]);
    if (argument->unit && argument->unit != unit)
        return spec_refuse(spec, "%s cannot have this unit (%s)", parameter->name, allowed[unit]);
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
            return spec_refuse(spec, "%s is too large", spec->generator->parameter[i].name);
        taken = true;
    }
    return taken ? 0 : spec_refuse(spec, "there is nothing to have the unit %.60s", begin);
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

/* How many parameters of the list are given by their place: of the numbers that come first an even
 * count, so that an odd one is what follows the list. */
static int listed(const struct spec *spec)
{
    const char *end = spec->text + strcspn(spec->text, ":");
    int numbers = 0, list = spec->generator->list;
    double value;
    enum unit unit;

    for (const char *begin; *end; numbers++) {
        begin = end + 1;
        end = begin + strcspn(begin, ",");
        if (!quantity_read(begin, end, &value, &unit))
            break;
    }
    numbers = numbers < 2 ? 2 : numbers - numbers % 2;
    return numbers < list ? numbers : list;
}

/* The parameter that an argument without a name is for, after `place` such. */
static int placed(const struct spec *spec, int place)
{
    const struct generator *generator = spec->generator;
    int skipped = generator->list - listed(spec), i = place < listed(spec) ? 0 : skipped;

    for (int before = place; i < GENERATOR_PARAMETERS; i++)
        if (!generator->parameter[i].named && before-- == 0)
            break;
    return i;
}

/* Read one argument, *place of those without a name. */
static int read_argument(struct spec *spec, const char *begin, const char *end, int *place)
{
    const char *equals = memchr(begin, '=', (size_t)(end - begin));
    int i =
        equals ? named(spec->generator, begin, (size_t)(equals - begin)) : placed(spec, *place);

    if (!equals && !*end) {
        int result = read_unit(spec, begin, end);
        if (result <= 0)
            return result;
    }
    if (equals && i == GENERATOR_PARAMETERS)
        return spec_refuse(spec, "'%.*s' is not one of its arguments", shown(begin, equals),
                           begin);
    if (i >= GENERATOR_PARAMETERS || !spec->generator->parameter[i].kind)
        return spec_refuse(spec, "'%.*s' is one argument too many", shown(begin, end), begin);
    *place += !equals;
    return read_value(spec, i, equals ? equals + 1 : begin, end);
}

int spec_parse(struct spec *spec, const char *text, const struct generator *generator)
{
    const char *end = text + strcspn(text, ":");
    int place = 0;

    *spec = (struct spec){.text = text, .generator = generator};
    while (*end) {
        const char *begin = end + 1;
        end = begin + strcspn(begin, ",");
        if (read_argument(spec, begin, end, &place) < 0)
            return -1;
    }
    for (int i = 0; i < GENERATOR_PARAMETERS; i++)
        if (spec->generator->parameter[i].required && !spec->argument[i].given)
            return spec_refuse(spec, "%s is missing", spec->generator->parameter[i].name);
    return 0;
}

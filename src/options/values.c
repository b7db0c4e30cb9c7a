/* values.c - options whose value is a name, a number or other free text. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#define _GNU_SOURCE /* sched_getaffinity */
#include "values.h"

#include "elementary.h"
#include "number.h"
#include "quantity.h"
#include "util.h"

#include <ctype.h>
#include <errno.h>
#include <float.h>
#include <math.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MOST_THREADS = 256 };

/* Parse all of value, except for a trailing `unit`, as a finite number. */
static bool number(const char *value, const char *unit, double *x)
{
    const char *end = number_read(value, value + strlen(value), x);
    return end && isfinite(*x) && (!*end || strcmp(end, unit) == 0);
}

bool value_number(const char *text, double *x)
{
    const char *end = number_read(text, text + strlen(text), x);
    return end && !*end;
}

bool value_part(const char *text, double *x)
{
    const char *end = text + strlen(text), *p = number_read(text, end, x);
    double whole = 1;

    if (p && *p == '/') {
        p = number_read(p + 1, end, &whole);
        *x /= whole;
    }
    return p == end && *x >= 0 && *x <= 1;
}

bool value_whole(const char *text, int64_t *n)
{
    char *end;
    errno = 0;
    *n = strtoll(text, &end, 10);
    return isdigit((unsigned char)*text) && !*end && !errno;
}

int value_text(const struct entry *entry, const char *value, struct request *request)
{
    *(const char **)entry_member(entry, request) = value;
    return 0;
}

int value_kernel(const struct entry *entry, const char *value, struct request *request)
{
    if (request->kernels == MOST_KERNELS) {
        util_error("--%s=%s: more than %d files", entry->name, value, MOST_KERNELS);
        return -1;
    }
    request->kernel[request->kernels++] = value;
    return 0;
}

int value_map(const struct entry *entry, const char *value, struct request *request)
{
    struct map map;
    int result = kernel_map(&map, value, 0);

    (void)entry;
    kernel_map_free(&map);
    request->map = value;
    return result;
}

int value_overlap(const struct entry *entry, const char *value, struct request *request)
{
    size_t len = strlen(value);
    double *x = &request->overlap;

    request->overlap_percent = len && value[len - 1] == '%';
    if (number(value, "%", x) && *x >= 0 &&
        (request->overlap_percent ? *x <= 100 : *x == rint(*x)))
        return 0;
    util_error("--%s=%s: a number of frames is needed, or 0%% to 100%%", entry->name, value);
    return -1;
}

int value_gain(const struct entry *entry, const char *value, struct request *request)
{
    double decibels;
    if (!number(value, "dB", &decibels) || fabs(decibels) > 1000) {
        util_error("--%s=%s: a number of decibels is needed, like -6 or -6dB", entry->name, value);
        return -1;
    }
    request->gain = elementary_from_decibels(decibels);
    return 0;
}

int value_offset(const struct entry *entry, const char *value, struct request *request)
{
    if (!number(value, "", &request->offset)) {
        util_error("--%s=%s: a number is needed", entry->name, value);
        return -1;
    }
    if (number_is_rounded(value, value + strlen(value)))
        request->rounded = entry->name;
    return 0;
}

int value_delimiter(const struct entry *entry, const char *value, struct request *request)
{
    if (strcmp(value, "\\t") == 0)
        value = "\t";
    if (strlen(value) != 1 || strchr("\"#\r\n+-.", *value) || isalnum((unsigned char)*value)) {
        util_error("--%s='%s': one character is needed that cannot be part of a number",
                   entry->name, value);
        return -1;
    }
    request->reading.delimiter = *value;
    return 0;
}

/* A printf format of exactly one double, whose text is short whatever the double. */
static bool is_number_format(const char *format)
{
    const char *p = format;
    int conversions = 0;

    for (; *p; p++) {
        if (*p != '%')
            continue;
        if (*++p == '%')
            continue;
        p += strspn(p, "-+ #0");
        size_t width = strspn(p, "0123456789");
        p += width;
        size_t precision = *p == '.' ? strspn(p + 1, "0123456789") : 0;
        p += *p == '.' ? 1 + precision : 0;
        if (width > 2 || precision > 2 || !*p || !strchr("eEfFgGaA", *p))
            return false;
        conversions++;
    }
    return conversions == 1 && p - format < 100;
}

int value_number_format(const struct entry *entry, const char *value, struct request *request)
{
    if (!is_number_format(value)) {
        util_error("--%s=%s: one of e, f, g, a is needed as in printf, with at most 99 digits: "
                   "%%.6f",
                   entry->name, value);
        return -1;
    }
    request->number_format = value;
    return 0;
}

int value_channels(const struct entry *entry, const char *value, struct request *request)
{
    int64_t n;
    if (!value_whole(value, &n) || n < 1 || n > 65535) {
        util_error("--%s=%s: a whole number from 1 to 65535 is needed", entry->name, value);
        return -1;
    }
    *(int *)entry_member(entry, request) = (int)n;
    return 0;
}

int value_rate(const struct entry *entry, const char *value, struct request *request)
{
    double *rate = entry_member(entry, request);
    enum unit unit;
    if (quantity_read(value, value + strlen(value), rate, &unit) &&
        (unit == UNIT_NONE || unit == UNIT_HERTZ) && *rate > 0 && *rate <= 4e9)
        return 0;
    util_error("--%s=%s: a number of frames per second is needed: 44100, 48kHz", entry->name,
               value);
    return -1;
}

int value_trim(const struct entry *entry, const char *value, struct request *request)
{
    double level, *factor = &request->preparation.trim;

    if (number(value, "dB", &level) && level >= -1000 && level < 0 &&
        (*factor = elementary_from_decibels(level)) < 1)
        return 0;
    util_error("--%s=%s: a level below the peak is needed, like -80 or -80dB", entry->name, value);
    return -1;
}

/* Parse a length of time, at least `least`; it is reported if it is none. 0 or -1. */
static int set_time(const struct entry *entry, const char *value, double least, const char *form,
                    struct time *time)
{
    if (quantity_read_time(value, value + strlen(value), time) && time->value >= least)
        return 0;
    util_error("--%s=%s: %s is needed, in seconds or in whole frames: 1.5s, 350ms, 4800",
               entry->name, value, form);
    return -1;
}

int value_kernel_length(const struct entry *entry, const char *value, struct request *request)
{
    return set_time(entry, value, DBL_MIN, "a length", &request->preparation.length);
}

int value_tail(const struct entry *entry, const char *value, struct request *request)
{
    request->wanted.tailed = true;
    request->wanted.tail = (struct time){0};
    return strcmp(value, "none") == 0
               ? 0
               : set_time(entry, value, 0, "none, or a time", &request->wanted.tail);
}

int value_threads(const struct entry *entry, const char *value, struct request *request)
{
    int64_t threads;
    if (!value_whole(value, &threads) || threads < 1 || threads > MOST_THREADS) {
        util_error("--%s=%s: a whole number from 1 to %d is needed", entry->name, value,
                   MOST_THREADS);
        return -1;
    }
    request->threads = (int)threads;
    return 0;
}

int value_processors(void)
{
    cpu_set_t set;
    int count = sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set)
                                                            : (int)sysconf(_SC_NPROCESSORS_ONLN);
    return count < 1 ? 1 : count > MOST_THREADS ? MOST_THREADS : count;
}

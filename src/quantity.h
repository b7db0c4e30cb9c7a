/* quantity.h - a number with its unit, as users write it: 250ms, 1kHz, -6dB. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef QUANTITY_H
#define QUANTITY_H

#include <stdbool.h>
#include <stdint.h>

/* What a unit measures. Values are in the first unit of each. */
enum unit {
    UNIT_NONE,
    UNIT_SECONDS,  /* s ms us (or with a micro sign) */
    UNIT_HERTZ,    /* Hz kHz MHz */
    UNIT_DECIBELS, /* dB */
};

/* All of [begin, end) as a finite number and at most one unit after it, case as written. false: it
 * is not. */
bool quantity_read(const char *begin, const char *end, double *value, enum unit *unit);

/* A time of a signal, or a difference of times. */
struct time {
    double value;
    enum unit unit; /* UNIT_NONE: whole frames; UNIT_SECONDS */
};

/* All of [begin, end) as a time. false: it is none. */
bool quantity_read_time(const char *begin, const char *end, struct time *);

/* A time in frames at this rate, to the nearest, and within 2^52. false: it is in seconds, and the
 * rate is 0. */
bool quantity_frames(const struct time *, double rate, int64_t *frames);

/* All of [begin, end) as a unit alone; *value, which is in it, is converted. false: it is none. */
bool quantity_unit(const char *begin, const char *end, double *value, enum unit *unit);

#endif

/* quantity.c - reads a number with its unit. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "quantity.h"

#include "number.h"

#include <math.h>
#include <string.h>

/* One of the two factors is 1, so that a conversion rounds once. */
static const struct {
    const char *name;
    enum unit unit;
    double times, by;
} units[] = {
    {"s", UNIT_SECONDS, 1, 1},         {"ms", UNIT_SECONDS, 1, 1e3},
    {"us", UNIT_SECONDS, 1, 1e6},      {"\u00b5s", UNIT_SECONDS, 1, 1e6},
    {"\u03bcs", UNIT_SECONDS, 1, 1e6}, /* the micro sign, the Greek letter */
    {"Hz", UNIT_HERTZ, 1, 1},          {"kHz", UNIT_HERTZ, 1e3, 1},
    {"MHz", UNIT_HERTZ, 1e6, 1},       {"dB", UNIT_DECIBELS, 1, 1},
};

bool quantity_unit(const char *begin, const char *end, double *value, enum unit *unit)
{
    size_t len = (size_t)(end - begin);

    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (strlen(units[i].name) == len && memcmp(units[i].name, begin, len) == 0) {
            *value = *value * units[i].times / units[i].by;
            *unit = units[i].unit;
            return isfinite(*value);
        }
    return false;
}

bool quantity_read(const char *begin, const char *end, double *value, enum unit *unit)
{
    const char *rest = number_read(begin, end, value);

    *unit = UNIT_NONE;
    if (!rest || !isfinite(*value))
        return false;
    return rest == end || quantity_unit(rest, end, value, unit);
}

bool quantity_read_time(const char *begin, const char *end, struct time *time)
{
    return quantity_read(begin, end, &time->value, &time->unit) &&
           (time->unit == UNIT_SECONDS ||
            (time->unit == UNIT_NONE && time->value == rint(time->value)));
}

bool quantity_frames(const struct time *time, double rate, int64_t *frames)
{
    bool seconds = time->unit == UNIT_SECONDS;
    double value = seconds ? rint(time->value * rate) : time->value;

    *frames = (int64_t)fmin(fmax(value, -0x1p52), 0x1p52);
    return !seconds || rate > 0;
}

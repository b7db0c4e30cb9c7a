/* lists.c - options with one value for all axes, or a list of one for each. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#define _DEFAULT_SOURCE /* strsep */
#include "lists.h"

#include "quantity.h"
#include "util.h"

#include <stdlib.h>
#include <string.h>

int list_take(const struct entry *entry, const char *value, struct request *request,
              list_taker *take)
{
    size_t bytes = strlen(value) + 1;
    char *copy = memcpy(util_array(bytes, 1), value, bytes), *rest = copy, *item;
    int count = 0, result = 0;

    while (result == 0 && (item = strsep(&rest, ","))) {
        if (count == MOST_AXES)
            util_error("--%s=%s: more than %d values", entry->name, value, MOST_AXES);
        result = count < MOST_AXES ? take(entry, item, count++, request) : -1;
    }
    free(copy);
    return result < 0 ? -1 : count;
}

static int take_origin(const struct entry *entry, const char *item, int axis,
                       struct request *request)
{
    struct wanted *wanted = &request->wanted;

    if (strcmp(item, "left") == 0)
        wanted->origin[axis] = ORIGIN_LEFT;
    else if (strcmp(item, "right") == 0)
        wanted->origin[axis] = ORIGIN_RIGHT;
    else if (value_whole(item, &wanted->tap[axis]))
        wanted->origin[axis] = ORIGIN_AT;
    else {
        util_error("--%s=%s: left, right or the number of a tap, from 0", entry->name, item);
        return -1;
    }
    return 0;
}

int value_origin(const struct entry *entry, const char *value, struct request *request)
{
    struct wanted *wanted = &request->wanted;

    memset(wanted->origin, 0, sizeof wanted->origin);
    wanted->origins = list_take(entry, value, request, take_origin);
    for (int a = 1; a < MOST_AXES && wanted->origins == 1; a++) {
        wanted->origin[a] = wanted->origin[0];
        wanted->tap[a] = wanted->tap[0];
    }
    return wanted->origins < 0 ? -1 : 0;
}

int value_dims(const struct entry *entry, const char *value, struct request *request)
{
    int64_t axes = 0;

    request->all_axes = strcmp(value, "all") == 0;
    if (request->all_axes || (value_whole(value, &axes) && axes >= 1 && axes <= MOST_AXES)) {
        request->axes = (int)axes;
        return 0;
    }
    util_error("--%s=%s: a number of axes is needed, 1 to %d, or all", entry->name, value,
               MOST_AXES);
    return -1;
}

static int take_axis(const struct entry *entry, const char *item, int i, struct request *request)
{
    bool negative = *item == '-';
    int64_t axis;

    if (value_whole(item + negative, &axis) && axis <= MOST_AXES) {
        request->list[i] = (int)(negative ? -axis : axis);
        return 0;
    }
    util_error("--%s=%s: the number of an axis is needed, from 0, or from the end: -1",
               entry->name, item);
    return -1;
}

int value_axes(const struct entry *entry, const char *value, struct request *request)
{
    request->listed = list_take(entry, value, request, take_axis);
    return request->listed < 0 ? -1 : 0;
}

static int take_lags(const struct entry *entry, const char *item, int axis,
                     struct request *request)
{
    const char *colon = strchr(item, ':');

    if (colon && quantity_read_time(item, colon, &request->wanted.from[axis]) &&
        quantity_read_time(colon + 1, colon + strlen(colon), &request->wanted.to[axis]))
        return 0;
    util_error("--%s=%s: from:to is needed, in whole frames or in seconds: -10:10, -5ms:5ms",
               entry->name, item);
    return -1;
}

int value_lags(const struct entry *entry, const char *value, struct request *request)
{
    struct wanted *wanted = &request->wanted;

    request->lags = true;
    request->ranged = value;
    wanted->ranges = value ? list_take(entry, value, request, take_lags) : 0;
    for (int a = 1; a < MOST_AXES && wanted->ranges == 1; a++) {
        wanted->from[a] = wanted->from[0];
        wanted->to[a] = wanted->to[0];
    }
    return wanted->ranges < 0 ? -1 : 0;
}

static int take_step(const struct entry *entry, const char *item, int axis,
                     struct request *request)
{
    int64_t *step = &request->wanted.step[axis];

    if (value_whole(item, step) && *step >= 1 && *step <= INTERVAL_MOST_STEP)
        return 0;
    util_error("--%s=%s: a whole number from 1 to %lld is needed", entry->name, item,
               (long long)INTERVAL_MOST_STEP);
    return -1;
}

int value_step(const struct entry *entry, const char *value, struct request *request)
{
    struct wanted *wanted = &request->wanted;

    wanted->steps = list_take(entry, value, request, take_step);
    for (int a = 1; a < MOST_AXES && wanted->steps == 1; a++)
        wanted->step[a] = wanted->step[0];
    return wanted->steps < 0 ? -1 : 0;
}

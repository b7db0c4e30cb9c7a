/* interval.c - which positions of an axis are wanted. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "interval.h"

/* a + b, or the nearest there is to it. */
static int64_t add(int64_t a, int64_t b)
{
    if (b > 0 && a > INT64_MAX - b)
        return INT64_MAX;
    if (b < 0 && a < INT64_MIN - b)
        return INT64_MIN;
    return a + b;
}

int64_t interval_end(const struct interval *interval, int64_t frames)
{
    int64_t end = add(frames, interval->past);
    return end < interval->to ? end : interval->to;
}

int64_t interval_count(const struct interval *interval, int64_t frames)
{
    if (frames < 0)
        return -1;
    int64_t end = interval_end(interval, frames);
    return interval_steps(end > interval->from ? end - interval->from : 0, interval->step);
}

int64_t interval_steps(int64_t positions, int64_t step)
{
    return positions > 0 ? (positions - 1) / step + 1 : 0;
}

struct interval interval_widen(const struct interval *interval, int64_t before, int64_t after)
{
    return (struct interval){
        .from = interval->from - before,
        .to = interval->to == INTERVAL_OPEN ? INTERVAL_OPEN : add(interval->to, after),
        .past = interval->past + after,
        .step = 1,
    };
}

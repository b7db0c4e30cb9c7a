/* interval.h - which positions of an axis are wanted.
 *
 * Positions count the frames of the signal from 0, its N frames standing at 0 ... N-1. What a
 * convolution puts before the first frame has negative positions, what it puts after the last has
 * N, N+1, ... */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef INTERVAL_H
#define INTERVAL_H

#include <stdint.h>

enum { MOST_AXES = 16 };

/* The positions from, from + step, from + 2 step and so on up to, and without, the less of `to`
 * and N + past. So it can be said before N is known. */
struct interval {
    int64_t from;
    int64_t to;   /* INTERVAL_OPEN: only the signal's end counts */
    int64_t past; /* negative: the interval ends before the signal does */
    int64_t step; /* 1 to INTERVAL_MOST_STEP */
};

#define INTERVAL_OPEN INT64_MAX

/* Longer than any signal. */
#define INTERVAL_MOST_STEP (INT64_C(1) << 52)

/* The less of `to` and N + past, for a signal of so many frames, >= 0. */
int64_t interval_end(const struct interval *, int64_t frames);

/* How many positions it has; -1: that depends on the signal's length, and frames is -1. */
int64_t interval_count(const struct interval *, int64_t frames);

/* How many of so many positions in a row are the first, or steps from it. */
int64_t interval_steps(int64_t positions, int64_t step);

/* All positions, in steps of 1, from so many before the interval to so many after it. */
struct interval interval_widen(const struct interval *, int64_t before, int64_t after);

#endif

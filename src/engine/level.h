/* level.h - the magnitudes of a block of samples: which outputs see only zeros, or only samples up
 * to a limit.
 *
 * The window of output i is what it is computed from, the samples i ... i + taps - 1 of each of its
 * inputs. A block is measured in stretches, of which most need no second look. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef LEVEL_H
#define LEVEL_H

#include <stdbool.h>
#include <stddef.h>

enum { LEVEL_STRETCH = 32 }; /* samples of a stretch; the last of a block may be shorter */

/* Of one channel in a block. NaNs count as 0. */
struct level {
    double *stretch; /* stretch[level_stretches()]: the largest magnitude in each, or infinity */
    double most;     /* the largest finite magnitude */
    double least;    /* every window holds a sample of at least this magnitude; may be 0 */
    bool negative;   /* whether there is a sample below 0 */
};

/* An input of an output. Samples whose magnitude is above the limit are loud. */
struct level_input {
    const double *x;       /* x[samples] */
    const double *stretch; /* of its level */
    double limit;          /* >= 0 */
};

/* Outputs, or samples: begin ... end - 1. */
struct span {
    size_t begin, end;
};

/* The number of stretches in so many samples. */
size_t level_stretches(size_t samples);

/* Measure x[samples]; level->stretch is the caller's. */
void level_measure(const double *x, size_t samples, size_t taps, struct level *);

/* The most spans that level_quiet finds. */
size_t level_most_spans(size_t samples, size_t taps);

/* Find the outputs whose windows hold no loud sample of any input[inputs], as spans in ascending
 * order that do not touch. Returns their number. */
size_t level_quiet(const struct level_input *input, size_t inputs, size_t samples, size_t taps,
                   struct span *);

#endif

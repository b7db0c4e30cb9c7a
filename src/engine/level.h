/* level.h - the magnitudes of a block of samples, measured in stretches, of which most need no
 * second look. */
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
    bool negative;   /* whether there is a sample below 0 */
};

/* The number of stretches in so many samples. */
size_t level_stretches(size_t samples);

/* Measure x[samples]; level->stretch is the caller's. */
void level_measure(const double *x, size_t samples, struct level *);

#endif

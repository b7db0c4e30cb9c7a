/* gap.h - values and weights in a gap, by transforms of their own.
 *
 * The outputs in a gap meet present samples with some of their taps only, often small ones. A
 * transform of these taps alone has an error that is as small. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef GAP_H
#define GAP_H

#include "system.h"

#include <stdbool.h>

/* Outputs of a value, and how good they must be. */
struct gap {
    const struct system *system; /* with presence */
    const double *const *x;      /* x[ins][frames + taps - 1] of a block */
    const double *mean;          /* mean[ins / 2], of the squares of its present samples */
    int value;
    double times; /* how many times its error a weight has to be */
    double least; /* weights up to this are not taken */
};

/* How many samples are present. */
double gap_count(const double *present, size_t samples);

/* Compute y[frames] and weight[frames], those of outputs begin ... begin + frames - 1 of the
 * block. Those are taken whose weight is `times` its error, while the value's error is as small a
 * part of the weight times the root mean square of the block, and whose samples are not far below
 * others: left[i] becomes false. The others remain. Returns whether that costs less than to sum
 * those taken. */
bool gap_run(const struct gap *, size_t begin, size_t frames, double *y, double *weight,
             bool *left);

#endif

/* direct.h - direct sums of some outputs, and the block length of the engines that compute each
 * output as a separate sum. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef DIRECT_H
#define DIRECT_H

#include "engine.h"

/* Frames of a block. */
size_t direct_block(const struct system *);

/* Compute outputs `from` and later of one channel, y[frames], with the bits of the direct engine. x
 * as in struct engine. */
void direct_sums(const struct system *, const double *const *x, int out, size_t from, double *y,
                 size_t frames);

#endif

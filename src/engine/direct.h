/* direct.h - direct sums of some outputs, and the block length of the engines that compute each
 * output as a separate sum. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef DIRECT_H
#define DIRECT_H

#include "engine.h"

/* Frames of a block. */
size_t direct_block(const struct system *);

/* Compute outputs `from` and later of one channel, y[frames], with the bits of the direct engine.
 * x as in struct engine. */
void direct_sums(const struct system *, const double *const *x, int out, size_t from, double *y,
                 size_t frames);

/* Compute the outputs of a channel along one path, with taps that lie together (sums.h). */
struct sums;
void direct_add(const struct sums *);

/* How often a product is rounded at most on its way into a sum of so many products. */
size_t direct_roundings(size_t products);

/* Where the samples of a channel are that are not 0: at[count], ascending. */
struct places {
    size_t *at, count;
};

/* How many of them are from sample `begin` on and before `end`; *first is the first of these. */
size_t direct_places(const struct places *, size_t begin, size_t end, size_t *first);

/* Output i of one channel, computed from places[ins] alone: the same bits where all taps stand
 * together. */
double direct_sparse_sum(const struct system *, const double *const *x,
                         const struct places *places, int out, size_t i);

#endif

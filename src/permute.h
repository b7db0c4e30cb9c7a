/* permute.h - brings the axes of an array into another order. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef PERMUTE_H
#define PERMUTE_H

#include <stddef.h>
#include <stdint.h>

/* From x, in row-major order, of length[axes] elements of so many samples: an array of its own,
 * whose axis a is axis order[a] of x. The caller frees it. */
double *permute_copy(const double *x, int axes, const int64_t *length, const int *order,
                     int samples);

/* The lengths in that order, to[axes]. */
void permute_lengths(int axes, const int64_t *length, const int *order, int64_t *to);

#endif

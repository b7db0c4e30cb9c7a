/* lanes.h - elements of eight points, and the transforms of the eight.
 *
 * An element is z[2][8]: the real parts of eight neighbouring points, then their imaginary parts.
 * An operation common to all points is one vector instruction for eight of them, which are the
 * lanes of the vectors. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef LANES_H
#define LANES_H

#include <stddef.h>

enum {
    LANES = 8,
    ELEMENT = 2 * LANES,                 /* doubles */
    LANES_TABLE = (LANES - 1) * ELEMENT, /* doubles of the table for eight elements */
    LANES_TURN = 2 * (LANES - 1),        /* doubles of the factors for all elements */
};

/* For z[elements][2][8], with `elements` a multiple of 8: multiply lane l by its factors in table
 * and turn, then transform the eight lanes of each element. In each group of eight elements,
 * frequency q is stored in element q. The factors are table[elements / 8][l - 1][2][8], one per
 * element, and turn[l - 1][2], one for all elements; those of lane 0 are 1. z and table are
 * aligned to 64 bytes. */
void lanes_forward(double *z, size_t elements, const double *table, const double *turn);

/* The inverse, times 8. */
void lanes_inverse(double *z, size_t elements, const double *table, const double *turn);

#endif

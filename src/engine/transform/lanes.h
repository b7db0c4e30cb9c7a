/* lanes.h - points eight to an element, and transforms of the eight.
 *
 * An element is z[2][8]: the real parts of eight neighbours, then their imaginary parts. Whatever
 * is done to all points alike is one vector instruction for eight of them, the lanes of the
 * vectors. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef LANES_H
#define LANES_H

#include <stddef.h>

enum {
    LANES = 8,
    ELEMENT = 2 * LANES,                 /* doubles */
    LANES_TABLE = (LANES - 1) * ELEMENT, /* doubles of the table for eight elements */
    LANES_TURN = 2 * (LANES - 1),
};

/* z[elements][2][8], a multiple of 8 of them: lane l times table times turn, then the eight lanes
 * of each element transformed together. Frequency q of eight elements stands in the q-th of them.
 * table[elements / 8][l - 1][2][8], for each of the eight, and turn[l - 1][2], for all; lane 0 is
 * multiplied by 1. All on boundaries of 64 bytes but turn. */
void lanes_forward(double *z, size_t elements, const double *table, const double *turn);

/* Back, times 8. */
void lanes_inverse(double *z, size_t elements, const double *table, const double *turn);

#endif

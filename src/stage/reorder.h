/* reorder.h - an array with its axes in another order, for the rare one that no order of reading
 * serves: see permute.h. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef REORDER_H
#define REORDER_H

#include "interval.h"
#include "stream.h"

/* Read all frames of an array of these lengths, the first of which need not be set, and replace
 * the stream, and length[MOST_AXES], by the array whose axis a is axis order[a] of it. Its
 * samples, and those of an element, are held in memory. A status; what is not STATUS_DONE was
 * reported, and the stream is the one before. */
enum status reorder_open(struct stream **, int axes, int64_t length[MOST_AXES], const int *order);

#endif

/* axes.h - which axes of a signal or kernel are convolved. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef AXES_H
#define AXES_H

#include "format/format.h"

/* Find the lengths of the first axes, so many, behind the first one; *channels is what stands at a
 * position of them all. 0, or -1: the file has fewer, already reported. */
int axes_find(const struct traits *, const struct stream *, int axes, int64_t behind[MOST_AXES],
              int *channels);

#endif

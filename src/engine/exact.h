/* exact.h - sums rounded once: the double nearest to the true sum, whatever cancels or overflows on
 * the way. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef EXACT_H
#define EXACT_H

#include "system.h"

#include <stdbool.h>

/* One output channel of a system, y[frames]; x as in struct engine. Each output is the double
 * nearest to the true sum over all its paths, ties to even, subnormal or infinite where that is so;
 * with NaNs or infinities among its samples it is the IEEE sum of their products alone. Returns
 * whether a true sum lies beyond 2^53 in size. */
bool exact_sums(const struct system *, const double *const *x, int out, double *y, size_t frames);

#endif

/* exact.h - correctly rounded sums: the double nearest to the true sum, despite cancellation and
 * intermediate overflow. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef EXACT_H
#define EXACT_H

#include "system.h"

#include <stdbool.h>

/* Compute one output channel of a system, y[frames]; x as in struct engine. Each output is the
 * double nearest to the true sum over all its paths, ties to even, or to its quotient where the
 * system has a divisor or presence (rescale.h); it may be subnormal or infinite. If NaNs or
 * infinities are among its samples, it is the IEEE sum of their products alone. Returns whether
 * the magnitude of any true sum exceeds 2^53, where none is divided. */
bool exact_sums(const struct system *, const double *const *x, int out, double *y, size_t frames);

#endif

/* nonfinite.h - NaN and infinity kept out of transforms, which would spread them over a whole
 * block. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef NONFINITE_H
#define NONFINITE_H

#include "system.h"

#include <stdbool.h>

/* Whether any of x[samples] is NaN or infinite. */
bool nonfinite_any(const double *x, size_t samples);

/* On entry, y is the system's result for x with its non-finite samples set to 0, and NaN where that
 * could not be computed. Sum the latter directly, and add the products of the non-finite samples
 * exactly where the direct sum has them. Shapes as for run in struct engine. */
void nonfinite_repair(const struct system *, const double *const *x, double *const *y,
                      size_t frames);

#endif

/* nonfinite.h - NaN and infinity beside a transform, which would spread them over a whole block. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef NONFINITE_H
#define NONFINITE_H

#include "system.h"

#include <stdbool.h>

/* Whether any of x[samples] is NaN or infinite. */
bool nonfinite_any(const double *x, size_t samples);

/* clean[samples] = x[samples] times scale, with 0 for what is not finite. */
void nonfinite_clean(const double *x, size_t samples, double scale, double *clean);

/* y holds the system's result for x without its non-finite samples. Add those samples' products
 * where, and only where, the direct sum has them. An output that is not finite although all its
 * samples are (the transform overflowed) is summed directly. Shapes as in struct engine's run. */
void nonfinite_repair(const struct system *, const double *const *x, double *const *y,
                      size_t frames);

#endif

/* nonfinite.h - NaN and infinity kept out of transforms, which would spread them over a whole
 * block. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef NONFINITE_H
#define NONFINITE_H

#include "engine.h"

/* What a system's infinities need. */
struct nonfinite {
    const struct system *system;
    const struct plan *plan;
    struct kernel_signs *kernel;  /* opened when first needed in any slot */
    struct nonfinite_slot *slot;  /* slot[plan->slots] */
};

/* Whether any of x[samples] is NaN or infinite. */
bool nonfinite_any(const double *x, size_t samples);

/* Prepare for a system and a plan with transforms. Borrows both until closed. */
void nonfinite_open(struct nonfinite *, const struct system *, const struct plan *);
void nonfinite_close(struct nonfinite *);

/* On entry, y is the system's result for x with its non-finite samples set to 0, and NaN where
 * that could not be computed. Sum the latter directly, and make of each output what the products
 * of the non-finite samples make of the direct sum. Shapes as for run in struct engine; a NULL
 * in y: that output is left alone. Costs a run of the engine if there are infinities, whatever
 * their number; allocates memory when a slot first meets one. */
void nonfinite_repair(const struct nonfinite *, size_t slot, const double *const *x,
                      double *const *y, size_t frames);

#endif

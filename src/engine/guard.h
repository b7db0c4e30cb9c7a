/* guard.h - makes each output depend on its own samples alone, however accurate the engine is.
 *
 * A NaN or infinity affects exactly the outputs whose sums contain it. Where taps and samples are
 * integers of magnitude at most 2^53, so are the outputs: exact up to 2^53, the nearest double
 * beyond (integer.h). The error of every other output is small beside its own samples, not only
 * those of its block; an output of zeros is 0, and a transform overflows only where the sum does
 * (outlier.h).
 *
 * The guard inspects the samples of each block and the engine's results. It chooses
 *
 *     which samples to keep out of transforms; it adds their products afterwards (outlier.h,
 *     nonfinite.h)
 *     which outputs to compute again from quiet samples alone (outlier.h), or where missing
 *     samples leave little weight (weights.h)
 *     which outputs to round to integers, to compute from digits (digits.h), or to sum without
 *     error (exact.h)
 *
 * Where the data are finite, of ordinary range and not integers, the engine works directly on the
 * caller's memory, and nothing is computed twice. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef GUARD_H
#define GUARD_H

#include "engine.h"

struct guard;

/* Open the plan's engine and a guard for it. Never NULL. The guard borrows system and pool until
 * closed. */
struct guard *guard_open(const struct system *, const struct plan *);

/* Close guard and engine. Prints a note if integer results beyond 2^53 were rounded. */
void guard_close(struct guard *);

/* As the engine's run, with all outputs wanted, and their sums divided where the system has a
 * divisor or presence (rescale.h). Allocates memory for some channels when a slot first meets a
 * NaN, an infinity, an outlier, an overflow, or integers too large to be rounded. */
void guard_run(struct guard *, size_t slot, const double *const *x, double *const *y,
               size_t frames);

#endif

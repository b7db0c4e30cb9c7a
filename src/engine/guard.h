/* guard.h - what makes an engine true to NaN, infinity and integers, whatever its own sums are true
 * to.
 *
 * A NaN or infinity reaches exactly the outputs whose sum it stands in. Where taps and samples are
 * integers of at most 2^53 in size, so are the outputs: exact up to 2^53, the nearest double beyond
 * (integer.h). An output that transforms overflow on the way to is what its direct sum is.
 *
 * The guard looks at the samples of each block and at what the engine makes of them. It chooses
 *     which samples to keep out of transforms, and adds their products afterwards (nonfinite.h);
 *     which outputs to round to integers, to put together from digits (digits.h), or to sum without
 * error (exact.h). Where the data are finite and no integers the engine works on the caller's
 * memory, and nothing is done twice. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef GUARD_H
#define GUARD_H

#include "engine.h"

struct guard;

/* Open the plan's engine with a guard around it. Never NULL; system and pool stay borrowed. */
struct guard *guard_open(const struct system *, const struct plan *);

/* Close both; a note says if integer results were rounded beyond 2^53. */
void guard_close(struct guard *);

/* As the engine's run, all outputs wanted. Allocates some channels' worth when a slot first meets a
 * NaN, an infinity, an overflow or integers too large to round. */
void guard_run(struct guard *, size_t slot, const double *const *x, double *const *y,
               size_t frames);

#endif

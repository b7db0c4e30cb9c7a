/* outlier.h - large samples kept from spoiling the small outputs of their block.
 *
 * The error of a transform is relative to the norm of the whole block. With |.| the 2-norm, x_p
 * the samples of path p in the block and w_p those in the window of one output (quiet.h),
 *
 *     error < (12 log2 L + 2 + paths) u sum over the paths of |h_p| |x_p|
 *
 * This room brings it below
 *
 *     2^-20 sum over the paths of |h_p| |w_p|,    or taps 2^-1075,
 *
 * for every output, whatever else is in its block (and unless all taps are subnormal). An output
 * whose window holds only zeros is 0. One whose samples and taps are not negative is not negative.
 * And no output overflows unless its sum does.
 *
 * With a limit T of weighted magnitudes such that windows with a sample above T are within the
 * proven bound, the outputs of other windows are found. In ordinary data there are none, and
 * nothing is done. Otherwise:
 *
 *     few samples above T     they are kept out of the engine's run, and their products added
 *     few outputs up to T     they are summed directly
 *     many of both            another run of the engine gets the samples of windows up to T alone,
 *                             and serves those outputs; so again with the next limit
 *
 * The decisions depend on the samples of the block alone. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef OUTLIER_H
#define OUTLIER_H

#include "passes.h"

/* Prepare for a plan with transforms. Borrows system, plan and the engine's state until closed. */
void outlier_open(struct outlier *, const struct system *, const struct plan *, void *state);
void outlier_close(struct outlier *);

/* The steps for a block x[ins][samples]. Measure it; then decide on each output that is not
 * integer (the others are exact anyway). */
void outlier_measure(struct outlier *, size_t slot, const double *const *x, size_t samples);
void outlier_decide(struct outlier *, size_t slot, const double *const *x, int out,
                    size_t samples);

/* Instead of these: keep nothing out. */
void outlier_forget(struct outlier *, size_t slot);

/* What the engine shall compute from, valid until the next call for the slot: x itself, or copies
 * with zeros for the samples that are kept out; with `finite` also for NaN and infinity. *changed
 * is whether there is a copy. Allocates memory for it when a slot first needs it. */
const double *const *outlier_keep_out(struct outlier *, size_t slot, const double *const *x,
                                      size_t samples, bool finite, bool *changed);

/* Add the products of the finite samples that were kept out to y[frames], an output of the
 * engine. */
void outlier_add(struct outlier *, size_t slot, const double *const *x, int out, double *y,
                 size_t frames);

/* Complete an output that was decided on, after outlier_add. `spoilt`: not all of it is finite.
 * NaN and infinity count as 0. An output that no transform could give, because some sum was too
 * large, is NaN. */
void outlier_finish(struct outlier *, size_t slot, const double *const *x, int out, double *y,
                    size_t frames, bool spoilt);

#endif

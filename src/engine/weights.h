/* weights.h - outputs by transforms where missing samples leave little weight.
 *
 * A system with presence (system.h) computes beside each value V the sum W of the taps that meet
 * present samples. V / W is wanted. A transform of length L leaves errors in V and W that depend
 * on the whole block (integer.h has the bound): with n samples present in it, whose root mean
 * square is r, at most e r in V and e in W, where
 *
 *     e = (12 log2 L + 2 + paths) 2^-53 * sum over paths of |h| sqrt(n)
 *
 * Where |W| < 2e12 e, V and W are computed from the taps that meet present samples in the same
 * gap, by transforms whose e is smaller (gap.h), or summed directly, with the bits of the direct
 * engine. So the error of V is at most 5e-13 r |W|, and that of W 5e-13 |W|. No output is computed
 * anew whose weight is more than a quarter of that of all samples: its error is a few times the
 * one that an output with all samples present has. Weights that may count as 0 are always summed,
 * so that all engines agree which do.
 *
 * A frame that is summed costs its present samples, or what it costs the direct engine. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef WEIGHTS_H
#define WEIGHTS_H

#include "system.h"

struct weights {
    const struct system *system;
    double error;  /* e of a column of norm 1 and one sample */
    double *norm;  /* norm[columns], 2-norms of the taps */
    double *most;  /* most[presence], the largest weight of an output that is summed */
    double *all;   /* all[presence], the products in a sum */
    double *sure;  /* sure[presence]: none above this may count as 0 */
};

/* Prepare for a system, which stays borrowed, and transforms of `length` real samples. Without
 * presence there is nothing to do. */
void weights_open(struct weights *, const struct system *, size_t length);
void weights_close(struct weights *);

/* Compute anew what needs it among the outputs y[outs][frames], for those values o with inexact[o]
 * not NULL. Shapes as for run in struct engine. */
void weights_mend(const struct weights *, const double *const *x, double *const *y,
                  double *const *inexact, size_t frames);

#endif

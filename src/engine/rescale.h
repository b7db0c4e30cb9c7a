/* rescale.h - sums divided as the system asks for.
 *
 * With D the divisor, or 1 where there is none, a sum V becomes V / D. In a system with presence
 * (system.h) a value V of weight W, with some of its samples missing but not all, becomes
 *
 *     V S / (W D)
 *
 * with S the sum of the taps; its weight and the other sums remain. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef RESCALE_H
#define RESCALE_H

#include "system.h"

struct rescale {
    const struct system *system;
    double *sum; /* sum[presence], of the taps of each value; NULL: no presence */
    double *all; /* all[presence], the samples in each value */
};

/* Prepare for a system, which stays borrowed. */
void rescale_open(struct rescale *, const struct system *);
void rescale_close(struct rescale *);

/* Divide the sums y[o][frames] of one output o; y[outs][frames] are those of all. */
void rescale_output(const struct rescale *, double *const *y, int o, size_t frames);

#endif

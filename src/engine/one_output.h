/* one_output.h - a single output without any error until it is rounded. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef ONE_OUTPUT_H
#define ONE_OUTPUT_H

#include "system.h"

/* The sums to one output channel, of samples as engine.h has them. */
struct output_sums {
    const struct system *system;
    const double *const *x;  /* x[ins][frames + taps - 1] */
    const struct path *path; /* path[paths], those to the channel */
    size_t paths;
};

/* Those of an output channel. */
struct output_sums one_output_sums(const struct system *, const double *const *x, int out);

/* The double nearest to the sum of frame i. *rest is what rounding has left off, as far as both
 * are finite. Where samples are not finite, the sum is that of their products. */
double one_output_sum(const struct output_sums *, size_t i, double *rest);

/* The double nearest to the sum of frame i, over the system's divisor if it has one. With a
 * weight, whose sums are those of the same taps with presence, it is also multiplied by the sum of
 * the taps and divided by the weight; NaN where that is 0. */
double one_output_quotient(const struct output_sums *value, const struct output_sums *weight,
                           size_t i);

#endif

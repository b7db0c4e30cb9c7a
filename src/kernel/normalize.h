/* normalize.h - kernels scaled to unit norm. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef NORMALIZE_H
#define NORMALIZE_H

#include "choice.h"
#include "kernel.h"
#include "thread/pool.h"

/* From NORM_XCORR on they are of correlation. */
enum norm {
    NORM_NONE,
    NORM_SUM,
    NORM_L1,
    NORM_L2,
    NORM_PEAK,
    NORM_GAIN,
    NORM_XCORR,
    NORM_COEFF,
    NORM_BIASED,
    NORM_UNBIASED,
};

/* For users to choose among. */
struct choice norm_choice(size_t i);

/* Scale the taps, so that
 *
 *     sum   each column sums to 1
 *     l1    sum |h[j]| = 1
 *     l2    sum h[j]^2 = 1
 *     peak  max |h[j]| = 1
 *     gain  max |H(f)| = 1, over all frequencies f
 *     xcorr each column's mean is 0, and sum h[j]^2 = 1
 *
 * sum and xcorr scale each column by itself. The others divide all columns by one divisor, the
 * largest norm of any column, which keeps their balance. coeff, biased and unbiased scale the sums
 * instead, and leave the taps as they are; but for coeff a column may be scaled if it is so large
 * or small that sums might overflow or vanish. 0, or -1: already reported (taps that are all 0;
 * for sum, a column that sums to 0; for xcorr, a column that is constant; both up to rounding).
 * The gain is computed on the pool. */
int kernel_normalize(struct kernel *, enum norm, struct pool *);

/* The same, up to peak, for complex kernels, whose columns are pairs: sum divides by the complex
 * sum, the norms are of the magnitudes |h[j]|. */
int kernel_normalize_complex(struct kernel *, enum norm);

/* Check that the taps of each column differ. 0, or -1: already reported. */
int kernel_check_varies(const struct kernel *);

#endif

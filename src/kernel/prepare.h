/* prepare.h - what is done to a kernel before it is used: its end is cut, and the tap at time 0 is
 * found. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef PREPARE_H
#define PREPARE_H

#include "kernel.h"

/* The tap at time 0: the kernel's own; the first of those of the largest magnitude in any column;
 * or the first whose magnitude is above a tenth (-20 dB) of that. Magnitudes of complex taps are
 * those of the pairs. */
enum align { ALIGN_NONE, ALIGN_PEAK, ALIGN_ONSET };

/* The choices of it. */
struct choice kernel_align_choice(size_t i);

struct preparation {
    struct time length; /* of what is kept from tap 0 on; value 0: all taps */
    double trim;        /* then the taps after the last one above this factor of the peak are cut,
                         * 0 < trim < 1; 0: none */
    enum align align;   /* then the tap at time 0 is found */
};

/* Whether the preparation depends on the sample rate of a signal: the kernel is to be cut, and has
 * none itself. */
bool kernel_needs_rate(const struct kernel *, const struct preparation *);

/* Cut a folded kernel (kernel_fold) of one axis for signals of this rate, which counts where it
 * has none itself; 0: none. The last of the taps that are kept fade out along half a cosine: 5 ms,
 * or 240 taps without a rate, and at most a tenth of them. A note tells how many were cut, and
 * their part of the energy. 0, or -1: a length in seconds without a rate, already reported. */
int kernel_cut(struct kernel *, const struct preparation *, double rate);

/* Prepare a folded kernel: kernel_cut(), where it is as it was read, and its tap at time 0. A
 * resampled kernel was cut before. 0, or -1: already reported (several axes, or as above). */
int kernel_prepare(struct kernel *, const struct preparation *, double rate);

/* The tap that is found so. */
size_t kernel_find(const struct kernel *, enum align);

/* The part of the energy, the sum of |h|^2 over all columns, that so many taps from that one on
 * have, 0 to 1. Of one axis; 0 where all taps are 0. */
double kernel_part(const struct kernel *, size_t first, size_t taps);

#endif

/* measure.h - what must be known of a whole signal before its first output. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef MEASURE_H
#define MEASURE_H

#include "run.h"

/* A sum of squares: sum * 4^exponent, where sum is 0, not finite, or 1 <= sum < 4. */
struct energy {
    double sum;
    int exponent;
};

struct measures {
    int64_t frames;        /* of the signal */
    struct energy *energy; /* energy[channels] of a pixel (grid.h); NULL: not measured */
};

/* Whether the signal of a planned run must be read to its end first. */
bool measure_is_needed(const struct run *);

/* Measure the signal, which is then replaced by a copy in a temporary file. For NORM_COEFF
 * channels whose sums might overflow or vanish are scaled by powers of two, and so are their
 * energies. The caller frees these. Returns a status; any but STATUS_DONE has been reported. */
enum status measure_signal(struct run *, struct measures *);

/* Divide the outputs of --normalize=coeff, biased or unbiased, in frames of slabs, by what their
 * norm says. */
struct stream *measure_divide(const struct run *, const struct measures *, struct stream *);

#endif

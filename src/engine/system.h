/* system.h - the sums to compute, as paths from inputs through taps to outputs. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef SYSTEM_H
#define SYSTEM_H

#include <stdbool.h>
#include <stddef.h>

/* From a signal channel through a column of taps to an output channel. */
struct path {
    int in, column, out;
};

/* Taps that stand together: begin ... begin + count - 1. */
struct tap_run {
    size_t begin, count;
};

/* One of several kernels whose product the taps are: so many taps, as far apart. */
struct factor {
    size_t taps, step;
};

/* The sums to compute. Functions borrow a system; the caller keeps it unchanged and alive. */
struct system {
    size_t taps;     /* >= 1 */
    int columns;     /* >= 1 */
    const double *h; /* h[columns][taps], finite */
    int ins, outs;   /* channels, >= 1 */
    size_t paths;    /* sorted by out; every out has at least one */
    const struct path *path;
    double divisor;  /* > 0: h are integers, and each sum is divided by this; 0: it is not */
    int presence;    /* > 0: outputs o, o + presence and o + 2 presence are a value, its weight and
                      * its count of present samples, each over as many paths; the divisor is that
                      * of the values alone, which are rescaled (rescale.h) */
    bool complex;    /* channels 0 and 1, 2 and 3, ... are the parts of complex numbers; columns c,
                      * c + 1 and c + 2, c = 0, 3, ..., are a, b and -b of complex taps a + bi. A
                      * complex path is four: from in by a and from in + 1 by -b to out, from in by
                      * b and from in + 1 by a to out + 1, in + 1 always next after in. Errors may
                      * be relative to the norms of whole numbers, a + bi */
    size_t runs;     /* 0: all taps stand together; else taps outside the runs are 0, and belong to
                      * no sum */
    const struct tap_run *run; /* run[runs], in order; the first begins with the first tap, the
                                * last ends with the last */
    size_t factors; /* 0: the taps are not known to be a product; else 2 or more: tap j_1 step_1 +
                     * j_2 step_2 + ... of a column is, but for a few roundings, the product of
                     * the taps j_1, j_2, ... of its factors; integers are exactly that */
    const struct factor *factor; /* factor[factors]; their steps fall */
    const double *factor_h;      /* factor_h[columns][sum of their taps], one after the other */
};

/* Run i, and how many there are, also where all taps stand together. */
struct tap_run system_run(const struct system *, size_t i);
size_t system_runs(const struct system *);

/* The tap after tap j, which is in the given run; system->taps after the last. */
size_t system_next(const struct system *, size_t *run, size_t j);

/* The taps of all runs. */
size_t system_products(const struct system *);

/* Of the samples i ... i + taps - 1 that output i is computed from, the first one that a run
 * meets. */
size_t system_first_sample(const struct system *, struct tap_run);

/* The taps of a path's column. */
const double *system_taps(const struct system *, const struct path *);

/* The largest number of paths to any one output. */
size_t system_most_paths(const struct system *);

/* The 2-norm of h[taps], and that of complex taps from those of their parts, without overflow and
 * underflow on the way. */
double system_norm(const double *h, size_t taps);
double system_complex_norm(double a, double b);

/* The larger of the numbers of channels in and out. */
size_t system_most_channels(const struct system *);

#endif

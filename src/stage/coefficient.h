/* coefficient.h - Pearson's coefficients of correlation along one path, from the sums of an engine:
 * one channel of samples against one column of taps. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef COEFFICIENT_H
#define COEFFICIENT_H

#include "stage.h"

#include "template.h"
#include "window.h"

#include <math.h>

/* In place of a coefficient that the sums do not give to 2^-42, or that is to be rounded once. */
#define COEFFICIENT_UNSURE INFINITY

/* Samples x[0], x[step], ..., as in window.h. The window of output i begins with sample i. */
struct samples {
    const double *x;
    size_t step;
};

/* The engine's sums of output i: y[i * row], of products. Where samples may be missing between
 * others also y[i * row + part], of the taps that meet a sample, and y[i * row + 2 * part], of
 * their squares. */
struct results {
    const double *y;
    size_t row, part;
};

/* The error that the sums may have. */
struct accuracy {
    double error;   /* as a part of the norms of samples and taps */
    size_t samples; /* of a transform, whose errors come from all of them; 0: direct sums */
    double energy;  /* of these samples, centred */
};

struct scan {
    const struct overlap *overlap;
    struct template *template; /* of the engine's taps */
    int column;
    struct window window;      /* opened with the centre of the engine's samples */
    struct accuracy accuracy;
    int64_t position;          /* of the first sample of the next window */
};

/* The error of the sums of a plan for so many taps. */
struct accuracy coefficient_accuracy(const struct plan *, size_t taps);

/* Set the energy, which a transform's accuracy needs, to that of x[count]. */
void coefficient_measure(struct scan *, struct samples, size_t count);

/* Enter the first taps - 1 samples into the window. */
void coefficient_prime(struct scan *, struct samples);

/* The coefficients of the next outputs: r[0], r[step], ..., r[(count - 1) step], in [-1, 1]; NaN
 * where there is none; or COEFFICIENT_UNSURE. Only those that are COEFFICIENT_UNSURE before are
 * computed. The samples begin with the first window. */
void coefficient_run(struct scan *, struct samples, struct results, double *r, size_t step,
                     size_t count);

/* The first frame of a window at which the signal may have begun, if its first sample is here. */
size_t coefficient_first(const struct overlap *, int64_t position);

#endif

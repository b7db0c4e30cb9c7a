/* coefficient.h - Pearson's coefficients of correlation along one path, from the sums of an
 * engine: one channel of samples against one column of taps. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef COEFFICIENT_H
#define COEFFICIENT_H

#include "stage.h"

#include "box.h"
#include "template.h"
#include "window.h"

#include <math.h>

/* In place of a coefficient that the sums do not give to 2^-42, or that is to be rounded once. */
#define COEFFICIENT_UNSURE INFINITY

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
    struct centre centre;      /* of the engine's samples */
    struct accuracy accuracy;
    struct window window;      /* of one axis: sums run along it; opened with the centre */
    struct contents *contents; /* of several: what the windows hold */
    size_t pixel;              /* with which the next window begins, as the box counts them */
};

/* The error of the sums of a plan for a window that lies so. */
struct accuracy coefficient_accuracy(const struct plan *, const struct box *);

/* Whether the pixels of a window are all side by side, so that sums can run along them. */
bool coefficient_runs(const struct box *);

/* Enter what precedes the newest sample of the first window, where sums run along an axis. */
void coefficient_prime(struct scan *, struct samples);

/* The coefficients of the next outputs: r[0], r[step], ..., r[(count - 1) step], in [-1, 1]; NaN
 * where there is none; or COEFFICIENT_UNSURE. Only those that are COEFFICIENT_UNSURE before are
 * computed. The samples begin with the first window, and end with the last. */
void coefficient_run(struct scan *, struct samples, struct results, double *r, size_t step,
                     size_t count);

#endif

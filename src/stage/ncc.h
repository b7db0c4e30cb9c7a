/* ncc.h - what the stages before and after the convolution of a correlation share: the samples
 * between them. ncc.c passes them on, coefficient.c makes coefficients of them and the sums. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef NCC_H
#define NCC_H

#include "stage.h"

#include "template.h"
#include "window.h"

struct ncc {
    struct overlap overlap;
    struct template template;
    struct window *window; /* window[channels] */
    size_t taps, channels; /* of the signal */

    double error;   /* of the engine's sums, as a part of the norms of samples and taps */
    size_t block;   /* of transforms, whose errors come from whole blocks; 0: direct sums */
    double *energy; /* energy[channels], sums of squares in a block's samples */

    double *x; /* x[room][channels], samples as in window.h; count from frame `begin` on */
    size_t begin, count, room;
    size_t passed;   /* of the count, frames that are on their way to the engine */
    int64_t first;   /* position of the stream's first frame */
    int64_t outputs; /* so far */
    double *u, *v;   /* samples and taps that overlap, u[taps] and v[taps] */
};

#endif

/* ncc.h - what the stages before and after the convolution of a correlation share: the samples
 * between them. ncc.c passes them on, ncc_end.c makes coefficients of them and the sums. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef NCC_H
#define NCC_H

#include "anew.h"
#include "coefficient.h"

struct ncc {
    struct overlap overlap;
    struct template template;
    struct scan *scan;     /* scan[paths] */
    size_t span, channels; /* of a window, with what lies between its pixels; of the signal */
    struct contents contents;
    struct anew *anew;

    struct centre *centre; /* centre[channels] of the samples for the engine */
    double *x; /* x[room][channels], samples as in window.h; count from frame `begin` on */
    size_t begin, count, room;
    size_t passed; /* of the count, frames that are on their way to the engine */
};

#endif

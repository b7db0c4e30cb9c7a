/* roots.h - roots of unity, the same on every machine. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef ROOTS_H
#define ROOTS_H

#include <stddef.h>

/* exp(-2 pi i m / n). In the first eighth of the circle it is the product of a near root, m below
 * a step, and of a far one, m a multiple of the step; the other eighths mirror it. */
struct roots {
    size_t n;
    int shift;         /* the step is 2^shift, about the root of n / 8 */
    struct root *near; /* near[step] */
    struct root *far;  /* far[n / 8 / step + 1] */
};

/* n: a multiple of 8. */
void roots_open(struct roots *, size_t n);
void roots_close(struct roots *);

/* Root m, any m: its real part to *re, its imaginary part to *im, each to 0.5000001 ulp. */
void roots_take(const struct roots *, size_t m, double *re, double *im);

#endif

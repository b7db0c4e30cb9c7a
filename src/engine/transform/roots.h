/* roots.h - roots of unity, the same on every machine. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef ROOTS_H
#define ROOTS_H

#include <stddef.h>

/* exp(-2 pi i m / n). In the first eighth of the circle it is the product of a near root, with m
 * less than the step, and a far root, with m a multiple of the step. The other eighths follow by
 * symmetry. */
struct roots {
    size_t n;
    int shift;         /* the step is 2^shift, about sqrt(n / 8) */
    struct root *near; /* near[step] */
    struct root *far;  /* far[n / 8 / step + 1] */
};

/* n: a multiple of 8. */
void roots_open(struct roots *, size_t n);
void roots_close(struct roots *);

/* Root m, for any m: its real part in *re and its imaginary part in *im, each within 0.5000001
 * ulp. */
void roots_take(const struct roots *, size_t m, double *re, double *im);

#endif

/* roots.h - roots of unity. */
#ifndef ROOTS_H
#define ROOTS_H

#include <stddef.h>

/* exp(-2 pi i m / n), real and imaginary part each rounded once, as far as long double is wider
 * than double: the product of one of the near roots and one of the far, for sines and cosines are
 * slow. */
struct roots {
    size_t n, step; /* step: of the far ones */
    long double *near, *far;
};

/* n: a multiple of a power of two that is at least its root. */
void roots_open(struct roots *, size_t n);
void roots_close(struct roots *);

/* Root m, any m: its real part to *re, its imaginary part to *im. */
void roots_take(const struct roots *, size_t m, double *re, double *im);

#endif

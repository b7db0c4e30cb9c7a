/* transform.h - the spectrum of a real block, for convolution. The only room that knows FFTW.
 *
 * Negacyclic ("right-angle") convolution: a real sequence x of even length L, taken modulo X^L + 1, is the complex
 * sequence of half that length c[n] = x[n] + i x[n + L/2] modulo X^(L/2) - i. Weighted by w^n with
 * w = exp(i pi / L) it becomes cyclic, so one complex transform of L/2 points serves L real samples, and two
 * spectra multiply point by point with nothing to unpack. What wraps around returns with its sign changed; overlap-save
 * throws those outputs away, as it does with a cyclic transform.
 * (R. Crandall, B. Fagin, "Discrete weighted transforms and large-integer arithmetic", Math. Comp. 62, 1994.) */
#ifndef TRANSFORM_H
#define TRANSFORM_H

#include <stddef.h>

struct transform;

/* For blocks of `length` real samples, even, >= 2. Never NULL. Opening and closing are not thread-safe, using is. */
struct transform *transform_open(size_t length);
void transform_close(struct transform *);

/* Doubles in a spectrum: `length`. Spectra are arrays from util_doubles, in an order of the transform's own. */

/* x[count], zeros behind it up to the length -> z[length]. */
void transform_forward(const struct transform *, const double *x, size_t count, double *z);

/* z[length] -> y[count], the real samples first .. first + count of it. Destroys z. Forward and inverse
 * together multiply by 1. */
void transform_inverse(const struct transform *, double *z, double *y, size_t first, size_t count);

/* to[length] = a * b, or += for transform_add, point by point; `to` may be a. */
void transform_multiply(const struct transform *, const double *a, const double *b, double *to);
void transform_add(const struct transform *, const double *a, const double *b, double *to);

#endif

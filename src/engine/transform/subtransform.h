/* subtransform.h - the subtransforms that follow the first pass of a transform (transform.h).
 *
 * Each is a complex transform. Its points are stored in elements of eight, z[points / 8][2][8]
 * (lanes.h): point n = 8 j + l is in lane l of element j. Passes of radix 8 and 4 (decimation in
 * frequency, in place) transform the points j in each lane; then the eight lanes of each frequency
 * are transposed and transformed. The inverse does the same backwards. A pass leaves independent
 * parts. Each part is finished while it is in the cache, for any number of points. (W. Gentleman,
 * G. Sande, "Fast Fourier transforms: for fun and profit", AFIPS 29, 1966.) */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef SUBTRANSFORM_H
#define SUBTRANSFORM_H

#include "roots.h"

#include <stddef.h>

struct subtransform;

enum { SUBTRANSFORM_LEAST = 64 }; /* points; powers of two */

/* Prepare `count` subtransforms of `points` points each; together they make up a transform of P =
 * count * points points. Subtransform s yields its frequencies s, s + count, s + 2 count, ...
 * Point n is first multiplied by exp(-2 pi i (n % 8) (4 s - 1) / 4P), which the transform leaves
 * to the subtransforms. The roots are those of order 4 P; they are used only during this call.
 * Never NULL. */
struct subtransform *subtransform_open(size_t points, size_t count, const struct roots *roots);
void subtransform_close(struct subtransform *);

/* The forward transform, and the inverse times `points`. z[2 * points] and h are aligned to 64
 * bytes. Several calls may run at the same time. */
void subtransform_forward(const struct subtransform *, size_t s, double *z);
void subtransform_inverse(const struct subtransform *, size_t s, double *z);

/* Forward, multiplied by h point by point, and inverse. */
void subtransform_convolve(const struct subtransform *, size_t s, double *z, const double *h);

/* to[] = or += z[] * h[], point by point; `to` must not overlap z or h. */
void subtransform_product(const struct subtransform *, const double *z, const double *h,
                          double *to);
void subtransform_add(const struct subtransform *, const double *z, const double *h, double *to);

/* The index in z of the real part of the subtransform's frequency k < points; the imaginary part
 * is 8 doubles after it. And the inverse: the frequency whose real part has a given index. */
size_t subtransform_place(const struct subtransform *, size_t k);
size_t subtransform_frequency(const struct subtransform *, size_t place);

#endif

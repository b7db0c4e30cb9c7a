/* subtransform.h - the subtransforms that the first pass of a transform leaves (transform.h).
 *
 * Each is a complex transform. Its points lie in elements of eight, z[points / 8][2][8] (lanes.h);
 * of point n = 8 j + l, l is a lane of the vectors. In each lane the points j are transformed by
 * passes of radix 8 and 4 (decimation in frequency, in place), then the eight lanes of each
 * frequency together, transposed. The inverse is the same backwards. A pass leaves parts that have
 * nothing to do with each other, so each is finished while it is in the cache, however many points
 * there are.
 * (W. Gentleman, G. Sande, "Fast Fourier transforms: for fun and profit", AFIPS 29, 1966.) */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef SUBTRANSFORM_H
#define SUBTRANSFORM_H

#include "roots.h"

#include <stddef.h>

struct subtransform;

enum { SUBTRANSFORM_LEAST = 64 }; /* points; powers of two */

/* For `count` subtransforms of so many points each, which are all of a transform of P = count *
 * points points. Subtransform s holds its frequencies s, s + count, s + 2 count, ...; its points
 * are still to be multiplied by exp(-2 pi i (n % 8) (4 s - 1) / 4P), which is done here. The roots
 * are of 4 P, and borrowed only now. Never NULL. */
struct subtransform *subtransform_open(size_t points, size_t count, const struct roots *roots);
void subtransform_close(struct subtransform *);

/* There, and back times `points`. z[2 * points] on a boundary of 64 bytes, as is h. Several may be
 * under way at a time. */
void subtransform_forward(const struct subtransform *, size_t s, double *z);
void subtransform_inverse(const struct subtransform *, size_t s, double *z);

/* There, times h point by point, and back. */
void subtransform_convolve(const struct subtransform *, size_t s, double *z, const double *h);

/* to[] = or += z[] * h[], point by point; to apart from both. */
void subtransform_product(const struct subtransform *, const double *z, const double *h,
                          double *to);
void subtransform_add(const struct subtransform *, const double *z, const double *h, double *to);

/* Where the real part of frequency k of its own, k < points, stands in z, the imaginary part being
 * 8 doubles after it; and the frequency whose real part stands at a place. */
size_t subtransform_place(const struct subtransform *, size_t k);
size_t subtransform_frequency(const struct subtransform *, size_t place);

#endif

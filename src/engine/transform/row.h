/* row.h - the rows of a transform (transform.h): complex transforms, for convolution.
 *
 * Points lie in elements of eight, z[points / 8][2][8] (lanes.h). Spectra are in an order of their own: products are taken point by
 * point, and nobody asks.
 *
 * Of point n = 8 j + l, l is a lane of the vectors. In each lane the points j are transformed by passes of radix 8 and 4
 * (decimation in frequency, in place), then the eight lanes of each frequency together, transposed. The inverse is the same
 * backwards. A pass leaves parts that have nothing to do with each other, so each is finished while it is in the cache,
 * however long the row.
 * (W. Gentleman, G. Sande, "Fast Fourier transforms: for fun and profit", AFIPS 29, 1966.) */
#ifndef ROW_H
#define ROW_H

#include "roots.h"

#include <stdbool.h>
#include <stddef.h>

struct row;

enum { ROW_LEAST = 64 }; /* points; powers of two */

/* For `rows` rows of so many points each, which are all of a transform of P = rows * points points. Row `index` holds every
 * rows-th frequency of it from that on, and its points are to be multiplied by exp(-2 pi i (n % 8) (4 index - 1) / 4P), which is
 * done here. The roots are of 4 P, and borrowed only now. Never NULL. */
struct row *row_open(size_t points, size_t rows, const struct roots *roots);
void row_close(struct row *);

/* There, and back times `points`. z[2 * points] on a boundary of 64 bytes, as is h. Several may be under way at a time. */
void row_forward(const struct row *, size_t index, double *z);
void row_inverse(const struct row *, size_t index, double *z);

/* There, times h point by point, and back. */
void row_convolve(const struct row *, size_t index, double *z, const double *h);

/* Where frequency k of a row's own, k < points, stands in its z: the real part, the imaginary part LANES doubles behind;
 * and which frequency's real part stands at a place. */
size_t row_place(const struct row *, size_t k);
size_t row_frequency(const struct row *, size_t place);

/* to[] = or += z[] * h[], point by point; to apart from both. */
void row_product(const struct row *, const double *z, const double *h, double *to);
void row_add(const struct row *, const double *z, const double *h, double *to);

#endif

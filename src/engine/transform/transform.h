/* transform.h - the spectrum of a real block, for convolution.
 *
 * Negacyclic ("right-angle") convolution: a real sequence x of even length L, taken modulo X^L + 1, is the complex
 * sequence of half that length, P = L/2, c[n] = x[n] + i x[n + P] modulo X^P - i. Weighted by w^n with
 * w = exp(i pi / L) it becomes cyclic, so one complex transform of P points serves L real samples, and two
 * spectra multiply point by point with nothing to unpack. What wraps around returns with its sign changed; overlap-save
 * throws those outputs away, as it does with a cyclic transform.
 * (R. Crandall, B. Fagin, "Discrete weighted transforms and large-integer arithmetic", Math. Comp. 62, 1994.)
 *
 * The error of a convolution is at most (12 log2 L + 3) u |x||h|, u = 2^-53 and |.| the 2-norm. A factor is rounded once, so that a
 * product with it costs (sqrt 5 + sqrt 1/2) u < 3 u of the norm; a pass of radix 8 three additions, one product with the root
 * of 1/2 and one factor, 8 u for three of the log2 P stages; one of radix 4 or 6 5 u and 8 u for two and 2.58; the lanes of a
 * row, whose factors are products, 11 u for three; the weights 3 u. Three transforms and the product of spectra stay below
 * 9 log2 P + 22 in all. (The way of counting is that of C. Percival, "Rapid multiplication modulo the sum and difference of highly
 * composite numbers", Math. Comp. 72, 2003.)
 *
 * Entering weighs the samples and makes the first pass, of radix 4, 6 or 8, over them; it leaves as many rows, each to be
 * transformed by itself (row.h). A whole transform is transform_enter of every piece and then row_forward of every row; back,
 * row_inverse of every row and then transform_leave of every piece. Different pieces, and different rows, may be done
 * at the same time. */
#ifndef TRANSFORM_H
#define TRANSFORM_H

#include "row.h"

struct transform {
    size_t points;     /* P, half the real length */
    size_t rows;       /* of a spectrum */
    size_t row_points; /* points = rows * row_points */
    size_t row_stride; /* doubles from a row to the next, >= 2 * row_points */
    size_t doubles;    /* of a spectrum: rows * row_stride */
    size_t pieces;     /* of entering and leaving */
    struct row *row;
    double *twiddle;   /* of the first pass: exp(-2 pi i 8 j k / P): twiddle[row_points / 8][rows - 1][2], k from 1 on */
    double *weight;    /* w^(8 j): weight[points / 8][2] */
};

/* Whether blocks of so many real samples can be transformed: powers of two from 512 on, and three times as many. */
bool transform_fits(size_t length);

/* For blocks of `length` real samples that fit. Never NULL. */
struct transform *transform_open(size_t length);
void transform_close(struct transform *);

/* x[count], zeros behind it up to the length -> a piece of z[doubles], from util_doubles. */
void transform_enter(const struct transform *, size_t piece, const double *x, size_t count, double *z);

/* A piece of z[doubles] -> those samples of it that are in y[count], the real samples first .. first + count. z is left as
 * it is. Returns whether all the samples are finite; some not in y may be seen as well. */
bool transform_leave(const struct transform *, size_t piece, const double *z, double *y, size_t first, size_t count);

/* All of it: h[count] -> z[doubles]. */
void transform_forward(const struct transform *, const double *h, size_t count, double *z);

/* H(f) = sum of h[n] exp(-2 pi i f n) at f = (k + 1/2) / length, k < P, from z. */
void transform_take(const struct transform *, const double *z, size_t k, double *re, double *im);

/* The largest |H|^2 of all k; and, of the points in the order in which they are stored, the first from `point` on with an |H|^2
 * of at least `least`, P: none; and the k of a point. */
double transform_largest(const struct transform *, const double *z);
size_t transform_find(const struct transform *, const double *z, size_t point, double least);
size_t transform_frequency(const struct transform *, size_t point);

#endif

/* transform.h - the spectrum of a real block, for convolution.
 *
 * Negacyclic ("right-angle") convolution: a real sequence x of even length L, taken modulo X^L + 1,
 * is the complex sequence of half that length, P = L/2, c[n] = x[n] + i x[n + P] modulo X^P - i.
 * Weighted by w^n with w = exp(i pi / L) it becomes cyclic, so one complex transform of P points
 * serves L real samples, and two spectra multiply point by point with nothing to unpack. What wraps
 * around returns with its sign changed; overlap-save throws those outputs away, as it does with a
 * cyclic transform.
 * (R. Crandall, B. Fagin, "Discrete weighted transforms and large-integer arithmetic", Math. Comp.
 * 62, 1994.)
 *
 * How a block becomes a spectrum, here with P = 256 points and a first pass of radix 4:
 *
 *     x        | 0 ......... P-1 | P ........ 2P-1 |         point n is x[n] + i x[n + P]
 *                  enter: weights, then the first pass over the points n, n+64, n+128, n+192
 *     z        | subtransform 0 | 1 | 2 | 3 |                with padding after each
 *     one      | element 0 | element 1 | ... | element 7 |   64 points: 8 j + l is lane l of j
 *     element  | re re re re re re re re | im im im im im im im im |
 *                  passes over the elements, the same in every lane: subtransform.c
 *                  transforms of the eight lanes: lanes.c
 *
 * Subtransform s then holds the frequencies s, s + 4, s + 8, ..., in an order of its own: products
 * are taken point by point, whatever the order. The way back is the same backwards.
 *
 * A whole transform is transform_enter of every piece and then transform_sub_forward of every
 * subtransform; back, transform_sub_inverse of every one and then transform_leave of every piece.
 * Different pieces, and different subtransforms, may be done at the same time.
 *
 * The error of a convolution is at most (12 log2 L + 3) u |x||h|, u = 2^-53 and |.| the 2-norm. A
 * factor is rounded once, so that a product with it costs (sqrt 5 + sqrt 1/2) u < 3 u of the norm;
 * a pass of radix 8 three additions, one product with the root of 1/2 and one factor, 8 u for
 * three of the log2 P stages; one of radix 4 or 6 5 u and 8 u for two and 2.58; the lanes, whose
 * factors are products, 11 u for three; the weights 3 u. Three transforms and the product of
 * spectra stay below 9 log2 P + 22 in all. (Counted as in C. Percival, "Rapid multiplication modulo
 * the sum and difference of highly composite numbers", Math. Comp. 72, 2003.) */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef TRANSFORM_H
#define TRANSFORM_H

#include <stdbool.h>
#include <stddef.h>

struct transform {
    size_t points;     /* P, half the real length */
    size_t pieces;     /* of entering and leaving */
    size_t subs;       /* subtransforms, the radix of the first pass */
    size_t sub_points; /* of each: points = subs * sub_points */
    size_t sub_stride; /* doubles from one to the next in a spectrum, >= 2 * sub_points */
    size_t doubles;    /* of a spectrum: subs * sub_stride */
    struct subtransform *sub;
    /* of the first pass: exp(-2 pi i 8 j k / P), k >= 1: twiddle[sub_points / 8][subs - 1][2] */
    double *twiddle;
    double *weight;    /* w^(8 j): weight[points / 8][2] */
};

/* Whether blocks of so many real samples can be transformed: powers of two from 512 on, and three
 * times as many. */
bool transform_fits(size_t length);

/* For blocks of `length` real samples that fit. Never NULL. */
struct transform *transform_open(size_t length);
void transform_close(struct transform *);

/* A piece of z[doubles], from util_doubles, for x[count] with zeros after it up to the length. */
void transform_enter(const struct transform *, size_t piece, const double *x, size_t count,
                     double *z);

/* From a piece of z[doubles] those samples that are in y[count], the real samples first ...
 * first + count - 1. z is left as it is. Returns whether all the samples of the piece are finite,
 * those that are not in y included. */
bool transform_leave(const struct transform *, size_t piece, const double *z, double *y,
                     size_t first, size_t count);

/* Subtransform s of z[doubles]: there, back, and there, times that of h[doubles], and back. */
void transform_sub_forward(const struct transform *, size_t s, double *z);
void transform_sub_inverse(const struct transform *, size_t s, double *z);
void transform_sub_convolve(const struct transform *, size_t s, double *z, const double *h);

/* Subtransform s of `to` = or += that of z times that of h; to apart from both. */
void transform_sub_product(const struct transform *, size_t s, const double *z, const double *h,
                           double *to);
void transform_sub_add(const struct transform *, size_t s, const double *z, const double *h,
                       double *to);

/* All of it on one thread: h[count] to its spectrum z[doubles]. */
void transform_forward(const struct transform *, const double *h, size_t count, double *z);

/* A spectrum by its frequencies: H(f) = sum of h[n] exp(-2 pi i f n) at f = (k + 1/2) / length,
 * k < P, from z. */
void transform_take(const struct transform *, const double *z, size_t k, double *re, double *im);

/* The largest |H|^2 of all k. */
double transform_largest(const struct transform *, const double *z);

/* Of the points in the order in which they are stored, the first from `point` on with an |H|^2 of
 * at least `least`, P: none; and the k of a point. */
size_t transform_find(const struct transform *, const double *z, size_t point, double least);
size_t transform_frequency(const struct transform *, size_t point);

#endif

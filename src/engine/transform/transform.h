/* transform.h - the spectrum of a real block, for convolution.
 *
 * Negacyclic ("right-angle") convolution: a real sequence x of even length L, taken modulo X^L +
 * 1, is the complex sequence of half that length, P = L/2, c[n] = x[n] + i x[n + P] modulo X^P -
 * i. Weighting by w^n with w = exp(i pi / L) makes it cyclic. So one complex transform of P points
 * is enough for L real samples, and two spectra are multiplied point by point without unpacking.
 * Samples that wrap around change their sign; overlap-save discards those outputs, as it does with
 * a cyclic transform. (R. Crandall, B. Fagin, "Discrete weighted transforms and large-integer
 * arithmetic", Math. Comp. 62, 1994.)
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
 * Subtransform s then holds the frequencies s, s + 4, s + 8, ... in permuted order, which does not
 * matter to point-by-point products. The inverse does the same backwards.
 *
 * A whole transform is transform_enter for every piece, then transform_sub_forward for every
 * subtransform. The inverse is transform_sub_inverse for every subtransform, then transform_leave
 * for every piece. Different pieces, and different subtransforms, may be processed in parallel.
 *
 * The error of a convolution is at most (12 log2 L + 3) u |x||h|, u = 2^-53 and |.| the 2-norm. A
 * factor is rounded once, so that a product with it costs (sqrt 5 + sqrt 1/2) u < 3 u of the norm;
 * a pass of radix 8 three additions, one product with the root of 1/2 and one factor, 8 u for
 * three of the log2 P stages; one of radix 4 or 6 5 u and 8 u for two and 2.58; the lanes, whose
 * factors are products, 11 u for three; the weights 3 u. Three transforms and the product of
 * spectra stay below 9 log2 P + 22 in all. (Counted as in C. Percival, "Rapid multiplication
 * modulo the sum and difference of highly composite numbers", Math. Comp. 72, 2003.) */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef TRANSFORM_H
#define TRANSFORM_H

#include "roots.h"

#include "thread/pool.h"

#include <stdbool.h>
#include <stddef.h>

struct transform {
    size_t points;     /* P, half the real length */
    size_t pieces;     /* of transform_enter and transform_leave */
    size_t subs;       /* subtransforms, the radix of the first pass */
    size_t sub_points; /* of each: points = subs * sub_points */
    size_t sub_stride; /* doubles from one to the next in a spectrum, >= 2 * sub_points */
    size_t doubles;    /* of a spectrum: subs * sub_stride */
    struct subtransform *sub;
    struct roots roots; /* of order 4 P */
    /* Of the first pass, for each element j of subtransforms: the weights w^(8 j + k sub_points)
     * and the roots exp(-2 pi i 8 j k / P), k < subs, but for the root of k = 0, which is 1:
     * factor[sub_points / 8][2 subs - 1][2]. NULL: made on the way. */
    double *factor;
};

/* Whether blocks of `length` real samples can be transformed: `length` is 2^k, k >= 9, or 3 * 2^k,
 * k >= 8. */
bool transform_fits(size_t length);

/* What u |x||h| is multiplied by in the error bound above, where so many products of spectra are
 * added before the way back: each of them after the first rounds once more. */
double transform_roundings(size_t length, size_t products);

/* Open a transform for blocks of `length` real samples, for which transform_fits is true. Never
 * NULL. */
struct transform *transform_open(size_t length);

/* The same for a single forward transform, in less memory: the factors of the first pass are made
 * on the way. transform_leave must not be called. */
struct transform *transform_open_once(size_t length);
void transform_close(struct transform *);

/* Compute a piece of z[doubles], from util_doubles, for x[count] padded with zeros to the
 * length. */
void transform_enter(const struct transform *, size_t piece, const double *x, size_t count,
                     double *z);

/* Compute the samples of a piece of z[doubles], and store in y[count] those among the real samples
 * first ... first + count - 1. z is left unchanged. Returns whether all samples of the piece are
 * finite, including those not stored. */
bool transform_leave(const struct transform *, size_t piece, const double *z, double *y,
                     size_t first, size_t count);

/* The same for complex samples: those of re[count] + i im[count], count <= P, are the points
 * themselves, modulo X^P - i too. A NULL of re and im: these parts are not stored. */
void transform_enter_complex(const struct transform *, size_t piece, const double *re,
                             const double *im, size_t count, double *z);
bool transform_leave_complex(const struct transform *, size_t piece, const double *z, double *re,
                             double *im, size_t first, size_t count);

/* Subtransform s of z[doubles]: forward; inverse; and forward, multiplied by that of h[doubles],
 * inverse. */
void transform_sub_forward(const struct transform *, size_t s, double *z);
void transform_sub_inverse(const struct transform *, size_t s, double *z);
void transform_sub_convolve(const struct transform *, size_t s, double *z, const double *h);

/* Subtransform s of `to` = or += that of z times that of h; `to` must not overlap z or h. */
void transform_sub_product(const struct transform *, size_t s, const double *z, const double *h,
                           double *to);
void transform_sub_add(const struct transform *, size_t s, const double *z, const double *h,
                       double *to);

/* All pieces of z[doubles], shared among the threads of a pool (pool.h): from x[count], or from
 * the complex samples x[count] + i im[count] where im is not NULL. */
void transform_enter_all(const struct transform *, struct pool *, const double *x,
                         const double *im, size_t count, double *z);

/* The whole forward transform, shared and from samples likewise. */
void transform_forward(const struct transform *, struct pool *, const double *x, const double *im,
                       size_t count, double *z);

/* One frequency of a spectrum z: H(f) = sum of h[n] exp(-2 pi i f n) at f = (k + 1/2) / length, k
 * < P. */
void transform_take(const struct transform *, const double *z, size_t k, double *re, double *im);

/* The largest |H|^2 over all k. */
double transform_largest(const struct transform *, const double *z);

/* The first point, in storage order from `point` on, with |H|^2 >= least; P if there is none. And
 * the k of a point. */
size_t transform_find(const struct transform *, const double *z, size_t point, double least);
size_t transform_frequency(const struct transform *, size_t point);

#endif

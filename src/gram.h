/* gram.h - polynomials that are orthogonal over equally spaced points, for least squares.
 *
 * They are the discrete Chebyshev, or Gram, polynomials (NIST DLMF 18.22, Hahn's with alpha = beta
 * = 0). Of N points, number i lies at z = (2 i - (N - 1)) / 2^scale, 2^scale >= N, so that |z|
 * < 1. With leading coefficients 1,
 *
 *     t[k+1] = z t[k] - b[k] t[k-1],    4^scale b[k] = k^2 (N^2 - k^2) / (4 k^2 - 1),
 *     norm[k] = sum over the points of t[k]^2 = N b[1] ... b[k]
 *
 * The best fit to samples x is the sum over k of t[k] (sum t[k] x) / norm[k]. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef GRAM_H
#define GRAM_H

#include "pair.h"

#include <stddef.h>

enum { GRAM_MOST_ORDER = 16 };

struct gram {
    size_t points;
    int order;
    int scale;
    struct pair b[GRAM_MOST_ORDER + 1], norm[GRAM_MOST_ORDER + 1];
};

/* The polynomials up to an order, at most 16 and below the points, of which there are at most
 * 2^26. */
void gram_open(struct gram *, size_t points, int order);

/* t[0 ... order] at a point, from 0: the derivatives of that order, 0 to 16, with respect to z. */
void gram_at(const struct gram *, size_t point, int derivative,
             struct pair t[GRAM_MOST_ORDER + 1]);

#endif

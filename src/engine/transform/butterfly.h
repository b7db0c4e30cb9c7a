/* butterfly.h - in-place transforms of a few points r[k] + i im[k], in natural order, for inlining
 * into loops over lanes.
 *
 * With r and im exchanged they are the inverse transforms. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef BUTTERFLY_H
#define BUTTERFLY_H

#include "vector.h"

enum { BUTTERFLY_MOST = 8 }; /* points */

ALWAYS_INLINE void butterfly4(double *r, double *im)
{
    double ar = r[0] + r[2], ai = im[0] + im[2], br = r[0] - r[2], bi = im[0] - im[2];
    double cr = r[1] + r[3], ci = im[1] + im[3], dr = r[1] - r[3], di = im[1] - im[3];

    r[0] = ar + cr, im[0] = ai + ci;
    r[1] = br + di, im[1] = bi - dr;
    r[2] = ar - cr, im[2] = ai - ci;
    r[3] = br - di, im[3] = bi + dr;
}

ALWAYS_INLINE void butterfly3(double *r, double *im)
{
    const double sine = 0.86602540378443864676; /* of 2 pi / 3 */
    double sr = r[1] + r[2], si = im[1] + im[2], dr = (r[1] - r[2]) * sine,
           di = (im[1] - im[2]) * sine;
    double mr = r[0] - 0.5 * sr, mi = im[0] - 0.5 * si;

    r[0] += sr, im[0] += si;
    r[1] = mr + di, im[1] = mi - dr;
    r[2] = mr - di, im[2] = mi + dr;
}

/* Good's prime-factor algorithm for 2 * 3 points: it needs no twiddle factors. */
ALWAYS_INLINE void butterfly6(double *r, double *im)
{
    double ar[3] = {r[0] + r[3], r[4] + r[1], r[2] + r[5]},
           ai[3] = {im[0] + im[3], im[4] + im[1], im[2] + im[5]};
    double br[3] = {r[0] - r[3], r[4] - r[1], r[2] - r[5]},
           bi[3] = {im[0] - im[3], im[4] - im[1], im[2] - im[5]};

    butterfly3(ar, ai);
    butterfly3(br, bi);
    UNROLLED for (int k = 0; k < 3; k++) {
        r[2 * k] = ar[k], im[2 * k] = ai[k];
        r[(3 + 2 * k) % 6] = br[k], im[(3 + 2 * k) % 6] = bi[k];
    }
}

ALWAYS_INLINE void butterfly8(double *r, double *im)
{
    const double half = 0.70710678118654752440; /* sqrt(1/2) */
    double er[4] = {r[0] + r[4], r[1] + r[5], r[2] + r[6], r[3] + r[7]};
    double ei[4] = {im[0] + im[4], im[1] + im[5], im[2] + im[6], im[3] + im[7]};
    double ar = r[0] - r[4], ai = im[0] - im[4], br = r[1] - r[5], bi = im[1] - im[5];
    double cr = r[2] - r[6], ci = im[2] - im[6], dr = r[3] - r[7], di = im[3] - im[7];
    /* the differences, times exp(-2 pi i k / 8) */
    double sr[4] = {ar, (br + bi) * half, ci, (di - dr) * half};
    double si[4] = {ai, (bi - br) * half, -cr, (dr + di) * -half};

    butterfly4(er, ei);
    butterfly4(sr, si);
    UNROLLED for (int k = 0; k < 4; k++) {
        r[2 * k] = er[k], im[2 * k] = ei[k];
        r[2 * k + 1] = sr[k], im[2 * k + 1] = si[k];
    }
}

/* Of 4, 6 or 8 points. */
ALWAYS_INLINE void butterfly(int points, double *r, double *im)
{
    if (points == 8)
        butterfly8(r, im);
    else if (points == 6)
        butterfly6(r, im);
    else
        butterfly4(r, im);
}

#endif

/* quantise.c - samples as integers of so many bits. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "pcm.h"

#include "vector.h"

#include <math.h>

/* 2^52 * 1.5: adding it to |v| <= 2^51 rounds v to the nearest integer, ties to even, and leaves
 * that integer in the low bits; it is lrint() in a form that compilers vectorise. Needs the
 * default rounding mode and no -ffast-math. */
#define ROUNDER 0x1.8p52

enum { LANES = 8 }; /* maxima found side by side */

/* n[samples], and in peak[LANES] the largest |x|, which a NaN leaves as it is and spoils the sum
 * `finite`. */
VECTOR static double round_samples(const double *restrict x, int32_t *restrict n, size_t samples,
                                   double scale, double *restrict peak)
{
    double most = scale - 1, least = -scale, finite[LANES] = {0}, sum = 0;

    for (size_t i = 0; i + LANES <= samples; i += LANES)
        for (size_t l = 0; l < LANES; l++) {
            double v = x[i + l], size = v < 0 ? -v : v;
            peak[l] = size > peak[l] ? size : peak[l];
            finite[l] += v - v;
        }
    for (size_t i = samples / LANES * LANES; i < samples; i++) {
        double size = x[i] < 0 ? -x[i] : x[i];
        peak[0] = size > peak[0] ? size : peak[0];
        finite[0] += x[i] - x[i];
    }
    for (size_t i = 0; i < samples; i++) {
        double v = x[i] * scale;
        v = v > least ? v : least;
        v = v < most ? v : most;
        n[i] = (int32_t)((v + ROUNDER) - ROUNDER);
    }
    for (size_t l = 0; l < LANES; l++)
        sum += finite[l];
    return sum;
}

/* A sample that rounds to the last integer is not clipped. A tie rounds away from that, which is
 * odd. */
void pcm_quantise(int bits, const double *x, int32_t *n, size_t samples, struct clip *clip)
{
    double scale = ldexp(1, bits - 1), peaks[LANES] = {0}, peak = 0, step = 0.5 / scale;
    double finite = round_samples(x, n, samples, scale, peaks);

    for (size_t l = 0; l < LANES; l++)
        peak = peaks[l] > peak ? peaks[l] : peak;
    if (finite != 0 || peak >= 1 - step)
        clip_note(clip, x, samples, -1 - step, nextafter(1 - step, 0));
    for (size_t i = 0; finite != 0 && i < samples; i++)
        n[i] = x[i] == x[i] ? n[i] : 0;
    clip->samples += (int64_t)samples;
}

/* quantise.c - samples as integers of so many bits, and a report of those that have none. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "pcm.h"

#include "elementary.h"
#include "util.h"
#include "vector.h"

#include <math.h>

/* 2^52 * 1.5: adding it to |v| <= 2^51 rounds v to the nearest integer, ties to even, and leaves
 * that integer in the low bits; it is lrint() in a form that compilers vectorise. Needs the
 * default rounding mode and no -ffast-math. */
#define ROUNDER 0x1.8p52

/* A sample that rounds to the last integer is not clipped. A tie at most + 0.5 rounds away from
 * `most`, which is odd. */
static void count_misfits(const double *x, size_t samples, double scale, struct clip *clip)
{
    for (size_t i = 0; i < samples; i++) {
        double v = x[i] * scale, size = fabs(x[i]);
        clip->nans += x[i] != x[i];
        clip->clipped += v >= scale - 0.5 || v < -scale - 0.5;
        clip->peak = size > clip->peak ? size : clip->peak;
    }
}

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

void pcm_quantise(int bits, const double *x, int32_t *n, size_t samples, struct clip *clip)
{
    double scale = ldexp(1, bits - 1), peaks[LANES] = {0}, peak = 0;
    double finite = round_samples(x, n, samples, scale, peaks);

    for (size_t l = 0; l < LANES; l++)
        peak = peaks[l] > peak ? peaks[l] : peak;
    if (finite != 0 || peak >= 1 - 0.5 / scale) {
        count_misfits(x, samples, scale, clip);
        for (size_t i = 0; finite != 0 && i < samples; i++)
            n[i] = x[i] == x[i] ? n[i] : 0;
    } else if (peak > clip->peak) {
        clip->peak = peak;
    }
}

void pcm_report(const struct clip *clip, int bits, const char *name)
{
    if (clip->nans)
        util_warn("%s: %lld sample%s not a number, written as 0", name, (long long)clip->nans,
                  clip->nans == 1 ? " was" : "s were");
    if (clip->overflowed)
        util_warn("%s: %lld sample%s too large for f32, written as infinite", name,
                  (long long)clip->overflowed, clip->overflowed == 1 ? " was" : "s were");
    if (!clip->clipped)
        return;
    double most = 1 - ldexp(1, 1 - bits);
    if (isinf(clip->peak)) {
        util_warn("%s: %lld sample%s clipped; the peak is infinite", name,
                  (long long)clip->clipped, clip->clipped == 1 ? "" : "s");
        return;
    }
    util_warn("%s: %lld sample%s clipped; the peak is %+.2f dBFS; --gain=%.2f avoids it", name,
              (long long)clip->clipped, clip->clipped == 1 ? "" : "s",
              elementary_to_decibels(clip->peak),
              floor(100 * elementary_to_decibels(most / clip->peak)) / 100);
}

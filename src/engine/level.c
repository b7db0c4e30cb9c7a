/* level.c - measures samples (see level.h). */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "level.h"
#include "vector.h"

#include <float.h>
#include <math.h>
#include <string.h>

enum { LANES = 8 };

/* m[half] = the larger ones of m[2 half]. */
ALWAYS_INLINE void fold(double *m, size_t half)
{
    INDEPENDENT for (size_t l = 0; l < half; l++) m[l] = m[l] > m[l + half] ? m[l] : m[l + half];
}

/* Measure whole stretches, of four rows. lowest[LANES]: no sample of a lane was below. */
VECTOR static void measure_stretches(const double *x, size_t stretches, double *most,
                                     double *lowest)
{
    double below[LANES], m[LANES];
    memcpy(below, lowest, sizeof below);
    for (size_t k = 0; k < stretches; k++, x += LEVEL_STRETCH) {
        INDEPENDENT for (size_t l = 0; l < LANES; l++) {
            double a = x[l], b = x[LANES + l], c = x[2 * LANES + l], d = x[3 * LANES + l];
            double low = a < below[l] ? a : below[l], high = fabs(a) > 0 ? fabs(a) : 0;
            low = b < low ? b : low, high = fabs(b) > high ? fabs(b) : high;
            low = c < low ? c : low, high = fabs(c) > high ? fabs(c) : high;
            low = d < low ? d : low, high = fabs(d) > high ? fabs(d) : high;
            below[l] = low;
            m[l] = high;
        }
        fold(m, 4);
        fold(m, 2);
        fold(m, 1);
        most[k] = m[0];
    }
    memcpy(lowest, below, sizeof below);
}

VECTOR static double find_largest(const double *stretch, size_t stretches)
{
    double m[LANES] = {0};
    size_t even = stretches / LANES * LANES;
    for (size_t k = 0; k < even; k += LANES)
        for (size_t l = 0; l < LANES; l++)
            m[l] = stretch[k + l] > m[l] ? stretch[k + l] : m[l];
    for (size_t k = even; k < stretches; k++)
        m[0] = stretch[k] > m[0] ? stretch[k] : m[0];
    fold(m, 4);
    fold(m, 2);
    fold(m, 1);
    return m[0];
}

static double largest_finite(const double *x, size_t samples)
{
    double most = 0;
    for (size_t i = 0; i < samples; i++)
        most = fabs(x[i]) > most && fabs(x[i]) <= DBL_MAX ? fabs(x[i]) : most;
    return most;
}

size_t level_stretches(size_t samples)
{
    return samples / LEVEL_STRETCH + (samples % LEVEL_STRETCH > 0);
}

void level_measure(const double *x, size_t samples, struct level *level)
{
    size_t whole = samples / LEVEL_STRETCH, rest = samples % LEVEL_STRETCH;
    double last[LEVEL_STRETCH] = {0}, lowest[LANES] = {0};

    measure_stretches(x, whole, level->stretch, lowest);
    memcpy(last, x + (samples - rest), rest * sizeof *last);
    if (rest)
        measure_stretches(last, 1, level->stretch + whole, lowest);
    level->most = find_largest(level->stretch, level_stretches(samples));
    if (level->most > DBL_MAX)
        level->most = largest_finite(x, samples);
    level->negative = false;
    for (size_t l = 0; l < LANES; l++)
        level->negative = level->negative || lowest[l] < 0;
}

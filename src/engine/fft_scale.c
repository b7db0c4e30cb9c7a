/* fft_scale.c - taps near the subnormal numbers, whose spectra would lose digits, and huge ones,
 * whose spectra would overflow. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "fft.h"

#include "util.h"

#include <math.h>

const double FFT_HUGE = 0x1p900;

/* The power of two that brings the largest of h[taps] near 1, if it is huge, or all are so small
 * that their spectra would lose digits. */
static double scale_of(const double *h, size_t taps)
{
    double most = 0;

    for (size_t j = 0; j < taps; j++)
        most = fabs(h[j]) > most ? fabs(h[j]) : most;
    if (most >= 0x1p-900 && most < FFT_HUGE)
        return 1;
    return ldexp(1, most < 0x1p-1000 ? 1000 : -ilogb(most));
}

/* The columns on the paths to an output get their least scale, or 1 where not all of them are tiny
 * and not all are huge. Returns whether that changes one. */
static bool make_equal(double *scale, const struct path *path, const struct path *end)
{
    double least = scale[path->column], most = least;
    bool changes = false;

    for (const struct path *p = path; p < end && p->out == path->out; p++) {
        least = fmin(least, scale[p->column]);
        most = fmax(most, scale[p->column]);
    }
    double common = least < 1 && most >= 1 ? 1 : least;
    for (const struct path *p = path; p < end && p->out == path->out; p++) {
        changes = changes || scale[p->column] != common;
        scale[p->column] = common;
    }
    return changes;
}

double *fft_scales(const struct system *system)
{
    const struct path *end = system->path + system->paths;
    double *scale = util_array((size_t)system->columns, sizeof *scale);
    bool changes = true;

    for (int c = 0; c < system->columns; c++)
        scale[c] = scale_of(system->h + (size_t)c * system->taps, system->taps);
    while (changes) {
        changes = false;
        for (const struct path *p = system->path; p < end; p++)
            if (p == system->path || p[-1].out != p->out)
                changes = make_equal(scale, p, end) || changes;
    }
    return scale;
}

/* prepare.c - cuts a kernel's end and finds its tap at time 0 (see prepare.h). */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "prepare.h"

#include "elementary.h"
#include "util.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

struct choice kernel_align_choice(size_t i)
{
    static const struct choice choices[] = {
        {"none", "the kernel's own, or its middle", ALIGN_NONE, NULL},
        {"peak", "the largest tap", ALIGN_PEAK, NULL},
        {"onset", "the first above -20 dB of the largest", ALIGN_ONSET, NULL},
        {0},
    };
    return choices[i];
}

/* A power of two that brings the largest tap near 1, so that no square overflows or vanishes. */
static double find_scale(const struct kernel *kernel)
{
    double most = 0;
    int exponent;

    for (size_t i = 0; i < kernel->taps * (size_t)kernel->columns; i++)
        most = fmax(most, fabs(kernel->h[i]));
    frexp(most, &exponent);
    return ldexp(1, exponent > -1000 ? -exponent : 1000);
}

/* |h|^2 of a scaled tap in one column, which may be complex. */
static double square_of(const struct kernel *kernel, double scale, int column, size_t tap)
{
    const double *h = kernel->h + (size_t)column * kernel->taps + tap;
    double a = *h * scale, b = kernel->complex ? h[kernel->taps] * scale : 0;

    return a * a + b * b;
}

/* The largest |h| of a scaled tap in any column. */
static double size_of(const struct kernel *kernel, double scale, size_t tap)
{
    double most = 0;

    for (int c = 0; c < kernel->columns; c += 1 + kernel->complex)
        most = fmax(most, square_of(kernel, scale, c, tap));
    return sqrt(most);
}

/* The first of the largest of so many taps, and its scaled size. */
static size_t find_peak(const struct kernel *kernel, double scale, size_t taps, double *most)
{
    size_t peak = 0;

    *most = 0;
    for (size_t j = 0; j < taps; j++) {
        double size = size_of(kernel, scale, j);
        if (size > *most) {
            *most = size;
            peak = j;
        }
    }
    return peak;
}

size_t kernel_find(const struct kernel *kernel, enum align align)
{
    double scale = find_scale(kernel), level = elementary_from_decibels(-20), most;
    size_t peak = find_peak(kernel, scale, kernel->taps, &most), onset = 0;

    while (onset < peak && size_of(kernel, scale, onset) <= level * most)
        onset++;
    return align == ALIGN_PEAK ? peak : onset;
}

double kernel_part(const struct kernel *kernel, size_t first, size_t taps)
{
    double scale = find_scale(kernel), part = 0, whole = 0;

    for (int c = 0; c < kernel->columns; c += 1 + kernel->complex)
        for (size_t j = 0; j < kernel->taps; j++) {
            double square = square_of(kernel, scale, c, j);
            whole += square;
            part += j >= first && j - first < taps ? square : 0;
        }
    return whole > 0 ? part / whole : 0;
}

static bool cuts(const struct preparation *preparation)
{
    return preparation->length.value > 0 || preparation->trim > 0;
}

bool kernel_needs_rate(const struct kernel *kernel, const struct preparation *preparation)
{
    return cuts(preparation) && kernel->rate <= 0;
}

/* The taps that --kernel-length keeps, at least one. 0: it is not known, already reported. */
static size_t count_kept(const struct kernel *kernel, const struct time *length, double rate)
{
    int64_t taps = (int64_t)kernel->taps, frames;

    if (length->value <= 0)
        return kernel->taps;
    if (!quantity_frames(length, rate, &frames)) {
        util_error("--kernel-length in seconds: %s has no sample rate; give --rate", kernel->name);
        return 0;
    }
    return (size_t)(frames < 1 ? 1 : frames < taps ? frames : taps);
}

/* Of so many taps those up to the last above this factor of their peak. */
static size_t trim(const struct kernel *kernel, double factor, size_t taps)
{
    double scale = find_scale(kernel), most;
    size_t peak = find_peak(kernel, scale, taps, &most);

    while (taps > peak + 1 && size_of(kernel, scale, taps - 1) <= factor * most)
        taps--;
    return taps;
}

/* Let the last taps fade out along half a cosine, as if the first one that was cut were 0. */
static void fade(struct kernel *kernel, double rate)
{
    size_t most = rate > 0 ? (size_t)fmin(rate / 200, (double)kernel->taps) : 240;
    size_t taps = most < kernel->taps / 10 ? most : kernel->taps / 10;

    if (taps == 0)
        return;
    for (size_t i = 0; kernel->divisor > 0 && i < kernel->taps * (size_t)kernel->columns; i++)
        kernel->h[i] /= kernel->divisor;
    kernel->divisor = 0;
    for (size_t i = 1; i <= taps; i++) {
        double weight = 0.5 + 0.5 * elementary_turn((int64_t)i, 2 * (int64_t)taps + 2).cosine.high;
        for (int c = 0; c < kernel->columns; c++)
            kernel->h[(size_t)(c + 1) * kernel->taps - taps + i - 1] *= weight;
    }
}

/* Tell how much is cut. */
static void tell(const struct kernel *kernel, size_t kept, double rate)
{
    size_t cut = kernel->taps - kept;
    double part = kernel_part(kernel, kept, cut);
    char time[40] = "", energy[64] = "all of them 0";

    if (rate > 0)
        snprintf(time, sizeof time, " (%.6g s)", (double)cut / rate);
    if (part > 0)
        snprintf(energy, sizeof energy, "%.1f dB of its energy",
                 elementary_to_decibels(sqrt(part)));
    util_note("%s: cut at its end: %zu of %zu taps%s, %s", kernel->name, cut, kernel->taps, time,
              energy);
}

/* Cut the kernel to its first taps. */
static void cut(struct kernel *kernel, size_t kept)
{
    for (int c = 1; c < kernel->columns; c++)
        memmove(kernel->h + (size_t)c * kept, kernel->h + (size_t)c * kernel->taps,
                kept * sizeof *kernel->h);
    kernel->taps = kernel->extent[0] = kept;
    if (kernel->origin[0] >= (int64_t)kept)
        kernel->origin[0] = (int64_t)kept - 1;
}

int kernel_cut(struct kernel *kernel, const struct preparation *preparation, double rate)
{
    rate = kernel->rate > 0 ? kernel->rate : rate;
    size_t kept = count_kept(kernel, &preparation->length, rate);
    if (kept == 0)
        return -1;
    if (preparation->trim > 0)
        kept = trim(kernel, preparation->trim, kept);
    if (kept < kernel->taps) {
        tell(kernel, kept, rate);
        cut(kernel, kept);
        fade(kernel, rate);
    }
    return 0;
}

/* An option that was given. */
static const char *option_of(const struct preparation *preparation)
{
    if (preparation->align != ALIGN_NONE)
        return "align";
    return preparation->trim > 0 ? "trim" : "kernel-length";
}

int kernel_prepare(struct kernel *kernel, const struct preparation *preparation, double rate)
{
    if (!cuts(preparation) && preparation->align == ALIGN_NONE)
        return 0;
    if (kernel->axes > 1) {
        util_error("--%s is for one axis, and %s has %d", option_of(preparation), kernel->name,
                   kernel->axes);
        return -1;
    }
    if (!kernel->resampled.taps && kernel_cut(kernel, preparation, rate) < 0)
        return -1;
    if (preparation->align != ALIGN_NONE)
        kernel->origin[0] = (int64_t)kernel_find(kernel, preparation->align);
    return 0;
}

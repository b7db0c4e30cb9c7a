/* smooth.c - made kernels that are windows of sum 1: box, triangle, hann, hamming, blackman,
 * kaiser. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "generator.h"

#include "window.h"

#include <math.h>

static const char *make_window(enum window window, double beta, double count, struct taps *taps)
{
    taps_open(taps, (size_t)count);
    window_fill(window, beta, taps);
    taps_sum_to_one(taps);
    return isfinite(taps->at[0].high) ? NULL : GENERATOR_ALL_ZERO;
}

static const char *make_hann(const double *argument, struct taps *taps)
{
    return make_window(WINDOW_HANN, 0, argument[0], taps);
}

static const char *make_hamming(const double *argument, struct taps *taps)
{
    return make_window(WINDOW_HAMMING, 0, argument[0], taps);
}

static const char *make_blackman(const double *argument, struct taps *taps)
{
    return make_window(WINDOW_BLACKMAN, 0, argument[0], taps);
}

static const char *make_kaiser(const double *argument, struct taps *taps)
{
    return make_window(WINDOW_KAISER, argument[1], argument[0], taps);
}

static const char *make_box(const double *argument, struct taps *taps)
{
    taps_open(taps, (size_t)argument[0]);
    taps->divisor = argument[0];
    for (size_t n = 0; n < taps->count; n++)
        taps->at[n].high = 1;
    return NULL;
}

/* Rises linearly to the middle, starting at half a step if there are two middle taps: scipy's
 * triang. */
static const char *make_triangle(const double *argument, struct taps *taps)
{
    size_t count = (size_t)argument[0], step = count % 2 ? 1 : 2;
    double half = (double)((count + 1) / 2);

    taps_open(taps, count);
    taps->divisor = (double)step * half * half;
    for (size_t n = 0; n <= (count - 1) / 2; n++)
        taps->at[n].high = taps->at[count - 1 - n].high = (double)(step * n + 1);
    return NULL;
}

#define TAPS {.name = "n", .kind = KIND_TAPS, .required = true}

const struct generator generator_box = {
    "box", "box:N", "the mean of N frames", {TAPS}, .make = make_box};
const struct generator generator_triangle = {
    "triangle", "triangle:N", "a triangle", {TAPS}, .make = make_triangle};
const struct generator generator_hann = {
    "hann", "hann:N", "Hann's window", {TAPS}, .make = make_hann};
const struct generator generator_hamming = {
    "hamming", "hamming:N", "Hamming's window", {TAPS}, .make = make_hamming};
const struct generator generator_blackman = {
    "blackman", "blackman:N", "Blackman's window", {TAPS}, .make = make_blackman};
const struct generator generator_kaiser = {
    "kaiser",
    "kaiser:N[,beta=14]",
    "Kaiser's window",
    {TAPS,
     {.name = "beta", .kind = KIND_NUMBER, .fallback = WINDOW_BETA, .most = WINDOW_MOST_BETA}},
    .make = make_kaiser,
};

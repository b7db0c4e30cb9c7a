/* smooth.c - made kernels that are windows: box, triangle, bartlett, hann, hamming, blackman,
 * tukey, kaiser. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "generator.h"

#include "window.h"

#include <math.h>

enum { COUNT, SCALE, PERIODIC, PARAMETER };

/* The window's last point, which a periodic one leaves out. A single point is no period. */
static size_t last_of(const double *argument)
{
    size_t count = (size_t)argument[COUNT];
    return count - 1 + (count > 1 && argument[PERIODIC] > 0);
}

/* Integers that rise from the ends to the middle; over `divisor` they are scipy's window. */
static const char *make_rational(const double *argument, double first, double step,
                                 double divisor, struct taps *taps)
{
    size_t last = last_of(argument);
    double sum = 0;

    taps_open(taps, (size_t)argument[COUNT]);
    for (size_t n = 0; n < taps->count; n++) {
        size_t inwards = n < last - n ? n : last - n;
        sum += taps->at[n].high = first + step * (double)inwards;
    }
    taps->divisor = argument[SCALE] > 0 ? sum : divisor;
    return taps->divisor > 0 ? NULL : GENERATOR_ALL_ZERO;
}

static const char *make_box(const double *argument, struct taps *taps)
{
    return make_rational(argument, 1, 0, 1, taps);
}

/* Starts at half a step if there are two middle taps: scipy's triang. */
static const char *make_triangle(const double *argument, struct taps *taps)
{
    size_t last = last_of(argument);
    double step = last % 2 ? 2 : 1;
    return make_rational(argument, 1, step, step * (double)(last / 2 + 1), taps);
}

static const char *make_bartlett(const double *argument, struct taps *taps)
{
    size_t last = last_of(argument);
    return make_rational(argument, last == 0, 2, last ? (double)last : 1, taps);
}

static const char *make_window(const double *argument, enum window_kind kind, struct taps *taps)
{
    struct window window = {kind, argument[PARAMETER], argument[PERIODIC] > 0};

    taps_open(taps, (size_t)argument[COUNT]);
    window_fill(&window, taps);
    if (argument[SCALE] > 0)
        taps_sum_to_one(taps);
    else
        taps_divide(taps, window_factor(&window));
    return isfinite(taps->at[0].high) ? NULL : GENERATOR_ALL_ZERO;
}

static const char *make_hann(const double *argument, struct taps *taps)
{
    return make_window(argument, WINDOW_HANN, taps);
}

static const char *make_hamming(const double *argument, struct taps *taps)
{
    return make_window(argument, WINDOW_HAMMING, taps);
}

static const char *make_blackman(const double *argument, struct taps *taps)
{
    return make_window(argument, WINDOW_BLACKMAN, taps);
}

static const char *make_tukey(const double *argument, struct taps *taps)
{
    return make_window(argument, WINDOW_TUKEY, taps);
}

static const char *make_kaiser(const double *argument, struct taps *taps)
{
    return make_window(argument, WINDOW_KAISER, taps);
}

#define WINDOW \
    {.name = "n", .kind = KIND_TAPS, .required = true}, GENERATOR_SWITCH("scale", 1), \
        GENERATOR_SWITCH("periodic", 0)
#define REST_GRAMMAR "[,scale=1][,periodic=0]"

const struct generator generator_box = {
    "box", "box:N" REST_GRAMMAR, "the mean of N frames", {WINDOW}, .make = make_box};
const struct generator generator_triangle = {
    "triangle", "triangle:N" REST_GRAMMAR, "a triangle", {WINDOW}, .make = make_triangle};
const struct generator generator_bartlett = {"bartlett", "bartlett:N" REST_GRAMMAR,
                                             "a triangle whose ends are 0", {WINDOW},
                                             .make = make_bartlett};
const struct generator generator_hann = {
    "hann", "hann:N" REST_GRAMMAR, "Hann's window", {WINDOW}, .make = make_hann};
const struct generator generator_hamming = {
    "hamming", "hamming:N" REST_GRAMMAR, "Hamming's window", {WINDOW}, .make = make_hamming};
const struct generator generator_blackman = {
    "blackman", "blackman:N" REST_GRAMMAR, "Blackman's window", {WINDOW}, .make = make_blackman};
const struct generator generator_tukey = {
    "tukey",
    "tukey:N[,alpha=0.5]" REST_GRAMMAR,
    "Tukey's window, tapered over alpha of its length",
    {WINDOW, {.name = "alpha", .kind = KIND_NUMBER, .fallback = 0.5, .most = 1}},
    .make = make_tukey,
};
const struct generator generator_kaiser = {
    "kaiser",
    "kaiser:N[,beta=14]" REST_GRAMMAR,
    "Kaiser's window",
    {WINDOW,
     {.name = "beta", .kind = KIND_NUMBER, .fallback = WINDOW_BETA, .most = WINDOW_MOST_BETA}},
    .make = make_kaiser,
};

/* smooth.c - made kernels that are windows of sum 1: box, triangle, hann, hamming, blackman, kaiser. */
#include "generator.h"
#include "kernel/normalize.h"
#include "window.h"

#include "util.h"

#include <stdlib.h>

static const char *make_window(enum window window, double beta, double taps, struct kernel *kernel)
{
    kernel->taps = (size_t)taps;
    double *w = util_doubles(kernel->taps);
    window_fill(window, beta, w, kernel->taps);
    if (!kernel_sum_to_one(w, kernel->taps)) {
        free(w);
        return GENERATOR_ALL_ZERO;
    }
    kernel->h = w;
    return NULL;
}

static const char *make_hann(const double *argument, struct kernel *kernel)
{
    return make_window(WINDOW_HANN, 0, argument[0], kernel);
}

static const char *make_hamming(const double *argument, struct kernel *kernel)
{
    return make_window(WINDOW_HAMMING, 0, argument[0], kernel);
}

static const char *make_blackman(const double *argument, struct kernel *kernel)
{
    return make_window(WINDOW_BLACKMAN, 0, argument[0], kernel);
}

static const char *make_kaiser(const double *argument, struct kernel *kernel)
{
    return make_window(WINDOW_KAISER, argument[1], argument[0], kernel);
}

static const char *make_box(const double *argument, struct kernel *kernel)
{
    kernel->taps = (size_t)argument[0];
    kernel->h = util_doubles(kernel->taps);
    for (size_t n = 0; n < kernel->taps; n++)
        kernel->h[n] = 1 / argument[0];
    return NULL;
}

/* Rises in even steps to the middle, from half a step where there are two middle taps: scipy's triang. */
static const char *make_triangle(const double *argument, struct kernel *kernel)
{
    size_t taps = (size_t)argument[0];
    double first = taps % 2 ? 1 : 0.5, half = (double)(taps / 2 + taps % 2);

    kernel->taps = taps;
    kernel->h = util_doubles(taps);
    for (size_t n = 0; n <= (taps - 1) / 2; n++)
        kernel->h[n] = kernel->h[taps - 1 - n] = ((double)n + first) / (half * half);
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
    {TAPS, {.name = "beta", .kind = KIND_NUMBER, .fallback = WINDOW_BETA, .most = WINDOW_MOST_BETA}},
    .make = make_kaiser,
};

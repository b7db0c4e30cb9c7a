/* window.c - windows, and the kernels that are windows: box, triangle, hann, hamming, blackman, kaiser. */
#include "window.h"

#include "../util.h"
#include "made.h"
#include "normalize.h"

#include <math.h>
#include <stdlib.h>

const char *const window_names[] = {"hamming", "hann", "blackman", "kaiser", NULL};

/* The modified Bessel function of order 0, of 2 sqrt(q): sum q^k / k!^2, whose terms are all positive. */
static double bessel(double q)
{
    double term = 1, sum = 1;
    for (int k = 1; term > sum * 0x1p-60; k++) {
        term *= q / ((double)k * k);
        sum += term;
    }
    return sum;
}

/* cos(2 pi turns), exact at every quarter up to a half. */
static double cosine(double turns)
{
    return sin(2 * M_PI * (0.25 - turns));
}

/* a0 - a1 cos t + a2 cos 2t, t = 2 pi n / (count - 1), n in the first half. */
static double cosines(enum window window, double turns)
{
    static const double a[][3] = {
        [WINDOW_HAMMING] = {0.54, 0.46, 0}, [WINDOW_HANN] = {0.5, 0.5, 0}, [WINDOW_BLACKMAN] = {0.42, 0.5, 0.08}};
    return a[window][0] + a[window][2] * cosine(turns > 0.25 ? 1 - 2 * turns : 2 * turns) - a[window][1] * cosine(turns);
}

void window_fill(enum window window, double beta, double *w, size_t count)
{
    double last = (double)count - 1, whole = bessel(beta * beta / 4);

    w[0] = 1;
    for (size_t n = 0; n <= (count - 1) / 2 && count > 1; n++) {
        /* kaiser: 1 - ((n - last/2) / (last/2))^2 = 4 n (last - n) / last^2 */
        double q = beta / last * (beta / last) * (double)n * (last - (double)n);
        w[n] = w[count - 1 - n] =
            window == WINDOW_KAISER ? bessel(q) / whole : cosines(window, (double)n / last);
    }
}

double window_lobe(enum window window, double beta)
{
    if (window == WINDOW_KAISER)
        return 2 * sqrt(1 + beta / M_PI * (beta / M_PI));
    return window == WINDOW_BLACKMAN ? 6 : 4;
}

static const char *make_window(enum window window, double beta, double taps, struct kernel *kernel)
{
    kernel->taps = (size_t)taps;
    double *w = util_doubles(kernel->taps);
    window_fill(window, beta, w, kernel->taps);
    if (!kernel_sum_to_one(w, kernel->taps)) {
        free(w);
        return "so short a window is 0 throughout";
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

const struct made made_box = {"box", "box:N", {TAPS}, .make = make_box};
const struct made made_triangle = {"triangle", "triangle:N", {TAPS}, .make = make_triangle};
const struct made made_hann = {"hann", "hann:N", {TAPS}, .make = make_hann};
const struct made made_hamming = {"hamming", "hamming:N", {TAPS}, .make = make_hamming};
const struct made made_blackman = {"blackman", "blackman:N", {TAPS}, .make = make_blackman};
const struct made made_kaiser = {
    "kaiser",
    "kaiser:N[,beta=14]",
    {TAPS, {.name = "beta", .kind = KIND_NUMBER, .fallback = WINDOW_BETA, .most = WINDOW_MOST_BETA}},
    .make = make_kaiser,
};

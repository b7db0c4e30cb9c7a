/* sinc.c - windowed sinc filters: lowpass, highpass, bandpass, notch. As scipy.signal.firwin with scale=True.
 *
 * The ideal response is a sum of bands, each the difference of two lowpasses 2f sinc(2f t); it is cut by a window and
 * scaled so that its gain is 1 in the first band: at 0, at half the rate, or in the band's middle. */
#include "util.h"
#include "generator.h"
#include "kernel/normalize.h"
#include "window.h"

#include <math.h>
#include <stdlib.h>

/* A filter's bands, in cycles per frame, and the window's parameters. */
struct filter {
    double edge[4]; /* edge[2 * bands]: low, high */
    int bands;
    double narrowest;          /* the least distance of an edge from 0, from 1/2 and from another edge */
    const double *rest;        /* taps, window, beta */
};

/* sin(2 pi turns), exact at every half turn. */
static double sine(double turns)
{
    double halves = remainder(2 * turns, 2);
    if (fabs(halves) > 0.5)
        halves = copysign(1, halves) - halves;
    return sin(M_PI * halves);
}

/* 2f sinc(2f t) */
static double lowpass(double f, double t)
{
    return fabs(f * t) > 0 ? sine(f * t) / (M_PI * t) : 2 * f;
}

/* Divide the taps by the gain at f. */
static void scale(double *h, size_t taps, double f)
{
    double *terms = util_doubles(taps), middle = ((double)taps - 1) / 2;
    for (size_t j = 0; j < taps; j++)
        terms[j] = h[j] * cos(2 * M_PI * f * ((double)j - middle));
    double gain = kernel_sum(terms, taps);
    free(terms);
    for (size_t j = 0; j < taps; j++)
        h[j] /= gain;
}

static void fill(const struct filter *filter, enum window window, double beta, double *h, size_t taps)
{
    double low = filter->edge[0], high = filter->edge[1], middle = ((double)taps - 1) / 2;

    window_fill(window, beta, h, taps);
    for (size_t j = 0; j < taps; j++) {
        double t = (double)j - middle, sum = 0;
        for (int b = 0; b < filter->bands; b++)
            sum += lowpass(filter->edge[2 * b + 1], t) - lowpass(filter->edge[2 * b], t);
        h[j] *= sum;
    }
    scale(h, taps, low <= 0 ? 0 : high >= 0.5 ? 0.5 : (low + high) / 2);
}

static const char *make_filter(const struct filter *filter, struct kernel *kernel)
{
    double taps = filter->rest[0], beta = filter->rest[2];
    enum window window = (enum window)filter->rest[1];

    if (window != WINDOW_KAISER && !isnan(beta))
        return "beta is for window=kaiser";
    beta = isnan(beta) ? WINDOW_BETA : beta;
    if (isnan(taps))
        taps = 2 * ceil(window_lobe(window, beta) / filter->narrowest - 1e-6) + 1; /* 0.5 - 0.4 is not quite 0.1 */
    if (taps > GENERATOR_MOST)
        return GENERATOR_TOO_LONG;
    if (filter->edge[2 * filter->bands - 1] >= 0.5 && fmod(taps, 2) < 1)
        return "taps must be odd: an even number of them passes nothing at half the rate";
    kernel->taps = (size_t)taps;
    kernel->h = util_doubles(kernel->taps);
    fill(filter, window, beta, kernel->h, kernel->taps);
    return isfinite(kernel->h[0]) ? NULL : GENERATOR_ALL_ZERO;
}

static const char *make_lowpass(const double *argument, struct kernel *kernel)
{
    double f = argument[0];
    return make_filter(&(struct filter){{0, f}, 1, fmin(f, 0.5 - f), argument + 1}, kernel);
}

static const char *make_highpass(const double *argument, struct kernel *kernel)
{
    double f = argument[0];
    return make_filter(&(struct filter){{f, 0.5}, 1, fmin(f, 0.5 - f), argument + 1}, kernel);
}

static double narrowest(double low, double high)
{
    return fmin(fmin(low, 0.5 - high), high - low);
}

static const char out_of_order[] = "lo must be below hi";

static const char *make_bandpass(const double *argument, struct kernel *kernel)
{
    double low = argument[0], high = argument[1];
    if (low >= high)
        return out_of_order;
    return make_filter(&(struct filter){{low, high}, 1, narrowest(low, high), argument + 2}, kernel);
}

static const char *make_notch(const double *argument, struct kernel *kernel)
{
    double low = argument[0], high = argument[1];
    if (low >= high)
        return out_of_order;
    return make_filter(&(struct filter){{0, low, high, 0.5}, 2, narrowest(low, high), argument + 2}, kernel);
}

#define FREQUENCY(key) {.name = key, .kind = KIND_FREQUENCY, .required = true}
#define REST \
    {.name = "taps", .kind = KIND_TAPS, .fallback = NAN}, {.name = "window", .kind = KIND_WINDOW}, \
    {.name = "beta", .kind = KIND_NUMBER, .fallback = NAN, .most = WINDOW_MOST_BETA}
#define REST_GRAMMAR "[,taps=...][,window=hamming][,beta=14]"

const struct generator generator_lowpass = {
    "lowpass", "lowpass:FC" REST_GRAMMAR, "passes what lies below FC",
    {FREQUENCY("fc"), REST}, .make = make_lowpass};
const struct generator generator_highpass = {
    "highpass", "highpass:FC" REST_GRAMMAR, "passes what lies above FC",
    {FREQUENCY("fc"), REST}, .make = make_highpass};
const struct generator generator_bandpass = {
    "bandpass", "bandpass:LO,HI" REST_GRAMMAR, "passes what lies between LO and HI",
    {FREQUENCY("lo"), FREQUENCY("hi"), REST}, .make = make_bandpass};
const struct generator generator_notch = {
    "notch", "notch:LO,HI" REST_GRAMMAR, "passes all but what lies between LO and HI",
    {FREQUENCY("lo"), FREQUENCY("hi"), REST}, .make = make_notch};

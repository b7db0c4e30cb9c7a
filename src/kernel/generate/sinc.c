/* sinc.c - windowed sinc filters: lowpass, highpass, bandpass, notch. As scipy.signal.firwin
 * with scale=True.
 *
 * The ideal response is a sum of bands, each the difference of two lowpasses 2f sinc(2f t); it
 * is cut by a window and scaled so that its gain is 1 in the first band: at 0, at half the
 * rate, or in the band's middle. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "generator.h"

#include "elementary.h"
#include "window.h"

#include <math.h>

/* A filter's bands, in cycles per frame, and the window's parameters. */
struct filter {
    double edge[4]; /* edge[2 * bands]: low, high */
    int bands;
    double narrowest;   /* smallest distance of an edge from 0, 1/2 or another edge */
    const double *rest; /* taps, window, beta */
};

/* 2f sinc(2f t) times pi / 2, t = halves / 2. */
static struct pair lowpass(double f, double halves)
{
    static const struct pair PI = {0x1.921fb54442d18p+1, 0x1.1a62633145c07p-53};

    if (!(fabs(halves) > 0))
        return pair_times(PI, f);
    struct turn turn = elementary_turns(pair_product(f, halves / 2));
    return pair_divide(turn.sine, (struct pair){halves, 0});
}

/* The ideal response at t = halves / 2, times pi / 2. */
static struct pair ideal(const struct filter *filter, double halves)
{
    struct pair sum = {0, 0};
    for (int b = 0; b < 2 * filter->bands; b++)
        if (filter->edge[b] > 0) {
            struct pair part = lowpass(filter->edge[b], halves);
            sum = pair_add(sum, b % 2 ? part : pair_negate(part));
        }
    return sum;
}

/* The frequency at which the gain is 1. */
static struct pair centre(const struct filter *filter)
{
    double low = filter->edge[0], high = filter->edge[1];
    if (low <= 0 || high >= 0.5)
        return (struct pair){low <= 0 ? 0 : 0.5, 0};
    return pair_times(pair_sum(low, high), 0.5);
}

static void fill(const struct filter *filter, enum window window, double beta, struct taps *taps)
{
    size_t last = taps->count - 1;
    struct pair f = centre(filter), gain = {0, 0};

    window_fill(window, beta, taps);
    for (size_t j = 0; j <= last / 2; j++) {
        double halves = 2 * (double)j - (double)last;
        struct pair tap = pair_multiply(taps->at[j], ideal(filter, halves)), part = tap;
        if (f.high > 0)
            part = pair_multiply(tap, elementary_turns(pair_times(f, halves / 2)).cosine);
        gain = pair_add(gain, pair_times(part, j < last - j ? 2 : 1));
        taps->at[j] = taps->at[last - j] = tap;
    }
    taps_divide(taps, gain);
}

static const char *make_filter(const struct filter *filter, struct taps *taps)
{
    double count = filter->rest[0], beta = filter->rest[2];
    enum window window = (enum window)filter->rest[1];

    if (window != WINDOW_KAISER && !isnan(beta))
        return "beta is for window=kaiser";
    beta = isnan(beta) ? WINDOW_BETA : beta;
    if (isnan(count)) /* 0.5 - 0.4 is not quite 0.1 */
        count = 2 * ceil(window_lobe(window, beta) / filter->narrowest - 1e-6) + 1;
    if (count > (double)GENERATOR_MOST)
        return GENERATOR_TOO_LONG;
    if (filter->edge[2 * filter->bands - 1] >= 0.5 && fmod(count, 2) < 1)
        return "taps must be odd: an even number of them passes nothing at half the rate";
    taps_open(taps, (size_t)count);
    fill(filter, window, beta, taps);
    return isfinite(taps->at[0].high) ? NULL : GENERATOR_ALL_ZERO;
}

static const char *make_lowpass(const double *argument, struct taps *taps)
{
    double f = argument[0];
    return make_filter(&(struct filter){{0, f}, 1, fmin(f, 0.5 - f), argument + 1}, taps);
}

static const char *make_highpass(const double *argument, struct taps *taps)
{
    double f = argument[0];
    return make_filter(&(struct filter){{f, 0.5}, 1, fmin(f, 0.5 - f), argument + 1}, taps);
}

static double narrowest(double low, double high)
{
    return fmin(fmin(low, 0.5 - high), high - low);
}

static const char out_of_order[] = "lo must be below hi";

static const char *make_bandpass(const double *argument, struct taps *taps)
{
    double low = argument[0], high = argument[1];
    if (low >= high)
        return out_of_order;
    return make_filter(&(struct filter){{low, high}, 1, narrowest(low, high), argument + 2}, taps);
}

static const char *make_notch(const double *argument, struct taps *taps)
{
    double low = argument[0], high = argument[1];
    if (low >= high)
        return out_of_order;
    struct filter filter = {{0, low, high, 0.5}, 2, narrowest(low, high), argument + 2};
    return make_filter(&filter, taps);
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

/* sinc.c - windowed sinc filters: lowpass, highpass, bandpass, bandstop, notch. As
 * scipy.signal.firwin.
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

enum { MOST_EDGES = 8 }; /* that users give */

/* What passes, in cycles per frame. */
struct filter {
    double edge[MOST_EDGES + 2]; /* edge[2 * bands]: low, high */
    int bands;
    double narrowest; /* smallest distance of an edge from 0, 1/2 or another edge */
};

/* The arguments that follow the edges. */
enum { TAPS, SHAPE, BETA, SCALE };

/* The numbers, from 1, of the last parameter. */
enum { SHIFT_OF_ONE = 6, SHIFT_OF_BANDS = MOST_EDGES + 5 };

/* Ideal responses are kept 2^500 times as large, so that those of the lowest frequencies have all
 * their digits. */
enum { EXPONENT = -500 };

/* The sine of an angle below this is the angle. */
static const double SMALL = 0x1p-400;

static const struct pair PI = {0x1.921fb54442d18p+1, 0x1.1a62633145c07p-53};

/* 2f sinc(2f t) times pi / 2 and 2^500, t = halves / 2. */
static struct pair lowpass(double f, double halves)
{
    if (f < SMALL || !(fabs(halves) > 0))
        return pair_times(PI, ldexp(f, -EXPONENT));
    struct turn turn = elementary_turns(pair_product(f, halves / 2));
    return pair_scale(pair_divide(turn.sine, (struct pair){halves, 0}), -EXPONENT);
}

/* The ideal response at t = halves / 2, times pi / 2 and 2^500. */
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

/* Cut the ideal response by the window; scaled to gain 1, or as it is. */
static void fill(const struct filter *filter, const struct window *window, bool scale,
                 struct taps *taps)
{
    size_t last = taps->count - 1;
    struct pair f = centre(filter), gain = {0, 0};

    window_fill(window, taps);
    for (size_t j = 0; j <= last / 2; j++) {
        double halves = 2 * (double)j - (double)last;
        struct pair tap = pair_multiply(taps->at[j], ideal(filter, halves)), part = tap;
        if (f.high > 0)
            part = pair_multiply(tap, elementary_turns(pair_times(f, halves / 2)).cosine);
        gain = pair_add(gain, pair_times(part, j < last - j ? 2 : 1));
        taps->at[j] = taps->at[last - j] = tap;
    }
    int exponent = -EXPONENT;
    if (scale) {
        frexp(gain.high, &exponent);
        gain = pair_scale(gain, -exponent);
    } else {
        gain = pair_times(pair_multiply(PI, window_factor(window)), 0.5);
    }
    taps_divide(taps, gain);
    taps->exponent = -exponent;
}

static const char *make_filter(const struct filter *filter, const double *rest, struct taps *taps)
{
    double count = rest[TAPS], beta = rest[BETA];
    struct window window = {(enum window_kind)rest[SHAPE], isnan(beta) ? WINDOW_BETA : beta,
                            false};

    if (window.kind != WINDOW_KAISER && !isnan(beta))
        return "beta is for window=kaiser";
    if (isnan(count)) /* 0.5 - 0.4 is not quite 0.1 */
        count = 2 * ceil(window_lobe(&window) / filter->narrowest - 1e-6) + 1;
    if (count > (double)GENERATOR_MOST)
        return GENERATOR_TOO_LONG;
    if (filter->edge[2 * filter->bands - 1] >= 0.5 && fmod(count, 2) < 1)
        return "taps must be odd: an even number of them passes nothing at half the rate";
    taps_open(taps, (size_t)count);
    fill(filter, &window, rest[SCALE] > 0, taps);
    return isfinite(taps->at[0].high) ? NULL : GENERATOR_ALL_ZERO;
}

/* Fill in what passes: between the edges of each pair, or all but that. The edges rise; the first
 * may be 0 and the last 1/2. Returns false where nothing passes. */
static bool choose_bands(const double *edge, int edges, bool stop, struct filter *filter)
{
    int count = 0;
    double before = 0;

    *filter = (struct filter){.narrowest = 0.5};
    for (int i = 0; i <= edges; i++) {
        double here = i < edges ? edge[i] : 0.5;
        if (here > before)
            filter->narrowest = fmin(filter->narrowest, here - before);
        before = here;
    }
    if (stop && edge[0] > 0)
        filter->edge[count++] = 0;
    for (int i = stop && edge[0] <= 0; i < edges; i++)
        filter->edge[count++] = edge[i];
    if (count % 2 && filter->edge[count - 1] < 0.5)
        filter->edge[count++] = 0.5;
    filter->bands = count / 2;
    return count >= 2;
}

/* argument[MOST_EDGES] are the edges, NaN where they are not given, and the rest follows. */
static const char *make_bands(const double *argument, bool stop, struct taps *taps)
{
    struct filter filter;
    int edges = 0;

    while (edges < MOST_EDGES && !isnan(argument[edges]))
        edges++;
    for (int i = edges; i < MOST_EDGES; i++)
        if (edges % 2 || !isnan(argument[i]))
            return "each band has its lo and its hi";
    for (int i = 1; i < edges; i++)
        if (argument[i - 1] >= argument[i])
            return i % 2 ? "lo must be below hi" : "a band must begin above the one before";
    if (!choose_bands(argument, edges, stop, &filter))
        return "nothing passes";
    return make_filter(&filter, argument + MOST_EDGES, taps);
}

static const char *make_bandpass(const double *argument, struct taps *taps)
{
    return make_bands(argument, false, taps);
}

static const char *make_bandstop(const double *argument, struct taps *taps)
{
    return make_bands(argument, true, taps);
}

static const char *make_lowpass(const double *argument, struct taps *taps)
{
    struct filter filter = {{0, argument[0]}, 1, fmin(argument[0], 0.5 - argument[0])};
    return make_filter(&filter, argument + 1, taps);
}

static const char *make_highpass(const double *argument, struct taps *taps)
{
    struct filter filter = {{argument[0], 0.5}, 1, fmin(argument[0], 0.5 - argument[0])};
    return make_filter(&filter, argument + 1, taps);
}

#define CUTOFF {.name = "fc", .kind = KIND_FREQUENCY, .required = true}
#define EDGE(key, must) {.name = key, .kind = KIND_EDGE, .required = must, .fallback = NAN}
#define EDGES \
    EDGE("lo", true), EDGE("hi", true), EDGE("lo2", false), EDGE("hi2", false), \
        EDGE("lo3", false), EDGE("hi3", false), EDGE("lo4", false), EDGE("hi4", false)
#define REST \
    {.name = "taps", .kind = KIND_TAPS, .fallback = NAN}, \
        {.name = "window", .kind = KIND_WINDOW}, \
        {.name = "beta", .kind = KIND_NUMBER, .fallback = NAN, .most = WINDOW_MOST_BETA}, \
        GENERATOR_SWITCH("scale", 1), {.name = "shift", .kind = KIND_SHIFT, .named = true}
#define REST_GRAMMAR "[,taps=...][,window=hamming][,beta=14][,scale=1][,shift=0]"

const struct generator generator_lowpass = {
    "lowpass", "lowpass:FC" REST_GRAMMAR, "passes what lies below FC",
    {CUTOFF, REST}, .shift = SHIFT_OF_ONE,
    .make = make_lowpass};
const struct generator generator_highpass = {
    "highpass", "highpass:FC" REST_GRAMMAR, "passes what lies above FC",
    {CUTOFF, REST}, .shift = SHIFT_OF_ONE,
    .make = make_highpass};
const struct generator generator_bandpass = {
    "bandpass", "bandpass:LO,HI[,...]" REST_GRAMMAR, "passes what lies between LO and HI",
    {EDGES, REST}, MOST_EDGES,
    .shift = SHIFT_OF_BANDS, .make = make_bandpass};
const struct generator generator_bandstop = {
    "bandstop", "bandstop:LO,HI[,...]" REST_GRAMMAR,
    "passes all but what lies between LO and HI", {EDGES, REST}, MOST_EDGES,
    .shift = SHIFT_OF_BANDS, .make = make_bandstop};
const struct generator generator_notch = {
    "notch", "notch:LO,HI[,...]" REST_GRAMMAR, "the same as bandstop",
    {EDGES, REST}, MOST_EDGES,
    .shift = SHIFT_OF_BANDS, .make = make_bandstop};

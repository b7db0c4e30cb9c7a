/* level.c - measures samples, and finds quiet windows (see level.h).
 *
 * The search for quiet windows looks back from the end of a window for the last loud sample: the
 * next window to look at begins after it, as in the search for words by R. S. Boyer and J S. Moore
 * (Comm. ACM 20, 1977). So a loud block costs one sample for each window's length. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "level.h"
#include "vector.h"

#include <float.h>
#include <math.h>
#include <string.h>

enum { LANES = 8 };

/* In each lane. */
struct lanes {
    double lowest[LANES], smallest[LANES]; /* sample; magnitude */
};

/* m[half] = the larger ones of m[2 half]. */
ALWAYS_INLINE void fold(double *m, size_t half)
{
    INDEPENDENT for (size_t l = 0; l < half; l++) m[l] = m[l] > m[l + half] ? m[l] : m[l + half];
}

/* Measure whole stretches, of four rows. */
VECTOR static void measure_stretches(const double *x, size_t stretches, double *most,
                                     struct lanes *lanes)
{
    double lowest[LANES], m[LANES];
    memcpy(lowest, lanes->lowest, sizeof lowest);
    for (size_t k = 0; k < stretches; k++, x += LEVEL_STRETCH) {
        INDEPENDENT for (size_t l = 0; l < LANES; l++) {
            double a = x[l], b = x[LANES + l], c = x[2 * LANES + l], d = x[3 * LANES + l];
            double low = a < lowest[l] ? a : lowest[l], high = fabs(a) > 0 ? fabs(a) : 0;
            low = b < low ? b : low, high = fabs(b) > high ? fabs(b) : high;
            low = c < low ? c : low, high = fabs(c) > high ? fabs(c) : high;
            low = d < low ? d : low, high = fabs(d) > high ? fabs(d) : high;
            lowest[l] = low;
            m[l] = high;
        }
        fold(m, 4);
        fold(m, 2);
        fold(m, 1);
        most[k] = m[0];
    }
    memcpy(lanes->lowest, lowest, sizeof lowest);
}

/* The smallest magnitude of x[n], n a multiple of LANES. */
VECTOR static void find_smallest(const double *x, size_t n, struct lanes *lanes)
{
    struct lanes a = *lanes;
    for (size_t i = 0; i < n; i += LANES)
        for (size_t l = 0; l < LANES; l++) {
            double size = fabs(x[i + l]);
            a.smallest[l] = size < a.smallest[l] ? size : a.smallest[l];
        }
    *lanes = a;
}

/* The largest and the smallest of stretches. */
VECTOR static void compare_stretches(const double *stretch, size_t stretches, double *largest,
                                     struct lanes *lanes)
{
    double m[LANES] = {0};
    struct lanes a = *lanes;
    size_t even = stretches / LANES * LANES;
    for (size_t k = 0; k < even; k += LANES)
        for (size_t l = 0; l < LANES; l++) {
            double v = stretch[k + l];
            m[l] = v > m[l] ? v : m[l];
            a.smallest[l] = v < a.smallest[l] ? v : a.smallest[l];
        }
    for (size_t k = even; k < stretches; k++) {
        m[0] = fmax(m[0], stretch[k]);
        a.smallest[0] = fmin(a.smallest[0], stretch[k]);
    }
    for (size_t l = 0; l < LANES; l++)
        *largest = fmax(*largest, m[l]);
    *lanes = a;
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

void level_measure(const double *x, size_t samples, size_t taps, struct level *level)
{
    size_t whole = samples / LEVEL_STRETCH, rest = samples % LEVEL_STRETCH;
    double last[LEVEL_STRETCH] = {0}, partial = 0;
    struct lanes lanes;

    for (size_t l = 0; l < LANES; l++)
        lanes.lowest[l] = 0, lanes.smallest[l] = INFINITY;
    measure_stretches(x, whole, level->stretch, &lanes);
    memcpy(last, x + (samples - rest), rest * sizeof *last);
    if (rest) {
        measure_stretches(last, 1, level->stretch + whole, &lanes);
        partial = level->stretch[whole];
    }
    level->most = partial;
    compare_stretches(level->stretch, whole, &level->most, &lanes);
    if (taps < 2 * LEVEL_STRETCH - 1) { /* a window need not hold a whole stretch */
        find_smallest(x, samples / LANES * LANES, &lanes);
        for (size_t i = samples / LANES * LANES; i < samples; i++)
            lanes.smallest[0] = fmin(lanes.smallest[0], fabs(x[i]));
    }
    if (level->most > DBL_MAX)
        level->most = largest_finite(x, samples);
    level->least = INFINITY;
    level->negative = false;
    for (size_t l = 0; l < LANES; l++) {
        level->least = fmin(level->least, lanes.smallest[l]);
        level->negative = level->negative || lanes.lowest[l] < 0;
    }
}

size_t level_most_spans(size_t samples, size_t taps)
{
    return samples / taps + 1;
}

static bool is_loud(const struct level_input *input, size_t inputs, size_t s)
{
    for (size_t k = 0; k < inputs; k++)
        if (fabs(input[k].x[s]) > input[k].limit)
            return true;
    return false;
}

static bool has_loud(const struct level_input *input, size_t inputs, size_t stretch)
{
    for (size_t k = 0; k < inputs; k++)
        if (input[k].stretch[stretch] > input[k].limit)
            return true;
    return false;
}

/* The end of the last loud sample among begin ... end - 1; `begin` if there is none. */
static size_t after_last(const struct level_input *input, size_t inputs, size_t begin, size_t end)
{
    while (end > begin) {
        size_t first = (end - 1) / LEVEL_STRETCH * LEVEL_STRETCH;
        first = first < begin ? begin : first;
        if (!has_loud(input, inputs, (end - 1) / LEVEL_STRETCH))
            end = first;
        for (; end > first; end--)
            if (is_loud(input, inputs, end - 1))
                return end;
    }
    return begin;
}

/* The first loud sample among begin ... end - 1; `end` if there is none. */
static size_t find_first(const struct level_input *input, size_t inputs, size_t begin, size_t end)
{
    while (begin < end) {
        size_t last = (begin / LEVEL_STRETCH + 1) * LEVEL_STRETCH;
        last = last < end ? last : end;
        if (!has_loud(input, inputs, begin / LEVEL_STRETCH))
            begin = last;
        for (; begin < last; begin++)
            if (is_loud(input, inputs, begin))
                return begin;
    }
    return end;
}

size_t level_quiet(const struct level_input *input, size_t inputs, size_t samples, size_t taps,
                   struct span *span)
{
    size_t begin = 0, spans = 0;

    while (samples >= taps && begin <= samples - taps) {
        size_t next = after_last(input, inputs, begin, begin + taps);
        if (next > begin) {
            begin = next;
            continue;
        }
        size_t end = find_first(input, inputs, begin + taps, samples);
        span[spans++] = (struct span){begin, end - taps + 1};
        begin = end + 1;
    }
    return spans;
}

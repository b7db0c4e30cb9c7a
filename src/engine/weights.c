/* weights.c - finds and sums outputs of little weight (see weights.h). */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "weights.h"
#include "direct.h"

#include "elementary.h"
#include "util.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

/* Frames that are summed together. */
enum { GROUP = 64 };

/* How many times its error a weight has to be. */
static const double TIMES = 2e12;

/* The 2-norm of taps, whose squares may leave the range of doubles. */
static double norm_of(const double *h, size_t taps)
{
    double most = 0, square = 0;

    for (size_t j = 0; j < taps; j++)
        most = fmax(most, fabs(h[j]));
    for (size_t j = 0; j < taps && most > 0; j++)
        square += h[j] / most * (h[j] / most);
    return most * sqrt(square);
}

void weights_open(struct weights *w, const struct system *system, size_t length)
{
    size_t values = (size_t)system->presence, taps = system->taps;

    *w = (struct weights){.system = system};
    if (!values || !length)
        return;
    w->error = (12 * elementary_log2((double)length) + 2 + (double)system_most_paths(system)) *
               0x1p-53;
    w->norm = util_array((size_t)system->columns, sizeof *w->norm);
    w->most = util_array(values, sizeof *w->most);
    w->all = util_array(values, sizeof *w->all);
    for (int c = 0; c < system->columns; c++)
        w->norm[c] = norm_of(system->h + (size_t)c * taps, taps);
    for (const struct path *p = system->path; p->out < system->presence; p++) {
        const double *h = system_taps(system, p);
        for (size_t j = 0; j < taps; j++)
            w->most[p->out] += fabs(h[j]) / 4;
        w->all[p->out] += (double)taps;
    }
}

void weights_close(struct weights *w)
{
    free(w->norm);
    free(w->most);
    free(w->all);
}

/* Whether any output of the block has some of its samples missing, but not all. */
static bool any_partial(const double *count, double all, size_t frames)
{
    bool any = false;
    for (size_t i = 0; i < frames; i++)
        any |= count[i] > 0 && count[i] < all;
    return any;
}

static double count_present(const double *present, size_t samples)
{
    double sum = 0;
    for (size_t i = 0; i < samples; i++)
        sum += present[i];
    return sum;
}

/* The weight below which value o is summed. */
static double least_weight(const struct weights *w, const double *const *x, int o, size_t frames)
{
    const struct system *system = w->system;
    double sum = 0;

    for (const struct path *p = system->path; p < system->path + system->paths; p++)
        if (p->out == o + system->presence)
            sum += w->norm[p->column] * sqrt(count_present(x[p->in], frames + system->taps - 1));
    return fmin(TIMES * w->error * sum, w->most[o]);
}

/* Sum a value and its weight, from frame `begin` on, where `low` says so. */
static void sum_group(const struct weights *w, const double *const *x, double *const *y, int o,
                      size_t begin, const bool *low, size_t frames)
{
    int outs[2] = {o, o + w->system->presence};
    double sums[GROUP];

    for (int k = 0; k < 2; k++) {
        direct_sums(w->system, x, outs[k], begin, sums, frames);
        for (size_t i = 0; i < frames; i++)
            if (low[i])
                y[outs[k]][begin + i] = sums[i];
    }
}

static void mend_value(const struct weights *w, const double *const *x, double *const *y, int o,
                       size_t frames)
{
    const double *weight = y[o + w->system->presence], *count = y[o + 2 * w->system->presence];
    double least = least_weight(w, x, o, frames);

    for (size_t begin = 0; begin < frames; begin += GROUP) {
        size_t n = frames - begin < GROUP ? frames - begin : GROUP;
        bool low[GROUP], any = false;
        for (size_t i = 0; i < n; i++) {
            double c = count[begin + i];
            low[i] = c > 0 && c < w->all[o] && fabs(weight[begin + i]) < least;
            any = any || low[i];
        }
        if (any)
            sum_group(w, x, y, o, begin, low, n);
    }
}

void weights_mend(const struct weights *w, const double *const *x, double *const *y,
                  double *const *inexact, size_t frames)
{
    for (int o = 0; o < w->system->presence; o++)
        if (inexact[o] && any_partial(y[o + 2 * w->system->presence], w->all[o], frames))
            mend_value(w, x, y, o, frames);
}

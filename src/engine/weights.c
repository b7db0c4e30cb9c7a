/* weights.c - finds outputs of little weight and computes them anew (see weights.h). */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "weights.h"
#include "direct.h"
#include "gap.h"
#include "engine/transform/transform.h"

#include "util.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

/* Frames that are summed together, and the fewest that may be worth a transform. */
enum { GROUP = 64, SPAN = 64 };

/* How many times its error a weight has to be. */
static const double TIMES = 2e12;

/* The part of the sum of |h| above which no weight counts as 0 (renormalize.c). */
static const double SURE = 0x1p-28;

void weights_open(struct weights *w, const struct system *system, size_t length)
{
    size_t values = (size_t)system->presence, taps = system->taps;
    double sum = 0, size = 0;

    *w = (struct weights){.system = system};
    if (!values || !length)
        return;
    w->error = transform_roundings(length, system_most_paths(system)) * 0x1p-53;
    w->norm = util_array((size_t)system->columns, sizeof *w->norm);
    w->most = util_array(values, sizeof *w->most);
    w->all = util_array(values, sizeof *w->all);
    w->sure = util_array(values, sizeof *w->sure);
    for (int c = 0; c < system->columns; c++)
        w->norm[c] = system_norm(system->h + (size_t)c * taps, taps);
    for (const struct path *p = system->path; p->out < system->presence; p++) {
        const double *h = system_taps(system, p);
        bool first = p == system->path || p->out != p[-1].out;
        sum = first ? 0 : sum;
        size = first ? 0 : size;
        for (size_t j = 0; j < taps; j++) {
            sum += h[j];
            size += fabs(h[j]);
        }
        w->most[p->out] = fmax(fabs(sum) / 4, size * SURE);
        w->sure[p->out] = fabs(sum) < size ? size * SURE : 0;
        w->all[p->out] += (double)system_products(system);
    }
}

void weights_close(struct weights *w)
{
    free(w->norm);
    free(w->most);
    free(w->all);
    free(w->sure);
}

/* Whether any output of the block has some of its samples missing, but not all. */
static bool any_partial(const double *count, double all, size_t frames)
{
    bool any = false;
    for (size_t i = 0; i < frames; i++)
        any |= count[i] > 0 && count[i] < all;
    return any;
}

/* The weight below which value o is summed. */
static double least_weight(const struct weights *w, const double *const *x, int o, size_t frames)
{
    const struct system *system = w->system;
    double sum = 0;

    for (const struct path *p = system->path; p < system->path + system->paths; p++)
        if (p->out == o + system->presence)
            sum += w->norm[p->column] * sqrt(gap_count(x[p->in], frames + system->taps - 1));
    return fmin(TIMES * w->error * sum, w->most[o]);
}

/* The present samples of every input, places[ins], in memory of their own. */
static struct places *find_places(const struct system *system, const double *const *x,
                                  size_t samples)
{
    size_t values = (size_t)system->ins / 2;
    struct places *places = util_array(2 * values, sizeof *places);

    for (size_t k = 0; k < values; k++) {
        const double *present = x[values + k];
        struct places *own = &places[k];
        own->at = util_array((size_t)gap_count(present, samples) + 1, sizeof *own->at);
        for (size_t s = 0; s < samples; s++)
            if (present[s] > 0)
                own->at[own->count++] = s;
        places[values + k] = *own;
    }
    return places;
}

/* The mean squares of the present samples of every input, in memory of their own. */
static double *find_means(const struct system *system, const double *const *x, size_t samples)
{
    size_t values = (size_t)system->ins / 2;
    double *mean = util_array(values, sizeof *mean);

    for (size_t k = 0; k < values; k++) {
        for (size_t s = 0; s < samples; s++)
            mean[k] += x[k][s] * x[k][s];
        mean[k] /= gap_count(x[values + k], samples);
    }
    return mean;
}

static void free_places(const struct system *system, struct places *places)
{
    for (int k = 0; places && k < system->ins / 2; k++)
        free(places[k].at);
    free(places);
}

/* GROUP or fewer frames of a value. */
struct group {
    const struct weights *w;
    const double *const *x; /* x[ins][frames + taps - 1] of the block */
    double *const *y;       /* y[outs][frames] of the block */
    const struct places *places;
    int value;
    size_t begin, frames;   /* of the block */
    const bool *low;        /* low[frames]: those to sum */
};

/* Whether the products of present samples alone are fewer than those of vectors are worth. */
static bool is_sparse(const struct group *g, size_t lows)
{
    const struct system *system = g->w->system;
    size_t products = 0, first;

    for (const struct path *p = system->path; p->out < system->presence; p++)
        if (p->out == g->value)
            products += direct_places(&g->places[p->in], g->begin,
                                      g->begin + g->frames + system->taps - 1, &first);
    return products * lows < system->taps;
}

/* Sum a value and its weight. */
static void sum_group(const struct group *g, size_t lows)
{
    const struct system *system = g->w->system;
    bool sparse = is_sparse(g, lows);
    double sums[GROUP];

    for (int out = g->value; out <= g->value + system->presence; out += system->presence) {
        if (!sparse)
            direct_sums(system, g->x, out, g->begin, sums, g->frames);
        for (size_t i = 0; i < g->frames; i++)
            if (g->low[i])
                g->y[out][g->begin + i] =
                    sparse ? direct_sparse_sum(system, g->x, g->places, out, g->begin + i)
                           : sums[i];
    }
}

/* Find the outputs of little weight among y[outs][frames]. Returns their number. */
static size_t find_low(const struct weights *w, double *const *y, int value, double least,
                       size_t frames, bool *low)
{
    const double *weight = y[value + w->system->presence];
    const double *count = y[value + 2 * w->system->presence];
    size_t lows = 0;

    for (size_t i = 0; i < frames; i++) {
        low[i] = count[i] > 0 && count[i] < w->all[value] && fabs(weight[i]) < least;
        lows += low[i];
    }
    return lows;
}

/* Outputs of a value that are computed by transforms of their own. */
struct spans {
    struct gap gap;
    double *y, *weight; /* of all frames of the block */
    bool *low;
};

static void take_low(const struct spans *, size_t begin, size_t end);

/* Compute a span, all of it low, and what is left of it by further transforms, as long as these
 * pay. */
static void take_span(const struct spans *s, size_t begin, size_t end)
{
    if (end - begin >= SPAN && gap_run(&s->gap, begin, end - begin, s->y + begin,
                                       s->weight + begin, s->low + begin))
        take_low(s, begin, end);
}

/* Compute those of the outputs begin ... end - 1 that are low. Each run of them is split where the
 * weight is least: as a rule the taps on its one side are small, and on the other side others. */
static void take_low(const struct spans *s, size_t begin, size_t end)
{
    for (size_t i = begin; i < end; i++) {
        size_t from = i, least = i;
        for (; i < end && s->low[i]; i++)
            least = fabs(s->weight[i]) < fabs(s->weight[least]) ? i : least;
        take_span(s, from, least);
        take_span(s, least, i);
    }
}

/* Sum the outputs that are low. */
static void sum_lows(struct group *group, struct places **places, const bool *low, size_t frames)
{
    const struct system *system = group->w->system;

    for (size_t begin = 0; begin < frames; begin += GROUP) {
        size_t n = frames - begin < GROUP ? frames - begin : GROUP, lows = 0;
        for (size_t i = 0; i < n; i++)
            lows += low[begin + i];
        if (lows && !*places)
            *places = find_places(system, group->x, frames + system->taps - 1);
        group->places = *places;
        group->begin = begin;
        group->frames = n;
        group->low = low + begin;
        if (lows)
            sum_group(group, lows);
    }
}

void weights_mend(const struct weights *w, const double *const *x, double *const *y,
                  double *const *inexact, size_t frames)
{
    const struct system *system = w->system;
    struct places *places = NULL;
    double *mean = NULL;
    bool *low = NULL;

    for (int o = 0; o < system->presence; o++) {
        if (!inexact[o] || !any_partial(y[o + 2 * system->presence], w->all[o], frames))
            continue;
        if (!low)
            low = util_array(frames, sizeof *low);
        if (!find_low(w, y, o, least_weight(w, x, o, frames), frames, low))
            continue;
        if (!mean)
            mean = find_means(system, x, frames + system->taps - 1);
        struct gap gap = {.system = system, .x = x, .mean = mean, .value = o, .times = TIMES,
                          .least = w->sure[o]};
        take_low(&(struct spans){gap, y[o], y[o + system->presence], low}, 0, frames);
        sum_lows(&(struct group){.w = w, .x = x, .y = y, .value = o}, &places, low, frames);
    }
    free(low);
    free(mean);
    free_places(system, places);
}

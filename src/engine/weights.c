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

/* The part of the sum of |h| above which no weight counts as 0 (renormalize.c). */
static const double SURE = 0x1p-28;

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
    double sum = 0, size = 0;

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
        bool first = p == system->path || p->out != p[-1].out;
        sum = first ? 0 : sum;
        size = first ? 0 : size;
        for (size_t j = 0; j < taps; j++) {
            sum += h[j];
            size += fabs(h[j]);
        }
        w->most[p->out] = fmax(fabs(sum) / 4, size * SURE);
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

/* The present samples of every input, places[ins], in memory of their own. */
static struct places *find_places(const struct system *system, const double *const *x,
                                  size_t samples)
{
    size_t values = (size_t)system->ins / 2;
    struct places *places = util_array(2 * values, sizeof *places);

    for (size_t k = 0; k < values; k++) {
        const double *present = x[values + k];
        struct places *own = &places[k];
        own->at = util_array((size_t)count_present(present, samples) + 1, sizeof *own->at);
        for (size_t s = 0; s < samples; s++)
            if (present[s] > 0)
                own->at[own->count++] = s;
        places[values + k] = *own;
    }
    return places;
}

static void free_places(const struct system *system, struct places *places)
{
    for (int k = 0; places && k < system->ins / 2; k++)
        free(places[k].at);
    free(places);
}

/* Outputs of little weight: GROUP or fewer frames of a value. */
struct group {
    const struct weights *w;
    const double *const *x; /* x[ins][frames + taps - 1] of the block */
    double *const *y;       /* y[outs][frames] of the block */
    const struct places *places;
    int value;
    size_t begin, frames; /* of the block */
    bool low[GROUP];      /* those to sum */
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

/* Find the outputs to sum. Returns their number. */
static size_t find_low(struct group *g, double least)
{
    int presence = g->w->system->presence;
    const double *weight = g->y[g->value + presence] + g->begin;
    const double *count = g->y[g->value + 2 * presence] + g->begin;
    size_t lows = 0;

    for (size_t i = 0; i < g->frames; i++) {
        g->low[i] = count[i] > 0 && count[i] < g->w->all[g->value] && fabs(weight[i]) < least;
        lows += g->low[i];
    }
    return lows;
}

void weights_mend(const struct weights *w, const double *const *x, double *const *y,
                  double *const *inexact, size_t frames)
{
    const struct system *system = w->system;
    struct places *places = NULL;

    for (int o = 0; o < system->presence; o++) {
        if (!inexact[o] || !any_partial(y[o + 2 * system->presence], w->all[o], frames))
            continue;
        double least = least_weight(w, x, o, frames);
        for (size_t begin = 0; begin < frames; begin += GROUP) {
            size_t n = frames - begin < GROUP ? frames - begin : GROUP;
            struct group g = {.w = w, .x = x, .y = y, .value = o, .begin = begin, .frames = n};
            size_t lows = find_low(&g, least);
            if (lows && !places)
                places = find_places(system, x, frames + system->taps - 1);
            g.places = places;
            if (lows)
                sum_group(&g, lows);
        }
    }
    free_places(system, places);
}

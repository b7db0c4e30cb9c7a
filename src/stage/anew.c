/* anew.c - computes coefficients of correlation from fewer samples (see anew.h). */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "anew.h"

#include "engine/guard.h"
#include "pearson.h"
#include "util.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* So many outputs take as long one by one as with an engine, about. */
enum { FEW = 32 };

/* Outputs beside each other: count[a] along each axis of the windows. */
struct tile {
    size_t begin; /* the first of them, in its section */
    size_t count[MOST_AXES];
};

struct anew {
    const struct overlap *overlap;
    const struct box *box;  /* of a section */
    struct box own;         /* the same windows among the samples of a tile */
    struct tile most;
    size_t taps, samples, outputs; /* of a tile, whose rows are laid end to end */
    double *u, *v;          /* samples and taps that overlap, u[taps] and v[taps] */
    double *raw, *r;        /* raw[samples] and r[outputs] of a tile */
    double *x, *y;          /* x[ins][samples] and y[outs][outputs] of an engine */
    double *h;              /* h[taps], NaN where they meet no sample */
    const double *whole;    /* the taps, if all of them do; else NULL */
    struct contents contents;
    struct path path;
    struct system system;   /* of h */
    struct template template;
    struct plan plan;
    struct guard *guard;    /* NULL: not opened yet, and neither is the template */
};

/* Lay the samples out that the largest tile meets, and find how many they are. */
static void lay_out(struct anew *a)
{
    size_t stride = 1, outputs = 1;

    a->own.axes = a->box->axes;
    for (int k = a->own.axes - 1; k >= 0; k--) {
        struct box_axis *axis = &a->own.axis[k];
        *axis = a->box->axis[k];
        size_t most = axis->extent / 2 > 1 ? axis->extent / 2 : 1;
        a->most.count[k] = a->own.axes == 1 && most < FEW ? FEW : most;
        axis->stride = stride;
        axis->length = k ? a->most.count[k] + axis->extent - 1 : SIZE_MAX;
        outputs += (a->most.count[k] - 1) * stride;
        stride *= axis->length;
    }
    a->outputs = outputs;
    a->samples = outputs + box_span(&a->own) - 1;
}

struct anew *anew_create(const struct overlap *overlap, const struct box *box)
{
    struct anew *a = util_array(1, sizeof *a);

    a->overlap = overlap;
    a->box = box;
    a->taps = box_pixels(box);
    lay_out(a);
    a->u = util_doubles(a->taps);
    a->v = util_doubles(a->taps);
    a->h = util_doubles(a->taps);
    a->system = (struct system){.taps = a->taps, .columns = 1, .h = a->h, .ins = 1, .outs = 1,
                                .paths = 1, .path = &a->path};
    return a;
}

static void close_engine(struct anew *a)
{
    if (!a->guard)
        return;
    guard_close(a->guard);
    template_close(&a->template);
    a->guard = NULL;
}

void anew_free(struct anew *a)
{
    if (!a)
        return;
    close_engine(a);
    contents_free(&a->contents);
    free(a->u);
    free(a->v);
    free(a->raw);
    free(a->r);
    free(a->x);
    free(a->y);
    free(a->h);
    free(a);
}

/* Open an engine for the taps a->h. */
static void open_engine(struct anew *a)
{
    const struct system *system = &a->template.system;
    struct work work = {.outputs = (int64_t)a->outputs};

    close_engine(a);
    template_open(&a->template, &a->system, &a->own, a->overlap->omit);
    engine_choose(system, NULL, &work, &a->plan);
    a->guard = guard_open(system, &a->plan);
    if (!a->x) {
        a->x = util_doubles((size_t)system->ins * a->samples);
        a->y = util_doubles((size_t)system->outs * a->outputs);
    }
}

static size_t tile_outputs(const struct anew *a, const struct tile *tile)
{
    size_t outputs = 1;
    for (int k = 0; k < a->own.axes; k++)
        outputs *= tile->count[k];
    return outputs;
}

/* Where output i of a tile stands, in its section and among the outputs of the tile's own rows. */
static size_t place_of(const struct box *box, const struct tile *tile, size_t i)
{
    size_t place = 0;

    for (int k = box->axes - 1; k >= 0; k--) {
        place += i % tile->count[k] * box->axis[k].stride;
        i /= tile->count[k];
    }
    return place;
}

/* Copy the samples that a tile meets. Returns whether one of them is missing. */
static bool gather(struct anew *a, const struct section *s, const struct tile *tile)
{
    struct tile met = {.begin = tile->begin};
    bool missing = false;

    for (int k = 0; k < a->own.axes; k++)
        met.count[k] = tile->count[k] + a->own.axis[k].extent - 1;
    if (!a->raw) {
        a->raw = util_doubles(a->samples);
        a->r = util_doubles(a->outputs);
    }
    for (size_t i = 0; i < a->samples; i++)
        a->raw[i] = NAN;
    size_t row = met.count[a->own.axes - 1], rows = tile_outputs(a, &met) / row;
    size_t apart = a->box->axis[a->own.axes - 1].stride * s->samples.step;
    for (size_t i = 0; i < rows; i++) {
        size_t at = (met.begin + place_of(a->box, &met, i * row)) * s->samples.step;
        double *to = a->raw + place_of(&a->own, &met, i * row);
        for (size_t j = 0; j < row; j++) {
            to[j] = s->samples.x[at + j * apart];
            missing |= isnan(to[j]);
        }
    }
    return missing;
}

/* n[i] becomes the sum of n[i], n[i + stride], ..., `extent` of them, as long as they are among
 * n[count]. */
static void sum_along(size_t *n, size_t count, size_t stride, size_t extent)
{
    size_t *before = util_array(count + stride, sizeof *before);

    for (size_t i = 0; i < count; i++)
        before[i + stride] = before[i] + n[i];
    for (size_t i = 0; i + (extent - 1) * stride < count; i++)
        n[i] = before[i + extent * stride] - before[i];
    free(before);
}

/* Choose the taps that meet a sample of a tile: as many places of a window as the tile has outputs
 * hold what a tap meets. Returns whether all do. */
static bool choose_taps(struct anew *a, const double *h, const struct tile *tile, bool missing)
{
    size_t *present = util_array(a->samples, sizeof *present);
    bool all = true;

    for (size_t i = 0; i < a->samples; i++)
        present[i] = (size_t)!isnan(a->raw[i]);
    for (int k = 0; k < a->own.axes && missing; k++)
        sum_along(present, a->samples, a->own.axis[k].stride, tile->count[k]);
    for (size_t w = 0; w < a->taps; w++) {
        bool meets = !missing || present[box_place(&a->own, w)];
        a->h[a->taps - 1 - w] = meets ? h[a->taps - 1 - w] : NAN;
        all = all && meets;
    }
    free(present);
    return all;
}

/* Compute the sums of an engine for `count` outputs, rows laid end to end. */
static void run_engine(struct anew *a, struct centre centre, size_t count)
{
    double *presence = a->x + a->samples;

    for (size_t i = 0; i < a->samples; i++) {
        a->x[i] = isfinite(a->raw[i]) ? centre_apply(centre, a->raw[i]) : 0;
        if (a->overlap->omit)
            presence[i] = !isnan(a->raw[i]);
    }
    for (size_t at = 0; at < count; at += a->plan.block) {
        size_t n = count - at < a->plan.block ? count - at : a->plan.block;
        const double *from[2] = {a->x + at};
        double *to[3] = {a->y + at};
        if (a->overlap->omit) {
            from[1] = presence + at;
            to[1] = to[0] + a->outputs;
            to[2] = to[1] + a->outputs;
        }
        guard_run(a->guard, 0, from, to, n);
    }
}

/* Output i of a tile. */
static double *output_at(const struct anew *a, const struct section *s, const struct tile *tile,
                         size_t i)
{
    return s->r + (tile->begin + place_of(a->box, tile, i)) * s->step;
}

static size_t count_unsure(const struct anew *a, const struct section *s, const struct tile *tile)
{
    size_t count = 0, outputs = tile_outputs(a, tile);

    for (size_t i = 0; i < outputs; i++)
        count += *output_at(a, s, tile, i) == COEFFICIENT_UNSURE;
    return count;
}

/* Compute the outputs of a tile from their own samples and taps, by an engine. */
static void compute_together(struct anew *a, const struct section *s, const struct tile *tile)
{
    size_t outputs = tile_outputs(a, tile), count = place_of(&a->own, tile, outputs - 1) + 1;
    bool missing = gather(a, s, tile), all = choose_taps(a, s->h, tile, missing);
    struct samples x = {a->raw, 1};

    for (int k = 0; k < a->own.axes; k++)
        a->own.axis[k].first = a->box->axis[k].first +
                               (int64_t)box_coordinate(a->box, k, s->pixel + tile->begin);
    if (!all || a->whole != s->h || !a->guard)
        open_engine(a);
    a->whole = all ? s->h : NULL;
    a->template.box = a->own;
    struct scan scan = {.overlap = a->overlap,
                        .template = &a->template,
                        .centre = centre_of(a->raw, a->samples, 1),
                        .accuracy = coefficient_accuracy(&a->plan, &a->own),
                        .contents = &a->contents};
    window_open(&scan.window, scan.centre);
    run_engine(a, scan.centre, count);
    for (size_t i = 0; i < count; i++)
        a->r[i] = 0;
    for (size_t i = 0; i < outputs; i++)
        a->r[place_of(&a->own, tile, i)] = *output_at(a, s, tile, i);
    coefficient_prime(&scan, x);
    coefficient_run(&scan, x, (struct results){a->y, 1, a->outputs}, a->r, 1, count);
    for (size_t i = 0; i < outputs; i++)
        *output_at(a, s, tile, i) = a->r[place_of(&a->own, tile, i)];
}

/* Compute those of a tile that are not sure, one by one, by the definition. */
static void compute_each(struct anew *a, const struct section *s, const struct tile *tile)
{
    size_t outputs = tile_outputs(a, tile), row = box_row(a->box);

    for (size_t i = 0; i < outputs; i++) {
        double *r = output_at(a, s, tile, i);
        size_t n = 0, at = tile->begin + place_of(a->box, tile, i);
        if (*r != COEFFICIENT_UNSURE)
            continue;
        for (size_t w = 0; w < a->taps; w += row) {
            const double *x = s->samples.x + (at + box_place(a->box, w)) * s->samples.step;
            for (size_t j = 0; j < row; j++)
                if (!isnan(x[j * s->samples.step])) {
                    a->u[n] = x[j * s->samples.step];
                    a->v[n++] = s->h[a->taps - 1 - w - j];
                }
        }
        *r = pearson(a->u, a->v, n);
    }
}

/* Compute those of a tile that are not sure; together, and then in halves. */
static void compute(struct anew *a, const struct section *s, const struct tile *tile)
{
    struct tile half = *tile;
    int longest = 0;

    if (count_unsure(a, s, tile) <= FEW) {
        compute_each(a, s, tile);
        return;
    }
    compute_together(a, s, tile);
    for (int k = 1; k < a->own.axes; k++)
        longest = tile->count[k] > tile->count[longest] ? k : longest;
    half.count[longest] /= 2;
    compute(a, s, &half);
    half.begin += half.count[longest] * a->box->axis[longest].stride;
    half.count[longest] = tile->count[longest] - half.count[longest];
    compute(a, s, &half);
}

/* The largest tile from an output on whose outputs are in the section and in the array. */
static struct tile tile_at(const struct anew *a, const struct section *s, size_t begin)
{
    struct tile tile = {.begin = begin};
    size_t left = s->count - 1 - begin;

    for (int k = 0; k < a->own.axes; k++) {
        const struct box_axis *axis = &a->box->axis[k];
        size_t room = axis->length - axis->extent - box_coordinate(a->box, k, s->pixel + begin);
        size_t more = left / axis->stride < room ? left / axis->stride : room;
        tile.count[k] = more < a->most.count[k] ? more + 1 : a->most.count[k];
        left -= (tile.count[k] - 1) * axis->stride;
    }
    return tile;
}

void anew_run(struct anew *a, const struct section *section)
{
    for (size_t i = 0; i < section->count; i++)
        if (section->r[i * section->step] == COEFFICIENT_UNSURE) {
            struct tile tile = tile_at(a, section, i);
            compute(a, section, &tile);
        }
}

/* separable.c - direct sums by one factor of the taps after the other.
 *
 * The factor of the largest step comes first: the others reach back less far, and so little is
 * computed for them before the first output of a block. Sums of samples that are a step apart are
 * computed in strips: outputs that are a step apart follow each other, for they share all samples
 * but one, which are still in the nearest cache then. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "direct.h"
#include "sums.h"

#include "util.h"

#include <stdio.h>
#include <stdlib.h>

/* The samples that a strip keeps in the nearest cache. */
enum { STRIP_SAMPLES = 3072, STEPS = 8 };

static const double TAP = 0.0303; /* ns per tap of a factor, output and path */
static const double OUTPUT = 0.1; /* ns per factor, output and path, in addition */

struct separable {
    const struct system *system;
    size_t all;      /* taps of all factors */
    size_t slots;
    double **buffer; /* buffer[2 * slots], two of a slot in turn: sums by some of the factors */
};

/* A strip of outputs and all rows of it, which are a step apart: [from, from + width) of the first
 * row. Rows begin at multiples of the group, so that only the last is incomplete. */
ALWAYS_INLINE void add_strip(size_t group, const struct sums *s, size_t from, size_t width,
                             double *wrong)
{
    for (size_t row = 0; row < s->frames; row += s->step) {
        size_t next = s->frames - row > s->step ? (row + s->step) / group * group : s->frames;
        size_t begin = row / group * group + from;
        if (begin >= next)
            continue;
        struct sums own = *s;
        own.frames = next - begin < width ? next - begin : width;
        own.newest += begin;
        own.y += begin;
        size_t done = add_groups(group, SPACED, &own, 0, wrong);
        done = add_groups(8, SPACED, &own, done, wrong);
        add_groups(1, SPACED, &own, done, wrong);
    }
}

ALWAYS_INLINE void add_strips(size_t group, const struct sums *s)
{
    size_t width = STRIP_SAMPLES / (s->taps + STEPS) / group * group;
    double wrong[WIDE_GROUP] = {0};

    width = width ? width : group;
    for (size_t from = 0; from < s->step + group && from < s->frames; from += width)
        add_strip(group, s, from, width, wrong);
    note_wrong(s, wrong);
}

VECTOR static void add_wide_strips(const struct sums *s)
{
    add_strips(WIDE_GROUP, s);
}

VECTOR static void add_narrow_strips(const struct sums *s)
{
    add_strips(GROUP, s);
}

/* The samples before the first one that the sums by factors after this one reach back to. */
static size_t history_after(const struct system *system, size_t factor)
{
    size_t history = 0;
    while (++factor < system->factors)
        history += (system->factor[factor].taps - 1) * system->factor[factor].step;
    return history;
}

/* y[frames] = or += the sums by one factor, h, of samples that begin at x. */
static void add_factor(const struct factor *factor, const double *h, const double *x, double *y,
                       size_t frames, bool first, bool *spoilt)
{
    struct sums sums = {.h = h,
                        .newest = x + (factor->taps - 1) * factor->step,
                        .taps = factor->taps,
                        .step = factor->step,
                        .frames = frames,
                        .y = y,
                        .first = first,
                        .spoilt = spoilt};
    if (factor->step == 1)
        direct_add(&sums);
    else
        (VECTOR_IS_WIDE ? add_wide_strips : add_narrow_strips)(&sums);
}

/* y[frames] = or += the sums along a path, by all factors. */
static void add_path(const struct separable *s, size_t slot, const struct path *p, const double *x,
                     double *y, size_t frames, bool *spoilt)
{
    const struct system *system = s->system;
    const double *h = system->factor_h + (size_t)p->column * s->all;
    bool first = p == system->path || p->out != p[-1].out, unused;

    *spoilt = *spoilt && !first;
    for (size_t f = 0; f < system->factors; f++) {
        const struct factor *factor = &system->factor[f];
        bool last = f == system->factors - 1;
        double *to = last ? y : s->buffer[2 * slot + f % 2];
        add_factor(factor, h, x, to, frames + history_after(system, f), first || !last,
                   last ? spoilt : &unused);
        h += factor->taps;
        x = to;
    }
}

static void run_separable(void *state, size_t slot, const double *const *x, double *const *y,
                          size_t frames, bool *spoilt)
{
    struct separable *s = state;
    const struct system *system = s->system;

    for (const struct path *p = system->path; p < system->path + system->paths; p++)
        if (y[p->out])
            add_path(s, slot, p, x[p->in], y[p->out], frames, &spoilt[p->out]);
}

static void *open_separable(const struct system *system, const struct plan *plan)
{
    struct separable *s = util_array(1, sizeof *s);

    s->system = system;
    s->slots = plan->slots;
    for (size_t f = 0; f < system->factors; f++)
        s->all += system->factor[f].taps;
    s->buffer = util_array(2 * plan->slots, sizeof *s->buffer);
    for (size_t b = 0; b < 2 * plan->slots; b++)
        if (b % 2 < system->factors - 1)
            s->buffer[b] = util_doubles(plan->block + history_after(system, b % 2));
    return s;
}

static void close_separable(void *state)
{
    struct separable *s = state;

    for (size_t b = 0; b < 2 * s->slots; b++)
        free(s->buffer[b]);
    free(s->buffer);
    free(s);
}

/* A block is so long that strips have several rows, and that little is computed twice. */
static size_t block_of(const struct system *system)
{
    size_t block = direct_block(system), step = system->factor[0].step,
           history = history_after(system, 0),
           long_one = STEPS * (step > history ? step : history);

    return block > long_one ? block : long_one;
}

static void plan_separable(const struct system *system, const struct work *work, struct plan *plan)
{
    (void)work;
    plan->block = block_of(system);
    for (size_t f = 0; f < system->factors; f++) {
        double frames = (double)(plan->block + history_after(system, f));
        double each = TAP * (double)system->factor[f].taps + OUTPUT;
        plan->cost += (double)system->paths * each * frames / (double)plan->block;
        if (f < 2 && f < system->factors - 1)
            plan->slot_doubles += (size_t)frames;
    }
}

/* The roundings by each factor; those that make a tap of the product, 4 F^2 at most for F factors
 * (kernel/factors.c); and in the sum over the paths, and by a divisor. */
static void bound_separable(const struct system *system, const struct plan *plan,
                            char text[ENGINE_BOUND_BYTES])
{
    size_t most = 4 * system->factors * system->factors + system_most_paths(system) - 1 +
                  (system->divisor > 0);

    (void)plan;
    for (size_t f = 0; f < system->factors; f++)
        most += direct_roundings(system->factor[f].taps);
    snprintf(text, ENGINE_BOUND_BYTES, "at most %.3g times the sum of |tap * sample|",
             (double)most * 0x1p-53);
}

const struct engine engine_separable = {
    .name = "separable",
    .automatic = true,
    .in_blocks = true,
    .of_products = true,
    .plan = plan_separable,
    .bound = bound_separable,
    .open = open_separable,
    .run = run_separable,
    .close = close_separable,
};

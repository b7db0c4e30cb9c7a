/* direct.c - the direct sum, vectorised over outputs (see sums.h). */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "direct.h"
#include "sums.h"

#include "util.h"

#include <stdio.h>
#include <stdlib.h>

/* Samples of a block in all channels, which fit into the nearer caches. */
enum { BLOCK_SAMPLES = 1 << 14 };

static const double TAP = 0.0303;  /* ns per tap, output and path */
static const double RUN = 0.08;    /* ns per run, where there are several, output and path */
static const double OUTPUT = 0.15; /* ns per output and path, in addition */

/* All outputs, in groups of that size, and the last ones in smaller groups. */
ALWAYS_INLINE void add_all(size_t group, enum lay lay, const struct sums *s)
{
    double wrong[WIDE_GROUP] = {0};
    size_t done = add_groups(group, lay, s, 0, wrong);

    done = add_groups(8, lay, s, done, wrong);
    done = add_groups(4, lay, s, done, wrong);
    done = add_groups(2, lay, s, done, wrong);
    add_groups(1, lay, s, done, wrong);
    note_wrong(s, wrong);
}

VECTOR static void add_in_wide_groups(const struct sums *s)
{
    add_all(WIDE_GROUP, TOGETHER, s);
}

VECTOR static void add_in_groups(const struct sums *s)
{
    add_all(GROUP, TOGETHER, s);
}

VECTOR static void add_runs_in_wide_groups(const struct sums *s)
{
    add_all(WIDE_GROUP, IN_RUNS, s);
}

VECTOR static void add_runs_in_groups(const struct sums *s)
{
    add_all(GROUP, IN_RUNS, s);
}

VECTOR static void add_short_runs_in_wide_groups(const struct sums *s)
{
    add_all(WIDE_GROUP, IN_SHORT_RUNS, s);
}

VECTOR static void add_short_runs_in_groups(const struct sums *s)
{
    add_all(GROUP, IN_SHORT_RUNS, s);
}

void direct_add(const struct sums *sums)
{
    (VECTOR_IS_WIDE ? add_in_wide_groups : add_in_groups)(sums);
}

/* Outputs `from` and later, y[frames], along one path. */
static void add_path(const struct system *system, const struct path *p, const double *const *x,
                     size_t from, double *y, size_t frames, bool *spoilt)
{
    struct sums sums = {.h = system_taps(system, p),
                        .newest = x[p->in] + from + system->taps - 1,
                        .taps = system->taps,
                        .system = system,
                        .frames = frames,
                        .y = y,
                        .first = p == system->path || p[-1].out != p->out,
                        .spoilt = spoilt};
    *spoilt = *spoilt && !sums.first;
    if (system->runs && system_products(system) <= PART)
        (VECTOR_IS_WIDE ? add_short_runs_in_wide_groups : add_short_runs_in_groups)(&sums);
    else if (system->runs)
        (VECTOR_IS_WIDE ? add_runs_in_wide_groups : add_runs_in_groups)(&sums);
    else
        direct_add(&sums);
}

void direct_sums(const struct system *system, const double *const *x, int out, size_t from,
                 double *y, size_t frames)
{
    bool spoilt = false;

    for (const struct path *p = system->path; p < system->path + system->paths; p++)
        if (p->out == out)
            add_path(system, p, x, from, y, frames, &spoilt);
}

/* The first place at or after a sample. */
static size_t find_place(const struct places *places, size_t sample)
{
    size_t from = 0, to = places->count;

    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (places->at[middle] < sample)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

size_t direct_places(const struct places *places, size_t begin, size_t end, size_t *first)
{
    *first = find_place(places, begin);
    return find_place(places, end) - *first;
}

/* Go from one part to a later one, with nothing between them. */
static void skip_to(double *level, size_t part, size_t later)
{
    for (; part / FEW != later / FEW; part /= FEW, later /= FEW, level++) {
        level[1] += level[0];
        level[0] = 0;
    }
}

/* The sum along one path for the output whose samples begin at x[begin]. Adding 0 changes no sum,
 * so that those of the parts that have a product are enough. */
static double sum_places(const struct system *system, const double *h, const double *x,
                         const struct places *places, size_t begin)
{
    double level[LEVELS + 1] = {0}, sum = 0;
    size_t first, newest = begin + system->taps - 1, part = 0, r = 0;
    struct tap_run run = system_run(system, r);

    for (size_t k = direct_places(places, begin, newest + 1, &first); k > 0; k--) {
        size_t at = places->at[first + k - 1], own = (newest - at) / PART;
        while (newest - at >= run.begin + run.count)
            run = system_run(system, ++r);
        if (newest - at < run.begin) /* where no tap stands 0 is no factor, of NaN either */
            continue;
        if (own != part) {
            level[0] += sum;
            sum = 0;
            skip_to(level, part, own);
            part = own;
        }
        sum += h[newest - at] * x[at];
    }
    for (size_t l = 0; l < LEVELS; l++)
        sum += level[l];
    return sum;
}

double direct_sparse_sum(const struct system *system, const double *const *x,
                         const struct places *places, int out, size_t i)
{
    double sum = 0;

    for (const struct path *p = system->path; p < system->path + system->paths; p++)
        if (p->out == out)
            sum += sum_places(system, system_taps(system, p), x[p->in], &places[p->in], i);
    return sum;
}

size_t direct_block(const struct system *system)
{
    size_t block = BLOCK_SAMPLES / system_most_channels(system);
    return block < 8 ? 8 : block;
}

static void plan_direct(const struct system *system, const struct work *work, struct plan *plan)
{
    (void)work;
    plan->block = direct_block(system);
    plan->cost = (double)system->paths * (TAP * (double)system_products(system) +
                                          RUN * (double)system->runs + OUTPUT);
}

/* In the product, and in every addition but the one to 0: in its part, in each larger part, and in
 * the sum of all parts. No product takes part in more additions than the first one of the largest
 * part. */
size_t direct_roundings(size_t products)
{
    size_t parts = (products - 1) / PART, most = parts ? PART : products;

    for (; parts >= FEW; parts /= FEW)
        most += FEW - 1;
    return most + parts;
}

/* The sum over the paths rounds too, and a divisor once more. */
static void bound_direct(const struct system *system, const struct plan *plan,
                         char text[ENGINE_BOUND_BYTES])
{
    size_t most = direct_roundings(system_products(system)) + system_most_paths(system) - 1 +
                  (system->divisor > 0 && !system->presence);

    (void)plan;
    snprintf(text, ENGINE_BOUND_BYTES, "at most %.3g times the sum of |tap * sample|",
             (double)most * 0x1p-53);
}

struct direct {
    const struct system *system;
};

static void *open_direct(const struct system *system, const struct plan *plan)
{
    struct direct *direct = util_array(1, sizeof *direct);
    (void)plan;
    direct->system = system;
    return direct;
}

static void run_direct(void *state, size_t slot, const double *const *x, double *const *y,
                       size_t frames, bool *spoilt)
{
    const struct system *system = ((struct direct *)state)->system;

    (void)slot;
    for (const struct path *p = system->path; p < system->path + system->paths; p++)
        if (y[p->out])
            add_path(system, p, x, 0, y[p->out], frames, &spoilt[p->out]);
}

const struct engine engine_direct = {
    .name = "direct",
    .automatic = true,
    .plan = plan_direct,
    .bound = bound_direct,
    .open = open_direct,
    .run = run_direct,
    .close = free,
};

/* direct.c - the direct sum, vectorised over outputs.
 *
 * Each output of a group is an accumulator. The outer loop runs over taps, the inner one over
 * outputs. Products are added in the order of the taps, PART of them to a part, FEW parts to a
 * larger part, FEW of those to a still larger one, and so on: the error grows like the logarithm of
 * the taps. Every output has this order, at every vector width and block length, so its bits depend
 * on the data alone (no contraction to fused multiply-add: see the Makefile). */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "direct.h"
#include "vector.h"

#include "util.h"

#include <stdio.h>
#include <stdlib.h>

/* Accumulators of a group: enough independent chains to hide the latency of an addition, which
 * eight registers do, and few enough to stay in registers. */
enum { WIDE_GROUP = 64, GROUP = 32 };

/* Samples of a block in all channels, which fit into the nearer caches. */
enum { BLOCK_SAMPLES = 1 << 14 };

static const double TAP = 0.0303;  /* ns per tap, output and path */
static const double OUTPUT = 0.15; /* ns per output and path, in addition */

/* The products of a part, and the parts of a larger part. */
enum { PART = 128, FEW = 16 };

/* Sizes of parts; more taps do not fit into memory. */
enum { LEVELS = 15 };

/* The outputs of a channel along one path: y[frames] = or += the sums. */
struct sums {
    const double *h, *newest; /* tap 0, and the sample that it meets in y[0] */
    const struct system *system; /* of which the runs of taps are needed */
    size_t frames;
    double *y;
    bool first;
    bool *spoilt; /* set if an output is not finite */
};

/* sum[group] += the products of h[taps]. */
ALWAYS_INLINE void add_products(size_t group, const double *h, size_t taps, const double *newest,
                                double *sum)
{
    for (const double *end = h + taps; h < end; h++, newest--)
        IN_REGISTERS for (size_t i = 0; i < group; i++)
            sum[i] += *h * newest[i];
}

/* Add level[0], the last of `count` parts of its size, to level[1], and so on while FEW are
 * complete. */
static void carry(double level[][WIDE_GROUP], size_t count, size_t group)
{
    for (; count % FEW == 0; count /= FEW, level++)
        for (size_t i = 0; i < group; i++)
            level[1][i] = count / FEW % FEW == 1 ? level[0][i] : level[1][i] + level[0][i];
}

/* sum[group] += the levels of so many parts. */
ALWAYS_INLINE void add_levels(double level[][WIDE_GROUP], size_t parts, size_t group,
                              double *sum)
{
    for (; parts > 0; parts /= FEW, level++)
        if (parts % FEW)
            IN_REGISTERS for (size_t i = 0; i < group; i++)
                sum[i] += level[0][i];
}

/* Compute as many groups of outputs as are left from output `done` on. Returns how many outputs are
 * done then. Inlined where the group is a constant, and whether taps stand apart. All parts but the
 * last are counted in digits of base FEW: level[l] is the sum of the parts that digit l counts. */
ALWAYS_INLINE size_t add_groups(size_t group, bool apart, const struct sums *s, size_t done)
{
    double level[LEVELS][WIDE_GROUP], wrong[WIDE_GROUP] = {0}; /* NaN after what is not finite */

    for (; s->frames - done >= group; done += group) {
        double *y = s->y + done, sum[WIDE_GROUP];
        size_t parts = 0, room = PART; /* for products in this part */
        IN_REGISTERS for (size_t i = 0; i < group; i++)
            sum[i] = 0;
        for (size_t r = 0; r < (apart ? s->system->runs : 1); r++) {
            struct tap_run run = apart ? s->system->run[r] : (struct tap_run){0, s->system->taps};
            const double *h = s->h + run.begin, *newest = s->newest + done - run.begin;
            for (; run.count > room; run.count -= room, h += room, newest -= room, room = PART) {
                add_products(group, h, room, newest, sum);
                IN_REGISTERS for (size_t i = 0; i < group; i++) {
                    level[0][i] = parts % FEW ? level[0][i] + sum[i] : sum[i];
                    sum[i] = 0;
                }
                if (++parts % FEW == 0)
                    carry(level, parts, group);
            }
            add_products(group, h, run.count, newest, sum);
            room -= run.count;
        }
        add_levels(level, parts, group, sum);
        IN_REGISTERS for (size_t i = 0; i < group; i++) {
            double total = s->first ? sum[i] : y[i] + sum[i];
            wrong[i] += total - total;
            y[i] = total;
        }
    }
    for (size_t i = 0; i < group; i++)
        if (wrong[i] != 0)
            *s->spoilt = true;
    return done;
}

/* In groups of that size, and the last outputs in smaller ones. */
ALWAYS_INLINE void add_all(size_t group, bool apart, const struct sums *s)
{
    size_t done = add_groups(group, apart, s, 0);
    done = add_groups(8, apart, s, done);
    done = add_groups(4, apart, s, done);
    done = add_groups(2, apart, s, done);
    add_groups(1, apart, s, done);
}

VECTOR static void add_in_wide_groups(const struct sums *s)
{
    add_all(WIDE_GROUP, false, s);
}

VECTOR static void add_in_groups(const struct sums *s)
{
    add_all(GROUP, false, s);
}

VECTOR static void add_runs_in_wide_groups(const struct sums *s)
{
    add_all(WIDE_GROUP, true, s);
}

VECTOR static void add_runs_in_groups(const struct sums *s)
{
    add_all(GROUP, true, s);
}

/* Outputs `from` and later, y[frames], along one path. */
static void add_path(const struct system *system, const struct path *p, const double *const *x,
                     size_t from, double *y, size_t frames, bool *spoilt)
{
    struct sums sums = {.h = system_taps(system, p),
                        .newest = x[p->in] + from + system->taps - 1,
                        .system = system,
                        .frames = frames,
                        .y = y,
                        .first = p == system->path || p[-1].out != p->out,
                        .spoilt = spoilt};
    *spoilt = *spoilt && !sums.first;
    if (system->runs)
        (VECTOR_IS_WIDE ? add_runs_in_wide_groups : add_runs_in_groups)(&sums);
    else
        (VECTOR_IS_WIDE ? add_in_wide_groups : add_in_groups)(&sums);
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
static double sum_places(const double *h, size_t taps, const double *x, const struct places *places,
                         size_t begin)
{
    double level[LEVELS + 1] = {0}, sum = 0;
    size_t first, newest = begin + taps - 1, part = 0;

    for (size_t k = direct_places(places, begin, newest + 1, &first); k > 0; k--) {
        size_t at = places->at[first + k - 1], own = (newest - at) / PART;
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
            sum += sum_places(system_taps(system, p), system->taps, x[p->in], &places[p->in], i);
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
    plan->cost = (double)system->paths * (TAP * (double)system_products(system) + OUTPUT);
}

/* A product is rounded, and its sum in every addition but the one to 0: in its part, in each larger
 * part, in the sum of all parts and in that over the paths; a divisor rounds once more. No product
 * takes part in more additions than the first one of the largest part. */
static void bound_direct(const struct system *system, const struct plan *plan,
                         char text[ENGINE_BOUND_BYTES])
{
    size_t taps = system_products(system), parts = (taps - 1) / PART, most = parts ? PART : taps;

    (void)plan;
    for (; parts >= FEW; parts /= FEW)
        most += FEW - 1;
    most += parts + system_most_paths(system) - 1 + (system->divisor > 0 && !system->presence);
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

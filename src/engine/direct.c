/* direct.c - the direct sum, vectorised over outputs.
 *
 * Each output of a group is an accumulator. The outer loop runs over taps, the inner one over
 * outputs. Every output adds its products in the order of the taps, j = 0, 1, ..., at every vector
 * width and block length, so its bits depend on the data alone (no contraction to fused
 * multiply-add: see the Makefile). */
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

/* y[groups][group] = or += the sums along one path. Inlined where the group is a constant. */
ALWAYS_INLINE void add_groups(size_t group, const double *h, size_t taps, const double *newest,
                              double *y, size_t groups, bool first)
{
    for (; groups > 0; groups--, newest += group, y += group) {
        double sum[WIDE_GROUP] = {0};
        for (size_t j = 0; j < taps; j++)
            for (size_t i = 0; i < group; i++)
                sum[i] += h[j] * newest[(ptrdiff_t)i - (ptrdiff_t)j];
        for (size_t i = 0; i < group; i++)
            y[i] = first ? sum[i] : y[i] + sum[i];
    }
}

VECTOR static void add_wide_groups(const double *h, size_t taps, const double *newest, double *y,
                                   size_t groups, bool first)
{
    add_groups(WIDE_GROUP, h, taps, newest, y, groups, first);
}

VECTOR static void add_narrow_groups(const double *h, size_t taps, const double *newest, double *y,
                                     size_t groups, bool first)
{
    add_groups(GROUP, h, taps, newest, y, groups, first);
}

/* The same for the last outputs, fewer than a group. */
VECTOR static void add_rest(const double *h, size_t taps, const double *newest, double *y,
                            size_t frames, bool first)
{
    size_t eights = frames / 8, rest = frames % 8;
    double sum[8] = {0};

    add_groups(8, h, taps, newest, y, eights, first);
    newest += 8 * eights;
    y += 8 * eights;
    for (size_t j = 0; j < taps; j++)
        for (size_t i = 0; i < rest; i++)
            sum[i] += h[j] * newest[(ptrdiff_t)i - (ptrdiff_t)j];
    for (size_t i = 0; i < rest; i++)
        y[i] = first ? sum[i] : y[i] + sum[i];
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
    plan->cost = (double)system->paths * (TAP * (double)system->taps + OUTPUT);
}

static void bound_direct(const struct system *system, const struct plan *plan,
                         char text[ENGINE_BOUND_BYTES])
{
    (void)plan;
    snprintf(text, ENGINE_BOUND_BYTES, "at most %.3g times the sum of |tap * sample|",
             (double)system->taps * (double)system_most_paths(system) * 0x1p-53);
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
    size_t group = VECTOR_IS_WIDE ? WIDE_GROUP : GROUP;
    size_t groups = frames / group, done = groups * group;

    (void)slot;
    (void)spoilt;
    for (const struct path *p = system->path; p < system->path + system->paths; p++) {
        const double *h = system_taps(system, p), *newest = x[p->in] + system->taps - 1;
        bool first = p == system->path || p[-1].out != p->out;
        if (!y[p->out])
            continue;
        (VECTOR_IS_WIDE ? add_wide_groups : add_narrow_groups)(h, system->taps, newest, y[p->out],
                                                               groups, first);
        add_rest(h, system->taps, newest + done, y[p->out] + done, frames - done, first);
    }
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

/* sums.h - the loops of direct sums, which functions marked VECTOR are made of.
 *
 * Each output of a group is an accumulator. The outer loop runs over taps, the inner one over
 * outputs. Products are added in the order of the taps, PART of them to a part, FEW parts to a
 * larger part, FEW of those to a still larger one, and so on: the error grows like the logarithm of
 * the taps. Every output has this order, at every vector width and block length, so its bits depend
 * on the data alone (no contraction to fused multiply-add: see the Makefile). */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef SUMS_H
#define SUMS_H

#include "system.h"
#include "vector.h"

#include <stdbool.h>
#include <stddef.h>

/* Accumulators of a group: enough independent chains to hide the latency of an addition, which
 * eight registers do, and few enough to stay in registers. */
enum { WIDE_GROUP = 64, GROUP = 32 };

/* The products of a part, and the parts of a larger part. */
enum { PART = 128, FEW = 16 };

/* Sizes of parts; more taps do not fit into memory. */
enum { LEVELS = 15 };

/* How taps lie. */
enum lay {
    TOGETHER, /* tap j meets the j-th sample before the newest one */
    IN_RUNS,  /* so they do, but those outside the system's runs are left out */
    SPACED,   /* tap j meets the sample that is j * step before the newest one */
};

/* The outputs of a channel along one path: y[frames] = or += the sums. */
struct sums {
    const double *h, *newest; /* tap 0, and the sample that it meets in y[0] */
    size_t taps, step;           /* step: SPACED */
    const struct system *system; /* IN_RUNS; else unused */
    size_t frames;
    double *y;
    bool first;
    bool *spoilt; /* set if an output is not finite */
};

/* sum[group] += the products of h[taps] with samples that are `step` apart. */
ALWAYS_INLINE void add_products(size_t group, const double *h, size_t taps, const double *newest,
                                size_t step, double *sum)
{
    for (const double *end = h + taps; h < end; h++, newest -= step)
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
 * done then. Inlined where the group is a constant, and how taps lie. All parts but the last are
 * counted in digits of base FEW: level[l] is the sum of the parts that digit l counts. */
ALWAYS_INLINE size_t add_groups(size_t group, enum lay lay, const struct sums *s, size_t done)
{
    size_t runs = lay == IN_RUNS ? s->system->runs : 1, step = lay == SPACED ? s->step : 1;
    double level[LEVELS][WIDE_GROUP], wrong[WIDE_GROUP] = {0}; /* NaN after what is not finite */

    for (; s->frames - done >= group; done += group) {
        double *y = s->y + done, sum[WIDE_GROUP];
        size_t parts = 0, room = PART; /* for products in this part */
        IN_REGISTERS for (size_t i = 0; i < group; i++)
            sum[i] = 0;
        for (size_t r = 0; r < runs; r++) {
            struct tap_run run = lay == IN_RUNS ? s->system->run[r] : (struct tap_run){0, s->taps};
            const double *h = s->h + run.begin, *newest = s->newest + done - run.begin;
            for (; run.count > room; run.count -= room, room = PART) {
                add_products(group, h, room, newest, step, sum);
                h += room;
                newest -= room * step;
                IN_REGISTERS for (size_t i = 0; i < group; i++) {
                    level[0][i] = parts % FEW ? level[0][i] + sum[i] : sum[i];
                    sum[i] = 0;
                }
                if (++parts % FEW == 0)
                    carry(level, parts, group);
            }
            add_products(group, h, run.count, newest, step, sum);
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

#endif

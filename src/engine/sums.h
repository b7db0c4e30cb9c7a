/* sums.h - the loops of direct sums, which functions marked VECTOR are made of.
 *
 * Each output of a group is an accumulator. The outer loop runs over taps, the inner one over
 * outputs. Products are added in the order of the taps, PART of them to a part, FEW parts to a
 * larger part, FEW of those to a still larger one, and so on: the error grows like the logarithm
 * of the taps. Every output has this order, at every vector width and block length, so its bits
 * depend on the data alone (no contraction to fused multiply-add: see the Makefile). */
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
    IN_SHORT_RUNS, /* the same, of PART products at most */
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

/* sum[group] = 0 */
ALWAYS_INLINE void clear(size_t group, double *sum)
{
    CLEARING for (size_t i = 0; i < group; i++)
        sum[i] = 0;
}

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

/* Add the sum of a part; `parts` are complete then. */
ALWAYS_INLINE void end_part(double level[][WIDE_GROUP], size_t parts, size_t group,
                            const double *sum)
{
    IN_REGISTERS for (size_t i = 0; i < group; i++)
        level[0][i] = parts % FEW == 1 ? sum[i] : level[0][i] + sum[i];
    if (parts % FEW == 0)
        carry(level, parts, group);
}

/* sum[group] = the sums of all products of outputs `done` and following. */
ALWAYS_INLINE void add_taps(size_t group, size_t step, const struct sums *s, size_t done,
                            double level[][WIDE_GROUP], double *sum)
{
    const double *h = s->h, *newest = s->newest + done;
    size_t parts = 0, left = s->taps;

    clear(group, sum);
    for (; left > PART; left -= PART, h += PART, newest -= PART * step) {
        add_products(group, h, PART, newest, step, sum);
        end_part(level, ++parts, group, sum);
        clear(group, sum);
    }
    add_products(group, h, left, newest, step, sum);
    add_levels(level, parts, group, sum);
}

/* sum[group] = the sums of all products of taps in runs, where they are no more than a part. */
ALWAYS_INLINE void add_short_runs(size_t group, const struct sums *s, size_t done, double *sum)
{
    const struct tap_run *end = s->system->run + s->system->runs;

    clear(group, sum);
    for (const struct tap_run *r = s->system->run; r < end; r++)
        add_products(group, s->h + r->begin, r->count, s->newest + done - r->begin, 1, sum);
}

/* The same of taps in runs. */
ALWAYS_INLINE void add_runs(size_t group, const struct sums *s, size_t done,
                            double level[][WIDE_GROUP], double *sum)
{
    size_t parts = 0, room = PART; /* for products in this part */

    clear(group, sum);
    for (const struct tap_run *r = s->system->run; r < s->system->run + s->system->runs; r++) {
        const double *h = s->h + r->begin, *newest = s->newest + done - r->begin;
        size_t left = r->count;
        for (; left > room; left -= room, h += room, newest -= room, room = PART) {
            add_products(group, h, room, newest, 1, sum);
            end_part(level, ++parts, group, sum);
            clear(group, sum);
        }
        add_products(group, h, left, newest, 1, sum);
        room -= left;
    }
    add_levels(level, parts, group, sum);
}

/* Compute as many groups of outputs as are left from output `done` on. Returns how many outputs
 * are done then. Inlined where the group is a constant, and how taps lie. wrong[WIDE_GROUP] is 0
 * before the first of several calls, and some of it NaN after an output that is not finite. All
 * parts but the last are counted in digits of base FEW: level[l] is the sum of the parts that
 * digit l counts. */
ALWAYS_INLINE size_t add_groups(size_t group, enum lay lay, const struct sums *s, size_t done,
                                double *wrong)
{
    double level[LEVELS][WIDE_GROUP];

    for (; s->frames - done >= group; done += group) {
        double *y = s->y + done, sum[WIDE_GROUP];
        if (lay == IN_SHORT_RUNS)
            add_short_runs(group, s, done, sum);
        else if (lay == IN_RUNS)
            add_runs(group, s, done, level, sum);
        else
            add_taps(group, lay == SPACED ? s->step : 1, s, done, level, sum);
        IN_REGISTERS for (size_t i = 0; i < group; i++) {
            double total = s->first ? sum[i] : y[i] + sum[i];
            wrong[i] += total - total;
            y[i] = total;
        }
    }
    return done;
}

/* Note whether an output was not finite. */
static inline void note_wrong(const struct sums *s, const double *wrong)
{
    for (size_t i = 0; i < WIDE_GROUP; i++)
        if (wrong[i] != 0)
            *s->spoilt = true;
}

#endif

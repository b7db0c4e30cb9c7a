/* systems.h - signals, taps and ways for them to meet, for the tests of what computes them. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef SYSTEMS_H
#define SYSTEMS_H

#include "engine/engine.h"
#include "util.h"

#include <math.h>
#include <stdlib.h>

static uint64_t seed = 88172645463325252u;

/* Marsaglia's xorshift; uniform in [-1, 1). */
static double uniform(void)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (double)(int64_t)seed * 0x1p-63;
}

/* Any of 0 ... n - 1. */
static inline size_t below(size_t n)
{
    return (size_t)((uniform() + 1) / 2 * (double)n);
}

enum kind { RANDOM, CONSTANT, ALTERNATING, DECAYING, SPARSE, KINDS };

static inline void fill(double *x, size_t n, enum kind kind)
{
    for (size_t i = 0; i < n; i++)
        x[i] = kind == RANDOM        ? uniform()
               : kind == CONSTANT    ? 1 / 3.0
               : kind == ALTERNATING ? (i % 2 ? -0.7 : 0.7)
               : kind == DECAYING    ? uniform() * pow(10, -12.0 * (double)i / (double)n)
                                     : (i % 97 == 5 ? uniform() : 0);
}

/* Systems of one path, pairs, fans, true stereo and a sparse matrix; then of one complex channel,
 * of two, and of two that one becomes. */
static const struct {
    int ins, columns, outs;
    size_t paths;
    struct path path[8];
} maps[] = {
    {1, 1, 1, 1, {{0, 0, 0}}},
    {2, 2, 2, 2, {{0, 0, 0}, {1, 1, 1}}},
    {2, 1, 2, 2, {{0, 0, 0}, {1, 0, 1}}},
    {1, 3, 3, 3, {{0, 0, 0}, {0, 1, 1}, {0, 2, 2}}},
    {2, 4, 2, 4, {{0, 0, 0}, {1, 2, 0}, {0, 1, 1}, {1, 3, 1}}},
    {3, 2, 2, 5, {{0, 0, 0}, {1, 1, 0}, {2, 0, 0}, {0, 1, 1}, {2, 1, 1}}},
    {2, 3, 2, 4, {{0, 0, 0}, {1, 2, 0}, {0, 1, 1}, {1, 0, 1}}},
    {4, 3, 4, 8,
     {{0, 0, 0}, {1, 2, 0}, {0, 1, 1}, {1, 0, 1}, {2, 0, 2}, {3, 2, 2}, {2, 1, 3}, {3, 0, 3}}},
    {2, 6, 4, 8,
     {{0, 0, 0}, {1, 2, 0}, {0, 1, 1}, {1, 0, 1}, {0, 3, 2}, {1, 5, 2}, {0, 4, 3}, {1, 3, 3}}},
};

enum { ALL_MAPS = sizeof maps / sizeof *maps, MAPS = ALL_MAPS - 3 };

/* The maps for an engine: only transforms know complex systems from others. */
static inline size_t maps_of(const struct engine *engine)
{
    return engine == &engine_fft ? ALL_MAPS : MAPS;
}

/* System m of the maps with so many taps, h[columns][taps] to be freed, not yet filled. Those of a
 * complex one are then to be completed. */
static inline struct system system_of(size_t m, size_t taps, double **h)
{
    *h = util_doubles(taps * (size_t)maps[m].columns);
    return (struct system){.taps = taps,
                           .columns = maps[m].columns,
                           .h = *h,
                           .ins = maps[m].ins,
                           .outs = maps[m].outs,
                           .paths = maps[m].paths,
                           .path = maps[m].path,
                           .complex = m >= MAPS};
}

/* Each third column of a complex system is the negative of the second. */
static inline void complete_taps(const struct system *system, double *h)
{
    for (int c = 2; c < system->columns && system->complex; c += 3)
        for (size_t j = 0; j < system->taps; j++)
            h[(size_t)c * system->taps + j] = -h[(size_t)(c - 1) * system->taps + j];
}

static inline double **channels_of(int channels, size_t samples)
{
    double **x = util_array((size_t)channels, sizeof *x);
    for (int i = 0; i < channels; i++)
        x[i] = util_doubles(samples);
    return x;
}

static inline void free_channels(double **x, int channels)
{
    for (int i = 0; i < channels; i++)
        free(x[i]);
    free(x);
}

static const struct work long_work = {.outputs = -1};

#endif

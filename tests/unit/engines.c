/* engines.c - every engine against the double loop of engine.h, and the promised error of each; a
 * run that a pool shares, and one for some of the outputs alone, give the same bits.
 *
 * Prints a line for each engine: systems tried, the worst error in units of its bound. The
 * reference adds in pairs of doubles, of some 104 bits. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "engine/engine.h"
#include "thread/pool.h"
#include "util.h"

#include "systems.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static double norm(const double *x, size_t n)
{
    long double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += (long double)x[i] * x[i];
    return (double)sqrtl(sum);
}

/* Given any argument: print only what is the same everywhere. A second one names an engine. */
static bool quiet;
static bool broken;
static double worst_ratio;
static long tried;

static struct pool *pool; /* of several threads */

/* Run an engine over x[ins] to y[outs], the outputs that are not NULL. Returns whether they
 * are finite, which the engine must report alike. */
static bool run(const struct engine *engine, const struct system *system, const struct plan *plan,
                double *const *x, double *const *y, size_t frames)
{
    bool *spoilt = util_array((size_t)system->outs, sizeof *spoilt), finite = true;
    void *state = engine->open(system, plan);

    engine->run(state, 0, (const double *const *)x, y, frames, spoilt);
    engine->close(state);
    for (int o = 0; o < system->outs; o++)
        finite = finite && !spoilt[o];
    free(spoilt);
    return finite;
}

/* Whether the outputs y[outs][frames] are the same when several threads work on the run, and the
 * last of them when it is computed alone. */
static bool same_again(const struct engine *engine, const struct system *system, struct plan plan,
                       double *const *x, double *const *y, size_t frames)
{
    double **z = channels_of(system->outs, frames),
           **wanted = util_array((size_t)system->outs, sizeof *wanted);
    int last = system->outs - 1;
    bool same = true;

    plan.pool = engine->shares ? pool : NULL;
    run(engine, system, &plan, x, z, frames);
    for (int o = 0; o <= last; o++)
        same = same && memcmp(y[o], z[o], frames * sizeof **z) == 0;
    plan.pool = NULL;
    memset(z[last], 0, frames * sizeof **z);
    wanted[last] = z[last];
    run(engine, system, &plan, x, wanted, frames);
    same = same && memcmp(y[last], z[last], frames * sizeof **z) == 0;
    free_channels(z, system->outs);
    free(wanted);
    return same;
}

/* A sum of products without much error: high + low. */
struct pair {
    double high, low;
};

static void add_product(struct pair *sum, double h, double x)
{
    double p = h * x, s = sum->high + p, t = s - sum->high;
    double low = sum->low + (((sum->high - (s - t)) + (p - t)) + fma(h, x, -p));
    sum->high = s + low;
    sum->low = low - (sum->high - s);
}

/* The roundings that a product takes part in at most when a direct sum adds 128 products in turn,
 * 16 of those sums in turn, 16 of theirs and so on, and then the paths. */
static double roundings(double taps, double paths)
{
    double most = fmin(taps, 128), parts = floor((taps - 1) / 128);

    for (; parts >= 16; parts = floor(parts / 16))
        most += 15;
    return most + parts + paths - 1;
}

/* The error of y, output i of channel o, in units of its bound; `norms` is the product of the
 * 2-norms of samples and taps. */
static double error_of(const struct system *system, const struct plan *plan, double *const *x,
                       int o, size_t i, double y, double norms)
{
    struct pair sum = {0, 0};
    double size = 0, paths = 0, taps = (double)system->taps;

    for (const struct path *p = system->path; p < system->path + system->paths; p++) {
        const double *h = system_taps(system, p), *newest = x[p->in] + i + system->taps - 1;
        paths += p->out == o;
        for (size_t j = 0; p->out == o && j < system->taps; j++) {
            add_product(&sum, h[j], *(newest - j));
            size += fabs(h[j] * *(newest - j));
        }
    }
    double error = fabs((sum.high - y) + sum.low),
           own = 0x1p-103 * taps * paths * size; /* of the reference */
    double bound = roundings(taps, paths) * 0x1p-53 * size;
    if (plan->engine == &engine_exact)
        bound = (nextafter(fabs(y), INFINITY) - fabs(y)) / 2;
    if (plan->transform)
        bound = log2((double)plan->transform) * 0x1p-53 * norms * paths;
    return !isfinite(y) ? INFINITY : error > 0 ? error / (bound + own) : 0;
}

/* One system through one engine in one run of `frames`; at most `looks` outputs are recomputed.
 * The signal begins and ends with the zeros of the plan. */
static void try(const struct engine *engine, const struct system *system, struct plan plan,
                size_t frames, enum kind kind, size_t looks)
{
    size_t samples = frames + system->taps - 1;
    double **x = channels_of(system->ins, samples), **y = channels_of(system->outs, frames),
           xx = 0, hh = 0;

    for (int i = 0; i < system->ins; i++) {
        fill(x[i], samples, kind);
        memset(x[i], 0, plan.zeros * sizeof **x);
        memset(x[i] + samples - plan.zeros, 0, plan.zeros * sizeof **x);
        xx = fmax(xx, norm(x[i], samples));
    }
    for (int o = 0; o < system->outs; o++)
        fill(y[o], frames, RANDOM); /* what was there must not matter */
    for (int c = 0; c < system->columns; c++)
        hh = fmax(hh, norm(system->h + (size_t)c * system->taps, system->taps));
    if (!run(engine, system, &plan, x, y, frames))
        worst_ratio = INFINITY;
    if ((engine->shares || system->outs > 1) && !same_again(engine, system, plan, x, y, frames))
        worst_ratio = INFINITY;

    for (int o = 0; o < system->outs; o++)
        for (size_t look = 0; look < looks && look < frames; look++) {
            size_t i = frames <= looks ? look : below(frames - 1);
            worst_ratio = fmax(worst_ratio, error_of(system, &plan, x, o, i, y[o][i], xx * hh));
        }
    tried++;
    free_channels(x, system->ins);
    free_channels(y, system->outs);
}

/* Every map through kernels of up to 3000 taps, in runs of several lengths. */
static void try_maps(const struct engine *engine)
{
    for (size_t m = 0; m < maps_of(engine); m++)
        for (size_t taps = 1; taps <= 3000; taps = taps < 40 ? taps + 1 : taps * 5 / 3) {
            double *h;
            struct system system = system_of(m, taps, &h);
            struct plan plan;
            enum kind kind = (enum kind)(taps % KINDS);
            fill(h, taps * (size_t)maps[m].columns, (enum kind)((taps + m) % KINDS));
            complete_taps(&system, h);
            engine_choose(&system, engine, &long_work, &plan);
            try(engine, &system, plan, plan.block, kind, 30);
            try(engine, &system, plan, 1, kind, 30);
            try(engine, &system, plan, plan.block / 2 + 1, kind, 30);
            free(h);
        }
}

static void try_long_kernels(const struct engine *engine)
{
    for (size_t taps = 10000; taps <= 1000000; taps *= 10)
        for (int kind = 0; kind < KINDS; kind++) {
            double *h = util_doubles(taps);
            struct system system = {.taps = taps, .columns = 1, .h = h, .ins = 1, .outs = 1,
                                    .paths = 1, .path = maps[0].path};
            struct plan plan;
            fill(h, taps, (enum kind)kind);
            engine_choose(&system, engine, &long_work, &plan);
            try(engine, &system, plan, plan.transform ? plan.block : 48, (enum kind)kind,
                plan.transform ? 10 : 2);
            free(h);
        }
}

/* A signal between zeros. Returns whether the plan makes use of them. */
static bool try_enclosed(const struct engine *engine, size_t taps, size_t zeros, size_t outputs)
{
    double *h;
    size_t m = outputs % maps_of(engine);
    struct system system = system_of(m, taps, &h);
    struct work work = {.outputs = (int64_t)outputs, .zeros = zeros};
    struct plan plan;

    fill(h, taps * (size_t)maps[m].columns, RANDOM);
    complete_taps(&system, h);
    engine_choose(&system, engine, &work, &plan);
    try(engine, &system, plan, plan.block < outputs ? plan.block : outputs, RANDOM, 40);
    free(h);
    return plan.zeros > 0;
}

/* Zeros as many as half of the taps, and all but one. Only transforms make use of them. */
static void try_zeros(const struct engine *engine)
{
    size_t longest = engine == &engine_fft ? 3000 : 100;
    long enclosed = 0;

    for (size_t taps = 2; taps <= longest; taps = taps * 3 / 2 + 1) {
        size_t rest = taps - 1 - taps / 2, step = rest ? rest : 1;
        for (size_t zeros = taps / 2; zeros < taps; zeros += step)
            for (size_t outputs = taps + zeros; outputs <= 6 * taps; outputs += 1 + taps / 5)
                enclosed += try_enclosed(engine, taps, zeros, outputs);
    }
    if (engine == &engine_fft && enclosed < 30)
        printf("fft: only %ld signals between zeros\n", enclosed);
}

static void try_engine(const struct engine *engine)
{
    worst_ratio = 0;
    tried = 0;
    try_maps(engine);
    try_long_kernels(engine);
    try_zeros(engine);
    printf("%s: %ld systems, %s\n", engine->name, tried,
           worst_ratio <= 1 ? "within the bound" : "BEYOND THE BOUND");
    broken = broken || !(worst_ratio <= 1);
    if (!quiet)
        printf("%s: worst error %.3g of the bound\n", engine->name, worst_ratio);
}

int main(int argc, char **argv)
{
    const struct engine *engine;

    quiet = argc > 1;
    util_quiet(true);
    pool = pool_open(3);
    for (size_t i = 0; (engine = engine_at(i)); i++)
        if (!engine->of_products && (argc < 3 || strcmp(engine->name, argv[2]) == 0))
            try_engine(engine);
    pool_close(pool);
    return broken;
}

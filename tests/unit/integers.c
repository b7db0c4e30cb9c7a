/* integers.c - every engine with its guard, against sums of integers in __int128.
 *
 * Prints a line for each engine: systems tried, outputs wrong, which may be none. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "engine/integer.h"
#include "util.h"

#include "guarded.h"

#include <math.h>
#include <stdlib.h>

/* Output i of channel o; false: a sample of its sum is not finite. */
static bool sum_integers(const struct system *system, double *const *x, int o, size_t i,
                         __int128 *sum)
{
    *sum = 0;
    for (size_t k = 0; k < system->paths; k++)
        for (size_t j = 0; system->path[k].out == o && j < system->taps; j++) {
            double sample = x[system->path[k].in][i + system->taps - 1 - j];
            if (!isfinite(sample))
                return false;
            *sum += (__int128)system->h[(size_t)system->path[k].column * system->taps + j] *
                    (__int128)sample;
        }
    return true;
}

/* One system of integers; every output is looked at. With `holes` some samples are NaN. Returns
 * how many are wrong. */
static long try_integers(const struct engine *engine, const struct system *system, size_t frames,
                         enum kind kind, double most, bool holes)
{
    size_t samples = frames + system->taps - 1;
    double **x = channels_of(system->ins, samples), **y = channels_of(system->outs, frames);
    long wrong = 0;

    for (int i = 0; i < system->ins; i++)
        fill_integers(x[i], samples, samples / 5, kind, most);
    if (holes)
        x[0][samples / 3] = x[system->ins - 1][samples / 2] = NAN;
    run(engine, system, x, y, frames);
    for (int o = 0; o < system->outs; o++)
        for (size_t i = 0; i < frames; i++) {
            __int128 sum;
            bool finite = sum_integers(system, x, o, i, &sum);
            wrong += finite ? y[o][i] != (double)sum : !isnan(y[o][i]);
        }
    tried++;
    free_channels(x, system->ins);
    free_channels(y, system->outs);
    return wrong;
}

static long try_small_integers(const struct engine *engine)
{
    static const double sizes[] = {1, 255, 0x1p15, 0x1p17 - 1, 0x1p23, 0x1p30, 0x1p45 - 1, 0x1p53};
    enum { SIZES = sizeof sizes / sizeof *sizes };
    long wrong = 0;

    for (size_t m = 0; m < maps_of(engine); m++)
        for (size_t taps = 1; taps <= 150; taps = taps * 3 + 1)
            for (size_t k = 0; k < 3 * SIZES * SIZES; k++) {
                size_t n = taps * (size_t)maps[m].columns;
                double *h;
                struct system system = system_of(m, taps, &h);
                enum kind kind = (enum kind)(k % 3);
                fill_integers(h, n, 0, kind, sizes[k / 3 % SIZES]);
                complete_taps(&system, h);
                wrong += try_integers(engine, &system, 90, kind, sizes[k / 3 / SIZES],
                                      (k + taps) % 2);
                free(h);
            }
    return wrong;
}

/* All of a block of a long kernel of equal or alternating taps, over as many samples of `most`
 * after zeros: an output is their product times the samples met. */
static long try_long_integers(const struct engine *engine, size_t taps, enum kind kind, double tap,
                              double most)
{
    double *h = util_doubles(taps);
    struct system system = {.taps = taps, .columns = 1, .h = h, .ins = 1, .outs = 1, .paths = 1,
                            .path = maps[0].path};
    struct plan plan;
    long wrong = 0;

    engine_choose(&system, engine, &long_work, &plan);
    size_t frames = plan.transform || plan.block < 200 ? plan.block : 200,
           samples = frames + taps - 1, begin = taps / 2;
    double *x = util_doubles(samples), *y = util_doubles(frames);
    fill_integers(h, taps, 0, kind, tap);
    fill_integers(x, samples, begin, kind, most);
    run(engine, &system, &x, &y, frames);
    for (size_t i = 0; i < frames; i++) {
        size_t met = i + taps > begin ? i + taps - begin : 0;
        __int128 sum = (__int128)tap * (__int128)most * (__int128)(met < taps ? met : taps);
        wrong += y[i] != (double)(kind == ALTERNATING && (i + taps - 1) % 2 ? -sum : sum);
    }
    tried++;
    free(h);
    free(x);
    free(y);
    return wrong;
}

/* The largest sample with which a block of transforms is still rounded as it is. */
static double edge(size_t taps, double tap)
{
    double *h = util_doubles(taps), low = 1, high = 0x1p53;
    struct system system = {.taps = taps, .columns = 1, .h = h, .ins = 1, .outs = 1, .paths = 1,
                            .path = maps[0].path};
    struct plan plan;

    fill_integers(h, taps, 0, CONSTANT, tap);
    engine_choose(&system, &engine_fft, &long_work, &plan);
    while (high - low > 1) {
        double most = floor((low + high) / 2), samples = (double)(plan.transform - taps / 2);
        double norm = most * sqrt(samples) * tap * sqrt((double)taps);
        *(norm < integer_most_norm(&system, plan.transform) ? &low : &high) = most;
    }
    free(h);
    return low;
}

static void try_engine(const struct engine *engine)
{
    size_t most = (size_t)1 << 17;

    tried = 0;
    long wrong = try_small_integers(engine);
    for (size_t taps = 100; taps <= most; taps = taps == 3000 ? most : taps * 30)
        for (int kind = CONSTANT; kind <= ALTERNATING; kind++) {
            double at = edge(taps, 100);
            wrong += try_long_integers(engine, taps, (enum kind)kind, 100, at);
            wrong += try_long_integers(engine, taps, (enum kind)kind, 100, at + 1);
            wrong += try_long_integers(engine, taps, (enum kind)kind, 0x1p17 - 1, 0x1p17 - 1);
            wrong += try_long_integers(engine, taps, (enum kind)kind, 0x1p18, 0x1p18 - 1);
            wrong += try_long_integers(engine, taps, (enum kind)kind, 0x1p18, 0x1p18 + 1);
            wrong += try_long_integers(engine, taps, (enum kind)kind, 0x1p31 - 1, 0x1p31 - 1);
        }
    tell(engine, "integers", wrong);
}

int main(void)
{
    const struct engine *engine;

    util_quiet(true);
    for (size_t i = 0; (engine = engine_at(i)); i++)
        if (!engine->of_products)
            try_engine(engine);
    return broken;
}

/* engines.c - every engine against the double loop of engine.h, and the promised error of each; a run that a pool shares
 * gives the same bits.
 *
 * Prints a line for each engine: systems tried, the worst error in units of its bound; then the same of systems of
 * integers, none of whose outputs may be wrong. The reference adds in __float128, of 113 bits, and integers in
 * __int128. */
#include "engine/engine.h"
#include "engine/integer.h"
#include "thread/pool.h"
#include "util.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t seed = 88172645463325252u;

/* Marsaglia's xorshift; uniform in [-1, 1). */
static double uniform(void)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (double)(int64_t)seed * 0x1p-63;
}

enum kind { RANDOM, CONSTANT, ALTERNATING, DECAYING, SPARSE, KINDS };

static void fill(double *x, size_t n, enum kind kind)
{
    for (size_t i = 0; i < n; i++)
        x[i] = kind == RANDOM        ? uniform()
               : kind == CONSTANT    ? 1 / 3.0
               : kind == ALTERNATING ? (i % 2 ? -0.7 : 0.7)
               : kind == DECAYING    ? uniform() * pow(10, -12.0 * (double)i / (double)n)
                                     : (i % 97 == 5 ? uniform() : 0);
}

static double norm(const double *x, size_t n)
{
    long double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += (long double)x[i] * x[i];
    return (double)sqrtl(sum);
}

static const struct work long_work = {.outputs = -1};

static bool quiet; /* only what is the same everywhere */
static bool broken;
static double worst_ratio;
static long tried;

static struct pool *pool; /* of several threads */

/* Whether the outputs y[outs][frames] are the same when several threads work on the run. */
static bool same_shared(const struct engine *engine, const struct system *system, struct plan plan, double *const *x,
                      double *const *y, size_t frames)
{
    double **z = util_array((size_t)system->outs, sizeof *z);
    bool same = true;

    plan.pool = pool;
    for (int o = 0; o < system->outs; o++)
        z[o] = util_doubles(frames);
    void *state = engine->open(system, &plan);
    engine->run(state, 0, (const double *const *)x, z, frames);
    engine->close(state);
    for (int o = 0; o < system->outs; o++) {
        same = same && memcmp(y[o], z[o], frames * sizeof **z) == 0;
        free(z[o]);
    }
    free(z);
    return same;
}

/* One system through one engine in one run of `frames`; at most `looks` outputs are recomputed. The signal begins and
 * ends with the zeros of the plan. */
static void try(const struct engine *engine, const struct system *system, struct plan plan, size_t frames,
                enum kind kind, size_t looks)
{
    size_t samples = frames + system->taps - 1;
    double **x = util_array((size_t)system->ins, sizeof *x), **y = util_array((size_t)system->outs, sizeof *y);
    double xx = 0, hh = 0;

    for (int i = 0; i < system->ins; i++) {
        fill(x[i] = util_doubles(samples), samples, kind);
        memset(x[i], 0, plan.zeros * sizeof **x);
        memset(x[i] + samples - plan.zeros, 0, plan.zeros * sizeof **x);
        xx = fmax(xx, norm(x[i], samples));
    }
    for (int o = 0; o < system->outs; o++)
        fill(y[o] = util_doubles(frames), frames, RANDOM); /* what was there must not matter */
    for (int c = 0; c < system->columns; c++)
        hh = fmax(hh, norm(system->h + (size_t)c * system->taps, system->taps));
    void *state = engine->open(system, &plan);
    engine->run(state, 0, (const double *const *)x, y, frames);
    engine->close(state);
    if (plan.transform && !same_shared(engine, system, plan, x, y, frames))
        worst_ratio = INFINITY;

    for (int o = 0; o < system->outs; o++)
        for (size_t look = 0; look < looks && look < frames; look++) {
            size_t i = frames <= looks ? look : (size_t)((uniform() + 1) / 2 * (double)(frames - 1));
            __float128 sum = 0;
            double size = 0, paths = 0;
            for (size_t k = 0; k < system->paths; k++)
                if (system->path[k].out == o) {
                    const double *h = system->h + (size_t)system->path[k].column * system->taps;
                    const double *from = x[system->path[k].in];
                    paths++;
                    for (size_t j = 0; j < system->taps; j++) {
                        sum += (__float128)h[j] * from[i + system->taps - 1 - j];
                        size += fabs(h[j] * from[i + system->taps - 1 - j]);
                    }
                }
            double error = (double)(sum < y[o][i] ? y[o][i] - sum : sum - y[o][i]);
            double own = 0x1p-112 * (double)system->taps * paths * size; /* of the reference */
            double half = (nextafter(fabs(y[o][i]), INFINITY) - fabs(y[o][i])) / 2;
            double bound = engine == &engine_exact ? half
                           : plan.transform        ? log2((double)plan.transform) * 0x1p-53 * xx * hh * paths
                                                   : (double)system->taps * paths * 0x1p-53 * size;
            bound += own;
            if (!isfinite(y[o][i]))
                worst_ratio = INFINITY;
            else if (error > 0)
                worst_ratio = fmax(worst_ratio, error / bound);
        }
    tried++;
    for (int i = 0; i < system->ins; i++)
        free(x[i]);
    for (int o = 0; o < system->outs; o++)
        free(y[o]);
    free(x);
    free(y);
}

/* Systems of one path, pairs, fans, true stereo and a sparse matrix. */
static const struct {
    int ins, columns, outs;
    size_t paths;
    struct path path[5];
} maps[] = {
    {1, 1, 1, 1, {{0, 0, 0}}},
    {2, 2, 2, 2, {{0, 0, 0}, {1, 1, 1}}},
    {2, 1, 2, 2, {{0, 0, 0}, {1, 0, 1}}},
    {1, 3, 3, 3, {{0, 0, 0}, {0, 1, 1}, {0, 2, 2}}},
    {2, 4, 2, 4, {{0, 0, 0}, {1, 2, 0}, {0, 1, 1}, {1, 3, 1}}},
    {3, 2, 2, 5, {{0, 0, 0}, {1, 1, 0}, {2, 0, 0}, {0, 1, 1}, {2, 1, 1}}},
};

static void try_engine(const struct engine *engine)
{
    long enclosed = 0;

    worst_ratio = 0;
    tried = 0;
    for (size_t m = 0; m < sizeof maps / sizeof *maps; m++)
        for (size_t taps = 1; taps <= 3000; taps = taps < 40 ? taps + 1 : taps * 5 / 3) {
            double *h = util_doubles(taps * (size_t)maps[m].columns);
            struct system system = {taps,         maps[m].columns, h, maps[m].ins, maps[m].outs,
                                    maps[m].paths, maps[m].path};
            struct plan plan;
            enum kind kind = (enum kind)(taps % KINDS);
            fill(h, taps * (size_t)maps[m].columns, (enum kind)((taps + m) % KINDS));
            engine_choose(&system, engine->name, &long_work, &plan);
            try(engine, &system, plan, plan.block, kind, 30);
            try(engine, &system, plan, 1, kind, 30);
            try(engine, &system, plan, plan.block / 2 + 1, kind, 30);
            free(h);
        }
    for (size_t taps = 10000; taps <= 1000000; taps *= 10)
        for (int kind = 0; kind < KINDS; kind++) {
            double *h = util_doubles(taps);
            struct system system = {taps, 1, h, 1, 1, 1, maps[0].path};
            struct plan plan;
            fill(h, taps, (enum kind)kind);
            engine_choose(&system, engine->name, &long_work, &plan);
            try(engine, &system, plan, plan.transform ? plan.block : 48, (enum kind)kind, plan.transform ? 10 : 2);
            free(h);
        }
    for (size_t taps = 2; taps <= 3000; taps = taps * 3 / 2 + 1)
        for (size_t zeros = taps / 2; zeros < taps; zeros += taps - 1 - taps / 2 > 0 ? taps - 1 - taps / 2 : 1)
            for (size_t outputs = taps + zeros; outputs <= 6 * taps; outputs += 1 + taps / 5) {
                double *h = util_doubles(5 * taps);
                size_t m = outputs % (sizeof maps / sizeof *maps);
                struct system system = {taps,         maps[m].columns, h, maps[m].ins, maps[m].outs,
                                        maps[m].paths, maps[m].path};
                struct work work = {(int64_t)outputs, zeros};
                struct plan plan;
                fill(h, taps * (size_t)maps[m].columns, RANDOM);
                engine_choose(&system, engine->name, &work, &plan);
                enclosed += plan.zeros > 0;
                try(engine, &system, plan, plan.block < outputs ? plan.block : outputs, RANDOM, 40);
                free(h);
            }
    if (engine == &engine_fft && enclosed < 30)
        printf("fft: only %ld signals between zeros\n", enclosed);
    printf("%s: %ld systems, %s\n", engine->name, tried, worst_ratio <= 1 ? "within the bound" : "BEYOND THE BOUND");
    broken = broken || !(worst_ratio <= 1);
    if (!quiet)
        printf("%s: worst error %.3g of the bound\n", engine->name, worst_ratio);
}

/* x[n] of integers up to `most`, from `begin` on. */
static void fill_integers(double *x, size_t n, size_t begin, enum kind kind, double most)
{
    for (size_t i = 0; i < n; i++)
        x[i] = i < begin             ? 0
               : kind == RANDOM      ? rint(uniform() * most)
               : kind == ALTERNATING ? (i % 2 ? -most : most)
                                     : most;
}

/* Output i of channel o; false: a sample of its sum is not finite. */
static bool sum_integers(const struct system *system, double *const *x, int o, size_t i, __int128 *sum)
{
    *sum = 0;
    for (size_t k = 0; k < system->paths; k++)
        for (size_t j = 0; system->path[k].out == o && j < system->taps; j++) {
            double sample = x[system->path[k].in][i + system->taps - 1 - j];
            if (!isfinite(sample))
                return false;
            *sum += (__int128)system->h[(size_t)system->path[k].column * system->taps + j] * (__int128)sample;
        }
    return true;
}

/* One system of integers; every output is looked at. With `holes` some samples are NaN. Returns how many are wrong. */
static long try_integers(const struct engine *engine, const struct system *system, size_t frames, enum kind kind,
                         double most, bool holes)
{
    size_t samples = frames + system->taps - 1;
    double **x = util_array((size_t)system->ins, sizeof *x), **y = util_array((size_t)system->outs, sizeof *y);
    struct plan plan;
    long wrong = 0;

    engine_choose(system, engine->name, &long_work, &plan);
    for (int i = 0; i < system->ins; i++)
        fill_integers(x[i] = util_doubles(samples), samples, samples / 5, kind, most);
    if (holes)
        x[0][samples / 3] = x[system->ins - 1][samples / 2] = NAN;
    for (int o = 0; o < system->outs; o++)
        fill(y[o] = util_doubles(frames), frames, RANDOM);
    void *state = engine->open(system, &plan);
    engine->run(state, 0, (const double *const *)x, y, frames);
    engine->close(state);
    for (int o = 0; o < system->outs; o++)
        for (size_t i = 0; i < frames; i++) {
            __int128 sum;
            bool finite = sum_integers(system, x, o, i, &sum);
            wrong += finite ? y[o][i] != (double)sum : !isnan(y[o][i]);
        }
    tried++;
    for (int i = 0; i < system->ins; i++)
        free(x[i]);
    for (int o = 0; o < system->outs; o++)
        free(y[o]);
    free(x);
    free(y);
    return wrong;
}

static long try_small_integers(const struct engine *engine)
{
    static const double sizes[] = {1, 255, 0x1p15, 0x1p17 - 1, 0x1p23, 0x1p30, 0x1p45 - 1, 0x1p53};
    enum { SIZES = sizeof sizes / sizeof *sizes };
    long wrong = 0;

    for (size_t m = 0; m < sizeof maps / sizeof *maps; m++)
        for (size_t taps = 1; taps <= 150; taps = taps * 3 + 1)
            for (size_t k = 0; k < 3 * SIZES * SIZES; k++) {
                size_t n = taps * (size_t)maps[m].columns;
                double *h = util_doubles(n);
                struct system system = {taps,         maps[m].columns, h, maps[m].ins, maps[m].outs,
                                        maps[m].paths, maps[m].path};
                enum kind kind = (enum kind)(k % 3);
                fill_integers(h, n, 0, kind, sizes[k / 3 % SIZES]);
                wrong += try_integers(engine, &system, 90, kind, sizes[k / 3 / SIZES], (k + taps) % 2);
                free(h);
            }
    return wrong;
}

/* All of a block of a long kernel of equal or alternating taps, over as many samples of `most` after zeros: an output is
 * their product times the samples met. */
static long try_long_integers(const struct engine *engine, size_t taps, enum kind kind, double tap, double most)
{
    double *h = util_doubles(taps);
    struct system system = {taps, 1, h, 1, 1, 1, maps[0].path};
    struct plan plan;
    long wrong = 0;

    engine_choose(&system, engine->name, &long_work, &plan);
    size_t frames = plan.transform || plan.block < 3000 ? plan.block : 3000, samples = frames + taps - 1, begin = taps / 2;
    double *x = util_doubles(samples), *y = util_doubles(frames);
    const double *xs = x;
    fill_integers(h, taps, 0, kind, tap);
    fill_integers(x, samples, begin, kind, most);
    void *state = engine->open(&system, &plan);
    engine->run(state, 0, &xs, &y, frames);
    engine->close(state);
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
    struct system system = {taps, 1, h, 1, 1, 1, maps[0].path};
    struct integer integer;
    struct plan plan;

    fill_integers(h, taps, 0, CONSTANT, tap);
    engine_choose(&system, "fft", &long_work, &plan);
    integer_open(&integer, &system, 1);
    while (high - low > 1) {
        double most = floor((low + high) / 2), samples = (double)(plan.transform - taps / 2);
        double norm = most * sqrt(samples) * tap * sqrt((double)taps);
        *(integer_suffices(&integer, plan.transform, norm) ? &low : &high) = most;
    }
    integer_close(&integer);
    free(h);
    return low;
}

static void try_engine_integers(const struct engine *engine)
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
    broken = broken || wrong;
    printf("%s: %ld systems of integers, %ld outputs wrong\n", engine->name, tried, wrong);
}

int main(int argc, char **argv)
{
    static const struct engine *const engines[] = {&engine_direct, &engine_fft, &engine_exact};

    (void)argv;
    quiet = argc > 1;
    util_quiet(true);
    pool = pool_open(3);
    for (size_t i = 0; i < sizeof engines / sizeof *engines; i++)
        try_engine(engines[i]);
    for (size_t i = 0; i < sizeof engines / sizeof *engines; i++)
        try_engine_integers(engines[i]);
    pool_close(pool);
    return broken;
}

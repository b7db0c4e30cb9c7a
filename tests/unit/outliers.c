/* outliers.c - the promise of engine/outlier.h, for the engine with transforms: the error of every
 * output is below 2^-20 of the norms of its taps and of its own window, or taps 2^-1075, whatever
 * else is in the block. What sees only zeros is 0, and what has no part below 0 is not.
 *
 * Prints a line for each kind of samples: systems tried, outputs wrong. The reference adds in
 * long double, which has the range for the squares. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "thread/pool.h"
#include "util.h"

#include "guarded.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What an output should be. */
struct truth {
    long double sum, norms; /* norms: over paths, of taps and window */
    bool silent, negative;  /* only zeros; a sample or tap below 0 */
    bool integer;
};

/* |a + bi|^2 of tap j on a path of a complex system, whose columns are a, b and -b. */
static long double square_of(const struct system *system, const struct path *path, size_t j)
{
    const double *h = system->h + (size_t)(path->column / 3 * 3) * system->taps;
    long double a = h[j], b = h[system->taps + j];
    return a * a + b * b;
}

static struct truth truth_of(const struct system *system, double *const *x, int o, size_t i)
{
    struct truth t = {0, 0, true, false, true};

    for (size_t k = 0; k < system->paths; k++) {
        const double *h = system_taps(system, &system->path[k]),
                     *newest = x[system->path[k].in] + i + system->taps - 1;
        long double hh = 0, ww = 0;
        size_t run = 0, taps = system->path[k].out == o ? system->taps : 0;
        for (size_t j = 0; j < taps; j = system_next(system, &run, j)) {
            long double a = h[j], b = *(newest - j);
            t.sum += a * b;
            hh += system->complex ? square_of(system, &system->path[k], j) : a * a;
            ww += b * b;
            t.silent = t.silent && b == 0;
            t.negative = t.negative || a < 0 || b < 0;
            t.integer = t.integer && a == rintl(a) && b == rintl(b);
        }
        t.norms += sqrtl(hh) * sqrtl(ww);
    }
    return t;
}

static bool is_right(const struct system *system, const struct truth *t, double y)
{
    long double floor = ldexpl((long double)system->taps * (long double)system->paths, -1075);

    if (t->silent)
        return y == 0 && !signbit(y);
    if (!isfinite(t->sum))
        return isnan(t->sum) ? isnan(y) : y == t->sum;
    if (t->integer && fabsl(t->sum) < 0x1p53L)
        return y == t->sum;
    if (fabsl(t->sum) > (long double)DBL_MAX)
        return isinf(y) && (y > 0) == (t->sum > 0);
    return fabsl(y - t->sum) <= ldexpl(t->norms, -20) + floor && (t->negative || !signbit(y));
}

static long count_wrong(const struct system *system, double *const *x, double *const *y,
                        size_t frames)
{
    long wrong = 0;

    for (int o = 0; o < system->outs; o++)
        for (size_t i = 0; i < frames; i++) {
            struct truth t = truth_of(system, x, o, i);
            wrong += !is_right(system, &t, y[o][i]);
        }
    return wrong;
}

/* One run with its guard, by one thread and by several: the same bits. */
static long try(const struct system *system, double *const *x, size_t frames, struct plan plan)
{
    double **y = channels_of(system->outs, frames), **z = channels_of(system->outs, frames);
    struct pool *pool = pool_open(3);

    run_plan(&plan, system, x, y, frames);
    plan.pool = pool;
    run_plan(&plan, system, x, z, frames);
    pool_close(pool);
    long wrong = count_wrong(system, x, y, frames);
    for (int o = 0; o < system->outs; o++)
        wrong += memcmp(y[o], z[o], frames * sizeof **y) != 0;
    tried++;
    free_channels(y, system->outs);
    free_channels(z, system->outs);
    return wrong;
}

enum shape {
    LEVELS,  /* of every sample */
    STAIRS,  /* of runs of samples */
    DECAY,
    RISE,
    GAPS,    /* of zeros, between runs of any level */
    LONE,    /* samples far above the others */
    MISSING, /* the same, with NaNs and infinities */
    COUNTS,  /* integers, some far above the others */
    TINY,    /* next to the smallest doubles */
    HIGHEST, /* near the largest double, and far below */
    SHAPES
};

static const char *const names[SHAPES] = {
    "levels of every sample", "levels of runs", "decays", "rises", "gaps", "lone outliers",
    "outliers, NaNs and infinities", "integers with outliers", "tiny samples", "huge samples"};

/* A level between 10^-decades and 10^decades. */
static double level(double decades)
{
    return pow(10, decades * uniform());
}

/* The size of a sample so far along the signal, that of its run being `size`. */
static double size_of(enum shape shape, double along, double size, double decades)
{
    bool lone = fabs(uniform()) < 0.005;

    switch (shape) {
    case LEVELS: return level(decades);
    case DECAY: return pow(10, -2 * decades * along);
    case RISE: return pow(10, 2 * decades * (along - 1));
    case LONE: return lone ? level(decades) : 1;
    case MISSING: return lone ? level(decades) : fabs(uniform()) < 0.001 ? INFINITY : 1;
    case COUNTS: return lone ? 0x1p43 : 10;
    case TINY: return 0x1p-1060 * level(4);
    case HIGHEST: return lone ? 1e308 : along > 0.6 ? 1e-5 : along > 0.3 ? 1e307 : 1;
    default: return size;
    }
}

static void fill_shape(double *x, size_t n, enum shape shape, size_t taps, double decades)
{
    size_t run = 0;
    double size = 1;

    for (size_t i = 0; i < n; i++) {
        if ((shape == STAIRS || shape == GAPS) && run-- == 0) {
            run = (size_t)(fabs(uniform()) * 2.5 * (double)taps);
            size = shape == GAPS && uniform() > 0 ? 0 : level(decades);
        }
        size = size_of(shape, (double)i / (double)n, size, decades);
        x[i] = shape == COUNTS ? rint(size * uniform()) : size * uniform();
    }
    if (shape == MISSING)
        x[n / 3] = NAN;
}

/* Taps whose sizes differ much between columns, unless `even`; with `counts`, integers in every
 * other column. */
static void fill_taps(double *h, size_t taps, int columns, bool even, bool counts)
{
    for (int c = 0; c < columns; c++)
        fill(h + (size_t)c * taps, taps, tried % 2 ? DECAYING : RANDOM);
    for (size_t j = 0; j < taps * (size_t)columns; j++)
        h[j] = counts && j / taps % 2 == 0 ? rint(9 * h[j]) : h[j];
    for (int c = 0; c < columns && !even && !counts; c++) {
        double size = level(9);
        for (size_t j = 0; j < taps; j++)
            h[(size_t)c * taps + j] *= size;
    }
}

static void make_positive(double *x, size_t n)
{
    for (size_t i = 0; i < n; i++)
        x[i] = fabs(x[i]);
}

/* Samples of a transform of 512: those of complex numbers are half as many. */
static size_t most_samples(size_t m)
{
    return m < MAPS ? 512 : 256;
}

static long try_shape(enum shape shape, size_t m, size_t taps, size_t frames, unsigned round)
{
    static const double decades[] = {300, 30, 12, 7};
    double *h;
    struct system system = system_of(m, taps, &h);
    size_t samples = frames + taps - 1;
    double **x = channels_of(system.ins, samples);
    struct plan plan = {
        .engine = &engine_fft, .transform = 512, .block = most_samples(m) - taps + 1, .slots = 1};

    for (int i = 0; i < system.ins; i++)
        fill_shape(x[i], samples, shape, taps, decades[(round + (unsigned)i) % 4]);
    fill_taps(h, taps, system.columns, round % 2, shape == COUNTS);
    if (round % 3 == 0) {
        make_positive(h, taps * (size_t)system.columns);
        for (int i = 0; i < system.ins; i++)
            make_positive(x[i], samples);
    }
    complete_taps(&system, h);
    long wrong = try(&system, x, frames, plan);
    free_channels(x, system.ins);
    free(h);
    return wrong;
}

static void try_shapes(void)
{
    for (int shape = 0; shape < SHAPES; shape++) {
        long wrong = 0;
        unsigned round = 0;
        for (size_t m = 0; m < ALL_MAPS; m++)
            for (size_t taps = 1; taps < most_samples(m); taps = taps * 5 / 3 + 1)
                for (size_t frames = most_samples(m) - taps + 1; frames > 0; frames /= 5)
                    wrong += try_shape((enum shape)shape, m, taps, frames, round++);
        tell(&engine_fft, names[shape], wrong);
    }
}

/* One outlier at every place of a block, alone among samples near 1, zeros or both. */
static void try_places(void)
{
    enum { TAPS = 70, FRAMES = 443, SAMPLES = FRAMES + TAPS - 1 };
    struct path path = {0, 0, 0};
    double h[TAPS], *x = util_doubles(SAMPLES);
    struct system system = {.taps = TAPS, .columns = 1, .h = h, .ins = 1, .outs = 1, .paths = 1,
                            .path = &path};
    struct plan plan = {.engine = &engine_fft, .transform = 512, .block = FRAMES, .slots = 1};
    long wrong = 0;

    fill_taps(h, TAPS, 1, true, false);
    for (size_t place = 0; place < SAMPLES; place++) {
        for (size_t i = 0; i < SAMPLES; i++)
            x[i] = place % 3 == 0 || (place % 3 == 1 && i < SAMPLES / 2) ? uniform() : 0;
        x[place] = 1e36;
        wrong += try(&system, &x, FRAMES, plan);
    }
    tell(&engine_fft, "one outlier", wrong);
    free(x);
}

enum { MOST_RUNS = 12, MOST_STRIDE = 41 };

/* Runs of taps, one in each of some rows: those of a rectangle, or any. Returns their number. */
static size_t draw_runs(struct tap_run *run, size_t stride, bool rectangle)
{
    size_t runs = 2 + below(MOST_RUNS - 1), width = 1 + below(stride - 1);

    for (size_t r = 0; r < runs; r++) {
        size_t count = rectangle ? width : 1 + below(stride - 1);
        size_t begin = rectangle || r == 0 ? 0 : below(stride - count);
        run[r] = (struct tap_run){r * stride + begin, count};
    }
    return runs;
}

/* Rows whose columns lie in stripes of zeros and of any level; a few rows are zeros. */
static void fill_stripes(double *x, size_t n, size_t stride)
{
    double size[MOST_STRIDE], row = 1;

    for (size_t c = 0; c < stride; c++)
        size[c] = c > 0 && below(5) ? size[c - 1] : below(2) ? level(300) : (double)below(2);
    for (size_t i = 0; i < n; i++) {
        row = i % stride ? row : below(5) > 0;
        x[i] = row * size[i % stride] * uniform();
    }
}

/* Taps in runs: what stands between the runs must not matter. */
static void try_runs(void)
{
    struct tap_run run[MOST_RUNS];
    double *h;
    long wrong = 0;

    for (size_t round = 0; round < 600; round++) {
        size_t stride = 2 + below(MOST_STRIDE - 1), runs = draw_runs(run, stride, round % 4);
        size_t taps = run[runs - 1].begin + run[runs - 1].count, frames = 512 - taps + 1;
        struct system system = system_of(round % MAPS, taps, &h);
        struct plan plan = {.engine = &engine_fft, .transform = 512, .block = frames, .slots = 1};
        double **x = channels_of(system.ins, 512);
        system.runs = runs;
        system.run = run;
        fill_taps(h, taps, system.columns, round % 2, false);
        for (size_t r = 1; r < runs; r++)
            for (size_t j = run[r - 1].begin + run[r - 1].count; j < run[r].begin; j++)
                for (int c = 0; c < system.columns; c++)
                    h[(size_t)c * taps + j] = 0;
        for (int i = 0; i < system.ins; i++)
            fill_stripes(x[i], 512, stride);
        wrong += try(&system, x, frames, plan);
        free_channels(x, system.ins);
        free(h);
    }
    tell(&engine_fft, "taps in runs", wrong);
}

/* A long block that begins and ends with zeros, with all that may happen within. */
static void try_enclosed(void)
{
    enum { TAPS = 600, OUTPUTS = 2000, SAMPLES = OUTPUTS + TAPS - 1 };
    double *h, *x = util_zeros(SAMPLES);
    struct system system = system_of(0, TAPS, &h);
    struct work work = {.outputs = OUTPUTS, .zeros = TAPS - 1};
    struct plan plan;
    long wrong = 0;

    fill_taps(h, TAPS, 1, true, false);
    engine_choose(&system, &engine_fft, &work, &plan);
    for (int shape = 0; shape < SHAPES; shape++) {
        fill_shape(x + TAPS - 1, SAMPLES - 2 * (TAPS - 1), (enum shape)shape, TAPS, 60);
        wrong += plan.zeros == 0 || plan.block < OUTPUTS;
        wrong += try(&system, &x, OUTPUTS, plan);
    }
    tell(&engine_fft, "signals between zeros", wrong);
    free(x);
    free(h);
}

int main(void)
{
    util_quiet(true);
    try_shapes();
    try_places();
    try_runs();
    try_enclosed();
    return broken;
}

/* grid.c - times computing alone, along several axes: from slabs in memory to slabs in memory.
 *
 * usage: grid METHOD AXES LENGTH EXTENT [gauss | complex | pair | noise] [THREADS]
 *
 * A cube of that length along each axis is convolved with as many taps along each, noise or a
 * product, both complex, or for two channels; mode same, boundary edge. Prints nanoseconds a
 * sample, opening the engine included, the method, and the predicted cost. CPU time is taken of
 * one thread, elapsed time of several. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "kernel/kernel.h"
#include "memory.h"
#include "stage/grid.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* CPU time is that of this process alone: others do not count. */
static double now(int threads)
{
    struct timespec t;
    clock_gettime(threads > 1 ? CLOCK_MONOTONIC : CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

/* What is timed. */
struct task {
    int axes;
    int parts; /* of a sample: 2 where it is complex, or a pair */
    size_t length, taps;
    double *x, *y; /* samples of the cube */
    struct kernel kernel;
    struct interval needed; /* along each axis */
    struct beyond beyond;
    struct grid grid;
    struct system system;
    struct plan plan;
};

static size_t power(size_t x, int exponent)
{
    return exponent ? x * power(x, exponent - 1) : 1;
}

/* A kernel of noise, or of a product. */
static void make_kernel(struct task *t, bool product, bool complex)
{
    struct kernel *k = &t->kernel;

    *k = (struct kernel){.columns = t->parts, .taps = power(t->taps, t->axes), .axes = t->axes,
                         .complex = complex};
    k->h = memory_noise(k->taps * (size_t)t->parts);
    for (int a = 0; a < t->axes; a++)
        k->extent[a] = t->taps;
    for (size_t i = 0; product && i < k->taps; i++) {
        k->h[i] = 1;
        for (size_t rest = i; rest; rest /= t->taps) {
            double at = (double)(rest % t->taps) / (double)t->taps;
            k->h[i] *= 1 + at * (1 - at);
        }
    }
}

static void make_grid(struct task *t)
{
    int64_t reach = (int64_t)(t->taps - 1) / 2, rest = (int64_t)t->taps - 1 - reach;

    t->needed = (struct interval){.from = -reach, .to = INTERVAL_OPEN, .past = rest, .step = 1};
    t->beyond = (struct beyond){.boundary = BOUNDARY_EDGE};
    t->grid.axes = t->axes - 1;
    for (int a = 0; a < t->grid.axes; a++) {
        t->grid.axis[a] = (struct grid_axis){
            .frames = t->length, .needed = t->needed, .beyond = t->beyond, .taps = t->taps,
            .step = 1};
        t->grid.axis[a].needed.to = (int64_t)t->length + rest;
    }
}

static void run(struct task *t, struct pool *pool)
{
    size_t slab = power(t->length, t->axes - 1) * (size_t)t->parts;
    struct stream *stream = memory_open(t->x, t->length, (int)slab);

    stream = extend_open(stream, &t->needed, t->beyond, (struct tail){0});
    if (t->axes > 1)
        stream = view_open(pad_open(stream, &t->grid), t->parts);
    stream = convolve_open(stream, &t->system, 0, &t->plan, pool);
    if (t->axes > 1)
        stream = crop_open(stream, &t->grid);
    size_t block = stream_block(stream->shape.channels), done = 0;
    ssize_t n;
    while ((n = stream->read(stream, t->y + done * slab, block)) > 0)
        done += (size_t)n;
    stream_close(stream);
}

/* The system of the kernel over the padded cube, and a plan. What they borrow is never freed. */
static void make_plan(struct task *t, const struct engine *engine, bool product,
                      struct pool *pool)
{
    size_t stride[MOST_AXES], slab = power(t->length, t->axes - 1) * (size_t)t->parts;
    struct path *paths;
    struct tap_run *runs;
    struct factor *factors;
    double *columns, *laid, *factor_taps;
    const struct pairing pairing = {
        .signal = "cube", .channels = t->parts, .complex = t->kernel.complex};

    kernel_route(&t->kernel, &pairing, &t->system, &paths, &columns);
    struct system plain = t->system;
    for (int a = 0; a < t->axes; a++)
        stride[a] = grid_stride(&t->grid, a - 1);
    if (t->axes > 1)
        kernel_lay_out(&t->kernel, stride, &t->system, &runs, &laid);
    if (t->axes > 1 && !t->kernel.complex)
        kernel_factor(&t->kernel, &plain, stride, product, &t->system, &factors, &factor_taps);
    size_t row = t->axes > 1 ? grid_padded(&t->grid) : 1;
    int64_t pixels = (int64_t)((t->length + t->taps - 1) * row);
    int64_t outputs = pixels - (int64_t)t->system.taps + 1;
    bool is_short = t->length < engine_long_frames(t->taps, (int)slab);
    struct work work = {.outputs = is_short ? outputs : -1};
    engine_choose(&t->system, engine, &work, &t->plan);
    engine_share(&t->system, &work, pool, &t->plan);
}

int main(int argc, char **argv)
{
    struct choice choice;
    const char *how = argc > 5 ? argv[5] : "";
    bool product = strcmp(how, "gauss") == 0, complex = strcmp(how, "complex") == 0;
    double best = 1e300, spent = 0;
    int threads = argc > 6 ? atoi(argv[6]) : 1;

    if (argc < 5 || !choice_find(engine_choice, argv[1], &choice)) {
        fprintf(stderr, "usage: grid METHOD AXES LENGTH EXTENT [HOW] [THREADS]\n");
        return 2;
    }
    struct task t = {.axes = atoi(argv[2]),
                     .parts = complex || strcmp(how, "pair") == 0 ? 2 : 1,
                     .length = strtoull(argv[3], NULL, 10),
                     .taps = strtoull(argv[4], NULL, 10)};
    size_t samples = power(t.length, t.axes);
    t.x = memory_noise(samples * (size_t)t.parts);
    t.y = util_zeros((samples + stream_block(1)) * (size_t)t.parts);
    make_kernel(&t, product, complex);
    make_grid(&t);
    struct pool *pool = pool_open(threads);
    make_plan(&t, choice.value ? engine_at((size_t)choice.value - 1) : NULL, product, pool);
    for (int round = 0; round < 3 || spent < 5e8; round++) { /* the first warms up */
        double begin = now(threads);
        run(&t, pool);
        double took = now(threads) - begin;
        spent += took;
        best = round ? fmin(best, took) : best;
    }
    pool_close(pool);
    printf("%.4f %s %.3f\n", best / (double)samples, t.plan.engine->name, t.plan.cost);
    return 0;
}

/* grid.c - times computing alone, along several axes: from slabs in memory to slabs in memory.
 *
 * usage: grid METHOD AXES LENGTH EXTENT [gauss]
 *
 * A cube of that length along each axis is convolved with as many taps along each, noise or a
 * product, on one thread, mode same, boundary edge. Prints nanoseconds a sample, opening the engine
 * included, the method, and the predicted cost. CPU time is taken. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "kernel/kernel.h"
#include "stage/grid.h"
#include "util.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Of this process alone: others do not count. */
static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

struct memory {
    struct stream stream;
    const double *x;
    size_t frames, taken;
};

static ssize_t read_memory(struct stream *stream, double *x, size_t frames)
{
    struct memory *m = (struct memory *)stream;
    size_t n = m->frames - m->taken < frames ? m->frames - m->taken : frames;
    size_t samples = (size_t)stream->shape.channels;
    memcpy(x, m->x + m->taken * samples, n * samples * sizeof *x);
    m->taken += n;
    return (ssize_t)n;
}

static double *noise(size_t n)
{
    double *x = util_doubles(n);
    uint64_t seed = 1;
    for (size_t i = 0; i < n; i++) {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        x[i] = (double)(int64_t)seed * 0x1p-63;
    }
    return x;
}

/* What is timed. */
struct task {
    int axes;
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
static void make_kernel(struct task *t, bool product)
{
    struct kernel *k = &t->kernel;

    *k = (struct kernel){.columns = 1, .taps = power(t->taps, t->axes), .axes = t->axes};
    k->h = noise(k->taps);
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
    struct memory *memory = util_array(1, sizeof *memory);
    size_t slab = power(t->length, t->axes - 1);

    memory->stream = (struct stream){
        .shape = {.channels = (int)slab, .frames = (int64_t)t->length}, .read = read_memory};
    memory->x = t->x;
    memory->frames = t->length;
    struct stream *stream = extend_open(&memory->stream, &t->needed, t->beyond, (struct tail){0});
    stream = view_open(pad_open(stream, &t->grid), 1);
    stream = crop_open(convolve_open(stream, &t->system, 0, &t->plan, pool), &t->grid);
    size_t block = stream_block(stream->shape.channels), done = 0;
    ssize_t n;
    while ((n = stream->read(stream, t->y + done * slab, block)) > 0)
        done += (size_t)n;
    stream_close(stream);
}

int main(int argc, char **argv)
{
    struct choice choice;

    if (argc < 5 || !choice_find(engine_choice, argv[1], &choice)) {
        fprintf(stderr, "usage: grid METHOD AXES LENGTH EXTENT [gauss]\n");
        return 2;
    }
    struct task t = {.axes = atoi(argv[2]),
                     .length = strtoull(argv[3], NULL, 10),
                     .taps = strtoull(argv[4], NULL, 10)};
    size_t samples = power(t.length, t.axes), stride[MOST_AXES];
    struct path *paths;
    struct tap_run *runs;
    struct factor *factors;
    double *columns, *laid, *factor_taps, best = 1e300, spent = 0;
    t.x = noise(samples);
    t.y = util_zeros(samples + stream_block(1));
    make_kernel(&t, argc > 5);
    make_grid(&t);
    kernel_route(&t.kernel, 1, false, "cube", NULL, &t.system, &paths, &columns);
    struct system plain = t.system;
    for (int a = 0; a < t.axes; a++)
        stride[a] = grid_stride(&t.grid, a - 1);
    kernel_lay_out(&t.kernel, stride, &t.system, &runs, &laid);
    kernel_factor(&t.kernel, &plain, stride, argc > 5, &t.system, &factors, &factor_taps);
    int64_t pixels = (int64_t)((t.length + t.taps - 1) * grid_padded(&t.grid));
    int64_t outputs = pixels - (int64_t)t.system.taps + 1;
    bool is_short = t.length < engine_long_frames(t.taps, (int)power(t.length, t.axes - 1));
    engine_choose(&t.system, choice.value ? engine_at((size_t)choice.value - 1) : NULL,
                  &(struct work){.outputs = is_short ? outputs : -1}, &t.plan);
    struct pool *pool = pool_open(1);
    for (int round = 0; round < 3 || spent < 5e8; round++) { /* the first warms up */
        double begin = now();
        run(&t, pool);
        double took = now() - begin;
        spent += took;
        best = round ? fmin(best, took) : best;
    }
    pool_close(pool);
    printf("%.4f %s %.3f\n", best / (double)samples, t.plan.engine->name, t.plan.cost);
    free(factors);
    free(factor_taps);
    return 0;
}

/* stage.c - times computing alone: a convolve stage over samples in memory.
 *
 * usage: stage TAPS FRAMES METHOD THREADS
 *     nanoseconds a sample of the longer of signal and kernel, mode full, opening the engine
 *     included, and the method
 * stage transforms TAPS
 *     what the fft engine takes for a block, over its transforms alone
 * stage memory FRAMES
 *     nanoseconds a sample of only copying the signal, block by block */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "engine/guard.h"
#include "engine/transform/transform.h"
#include "memory.h"
#include "stage/stage.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

static int time_stage(size_t taps, size_t frames, const char *method, int threads)
{
    struct path path = {0, 0, 0};
    double *h = memory_noise(taps), *x = memory_noise(frames), best = 1e300;
    struct system system = {.taps = taps, .columns = 1, .h = h, .ins = 1, .outs = 1, .paths = 1,
                            .path = &path};
    struct plan plan;
    struct pool *pool = pool_open(threads);

    bool is_long = frames >= engine_long_frames(taps, 1);
    struct work work = {.outputs = is_long ? -1 : (int64_t)(frames + taps - 1),
                        .zeros = is_long ? 0 : taps - 1};
    struct choice choice;
    if (!choice_find(engine_choice, method, &choice))
        return 2;
    engine_choose(&system, choice.value ? engine_at((size_t)choice.value - 1) : NULL, &work,
                  &plan);
    engine_share(&system, &work, pool, &plan);
    size_t block = convolve_block(&system, &plan);
    double *y = util_doubles(block);
    double spent = 0;
    for (int run = 0; run < 4 || spent < 1e8;
         run++) { /* the first warms up; the fastest of the others */
        double begin = now();
        struct interval full = {
            .from = 1 - (int64_t)taps, .to = INTERVAL_OPEN, .past = (int64_t)taps - 1, .step = 1};
        struct stream *stream = extend_open(
            memory_open(x, frames, 1), &full, (struct beyond){.value = 0}, (struct tail){0});
        stream = convolve_open(stream, &system, 0, &plan, pool);
        while (stream->read(stream, y, block) > 0)
            ;
        stream_close(stream);
        double took = now() - begin;
        spent += took;
        if (run > 0)
            best = fmin(best, took);
        if (best > 2e9 && run > 0)
            break;
    }
    pool_close(pool);
    printf("%.4f %s\n", best / (double)(frames > taps ? frames : taps), plan.engine->name);
    return 0;
}

static int time_transforms(size_t taps)
{
    struct path path = {0, 0, 0};
    double *h = memory_noise(taps);
    struct system system = {.taps = taps, .columns = 1, .h = h, .ins = 1, .outs = 1, .paths = 1,
                            .path = &path};
    struct plan plan;
    double engine = 1e300, alone = 1e300;

    engine_choose(&system, &engine_fft, &(struct work){.outputs = -1}, &plan);
    struct transform *t = transform_open(plan.transform);
    double *x = memory_noise(plan.transform), *y = util_doubles(plan.transform),
           *z = util_zeros(t->doubles);
    const double *xs = x;
    struct guard *guard = guard_open(&system, &plan);
    int repeats = (int)(1 + 2000000 / plan.transform);
    for (int run = 0; run < 12; run++) {
        double begin = now();
        for (int i = 0; i < repeats; i++)
            guard_run(guard, 0, &xs, &y, plan.block);
        engine = fmin(engine, now() - begin);
        begin = now();
        for (int i = 0; i < repeats; i++) {
            for (size_t piece = 0; piece < t->pieces; piece++)
                transform_enter(t, piece, x, plan.transform, z);
            for (size_t s = 0; s < t->subs; s++) {
                transform_sub_forward(t, s, z);
                transform_sub_inverse(t, s, z);
            }
            for (size_t piece = 0; piece < t->pieces; piece++)
                transform_leave(t, piece, z, y, taps - 1, plan.block);
        }
        alone = fmin(alone, now() - begin);
    }
    printf("%.3f\n", engine / alone);
    return 0;
}

static int time_memory(size_t frames)
{
    size_t block = stream_block(1);
    double *x = memory_noise(frames), *y = util_doubles(block), best = 1e300;

    for (int run = 0; run < 9; run++) {
        struct stream *memory = memory_open(x, frames, 1);
        double begin = now();
        while (memory->read(memory, y, block) > 0)
            ;
        best = fmin(best, now() - begin);
        stream_close(memory);
    }
    printf("%.4f\n", best / (double)frames);
    return 0;
}

int main(int argc, char **argv)
{
    if (argc == 3 && strcmp(argv[1], "memory") == 0)
        return time_memory(strtoull(argv[2], NULL, 10));
    if (argc == 3 && strcmp(argv[1], "transforms") == 0)
        return time_transforms(strtoull(argv[2], NULL, 10));
    if (argc == 5)
        return time_stage(strtoull(argv[1], NULL, 10), strtoull(argv[2], NULL, 10), argv[3],
                          atoi(argv[4]));
    fprintf(
        stderr,
        "usage: stage TAPS FRAMES METHOD THREADS | stage transforms TAPS | stage memory FRAMES\n");
    return 2;
}

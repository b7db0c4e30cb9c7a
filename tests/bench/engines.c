/* engines.c - times the engines' parts on one thread, for the constants of the engines' plans
 * (direct.c, exact.c, fft_plan.c).
 *
 * Prints, in nanoseconds: what an output costs each engine and its rate of arithmetic; then for
 * each transform length a real sample's share of entering, of its subtransforms there and back
 * with the product, of leaving, and of a run of the fft engine, and how long that takes to open.
 * The fastest of several runs. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "engine/guard.h"
#include "engine/transform/transform.h"
#include "util.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

/* A run of a plan, in nanoseconds. */
static double time_run(const struct system *system, const struct plan *plan)
{
    size_t taps = system->taps;
    double best = 1e30;

    double *x = util_doubles(taps - 1 + plan->block), *y = util_doubles(plan->block);
    const double *xs = x;
    for (size_t i = 0; i < taps - 1 + plan->block; i++)
        x[i] = cos((double)i);
    struct guard *guard = guard_open(system, plan);
    size_t repeats = 1 + (1 << 20) / (plan->block * (plan->transform ? 1 : taps));
    for (int run = 0; run < 9; run++) {
        double a = now();
        for (size_t i = 0; i < repeats; i++)
            guard_run(guard, 0, &xs, &y, plan->block);
        best = fmin(best, (now() - a) / (double)repeats);
    }
    guard_close(guard);
    free(x);
    free(y);
    return best;
}

static double *taps_of(size_t taps)
{
    double *h = util_doubles(taps);
    for (size_t j = 0; j < taps; j++)
        h[j] = 1 / (double)(j + 1);
    return h;
}

static void time_engine(const struct engine *engine, size_t taps)
{
    struct path path = {0, 0, 0};
    double *h = taps_of(taps);
    struct system system = {.taps = taps, .columns = 1, .h = h, .ins = 1, .outs = 1, .paths = 1,
                            .path = &path};
    struct plan plan;

    engine_choose(&system, engine, &(struct work){.outputs = -1}, &plan);
    double output = time_run(&system, &plan) / (double)plan.block;
    printf("%-6s %8zu taps: %8.3f ns an output, %6.2f GFLOP/s, predicted %8.3f, block %zu, "
           "transform %zu\n",
           engine->name, taps, output, 2 * (double)taps / output, plan.cost, plan.block,
           plan.transform);
    free(h);
}

/* Opening and closing the fft engine, in nanoseconds. */
static double time_open(const struct system *system, const struct plan *plan)
{
    double best = 1e30;

    for (int run = 0; run < 9; run++) {
        double a = now();
        guard_close(guard_open(system, plan));
        best = fmin(best, now() - a);
    }
    return best;
}

/* The fft engine with transforms of this length: a run, a real sample, and to open it. */
static void time_blocks(size_t length)
{
    struct path path = {0, 0, 0};
    size_t taps = length / 8;
    double *h = taps_of(taps);
    struct system system = {.taps = taps, .columns = 1, .h = h, .ins = 1, .outs = 1, .paths = 1,
                            .path = &path};
    struct plan plan = {
        .engine = &engine_fft, .block = length - taps + 1, .slots = 1, .transform = length};

    printf(" engine %5.2f, opened in %.0f\n", time_run(&system, &plan) / (double)length,
           time_open(&system, &plan));
    free(h);
}

static void time_transform(size_t length)
{
    struct transform *t = transform_open(length);
    double *x = util_doubles(length), *z = util_zeros(t->doubles), *h = util_zeros(t->doubles);
    double best[3] = {1e30, 1e30, 1e30};
    size_t repeats = 1 + (1 << 16) / length;

    for (size_t i = 0; i < length; i++)
        x[i] = sin((double)i);
    for (size_t i = 0; i < t->doubles; i++)
        h[i] = 0.5;
    for (int run = 0; run < 9; run++) {
        double spent[3] = {0};
        for (size_t i = 0; i < repeats; i++) {
            double a = now();
            for (size_t piece = 0; piece < t->pieces; piece++)
                transform_enter(t, piece, x, length, z);
            double b = now();
            for (size_t s = 0; s < t->subs; s++)
                transform_sub_convolve(t, s, z, h);
            double c = now();
            for (size_t piece = 0; piece < t->pieces; piece++)
                transform_leave(t, piece, z, x, 0, length);
            double d = now();
            spent[0] += b - a, spent[1] += c - b, spent[2] += d - c;
        }
        for (int k = 0; k < 3; k++)
            best[k] = fmin(best[k], spent[k] / (double)repeats / (double)length);
    }
    printf("%9zu %6zu subtransforms: enter %5.2f, there and back %5.2f, leave %5.2f total %5.2f",
           length, t->subs, best[0], best[1], best[2], best[0] + best[1] + best[2]);
    time_blocks(length);
    transform_close(t);
    free(x);
    free(z);
    free(h);
}

int main(void)
{
    for (size_t taps = 1; taps <= 10000; taps = taps * 3 + 1)
        time_engine(&engine_direct, taps);
    time_engine(&engine_direct, 31);
    for (size_t taps = 1; taps <= 10000; taps = taps * 9 + 1)
        time_engine(&engine_exact, taps);
    for (size_t taps = 31; taps <= 2000000; taps *= 2)
        time_engine(&engine_fft, taps);
    for (size_t length = 16; length <= (1 << 23); length *= 2)
        for (size_t odd = 8; odd < 16; odd++)
            if (transform_fits(length * odd / 8))
                time_transform(length * odd / 8);
    return 0;
}

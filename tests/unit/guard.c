/* guard.c - the guard around each engine against the definition, where samples are not finite or
 * so large that transforms overflow; and what it asks of an engine.
 *
 * Prints a line for each engine and kind: systems tried, outputs wrong, which may be none. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "engine/guard.h"
#include "util.h"

#include "guarded.h"

#include <math.h>
#include <stdlib.h>

/* Output i of channel o by the definition, times scale, and the same of the sizes. */
static double sum_directly(const struct system *system, double *const *x, int o, size_t i,
                           double scale, double *size)
{
    double sum = 0;

    *size = 0;
    for (size_t k = 0; k < system->paths; k++)
        for (size_t j = 0; system->path[k].out == o && j < system->taps; j++) {
            double sample = x[system->path[k].in][i + system->taps - 1 - j] * scale;
            sum += system_taps(system, &system->path[k])[j] * sample;
            *size +=
                isfinite(sample) ? fabs(system_taps(system, &system->path[k])[j] * sample) : 0;
        }
    return sum;
}

/* Whether y is the sum: the same infinity or NaN, or within a part of the largest sum of sizes in
 * the block. */
static bool is_right(double y, double sum, double largest)
{
    return isfinite(sum) ? fabs(y - sum) <= 1e-13 * largest : isnan(sum) ? isnan(y) : y == sum;
}

/* Returns how many outputs are wrong of x[ins][frames + taps - 1] that is scaled by 1 / scale. */
static long compare(const struct system *system, double *const *x, double *const *y, size_t frames,
                    double scale)
{
    long wrong = 0;
    double size, largest = 0;

    for (int o = 0; o < system->outs; o++)
        for (size_t i = 0; i < frames; i++) {
            sum_directly(system, x, o, i, scale, &size);
            largest = fmax(largest, size);
        }
    for (int o = 0; o < system->outs; o++)
        for (size_t i = 0; i < frames; i++) {
            double sum = sum_directly(system, x, o, i, scale, &size);
            wrong += !is_right(y[o][i] * scale, sum, largest);
        }
    tried++;
    return wrong;
}

/* A few NaNs and infinities, alone, beside each other and of both signs within a sum. */
static void spoil(double *x, size_t samples, size_t pattern)
{
    static const double specials[] = {NAN, INFINITY, -INFINITY};

    x[samples / 3] = specials[pattern % 3];
    if (pattern / 3 % 2)
        x[samples / 3 + 1] = specials[(pattern + 1) % 3];
    for (size_t i = samples / 2; pattern / 6 % 2 && i < samples / 2 + 9 && i < samples; i++)
        x[i] = specials[(pattern + i) % 3];
    if (pattern / 12 % 2)
        x[0] = x[samples - 1] = INFINITY;
}

/* Infinities at every second sample, and no tap of 0; the signs of both are equal or alternate. */
static void spoil_half(double *x, size_t samples, double *h, size_t taps, size_t pattern)
{
    for (size_t i = 0; i < samples; i += 2)
        x[i] = pattern % 2 && i % 4 ? -INFINITY : INFINITY;
    for (size_t j = 0; j < taps; j++)
        h[j] = (fabs(h[j]) + 1) * (pattern / 2 % 2 && j % 2 ? -1 : 1);
}

/* With `most`, of integers up to it: they are rounded, put together from digits or summed, as it
 * grows. */
static long try_nonfinite(const struct engine *engine, double most)
{
    enum { FRAMES = 90, FEW = 24, PATTERNS = FEW + 4 };
    long wrong = 0;

    for (size_t m = 0; m < maps_of(engine); m++)
        for (size_t taps = 1; taps <= 150; taps = taps * 3 + 1)
            for (size_t pattern = 0; pattern < PATTERNS; pattern++) {
                double *h;
                struct system system = system_of(m, taps, &h);
                double **x = channels_of(system.ins, FRAMES + taps - 1),
                       **y = channels_of(system.outs, FRAMES);
                for (int i = 0; i < system.ins; i++)
                    fill_integers(x[i], FRAMES + taps - 1, 0, RANDOM, most > 0 ? most : 0x1p20);
                fill_integers(h, taps * (size_t)system.columns, 0, RANDOM, most > 0 ? most : 3);
                h[0] += most > 0 ? 0 : 0.3;
                double *in = x[pattern % (size_t)system.ins];
                if (pattern < FEW)
                    spoil(in, FRAMES + taps - 1, pattern);
                else
                    spoil_half(in, FRAMES + taps - 1, h, taps * (size_t)system.columns, pattern);
                complete_taps(&system, h);
                run(engine, &system, x, y, FRAMES);
                wrong += compare(&system, x, y, FRAMES, 1);
                free_channels(x, system.ins);
                free_channels(y, system.outs);
                free(h);
            }
    return wrong;
}

/* Samples near the largest double under taps so small that no sum overflows, but transforms do;
 * with `holes` NaNs too. */
static long try_huge(const struct engine *engine, bool holes)
{
    enum { FRAMES = 200 };
    long wrong = 0;

    for (size_t m = 0; m < maps_of(engine); m++)
        for (size_t taps = 1; taps <= 1000; taps = taps * 3 + 1) {
            double *h;
            struct system system = system_of(m, taps, &h);
            double **x = channels_of(system.ins, FRAMES + taps - 1),
                   **y = channels_of(system.outs, FRAMES);
            for (int i = 0; i < system.ins; i++) {
                fill(x[i], FRAMES + taps - 1, RANDOM);
                for (size_t n = 0; n < FRAMES + taps - 1; n++)
                    x[i][n] *= 0x1p1023;
            }
            if (holes)
                spoil(x[system.ins - 1], FRAMES + taps - 1, m);
            fill(h, taps * (size_t)system.columns, RANDOM);
            complete_taps(&system, h);
            for (size_t j = 0; j < taps * (size_t)system.columns; j++)
                h[j] /= 4 * (double)taps;
            run(engine, &system, x, y, FRAMES);
            wrong += compare(&system, x, y, FRAMES, 0x1p-64);
            free_channels(x, system.ins);
            free_channels(y, system.outs);
            free(h);
        }
    return wrong;
}

/* An engine that knows only the definition, and makes of a block what transforms do: one sample
 * that is not finite, or so large that they overflow, spoils all. It counts its runs. */
static struct {
    long runs, outputs,
        not_callers; /* outputs computed; channels in memory that is not the caller's */
    double *const *callers;
} fake;

static void *open_fake(const struct system *system, const struct plan *plan)
{
    (void)plan;
    return (void *)(uintptr_t)system;
}

static void run_fake(void *state, size_t slot, const double *const *x, double *const *y,
                     size_t frames, bool *spoilt)
{
    const struct system *system = state;
    bool bad = false;

    (void)slot;
    fake.runs++;
    for (int i = 0; i < system->ins; i++) {
        fake.not_callers += x[i] != fake.callers[i];
        for (size_t n = 0; n < frames + system->taps - 1; n++)
            bad = bad || !(fabs(x[i][n]) < 1e300);
    }
    for (int o = 0; o < system->outs; o++) {
        double size;
        for (size_t i = 0; y[o] && i < frames; i++)
            y[o][i] = bad ? NAN
                          : sum_directly(system, (double *const *)(uintptr_t)x, o, i, 1, &size);
        spoilt[o] = y[o] ? bad : spoilt[o];
        fake.outputs += y[o] != NULL;
    }
}

static void close_fake(void *state)
{
    (void)state;
}

/* One block of true stereo with the fake engine: returns whether it took so many runs, with so
 * many channels copied. */
static bool takes(const struct system *system, double *const *x, long runs, long copies)
{
    enum { FRAMES = 50 };
    static const struct engine engine = {
        .name = "fake", .open = open_fake, .run = run_fake, .close = close_fake};
    struct plan plan = {.engine = &engine, .block = FRAMES, .slots = 1, .transform = 512};
    double **y = channels_of(system->outs, FRAMES);

    fake.runs = fake.outputs = fake.not_callers = 0;
    fake.callers = x;
    struct guard *guard = guard_open(system, &plan);
    guard_run(guard, 0, (const double *const *)x, y, FRAMES);
    guard_close(guard);
    bool good = compare(system, x, y, FRAMES, 0x1p-64) == 0 && fake.runs == runs &&
                fake.not_callers == copies;
    free_channels(y, system->outs);
    return good;
}

/* What is asked of an engine with transforms: one run over the caller's memory, unless it shows
 * that more are needed. */
static void try_fake(void)
{
    enum { TAPS = 5, SAMPLES = 54 };
    double *h;
    struct system system = system_of(4, TAPS, &h);
    double **x = channels_of(system.ins, SAMPLES);

    for (int i = 0; i < system.ins; i++)
        fill(x[i], SAMPLES, RANDOM);
    fill(h, (size_t)system.columns * TAPS, RANDOM);
    bool good = takes(&system, x, 1, 0);
    x[1][30] = NAN; /* zeros in its place */
    good = takes(&system, x, 2, 1) && good;
    x[0][20] = 1e305; /* kept out at once */
    good = takes(&system, x, 2, 3) && good;
    x[1][30] = 0.5;
    good = takes(&system, x, 1, 1) && good;
    x[0][20] = 0.5;
    for (int n = 0; n < SAMPLES; n += 3)
        x[1][n] = INFINITY; /* zeros in their place, and their signs */
    good = takes(&system, x, 3, 3) && good;
    for (int i = 0; i < system.ins; i++)
        fill_integers(x[i], SAMPLES, 0, RANDOM, 100);
    fill_integers(h, (size_t)system.columns * TAPS, 0, RANDOM, 100); /* rounded where they are */
    good = takes(&system, x, 1, 0) && good;
    printf("guard: %s\n",
           good ? "asks no more of an engine than is needed" : "ASKS TOO MUCH OR TOO LITTLE");
    broken = broken || !good;
    free_channels(x, system.ins);
    free(h);
}

int main(void)
{
    const struct engine *engine;

    util_quiet(true);
    try_fake();
    tried = 0;
    for (size_t i = 0; (engine = engine_at(i)); i++) {
        if (engine->of_products)
            continue;
        long wrong = try_nonfinite(engine, 0);
        for (double most = 0x1p5; most <= 0x1p50; most *= 0x1p15)
            wrong += try_nonfinite(engine, most);
        tell(engine, "NaNs and infinities", wrong);
        wrong = try_huge(engine, false);
        wrong += try_huge(engine, true);
        tell(engine, "huge samples", wrong);
    }
    return broken;
}

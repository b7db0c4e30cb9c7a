/* separable.c - kernels that are products: their factors are found, and no others; the sums by one
 * factor after the other are those of the definition.
 *
 * Integers must come out exactly, other sums within the promised error, and NaNs and infinities
 * where direct sums have them. Prints how many kernels were tried and, without an argument, the
 * worst error in units of its bound. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "kernel/kernel.h"
#include "util.h"

#include "systems.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A product of small integers, or of any numbers and rounded as made kernels are. */
static double draw(bool integers)
{
    return integers ? (double)below(7) - 3 : uniform();
}

static struct kernel make_kernel(bool integers)
{
    struct kernel k = {.name = "k", .columns = 1 + (int)below(3), .taps = 1};
    double factor[4][6];

    k.axes = 1 + (int)below(4);
    for (int a = 0; a < k.axes; a++)
        k.taps *= k.extent[a] = 1 + below(a ? 4 : 6);
    k.h = util_doubles(k.taps * (size_t)k.columns);
    for (size_t c = 0; c < (size_t)k.columns; c++) {
        for (int a = 0; a < k.axes; a++)
            for (size_t j = 0; j < k.extent[a]; j++)
                factor[a][j] = draw(integers);
        for (size_t i = 0; i < k.taps; i++) {
            double *h = &k.h[c * k.taps + i];
            size_t rest = i;
            *h = integers ? 1 : 1 / 3.0; /* as if normalised */
            for (int a = k.axes - 1; a >= 0; rest /= k.extent[a--])
                *h *= factor[a][rest % k.extent[a]];
        }
    }
    return k;
}

/* One kernel, laid out with gaps, and the signal that it meets. */
struct trial {
    struct kernel kernel;
    struct system plain, system;
    size_t stride[MOST_AXES];
    struct path path[2];
    struct tap_run *runs;
    struct factor *factors;
    double *laid, *factor_taps;
    size_t frames;
    double **x, **y, **z;
};

static void open_trial(struct trial *t, bool integers)
{
    size_t stride = 1;

    *t = (struct trial){.kernel = make_kernel(integers), .frames = 1 + below(300)};
    t->path[1] = (struct path){1, t->kernel.columns - 1, 0};
    t->plain = (struct system){.taps = t->kernel.taps, .columns = t->kernel.columns,
                               .h = t->kernel.h, .ins = 2, .outs = 1, .paths = 2,
                               .path = t->path};
    for (int a = t->kernel.axes - 1; a >= 0; a--) {
        t->stride[a] = stride;
        stride *= t->kernel.extent[a] + below(9);
    }
    t->system = t->plain;
    kernel_lay_out(&t->kernel, t->stride, &t->system, &t->runs, &t->laid);
    size_t samples = t->frames + t->system.taps - 1;
    t->x = channels_of(2, samples);
    for (size_t i = 0; i < 2 * samples; i++)
        t->x[i % 2][i / 2] = integers ? (double)below(2001) - 1000 : uniform();
    t->y = channels_of(1, t->frames);
    t->z = channels_of(1, t->frames);
}

static void close_trial(struct trial *t)
{
    free(t->kernel.h);
    free(t->runs);
    free(t->laid);
    free(t->factors);
    free(t->factor_taps);
    free_channels(t->x, 2);
    free_channels(t->y, 1);
    free_channels(t->z, 1);
}

/* In blocks of so many frames; whether they are told to be finite. */
static bool run(const struct engine *engine, const struct trial *t, size_t block, double *y)
{
    struct plan plan = {.engine = engine, .slots = 2};
    bool all = true;

    engine->plan(&t->system, &long_work, &plan);
    plan.block = block < plan.block ? block : plan.block;
    void *state = engine->open(&t->system, &plan);
    for (size_t at = 0; at < t->frames; at += plan.block) {
        const double *x[] = {t->x[0] + at, t->x[1] + at};
        double *to = y + at;
        bool spoilt = false;
        engine->run(state, at / plan.block % 2, x, &to,
                    t->frames - at < plan.block ? t->frames - at : plan.block, &spoilt);
        all = all && !spoilt;
    }
    engine->close(state);
    return all;
}

static bool broken;
static double worst;

static void fail(const char *what)
{
    printf("FAILED: %s\n", what);
    broken = true;
}

/* y against the definition. */
static void check_sums(const struct trial *t, bool integers)
{
    double roundings = 4.0 * (double)(t->system.factors * t->system.factors) + 1;

    for (size_t f = 0; f < t->system.factors; f++)
        roundings += (double)t->system.factor[f].taps;
    for (size_t i = 0; i < t->frames; i++) {
        long double sum = 0, size = 0;
        for (size_t p = 0; p < 2; p++)
            for (size_t j = 0; j < t->system.taps; j++) {
                long double product = (long double)system_taps(&t->system, &t->path[p])[j] *
                                      t->x[p][i + t->system.taps - 1 - j];
                sum += product;
                size += fabsl(product);
            }
        double error = (double)fabsl(sum - t->y[0][i]),
               bound = (integers ? 0 : roundings + 1) * 0x1p-53 * (double)size;
        if (error > bound)
            fail(integers ? "integers are not exact" : "an error beyond its bound");
        if (bound > 0)
            worst = fmax(worst, error / bound);
    }
}

/* NaNs and infinities of y are those of direct sums. */
static void check_spoilt(struct trial *t)
{
    static const double bad[] = {NAN, INFINITY, -INFINITY};

    for (int k = 0; k < 3; k++)
        t->x[below(2)][below(t->frames + t->system.taps - 1)] = bad[below(3)];
    bool direct = run(&engine_direct, t, 1000, t->z[0]);
    if (run(&engine_separable, t, 1000, t->y[0]) != direct)
        fail("whether outputs are finite");
    for (size_t i = 0; i < t->frames; i++)
        if (isfinite(t->z[0][i]) ? !isfinite(t->y[0][i])
                                 : memcmp(&t->y[0][i], &t->z[0][i], sizeof **t->z) != 0 &&
                                       !(isnan(t->y[0][i]) && isnan(t->z[0][i])))
            fail("what is not finite differs");
}

/* All taps equal but one: no product, for there are several axes. */
static void check_other(struct trial *t)
{
    struct factor *factors;
    double *taps;
    struct system system = {0};

    for (size_t c = 0; c < (size_t)t->kernel.columns; c++)
        for (size_t i = 0; i < t->kernel.taps; i++)
            t->kernel.h[c * t->kernel.taps + i] = 2;
    t->kernel.h[below(t->kernel.taps * (size_t)t->kernel.columns)] = 3;
    kernel_factor(&t->kernel, &t->plain, t->stride, false, &system, &factors, &taps);
    if (system.factors)
        fail("factors of what is no product");
    free(factors);
    free(taps);
}

static void check(bool integers)
{
    struct trial t;
    int wide = 0;
    bool zero = false;

    open_trial(&t, integers);
    for (int a = 0; a < t.kernel.axes; a++)
        wide += t.kernel.extent[a] > 1;
    for (size_t c = 0; c < (size_t)t.kernel.columns; c++) {
        bool any = false;
        for (size_t j = 0; j < t.kernel.taps; j++)
            any = any || t.kernel.h[c * t.kernel.taps + j] != 0;
        zero = zero || !any;
    }
    kernel_factor(&t.kernel, &t.plain, t.stride, !integers, &t.system, &t.factors,
                  &t.factor_taps);
    if ((t.system.factors > 0) != (wide > 1 && !zero))
        fail("whether there are factors");
    if (t.system.factors) {
        if (!run(&engine_separable, &t, 1000, t.y[0]))
            fail("finite sums");
        run(&engine_separable, &t, 1 + below(40), t.z[0]);
        if (memcmp(t.y[0], t.z[0], t.frames * sizeof **t.y) != 0)
            fail("the length of blocks changes bits");
        check_sums(&t, integers);
        check_spoilt(&t);
        check_other(&t);
    }
    close_trial(&t);
}

int main(int argc, char **argv)
{
    (void)argv;
    enum { TRIALS = 2000 };

    for (int i = 0; i < TRIALS && !broken; i++)
        check(i % 2);
    printf("separable: %d kernels%s\n", TRIALS, broken ? "" : ", as defined");
    if (argc == 1)
        printf("worst error: %.3f of its bound\n", worst);
    return broken;
}

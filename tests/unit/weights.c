/* weights.c - values and weights of signals with gaps, by transforms, against their definition.
 *
 * The weights that stay small in a gap must be right to 1e-12 of themselves, and the values to
 * 1e-12 of the sum of |tap * sample| or, if that is more, of the same share of the root mean
 * square of the block. Prints the systems tried and the outputs in gaps; then sums over few
 * samples, which have the bits of direct sums, and outputs with no sample missing. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "engine/direct.h"
#include "engine/weights.h"
#include "kernel/kernel.h"

#include "guarded.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static long small;

/* Samples x with presence p: runs that are missing, and among them a few samples. */
static void fill_with_gaps(double *x, double *p, size_t n, size_t run)
{
    bool missing = false;

    fill(x, n, RANDOM);
    for (size_t i = 0; i < n; i++) {
        if (i % run == 0)
            missing = uniform() > 0;
        p[i] = missing ? uniform() > 0.999 : 1;
        x[i] *= p[i];
    }
}

static double root_mean_square(const double *x, size_t n)
{
    double square = 0, present = 0;
    for (size_t i = 0; i < n; i++) {
        square += x[i] * x[i];
        present += x[i] != 0;
    }
    return sqrt(square / fmax(present, 1));
}

struct sums {
    long double value, weight, size, met; /* met: the sum of |h| that meets present samples */
    long double all;                      /* the sum of h */
    double present;
};

static struct sums sums_of(const struct system *plain, double *const *x, int o, size_t i)
{
    struct sums s = {0};

    for (const struct path *p = plain->path; p < plain->path + plain->paths; p++)
        for (size_t j = 0; p->out == o && j < plain->taps; j++) {
            size_t at = i + plain->taps - 1 - j;
            double h = system_taps(plain, p)[j], v = x[p->in][at],
                   here = x[p->in + plain->ins][at];
            s.value += (long double)h * v;
            s.size += fabsl((long double)h * v);
            s.weight += (long double)h * here;
            s.present += here;
            s.met += fabs(h) * here;
            s.all += h;
        }
    return s;
}

/* One output against the definition. */
static void look(const struct system *plain, double *const *x, double *const *y, int o, size_t i,
                 double rms)
{
    struct sums s = sums_of(plain, x, o, i);
    double weight = y[o + plain->outs][i], own = (double)fabsl(s.weight);
    bool partial = s.present > 0 && own < (double)fabsl(s.all) / 4;
    double weight_error = 1e-12 * own + 1e-15 * (double)s.met;
    double value_error = 1e-12 * fmax((double)s.size, own * rms) +
                         2 * weight_error * (double)fabsl(s.value) / own;
    long double value = y[o][i] * s.weight / s.all; /* y is rescaled */

    small += partial;
    if (y[o + 2 * plain->outs][i] != s.present ||
        (partial && (!(fabsl(weight - s.weight) <= weight_error) ||
                     (weight_error < own / 2 && !(fabsl(value - s.value) <= value_error)))))
        broken = true;
}

static void try(const struct system *plain, const struct system *system, struct plan *plan,
                size_t frames)
{
    size_t samples = frames + system->taps - 1;
    double **x = channels_of(system->ins, samples), **y = channels_of(system->outs, frames);
    double rms = 0;

    for (int i = 0; i < plain->ins; i++) {
        fill_with_gaps(x[i], x[i + plain->ins], samples, 1 + plain->taps / 3 + frames % 5);
        rms = fmax(rms, root_mean_square(x[i], samples));
    }
    run_plan(plan, system, x, y, frames);
    for (int o = 0; o < plain->outs; o++)
        for (size_t i = 0; i < frames; i += 1 + frames / 300)
            look(plain, x, y, o, i, rms);
    tried++;
    free_channels(x, system->ins);
    free_channels(y, system->outs);
}

/* Taps that all count, or that nearly cancel, or of which most are zero. */
static void fill_taps(double *h, size_t taps, size_t kind)
{
    fill(h, taps, kind % 3 == 0 ? DECAYING : kind % 3 == 1 ? RANDOM : SPARSE);
    h[0] = 1;
    for (size_t j = 0; kind % 3 != 1 && j < taps; j++)
        h[j] = fabs(h[j]);
}

/* Sums of one system over few samples. Returns how many have not the bits of the direct sum. */
static long compare_sparse(size_t m, size_t taps, double density)
{
    enum { FRAMES = 20 };
    size_t samples = FRAMES + taps - 1;
    double *h, y[FRAMES];
    struct system system = system_of(m, taps, &h);
    double **x = channels_of(system.ins, samples);
    struct places *places = util_array((size_t)system.ins, sizeof *places);
    long wrong = 0;

    fill(h, taps * (size_t)system.columns, RANDOM);
    for (int k = 0; k < system.ins; k++) {
        places[k].at = util_array(samples, sizeof *places[k].at);
        for (size_t s = 0; s < samples; s++) {
            x[k][s] = fabs(uniform()) < density ? uniform() : 0;
            if (x[k][s] != 0)
                places[k].at[places[k].count++] = s;
        }
    }
    for (int o = 0; o < system.outs; o++) {
        direct_sums(&system, (const double *const *)x, o, 0, y, FRAMES);
        for (size_t i = 0; i < FRAMES; i++) {
            double sum = direct_sparse_sum(&system, (const double *const *)x, places, o, i);
            wrong += memcmp(&sum, &y[i], sizeof sum) != 0;
        }
    }
    for (int k = 0; k < system.ins; k++)
        free(places[k].at);
    free(places);
    free_channels(x, system.ins);
    free(h);
    return wrong;
}

static void try_sparse(void)
{
    static const double DENSITY[] = {0, 1e-4, 0.003, 0.1, 0.9};
    long sums = 0, wrong = 0;

    for (size_t m = 0; m < MAPS; m++)
        for (size_t taps = 1; taps < 300000; taps = taps < 63 ? 63 : taps * 5 / 4 + taps % 3)
            for (size_t d = 0; d < sizeof DENSITY / sizeof *DENSITY; d++, sums++)
                wrong += compare_sparse(m, taps, DENSITY[d]);
    printf("%ld systems of few samples, %ld outputs wrong\n", sums, wrong);
    broken = broken || wrong;
}

/* Where nothing is missing, a weight that nearly cancels is no reason to sum: outputs stay as they
 * are. Taps in runs, whose sum is 1e-9. */
static void try_whole(void)
{
    enum { FRAMES = 10, STRIDE = 5, TAPS = STRIDE + 2 };
    double h[] = {1, -1, 1, 1e-9 - 1}, *all, *laid;
    struct kernel kernel = {.name = "taps", .h = h, .taps = 4, .columns = 1, .axes = 2,
                            .extent = {2, 2}};
    struct system plain = {.taps = 4, .columns = 1, .h = h, .ins = 1, .outs = 1, .paths = 1,
                           .path = maps[0].path}, system;
    struct path *paths;
    struct tap_run *runs;
    struct weights weights;
    long changed = 0;

    if (kernel_add_presence(&kernel, &plain, false, &system, &paths, &all) < 0)
        exit(1);
    kernel_lay_out(&kernel, (const size_t[]){STRIDE, 1}, &system, &runs, &laid);
    double **x = channels_of(system.ins, FRAMES + TAPS - 1),
           **y = channels_of(system.outs, FRAMES);
    for (size_t i = 0; i < FRAMES + TAPS - 1; i++)
        x[0][i] = x[1][i] = 1;
    for (size_t i = 0; i < FRAMES; i++)
        y[0][i] = 42, y[1][i] = 0, y[2][i] = 4;
    weights_open(&weights, &system, 512);
    weights_mend(&weights, (const double *const *)x, y, y, FRAMES);
    weights_close(&weights);
    for (size_t i = 0; i < FRAMES; i++)
        changed += y[0][i] != 42 || y[1][i] != 0;
    printf("%d outputs with no sample missing, %ld changed\n", FRAMES, changed);
    broken = broken || changed;
    free_channels(x, system.ins);
    free_channels(y, system.outs);
    free(paths);
    free(all);
    free(runs);
    free(laid);
}

int main(void)
{
    util_quiet(true);
    for (size_t m = 0; m < MAPS; m++)
        for (size_t taps = 2; taps <= 5000; taps = taps * (taps < 800 ? 3 : 9) / 2) {
            double *h, *all;
            struct system plain = system_of(m, taps, &h), system;
            struct path *paths;
            struct plan plan;
            for (int c = 0; c < plain.columns; c++)
                fill_taps(h + (size_t)c * taps, taps, taps + m);
            if (kernel_add_presence(&(struct kernel){.name = "taps"}, &plain, false, &system,
                                    &paths, &all) < 0)
                return 1;
            engine_choose(&system, &engine_fft, &long_work, &plan);
            for (size_t frames = 1; frames <= plan.block; frames = frames * 8 - frames / 2)
                try(&plain, &system, &plan, frames);
            try(&plain, &system, &plan, plan.block);
            free(h);
            free(all);
            free(paths);
        }
    printf("%ld systems, %ld outputs of little weight, %s\n", tried, small,
           broken ? "BEYOND THE BOUND" : "within the bound");
    try_sparse();
    try_whole();
    return broken;
}

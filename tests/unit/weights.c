/* weights.c - values and weights of signals with gaps, by transforms, against their definition.
 *
 * The weights that stay small in a gap must be right to 1e-12 of themselves, and the values to
 * 1e-12 of the sum of |tap * sample| or, if that is more, of the same share of the root mean square
 * of the block. Prints the systems tried and the outputs in gaps. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "engine/guard.h"
#include "kernel/kernel.h"

#include "systems.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static bool broken;
static long tried, small;

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
    long double value, weight, size;
    double present, most; /* most: the sum of |h| */
};

static struct sums sums_of(const struct system *plain, double *const *x, int o, size_t i)
{
    struct sums s = {0};

    for (const struct path *p = plain->path; p < plain->path + plain->paths; p++)
        for (size_t j = 0; p->out == o && j < plain->taps; j++) {
            size_t at = i + plain->taps - 1 - j;
            double h = system_taps(plain, p)[j], v = x[p->in][at], here = x[p->in + plain->ins][at];
            s.value += (long double)h * v;
            s.size += fabsl((long double)h * v);
            s.weight += (long double)h * here;
            s.present += here;
            s.most += fabs(h);
        }
    return s;
}

/* One output against the definition. */
static void look(const struct system *plain, double *const *x, double *const *y, int o, size_t i,
                 double rms)
{
    struct sums s = sums_of(plain, x, o, i);
    double weight = y[o + plain->outs][i], own = (double)fabsl(s.weight);
    bool partial = s.present > 0 && own < s.most / 4;

    small += partial;
    if (y[o + 2 * plain->outs][i] != s.present ||
        (partial && (!(fabsl(weight - s.weight) <= 1e-12 * own + 1e-17 * s.most) ||
                     !(fabsl(y[o][i] - s.value) <= 1e-12 * fmax((double)s.size, own * rms)))))
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
    struct guard *guard = guard_open(system, plan);
    guard_run(guard, 0, (const double *const *)x, y, frames);
    guard_close(guard);
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

int main(void)
{
    util_quiet(true);
    for (size_t m = 0; m < MAPS; m++)
        for (size_t taps = 2; taps <= 800; taps = taps * 3 / 2) {
            double *h, *all;
            struct system plain = system_of(m, taps, &h), system;
            struct path *paths;
            struct plan plan;
            for (int c = 0; c < plain.columns; c++)
                fill_taps(h + (size_t)c * taps, taps, taps + m);
            if (kernel_add_presence(&(struct kernel){.name = "taps"}, &plain, false, &system,
                                    &paths, &all) < 0)
                return 1;
            engine_choose(&system, "fft", &long_work, &plan);
            for (size_t frames = 1; frames <= plan.block; frames = frames * 8 - frames / 2)
                try(&plain, &system, &plan, frames);
            try(&plain, &system, &plan, plan.block);
            free(h);
            free(all);
            free(paths);
        }
    printf("%ld systems, %ld outputs of little weight, %s\n", tried, small,
           broken ? "BEYOND THE BOUND" : "within the bound");
    return broken;
}

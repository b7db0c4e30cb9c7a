/* nonfinite.c - NaN and infinity kept out of transforms.
 *
 * Once an IEEE 754 sum contains a non-finite term, its finite terms no longer matter. So the
 * transform gets zeros in place of non-finite samples, and what their products make of each sum is
 * found afterwards.
 *
 * Of infinities only the signs of their products matter. Let q be the convolution of the signs of
 * the taps with those of the infinities (finite samples count as 0), and n the number of
 * infinities in an output's window. Some product is +inf, or NaN from a tap of 0, unless q = -n;
 * some is -inf, or NaN, unless q = n. The engine computes q. Its error (integer.h) is far below
 * 1/2 for as many signs as memory holds. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "nonfinite.h"
#include "one_output.h"
#include "vector.h"

#include "util.h"

#include <math.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

/* A power of two that scales samples down, so that no partial sum overflows unless the sum
 * does. */
static const double SMALL = 0x1p-64;

enum { LANES = 8, PIECE = 256 };

/* The system with the signs of its taps in their place. */
struct kernel_signs {
    pthread_mutex_t lock; /* of state */
    struct system system;
    double *h;
    void *state; /* of the engine, opened for the system; NULL: not yet */
};

/* Allocated when first needed. */
struct nonfinite_slot {
    double **x;    /* x[ins][block + taps - 1]: the signs of infinities */
    double **y;    /* y[outs][block]: their convolution with those of the taps */
    double **run;  /* run[outs]: y, or NULL where it is not wanted */
    bool *spoilt;  /* spoilt[outs]; never true, for signs are small */
    double *count; /* count[block]: the infinities in each window */
};

VECTOR static bool any_nonfinite(const double *x, size_t samples)
{
    double sum = 0; /* x - x is 0 for a finite x and NaN for any other, and NaN stays */
    for (size_t i = 0; i < samples; i += PIECE) {
        size_t end = samples - i < PIECE ? samples : i + PIECE;
        double part[LANES] = {0};
        size_t k = i;
        for (; k + 4 * LANES <= end; k += 4 * LANES)
            INDEPENDENT for (size_t l = 0; l < LANES; l++) {
                double a = x[k + l], b = x[k + LANES + l];
                double c = x[k + 2 * LANES + l], d = x[k + 3 * LANES + l];
                part[l] += ((a - a) + (b - b)) + ((c - c) + (d - d));
            }
        for (; k < end; k++)
            sum += x[k] - x[k];
        for (size_t l = 0; l < LANES; l++)
            sum += part[l];
        if (sum != 0)
            return true;
    }
    return false;
}

bool nonfinite_any(const double *x, size_t samples)
{
    return any_nonfinite(x, samples);
}

void nonfinite_open(struct nonfinite *n, const struct system *system, const struct plan *plan)
{
    *n = (struct nonfinite){.system = system, .plan = plan};
    n->kernel = util_array(1, sizeof *n->kernel);
    pthread_mutex_init(&n->kernel->lock, NULL);
    n->slot = util_array(plan->slots, sizeof *n->slot);
}

static void close_slot(const struct system *system, struct nonfinite_slot *slot)
{
    for (int i = 0; slot->x && i < system->ins; i++)
        free(slot->x[i]);
    for (int o = 0; slot->y && o < system->outs; o++)
        free(slot->y[o]);
    free(slot->x);
    free(slot->y);
    free(slot->run);
    free(slot->spoilt);
    free(slot->count);
}

void nonfinite_close(struct nonfinite *n)
{
    for (size_t s = 0; s < n->plan->slots; s++)
        close_slot(n->system, &n->slot[s]);
    if (n->kernel->state)
        n->plan->engine->close(n->kernel->state);
    pthread_mutex_destroy(&n->kernel->lock);
    free(n->kernel->h);
    free(n->kernel);
    free(n->slot);
}

static void open_slot(const struct nonfinite *n, struct nonfinite_slot *slot)
{
    size_t ins = (size_t)n->system->ins, outs = (size_t)n->system->outs;

    if (slot->x)
        return;
    slot->x = util_array(ins, sizeof *slot->x);
    for (size_t i = 0; i < ins; i++)
        slot->x[i] = util_doubles(n->plan->block + n->system->taps - 1);
    slot->y = util_array(outs, sizeof *slot->y);
    for (size_t o = 0; o < outs; o++)
        slot->y[o] = util_doubles(n->plan->block);
    slot->run = util_array(outs, sizeof *slot->run);
    slot->spoilt = util_array(outs, sizeof *slot->spoilt);
    slot->count = util_doubles(n->plan->block);
}

/* The engine's state for the signs of the taps. */
static void *kernel_state(const struct nonfinite *n)
{
    struct kernel_signs *kernel = n->kernel;
    size_t taps = n->system->taps * (size_t)n->system->columns;

    pthread_mutex_lock(&kernel->lock);
    if (!kernel->state) {
        kernel->h = util_array(taps, sizeof *kernel->h);
        for (size_t j = 0; j < taps; j++)
            kernel->h[j] = (n->system->h[j] > 0) - (n->system->h[j] < 0);
        kernel->system = *n->system;
        kernel->system.h = kernel->h;
        kernel->state = n->plan->engine->open(&kernel->system, n->plan);
    }
    pthread_mutex_unlock(&kernel->lock);
    return kernel->state;
}

/* sign[samples] = the signs of the infinities of x[samples], 0 elsewhere. Returns whether there
 * are any. */
static bool take_signs(const double *x, size_t samples, double *sign)
{
    bool any = false;
    for (size_t s = 0; s < samples; s++) {
        sign[s] = isinf(x[s]) ? copysign(1, x[s]) : 0;
        any |= sign[s] != 0;
    }
    return any;
}

/* Convolve the signs of infinities for those outputs of y that they reach. Returns whether there
 * are any. */
static bool convolve_signs(const struct nonfinite *n, size_t number, const double *const *x,
                           double *const *y, size_t frames)
{
    struct nonfinite_slot *slot = &n->slot[number];
    bool any = false;

    open_slot(n, slot);
    for (int o = 0; o < n->system->outs; o++)
        slot->run[o] = NULL;
    for (int i = 0; i < n->system->ins; i++) {
        if (!take_signs(x[i], frames + n->system->taps - 1, slot->x[i]))
            continue;
        for (const struct path *p = n->system->path; p < n->system->path + n->system->paths; p++)
            if (p->in == i && y[p->out]) {
                slot->run[p->out] = slot->y[p->out];
                any = true;
            }
    }
    if (any)
        n->plan->engine->run(kernel_state(n), number, (const double *const *)slot->x, slot->run,
                             frames, slot->spoilt);
    return any;
}

/* n[frames] += the number of infinities in each window of sign[frames + taps - 1], whose taps
 * stand together. */
static void count_infinities(const double *sign, size_t taps, size_t frames, double *n)
{
    double within = 0;

    for (size_t s = 0; s < taps - 1; s++)
        within += fabs(sign[s]);
    for (size_t i = 0; i < frames; i++) {
        within += fabs(sign[i + taps - 1]);
        n[i] += within;
        within -= fabs(sign[i]);
    }
}

/* Add the products of n[frames] infinities, with q as above, to y. */
static void add_infinities(const double *q, const double *n, double *y, size_t frames)
{
    for (size_t i = 0; i < frames; i++) {
        if (n[i] > 0 && q[i] > 0.5 - n[i])
            y[i] += INFINITY;
        if (n[i] > 0 && q[i] < n[i] - 0.5)
            y[i] -= INFINITY;
    }
}

/* Where the window of a run of taps begins in x[frames + taps - 1] for the first output. */
static const double *run_samples(const struct system *system, size_t r, const double *x)
{
    return x + system_first_sample(system, system_run(system, r));
}

static void repair_infinities(const struct nonfinite *n, size_t number, const double *const *x,
                              double *const *y, size_t frames)
{
    const struct system *system = n->system;
    struct nonfinite_slot *slot = &n->slot[number];

    if (!convolve_signs(n, number, x, y, frames))
        return;
    for (int o = 0; o < system->outs; o++) {
        if (!slot->run[o])
            continue;
        memset(slot->count, 0, frames * sizeof *slot->count);
        for (const struct path *p = system->path; p < system->path + system->paths; p++)
            if (p->out == o)
                for (size_t r = 0; r < system_runs(system); r++)
                    count_infinities(run_samples(system, r, slot->x[p->in]),
                                     system_run(system, r).count, frames, slot->count);
        add_infinities(slot->y[o], slot->count, y[o], frames);
    }
}

/* Add the NaNs of x to the outputs along one path. An output that is NaN stays NaN, so a run of
 * NaNs is added only once to each: `spoilt` is the end of the outputs that have one. */
static void add_nans(const double *x, size_t taps, double *y, size_t frames)
{
    size_t spoilt = 0;

    for (size_t s = 0; s < frames + taps - 1; s++) {
        if (x[s] == x[s])
            continue;
        size_t begin = s < taps ? 0 : s - taps + 1, end = s < frames ? s + 1 : frames;
        for (size_t i = begin < spoilt ? spoilt : begin; i < end; i++)
            y[i] += x[s];
        spoilt = end;
    }
}

/* An output's sum, computed from samples times `scale`, a power of two. */
static double sum_scaled(const struct system *system, const double *const *x, int out, size_t i,
                         double scale)
{
    double sum = 0;
    for (size_t k = 0; k < system->paths; k++) {
        const struct path *p = &system->path[k];
        const double *h = system_taps(system, p);
        for (size_t j = 0, run = 0; p->out == out && j < system->taps;
             j = system_next(system, &run, j))
            sum += h[j] * (x[p->in][i + system->taps - 1 - j] * scale);
    }
    return sum / scale;
}

/* Where single products overflow, only the exact sum tells. */
static double sum_directly(const struct system *system, const double *const *x, int out, size_t i)
{
    double sum = sum_scaled(system, x, out, i, 1), rest;
    struct output_sums sums = one_output_sums(system, x, out);

    if (sum - sum != 0)
        sum = sum_scaled(system, x, out, i, SMALL);
    return sum == sum ? sum : one_output_sum(&sums, i, &rest);
}

void nonfinite_repair(const struct nonfinite *n, size_t slot, const double *const *x,
                      double *const *y, size_t frames)
{
    const struct system *system = n->system;
    bool any = false;

    for (int o = 0; o < system->outs; o++)
        if (y[o] && nonfinite_any(y[o], frames))
            for (size_t i = 0; i < frames; i++)
                if (y[o][i] != y[o][i])
                    y[o][i] = sum_directly(system, x, o, i);
    for (const struct path *p = system->path; p < system->path + system->paths; p++)
        if (y[p->out] && nonfinite_any(x[p->in], frames + system->taps - 1)) {
            for (size_t r = 0; r < system_runs(system); r++)
                add_nans(run_samples(system, r, x[p->in]), system_run(system, r).count, y[p->out],
                         frames);
            any = true;
        }
    if (any)
        repair_infinities(n, slot, x, y, frames);
}

/* guard.c - exact treatment of NaN, infinity and integers (see guard.h). */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "guard.h"
#include "digits.h"
#include "exact.h"
#include "integer.h"
#include "nonfinite.h"
#include "weights.h"

#include "util.h"

#include <math.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

/* How an output channel of a block is computed. */
enum strategy {
    PLAIN,   /* by the engine */
    ROUNDED, /* by the engine, and rounded to integers */
    DIGITS,  /* by the engine, from digits */
    SUMMED,  /* without error, and divided, not by the engine */
};

/* A power of two that scales samples down, so that no transform overflows unless its outputs do. */
static const double SMALL = 0x1p-64;

/* The memory of one run. */
struct slot {
    enum strategy *strategy; /* strategy[outs] */
    struct measure *channel; /* channel[ins] */
    struct bounds *bounds;   /* bounds[outs] */
    double **y;              /* y[outs]: the outputs of the next pass; NULL: not wanted */
    bool *spoilt;            /* spoilt[outs]: a value in the last pass was not finite */
    const double **x;        /* x[ins]: the caller's channel, or a copy */
    double **copy;           /* copy[ins][block + taps - 1]: changed samples; NULL: none so far */
};

struct guard {
    const struct system *system;
    struct plan plan;
    void *state; /* of the engine */
    struct integer integer;
    struct digits digits; /* with transforms only */
    struct weights weights;
    struct slot *slot;    /* slot[plan.slots] */
    atomic_bool beyond;   /* an integer result beyond 2^53 was rounded */
};

static void open_slot(const struct system *system, struct slot *slot)
{
    size_t ins = (size_t)system->ins, outs = (size_t)system->outs;

    slot->strategy = util_array(outs, sizeof *slot->strategy);
    slot->channel = util_array(ins, sizeof *slot->channel);
    slot->bounds = util_array(outs, sizeof *slot->bounds);
    slot->y = util_array(outs, sizeof *slot->y);
    slot->spoilt = util_array(outs, sizeof *slot->spoilt);
    slot->x = util_array(ins, sizeof *slot->x);
    slot->copy = util_array(ins, sizeof *slot->copy);
}

static void close_slot(const struct system *system, struct slot *slot)
{
    for (int i = 0; i < system->ins; i++)
        free(slot->copy[i]);
    free(slot->strategy);
    free(slot->channel);
    free(slot->bounds);
    free(slot->y);
    free(slot->spoilt);
    free(slot->x);
    free(slot->copy);
}

struct guard *guard_open(const struct system *system, const struct plan *plan)
{
    struct guard *g = util_array(1, sizeof *g);

    g->system = system;
    g->plan = *plan;
    g->state = plan->engine->open(system, plan);
    integer_open(&g->integer, system);
    if (plan->transform)
        digits_open(&g->digits, &g->integer, &g->plan);
    weights_open(&g->weights, system, plan->transform);
    g->slot = util_array(plan->slots, sizeof *g->slot);
    for (size_t s = 0; s < plan->slots; s++)
        open_slot(system, &g->slot[s]);
    atomic_init(&g->beyond, false);
    return g;
}

void guard_close(struct guard *g)
{
    if (atomic_load(&g->beyond))
        util_note("results beyond 2^53 are rounded");
    for (size_t s = 0; s < g->plan.slots; s++)
        close_slot(g->system, &g->slot[s]);
    if (g->plan.transform)
        digits_close(&g->digits);
    weights_close(&g->weights);
    integer_close(&g->integer);
    g->plan.engine->close(g->state);
    free(g->slot);
    free(g);
}

/* The strategy for an integer output. */
static enum strategy strategy_of(const struct guard *g, const struct bounds *bounds)
{
    if (!g->plan.transform)
        return bounds->sum < 0x1p53 ? PLAIN : SUMMED;
    if (bounds->norm < integer_most_norm(g->system, g->plan.transform))
        return ROUNDED;
    return g->digits.bits && bounds->sum < 0x1p124 ? DIGITS : SUMMED;
}

static void choose_strategies(const struct guard *g, struct slot *slot, const double *const *x,
                              size_t samples)
{
    bool any = integer_bounds(&g->integer, x, samples, slot->channel, slot->bounds);

    for (int o = 0; o < g->system->outs; o++)
        slot->strategy[o] = any && isfinite(slot->bounds[o].sum) ? strategy_of(g, &slot->bounds[o])
                                                                 : PLAIN;
}

/* Select the outputs whose strategies are in a range for the next pass. Returns whether there are
 * any. */
static bool want(const struct guard *g, struct slot *slot, enum strategy from, enum strategy to,
                 double *const *y)
{
    bool any = false;

    for (int o = 0; o < g->system->outs; o++) {
        slot->y[o] = slot->strategy[o] >= from && slot->strategy[o] <= to ? y[o] : NULL;
        slot->spoilt[o] = false;
        any = any || slot->y[o];
    }
    return any;
}

/* Select those outputs of the last pass that were spoilt for the next one. Returns whether there
 * are any. */
static bool want_spoilt(const struct guard *g, struct slot *slot)
{
    bool any = false;

    for (int o = 0; o < g->system->outs; o++) {
        slot->y[o] = slot->spoilt[o] ? slot->y[o] : NULL;
        any = any || slot->y[o];
    }
    return any;
}

/* Set slot->x to x. A channel that is to be scaled, or has non-finite samples, is replaced by a
 * copy with zeros for these. Returns whether there are non-finite samples. */
static bool clean(const struct guard *g, struct slot *slot, const double *const *x, size_t samples,
                  double scale)
{
    bool any = false;

    for (int i = 0; i < g->system->ins; i++) {
        slot->x[i] = x[i];
        if (scale >= 1 && !nonfinite_any(x[i], samples))
            continue;
        if (!slot->copy[i])
            slot->copy[i] = util_doubles(g->plan.block + g->system->taps - 1);
        nonfinite_clean(x[i], samples, scale, slot->copy[i]);
        slot->x[i] = slot->copy[i];
        any = true;
    }
    return any;
}

static void run_engine(const struct guard *g, size_t number, const double *const *x, size_t frames)
{
    struct slot *slot = &g->slot[number];
    g->plan.engine->run(g->state, number, x, slot->y, frames, slot->spoilt);
}

/* Compute spoilt outputs again, with zeros for non-finite samples, and from scaled-down samples
 * where a transform overflowed. The caller adds the products of the non-finite samples. */
static void run_again(const struct guard *g, size_t number, const double *const *x, size_t frames)
{
    struct slot *slot = &g->slot[number];
    size_t samples = frames + g->system->taps - 1;

    if (clean(g, slot, x, samples, 1))
        run_engine(g, number, slot->x, frames);
    if (!want_spoilt(g, slot))
        return;
    clean(g, slot, x, samples, SMALL);
    run_engine(g, number, slot->x, frames);
    for (int o = 0; o < g->system->outs; o++)
        for (size_t i = 0; slot->y[o] && i < frames; i++)
            slot->y[o][i] *= 1 / SMALL;
}

/* Compute the outputs that the engine gets from the samples themselves. Returns whether products of
 * non-finite samples must be added. */
static bool run_samples(const struct guard *g, size_t number, const double *const *x,
                        double *const *y, size_t frames)
{
    struct slot *slot = &g->slot[number];
    bool again = false;

    if (!want(g, slot, PLAIN, ROUNDED, y))
        return false;
    run_engine(g, number, x, frames);
    if (want_spoilt(g, slot)) {
        run_again(g, number, x, frames);
        again = true;
    }
    for (int o = 0; o < g->system->outs; o++)
        if (slot->strategy[o] == ROUNDED)
            integer_round(y[o], frames);
    return again;
}

/* Compute the outputs from digits. Returns whether there are any. */
static bool run_digits(struct guard *g, size_t number, const double *const *x, double *const *y,
                       size_t frames)
{
    struct slot *slot = &g->slot[number];
    double most = 0;

    if (!want(g, slot, DIGITS, DIGITS, y))
        return false;
    for (int o = 0; o < g->system->outs; o++)
        most = slot->y[o] ? fmax(most, slot->bounds[o].most) : most;
    digits_run(&g->digits, g->state, number, x, slot->y, frames, most);
    return true;
}

/* Divide the sums where the taps are integers over a divisor. */
static void divide(const struct guard *g, const struct slot *slot, double *const *y, size_t frames)
{
    double divisor = g->system->divisor;

    if (divisor <= 0 || g->plan.engine->divides)
        return;
    for (int o = 0; o < g->system->outs; o++)
        for (size_t i = 0; slot->strategy[o] != SUMMED && i < frames; i++)
            y[o][i] /= divisor;
}

void guard_run(struct guard *g, size_t number, const double *const *x, double *const *y,
               size_t frames)
{
    struct slot *slot = &g->slot[number];
    bool beyond = false;

    choose_strategies(g, slot, x, frames + g->system->taps - 1);
    bool again = run_samples(g, number, x, y, frames);
    again = run_digits(g, number, x, y, frames) || again;
    for (int o = 0; o < g->system->outs; o++)
        if (slot->strategy[o] == SUMMED && exact_sums(g->system, x, o, y[o], frames))
            beyond = true;
    if (again) /* adding them again to a sum that has them changes nothing */
        nonfinite_repair(g->system, x, y, frames);
    if (g->plan.transform && want(g, slot, PLAIN, PLAIN, y))
        weights_mend(&g->weights, x, y, slot->y, frames);
    for (int o = 0; o < g->system->outs; o++)
        if (slot->strategy[o] == DIGITS && digits_beyond(&g->digits, number, o, y[o], frames))
            beyond = true;
    divide(g, slot, y, frames);
    if (beyond && g->system->divisor <= 0)
        atomic_store(&g->beyond, true);
}

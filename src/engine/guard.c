/* guard.c - treatment of NaN, infinity, integers and outliers (see guard.h). */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "guard.h"
#include "digits.h"
#include "exact.h"
#include "integer.h"
#include "nonfinite.h"
#include "outlier.h"
#include "rescale.h"
#include "weights.h"

#include "util.h"

#include <float.h>
#include <math.h>
#include <stdatomic.h>
#include <stdlib.h>

/* How an output channel of a block is computed. */
enum strategy {
    PLAIN,   /* by the engine */
    ROUNDED, /* by the engine, and rounded to integers */
    DIGITS,  /* by the engine, from digits */
    SUMMED,  /* without error, and divided, not by the engine */
};

/* Samples beyond this are large enough for sums to overflow. */
static const double LARGE = 0x1p800;

/* A power of two that scales them down, so that no sum overflows. */
static const double SMALL = 0x1p-200;

/* The memory of one run. */
struct slot {
    enum strategy *strategy; /* strategy[outs] */
    struct measure *channel; /* channel[ins] */
    struct bounds *bounds;   /* bounds[outs] */
    double **y;              /* y[outs]: the outputs of the next pass; NULL: not wanted */
    bool *spoilt;            /* spoilt[outs]: a value in the last pass was not finite */
    double **small;          /* small[ins + outs]: scaled samples and outputs; NULL: none so far */
};

struct guard {
    const struct system *system;
    struct plan plan;
    void *state; /* of the engine */
    struct integer integer;
    struct digits digits;   /* this and the next two with transforms only */
    struct outlier outlier;
    struct nonfinite nonfinite;
    struct weights weights;
    struct rescale rescale;
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
}

static void close_slot(const struct system *system, struct slot *slot)
{
    for (int i = 0; slot->small && i < system->ins + system->outs; i++)
        free(slot->small[i]);
    free(slot->small);
    free(slot->strategy);
    free(slot->channel);
    free(slot->bounds);
    free(slot->y);
    free(slot->spoilt);
}

struct guard *guard_open(const struct system *system, const struct plan *plan)
{
    struct guard *g = util_array(1, sizeof *g);

    g->system = system;
    g->plan = *plan;
    g->state = plan->engine->open(system, plan);
    integer_open(&g->integer, system);
    if (plan->transform) {
        digits_open(&g->digits, &g->integer, &g->plan);
        outlier_open(&g->outlier, system, &g->plan, g->state);
        nonfinite_open(&g->nonfinite, system, &g->plan);
    }
    weights_open(&g->weights, system, plan->transform);
    rescale_open(&g->rescale, system);
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
    if (g->plan.transform) {
        nonfinite_close(&g->nonfinite);
        outlier_close(&g->outlier);
        digits_close(&g->digits);
    }
    rescale_close(&g->rescale);
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
    bool small = !g->plan.transform && integer_all_small(&g->integer, x, samples);
    bool any = !small && integer_bounds(&g->integer, x, samples, slot->channel, slot->bounds);

    for (int o = 0; o < g->system->outs; o++)
        slot->strategy[o] = any && isfinite(slot->bounds[o].sum) ? strategy_of(g, &slot->bounds[o])
                                                                 : PLAIN;
}

/* Select outputs by their strategies for the next pass. Returns whether there are any. */
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

/* The same of those that were spoilt in the last pass. */
static bool want_spoilt(const struct guard *g, struct slot *slot)
{
    bool any = false;

    for (int o = 0; o < g->system->outs; o++) {
        slot->y[o] = slot->spoilt[o] ? slot->y[o] : NULL;
        any = any || slot->y[o];
    }
    return any;
}

static void run_engine(const struct guard *g, size_t number, const double *const *x, size_t frames)
{
    struct slot *slot = &g->slot[number];
    g->plan.engine->run(g->state, number, x, slot->y, frames, slot->spoilt);
}

/* Decide which samples are kept out of the engine's run. */
static void choose_samples(struct guard *g, size_t number, const double *const *x, size_t samples)
{
    bool measured = false;

    for (int o = 0; o < g->system->outs; o++) {
        if (g->slot[number].strategy[o] != PLAIN)
            continue;
        if (!measured)
            outlier_measure(&g->outlier, number, x, samples);
        outlier_decide(&g->outlier, number, x, o, samples);
        measured = true;
    }
    if (!measured)
        outlier_forget(&g->outlier, number);
}

/* Complete an output of the engine. Returns whether some of it may be NaN for an overflow. */
static bool complete(struct guard *g, size_t number, const double *const *x, int o, double *y,
                     size_t frames, bool kept_out)
{
    struct slot *slot = &g->slot[number];

    if (slot->strategy[o] == ROUNDED)
        integer_round(y, frames);
    if (kept_out)
        outlier_add(&g->outlier, number, x, o, y, frames);
    bool spoilt = slot->spoilt[o] ||
                  ((kept_out || g->outlier.huge) && nonfinite_any(y, frames));
    if (slot->strategy[o] == PLAIN)
        outlier_finish(&g->outlier, number, x, o, y, frames, spoilt);
    return spoilt || g->outlier.huge;
}

/* Compute the outputs that the engine gets from the samples themselves. Returns whether the result
 * is yet to be repaired. */
static bool run_samples(struct guard *g, size_t number, const double *const *x, double *const *y,
                        size_t frames)
{
    struct slot *slot = &g->slot[number];
    size_t samples = frames + g->system->taps - 1;
    bool kept_out, cleaned = false;

    if (!want(g, slot, PLAIN, ROUNDED, y))
        return false;
    if (!g->plan.transform) {
        run_engine(g, number, x, frames);
        return false;
    }
    choose_samples(g, number, x, samples);
    run_engine(g, number, outlier_keep_out(&g->outlier, number, x, samples, false, &kept_out),
               frames);
    if (want_spoilt(g, slot)) {
        const double *const *finite =
            outlier_keep_out(&g->outlier, number, x, samples, true, &cleaned);
        if (cleaned)
            run_engine(g, number, finite, frames);
    }
    bool again = kept_out || cleaned;
    for (int o = 0; o < g->system->outs; o++)
        if (slot->strategy[o] <= ROUNDED)
            again = complete(g, number, x, o, y[o], frames, kept_out) || again;
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

/* Divide the sums that are not yet divided. */
static void divide(const struct guard *g, const struct slot *slot, double *const *y, size_t frames)
{
    if (g->plan.engine->divides || (g->system->divisor <= 0 && !g->system->presence))
        return;
    for (int o = 0; o < g->system->outs; o++)
        if (slot->strategy[o] != SUMMED)
            rescale_output(&g->rescale, y, o, frames);
}

static void run(struct guard *g, size_t number, const double *const *x, double *const *y,
                size_t frames)
{
    struct slot *slot = &g->slot[number];
    bool beyond = false;

    choose_strategies(g, slot, x, frames + g->system->taps - 1);
    bool again = run_samples(g, number, x, y, frames);
    if (g->plan.transform)
        again = run_digits(g, number, x, y, frames) || again;
    for (int o = 0; o < g->system->outs; o++)
        if (slot->strategy[o] == SUMMED && exact_sums(g->system, x, o, y[o], frames))
            beyond = true;
    /* Adding to a sum what it has already changes nothing; but SUMMED ones may be quotients. */
    if (again && want(g, slot, PLAIN, DIGITS, y))
        nonfinite_repair(&g->nonfinite, number, x, slot->y, frames);
    if (g->plan.transform && want(g, slot, PLAIN, PLAIN, y))
        weights_mend(&g->weights, x, y, slot->y, frames);
    for (int o = 0; o < g->system->outs; o++)
        if (slot->strategy[o] == DIGITS && digits_beyond(&g->digits, number, o, y[o], frames))
            beyond = true;
    divide(g, slot, y, frames);
    if (beyond && g->system->divisor <= 0)
        atomic_store(&g->beyond, true);
}

/* Whether a sum may have overflowed on its way to an output that does not: one is not finite, and
 * a finite sample is large. */
static bool is_beyond(const struct guard *g, size_t number, const double *const *x,
                      double *const *y, size_t frames)
{
    bool any = false, divided = g->system->divisor > 0 || g->system->presence;

    if (g->plan.engine->divides || (g->plan.transform && !divided)) /* outlier.h sees to these */
        return false;
    for (int o = 0; o < g->system->outs && !any; o++)
        any = g->plan.transform ? nonfinite_any(y[o], frames) : g->slot[number].spoilt[o];
    for (int i = 0; any && i < g->system->ins; i++)
        for (size_t s = 0; s < frames + g->system->taps - 1; s++)
            if (fabs(x[i][s]) > LARGE && fabs(x[i][s]) <= DBL_MAX)
                return true;
    return false;
}

static void open_small(const struct guard *g, struct slot *slot)
{
    size_t ins = (size_t)g->system->ins, outs = (size_t)g->system->outs;

    if (slot->small)
        return;
    slot->small = util_array(ins + outs, sizeof *slot->small);
    for (size_t i = 0; i < ins + outs; i++)
        slot->small[i] = util_doubles(g->plan.block + (i < ins ? g->system->taps - 1 : 0));
}

/* Compute the outputs that are not finite from samples that are scaled down. Presence, in the
 * second half of the inputs where there is any, remains 1 or 0. */
static void run_small(struct guard *g, size_t number, const double *const *x, double *const *y,
                      size_t frames)
{
    struct slot *slot = &g->slot[number];
    int ins = g->system->ins, scaled = g->system->presence > 0 ? ins / 2 : ins;

    open_small(g, slot);
    for (int i = 0; i < ins; i++)
        for (size_t s = 0; s < frames + g->system->taps - 1; s++)
            slot->small[i][s] = x[i][s] * (i < scaled ? SMALL : 1);
    run(g, number, (const double *const *)slot->small, slot->small + ins, frames);
    for (int o = 0; o < g->system->outs; o++)
        for (size_t i = 0; i < frames; i++)
            if (!isfinite(y[o][i]))
                y[o][i] = slot->small[ins + o][i] / SMALL;
}

void guard_run(struct guard *g, size_t number, const double *const *x, double *const *y,
               size_t frames)
{
    run(g, number, x, y, frames);
    if (is_beyond(g, number, x, y, frames))
        run_small(g, number, x, y, frames);
}

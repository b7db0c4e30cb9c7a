/* passes.c - outputs computed again from quiet samples alone (see outlier.h). */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "passes.h"

#include "util.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A real sample of a channel's transform, there or back, costs as much as so many products. */
enum { TRANSFORM_COST = 25 };

/* The error that is allowed, relative to the norm of a window; u. */
static const double ALLOWED = 0x1p-20, UNIT = 0x1p-53;

void passes_open(const struct outlier *o, struct outlier_slot *slot)
{
    size_t ins = (size_t)o->system->ins, outs = (size_t)o->system->outs;
    size_t samples = o->plan->block + o->system->taps - 1;
    size_t spans = quiet_most_spans(o->system, samples);
    size_t paths = system_most_paths(o->system);

    slot->channel = util_array(ins, sizeof *slot->channel);
    for (size_t i = 0; i < ins; i++)
        slot->channel[i].stretch = util_doubles(level_stretches(samples));
    slot->keep = util_array(ins, sizeof *slot->keep);
    slot->again = util_array(outs, sizeof *slot->again);
    slot->silence = util_array(outs, sizeof *slot->silence);
    slot->most = util_array(paths, sizeof *slot->most);
    slot->input = util_array(paths, sizeof *slot->input);
    quiet_open(&slot->search, o->system, samples);
    slot->quiet = util_array(spans, sizeof *slot->quiet);
    slot->silent = util_array(spans, sizeof *slot->silent);
    slot->window = util_array(spans, sizeof *slot->window);
    slot->span = util_array(spans, 2 * sizeof *slot->span);
    slot->copy = util_array(ins, sizeof *slot->copy);
    slot->x = util_array(ins, sizeof *slot->x);
    slot->y = util_array(outs, sizeof *slot->y);
    slot->spoilt = util_array(outs, sizeof *slot->spoilt);
}

void passes_close(const struct outlier *o, struct outlier_slot *slot)
{
    for (int i = 0; i < o->system->ins; i++) {
        free(slot->channel[i].stretch);
        free(slot->copy[i]);
    }
    free(slot->channel);
    free(slot->keep);
    free(slot->again);
    free(slot->silence);
    free(slot->most);
    free(slot->input);
    quiet_close(&slot->search);
    free(slot->quiet);
    free(slot->silent);
    free(slot->window);
    free(slot->span);
    free(slot->copy);
    free(slot->x);
    free(slot->y);
    free(slot->spoilt);
    free(slot->result);
}

static const struct path *path_of(const struct outlier *o, int out, size_t k)
{
    return &o->system->path[o->first[out] + k];
}

static size_t paths_of(const struct outlier *o, int out)
{
    return o->first[out + 1] - o->first[out];
}

void passes_reset(const struct outlier *o, struct outlier_slot *slot, int out)
{
    for (size_t k = 0; k < paths_of(o, out); k++)
        slot->most[k] = slot->channel[path_of(o, out, k)->in].most;
}

bool passes_subnormal(const struct outlier *o, const struct outlier_slot *slot, int out)
{
    double most = 0;

    for (size_t k = 0; k < paths_of(o, out); k++)
        most = fmax(most, slot->channel[path_of(o, out, k)->in].most);
    return most > 0 && most < 0x1p-900;
}

double passes_roundings(const struct outlier *o, int out)
{
    return o->roundings + (double)paths_of(o, out);
}

double passes_limit(const struct outlier *o, const struct outlier_slot *slot, int out,
                    size_t samples)
{
    double part = passes_roundings(o, out) * UNIT / ALLOWED * sqrt((double)samples), limit = 0;

    for (size_t k = 0; k < paths_of(o, out); k++)
        limit += part * o->weight[o->first[out] + k] * slot->most[k];
    return limit;
}

static void set_limits(const struct outlier *o, struct outlier_slot *slot, const double *const *x,
                       int out, double limit)
{
    for (size_t k = 0; k < paths_of(o, out); k++) {
        int in = path_of(o, out, k)->in;
        double weight = o->weight[o->first[out] + k];
        slot->input[k] = (struct quiet_input){x[in], slot->channel[in].stretch,
                                              weight > 0 ? limit / weight : INFINITY};
    }
}

static size_t find_spans(const struct outlier *o, struct outlier_slot *slot,
                         const double *const *x, int out, size_t samples, double limit,
                         struct span *span)
{
    set_limits(o, slot, x, out, limit);
    return quiet_find(&slot->search, slot->input, paths_of(o, out), samples, span);
}

double passes_find(const struct outlier *o, struct outlier_slot *slot, const double *const *x,
                   int out, size_t samples, double limit)
{
    size_t quiets = find_spans(o, slot, x, out, samples, limit, slot->quiet), s = 0;
    size_t silents = quiets ? find_spans(o, slot, x, out, samples, 0, slot->silent) : 0;
    double outputs = 0;

    set_limits(o, slot, x, out, limit);
    slot->silence[out] = silents > 0;
    slot->spans = 0;
    for (size_t q = 0; q < quiets; q++) {
        size_t begin = slot->quiet[q].begin, end = slot->quiet[q].end;
        while (begin < end) { /* every silent span is within a quiet one */
            bool any = s < silents && slot->silent[s].begin < end;
            size_t stop = any ? slot->silent[s].begin : end;
            if (begin < stop)
                slot->span[slot->spans++] = (struct span){begin, stop};
            outputs += (double)(stop - begin);
            begin = any ? slot->silent[s++].end : end;
        }
    }
    return outputs;
}

double passes_direct_cost(const struct outlier *o, int out, double outputs)
{
    return outputs * (double)system_products(o->system) * (double)paths_of(o, out);
}

double passes_run_cost(const struct outlier *o, int out)
{
    return TRANSFORM_COST * (double)o->plan->transform * (double)(paths_of(o, out) + 1);
}

double *passes_copy(const struct outlier *o, struct outlier_slot *slot, int in)
{
    if (!slot->copy[in])
        slot->copy[in] = util_doubles(o->plan->block + o->system->taps - 1);
    return slot->copy[in];
}

/* to[n] = from[n], with 0 for NaN and infinity. Returns the largest magnitude. */
static double copy_finite(const double *from, size_t n, double *to)
{
    double most = 0;

    for (size_t i = 0; i < n; i++) {
        to[i] = fabs(from[i]) <= DBL_MAX ? from[i] : 0;
        most = fmax(most, fabs(to[i]));
    }
    return most;
}

/* Copy the windows of slot->span, with zeros elsewhere, and set slot->x to them; NULL for the
 * channels that the output does not need. Sets slot->most. */
static void gather(const struct outlier *o, struct outlier_slot *slot, const double *const *x,
                   int out, size_t samples)
{
    size_t windows =
        quiet_windows(&slot->search, slot->span, slot->spans, samples, slot->window);

    for (int i = 0; i < o->system->ins; i++)
        slot->x[i] = NULL;
    for (size_t k = 0; k < paths_of(o, out); k++) {
        int in = path_of(o, out, k)->in;
        double *copy = passes_copy(o, slot, in);
        memset(copy, 0, samples * sizeof *copy);
        slot->most[k] = 0;
        for (struct span *s = slot->window; s < slot->window + windows; s++)
            slot->most[k] = fmax(slot->most[k], copy_finite(x[in] + s->begin, s->end - s->begin,
                                                            copy + s->begin));
        slot->x[in] = copy;
    }
}

/* Sum the outputs of slot->span directly from slot->x. Those that overflow become NaN. */
static void sum_spans(const struct outlier *o, struct outlier_slot *slot, int out, double *y)
{
    size_t at = 0, number = (size_t)(slot - o->slot);

    for (int i = 0; i < o->system->ins; i++)
        slot->x[i] = slot->x[i] ? slot->x[i] : slot->x[path_of(o, out, 0)->in]; /* not used */
    memset(slot->y, 0, (size_t)o->system->outs * sizeof *slot->y);
    for (const struct span *span = slot->span; span < slot->span + slot->spans; span++) {
        for (int i = 0; i < o->system->ins; i++)
            slot->x[i] += span->begin - at;
        at = span->begin;
        slot->y[out] = y + at;
        engine_direct.run(o->direct, number, slot->x, slot->y, span->end - at, slot->spoilt);
        for (size_t i = at; i < span->end; i++)
            y[i] = isfinite(y[i]) ? y[i] : NAN;
    }
}

/* Scale slot->x[samples] by the power of two that brings its largest sample near 1. Returns the
 * power. */
static double scale(const struct outlier *o, struct outlier_slot *slot, int out, size_t samples)
{
    double most = 0;

    for (size_t k = 0; k < paths_of(o, out); k++)
        most = fmax(most, slot->most[k]);
    int exponent = most > 0 ? -ilogb(most) : 0;
    double factor = ldexp(1, exponent < -1000 ? -1000 : exponent > 1000 ? 1000 : exponent);
    for (int i = 0; i < o->system->ins; i++)
        for (size_t n = 0; slot->x[i] && n < samples; n++)
            slot->copy[i][n] *= factor;
    return factor;
}

/* The error bound of a run that is scaled by `factor`. */
static double error_of(const struct outlier *o, const struct outlier_slot *slot, int out,
                       size_t samples, double factor)
{
    double norms = 0;

    for (size_t k = 0; k < paths_of(o, out); k++)
        norms += o->norm[path_of(o, out, k)->column] * (slot->most[k] * factor);
    return passes_roundings(o, out) * UNIT * sqrt((double)samples) * norms * o->unit;
}

/* Compute the outputs of slot->span by a run of the engine over slot->x. Those that overflow are
 * infinite, and NaN if that is less than sure. */
static void run_spans(const struct outlier *o, struct outlier_slot *slot, int out, double *y,
                      size_t frames)
{
    size_t samples = frames + o->system->taps - 1, number = (size_t)(slot - o->slot);
    double factor = scale(o, slot, out, samples);
    double sure = DBL_MAX * factor + error_of(o, slot, out, samples, factor);

    if (!slot->result)
        slot->result = util_doubles(o->plan->block);
    memset(slot->y, 0, (size_t)o->system->outs * sizeof *slot->y);
    slot->y[out] = slot->result;
    slot->spoilt[out] = false;
    o->plan->engine->run(o->state, number, slot->x, slot->y, frames, slot->spoilt);
    for (const struct span *span = slot->span; span < slot->span + slot->spans; span++)
        for (size_t i = span->begin; i < span->end; i++) {
            y[i] = slot->result[i] / factor;
            if (slot->spoilt[out] || (isinf(y[i]) && !(fabs(slot->result[i]) > sure)))
                y[i] = NAN;
        }
}

void passes_run(const struct outlier *o, struct outlier_slot *slot, const double *const *x,
                int out, double *y, size_t frames, double limit)
{
    size_t samples = frames + o->system->taps - 1;
    double outputs;

    while ((outputs = passes_find(o, slot, x, out, samples, limit)) > 0) {
        gather(o, slot, x, out, samples);
        double next = passes_limit(o, slot, out, samples);
        if (passes_direct_cost(o, out, outputs) <= passes_run_cost(o, out) || next >= limit) {
            sum_spans(o, slot, out, y);
            break;
        }
        run_spans(o, slot, out, y, frames);
        limit = next;
    }
}

void passes_silence(const struct outlier *o, struct outlier_slot *slot, const double *const *x,
                    int out, double *y, size_t frames)
{
    if (!slot->silence[out])
        return;
    size_t spans = find_spans(o, slot, x, out, frames + o->system->taps - 1, 0, slot->silent);
    for (size_t s = 0; s < spans; s++)
        memset(y + slot->silent[s].begin, 0,
               (slot->silent[s].end - slot->silent[s].begin) * sizeof *y);
}

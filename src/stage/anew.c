/* anew.c - computes coefficients of correlation from fewer samples (see anew.h). */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "anew.h"

#include "engine/guard.h"
#include "pearson.h"
#include "util.h"

#include <math.h>
#include <stdlib.h>

/* So many outputs take as long one by one as with an engine, about. */
enum { FEW = 32 };

struct anew {
    const struct overlap *overlap;
    size_t taps, most;    /* most outputs at a time */
    size_t room;          /* samples of so many */
    double *u, *v;        /* samples and taps that overlap, u[taps] and v[taps] */
    double *x, *y;        /* x[ins][room] and y[outs][most] of an engine */
    double *h;            /* h[taps], NaN where they meet no sample */
    const double *whole;  /* the taps, if all of them do; else NULL */
    struct path path;
    struct system system; /* of h */
    struct template template;
    struct plan plan;
    struct guard *guard;  /* NULL: not opened yet, and neither is the template */
};

struct anew *anew_create(const struct overlap *overlap, size_t taps, const struct plan *plan)
{
    struct anew *a = util_array(1, sizeof *a);

    a->overlap = overlap;
    a->taps = taps;
    a->most = plan->transform && taps / 2 > FEW ? taps / 2 : FEW;
    a->room = a->most + taps - 1;
    a->u = util_doubles(taps);
    a->v = util_doubles(taps);
    a->h = util_doubles(taps);
    a->system = (struct system){.taps = taps, .columns = 1, .h = a->h, .ins = 1, .outs = 1,
                                .paths = 1, .path = &a->path};
    return a;
}

static void close_engine(struct anew *a)
{
    if (!a->guard)
        return;
    guard_close(a->guard);
    template_close(&a->template);
    a->guard = NULL;
}

void anew_free(struct anew *a)
{
    if (!a)
        return;
    close_engine(a);
    free(a->u);
    free(a->v);
    free(a->x);
    free(a->y);
    free(a->h);
    free(a);
}

/* Open an engine for the taps a->h. */
static void open_engine(struct anew *a)
{
    const struct system *system = &a->template.system;
    struct work work = {.outputs = (int64_t)a->most};

    close_engine(a);
    template_open(&a->template, &a->system, a->overlap->omit);
    engine_choose(system, NULL, &work, &a->plan);
    a->guard = guard_open(system, &a->plan);
    if (!a->x) {
        a->x = util_doubles((size_t)system->ins * a->room);
        a->y = util_doubles((size_t)system->outs * a->most);
    }
}

/* Choose the taps that meet a sample of x[count + taps - 1]. Returns whether all do. */
static bool choose_taps(struct anew *a, const double *h, struct samples x, size_t count)
{
    size_t next = 0; /* the first sample from the tap's first one on that is present */
    bool all = true;

    for (size_t w = 0; w < a->taps; w++) {
        next = next < w ? w : next;
        while (next < w + count && isnan(x.x[next * x.step]))
            next++;
        bool meets = next < w + count;
        a->h[a->taps - 1 - w] = meets ? h[a->taps - 1 - w] : NAN;
        all = all && meets;
    }
    return all;
}

/* Compute the sums of an engine for `count` outputs. */
static void run_engine(struct anew *a, struct samples x, struct centre centre, size_t count)
{
    double *presence = a->x + a->room;

    for (size_t i = 0; i < count + a->taps - 1; i++) {
        double sample = x.x[i * x.step];
        a->x[i] = isfinite(sample) ? centre_apply(centre, sample) : 0;
        if (a->overlap->omit)
            presence[i] = !isnan(sample);
    }
    for (size_t at = 0; at < count; at += a->plan.block) {
        size_t n = count - at < a->plan.block ? count - at : a->plan.block;
        const double *from[2] = {a->x + at};
        double *to[3] = {a->y + at};
        if (a->overlap->omit) {
            from[1] = presence + at;
            to[1] = to[0] + a->most;
            to[2] = to[1] + a->most;
        }
        guard_run(a->guard, 0, from, to, n);
    }
}

static bool is_unsure(const struct section *s, size_t i)
{
    return s->r[i * s->step] == COEFFICIENT_UNSURE;
}

static size_t count_unsure(const struct section *s, size_t begin, size_t end)
{
    size_t count = 0;

    for (size_t i = begin; i < end; i++)
        count += is_unsure(s, i);
    return count;
}

static struct samples samples_at(const struct section *s, size_t i)
{
    return (struct samples){s->samples.x + i * s->samples.step, s->samples.step};
}

/* Compute outputs from their own samples and taps, by an engine. */
static void compute_together(struct anew *a, const struct section *s, size_t begin, size_t end)
{
    struct samples x = samples_at(s, begin);
    size_t count = end - begin, samples = count + a->taps - 1;
    bool all = choose_taps(a, s->h, x, count);

    if (!all || a->whole != s->h || !a->guard)
        open_engine(a);
    a->whole = all ? s->h : NULL;
    struct scan scan = {.overlap = a->overlap,
                        .template = &a->template,
                        .accuracy = coefficient_accuracy(&a->plan, a->taps),
                        .position = s->position + (int64_t)begin};
    window_open(&scan.window, centre_of(x.x, samples, x.step));
    run_engine(a, x, scan.window.centre, count);
    coefficient_measure(&scan, x, samples);
    coefficient_prime(&scan, x);
    coefficient_run(&scan, x, (struct results){a->y, 1, a->most}, s->r + begin * s->step, s->step,
                    count);
}

/* Compute those of the outputs begin ... end - 1 that are not sure, one by one, by the
 * definition. */
static void compute_each(struct anew *a, const struct section *s, size_t begin, size_t end)
{
    for (size_t i = begin; i < end; i++) {
        struct samples x = samples_at(s, i);
        size_t n = 0;
        for (size_t w = 0; w < a->taps && is_unsure(s, i); w++)
            if (!isnan(x.x[w * x.step])) {
                a->u[n] = x.x[w * x.step];
                a->v[n++] = s->h[a->taps - 1 - w];
            }
        if (is_unsure(s, i))
            s->r[i * s->step] = pearson(a->u, a->v, n);
    }
}

/* Compute those of the outputs begin ... end - 1 that are not sure, from up to `most` in a row. */
static void compute(struct anew *a, const struct section *s, size_t begin, size_t end, size_t most)
{
    for (; begin < end; begin++) {
        if (!is_unsure(s, begin))
            continue;
        size_t stop = end - begin < most ? end : begin + most;
        size_t before = count_unsure(s, begin, stop);
        if (before <= FEW) {
            compute_each(a, s, begin, stop);
        } else {
            compute_together(a, s, begin, stop);
            bool well = before - count_unsure(s, begin, stop) > FEW;
            compute(a, s, begin, stop, well ? most : (stop - begin) / 2);
        }
        begin = stop - 1;
    }
}

void anew_run(struct anew *a, const struct section *section)
{
    compute(a, section, 0, section->count, a->most);
}

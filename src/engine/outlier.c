/* outlier.c - which samples are kept out of transforms, and their products (see outlier.h). */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "outlier.h"
#include "fft.h"
#include "nonfinite.h"
#include "passes.h"
#include "engine/transform/transform.h"
#include "vector.h"

#include "util.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>

/* A product of a kept-out sample costs as much as so many in a direct sum. */
enum { PRODUCT_COST = 2 };

/* The 2-norm of h[taps] in units of `unit`, which is not smaller than any |h|. Only that of zeros
 * is 0. */
static double norm_of(const double *h, size_t taps, double unit)
{
    double most = 0, sum = 0;

    for (size_t j = 0; j < taps; j++)
        most = fabs(h[j]) > most ? fabs(h[j]) : most;
    double factor = ldexp(1, most > 0x1p-1000 ? -ilogb(most) : 1000); /* no square is 0 */
    for (size_t j = 0; j < taps; j++)
        sum += h[j] * factor * (h[j] * factor);
    return most > 0 ? fmax(sqrt(sum) * (1 / factor / unit), DBL_MIN) : 0;
}

static void measure_columns(struct outlier *o)
{
    const struct system *system = o->system;
    size_t taps = system->taps, all = taps * (size_t)system->columns;

    o->norm = util_array((size_t)system->columns, sizeof *o->norm);
    o->negative = util_array((size_t)system->columns, sizeof *o->negative);
    for (size_t j = 0; j < all; j++)
        o->unit = fabs(system->h[j]) > o->unit ? fabs(system->h[j]) : o->unit;
    o->huge = o->unit >= FFT_HUGE;
    for (int c = 0; c < system->columns; c++) {
        const double *h = system->h + (size_t)c * taps;
        o->norm[c] = norm_of(h, taps, o->unit);
        for (size_t j = 0; j < taps; j++)
            o->negative[c] |= h[j] < 0;
    }
    for (int c = 0; c < system->columns && system->complex; c += 3)
        o->norm[c] = o->norm[c + 1] = o->norm[c + 2] =
            system_complex_norm(o->norm[c], o->norm[c + 1]);
}

static void weigh_paths(struct outlier *o)
{
    const struct system *system = o->system;

    o->first = util_array((size_t)system->outs + 1, sizeof *o->first);
    o->weight = util_array(system->paths, sizeof *o->weight);
    for (size_t k = 0; k < system->paths; k++)
        o->first[system->path[k].out + 1] = k + 1;
    for (int out = 0; out < system->outs; out++) {
        double most = 0;
        for (size_t k = o->first[out]; k < o->first[out + 1]; k++)
            most = fmax(most, o->norm[system->path[k].column]);
        for (size_t k = o->first[out]; k < o->first[out + 1]; k++)
            o->weight[k] = most > 0 ? o->norm[system->path[k].column] / most : 0;
    }
}

void outlier_open(struct outlier *o, const struct system *system, const struct plan *plan,
                  void *state)
{
    *o = (struct outlier){.system = system, .plan = plan, .state = state};
    o->roundings = transform_roundings(plan->transform, 0);
    o->direct = engine_direct.open(system, plan);
    measure_columns(o);
    weigh_paths(o);
    o->slot = util_array(plan->slots, sizeof *o->slot);
    for (size_t s = 0; s < plan->slots; s++)
        passes_open(o, &o->slot[s]);
}

void outlier_close(struct outlier *o)
{
    for (size_t s = 0; s < o->plan->slots; s++)
        passes_close(o, &o->slot[s]);
    engine_direct.close(o->direct);
    free(o->first);
    free(o->norm);
    free(o->weight);
    free(o->negative);
    free(o->slot);
}

void outlier_forget(struct outlier *o, size_t number)
{
    for (int i = 0; i < o->system->ins; i++)
        o->slot[number].keep[i] = INFINITY;
}

void outlier_measure(struct outlier *o, size_t number, const double *const *x, size_t samples)
{
    struct outlier_slot *slot = &o->slot[number];

    outlier_forget(o, number);
    for (int i = 0; i < o->system->ins; i++)
        level_measure(x[i], samples, &slot->channel[i]);
}

/* Count the finite samples above an input's limit, up to `enough`. *most is the largest of the
 * others. */
static size_t count_loud(const struct quiet_input *input, size_t samples, size_t enough,
                         double *most)
{
    size_t loud = 0;

    *most = 0;
    for (size_t begin = 0; begin < samples && loud <= enough; begin += LEVEL_STRETCH) {
        size_t end = begin + LEVEL_STRETCH < samples ? begin + LEVEL_STRETCH : samples;
        double largest = input->stretch[begin / LEVEL_STRETCH];
        if (largest <= input->limit)
            *most = fmax(*most, largest);
        for (size_t s = begin; s < end && largest > input->limit; s++) {
            double size = fabs(input->x[s]);
            loud += size > input->limit && size <= DBL_MAX;
            *most = size <= input->limit ? fmax(*most, size) : *most;
        }
    }
    return loud;
}

/* Keep the samples above the limits of slot->input out, if they are few and that is the cheapest
 * way to so many outputs. Then slot->most gets the largest of the others. */
static bool keep_loud_out(const struct outlier *o, struct outlier_slot *slot, int out,
                          size_t samples, double outputs)
{
    const struct path *path = &o->system->path[o->first[out]];
    size_t paths = o->first[out + 1] - o->first[out], loud = 0;
    double each = PRODUCT_COST * (double)system_products(o->system);
    double most = fmin(passes_direct_cost(o, out, outputs), passes_run_cost(o, out)) / each;
    /* a rounding for each of them must stay within the bound of a transform */
    size_t enough = (size_t)fmin(passes_roundings(o, out) / 2, most);

    for (size_t k = 0; k < paths && loud <= enough; k++)
        loud += count_loud(&slot->input[k], samples, enough, &slot->most[k]);
    if (loud == 0 || loud > enough)
        return false;
    for (size_t k = 0; k < paths; k++)
        if (slot->channel[path[k].in].most > slot->input[k].limit)
            slot->keep[path[k].in] = fmin(slot->keep[path[k].in], slot->input[k].limit);
    return true;
}

void outlier_decide(struct outlier *o, size_t number, const double *const *x, int out,
                    size_t samples)
{
    struct outlier_slot *slot = &o->slot[number];

    passes_reset(o, slot, out);
    slot->again[out] = 0;
    for (;;) {
        double limit = passes_limit(o, slot, out, samples);
        double outputs = passes_find(o, slot, x, out, samples, limit);
        slot->again[out] = outputs > 0 ? limit : 0;
        if (outputs == 0 || !keep_loud_out(o, slot, out, samples, outputs))
            break;
    }
    if (passes_subnormal(o, slot, out))
        slot->again[out] = INFINITY;
}

/* to[n] = from[n], with 0 for what is above the limit, and for NaN. */
VECTOR static void copy_quiet(const double *from, size_t n, double limit, double *to)
{
    for (size_t i = 0; i < n; i++)
        to[i] = fabs(from[i]) <= limit ? from[i] : 0;
}

const double *const *outlier_keep_out(struct outlier *o, size_t number, const double *const *x,
                                      size_t samples, bool finite, bool *changed)
{
    struct outlier_slot *slot = &o->slot[number];

    *changed = false;
    for (int i = 0; i < o->system->ins; i++) {
        bool clean = slot->keep[i] <= DBL_MAX || (finite && nonfinite_any(x[i], samples));
        slot->x[i] = x[i];
        if (!clean)
            continue;
        double *copy = passes_copy(o, slot, i);
        copy_quiet(x[i], samples, fmin(slot->keep[i], DBL_MAX), copy);
        slot->x[i] = copy;
        *changed = true;
    }
    return slot->x;
}

VECTOR static void add_product(const double *h, double x, double *y, size_t n)
{
    for (size_t i = 0; i < n; i++)
        y[i] += h[i] * x;
}

/* Add the products of x[s] along a path. */
static void add_sample(const struct system *system, const struct path *p, size_t s, double x,
                       double *y, size_t frames)
{
    const double *h = system_taps(system, p);

    for (size_t r = 0; r < system_runs(system); r++) {
        struct tap_run run = system_run(system, r);
        size_t first = system_first_sample(system, run), last = first + run.count - 1;
        size_t begin = s < last ? 0 : s - last, end = s < first ? 0 : s - first + 1;
        end = end < frames ? end : frames;
        if (begin < end)
            add_product(h + (begin + system->taps - 1 - s), x, y + begin, end - begin);
    }
}

void outlier_add(struct outlier *o, size_t number, const double *const *x, int out, double *y,
                 size_t frames)
{
    const struct outlier_slot *slot = &o->slot[number];
    size_t samples = frames + o->system->taps - 1;

    for (size_t k = o->first[out]; k < o->first[out + 1]; k++) {
        const struct path *p = &o->system->path[k];
        const double *in = x[p->in], *stretch = slot->channel[p->in].stretch;
        double keep = slot->keep[p->in];
        for (size_t begin = 0; keep <= DBL_MAX && begin < samples; begin += LEVEL_STRETCH) {
            bool loud = stretch[begin / LEVEL_STRETCH] > keep;
            for (size_t s = begin; loud && s < begin + LEVEL_STRETCH && s < samples; s++)
                if (fabs(in[s]) > keep && fabs(in[s]) <= DBL_MAX)
                    add_sample(o->system, p, s, in[s], y, frames);
        }
    }
}

/* y[frames] with 0 for what is below it. NaN stays. */
VECTOR static void clamp(double *y, size_t frames)
{
    for (size_t i = 0; i < frames; i++)
        y[i] = (y[i] < 0 ? 0 : y[i]) + 0.0;
}

void outlier_finish(struct outlier *o, size_t number, const double *const *x, int out, double *y,
                    size_t frames, bool spoilt)
{
    struct outlier_slot *slot = &o->slot[number];
    double limit = spoilt ? INFINITY : slot->again[out];
    bool negative = false;

    if (limit > 0)
        passes_run(o, slot, x, out, y, frames, limit);
    passes_silence(o, slot, x, out, y, frames);
    for (size_t k = o->first[out]; k < o->first[out + 1]; k++)
        negative = negative || o->negative[o->system->path[k].column] ||
                   slot->channel[o->system->path[k].in].negative;
    if (!negative)
        clamp(y, frames);
}

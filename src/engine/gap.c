/* gap.c - transforms of the taps that meet present samples (see gap.h). */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "gap.h"
#include "engine.h"
#include "engine/transform/transform.h"

#include "util.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The 2-norm of an output's samples may be this part of that of all, squared. */
static const double QUIET = 0x1p-30;

/* Samples whose squares are far from overflow and underflow. */
static const double MOST = 0x1p400, LEAST = 0x1p-400;

/* The taps from `first` on, those that meet no present sample set to 0, and what they meet. */
struct part {
    struct system system; /* outputs: value, weight; inputs: samples of each path, then presence */
    struct path *path;
    double *h;
    const double **x;      /* x[ins][samples] */
    size_t first, samples;
    double norm;           /* over paths, of the taps' 2-norm and of the samples' in units of their
                            * root mean square, or the root of their number if that is more */
    double present;        /* samples */
    double **square;       /* square[paths][samples + 1]: sums of squares of the first samples */
    bool negative;         /* a tap or sample is below 0 */
    bool sound;            /* all samples are of ordinary size */
};

static const struct path *first_path(const struct gap *gap)
{
    const struct path *p = gap->system->path;
    while (p->out != gap->value)
        p++;
    return p;
}

/* h[taps] of a path: the taps that meet a present sample in the span. */
static void mask_taps(const struct gap *gap, const struct path *path, size_t begin, size_t frames,
                      double *h)
{
    size_t taps = gap->system->taps, last = 0; /* 1 + the last present sample so far */
    const double *present = gap->x[path->in + gap->system->ins / 2] + begin;

    for (size_t s = 0; s < frames - 1; s++)
        last = present[s] > 0 ? s + 1 : last;
    for (size_t k = 0; k < taps; k++) { /* tap taps - 1 - k meets samples k ... k + frames - 1 */
        last = present[k + frames - 1] > 0 ? k + frames : last;
        h[taps - 1 - k] = last > k ? system_taps(gap->system, path)[taps - 1 - k] : 0;
    }
}

/* The taps of all paths, and of these the first and the last that are not 0. */
static double *find_taps(const struct gap *gap, size_t paths, size_t begin, size_t frames,
                         size_t *first, size_t *last)
{
    size_t taps = gap->system->taps;
    const struct path *path = first_path(gap);
    double *h = util_doubles(paths * taps);

    *first = taps;
    *last = 0;
    for (size_t k = 0; k < paths; k++) {
        mask_taps(gap, &path[k], begin, frames, h + k * taps);
        for (size_t j = 0; j < taps; j++)
            if (h[k * taps + j] != 0) {
                *first = j < *first ? j : *first;
                *last = j > *last ? j : *last;
            }
    }
    return h;
}

static double sum_squares(const double *x, size_t n, double *sums)
{
    sums[0] = 0;
    for (size_t i = 0; i < n; i++)
        sums[i + 1] = sums[i] + x[i] * x[i];
    return sums[n];
}

double gap_count(const double *present, size_t samples)
{
    double sum = 0;
    for (size_t s = 0; s < samples; s++)
        sum += present[s];
    return sum;
}

/* Measure what a path adds to the error, and whether a transform may take it. */
static void measure_path(const struct gap *gap, struct part *part, size_t k)
{
    size_t taps = part->system.taps, paths = part->system.paths / 2;
    int in = first_path(gap)[k].in;
    const double *x = part->x[k], *h = part->h + k * taps;
    double norm = 0, here = gap_count(part->x[paths + k], part->samples);

    for (size_t j = 0; j < taps; j++) {
        norm += h[j] * h[j];
        part->negative |= h[j] < 0;
        part->sound &= h[j] == 0 || (fabs(h[j]) < MOST && fabs(h[j]) > LEAST);
    }
    for (size_t s = 0; s < part->samples; s++) {
        part->negative |= x[s] < 0;
        part->sound &= x[s] == 0 || (fabs(x[s]) < MOST && fabs(x[s]) > LEAST);
    }
    double square = sum_squares(x, part->samples, part->square[k]);
    part->norm += sqrt(norm) * sqrt(square > 0 ? fmax(here, square / gap->mean[in]) : here);
    part->present += here;
}

/* The part of a span; NULL if all its taps are 0. */
static struct part *open_part(const struct gap *gap, size_t begin, size_t frames)
{
    const struct path *path = first_path(gap);
    size_t taps = gap->system->taps, paths = 1, first, last;

    while (path[paths].out == gap->value)
        paths++;
    double *h = find_taps(gap, paths, begin, frames, &first, &last);
    if (first > last) {
        free(h);
        return NULL;
    }
    struct part *part = util_array(1, sizeof *part);
    size_t own = last - first + 1;
    *part = (struct part){.h = h, .first = first, .samples = frames + own - 1, .sound = true};
    part->path = util_array(2 * paths, sizeof *part->path);
    part->x = util_array(2 * paths, sizeof *part->x);
    part->square = util_array(paths, sizeof *part->square);
    part->system = (struct system){.taps = own, .columns = (int)paths, .h = h,
                                   .ins = 2 * (int)paths, .outs = 2, .paths = 2 * paths,
                                   .path = part->path};
    for (size_t k = 0; k < paths; k++) {
        memmove(h + k * own, h + k * taps + first, own * sizeof *h);
        part->path[k] = (struct path){(int)k, (int)k, 0};
        part->path[paths + k] = (struct path){(int)(paths + k), (int)k, 1};
        part->x[k] = gap->x[path[k].in] + begin + taps - 1 - last;
        part->x[paths + k] = gap->x[path[k].in + gap->system->ins / 2] + begin + taps - 1 - last;
        part->square[k] = util_doubles(part->samples + 1);
        measure_path(gap, part, k);
    }
    return part;
}

static void close_part(struct part *part)
{
    for (size_t k = 0; k < part->system.paths / 2; k++)
        free(part->square[k]);
    free(part->square);
    free(part->x);
    free(part->path);
    free(part->h);
    free(part);
}

/* Whether the samples of output i are far below others. */
static bool is_quiet(const struct part *part, size_t i)
{
    size_t taps = part->system.taps;

    for (size_t k = 0; k < part->system.paths / 2; k++)
        if (part->square[k][i + taps] - part->square[k][i] <
            QUIET * part->square[k][part->samples])
            return true;
    return false;
}

/* Compute sums[2][frames] of a part, block by block. */
static void run_part(const struct part *part, const struct plan *plan, size_t frames,
                     double *const *sums)
{
    size_t ins = (size_t)part->system.ins;
    const double **x = util_array(ins, sizeof *x);
    void *state = plan->engine->open(&part->system, plan);
    bool spoilt[2];

    for (size_t at = 0; at < frames; at += plan->block) {
        size_t n = frames - at < plan->block ? frames - at : plan->block;
        for (size_t i = 0; i < ins; i++)
            x[i] = part->x[i] + at;
        plan->engine->run(state, 0, x, (double *[]){sums[0] + at, sums[1] + at}, n, spoilt);
    }
    plan->engine->close(state);
    free(x);
}

/* The least weight of an output that is taken. */
static double least_weight(const struct gap *gap, const struct part *part, const struct plan *plan)
{
    double roundings = transform_roundings(plan->transform, part->system.paths / 2);
    return fmax(gap->least, gap->times * roundings * 0x1p-53 * part->norm);
}

bool gap_run(const struct gap *gap, size_t begin, size_t frames, double *y, double *weight,
             bool *left)
{
    struct part *part = open_part(gap, begin, frames);
    struct plan plan = {0};
    double taken = 0;

    if (!part)
        return false;
    engine_choose(&part->system, NULL, &(struct work){.outputs = (int64_t)frames}, &plan);
    if (part->sound && plan.transform && plan.cost < part->present) {
        double *sums[] = {util_doubles(frames), util_doubles(frames)};
        double least = least_weight(gap, part, &plan);
        run_part(part, &plan, frames, sums);
        for (size_t i = 0; i < frames; i++) {
            left[i] = fabs(sums[1][i]) <= least || is_quiet(part, i);
            if (left[i])
                continue;
            y[i] = part->negative ? sums[0][i] : fmax(sums[0][i], 0);
            weight[i] = sums[1][i];
            taken++;
        }
        free(sums[0]);
        free(sums[1]);
    }
    bool pays = plan.cost * (double)frames < part->present * taken;
    close_part(part);
    return pays;
}

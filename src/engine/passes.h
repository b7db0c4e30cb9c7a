/* passes.h - outputs computed again from quiet samples alone: a part of outlier.h, used by nothing
 * else.
 *
 * A limit is a bound of weighted magnitudes, weight[path] * |sample|. A quiet output has a window
 * (quiet.h) with no sample above the limit, but not of zeros alone. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef PASSES_H
#define PASSES_H

#include "engine.h"
#include "level.h"
#include "quiet.h"

/* What all runs share. */
struct outlier {
    const struct system *system;
    const struct plan *plan;
    void *state;    /* of the plan's engine */
    void *direct;   /* of the direct engine */
    size_t *first;  /* first[outs + 1]: the first path of each output; the number of paths */
    double unit;    /* the largest tap */
    bool huge;      /* it is huge (fft.h): outputs may be infinite in a run that is not spoilt */
    double *norm;   /* norm[columns]: 2-norms in that unit */
    double *weight; /* weight[paths]: of its column, as a part of the output's largest norm */
    double roundings; /* of a transform, in u, without those of sums over paths */
    bool *negative; /* negative[columns]: a tap is below 0 */
    struct outlier_slot *slot; /* slot[plan->slots] */
};

/* The memory of one run. */
struct outlier_slot {
    struct level *channel;     /* channel[ins] */
    double *keep;              /* keep[ins]: the engine gets the samples up to this magnitude */
    double *again;             /* again[outs]: outputs quiet at this limit are computed again; 0:
                                * none */
    double *most;              /* most[paths to an output]: the largest sample */
    bool *silence;             /* silence[outs]: there are windows of zeros alone */
    struct quiet_input *input; /* input[paths to an output] */
    struct quiet search;
    struct span *quiet, *silent, *window; /* for passes.c */
    struct span *span;         /* span[spans]: the outputs that were found */
    size_t spans;
    double **copy;             /* copy[ins][block + taps - 1]; NULL: none so far */
    const double **x;          /* x[ins], y[outs], spoilt[outs]: as for the engine's run */
    double **y;
    bool *spoilt;
    double *result;            /* result[block]; NULL: not yet */
};

void passes_open(const struct outlier *, struct outlier_slot *);
void passes_close(const struct outlier *, struct outlier_slot *);

/* Set slot->most to the largest samples of the output's inputs. */
void passes_reset(const struct outlier *, struct outlier_slot *, int out);

/* Whether samples are so small that products within a transform may be subnormal. */
bool passes_subnormal(const struct outlier *, const struct outlier_slot *, int out);

/* In units of u, the factor in the error bound of an output. */
double passes_roundings(const struct outlier *, int out);

/* The limit above which a sample brings its window within the bound, if the samples of the
 * transform are up to slot->most. */
double passes_limit(const struct outlier *, const struct outlier_slot *, int out, size_t samples);

/* Find the quiet outputs, as slot->span; slot->input gets the limits, and slot->silence is set.
 * Returns their number. */
double passes_find(const struct outlier *, struct outlier_slot *, const double *const *x, int out,
                   size_t samples, double limit);

/* Costs in products of a direct sum: of so many direct sums, and of a run of the engine. */
double passes_direct_cost(const struct outlier *, int out, double outputs);
double passes_run_cost(const struct outlier *, int out);

/* Make sure that there is a copy of channel `in`. */
double *passes_copy(const struct outlier *, struct outlier_slot *, int in);

/* Compute the outputs of y[frames] again that are quiet at a limit; all but the silent ones if it
 * is infinite. */
void passes_run(const struct outlier *, struct outlier_slot *, const double *const *x, int out,
                double *y, size_t frames, double limit);

/* Set those outputs of y[frames] to 0 whose windows hold only zeros. After passes_find. */
void passes_silence(const struct outlier *, struct outlier_slot *, const double *const *x, int out,
                    double *y, size_t frames);

#endif

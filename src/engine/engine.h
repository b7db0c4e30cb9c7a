/* engine.h - what every engine is: a function of memory that convolves a block along paths.
 *
 * An engine knows no file, no mode, no boundary: it computes only sums whose every sample is there.
 * For each output channel o and each 0 <= i < frames
 *
 *     y[o][i] = sum over the paths p to o, over 0 <= j < taps, of
 *                   h[p.column][j] * x[p.in][i + taps - 1 - j]
 *
 * so x[in] holds frames + taps - 1 samples, the first taps - 1 of them the history of the block.
 *
 * Engines are plain functions of floating-point numbers. With transforms a sample that is not
 * finite spoils every output of its block; integers are computed as any other numbers. The guard
 * (guard.h) stands between an engine and its user. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef ENGINE_H
#define ENGINE_H

#include "choice.h"
#include "system.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* How much of it is to be computed. */
struct work {
    int64_t outputs; /* of a signal that is not long the exact number, else -1 */
    size_t zeros;    /* so many of its outputs + taps - 1 samples are zeros before, and after */
};

/* How it is to be computed. */
struct plan {
    const struct engine *engine;
    bool unbuffered;   /* each output is wanted as soon as its inputs are there */
    size_t slots;      /* runs that may be under way at a time, >= 1 */
    struct pool *pool; /* that shares out the work of each run, slots being 1; NULL: none does */
    /* what the engine decides */
    size_t block;      /* most frames of a run; the engine is at its best with just so many */
    size_t transform;  /* real length of its transforms, 0: it sums each output by itself */
    size_t zeros;      /* > 0: all is one run, whose first and last so many samples are zeros */
    double cost;       /* predicted, ns per output frame, all channels, opening included */
    size_t doubles, slot_doubles; /* allocated once, and for each slot, but for what is small */
};

enum { ENGINE_BOUND_BYTES = 200 };

/* An engine, a row of the table of choose.c. Its state holds what is computed once for a kernel. */
struct engine {
    const char *name;
    bool automatic; /* "auto" may choose it */
    bool shares;    /* a pool may share out the work of a run */

    /* Fill in what the engine decides of a plan of one slot and no pool, the rest being 0. */
    void (*plan)(const struct system *, const struct work *, struct plan *);

    /* The proven bound of the error of the output where the most comes together, as words that
     * follow "error: ". */
    void (*bound)(const struct system *, const struct plan *, char text[ENGINE_BOUND_BYTES]);

    /* Never NULL: lack of memory ends the program. */
    void *(*open)(const struct system *, const struct plan *);
    void (*close)(void *state);

    /* x[ins][frames + taps - 1] as pointers to channels, y[outs][frames] likewise, not overlapping;
     * NULL: that output is not wanted. 1 <= frames <= plan.block. With transforms spoilt[o] of each
     * wanted output becomes whether anything computed for it was not finite; without them
     * spoilt[outs] is left alone. Allocates nothing. Several threads may run at once, each in a
     * slot < plan.slots of its own. */
    void (*run)(void *state, size_t slot, const double *const *x, double *const *y, size_t frames,
                bool *spoilt);
};

extern const struct engine engine_direct, engine_fft, engine_exact;

/* The i-th engine of the table, NULL past the last. */
const struct engine *engine_at(size_t i);

/* "auto" and the engines, for users to choose among. */
struct choice engine_choice(size_t i);

/* A signal of so many frames or more is long: its length does not matter to the choice. */
size_t engine_long_frames(size_t taps, int channels);

/* The plan for a system, of one slot and no pool. `name` is an engine's, or "auto" for the cheapest
 * of those that it may choose. The choice depends on these alone, never on the machine or on how
 * much is known of the signal beforehand, so that the same work gives the same bits everywhere.
 * Returns false when no engine has that name. */
bool engine_choose(const struct system *, const char *name, const struct work *, struct plan *);

/* Let a pool work on a plan: each thread on a run of its own; or, where runs are so long that this
 * would take much memory, all of them on one. */
void engine_share(const struct system *, const struct work *, struct pool *, struct plan *);

/* Doubles that the engine will allocate, but for what is small. */
size_t engine_doubles(const struct plan *);

#endif

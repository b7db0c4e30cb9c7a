/* engine.h - the interface of the engines, which convolve a block in memory along paths.
 *
 * An engine knows nothing of files, modes or boundaries: it computes only fully overlapped sums.
 * For each output channel o and each 0 <= i < frames
 *
 *     y[o][i] = sum over the paths p to o, over 0 <= j < taps, of
 *                   h[p.column][j] * x[p.in][i + taps - 1 - j]
 *
 * so x[in] holds frames + taps - 1 samples, the first taps - 1 of them the history of the block.
 *
 * Engines do plain floating-point arithmetic. With transforms, one non-finite sample spoils every
 * output of its block. Integers get no special treatment. Callers use an engine through the guard
 * (guard.h), which takes care of both. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef ENGINE_H
#define ENGINE_H

#include "choice.h"
#include "system.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The amount of work. */
struct work {
    int64_t outputs; /* the exact number if the signal is not long, else -1 */
    size_t zeros;    /* of the outputs + taps - 1 samples, zeros at either end */
    bool unbuffered; /* each output is wanted as soon as its inputs have arrived */
};

/* How the work is done. */
struct plan {
    const struct engine *engine;
    bool unbuffered;   /* as of the work; block is 1 */
    size_t slots;      /* runs that may be active at a time, >= 1 */
    struct pool *pool; /* works on each run together, slots == 1; NULL: no pool */
    /* set by the engine */
    size_t block;      /* most frames of a run; also the most efficient number */
    size_t transform;  /* real length of the transforms; 0: direct sums */
    size_t zeros;      /* > 0: there is one run; it begins and ends with so many zeros */
    double cost;       /* predicted, ns per output frame, all channels, opening included */
    size_t doubles, slot_doubles; /* large allocations: once, and per slot */
};

enum { ENGINE_BOUND_BYTES = 200 };

/* An engine: a row of the table in choose.c. Its state holds whatever is computed once per
 * kernel. */
struct engine {
    const char *name;
    bool automatic; /* "auto" may choose it */
    bool in_blocks; /* no output of a block is there before all its samples are */
    bool of_products; /* only where the taps are a product of factors */
    bool shares;    /* a run can be done by a pool */
    bool divides;   /* it divides its sums as rescale.h says; the guard those of the others */

    /* Fill in the engine's fields of a plan with one slot and no pool; the other fields are 0. */
    void (*plan)(const struct system *, const struct work *, struct plan *);

    /* Describe the largest proven error bound of any output, as text that follows "error: ". */
    void (*bound)(const struct system *, const struct plan *, char text[ENGINE_BOUND_BYTES]);

    /* Never NULL: the program ends if memory runs out. */
    void *(*open)(const struct system *, const struct plan *);
    void (*close)(void *state);

    /* Compute y[outs][frames] from x[ins][frames + taps - 1], both given as pointers to channels
     * that do not overlap. A NULL in y: that output is not wanted. With transforms, a NULL in x:
     * no wanted output has a path from it. 1 <= frames <= plan.block. spoilt[o] of each wanted
     * output is set to whether any value computed for it was not finite; those of the others stay
     * as they are. Allocates nothing. Several threads may call run at once, each with its own slot
     * < plan.slots. */
    void (*run)(void *state, size_t slot, const double *const *x, double *const *y, size_t frames,
                bool *spoilt);
};

extern const struct engine engine_direct, engine_fft, engine_separable, engine_exact;

/* The i-th engine of the table, NULL past the last. */
const struct engine *engine_at(size_t i);

/* The choices "auto", whose value is 0, and the engines, whose value is their place in the table
 * from 1. */
struct choice engine_choice(size_t i);

/* The number of frames from which on a signal is long, so that its length does not affect the
 * choice. */
size_t engine_long_frames(size_t taps, int channels);

/* Make the plan for a system, with one slot and no pool. Without an engine, NULL, it is for the
 * cheapest of the automatic ones that the work allows. The choice depends on the arguments alone,
 * never on the machine or on how much of the signal is known in advance, so that the same work
 * gives the same bits everywhere. */
void engine_choose(const struct system *, const struct engine *, const struct work *,
                   struct plan *);

/* Prepare a plan for a pool. Each thread works on its own run; if runs are so long that this would
 * take much memory, all threads work on the same run. */
void engine_share(const struct system *, const struct work *, struct pool *, struct plan *);

/* The number of doubles in the large allocations of the engine. */
size_t engine_doubles(const struct plan *);

#endif

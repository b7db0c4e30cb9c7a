/* engine.h - what every engine is: a pure function of memory that convolves one block along a list of paths.
 *
 * An engine knows no file, no mode, no boundary: it computes only sums whose every sample is there.
 * For each output channel o and each 0 <= i < frames
 *
 *     y[o][i] = sum over the paths p to o, over 0 <= j < taps, of  h[p.column][j] * x[p.in][i + taps - 1 - j]
 *
 * so x[in] holds frames + taps - 1 samples, the first taps - 1 of them the history of the block.
 * A NaN or infinity reaches exactly the outputs whose sum it stands in, with every engine. Where taps and samples are
 * integers of at most 2^53 in size, so are the outputs: exact up to 2^53, the nearest double beyond (integer.h). */
#ifndef ENGINE_H
#define ENGINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* From a signal channel through a column of taps to an output channel. */
struct path {
    int in, column, out;
};

/* What is to be computed. Borrowed by the engine's state; the caller keeps it unchanged and alive. */
struct system {
    size_t taps;      /* >= 1 */
    int columns;      /* >= 1 */
    const double *h;  /* h[columns][taps], finite */
    int ins, outs;    /* channels, >= 1 */
    size_t paths;     /* sorted by out; every out has at least one */
    const struct path *path;
};

/* How it is to be computed. */
struct plan {
    const struct engine *engine;
    size_t block;     /* most frames of a run; the engine is at its best with just so many */
    bool unbuffered;      /* each output is wanted as soon as its inputs are there: runs of one block, one after the other */
    size_t slots;     /* runs that may be under way at a time, >= 1 */
    struct pool *pool; /* that shares out the work of each run; NULL: nobody does. slots is 1 otherwise */
    size_t transform; /* real length of the fft engine's transforms, 0: none */
    size_t zeros;     /* all outputs are one run, whose first and last so many samples are zeros; 0: nothing is known */
    double cost;      /* predicted, ns per output frame, all channels, opening included */
};

/* An engine. Its state holds what is computed once for a kernel. */
struct engine {
    const char *name;
    void *(*open)(const struct system *, const struct plan *); /* never NULL: memory ends the program */
    /* x[ins][frames + taps - 1] as pointers to channels, y[outs][frames] likewise, not overlapping; 1 <= frames <=
     * plan.block. Allocates nothing (fft: some channels' worth when it first meets a NaN, or integers too large to
     * round). Several threads may run at once, each in a slot < plan.slots of its own. */
    void (*run)(void *state, size_t slot, const double *const *x, double *const *y, size_t frames);
    void (*close)(void *state);
};

extern const struct engine engine_direct, engine_fft, engine_exact;

/* A signal of so many frames or more is long: its length does not matter to the choice. */
size_t engine_long_frames(size_t taps, int channels);

/* What is to be computed, beside the system. */
struct work {
    int64_t outputs; /* of a signal that is not long the exact number, else -1 */
    size_t zeros;    /* of such a one: how many samples are zeros before and as many behind, outputs + taps - 1 in all */
};

/* The plan for a system, of one slot and no pool. `name` is an engine's, or "auto" for the cheaper of direct and fft by the cost
 * model. The choice depends on these alone, never on the machine or on how much is known of the signal beforehand, so
 * that the same work gives the same bits everywhere. Returns false when no engine has that name. */
bool engine_choose(const struct system *, const char *name, const struct work *, struct plan *);

/* Let a pool work on a plan: on a run for each thread, or where runs are long, for such takes much memory, all on one. */
void engine_share(const struct system *, const struct work *, struct pool *, struct plan *);

/* Doubles that the engine will allocate, but for what is small. */
size_t engine_doubles(const struct system *, const struct plan *);

#endif

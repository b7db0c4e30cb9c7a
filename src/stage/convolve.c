/* convolve.c - feeds a stream through an engine, block by block on a grid that starts at frame 0.
 *
 * Samples are planar here and nowhere else: each channel has its own array, with the last taps - 1
 * frames and a batch of new ones. A batch is read in tasks of whole blocks; the pool computes a
 * task while the next one is read. If the caller asks for a whole batch, it is computed directly
 * in the caller's memory. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "stage.h"

#include "engine/guard.h"
#include "util.h"
#include "vector.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

enum {
    TASK_SAMPLES = 1 << 14,  /* of all channels; fits into the nearer caches */
    BATCH_SAMPLES = 1 << 19, /* of all channels; so large that several threads seldom wait */
    FEW = 4,
};

struct convolve {
    struct stream stream;
    struct pool *pool;
    struct guard *guard;
    size_t history, block, task, most; /* frames; most of a batch */
    size_t room, base;     /* of x, at least history + most; where the history begins */
    size_t ins, outs, slots;
    const double **slot_x; /* slot_x[slots][ins], the start of a slot's block in each channel */
    double **slot_y;       /* slot_y[slots][outs][block]; one channel needs none */
    double *rows;          /* rows[chunk][ins], interleaved, on their way in */
    size_t chunk;
    double **x;            /* x[ins][room] */
    double *y;             /* y[most][outs], allocated when less than a batch is asked for */
    double *to;            /* to[frames][outs], where the batch goes */
    atomic_size_t frames;  /* of the batch that have been read */
    size_t taken;          /* how many of them were returned */
    bool primed, ended, failed;
};

/* x[channels][at ...] from rows[frames][channels], and back. As many channels as audio and
 * pictures have get loops of their own, which compilers turn into permutations. */
ALWAYS_INLINE void split_few(const double *rows, size_t channels, size_t frames, double *const *x,
                             size_t at)
{
    double *to[FEW];
    for (size_t k = 0; k < channels; k++)
        to[k] = x[k] + at;
    INDEPENDENT for (size_t i = 0; i < frames; i++)
        UNROLLED for (size_t k = 0; k < channels; k++)
            to[k][i] = rows[i * channels + k];
}

ALWAYS_INLINE void join_few(double *const *x, size_t channels, size_t frames, double *rows)
{
    const double *from[FEW];
    for (size_t k = 0; k < channels; k++)
        from[k] = x[k];
    INDEPENDENT for (size_t i = 0; i < frames; i++)
        UNROLLED for (size_t k = 0; k < channels; k++)
            rows[i * channels + k] = from[k][i];
}

VECTOR static void split(const double *rows, size_t channels, size_t frames, double *const *x,
                         size_t at)
{
    if (channels == 2)
        split_few(rows, 2, frames, x, at);
    else if (channels == 3)
        split_few(rows, 3, frames, x, at);
    else if (channels == FEW)
        split_few(rows, FEW, frames, x, at);
    else
        for (size_t k = 0; k < channels; k++)
            for (size_t i = 0; i < frames; i++)
                x[k][at + i] = rows[i * channels + k];
}

VECTOR static void join(double *const *x, size_t channels, size_t frames, double *rows)
{
    if (channels == 2)
        join_few(x, 2, frames, rows);
    else if (channels == 3)
        join_few(x, 3, frames, rows);
    else if (channels == FEW)
        join_few(x, FEW, frames, rows);
    else
        for (size_t k = 0; k < channels; k++)
            for (size_t i = 0; i < frames; i++)
                rows[i * channels + k] = x[k][i];
}

/* Read up to `frames` frames into the channels of x, from sample `at` on. Fewer at the end; -1:
 * failed. */
static ssize_t read_planar(struct convolve *c, double **x, size_t at, size_t frames)
{
    size_t done = 0;

    while (done < frames) {
        size_t want = frames - done < c->chunk ? frames - done : c->chunk;
        double *rows = c->ins == 1 ? x[0] + at + done : c->rows;
        ssize_t n = stream_fill(c->stream.source, rows, want);
        if (n < 0)
            return -1;
        if (c->ins > 1)
            split(rows, c->ins, (size_t)n, x, at + done);
        done += (size_t)n;
        if ((size_t)n < want)
            break;
    }
    return (ssize_t)done;
}

/* Compute one block, from frame `begin` of the batch on. */
static void run_block(struct convolve *c, size_t slot, size_t begin, size_t frames)
{
    const double **x = c->slot_x + slot * c->ins;
    double **y = c->slot_y + slot * c->outs, *to = c->to + begin * c->outs;

    for (size_t k = 0; k < c->ins; k++)
        x[k] = c->x[k] + c->base + begin;
    if (c->outs == 1)
        y = &to;
    guard_run(c->guard, slot, x, y, frames);
    if (c->outs > 1)
        join(y, c->outs, frames, to);
}

static void run_task(void *context, size_t number, size_t slot)
{
    struct convolve *c = context;
    size_t begin = number * c->task, frames = atomic_load(&c->frames);
    size_t end = begin + c->task < frames ? begin + c->task : frames;

    for (; begin < end; begin += c->block)
        run_block(c, slot, begin, end - begin < c->block ? end - begin : c->block);
}

/* Let the end of a batch be the history of the next. It is moved to the front when the room is
 * full, which is after as many samples at least. */
static void keep_history(struct convolve *c)
{
    c->base += c->most;
    if (c->base + c->history + c->most <= c->room)
        return;
    for (size_t k = 0; k < c->ins; k++)
        memmove(c->x[k], c->x[k] + c->base, c->history * sizeof **c->x);
    c->base = 0;
}

/* Set up the history before the next batch. 0, or -1: failed. */
static int prepare(struct convolve *c)
{
    if (c->primed) {
        if (!c->ended)
            keep_history(c);
        return 0;
    }
    ssize_t n = read_planar(c, c->x, 0, c->history);
    c->primed = true;
    c->ended = n < (ssize_t)c->history;
    c->failed = n < 0;
    return n < 0 ? -1 : 0;
}

/* Read and compute the next batch. 0, or -1: failed. */
static int advance(struct convolve *c, double *to)
{
    struct job job = {.work = run_task, .context = c};
    ssize_t n = 0;

    c->to = to;
    c->taken = 0;
    atomic_store(&c->frames, 0);
    if (prepare(c) < 0)
        return -1;
    for (size_t at = 0; at < c->most && !c->ended; at += c->task) {
        n = read_planar(c, c->x, c->base + c->history + at, c->task);
        c->ended = n < (ssize_t)c->task; /* or failed */
        if (n > 0) {
            atomic_store(&c->frames, at + (size_t)n);
            pool_add(c->pool, &job);
        }
    }
    pool_finish(c->pool, &job);
    c->failed = n < 0; /* what was computed before is returned first */
    return n < 0 && !c->frames ? -1 : 0;
}

/* Compute the next batch, directly into x[frames] if all of it fits. Returns the number of frames
 * in x; -1: failed. */
static ssize_t advance_into(struct convolve *c, double *x, size_t frames)
{
    if (frames < c->most) {
        if (!c->y)
            c->y = util_doubles(c->most * c->outs);
        return advance(c, c->y);
    }
    if (advance(c, x) < 0)
        return -1;
    c->taken = c->frames;
    return (ssize_t)c->frames;
}

/* Copy the rest of the batch to x, as far as it fits. Returns the number of frames. */
static size_t hand_out(struct convolve *c, double *x, size_t frames)
{
    size_t n = c->frames - c->taken < frames ? c->frames - c->taken : frames;
    memcpy(x, c->to + c->taken * c->outs, n * c->outs * sizeof *x);
    c->taken += n;
    return n;
}

static ssize_t read_convolve(struct stream *stream, double *x, size_t frames)
{
    struct convolve *c = (struct convolve *)stream;
    size_t done = 0;

    while (done < frames && (c->taken < c->frames || !c->ended)) {
        double *to = x + done * c->outs;
        ssize_t n = c->taken < c->frames ? (ssize_t)hand_out(c, to, frames - done)
                                         : advance_into(c, to, frames - done);
        if (n < 0)
            break; /* what is done is returned first */
        done += (size_t)n;
    }
    return done || !c->failed ? (ssize_t)done : -1;
}

static void close_channels(double **x, size_t channels)
{
    for (size_t k = 0; k < channels; k++)
        free(x[k]);
    free(x);
}

static void release_convolve(struct stream *stream)
{
    struct convolve *c = (struct convolve *)stream;

    guard_close(c->guard);
    close_channels(c->x, c->ins);
    close_channels(c->slot_y, c->outs == 1 ? 0 : c->slots * c->outs);
    free(c->y);
    free(c->slot_x);
    free(c->rows);
}

static double **channels_of(size_t channels, size_t samples)
{
    double **x = util_array(channels, sizeof *x);
    for (size_t k = 0; k < channels; k++)
        x[k] = util_doubles(samples);
    return x;
}

/* Frames of a task: whole blocks. */
static size_t task_frames(const struct system *system, const struct plan *plan)
{
    size_t blocks =
        plan->unbuffered ? 1 : TASK_SAMPLES / system_most_channels(system) / plan->block;
    return (blocks ? blocks : 1) * plan->block;
}

size_t convolve_batch(const struct system *system, const struct plan *plan)
{
    size_t task = task_frames(system, plan), slots = plan->slots;
    size_t each =
        BATCH_SAMPLES / system_most_channels(system) / task / slots; /* as many for every slot */

    return (slots == 1 ? 1 : each ? each * slots : slots) * task;
}

size_t convolve_block(const struct system *system, const struct plan *plan)
{
    size_t block = stream_block(system->outs), batch = convolve_batch(system, plan);

    if (plan->unbuffered)
        return 1;
    return batch < block ? block / batch * batch : batch; /* whole batches are computed in place */
}

struct stream *convolve_open(struct stream *source, const struct system *system, int64_t origin,
                             const struct plan *plan, struct pool *pool)
{
    struct convolve *c = stream_wrap(source, sizeof *c, read_convolve, release_convolve);
    int64_t frames = source->shape.frames, history = (int64_t)system->taps - 1;

    c->stream.shape.channels = system->outs;
    c->stream.shape.first += history - origin;
    c->stream.shape.frames = frames < 0 ? -1 : frames > history ? frames - history : 0;
    c->pool = plan->slots > 1 ? pool : NULL;
    c->guard = guard_open(system, plan);
    c->history = system->taps - 1;
    c->block = plan->block;
    c->task = task_frames(system, plan);
    c->most = convolve_batch(system, plan);
    c->room = c->history + (c->most > c->history ? c->most : c->history);
    c->ins = (size_t)system->ins;
    c->outs = (size_t)system->outs;
    c->slots = plan->slots;
    c->slot_x = util_array(plan->slots * c->ins, sizeof *c->slot_x);
    c->slot_y = channels_of(c->outs == 1 ? 0 : plan->slots * c->outs, c->block);
    c->chunk = c->ins == 1 ? c->history + c->most : stream_block(system->ins) / 4 + 1;
    c->rows = util_doubles(c->ins == 1 ? 1 : c->chunk * c->ins);
    c->x = channels_of(c->ins, c->room);
    return &c->stream;
}

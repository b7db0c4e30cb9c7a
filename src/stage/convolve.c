/* convolve.c - feeds a stream through an engine, block by block on a grid that starts at frame 0.
 *
 * Samples are planar here and nowhere else. Each channel holds the last taps - 1 frames and a round of new ones, whose
 * stretches of whole blocks the crew computes side by side. */
#include "stage.h"

#include "../util.h"
#include "../vector.h"

#include <stdlib.h>
#include <string.h>

enum {
    STRETCH_SAMPLES = 1 << 17, /* of all channels; the work of some 100 microseconds at least */
    LEAST_READ = 1 << 14,      /* so many at a time cost no calls */
    ROUND_SAMPLES = 1 << 19,   /* of all channels: a round is no longer, unless a block for each thread is; memory */
};

struct convolve {
    struct stream stream;
    struct stream *source;
    struct crew *crew;
    const struct engine *engine;
    void *state;
    size_t history, block, stretch, most; /* frames; most of a round */
    size_t ins, outs;
    const double **lane_x; /* lane_x[lanes][ins], where a lane's block begins in each channel */
    double **lane_y;       /* lane_y[lanes][outs] */
    double *rows;          /* rows[chunk][ins], interleaved, on their way in */
    size_t chunk;
    double **x;            /* x[ins][history + most] */
    double **y;            /* y[outs][most] */
    size_t frames, taken;  /* outputs in y, and how many of them were handed out */
    bool primed, ended;
};

/* x[channels][at ...] from rows[frames][channels], and back. Two channels are what most audio has, and worth a loop that
 * the compiler can turn into permutations. */
VECTOR static void split(const double *rows, size_t channels, size_t frames, double *const *x, size_t at)
{
    if (channels == 2) {
        double *left = x[0] + at, *right = x[1] + at;
        for (size_t i = 0; i < frames; i++) {
            left[i] = rows[2 * i];
            right[i] = rows[2 * i + 1];
        }
        return;
    }
    for (size_t k = 0; k < channels; k++)
        for (size_t i = 0; i < frames; i++)
            x[k][at + i] = rows[i * channels + k];
}

VECTOR static void join(double *const *x, size_t at, size_t channels, size_t frames, double *rows)
{
    if (channels == 2) {
        const double *left = x[0] + at, *right = x[1] + at;
        for (size_t i = 0; i < frames; i++) {
            rows[2 * i] = left[i];
            rows[2 * i + 1] = right[i];
        }
        return;
    }
    for (size_t k = 0; k < channels; k++)
        for (size_t i = 0; i < frames; i++)
            rows[i * channels + k] = x[k][at + i];
}

/* Read up to `frames` frames into the channels of x, from sample `at` on. Fewer at the end; -1: failed. */
static ssize_t read_planar(struct convolve *c, double **x, size_t at, size_t frames)
{
    size_t done = 0;

    while (done < frames) {
        size_t want = frames - done < c->chunk ? frames - done : c->chunk;
        double *rows = c->ins == 1 ? x[0] + at + done : c->rows;
        ssize_t n = c->source->read(c->source, rows, want);
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

/* One block, from frame `begin` of the round on. */
static void run_block(struct convolve *c, size_t lane, size_t begin, size_t frames)
{
    const double **x = c->lane_x + lane * c->ins;
    double **y = c->lane_y + lane * c->outs;

    for (size_t k = 0; k < c->ins; k++)
        x[k] = c->x[k] + begin;
    for (size_t k = 0; k < c->outs; k++)
        y[k] = c->y[k] + begin;
    c->engine->run(c->state, lane, x, y, frames);
}

static void run_stretch(void *context, size_t number, size_t lane)
{
    struct convolve *c = context;
    size_t begin = number * c->stretch, end = begin + c->stretch < c->frames ? begin + c->stretch : c->frames;

    for (; begin < end; begin += c->block)
        run_block(c, lane, begin, end - begin < c->block ? end - begin : c->block);
}

/* Read the frames of the next round. 0, or -1: failed. */
static int fill(struct convolve *c)
{
    ssize_t n = 0;

    c->frames = 0;
    if (!c->primed) {
        n = read_planar(c, c->x, 0, c->history);
        c->primed = true;
        c->ended = n >= 0 && (size_t)n < c->history;
    } else {
        for (size_t k = 0; k < c->ins && !c->ended; k++)
            memmove(c->x[k], c->x[k] + c->most, c->history * sizeof **c->x);
    }
    if (n < 0 || c->ended)
        return n < 0 ? -1 : 0;
    n = read_planar(c, c->x, c->history, c->most);
    if (n < 0)
        return -1;
    c->ended = (size_t)n < c->most;
    c->frames = (size_t)n;
    return 0;
}

/* Compute the next round. 0, or -1: failed. */
static int advance(struct convolve *c)
{
    if (fill(c) < 0)
        return -1;
    crew_run(c->crew, (c->frames + c->stretch - 1) / c->stretch, run_stretch, c);
    c->taken = 0;
    return 0;
}

/* A whole round into the reader's own memory, where it is one channel. 1, or 0: it is not; -1: failed. */
static int advance_into(struct convolve *c, double *y, size_t frames)
{
    double *own = c->y[0];

    if (c->outs > 1 || frames < c->most)
        return 0;
    c->y[0] = y;
    int failed = advance(c);
    c->y[0] = own;
    c->taken = c->frames;
    return failed ? -1 : 1;
}

static ssize_t read_convolve(struct stream *stream, double *x, size_t frames)
{
    struct convolve *c = (struct convolve *)stream;
    size_t done = 0;

    while (done < frames) {
        int into = c->taken == c->frames ? advance_into(c, x + done, frames - done) : 0;
        if (into < 0)
            return -1;
        if (into) {
            done += c->frames;
            if (c->frames < c->most)
                break;
            continue;
        }
        if (c->taken == c->frames && advance(c) < 0)
            return -1;
        size_t n = c->frames - c->taken < frames - done ? c->frames - c->taken : frames - done;
        if (n == 0)
            break;
        if (c->outs == 1)
            memcpy(x + done, c->y[0] + c->taken, n * sizeof *x);
        else
            join(c->y, c->taken, c->outs, n, x + done * c->outs);
        c->taken += n;
        done += n;
    }
    return (ssize_t)done;
}

static void close_channels(double **x, size_t channels)
{
    for (size_t k = 0; k < channels; k++)
        free(x[k]);
    free(x);
}

static void close_convolve(struct stream *stream)
{
    struct convolve *c = (struct convolve *)stream;

    stream_close(c->source);
    c->engine->close(c->state);
    close_channels(c->x, c->ins);
    close_channels(c->y, c->outs);
    free(c->lane_x);
    free(c->lane_y);
    free(c->rows);
    free(c);
}

static double **channels_of(size_t channels, size_t samples)
{
    double **x = util_array(channels, sizeof *x);
    for (size_t k = 0; k < channels; k++)
        x[k] = util_doubles(samples);
    return x;
}

/* Frames of a stretch: whole blocks. */
static size_t stretch_frames(const struct system *system, const struct plan *plan)
{
    if (plan->prompt)
        return plan->block;
    size_t channels = (size_t)(system->ins > system->outs ? system->ins : system->outs);
    size_t samples = plan->lanes > 1 ? STRETCH_SAMPLES : STRETCH_SAMPLES / 8; /* one thread has none to wake: the nearer cache */

    if (samples > ROUND_SAMPLES / 2 / plan->lanes)
        samples = ROUND_SAMPLES / 2 / plan->lanes;
    size_t blocks = samples / channels / plan->block;
    return (blocks ? blocks : 1) * plan->block;
}

size_t convolve_round(const struct system *system, const struct plan *plan)
{
    size_t stretch = stretch_frames(system, plan), each = stretch * plan->lanes;
    size_t channels = (size_t)(system->ins > system->outs ? system->ins : system->outs);
    bool twice = plan->lanes > 1 && 2 * each <= ROUND_SAMPLES / channels; /* so that a late thread has less to catch up */
    return twice ? 2 * each : each;
}

size_t convolve_block(const struct system *system, const struct plan *plan)
{
    size_t block = stream_block(system->outs), round = convolve_round(system, plan);

    if (plan->prompt)
        return 1;
    if (system->outs > 1)
        return block;
    return round < LEAST_READ ? block / round * round : round; /* whole rounds are computed where they are read */
}

struct stream *convolve_open(struct stream *source, const struct system *system, const struct plan *plan,
                             struct crew *crew)
{
    struct convolve *c = util_array(1, sizeof *c);
    int64_t frames = source->shape.frames, history = (int64_t)system->taps - 1;

    c->stream = (struct stream){source->shape, source->name, read_convolve, close_convolve};
    c->stream.shape.channels = system->outs;
    c->stream.shape.frames = frames < 0 ? -1 : frames > history ? frames - history : 0;
    c->source = source;
    c->crew = plan->lanes > 1 ? crew : NULL;
    c->engine = plan->engine;
    c->state = plan->engine->open(system, plan);
    c->history = system->taps - 1;
    c->block = plan->block;
    c->stretch = stretch_frames(system, plan);
    c->most = convolve_round(system, plan);
    c->ins = (size_t)system->ins;
    c->outs = (size_t)system->outs;
    c->lane_x = util_array(plan->lanes * c->ins, sizeof *c->lane_x);
    c->lane_y = util_array(plan->lanes * c->outs, sizeof *c->lane_y);
    c->chunk = c->ins == 1 ? c->history + c->most : stream_block(system->ins) / 4 + 1;
    c->rows = util_doubles(c->ins == 1 ? 1 : c->chunk * c->ins);
    c->x = channels_of(c->ins, c->history + c->most);
    c->y = channels_of(c->outs, c->most);
    return &c->stream;
}

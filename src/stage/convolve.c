/* convolve.c - feeds a stream through an engine, block by block on a grid that starts at frame 0.
 *
 * Samples are planar here and nowhere else. Each channel holds the last taps - 1 frames and a round of new ones, whose
 * stretches of whole blocks the crew computes side by side. With more than one thread there are two rounds: while the
 * crew computes one, the outputs of the other are handed out and its next frames are read. */
#include "stage.h"

#include "../util.h"

#include <stdlib.h>
#include <string.h>

enum {
    STRETCH_SAMPLES = 1 << 16, /* of all channels; the work of some 100 microseconds at least */
    ROUND_SAMPLES = 1 << 18,   /* of all channels: a round is no longer, unless a block for each thread is; memory */
};

struct round {
    struct convolve *stage;
    double **x;    /* x[ins][history + round frames] */
    double **y;    /* y[outs][round frames] */
    size_t frames; /* new ones in x, and so outputs in y */
    struct job job;
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
    struct round round[2];
    size_t rounds;         /* 1 or 2 */
    struct round *out;     /* whose outputs are handed out */
    size_t taken;          /* how many of them were */
    bool primed, ended;
};

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
        for (size_t k = 0; k < c->ins && c->ins > 1; k++)
            for (size_t i = 0; i < (size_t)n; i++)
                x[k][at + done + i] = rows[i * c->ins + k];
        done += (size_t)n;
        if ((size_t)n < want)
            break;
    }
    return (ssize_t)done;
}

/* One block, from frame `begin` of the round on. */
static void run_block(struct round *round, size_t lane, size_t begin, size_t frames)
{
    struct convolve *c = round->stage;
    const double **x = c->lane_x + lane * c->ins;
    double **y = c->lane_y + lane * c->outs;

    for (size_t k = 0; k < c->ins; k++)
        x[k] = round->x[k] + begin;
    for (size_t k = 0; k < c->outs; k++)
        y[k] = round->y[k] + begin;
    c->engine->run(c->state, lane, x, y, frames);
}

static void run_stretch(void *context, size_t number, size_t lane)
{
    struct round *round = context;
    const struct convolve *c = round->stage;
    size_t begin = number * c->stretch, end = begin + c->stretch < round->frames ? begin + c->stretch : round->frames;

    for (; begin < end; begin += c->block)
        run_block(round, lane, begin, end - begin < c->block ? end - begin : c->block);
}

/* Fill a round with the frames that follow those of `last`, which may be the same one. 0, or -1: failed. */
static int fill(struct convolve *c, struct round *round, const struct round *last)
{
    ssize_t n = 0;

    round->frames = 0;
    if (!c->primed) {
        n = read_planar(c, round->x, 0, c->history);
        c->primed = true;
        c->ended = n >= 0 && (size_t)n < c->history;
    } else {
        for (size_t k = 0; k < c->ins; k++)
            memmove(round->x[k], last->x[k] + c->most, c->history * sizeof **round->x);
    }
    if (n < 0 || c->ended)
        return n < 0 ? -1 : 0;
    n = read_planar(c, round->x, c->history, c->most);
    if (n < 0)
        return -1;
    c->ended = (size_t)n < c->most;
    round->frames = (size_t)n;
    return 0;
}

static void begin(struct convolve *c, struct round *round)
{
    crew_begin(c->crew, &round->job, (round->frames + c->stretch - 1) / c->stretch, run_stretch, round);
}

/* Make the next round the one that is handed out. 0, or -1: failed. */
static int advance(struct convolve *c)
{
    struct round *next = c->rounds == 1 ? c->out : &c->round[c->out == &c->round[0]];

    if (!c->primed && c->rounds == 2) { /* the first has nothing before it to overlap with */
        if (fill(c, next, NULL) < 0)
            return -1;
        begin(c, next);
    }
    /* now `next` is being computed if there are two rounds, and `out` is free */
    c->out->frames = 0;
    int failed = c->ended ? 0 : fill(c, c->out, next);
    if (c->rounds == 2)
        crew_finish(c->crew, &next->job);
    if (failed)
        return -1;
    begin(c, c->out);
    if (c->rounds == 1)
        crew_finish(c->crew, &next->job);
    c->out = next;
    c->taken = 0;
    return 0;
}

/* A whole round into the reader's own memory, where it is one channel that nobody else computes. 1, or 0: it is not; -1:
 * failed. */
static int advance_into(struct convolve *c, double *y, size_t frames)
{
    double *own = c->out->y[0];

    if (c->rounds > 1 || c->outs > 1 || frames < c->most)
        return 0;
    c->out->y[0] = y;
    int failed = advance(c);
    c->out->y[0] = own;
    c->taken = c->out->frames;
    return failed ? -1 : 1;
}

static ssize_t read_convolve(struct stream *stream, double *x, size_t frames)
{
    struct convolve *c = (struct convolve *)stream;
    size_t done = 0;

    while (done < frames) {
        int into = c->taken == c->out->frames ? advance_into(c, x + done, frames - done) : 0;
        if (into < 0)
            return -1;
        if (into) {
            done += c->out->frames;
            if (c->out->frames < c->most)
                break;
            continue;
        }
        if (c->taken == c->out->frames && advance(c) < 0)
            return -1;
        size_t n = c->out->frames - c->taken < frames - done ? c->out->frames - c->taken : frames - done;
        if (n == 0)
            break;
        if (c->outs == 1)
            memcpy(x + done, c->out->y[0] + c->taken, n * sizeof *x);
        else
            for (size_t k = 0; k < c->outs; k++)
                for (size_t i = 0; i < n; i++)
                    x[(done + i) * c->outs + k] = c->out->y[k][c->taken + i];
        c->taken += n;
        done += n;
    }
    return (ssize_t)done;
}

static void close_round(const struct convolve *c, struct round *round)
{
    crew_finish(c->crew, &round->job);
    for (size_t k = 0; k < c->ins; k++)
        free(round->x[k]);
    for (size_t k = 0; k < c->outs; k++)
        free(round->y[k]);
    free(round->x);
    free(round->y);
}

static void close_convolve(struct stream *stream)
{
    struct convolve *c = (struct convolve *)stream;

    for (size_t r = 0; r < c->rounds; r++)
        close_round(c, &c->round[r]);
    stream_close(c->source);
    c->engine->close(c->state);
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
    size_t samples = plan->lanes > 1 ? STRETCH_SAMPLES : STRETCH_SAMPLES / 4; /* one thread has none to wake: the nearer cache */

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
    if (plan->lanes > 1 || system->outs > 1)
        return block;
    return round < 16384 ? block / round * round : round;
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
    c->rounds = plan->lanes > 1 ? 2 : 1;
    for (size_t r = 0; r < c->rounds; r++)
        c->round[r] = (struct round){.stage = c,
                                     .x = channels_of(c->ins, c->history + c->most),
                                     .y = channels_of(c->outs, c->most)};
    c->out = &c->round[0];
    return &c->stream;
}

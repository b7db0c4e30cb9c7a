/* convolve.c - feeds a stream through an engine, block by block on a grid that starts at frame 0.
 *
 * Samples are planar here and nowhere else. Each channel holds the last taps - 1 frames and a round of new ones: for
 * each lane a stretch of whole blocks, which the crew computes side by side. */
#include "stage.h"

#include "../util.h"

#include <stdlib.h>
#include <string.h>

enum { STRETCH_SAMPLES = 1 << 16 }; /* of all channels; the work of some 100 microseconds at least */

struct convolve {
    struct stream stream;
    struct stream *source;
    struct crew *crew;
    const struct engine *engine;
    void *state;
    size_t history, block, lanes;
    size_t stretch;         /* frames of a lane in a round: whole blocks, enough to be worth a thread */
    size_t ins, outs;
    double **x;             /* x[ins][history + round], a round being lanes * stretch frames */
    double **y;             /* y[outs][round] */
    const double **lane_x;  /* lane_x[lanes][ins], where a lane's block begins in each channel */
    double **lane_y;        /* lane_y[lanes][outs] */
    double *rows;           /* rows[chunk][ins], interleaved, on their way in */
    size_t chunk;
    size_t ready, taken;    /* frames in y, and how many of them were handed out */
    bool primed, ended;
};

/* Read up to `frames` frames into the channels of x, from sample `at` on. Fewer at the end; -1: failed. */
static ssize_t read_planar(struct convolve *c, size_t at, size_t frames)
{
    size_t done = 0;

    while (done < frames) {
        size_t want = frames - done < c->chunk ? frames - done : c->chunk;
        double *rows = c->ins == 1 ? c->x[0] + at + done : c->rows;
        ssize_t n = c->source->read(c->source, rows, want);
        if (n < 0)
            return -1;
        for (size_t k = 0; k < c->ins && c->ins > 1; k++)
            for (size_t i = 0; i < (size_t)n; i++)
                c->x[k][at + done + i] = rows[i * c->ins + k];
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

/* One lane's stretch, of the frames that are ready. */
static void run_lane(void *context, size_t lane)
{
    struct convolve *c = context;
    size_t begin = lane * c->stretch, end = begin + c->stretch < c->ready ? begin + c->stretch : c->ready;

    for (; begin < end; begin += c->block)
        run_block(c, lane, begin, end - begin < c->block ? end - begin : c->block);
}

/* Compute the next round into y. 0, or -1: failed. */
static int advance(struct convolve *c)
{
    size_t round = c->lanes * c->stretch;

    c->ready = c->taken = 0;
    if (!c->primed) {
        ssize_t n = read_planar(c, 0, c->history);
        if (n < 0)
            return -1;
        c->primed = true;
        c->ended = (size_t)n < c->history;
    } else {
        for (size_t k = 0; k < c->ins; k++)
            memmove(c->x[k], c->x[k] + round, c->history * sizeof **c->x);
    }
    if (c->ended)
        return 0;
    ssize_t n = read_planar(c, c->history, round);
    if (n < 0)
        return -1;
    c->ended = (size_t)n < round;
    c->ready = (size_t)n;
    crew_run(c->crew, (c->ready + c->stretch - 1) / c->stretch, run_lane, c);
    return 0;
}

static ssize_t read_convolve(struct stream *stream, double *x, size_t frames)
{
    struct convolve *c = (struct convolve *)stream;
    size_t done = 0;

    while (done < frames) {
        if (c->taken == c->ready) {
            if (c->ended)
                break;
            if (advance(c) < 0)
                return -1;
        }
        size_t n = c->ready - c->taken < frames - done ? c->ready - c->taken : frames - done;
        if (c->outs == 1)
            memcpy(x + done, c->y[0] + c->taken, n * sizeof *x);
        else
            for (size_t k = 0; k < c->outs; k++)
                for (size_t i = 0; i < n; i++)
                    x[(done + i) * c->outs + k] = c->y[k][c->taken + i];
        c->taken += n;
        done += n;
    }
    return (ssize_t)done;
}

static void close_convolve(struct stream *stream)
{
    struct convolve *c = (struct convolve *)stream;

    stream_close(c->source);
    c->engine->close(c->state);
    for (size_t k = 0; k < c->ins; k++)
        free(c->x[k]);
    for (size_t k = 0; k < c->outs; k++)
        free(c->y[k]);
    free(c->x);
    free(c->y);
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

size_t convolve_stretch(const struct system *system, const struct plan *plan)
{
    size_t channels = (size_t)(system->ins > system->outs ? system->ins : system->outs);
    size_t blocks = STRETCH_SAMPLES / channels / plan->block;
    return (blocks ? blocks : 1) * plan->block;
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
    c->crew = crew;
    c->engine = plan->engine;
    c->state = plan->engine->open(system, plan);
    c->history = system->taps - 1;
    c->block = plan->block;
    c->lanes = plan->lanes;
    c->ins = (size_t)system->ins;
    c->outs = (size_t)system->outs;
    c->stretch = convolve_stretch(system, plan);
    c->x = channels_of(c->ins, c->history + c->lanes * c->stretch);
    c->y = channels_of(c->outs, c->lanes * c->stretch);
    c->lane_x = util_array(c->lanes * c->ins, sizeof *c->lane_x);
    c->lane_y = util_array(c->lanes * c->outs, sizeof *c->lane_y);
    c->chunk = c->ins == 1 ? c->history + c->lanes * c->stretch : stream_block(system->ins) / 4 + 1;
    c->rows = util_doubles(c->ins == 1 ? 1 : c->chunk * c->ins);
    return &c->stream;
}

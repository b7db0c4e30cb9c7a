/* hold.c - reads ahead, so that a short signal's length is known before the first frame is passed on. */
#include "stage.h"

#include "../util.h"

#include <stdlib.h>
#include <string.h>

struct hold {
    struct stream stream;
    struct stream *source;
    double *x; /* x[frames][channels], those that were read ahead */
    size_t taken, frames;
};

static ssize_t read_hold(struct stream *stream, double *x, size_t frames)
{
    struct hold *hold = (struct hold *)stream;
    size_t channels = (size_t)stream->shape.channels, ready = hold->frames - hold->taken;

    if (ready > frames)
        ready = frames;
    if (ready) {
        memcpy(x, hold->x + hold->taken * channels, ready * channels * sizeof *x);
        hold->taken += ready;
    }
    if (ready == frames)
        return (ssize_t)ready;
    free(hold->x);
    hold->x = NULL;
    ssize_t n = hold->source->read(hold->source, x + ready * channels, frames - ready);
    return n < 0 ? -1 : n + (ssize_t)ready;
}

static void close_hold(struct stream *stream)
{
    struct hold *hold = (struct hold *)stream;
    stream_close(hold->source);
    free(hold->x);
    free(hold);
}

struct stream *hold_open(struct stream *source, size_t frames)
{
    struct hold *hold = util_array(1, sizeof *hold);
    size_t channels = (size_t)source->shape.channels, room = 1;
    ssize_t n = 0;

    hold->stream = (struct stream){source->shape, source->name, read_hold, close_hold};
    hold->source = source;
    while (hold->frames < frames) { /* grown by what comes, not by what is asked for */
        if (hold->frames == room || !hold->x)
            hold->x = util_grow(hold->x, (room = hold->x ? 2 * room : stream_block((int)channels)) * channels, sizeof *hold->x);
        size_t want = room < frames ? room - hold->frames : frames - hold->frames;
        n = source->read(source, hold->x + hold->frames * channels, want);
        if (n < 0)
            break;
        hold->frames += (size_t)n;
        if ((size_t)n < want)
            break;
    }
    if (n >= 0 && hold->frames == 0)
        util_error("%s: the signal is empty", source->name);
    if (n < 0 || hold->frames == 0) {
        close_hold(&hold->stream);
        return NULL;
    }
    if (hold->frames < frames)
        hold->stream.shape.frames = (int64_t)hold->frames;
    return &hold->stream;
}

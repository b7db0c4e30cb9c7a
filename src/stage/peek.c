/* peek.c - reads ahead, so that a short signal's length is known before the first frame is passed on. */
#include "stage.h"

#include "util.h"

#include <stdlib.h>
#include <string.h>

struct peek {
    struct stream stream;
    struct stream *source;
    double *x; /* x[frames][channels], those that were read ahead */
    size_t taken, frames;
};

static ssize_t read_peek(struct stream *stream, double *x, size_t frames)
{
    struct peek *peek = (struct peek *)stream;
    size_t channels = (size_t)stream->shape.channels, ready = peek->frames - peek->taken;

    if (ready > frames)
        ready = frames;
    if (ready) {
        memcpy(x, peek->x + peek->taken * channels, ready * channels * sizeof *x);
        peek->taken += ready;
    }
    if (ready == frames)
        return (ssize_t)ready;
    free(peek->x);
    peek->x = NULL;
    ssize_t n = peek->source->read(peek->source, x + ready * channels, frames - ready);
    return n < 0 ? -1 : n + (ssize_t)ready;
}

static void close_peek(struct stream *stream)
{
    struct peek *peek = (struct peek *)stream;
    stream_close(peek->source);
    free(peek->x);
    free(peek);
}

struct stream *peek_open(struct stream *source, size_t frames)
{
    struct peek *peek = util_array(1, sizeof *peek);
    size_t channels = (size_t)source->shape.channels, room = 1;
    ssize_t n = 0;

    peek->stream = (struct stream){source->shape, source->name, read_peek, close_peek};
    peek->source = source;
    while (peek->frames < frames) { /* grown by what comes, not by what is asked for */
        if (peek->frames == room || !peek->x)
            peek->x = util_grow(peek->x, (room = peek->x ? 2 * room : stream_block((int)channels)) * channels, sizeof *peek->x);
        size_t want = room < frames ? room - peek->frames : frames - peek->frames;
        n = source->read(source, peek->x + peek->frames * channels, want);
        if (n < 0)
            break;
        peek->frames += (size_t)n;
        if ((size_t)n < want)
            break;
    }
    if (n >= 0 && peek->frames == 0)
        util_error("%s: the signal is empty", source->name);
    if (n < 0 || peek->frames == 0) {
        close_peek(&peek->stream);
        return NULL;
    }
    if (peek->frames < frames)
        peek->stream.shape.frames = (int64_t)peek->frames;
    return &peek->stream;
}

/* extend.c - adds frames before and after a stream: where a mode ends. */
#include "stage.h"

#include "../util.h"

#include <stdlib.h>
#include <string.h>

struct extend {
    struct stream stream;
    struct stream *source;
    int64_t before, after; /* frames still to be added */
};

/* Up to `frames` zeros from what is left to add. */
static size_t add_zeros(double *x, size_t frames, int64_t *left, size_t channels)
{
    if ((int64_t)frames > *left)
        frames = (size_t)*left;
    memset(x, 0, frames * channels * sizeof *x);
    *left -= (int64_t)frames;
    return frames;
}

static ssize_t read_extend(struct stream *stream, double *x, size_t frames)
{
    struct extend *e = (struct extend *)stream;
    size_t channels = (size_t)stream->shape.channels;
    size_t done = add_zeros(x, frames, &e->before, channels);

    if (done == frames)
        return (ssize_t)done;
    ssize_t n = e->source->read(e->source, x + done * channels, frames - done);
    if (n < 0)
        return -1;
    done += (size_t)n;
    return (ssize_t)(done + add_zeros(x + done * channels, frames - done, &e->after, channels));
}

static void close_extend(struct stream *stream)
{
    struct extend *e = (struct extend *)stream;
    stream_close(e->source);
    free(e);
}

struct stream *extend_open(struct stream *source, int64_t before, int64_t after)
{
    struct extend *e = util_array(1, sizeof *e);

    e->stream = (struct stream){source->shape, source->name, read_extend, close_extend};
    if (source->shape.frames >= 0 && source->shape.frames <= INT64_MAX - before - after)
        e->stream.shape.frames += before + after;
    else
        e->stream.shape.frames = -1;
    e->source = source;
    e->before = before;
    e->after = after;
    return &e->stream;
}

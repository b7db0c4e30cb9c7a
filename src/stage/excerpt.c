/* excerpt.c - a stretch of a stream: what is before it is read and dropped, what is behind it is not read. */
#include "stage.h"

#include "util.h"

#include <stdlib.h>

struct excerpt {
    struct stream stream;
    struct stream *source;
    int64_t skip, left; /* frames still to be dropped, and to be handed on */
};

/* Drop frames into x, which has room for `frames`. Fewer than there are to drop only at the end; -1: failed. */
static int drop(struct excerpt *e, double *x, size_t frames)
{
    while (e->skip > 0) {
        size_t want = (int64_t)frames < e->skip ? frames : (size_t)e->skip;
        ssize_t n = e->source->read(e->source, x, want);
        if (n < 0)
            return -1;
        e->skip -= n;
        if ((size_t)n < want)
            e->left = e->skip = 0;
    }
    return 0;
}

static ssize_t read_excerpt(struct stream *stream, double *x, size_t frames)
{
    struct excerpt *e = (struct excerpt *)stream;

    if (drop(e, x, frames) < 0)
        return -1;
    if ((int64_t)frames > e->left)
        frames = (size_t)e->left;
    ssize_t n = frames ? e->source->read(e->source, x, frames) : 0;
    e->left -= n > 0 ? n : 0;
    return n;
}

static void close_excerpt(struct stream *stream)
{
    struct excerpt *e = (struct excerpt *)stream;
    stream_close(e->source);
    free(e);
}

struct stream *excerpt_open(struct stream *source, int64_t skip, int64_t frames)
{
    struct excerpt *e = util_array(1, sizeof *e);
    int64_t there = source->shape.frames;

    e->stream = (struct stream){source->shape, source->name, read_excerpt, close_excerpt};
    if (there >= 0)
        e->stream.shape.frames = there <= skip ? 0 : there - skip < frames ? there - skip : frames;
    e->source = source;
    e->skip = skip;
    e->left = frames;
    return &e->stream;
}

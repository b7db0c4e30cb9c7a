/* lags.c - a channel in front of the others that tells each frame's lag. */
#include "stage.h"

#include "util.h"

#include <stdlib.h>
#include <string.h>

struct lags {
    struct stream stream;
    struct stream *source;
    int64_t lag;   /* of the next frame */
    double rate;   /* lags per unit of what is told */
};

/* The frames are spread in place, from the last one on. */
static ssize_t read_lags(struct stream *stream, double *x, size_t frames)
{
    struct lags *l = (struct lags *)stream;
    size_t channels = (size_t)l->source->shape.channels;
    ssize_t n = l->source->read(l->source, x, frames);

    for (ssize_t i = n - 1; i >= 0; i--) {
        double *to = x + (size_t)i * (channels + 1);
        memmove(to + 1, x + (size_t)i * channels, channels * sizeof *x);
        *to = (double)(l->lag + i) / l->rate;
    }
    l->lag += n > 0 ? n : 0;
    return n;
}

static void close_lags(struct stream *stream)
{
    struct lags *l = (struct lags *)stream;
    stream_close(l->source);
    free(l);
}

struct stream *lags_open(struct stream *source, int64_t first, double rate)
{
    struct lags *l = util_array(1, sizeof *l);

    l->stream = (struct stream){source->shape, source->name, read_lags, close_lags};
    l->stream.shape.channels++;
    l->source = source;
    l->lag = first;
    l->rate = rate > 0 ? rate : 1;
    return &l->stream;
}

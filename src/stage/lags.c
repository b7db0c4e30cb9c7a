/* lags.c - a channel in front of the others that tells each frame's lag. */
#include "stage.h"

#include "../util.h"

#include <stdlib.h>
#include <string.h>

struct lags {
    struct stream stream;
    struct stream *source;
    int64_t lag;   /* of the next frame */
    double rate;   /* lags per unit of what is told */
    double *x;     /* x[room][channels of the source] */
    size_t room;
};

static ssize_t read_lags(struct stream *stream, double *x, size_t frames)
{
    struct lags *l = (struct lags *)stream;
    size_t channels = (size_t)l->source->shape.channels, done = 0;

    while (done < frames) {
        size_t want = frames - done < l->room ? frames - done : l->room;
        ssize_t n = l->source->read(l->source, l->x, want);
        if (n < 0)
            return -1;
        for (size_t i = 0; i < (size_t)n; i++, done++) {
            double *to = x + done * (channels + 1);
            *to = (double)l->lag++ / l->rate;
            memcpy(to + 1, l->x + i * channels, channels * sizeof *to);
        }
        if ((size_t)n < want)
            break;
    }
    return (ssize_t)done;
}

static void close_lags(struct stream *stream)
{
    struct lags *l = (struct lags *)stream;
    stream_close(l->source);
    free(l->x);
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
    l->room = stream_block(source->shape.channels);
    l->x = util_doubles(l->room * (size_t)source->shape.channels);
    return &l->stream;
}

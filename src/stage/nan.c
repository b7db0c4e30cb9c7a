/* nan.c - what becomes of NaNs in the signal before anything is computed: another value, or the end of the run. */
#include "stage.h"

#include "util.h"

#include <stdlib.h>

struct nan {
    struct stream stream;
    struct stream *source;
    bool fill;
    double value;
    int64_t frames; /* that have passed */
};

static int refuse(const struct nan *s, size_t sample)
{
    size_t channels = (size_t)s->stream.shape.channels;
    util_asked("%s: frame %lld (from 0) of channel %zu is NaN", s->stream.name,
               (long long)(s->frames + (int64_t)(sample / channels)), sample % channels + 1);
    return -1;
}

static ssize_t read_nan(struct stream *stream, double *x, size_t frames)
{
    struct nan *s = (struct nan *)stream;
    ssize_t n = s->source->read(s->source, x, frames);

    for (size_t i = 0; n > 0 && i < (size_t)n * (size_t)stream->shape.channels; i++)
        if (x[i] != x[i]) {
            if (!s->fill)
                return refuse(s, i);
            x[i] = s->value;
        }
    s->frames += n > 0 ? n : 0;
    return n;
}

static void close_nan(struct stream *stream)
{
    struct nan *s = (struct nan *)stream;
    stream_close(s->source);
    free(s);
}

static struct stream *open_nan(struct stream *source, bool fill, double value)
{
    struct nan *s = util_array(1, sizeof *s);

    s->stream = (struct stream){source->shape, source->name, read_nan, close_nan};
    s->source = source;
    s->fill = fill;
    s->value = value;
    return &s->stream;
}

struct stream *nan_fill_open(struct stream *source, double value)
{
    return open_nan(source, true, value);
}

struct stream *nan_refuse_open(struct stream *source)
{
    return open_nan(source, false, 0);
}

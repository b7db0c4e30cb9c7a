/* gain.c - multiplies every sample. */
#include "stage.h"

#include "util.h"

#include <stdlib.h>

struct gain {
    struct stream stream;
    struct stream *source;
    double factor;
};

static ssize_t read_gain(struct stream *stream, double *x, size_t frames)
{
    struct gain *gain = (struct gain *)stream;
    ssize_t n = gain->source->read(gain->source, x, frames);

    for (size_t i = 0; n > 0 && i < (size_t)n * (size_t)stream->shape.channels; i++)
        x[i] *= gain->factor;
    return n;
}

static void close_gain(struct stream *stream)
{
    struct gain *gain = (struct gain *)stream;
    stream_close(gain->source);
    free(gain);
}

struct stream *gain_open(struct stream *source, double factor)
{
    struct gain *gain = util_array(1, sizeof *gain);

    gain->stream = (struct stream){source->shape, source->name, read_gain, close_gain};
    gain->source = source;
    gain->factor = factor;
    return &gain->stream;
}

/* stream.c - the pump between a stream and a sink. */
#include "stream.h"

#include "util.h"

#include <stdlib.h>

/* Large enough that a call costs nothing beside the work, small enough for the second-level cache. */
enum { BLOCK_SAMPLES = 1 << 16 };

void stream_close(struct stream *stream)
{
    if (stream)
        stream->close(stream);
}

size_t stream_block(int channels)
{
    size_t frames = BLOCK_SAMPLES / (size_t)channels;
    return frames ? frames : 1;
}

int stream_push(struct sink *sink, const double *x, int channels, size_t frames)
{
    size_t block = stream_block(channels);

    for (; frames > block; frames -= block, x += block * (size_t)channels)
        if (sink->write(sink, x, block) < 0)
            return -1;
    return sink->write(sink, x, frames);
}

int stream_pump(struct stream *source, struct sink *sink, size_t block)
{
    double *x = util_doubles(block * (size_t)source->shape.channels);
    ssize_t frames;

    while ((frames = source->read(source, x, block)) > 0)
        if (stream_push(sink, x, source->shape.channels, (size_t)frames) < 0) {
            frames = -1;
            break;
        }
    free(x);
    return frames < 0 ? -1 : 0;
}

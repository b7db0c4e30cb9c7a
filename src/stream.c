/* stream.c - the pump between a stream and a sink. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "stream.h"

#include <stdlib.h>

/* So many that a call costs nothing beside the work, and few enough for the second-level cache. */
enum { BLOCK_SAMPLES = 1 << 16 };

void *stream_wrap(struct stream *source, size_t bytes,
                  ssize_t (*read)(struct stream *, double *x, size_t frames),
                  void (*release)(struct stream *))
{
    struct stream *stream = util_array(1, bytes);

    *stream = (struct stream){.shape = source->shape,
                              .name = source->name,
                              .source = source,
                              .read = read,
                              .release = release};
    return stream;
}

void stream_close(struct stream *stream)
{
    while (stream) {
        if (stream->release)
            stream->release(stream);
        struct stream *source = stream->source; /* which a release may have given up */
        free(stream);
        stream = source;
    }
}

enum status stream_status(const struct stream *stream)
{
    while (stream && !stream->refused)
        stream = stream->source;
    return stream ? STATUS_ASKED : STATUS_TROUBLE;
}

ssize_t stream_fill(struct stream *stream, double *x, size_t frames)
{
    size_t channels = (size_t)stream->shape.channels, done = 0;
    ssize_t n = 1;

    while (done < frames && n > 0) {
        n = stream->read(stream, x + done * channels, frames - done);
        done += n > 0 ? (size_t)n : 0;
    }
    return n < 0 ? -1 : (ssize_t)done;
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

enum status stream_pump(struct stream *source, struct sink *sink, size_t block)
{
    double *x = util_doubles(block * (size_t)source->shape.channels);
    bool written = true;
    ssize_t frames;

    while (written && (frames = source->read(source, x, block)) > 0)
        written = stream_push(sink, x, source->shape.channels, (size_t)frames) == 0;
    free(x);
    if (!written)
        return STATUS_TROUBLE;
    return frames < 0 ? stream_status(source) : STATUS_DONE;
}

/* divide.c - divides outputs, each channel by its divisor or each frame by what its lag leaves. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "stage.h"

#include <stdlib.h>

struct divide {
    struct stream stream;
    double *divisor; /* divisor[channels] */
};

struct unbias {
    struct stream stream;
    int64_t frames;
    int64_t lag;   /* of the next frame */
    double *times; /* times[channels] */
};

static ssize_t read_divide(struct stream *stream, double *x, size_t frames)
{
    const struct divide *d = (const struct divide *)stream;
    size_t channels = (size_t)stream->shape.channels;
    ssize_t n = stream->source->read(stream->source, x, frames);

    for (ssize_t i = 0; i < n; i++)
        for (size_t k = 0; k < channels; k++)
            x[(size_t)i * channels + k] /= d->divisor[k];
    return n;
}

static ssize_t read_unbias(struct stream *stream, double *x, size_t frames)
{
    struct unbias *u = (struct unbias *)stream;
    size_t channels = (size_t)stream->shape.channels;
    ssize_t n = stream->source->read(stream->source, x, frames);

    for (ssize_t i = 0; i < n; i++, u->lag += stream->shape.step)
        for (size_t k = 0; k < channels; k++)
            x[(size_t)i * channels + k] /= (double)(u->frames - llabs(u->lag)) * u->times[k];
    return n;
}

static void release_divide(struct stream *stream)
{
    free(((struct divide *)stream)->divisor);
}

static void release_unbias(struct stream *stream)
{
    free(((struct unbias *)stream)->times);
}

struct stream *divide_open(struct stream *source, double *divisor)
{
    struct divide *d = stream_wrap(source, sizeof *d, read_divide, release_divide);

    d->divisor = divisor;
    return &d->stream;
}

struct stream *divide_unbias_open(struct stream *source, int64_t frames, int64_t lag,
                                  double *times)
{
    struct unbias *u = stream_wrap(source, sizeof *u, read_unbias, release_unbias);

    u->frames = frames;
    u->lag = lag;
    u->times = times;
    return &u->stream;
}

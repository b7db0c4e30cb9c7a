/* view.c - the same samples in frames of another size. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "stage.h"

#include "util.h"

#include <stdlib.h>
#include <string.h>

struct view {
    struct stream stream;
    double *rest; /* rest[channels of the source], a frame of which some samples are left */
    size_t left;  /* the last ones */
};

/* Frames that are parts of those of the source. */
static ssize_t read_parts(struct stream *stream, double *x, size_t frames)
{
    struct view *v = (struct view *)stream;
    size_t whole = (size_t)stream->source->shape.channels, part = (size_t)stream->shape.channels;
    size_t want = frames * part, done = v->left < want ? v->left : want;

    memcpy(x, v->rest + (whole - v->left), done * sizeof *x);
    v->left -= done;
    size_t wholes = (want - done) / whole;
    ssize_t n = wholes ? stream->source->read(stream->source, x + done, wholes) : 0;
    if (n < 0)
        return done ? (ssize_t)(done / part) : -1;
    done += (size_t)n * whole;
    if ((size_t)n == wholes && done < want) {
        n = stream->source->read(stream->source, v->rest, 1);
        if (n < 0 && !done)
            return -1;
        v->left = n > 0 ? whole : 0;
        size_t more = n > 0 ? want - done : 0;
        memcpy(x + done, v->rest, more * sizeof *x);
        v->left -= more;
        done += more;
    }
    return (ssize_t)(done / part);
}

/* Frames of several of the source. */
static ssize_t read_groups(struct stream *stream, double *x, size_t frames)
{
    size_t count = (size_t)(stream->shape.channels / stream->source->shape.channels);
    ssize_t n = stream->source->read(stream->source, x, frames * count);
    return n < 0 ? -1 : n / (ssize_t)count;
}

static void release_view(struct stream *stream)
{
    free(((struct view *)stream)->rest);
}

struct stream *view_open(struct stream *source, int channels)
{
    int old = source->shape.channels;
    if (channels == old)
        return source;
    struct view *v = stream_wrap(source, sizeof *v, channels < old ? read_parts : read_groups,
                                 release_view);
    struct shape *shape = &v->stream.shape;

    if (channels < old)
        v->rest = util_doubles((size_t)old);
    shape->channels = channels;
    if (shape->frames >= 0)
        shape->frames = channels < old ? shape->frames * (old / channels)
                                       : shape->frames / (channels / old);
    return &v->stream;
}

/* place.c - puts channels at their places among silent ones. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "stage.h"

#include "util.h"

#include <stdlib.h>

struct placed {
    struct stream stream;
    int *place; /* place[channels of the source], ascending */
};

/* The frames of the source are read to the end of x, from where no channel moves up: its place
 * among n is at most that of the source's, which are the last of the n. */
static ssize_t read_placed(struct stream *stream, double *x, size_t frames)
{
    const struct placed *p = (struct placed *)stream;
    int own = stream->source->shape.channels, all = stream->shape.channels;
    double *from = x + frames * (size_t)(all - own);
    ssize_t n = stream->source->read(stream->source, from, frames);

    for (ssize_t i = 0; i < n; i++, from += own, x += all)
        for (int c = 0, next = 0; c < all; c++)
            x[c] = next < own && p->place[next] == c ? from[next++] : 0;
    return n;
}

static void release_placed(struct stream *stream)
{
    free(((struct placed *)stream)->place);
}

struct stream *place_open(struct stream *source, const int *place, int channels, bool complex)
{
    struct placed *p = stream_wrap(source, sizeof *p, read_placed, release_placed);
    int parts = 1 + complex, own = source->shape.channels;

    p->place = util_array((size_t)own, sizeof *p->place);
    for (int c = 0; c < own; c++)
        p->place[c] = parts * place[c / parts] + c % parts;
    p->stream.shape.channels = parts * channels;
    return &p->stream;
}

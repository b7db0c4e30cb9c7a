/* reorder.c - an array with its axes in another order. All of it is held in memory. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "reorder.h"

#include "permute.h"
#include "util.h"

#include <stdlib.h>
#include <string.h>

struct reorder {
    struct stream stream;
    double *x; /* x[frames][channels] */
    size_t taken, frames;
};

static ssize_t read_reorder(struct stream *stream, double *x, size_t frames)
{
    struct reorder *r = (struct reorder *)stream;
    size_t channels = (size_t)stream->shape.channels, left = r->frames - r->taken,
           n = frames < left ? frames : left;

    memcpy(x, r->x + r->taken * channels, n * channels * sizeof *x);
    r->taken += n;
    return (ssize_t)n;
}

static void release_reorder(struct stream *stream)
{
    free(((struct reorder *)stream)->x);
}

/* All frames of a stream; *frames is their number. NULL: failed, already reported. */
static double *read_all(struct stream *source, size_t *frames)
{
    size_t channels = (size_t)source->shape.channels, room = stream_block((int)channels);
    double *x = util_grow(NULL, room * channels, sizeof *x);
    ssize_t n;

    *frames = 0;
    while ((n = source->read(source, x + *frames * channels, room - *frames)) > 0) {
        *frames += (size_t)n;
        if (*frames == room)
            x = util_grow(x, (room *= 2) * channels, sizeof *x);
    }
    if (n == 0)
        return x;
    free(x);
    return NULL;
}

enum status reorder_open(struct stream **stream, int axes, int64_t length[MOST_AXES],
                         const int *order)
{
    struct stream *source = *stream;
    int64_t elements = 1, before[MOST_AXES];
    size_t frames;
    double *x = read_all(source, &frames);

    if (!x)
        return stream_status(source);
    for (int a = 1; a < axes; a++)
        elements *= length[a];
    int samples = source->shape.channels / (int)elements;
    struct reorder *r = stream_wrap(source, sizeof *r, read_reorder, release_reorder);
    length[0] = (int64_t)frames;
    r->x = permute_copy(x, axes, length, order, samples);
    free(x);
    memcpy(before, length, sizeof before);
    permute_lengths(axes, before, order, length);
    r->frames = (size_t)length[0];
    r->stream.shape.frames = length[0];
    r->stream.shape.channels = samples;
    for (int a = 1; a < axes; a++)
        r->stream.shape.channels *= (int)length[a];
    *stream = &r->stream;
    return STATUS_DONE;
}

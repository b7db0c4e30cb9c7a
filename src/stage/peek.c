/* peek.c - reads ahead, so that a short signal's length is known before the first frame is passed
 * on. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "stage.h"

#include "util.h"

#include <stdlib.h>
#include <string.h>

struct peek {
    struct stream stream;
    double *x; /* x[frames][channels], those that were read ahead */
    size_t taken, frames;
};

static ssize_t read_peek(struct stream *stream, double *x, size_t frames)
{
    struct peek *peek = (struct peek *)stream;
    size_t channels = (size_t)stream->shape.channels, ready = peek->frames - peek->taken;

    if (ready > frames)
        ready = frames;
    if (ready) {
        memcpy(x, peek->x + peek->taken * channels, ready * channels * sizeof *x);
        peek->taken += ready;
    }
    if (ready == frames)
        return (ssize_t)ready;
    free(peek->x);
    peek->x = NULL;
    ssize_t n = stream->source->read(stream->source, x + ready * channels, frames - ready);
    return n < 0 && !ready ? -1 : (ssize_t)ready + (n > 0 ? n : 0);
}

static void release_peek(struct stream *stream)
{
    free(((struct peek *)stream)->x);
}

enum status peek_open(struct stream **stream, size_t frames)
{
    struct stream *source = *stream;
    struct peek *peek = stream_wrap(source, sizeof *peek, read_peek, release_peek);
    size_t channels = (size_t)source->shape.channels, room = 0;
    ssize_t n = 1;

    *stream = &peek->stream;
    while (peek->frames < frames && n > 0) { /* grown by what comes, not by what is asked for */
        if (peek->frames == room) {
            room = room ? 2 * room : stream_block((int)channels);
            peek->x = util_grow(peek->x, room * channels, sizeof *peek->x);
        }
        size_t want = (room < frames ? room : frames) - peek->frames;
        n = source->read(source, peek->x + peek->frames * channels, want);
        peek->frames += n > 0 ? (size_t)n : 0;
    }
    if (n < 0)
        return stream_status(source);
    if (peek->frames < frames)
        peek->stream.shape.frames = (int64_t)peek->frames;
    if (peek->frames)
        return STATUS_DONE;
    util_error("%s: the signal is empty", source->name);
    return STATUS_TROUBLE;
}

/* step.c - keeps the first frame and each so many-th after it. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "stage.h"

#include "util.h"

#include <stdlib.h>
#include <string.h>

struct step {
    struct stream stream;
    double *x; /* x[room][channels], frames as they are read */
    size_t room;
    int64_t step, skip; /* frames from each kept one to the next, and up to the next one */
};

/* How many frames to read for up to so many to keep. */
static size_t count_read(const struct step *s, size_t keep)
{
    int64_t room = (int64_t)s->room;

    if (interval_steps(room - s->skip, s->step) <= (int64_t)keep)
        return s->room;
    return (size_t)(s->skip + ((int64_t)keep - 1) * s->step + 1);
}

static ssize_t read_step(struct stream *stream, double *x, size_t frames)
{
    struct step *s = (struct step *)stream;
    size_t channels = (size_t)stream->shape.channels, done = 0;

    while (done < frames) {
        ssize_t n = stream->source->read(stream->source, s->x, count_read(s, frames - done));
        if (n <= 0)
            return done ? (ssize_t)done : n;
        for (; s->skip < n; s->skip += s->step, done++)
            memcpy(x + done * channels, s->x + (size_t)s->skip * channels, channels * sizeof *x);
        s->skip -= n;
    }
    return (ssize_t)done;
}

static void release_step(struct stream *stream)
{
    free(((struct step *)stream)->x);
}

struct stream *step_open(struct stream *source, int64_t step, size_t frames)
{
    struct step *s = stream_wrap(source, sizeof *s, read_step, release_step);

    if (source->shape.frames >= 0)
        s->stream.shape.frames = interval_steps(source->shape.frames, step);
    s->stream.shape.step *= step;
    s->step = step;
    s->room = frames;
    s->x = util_doubles(frames * (size_t)source->shape.channels);
    return &s->stream;
}

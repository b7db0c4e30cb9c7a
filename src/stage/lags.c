/* lags.c - inserts a first channel with each frame's lag. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "stage.h"

#include "util.h"

#include <string.h>

struct lags {
    struct stream stream;
    int64_t lag;    /* of the next frame */
    int64_t frames; /* so far */
    double rate;    /* lags per unit of what is written */
    size_t parts;   /* channels that are inserted: the lag, and zeros */
};

/* The signal ends before the first lag that was asked for. */
static ssize_t fail_empty(const struct lags *l)
{
    util_error("--lags: there is none from %lld on: %s ends before", (long long)l->lag,
               l->stream.name);
    return -1;
}

/* The frames are spread in place, from the last one on. */
static ssize_t read_lags(struct stream *stream, double *x, size_t frames)
{
    struct lags *l = (struct lags *)stream;
    size_t channels = (size_t)stream->source->shape.channels;
    ssize_t n = stream->source->read(stream->source, x, frames);

    for (ssize_t i = n - 1; i >= 0; i--) {
        double *to = x + (size_t)i * (channels + l->parts);
        memmove(to + l->parts, x + (size_t)i * channels, channels * sizeof *x);
        to[l->parts - 1] = 0;
        *to = (double)(l->lag + i * stream->shape.step) / l->rate;
    }
    if (n < 0)
        return -1;
    l->lag += n * stream->shape.step;
    l->frames += n;
    return l->frames ? n : fail_empty(l);
}

struct stream *lags_open(struct stream *source, int64_t lag, bool complex)
{
    struct lags *l = stream_wrap(source, sizeof *l, read_lags, NULL);

    l->parts = complex ? 2 : 1;
    l->stream.shape.channels += (int)l->parts;
    l->lag = source->shape.first + lag;
    l->rate = source->shape.rate > 0 ? source->shape.rate : 1;
    return &l->stream;
}

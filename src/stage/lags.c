/* lags.c - inserts a first channel with each frame's lag, for each axis. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "stage.h"

#include "util.h"

#include <string.h>

struct lags {
    struct stream stream;
    int axes;
    struct lag_axis axis[MOST_AXES];
    int64_t frames; /* so far */
    double rate;    /* lags per unit of what is written */
    int parts;      /* channels that are inserted for each axis: the lag, and a zero */
};

/* The signal ends before the first lag that was asked for. */
static ssize_t fail_empty(const struct lags *l)
{
    util_error("--lags: there is none from %lld on: %s ends before", (long long)l->axis[0].first,
               l->stream.name);
    return -1;
}

/* Put the lags of a frame, one an axis. The last axis is the fastest. */
static void put_lags(const struct lags *l, int64_t frame, double *x)
{
    for (int a = l->axes - 1; a >= 0; a--) {
        const struct lag_axis *axis = &l->axis[a];
        int64_t i = a ? frame % axis->count : frame;
        x[(a + 1) * l->parts - 1] = 0;
        x[a * l->parts] = (double)(axis->first + i * axis->step) / l->rate;
        frame = a ? frame / axis->count : 0;
    }
}

/* The frames are spread in place, from the last one on. */
static ssize_t read_lags(struct stream *stream, double *x, size_t frames)
{
    struct lags *l = (struct lags *)stream;
    size_t channels = (size_t)stream->source->shape.channels;
    size_t added = (size_t)(l->axes * l->parts);
    ssize_t n = stream->source->read(stream->source, x, frames);

    for (ssize_t i = n - 1; i >= 0; i--) {
        double *to = x + (size_t)i * (channels + added);
        memmove(to + added, x + (size_t)i * channels, channels * sizeof *x);
        put_lags(l, l->frames + i, to);
    }
    if (n < 0)
        return -1;
    l->frames += n;
    return l->frames ? n : fail_empty(l);
}

struct stream *lags_open(struct stream *source, int axes, const struct lag_axis *axis,
                         bool complex)
{
    struct lags *l = stream_wrap(source, sizeof *l, read_lags, NULL);

    l->parts = complex ? 2 : 1;
    l->stream.shape.channels += axes * l->parts;
    l->axes = axes;
    memcpy(l->axis, axis, (size_t)axes * sizeof *axis);
    l->rate = source->shape.rate > 0 ? source->shape.rate : 1;
    return &l->stream;
}

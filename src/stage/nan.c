/* nan.c - NaNs in the signal before the convolution: replaces them, or fails at the first, also if
 * it stands after all that is needed. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "stage.h"

#include "util.h"
#include "vector.h"

#include <math.h>
#include <stdlib.h>

struct fill {
    struct stream stream;
    double value;
    bool complex;
};

struct refuse {
    struct stream stream;
    bool complex;
    int64_t frames; /* that have passed */
};

struct rest {
    struct stream stream;
    struct stream *signal;
    bool ended;
};

static ssize_t read_filled(struct stream *stream, double *x, size_t frames)
{
    const struct fill *s = (struct fill *)stream;
    ssize_t n = stream->source->read(stream->source, x, frames);

    for (size_t i = 0; n > 0 && i < (size_t)n * (size_t)stream->shape.channels; i++)
        if (x[i] != x[i])
            x[i] = s->complex && i % 2 ? 0 : s->value;
    return n;
}

enum { LANES = 8 }; /* sums side by side */

/* Whether all of x[samples] are finite: v - v is 0 then, and NaN stays. */
VECTOR static bool are_finite(const double *x, size_t samples)
{
    double odd[LANES] = {0};
    size_t i = 0;

    for (; i + LANES <= samples; i += LANES)
        for (size_t l = 0; l < LANES; l++)
            odd[l] += x[i + l] - x[i + l];
    for (; i < samples; i++)
        odd[0] += x[i] - x[i];
    for (size_t l = 1; l < LANES; l++)
        odd[0] += odd[l];
    return odd[0] == 0;
}

static ssize_t read_joined(struct stream *stream, double *x, size_t frames)
{
    ssize_t n = stream->source->read(stream->source, x, frames);
    size_t samples = n > 0 ? (size_t)n * (size_t)stream->shape.channels : 0;

    if (are_finite(x, samples))
        return n;
    for (size_t i = 0; i < samples; i += 2)
        if (x[i] != x[i] || x[i + 1] != x[i + 1])
            x[i] = x[i + 1] = NAN;
    return n;
}

struct stream *nan_join_open(struct stream *source)
{
    struct stream *stream = stream_wrap(source, sizeof *stream, read_joined, NULL);

    return stream;
}

/* Returns the frames before the first NaN, then fails. */
static ssize_t read_numbers(struct stream *stream, double *x, size_t frames)
{
    struct refuse *s = (struct refuse *)stream;
    size_t channels = (size_t)stream->shape.channels, i = 0;

    if (stream->refused)
        return -1;
    ssize_t n = stream->source->read(stream->source, x, frames);
    if (n < 0)
        return -1;
    while (i < (size_t)n * channels && x[i] == x[i])
        i++;
    s->frames += (int64_t)(i / channels);
    if (i == (size_t)n * channels)
        return n;
    util_error("%s: frame %lld (from 0) of channel %zu is NaN", stream->name, (long long)s->frames,
               i % channels / (1 + s->complex) + 1);
    stream->refused = true;
    return i / channels ? (ssize_t)(i / channels) : -1;
}

/* Read what is left of a stream. 0, or -1: failed. */
static int read_rest(struct stream *stream)
{
    size_t block = stream_block(stream->shape.channels);
    double *x = util_doubles(block * (size_t)stream->shape.channels);
    ssize_t n;

    while ((n = stream->read(stream, x, block)) > 0)
        continue;
    free(x);
    return (int)n;
}

static ssize_t read_all(struct stream *stream, double *x, size_t frames)
{
    struct rest *rest = (struct rest *)stream;
    ssize_t n = stream->source->read(stream->source, x, frames);

    if (n != 0 || rest->ended)
        return n;
    rest->ended = read_rest(rest->signal) == 0;
    return rest->ended ? 0 : -1;
}

struct stream *nan_fill_open(struct stream *source, double value, bool complex)
{
    struct fill *s = stream_wrap(source, sizeof *s, read_filled, NULL);

    s->value = value;
    s->complex = complex;
    return &s->stream;
}

struct stream *nan_refuse_open(struct stream *source, bool complex)
{
    struct refuse *s = stream_wrap(source, sizeof *s, read_numbers, NULL);

    s->complex = complex;
    return &s->stream;
}

struct stream *nan_rest_open(struct stream *source, struct stream *signal)
{
    struct rest *rest = stream_wrap(source, sizeof *rest, read_all, NULL);

    rest->signal = signal;
    return &rest->stream;
}

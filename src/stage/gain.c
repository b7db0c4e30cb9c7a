/* gain.c - multiplies every sample, and adds an offset. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "stage.h"

struct gain {
    struct stream stream;
    double factor, offset;
    bool complex;
};

static ssize_t read_gain(struct stream *stream, double *x, size_t frames)
{
    struct gain *gain = (struct gain *)stream;
    ssize_t n = stream->source->read(stream->source, x, frames);

    size_t samples = n > 0 ? (size_t)n * (size_t)stream->shape.channels : 0;
    for (size_t i = 0; i < samples; i++)
        x[i] *= gain->factor;
    for (size_t i = 0; i < samples && gain->offset != 0; i++)
        x[i] += gain->complex && i % 2 ? 0 : gain->offset;
    return n;
}

struct stream *gain_open(struct stream *source, double factor, double offset, bool complex)
{
    struct gain *gain = stream_wrap(source, sizeof *gain, read_gain, NULL);

    gain->factor = factor;
    gain->offset = offset;
    gain->complex = complex;
    return &gain->stream;
}

/* gain.c - multiplies every sample. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "stage.h"

struct gain {
    struct stream stream;
    double factor;
};

static ssize_t read_gain(struct stream *stream, double *x, size_t frames)
{
    struct gain *gain = (struct gain *)stream;
    ssize_t n = stream->source->read(stream->source, x, frames);

    for (size_t i = 0; n > 0 && i < (size_t)n * (size_t)stream->shape.channels; i++)
        x[i] *= gain->factor;
    return n;
}

struct stream *gain_open(struct stream *source, double factor)
{
    struct gain *gain = stream_wrap(source, sizeof *gain, read_gain, NULL);

    gain->factor = factor;
    return &gain->stream;
}

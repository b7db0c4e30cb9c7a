/* integer_range.c - passes frames through and tracks the magnitude of integer samples. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "stage.h"

#include <math.h>

struct integer_range {
    struct stream stream;
    double growth, reached;
};

static ssize_t read_range(struct stream *stream, double *x, size_t frames)
{
    struct integer_range *range = (struct integer_range *)stream;
    ssize_t n = stream->source->read(stream->source, x, frames);
    double largest = 0;

    for (size_t i = 0; n > 0 && i < (size_t)n * (size_t)stream->shape.channels; i++) {
        double size = x[i] == rint(x[i]) ? fabs(x[i]) : INFINITY;
        largest = size > largest ? size : largest;
    }
    range->reached = fmax(range->reached, largest * range->growth);
    return n;
}

struct stream *integer_range_open(struct stream *source, double growth)
{
    struct integer_range *range = stream_wrap(source, sizeof *range, read_range, NULL);

    range->growth = growth;
    return &range->stream;
}

double integer_range_reached(const struct stream *stream)
{
    return ((const struct integer_range *)stream)->reached;
}

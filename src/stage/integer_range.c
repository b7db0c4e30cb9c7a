/* integer_range.c - passes frames through and looks at how large the integers among them are. */
#include "stage.h"

#include "util.h"

#include <math.h>
#include <stdlib.h>

struct integer_range {
    struct stream stream;
    struct stream *source;
    double growth, *reached;
};

static ssize_t read_range(struct stream *stream, double *x, size_t frames)
{
    struct integer_range *range = (struct integer_range *)stream;
    ssize_t n = range->source->read(range->source, x, frames);
    double largest = 0;

    for (size_t i = 0; n > 0 && i < (size_t)n * (size_t)stream->shape.channels; i++) {
        double size = x[i] == rint(x[i]) ? fabs(x[i]) : INFINITY;
        largest = size > largest ? size : largest;
    }
    *range->reached = fmax(*range->reached, largest * range->growth);
    return n;
}

static void close_range(struct stream *stream)
{
    struct integer_range *range = (struct integer_range *)stream;
    stream_close(range->source);
    free(range);
}

struct stream *integer_range_open(struct stream *source, double growth, double *reached)
{
    struct integer_range *range = util_array(1, sizeof *range);

    range->stream = (struct stream){source->shape, source->name, read_range, close_range};
    range->source = source;
    range->growth = growth;
    range->reached = reached;
    *reached = 0;
    return &range->stream;
}

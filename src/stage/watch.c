/* watch.c - passes frames through and looks at how large the integers among them are. */
#include "stage.h"

#include "../util.h"

#include <math.h>
#include <stdlib.h>

struct watch {
    struct stream stream;
    struct stream *source;
    double growth, *reached;
};

static ssize_t read_watch(struct stream *stream, double *x, size_t frames)
{
    struct watch *watch = (struct watch *)stream;
    ssize_t n = watch->source->read(watch->source, x, frames);
    double largest = 0;

    for (size_t i = 0; n > 0 && i < (size_t)n * (size_t)stream->shape.channels; i++) {
        double size = x[i] == rint(x[i]) ? fabs(x[i]) : INFINITY;
        largest = size > largest ? size : largest;
    }
    *watch->reached = fmax(*watch->reached, largest * watch->growth);
    return n;
}

static void close_watch(struct stream *stream)
{
    struct watch *watch = (struct watch *)stream;
    stream_close(watch->source);
    free(watch);
}

struct stream *watch_open(struct stream *source, double growth, double *reached)
{
    struct watch *watch = util_array(1, sizeof *watch);

    watch->stream = (struct stream){source->shape, source->name, read_watch, close_watch};
    watch->source = source;
    watch->growth = growth;
    watch->reached = reached;
    *reached = 0;
    return &watch->stream;
}

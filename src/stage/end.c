/* end.c - reads a stream through to learn how it ends. */
#include "stage.h"

#include "../util.h"

#include <stdlib.h>
#include <string.h>

/* Turn the ring x[room][channels], whose oldest frame stands at `first`, so that it begins with that. */
static double *straighten(double *x, size_t room, size_t first, size_t channels)
{
    double *straight = util_doubles(room * channels);
    memcpy(straight, x + first * channels, (room - first) * channels * sizeof *x);
    memcpy(straight + (room - first) * channels, x, first * channels * sizeof *x);
    free(x);
    return straight;
}

int end_read(struct stream *source, struct extension *extension, double **end)
{
    size_t channels = (size_t)source->shape.channels, room = (size_t)extension->before, at = 0;
    double *x = util_doubles(room * channels);
    int64_t frames = 0;
    ssize_t n;

    while ((n = source->read(source, x + at * channels, room - at)) > 0) {
        frames += n;
        at = (at + (size_t)n) % room;
    }
    stream_close(source);
    *end = frames > (int64_t)room ? straighten(x, room, at, channels) : x;
    extension->end = *end;
    extension->end_frames = frames > (int64_t)room ? room : (size_t)frames;
    extension->frames = frames;
    return n < 0 ? -1 : 0;
}

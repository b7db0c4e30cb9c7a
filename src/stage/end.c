/* end.c - reads a stream through to learn how it ends. */
#include "stage.h"

#include "util.h"

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
    size_t block = stream_block((int)channels);
    double *x = util_doubles(room * channels), *next = util_doubles(block * channels);
    int64_t frames = 0;
    ssize_t n;

    while ((n = source->read(source, next, block)) > 0) {
        size_t skip = (size_t)n > room ? (size_t)n - room : 0;
        frames += n;
        at = (at + skip) % room;
        while (skip < (size_t)n) {
            size_t some = room - at < (size_t)n - skip ? room - at : (size_t)n - skip;
            memcpy(x + at * channels, next + skip * channels, some * channels * sizeof *x);
            at = (at + some) % room;
            skip += some;
        }
    }
    free(next);
    stream_close(source);
    *end = frames > (int64_t)room ? straighten(x, room, at, channels) : x;
    extension->end = *end;
    extension->end_frames = frames > (int64_t)room ? room : (size_t)frames;
    extension->frames = frames;
    return n < 0 ? -1 : 0;
}

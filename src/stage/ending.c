/* ending.c - reads a stream to its end and keeps its last frames. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "stage.h"

#include "util.h"

#include <stdlib.h>
#include <string.h>

/* Rotate the ring x[room][channels], whose oldest frame is at `first`, so that it begins with
 * that. */
static double *straighten(double *x, size_t room, size_t first, size_t channels)
{
    double *straight = util_doubles(room * channels);
    memcpy(straight, x + first * channels, (room - first) * channels * sizeof *x);
    memcpy(straight + (room - first) * channels, x, first * channels * sizeof *x);
    free(x);
    return straight;
}

enum status ending_read(struct stream *source, size_t keep, struct ending *ending)
{
    size_t channels = (size_t)source->shape.channels, block = stream_block((int)channels), at = 0;
    double *x = util_doubles(keep * channels), *next = util_doubles(block * channels);
    int64_t frames = 0;
    ssize_t n;

    while ((n = source->read(source, next, block)) > 0) {
        size_t skip = (size_t)n > keep ? (size_t)n - keep : 0;
        frames += n;
        at = (at + skip) % keep;
        while (skip < (size_t)n) {
            size_t some = keep - at < (size_t)n - skip ? keep - at : (size_t)n - skip;
            memcpy(x + at * channels, next + skip * channels, some * channels * sizeof *x);
            at = (at + some) % keep;
            skip += some;
        }
    }
    free(next);
    bool full = frames > (int64_t)keep;
    *ending = (struct ending){.x = full ? straighten(x, keep, at, channels) : x,
                              .kept = full ? keep : (size_t)frames,
                              .frames = frames};
    enum status status = n < 0 ? stream_status(source) : STATUS_DONE;
    stream_close(source);
    if (status != STATUS_DONE) {
        free(ending->x);
        ending->x = NULL;
    }
    return status;
}

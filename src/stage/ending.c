/* ending.c - the last frames of a signal; those of a stream that is read to its end for them. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "stage.h"

#include "util.h"

#include <stdlib.h>
#include <string.h>

void tail_open(struct tail *tail, size_t room, int channels)
{
    *tail = (struct tail){.room = room, .channels = (size_t)channels};
    tail->x = room ? util_doubles(room * tail->channels) : NULL;
}

void tail_close(struct tail *tail)
{
    free(tail->x);
    tail->x = NULL;
}

void tail_add(struct tail *tail, const double *x, size_t frames)
{
    size_t channels = tail->channels, i = frames > tail->room ? frames - tail->room : 0;

    while (i < frames && tail->room > 0) {
        size_t at = (size_t)(tail->frames + (int64_t)i) % tail->room, n = tail->room - at;
        if (n > frames - i)
            n = frames - i;
        memcpy(tail->x + at * channels, x + i * channels, n * channels * sizeof *x);
        i += n;
    }
    tail->frames += (int64_t)frames;
}

const double *tail_frame(const struct tail *tail, int64_t i)
{
    return tail->x + (size_t)i % tail->room * tail->channels;
}

enum status ending_read(struct stream *source, size_t keep, struct tail *ending)
{
    size_t channels = (size_t)source->shape.channels, block = stream_block((int)channels);
    double *x = util_doubles(block * channels);
    ssize_t n;

    tail_open(ending, keep, source->shape.channels);
    while ((n = source->read(source, x, block)) > 0)
        tail_add(ending, x, (size_t)n);
    free(x);
    enum status status = n < 0 ? stream_status(source) : STATUS_DONE;
    stream_close(source);
    if (status != STATUS_DONE)
        tail_close(ending);
    return status;
}

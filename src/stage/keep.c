/* keep.c - notes where a signal's samples are missing, and makes the outputs there missing too.
 *
 * The notes are a list of rows, one for each frame that has a missing sample. keep_begin appends
 * rows, keep_end takes those away whose position it has passed. An output at a position is
 * computed from the frame there among others, so that frame has been noted before. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "stage.h"

#include "util.h"

#include <math.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

struct keep {
    const struct system *system;
    pthread_mutex_t lock; /* of the list */
    size_t channels;      /* of the signal */
    int64_t *position;    /* position[count] from position[begin] on, ascending */
    bool *missing;        /* missing[count][channels], the same */
    size_t begin, count, room;
};

struct keeper {
    struct stream stream;
    struct keep *keep;
    int64_t at; /* the position of the next frame */
};

struct keep *keep_create(const struct system *system)
{
    struct keep *keep = util_array(1, sizeof *keep);

    keep->system = system;
    keep->channels = (size_t)system->ins;
    pthread_mutex_init(&keep->lock, NULL);
    return keep;
}

/* Make room for one more row after the last. */
static void make_room(struct keep *keep)
{
    size_t row = keep->channels * sizeof *keep->missing;

    if (keep->begin + keep->count < keep->room)
        return;
    if (keep->begin > keep->room / 2) {
        memmove(keep->position, keep->position + keep->begin,
                keep->count * sizeof *keep->position);
        memmove(keep->missing, keep->missing + keep->begin * keep->channels, keep->count * row);
        keep->begin = 0;
        return;
    }
    keep->room = 2 * keep->room + 64;
    keep->position = util_grow(keep->position, keep->room, sizeof *keep->position);
    keep->missing = util_grow(keep->missing, keep->room, row);
}

/* Note the frame x[channels] at a position, if a sample of it is missing. */
static void note(struct keep *keep, const double *x, int64_t position)
{
    size_t present = 0;

    while (present < keep->channels && x[present] == x[present])
        present++;
    if (present == keep->channels)
        return;
    make_room(keep);
    size_t row = keep->begin + keep->count++;
    keep->position[row] = position;
    for (size_t k = 0; k < keep->channels; k++)
        keep->missing[row * keep->channels + k] = x[k] != x[k];
}

static ssize_t read_noted(struct stream *stream, double *x, size_t frames)
{
    struct keeper *s = (struct keeper *)stream;
    ssize_t n = stream->source->read(stream->source, x, frames);

    if (n <= 0)
        return n;
    pthread_mutex_lock(&s->keep->lock);
    for (ssize_t i = 0; i < n; i++)
        note(s->keep, x + (size_t)i * s->keep->channels, s->at + i);
    pthread_mutex_unlock(&s->keep->lock);
    s->at += n;
    return n;
}

/* Take away the first row, which is of the outputs y[outs]; NULL: these were not wanted. */
static void take(struct keep *keep, double *y)
{
    const struct system *system = keep->system;
    const bool *missing = keep->missing + keep->begin * keep->channels;

    for (size_t p = 0; y && p < system->paths; p++)
        if (missing[system->path[p].in])
            y[system->path[p].out] = NAN;
    keep->begin++;
    keep->count--;
}

static ssize_t read_kept(struct stream *stream, double *x, size_t frames)
{
    struct keeper *s = (struct keeper *)stream;
    struct keep *keep = s->keep;
    size_t channels = (size_t)stream->shape.channels;
    ssize_t n = stream->source->read(stream->source, x, frames);
    int64_t step = stream->shape.step;

    if (n <= 0)
        return n;
    pthread_mutex_lock(&keep->lock);
    while (keep->count > 0 && keep->position[keep->begin] < s->at + n * step) {
        int64_t i = keep->position[keep->begin] - s->at;
        take(keep, i < 0 || i % step ? NULL : x + (size_t)(i / step) * channels);
    }
    pthread_mutex_unlock(&keep->lock);
    s->at += n * step;
    return n;
}

static void release_notes(struct stream *stream)
{
    struct keep *keep = ((struct keeper *)stream)->keep;

    pthread_mutex_destroy(&keep->lock);
    free(keep->position);
    free(keep->missing);
    free(keep);
}

struct stream *keep_begin(struct stream *source, struct keep *keep)
{
    struct keeper *s = stream_wrap(source, sizeof *s, read_noted, release_notes);

    s->keep = keep;
    return &s->stream;
}

struct stream *keep_end(struct stream *source, struct keep *keep)
{
    struct keeper *s = stream_wrap(source, sizeof *s, read_kept, NULL);

    s->keep = keep;
    s->at = source->shape.first;
    return &s->stream;
}

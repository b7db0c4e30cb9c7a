/* extend.c - the frames of an interval; those beyond the ends of the signal are made from its own
 * frames.
 *
 * An extension frame repeats frames near the ends of the signal, which are kept in memory (head
 * and tail). Where the signal is shorter than the extension, the extension is periodic, as in
 * numpy.pad and scipy.ndimage. Frames are addressed by their position i, which is negative before
 * the signal and is folded into the signal. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "boundary.h"

#include "util.h"

#include <stdlib.h>
#include <string.h>

struct extend {
    struct stream stream;
    struct interval wanted;
    struct beyond beyond;
    struct tail ending; /* x NULL: not known beforehand */
    int64_t at;         /* the position of the next frame to return */
    double *head; /* head[head_frames][channels], the first of the signal; all of it if `whole` */
    size_t head_frames;
    bool begun, whole, failed;
    struct tail tail; /* of the frames of the signal that were returned or skipped */
    int64_t frames;   /* of the signal; -1: not known yet */
};

/* Longer than any signal; stands for an unknown end. */
static const int64_t FAR = INT64_MAX / 4;

/* Frame i of the signal, which must be one of the kept frames. */
static const double *kept(const struct extend *e, int64_t i)
{
    size_t channels = (size_t)e->stream.shape.channels;

    if (i < (int64_t)e->head_frames)
        return e->head + (size_t)i * channels;
    bool passed = i >= e->tail.frames - (int64_t)e->tail.room && i < e->tail.frames;
    return tail_frame(passed ? &e->tail : &e->ending, i);
}

/* Make the frame at position i beyond the ends, for boundaries that repeat frames. */
static void make_frame(const struct extend *e, int64_t i, double *x)
{
    size_t channels = (size_t)e->stream.shape.channels;
    int64_t frames = e->frames < 0 ? FAR : e->frames;
    struct origin_frame origin = boundary_find(e->beyond.boundary, i, frames);
    const double *first = origin.about == ABOUT_FIRST || origin.turns ? kept(e, 0) : NULL;
    const double *last = origin.about == ABOUT_LAST || origin.turns ? kept(e, frames - 1) : NULL;

    boundary_make(&origin, kept(e, origin.at), first, last, channels, x);
}

/* Make the next frames, all of them beyond the ends. */
static void make_frames(struct extend *e, double *x, size_t frames)
{
    size_t channels = (size_t)e->stream.shape.channels;

    if (e->beyond.boundary == BOUNDARY_CONSTANT)
        for (size_t i = 0; i < frames * channels; i++)
            x[i] = boundary_constant(&e->beyond, i);
    else
        for (size_t i = 0; i < frames; i++)
            make_frame(e, e->at + (int64_t)i, x + i * channels);
}

/* The number of first frames to keep for the extension. Frames before the signal need them
 * first. */
static int64_t count_head(const struct extend *e)
{
    int64_t before = e->wanted.from < 0 ? -e->wanted.from : 0;

    switch (e->beyond.boundary) {
    case BOUNDARY_CONSTANT:
        return 0;
    case BOUNDARY_EDGE:
        return before > 0;
    case BOUNDARY_WRAP:
        return before && !e->ending.x ? FAR : e->wanted.past; /* the last frame is needed first */
    default:
        return before ? before + 1 : 0;
    }
}

/* The number of last frames to keep for the extension after the signal. */
static size_t count_tail(const struct extend *e)
{
    if (e->wanted.past <= 0 || e->beyond.boundary == BOUNDARY_CONSTANT ||
        e->beyond.boundary == BOUNDARY_WRAP)
        return 0;
    return e->beyond.boundary == BOUNDARY_EDGE ? 1 : (size_t)e->wanted.past + 1;
}

/* Read the head. 0, or -1: failed. */
static int begin(struct extend *e)
{
    size_t channels = (size_t)e->stream.shape.channels, room = 0;
    struct stream *source = e->stream.source;
    int64_t want = count_head(e);

    while ((int64_t)e->head_frames < want && !e->whole) {
        if (e->head_frames == room) {
            room = 2 * room + stream_block((int)channels);
            e->head = util_grow(e->head, room * channels, sizeof *e->head);
        }
        size_t n = room - e->head_frames;
        if ((int64_t)n > want - (int64_t)e->head_frames)
            n = (size_t)(want - (int64_t)e->head_frames);
        ssize_t got = stream_fill(source, e->head + e->head_frames * channels, n);
        if (got < 0)
            return -1;
        e->head_frames += (size_t)got;
        e->whole = (size_t)got < n;
    }
    e->frames = e->whole ? (int64_t)e->head_frames : e->ending.x ? e->ending.frames : -1;
    e->begun = true;
    return 0;
}

/* Read some of the next frames of the signal. 0: the signal has ended, and e->frames is set; -1:
 * failed. */
static ssize_t take(struct extend *e, double *x, size_t frames)
{
    size_t channels = (size_t)e->stream.shape.channels;
    ssize_t n = 0;

    if (e->tail.frames < (int64_t)e->head_frames) {
        size_t left = e->head_frames - (size_t)e->tail.frames;
        n = (ssize_t)(left < frames ? left : frames);
        memcpy(x, e->head + (size_t)e->tail.frames * channels, (size_t)n * channels * sizeof *x);
    } else if (!e->whole) {
        n = e->stream.source->read(e->stream.source, x, frames);
    }
    if (n < 0)
        return -1;
    tail_add(&e->tail, x, (size_t)n);
    if (n == 0)
        e->frames = e->tail.frames;
    return n;
}

/* Skip the frames before the interval; x has room for `frames` frames. 0, or -1: failed. */
static int skip(struct extend *e, double *x, size_t frames)
{
    while (e->tail.frames < e->at && e->tail.frames != e->frames) {
        int64_t left = e->at - e->tail.frames;
        if (take(e, x, left < (int64_t)frames ? (size_t)left : frames) < 0)
            return -1;
    }
    return 0;
}

/* Read some of the next frames, never across an end of the signal. 0: there are no more; -1:
 * failed. */
static ssize_t read_some(struct extend *e, double *x, size_t frames)
{
    int64_t end = e->frames < 0 ? e->wanted.to : interval_end(&e->wanted, e->frames);
    bool within = e->at >= 0 && (e->frames < 0 || e->at < e->frames);

    if (e->at < 0 && end > 0)
        end = 0;
    else if (within && e->frames >= 0 && end > e->frames)
        end = e->frames;
    if (e->at >= end)
        return 0;
    if (end - e->at < (int64_t)frames)
        frames = (size_t)(end - e->at);
    if (within)
        return take(e, x, frames);
    make_frames(e, x, frames);
    return (ssize_t)frames;
}

static ssize_t read_extend(struct stream *stream, double *x, size_t frames)
{
    struct extend *e = (struct extend *)stream;
    size_t channels = (size_t)stream->shape.channels, done = 0;

    if ((!e->begun && begin(e) < 0) || skip(e, x, frames) < 0)
        return -1;
    while (done < frames && !e->failed) {
        int64_t known = e->frames;
        ssize_t n = read_some(e, x + done * channels, frames - done);
        e->failed = n < 0;
        if (n == 0 && e->frames == known)
            break;
        done += n > 0 ? (size_t)n : 0;
        e->at += n > 0 ? n : 0;
    }
    return done || !e->failed ? (ssize_t)done : -1;
}

static void release_extend(struct stream *stream)
{
    struct extend *e = (struct extend *)stream;
    free(e->head);
    tail_close(&e->tail);
    tail_close(&e->ending);
}

struct stream *extend_open(struct stream *source, const struct interval *wanted,
                           struct beyond beyond, struct tail ending)
{
    struct extend *e = stream_wrap(source, sizeof *e, read_extend, release_extend);

    e->wanted = *wanted;
    e->beyond = beyond;
    e->ending = ending;
    e->at = wanted->from;
    e->frames = -1;
    tail_open(&e->tail, count_tail(e), source->shape.channels);
    e->stream.shape.frames = interval_count(wanted, source->shape.frames);
    e->stream.shape.first = wanted->from;
    e->stream.shape.step = wanted->step;
    return &e->stream;
}

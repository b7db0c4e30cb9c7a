/* stream.h - the language that all rooms share: shapes, streams to pull from, sinks to push into.
 *
 * A frame is one sample per channel. Lengths are in frames unless a name says otherwise.
 * Blocks are interleaved: x[frames][channels], double. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef STREAM_H
#define STREAM_H

#include "util.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct shape {
    int channels;   /* >= 1 */
    double rate;    /* frames per second; 0 when the format has none */
    int64_t frames; /* in all, -1: not known (a pipe); a hint, never a size to allocate */
    int64_t first;  /* the position of the first, in frames of the signal: interval.h, */
    int64_t step;   /* and from each to the next; 0 in a signal, which extend.c gives positions */
};

/* Concrete streams embed this first. */
struct stream {
    struct shape shape;
    const char *name;      /* for messages; borrowed, lives as long as the program's arguments */
    struct stream *source; /* the stream that it wraps, and owns; NULL: none */
    bool refused; /* it failed for a condition that the user asked about: see stream_status() */

    /* Fill x[frames][channels]. Returns the frames filled: fewer than were asked for only where
     * the stream ends or fails, which the next call tells, and every one after it, by 0 or -1
     * (already reported). */
    ssize_t (*read)(struct stream *, double *x, size_t frames);

    /* Free what it owns, but neither itself nor its source; NULL: there is nothing. */
    void (*release)(struct stream *);
};

/* How the frames came to their end. */
enum outcome {
    OUTCOME_FAILED,
    OUTCOME_WHOLE,
    OUTCOME_ROUNDED, /* whole, but what was likely to be exact integers may not be */
};

/* Where frames end up. */
struct sink {
    /* Take x[frames][channels]. 0, or -1: failed, already reported. */
    int (*write)(struct sink *, const double *x, size_t frames);

    /* Finish and free. After a failure what can be taken back is taken back, and nothing is
     * reported. Returns STATUS_DONE, or another status when the end could not be written. */
    enum status (*close)(struct sink *, enum outcome);
};

/* A concrete stream of so many bytes, zeroed, that wraps another: it has its shape and name. Never
 * NULL. */
void *stream_wrap(struct stream *source, size_t bytes,
                  ssize_t (*read)(struct stream *, double *x, size_t frames),
                  void (*release)(struct stream *));

/* Release and free a stream and all that it wraps. NULL: nothing to do. */
void stream_close(struct stream *);

/* The status of a run whose stream has failed: STATUS_ASKED where it, or one that it wraps, has
 * refused to go on as the user asked, else STATUS_TROUBLE. */
enum status stream_status(const struct stream *);

/* Read x[frames][channels] whole, or up to the end of the stream. Returns the frames; -1: failed,
 * already reported. */
ssize_t stream_fill(struct stream *, double *x, size_t frames);

/* Frames of a pump's or a stage's block: about 2^16 samples whatever the channels, at least 1. */
size_t stream_block(int channels);

/* Write x[frames][channels] to a sink in blocks of stream_block(). 0, or -1: failed, already
 * reported. */
int stream_push(struct sink *, const double *x, int channels, size_t frames);

/* Read everything from source, so many frames at a time, and push it into the sink. A status; what
 * is not STATUS_DONE was reported. */
enum status stream_pump(struct stream *source, struct sink *sink, size_t block);

#endif

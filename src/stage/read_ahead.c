/* read_ahead.c - reads a stream in a thread of its own, some blocks ahead of demand. The second
 * block starts the thread; a short stream needs none. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "stage.h"

#include "thread/queue.h"
#include "thread/thread.h"
#include "util.h"

#include <stdlib.h>
#include <string.h>

/* One block on each side, plus two to absorb jitter; more would not fit into the cache. */
enum { BLOCKS = 4 };

/* The thread's data. */
struct reader {
    struct stream *source; /* used by the thread alone until it has ended */
    struct queue *queue;   /* its last block has 0 frames, or -1 */
    struct reader *next;   /* in the list of abandoned readers */
};

struct read_ahead {
    struct stream stream;
    struct reader *reader;
    struct block *block; /* being drained; NULL: none */
    size_t taken;        /* frames of it already returned */
    bool begun, threaded, ended, failed;
    pthread_t thread;
};

/* Read one block. Returns its frames, 0 or -1 where there are no more. */
static ssize_t fill(struct reader *reader)
{
    struct block *block = queue_to_fill(reader->queue);

    if (!block)
        return 0;
    ssize_t frames = reader->source->read(reader->source, block->x, queue_frames(reader->queue));
    block->frames = frames;
    queue_filled(reader->queue);
    return frames;
}

static void *fill_all(void *reader)
{
    while (fill(reader) > 0)
        ;
    return NULL;
}

/* The next block, read by the thread, or by the caller while there is no thread. */
static struct block *next_block(struct read_ahead *ahead)
{
    struct reader *reader = ahead->reader;

    if (!ahead->threaded) {
        bool more = fill(reader) == (ssize_t)queue_frames(reader->queue);
        if (more && ahead->begun)
            ahead->threaded = thread_start(&ahead->thread, fill_all, reader);
        ahead->begun = true;
    }
    ahead->taken = 0;
    return queue_to_drain(reader->queue);
}

static ssize_t read_blocks(struct stream *stream, double *x, size_t frames)
{
    struct read_ahead *ahead = (struct read_ahead *)stream;
    size_t channels = (size_t)stream->shape.channels, done = 0;

    while (done < frames && !ahead->ended) {
        if (!ahead->block)
            ahead->block = next_block(ahead);
        if (ahead->block->frames <= 0) {
            ahead->ended = true;
            ahead->failed = ahead->block->frames < 0;
            break;
        }
        size_t there = (size_t)ahead->block->frames, n = there - ahead->taken;
        if (n > frames - done)
            n = frames - done;
        memcpy(x + done * channels, ahead->block->x + ahead->taken * channels,
               n * channels * sizeof *x);
        done += n;
        ahead->taken += n;
        if (ahead->taken < there)
            continue;
        ahead->block = NULL;
        queue_drained(ahead->reader->queue);
    }
    return done || !ahead->failed ? (ssize_t)done : -1;
}

/* Readers whose threads may wait for input that never comes. They stay until the program ends;
 * this list keeps them reachable for leak checkers. */
static struct reader *volatile abandoned;

static void release_read_ahead(struct stream *stream)
{
    struct read_ahead *ahead = (struct read_ahead *)stream;
    struct reader *reader = ahead->reader;

    queue_stop(reader->queue);
    if (ahead->threaded && !ahead->ended) {
        pthread_detach(ahead->thread);
        reader->next = abandoned;
        abandoned = reader;
        stream->source = NULL; /* the thread keeps it */
        return;
    }
    if (ahead->threaded)
        pthread_join(ahead->thread, NULL);
    queue_close(reader->queue);
    free(reader);
}

struct stream *read_ahead_open(struct stream *source)
{
    struct read_ahead *ahead = stream_wrap(source, sizeof *ahead, read_blocks, release_read_ahead);
    size_t channels = (size_t)source->shape.channels;

    ahead->reader = util_array(1, sizeof *ahead->reader);
    ahead->reader->source = source;
    ahead->reader->queue = queue_open(BLOCKS, stream_block(source->shape.channels), channels);
    return &ahead->stream;
}

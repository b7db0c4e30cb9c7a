/* read_ahead.c - reads a stream in a thread of its own, ahead of who pulls. A stream of one block never sees the thread. */
#include "stage.h"

#include "thread/queue.h"
#include "thread/thread.h"
#include "util.h"

#include <stdlib.h>
#include <string.h>

/* One at each side, and two so that neither waits for the other's jitter; more fall out of the cache. */
enum { BLOCKS = 4 };

struct read_ahead {
    struct stream stream;
    struct stream *source; /* the thread's alone until it has ended */
    struct queue *queue;   /* a block of fewer frames than fit is the last */
    struct block *block;   /* being drained; NULL: none */
    size_t taken;          /* frames of it handed out */
    bool begun, threaded, ended;
    pthread_t thread;
};

/* Read one block; whether there may be more. */
static bool fill(struct read_ahead *ahead)
{
    struct block *block = queue_to_fill(ahead->queue);
    if (!block)
        return false;
    ssize_t frames = ahead->source->read(ahead->source, block->x, queue_frames(ahead->queue));
    block->frames = frames;
    queue_filled(ahead->queue);
    return frames == (ssize_t)queue_frames(ahead->queue);
}

static void *fill_all(void *argument)
{
    while (fill(argument))
        ;
    return NULL;
}

/* The next block, to be read by the thread, or here as long as there is none. */
static struct block *next_block(struct read_ahead *ahead)
{
    if (!ahead->threaded) {
        bool more = fill(ahead);
        if (more && ahead->begun)
            ahead->threaded = thread_start(&ahead->thread, fill_all, ahead);
        ahead->begun = true;
    }
    return queue_to_drain(ahead->queue);
}

static ssize_t read_blocks(struct stream *stream, double *x, size_t frames)
{
    struct read_ahead *ahead = (struct read_ahead *)stream;
    size_t channels = (size_t)stream->shape.channels, done = 0;

    while (done < frames && !ahead->ended) {
        if (!ahead->block) {
            ahead->block = next_block(ahead);
            ahead->taken = 0;
        }
        if (ahead->block->frames < 0) {
            ahead->ended = true;
            return -1;
        }
        size_t there = (size_t)ahead->block->frames, n = there - ahead->taken;
        if (n > frames - done)
            n = frames - done;
        memcpy(x + done * channels, ahead->block->x + ahead->taken * channels, n * channels * sizeof *x);
        done += n;
        ahead->taken += n;
        if (ahead->taken < there)
            continue;
        ahead->ended = there < queue_frames(ahead->queue);
        ahead->block = NULL;
        queue_drained(ahead->queue);
    }
    return (ssize_t)done;
}

static struct read_ahead *volatile abandoned; /* where a look for leaks finds it */

/* A thread that has not ended may be waiting for an input that never comes. It is left to the program's end, with what it
 * uses. */
static void close_ahead(struct stream *stream)
{
    struct read_ahead *ahead = (struct read_ahead *)stream;

    queue_stop(ahead->queue);
    if (ahead->threaded && !ahead->ended) {
        pthread_detach(ahead->thread);
        abandoned = ahead;
        return;
    }
    if (ahead->threaded)
        pthread_join(ahead->thread, NULL);
    stream_close(ahead->source);
    queue_close(ahead->queue);
    free(ahead);
}

struct stream *read_ahead_open(struct stream *source)
{
    struct read_ahead *ahead = util_array(1, sizeof *ahead);

    ahead->stream = (struct stream){source->shape, source->name, read_blocks, close_ahead};
    ahead->source = source;
    ahead->queue = queue_open(BLOCKS, stream_block(source->shape.channels), (size_t)source->shape.channels);
    return &ahead->stream;
}

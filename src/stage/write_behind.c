/* write_behind.c - a pump that writes the sink in a thread of its own while the next block is
 * read. The second block starts the thread; a short result needs none. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "stage.h"

#include "thread/queue.h"
#include "thread/thread.h"

struct writer {
    struct sink *sink;   /* used by the thread alone until it has ended */
    struct queue *queue; /* a block of 0 frames is the last */
    int channels;
    bool failed; /* set by the thread before it stops the queue */
};

/* Write the next block. Returns false at the end or after a failed write. */
static bool drain(struct writer *writer)
{
    struct block *block = queue_to_drain(writer->queue);

    if (block->frames == 0)
        return false;
    if (stream_push(writer->sink, block->x, writer->channels, (size_t)block->frames) < 0) {
        writer->failed = true;
        queue_stop(writer->queue);
        return false;
    }
    queue_drained(writer->queue);
    return true;
}

static void *drain_all(void *writer)
{
    while (drain(writer))
        ;
    return NULL;
}

/* Read the next block. Returns its frames; 0: no more frames, or the sink has failed; -1: the
 * source has failed. */
static ssize_t fill(struct writer *writer, struct stream *source)
{
    struct block *block = queue_to_fill(writer->queue);

    if (!block)
        return 0;
    ssize_t frames = source->read(source, block->x, queue_frames(writer->queue));
    block->frames = frames;
    if (frames > 0)
        queue_filled(writer->queue);
    return frames;
}

static void fill_end(struct writer *writer)
{
    struct block *block = queue_to_fill(writer->queue);

    if (!block)
        return;
    block->frames = 0;
    queue_filled(writer->queue);
}

enum status write_behind_pump(struct stream *source, struct sink *sink, size_t block)
{
    struct writer writer = {.sink = sink, .channels = source->shape.channels};
    pthread_t thread;

    writer.queue = queue_open(2, block, (size_t)writer.channels);
    ssize_t frames = fill(&writer, source);
    bool threaded = frames == (ssize_t)block && thread_start(&thread, drain_all, &writer);
    while (frames > 0) {
        if (!threaded)
            drain(&writer);
        frames = fill(&writer, source);
    }
    fill_end(&writer);
    if (threaded)
        pthread_join(thread, NULL);
    queue_close(writer.queue);
    if (writer.failed)
        return STATUS_TROUBLE;
    return frames < 0 ? stream_status(source) : STATUS_DONE;
}

/* write_behind.c - a pump whose sink is written in a thread of its own, behind who reads. A result of one block never sees the
 * thread. */
#include "stage.h"

#include "thread/queue.h"
#include "thread/thread.h"

struct write_behind {
    struct sink *sink;   /* the thread's alone until it has ended */
    struct queue *queue; /* a block of 0 frames is the last */
    int channels;
    bool failed; /* set by the thread before it stops the queue */
};

/* Write the next block. Returns whether it was there and could be written. */
static bool drain(struct write_behind *behind)
{
    struct block *block = queue_to_drain(behind->queue);

    if (block->frames == 0)
        return false;
    if (stream_push(behind->sink, block->x, behind->channels, (size_t)block->frames) < 0) {
        behind->failed = true;
        queue_stop(behind->queue);
        return false;
    }
    queue_drained(behind->queue);
    return true;
}

static void *drain_all(void *argument)
{
    while (drain(argument))
        ;
    return NULL;
}

/* Read the next block. Returns its frames; fewer than fit: there are no more; -1: failed. */
static ssize_t fill(struct write_behind *behind, struct stream *source)
{
    struct block *block = queue_to_fill(behind->queue);

    if (!block)
        return -1; /* reported by the sink */
    ssize_t frames = source->read(source, block->x, queue_frames(behind->queue));
    block->frames = frames;
    if (frames > 0)
        queue_filled(behind->queue);
    return frames;
}

static void fill_end(struct write_behind *behind)
{
    struct block *block = queue_to_fill(behind->queue);

    if (!block)
        return;
    block->frames = 0;
    queue_filled(behind->queue);
}

int write_behind_pump(struct stream *source, struct sink *sink, size_t block)
{
    struct write_behind behind = {.sink = sink, .channels = source->shape.channels};
    pthread_t thread;

    behind.queue = queue_open(2, block, (size_t)behind.channels);
    ssize_t frames = fill(&behind, source);
    bool threaded = frames == (ssize_t)block && thread_start(&thread, drain_all, &behind);
    while (frames == (ssize_t)block) {
        if (!threaded)
            drain(&behind);
        frames = fill(&behind, source);
    }
    fill_end(&behind);
    if (threaded)
        pthread_join(thread, NULL);
    else if (!behind.failed)
        drain_all(&behind);
    queue_close(behind.queue);
    return frames < 0 || behind.failed ? -1 : 0;
}

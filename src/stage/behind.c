/* behind.c - writes to a sink in a thread of its own, behind who pushes. The first block
 * is written at once, so a result of one block never sees the thread. */
#include "stage.h"

#include "../thread/queue.h"
#include "../thread/thread.h"
#include "../util.h"

#include <stdlib.h>
#include <string.h>

struct behind {
    struct sink sink;
    struct sink *target; /* the thread's alone until it has ended */
    struct queue *queue; /* a block of 0 frames is the last */
    size_t channels;
    bool begun, threaded;
    bool failed; /* set by the thread before it stops the queue */
    pthread_t thread;
};

static void *drain(void *argument)
{
    struct behind *behind = argument;

    for (;;) {
        struct block *block = queue_to_drain(behind->queue);
        if (block->frames == 0)
            return NULL;
        if (behind->target->write(behind->target, block->x, (size_t)block->frames) < 0) {
            behind->failed = true;
            queue_stop(behind->queue);
            return NULL;
        }
        queue_drained(behind->queue);
    }
}

static int write_behind(struct sink *sink, const double *x, size_t frames)
{
    struct behind *behind = (struct behind *)sink;

    if (behind->begun && !behind->threaded)
        behind->threaded = thread_start(&behind->thread, drain, behind);
    behind->begun = true;
    if (!behind->threaded)
        return behind->target->write(behind->target, x, frames);
    while (frames) {
        struct block *block = queue_to_fill(behind->queue);
        if (!block)
            return -1; /* reported by the target */
        size_t n = frames < queue_frames(behind->queue) ? frames : queue_frames(behind->queue);
        memcpy(block->x, x, n * behind->channels * sizeof *x);
        block->frames = (ssize_t)n;
        queue_filled(behind->queue);
        x += n * behind->channels;
        frames -= n;
    }
    return 0;
}

static int close_behind(struct sink *sink, bool good)
{
    struct behind *behind = (struct behind *)sink;
    struct block *block = behind->threaded ? queue_to_fill(behind->queue) : NULL;

    if (block) {
        block->frames = 0;
        queue_filled(behind->queue);
    }
    if (behind->threaded)
        pthread_join(behind->thread, NULL);
    int status = behind->target->close(behind->target, good && !behind->failed);
    if (behind->failed)
        status = STATUS_TROUBLE;
    queue_close(behind->queue);
    free(behind);
    return status;
}

struct sink *behind_open(struct sink *target, int channels)
{
    struct behind *behind = util_array(1, sizeof *behind);

    behind->sink = (struct sink){write_behind, close_behind};
    behind->target = target;
    behind->channels = (size_t)channels;
    behind->queue = queue_open(stream_block(channels), behind->channels);
    return &behind->sink;
}

/* queue.c - a ring of blocks between two threads. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "queue.h"

#include "util.h"

#include <pthread.h>
#include <stdlib.h>

struct queue {
    pthread_mutex_t lock;
    pthread_cond_t changed;
    struct block *block; /* block[blocks] */
    size_t blocks, frames;
    size_t filled, drained; /* blocks so far */
    bool stopped;
};

struct queue *queue_open(size_t blocks, size_t frames, size_t channels)
{
    struct queue *queue = util_array(1, sizeof *queue);

    pthread_mutex_init(&queue->lock, NULL);
    pthread_cond_init(&queue->changed, NULL);
    queue->frames = frames;
    queue->blocks = blocks;
    queue->block = util_array(blocks, sizeof *queue->block);
    for (size_t i = 0; i < blocks; i++)
        queue->block[i].x = util_doubles(util_product(frames, channels));
    return queue;
}

void queue_close(struct queue *queue)
{
    pthread_mutex_destroy(&queue->lock);
    pthread_cond_destroy(&queue->changed);
    for (size_t i = 0; i < queue->blocks; i++)
        free(queue->block[i].x);
    free(queue->block);
    free(queue);
}

size_t queue_frames(const struct queue *queue)
{
    return queue->frames;
}

struct block *queue_to_fill(struct queue *queue)
{
    pthread_mutex_lock(&queue->lock);
    while (queue->filled - queue->drained == queue->blocks && !queue->stopped)
        pthread_cond_wait(&queue->changed, &queue->lock);
    bool stopped = queue->stopped;
    pthread_mutex_unlock(&queue->lock);
    return stopped ? NULL : &queue->block[queue->filled % queue->blocks];
}

struct block *queue_to_drain(struct queue *queue)
{
    pthread_mutex_lock(&queue->lock);
    while (queue->filled == queue->drained)
        pthread_cond_wait(&queue->changed, &queue->lock);
    pthread_mutex_unlock(&queue->lock);
    return &queue->block[queue->drained % queue->blocks];
}

/* Count one more block, or the stop, and wake the other side. */
static void change(struct queue *queue, size_t *count)
{
    pthread_mutex_lock(&queue->lock);
    if (count)
        ++*count;
    else
        queue->stopped = true;
    pthread_cond_signal(&queue->changed);
    pthread_mutex_unlock(&queue->lock);
}

void queue_filled(struct queue *queue)
{
    change(queue, &queue->filled);
}

void queue_drained(struct queue *queue)
{
    change(queue, &queue->drained);
}

void queue_stop(struct queue *queue)
{
    change(queue, NULL);
}

/* queue.h - a first-in, first-out queue of blocks of frames between two threads. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef QUEUE_H
#define QUEUE_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct queue;

struct block {
    double *x;      /* x[most frames][channels] */
    ssize_t frames; /* in the block; the two sides agree on what 0 and -1 mean */
};

/* A queue of `blocks` blocks of up to `frames` frames, for one filler and one drainer. Never
 * NULL. */
struct queue *queue_open(size_t blocks, size_t frames, size_t channels);
void queue_close(struct queue *); /* when neither side uses the queue any more */

size_t queue_frames(const struct queue *); /* most frames of a block */

/* The filler: wait for a block to fill, NULL when the drainer has stopped; then pass it on. */
struct block *queue_to_fill(struct queue *);
void queue_filled(struct queue *);

/* The drainer: wait for the next block; then give it back. */
struct block *queue_to_drain(struct queue *);
void queue_drained(struct queue *);

/* The drainer wants no more. */
void queue_stop(struct queue *);

#endif

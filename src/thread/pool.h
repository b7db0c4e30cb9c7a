/* pool.h - threads that run the pieces of a job in parallel. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef POOL_H
#define POOL_H

#include <stddef.h>

struct pool;

/* A pool of `threads` threads, >= 1, including the caller's. The others start with the first job
 * that has work for them. If the system has no more threads, the caller does all the work. Never
 * NULL. */
struct pool *pool_open(int threads);

/* No job may be running. Here and below, NULL is a pool of one thread. */
void pool_close(struct pool *);

int pool_threads(const struct pool *);

/* Do piece i of a job. Pieces of one job that run at the same time have different worker numbers,
 * all below pool_threads(). */
typedef void pool_work(void *context, size_t i, size_t worker);

/* Call work(context, i, worker) once for each i < count, in any order, on any threads of the pool
 * and on the caller's. Returns when all calls have returned. May be called from several threads at
 * once, but not from within work. */
void pool_run(struct pool *, size_t count, pool_work *work, void *context);

/* The same for pieces that become ready one after the other. pool_add hands piece job->count++ to
 * the other threads. pool_finish takes part in the work and returns when all pieces are done. The
 * caller owns the job, and keeps it unchanged until then. A pool of one thread does all pieces in
 * pool_finish. */
struct job {
    pool_work *work; /* the caller sets work and context; the rest is 0 */
    void *context;
    struct job *next;
    size_t count, begun, done;
};
void pool_add(struct pool *, struct job *);
void pool_finish(struct pool *, struct job *);

#endif

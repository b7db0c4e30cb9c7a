/* pool.h - threads that share out the pieces of a job. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef POOL_H
#define POOL_H

#include <stddef.h>

struct pool;

/* A pool of so many threads, >= 1, the caller's among them. The others start with the first job
 * that has work for them; where the system has no more threads, the caller does all. Never NULL. */
struct pool *pool_open(int threads);

/* No job may be under way. NULL is a pool of one, here and below. */
void pool_close(struct pool *);

int pool_threads(const struct pool *);

/* A piece of work: number i of a job. No two pieces of one job that are done at the same time have
 * the same worker, which is below pool_threads(). */
typedef void pool_work(void *context, size_t i, size_t worker);

/* Call work(context, i, worker) once for each i < count, in any order, on any threads of the pool
 * and the caller's; return when all have returned. May be called from several threads at once, and
 * not from within work. */
void pool_run(struct pool *, size_t count, pool_work *work, void *context);

/* The same for pieces that become ready one after the other. pool_add lets the other threads begin
 * with piece number job->count++; pool_finish helps, and waits for all pieces so far. The job is
 * the caller's memory, in use in between. A pool of one thread does all of them in pool_finish. */
struct job {
    pool_work *work; /* to be set, as is context; the rest 0 */
    void *context;
    struct job *next;
    size_t count, begun, done;
};
void pool_add(struct pool *, struct job *);
void pool_finish(struct pool *, struct job *);

#endif

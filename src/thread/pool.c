/* pool.c - threads that run the pieces of jobs in parallel; one lock protects the list of jobs. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "pool.h"

#include "util.h"
#include "thread.h"

#include <sched.h>
#include <stdatomic.h>
#include <stdlib.h>

/* A waiting thread polls this often before it sleeps, for about 50 microseconds, yielding its core
 * each time. Waking it from sleep takes longer than most pieces. */
enum { POLLS = 100 };

struct pool {
    pthread_mutex_t lock;
    atomic_uint changes;     /* counts the events to wait for; changed under the lock */
    pthread_cond_t wanted;   /* there is a job with pieces left, or the pool is closing */
    pthread_cond_t finished; /* some job's last piece is done */
    struct job *jobs;        /* with pieces left to begin */
    int threads, started, serving;
    pthread_t *thread;       /* thread[threads - 1] */
    bool closing;
};

struct pool *pool_open(int threads)
{
    struct pool *pool = util_array(1, sizeof *pool);

    pool->threads = threads;
    pool->thread = util_array((size_t)threads, sizeof *pool->thread);
    pthread_mutex_init(&pool->lock, NULL);
    pthread_cond_init(&pool->wanted, NULL);
    pthread_cond_init(&pool->finished, NULL);
    return pool;
}

int pool_threads(const struct pool *pool)
{
    return pool ? pool->threads : 1;
}

/* Take a job off the list. */
static void unlist(struct pool *pool, const struct job *job)
{
    struct job **at = &pool->jobs;
    while (*at != job)
        at = &(*at)->next;
    *at = job->next;
}

/* Count an event and wake the threads that wait for it. The lock is held. */
static void change(struct pool *pool, pthread_cond_t *what)
{
    atomic_fetch_add(&pool->changes, 1);
    pthread_cond_broadcast(what);
}

/* Wait for any event. The lock is held by the caller, and released while waiting. */
static void await(struct pool *pool, pthread_cond_t *what)
{
    unsigned seen = atomic_load(&pool->changes);

    pthread_mutex_unlock(&pool->lock);
    for (int poll = 0; poll < POLLS && atomic_load(&pool->changes) == seen; poll++)
        sched_yield();
    pthread_mutex_lock(&pool->lock);
    if (atomic_load(&pool->changes) == seen)
        pthread_cond_wait(what, &pool->lock);
}

/* Do one piece of a listed job. The lock is held by the caller, and released during the work. */
static void do_piece(struct pool *pool, struct job *job, size_t worker)
{
    size_t i = job->begun++;
    if (job->begun == job->count)
        unlist(pool, job);
    pthread_mutex_unlock(&pool->lock);
    job->work(job->context, i, worker);
    pthread_mutex_lock(&pool->lock);
    if (++job->done == job->count)
        change(pool, &pool->finished);
}

/* A thread of the pool. The thread that calls pool_run is worker 0 of its job; the pool's threads
 * are workers 1, 2, ... of any job. */
static void *serve(void *argument)
{
    struct pool *pool = argument;
    size_t worker;

    pthread_mutex_lock(&pool->lock);
    worker = (size_t)++pool->serving;
    while (!pool->closing) {
        if (pool->jobs)
            do_piece(pool, pool->jobs, worker);
        else
            await(pool, &pool->wanted);
    }
    pthread_mutex_unlock(&pool->lock);
    return NULL;
}

/* The lock is held. */
static void start(struct pool *pool)
{
    while (pool->started < pool->threads - 1 &&
           thread_start(&pool->thread[pool->started], serve, pool))
        pool->started++;
}

/* Put a job with pieces left on the list, and wake the threads that wait for one. */
static void enlist(struct pool *pool, struct job *job, size_t pieces)
{
    pthread_mutex_lock(&pool->lock);
    if (!pool->started)
        start(pool);
    if (job->begun == job->count) {
        job->next = pool->jobs;
        pool->jobs = job;
    }
    job->count += pieces;
    change(pool, &pool->wanted);
    pthread_mutex_unlock(&pool->lock);
}

void pool_add(struct pool *pool, struct job *job)
{
    if (pool_threads(pool) < 2)
        job->count++;
    else
        enlist(pool, job, 1);
}

void pool_finish(struct pool *pool, struct job *job)
{
    if (pool_threads(pool) < 2) {
        for (; job->begun < job->count; job->begun++)
            job->work(job->context, job->begun, 0);
        return;
    }
    pthread_mutex_lock(&pool->lock);
    while (job->begun < job->count)
        do_piece(pool, job, 0);
    while (job->done < job->count)
        await(pool, &pool->finished);
    pthread_mutex_unlock(&pool->lock);
}

void pool_run(struct pool *pool, size_t count, pool_work *work, void *context)
{
    struct job job = {.work = work, .context = context};

    if (pool_threads(pool) < 2 || count < 2) {
        for (size_t i = 0; i < count; i++)
            work(context, i, 0);
        return;
    }
    enlist(pool, &job, count);
    pool_finish(pool, &job);
}

void pool_close(struct pool *pool)
{
    if (!pool)
        return;
    pthread_mutex_lock(&pool->lock);
    pool->closing = true;
    change(pool, &pool->wanted);
    pthread_mutex_unlock(&pool->lock);
    for (int i = 0; i < pool->started; i++)
        pthread_join(pool->thread[i], NULL);
    pthread_mutex_destroy(&pool->lock);
    pthread_cond_destroy(&pool->wanted);
    pthread_cond_destroy(&pool->finished);
    free(pool->thread);
    free(pool);
}

/* crew.c - threads that share out the pieces of a job: a list of jobs under one lock. */
#include "crew.h"

#include "../util.h"
#include "thread.h"

#include <sched.h>
#include <stdatomic.h>
#include <stdlib.h>

/* Who waits looks so often if there is something, some 50 microseconds long and yielding to whom the core serves
 * better, before he sleeps: to be woken takes longer than most pieces. */
enum { LOOKS = 100 };

struct crew {
    pthread_mutex_t lock;
    atomic_uint changes;     /* counts what somebody may wait for; under the lock */
    pthread_cond_t wanted;   /* there is a job with pieces left, or the crew is closing */
    pthread_cond_t finished; /* some job's last piece is done */
    struct job *jobs;        /* with pieces left to begin */
    int threads, started, serving;
    pthread_t *thread;       /* thread[threads - 1] */
    bool closing;
};

struct crew *crew_open(int threads)
{
    struct crew *crew = util_array(1, sizeof *crew);

    crew->threads = threads;
    crew->thread = util_array((size_t)threads, sizeof *crew->thread);
    pthread_mutex_init(&crew->lock, NULL);
    pthread_cond_init(&crew->wanted, NULL);
    pthread_cond_init(&crew->finished, NULL);
    return crew;
}

int crew_threads(const struct crew *crew)
{
    return crew ? crew->threads : 1;
}

/* Take a job off the list. */
static void unlist(struct crew *crew, const struct job *job)
{
    struct job **at = &crew->jobs;
    while (*at != job)
        at = &(*at)->next;
    *at = job->next;
}

/* Something happened that wakes who waits for it. The lock is held. */
static void change(struct crew *crew, pthread_cond_t *what)
{
    atomic_fetch_add(&crew->changes, 1);
    pthread_cond_broadcast(what);
}

/* Wait until something happened, perhaps something else. The lock is held, but not meanwhile. */
static void await(struct crew *crew, pthread_cond_t *what)
{
    unsigned seen = atomic_load(&crew->changes);

    pthread_mutex_unlock(&crew->lock);
    for (int look = 0; look < LOOKS && atomic_load(&crew->changes) == seen; look++)
        sched_yield();
    pthread_mutex_lock(&crew->lock);
    if (atomic_load(&crew->changes) == seen)
        pthread_cond_wait(what, &crew->lock);
}

/* Do one piece of a listed job. The lock is held, but not during the work. */
static void do_piece(struct crew *crew, struct job *job, size_t worker)
{
    size_t i = job->begun++;
    if (job->begun == job->count)
        unlist(crew, job);
    pthread_mutex_unlock(&crew->lock);
    job->work(job->context, i, worker);
    pthread_mutex_lock(&crew->lock);
    if (++job->done == job->count)
        change(crew, &crew->finished);
}

/* A thread of the crew. Who calls is worker 0 of his job, these are 1, 2, ... of any. */
static void *serve(void *argument)
{
    struct crew *crew = argument;
    size_t worker;

    pthread_mutex_lock(&crew->lock);
    worker = (size_t)++crew->serving;
    while (!crew->closing) {
        if (crew->jobs)
            do_piece(crew, crew->jobs, worker);
        else
            await(crew, &crew->wanted);
    }
    pthread_mutex_unlock(&crew->lock);
    return NULL;
}

/* The lock is held. */
static void start(struct crew *crew)
{
    while (crew->started < crew->threads - 1 && thread_start(&crew->thread[crew->started], serve, crew))
        crew->started++;
}

/* Put a job with pieces left on the list, and wake who waits for one. */
static void enlist(struct crew *crew, struct job *job, size_t pieces)
{
    pthread_mutex_lock(&crew->lock);
    if (!crew->started)
        start(crew);
    if (job->begun == job->count) {
        job->next = crew->jobs;
        crew->jobs = job;
    }
    job->count += pieces;
    change(crew, &crew->wanted);
    pthread_mutex_unlock(&crew->lock);
}

void crew_add(struct crew *crew, struct job *job)
{
    if (crew_threads(crew) < 2)
        job->count++;
    else
        enlist(crew, job, 1);
}

void crew_finish(struct crew *crew, struct job *job)
{
    if (crew_threads(crew) < 2) {
        for (; job->begun < job->count; job->begun++)
            job->work(job->context, job->begun, 0);
        return;
    }
    pthread_mutex_lock(&crew->lock);
    while (job->begun < job->count)
        do_piece(crew, job, 0);
    while (job->done < job->count)
        await(crew, &crew->finished);
    pthread_mutex_unlock(&crew->lock);
}

void crew_run(struct crew *crew, size_t count, crew_work *work, void *context)
{
    struct job job = {.work = work, .context = context};

    if (crew_threads(crew) < 2 || count < 2) {
        for (size_t i = 0; i < count; i++)
            work(context, i, 0);
        return;
    }
    enlist(crew, &job, count);
    crew_finish(crew, &job);
}

void crew_close(struct crew *crew)
{
    if (!crew)
        return;
    pthread_mutex_lock(&crew->lock);
    crew->closing = true;
    change(crew, &crew->wanted);
    pthread_mutex_unlock(&crew->lock);
    for (int i = 0; i < crew->started; i++)
        pthread_join(crew->thread[i], NULL);
    pthread_mutex_destroy(&crew->lock);
    pthread_cond_destroy(&crew->wanted);
    pthread_cond_destroy(&crew->finished);
    free(crew->thread);
    free(crew);
}

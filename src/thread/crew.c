/* crew.c - threads that share out the pieces of a job: a list of jobs under one lock. */
#include "crew.h"

#include "../util.h"
#include "thread.h"

#include <stdlib.h>

struct crew {
    pthread_mutex_t lock;
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
        pthread_cond_broadcast(&crew->finished);
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
            pthread_cond_wait(&crew->wanted, &crew->lock);
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

void crew_begin(struct crew *crew, struct job *job, size_t count, crew_work *work, void *context)
{
    *job = (struct job){.work = work, .context = context, .count = count};
    if (count == 0 || !crew || crew->threads < 2)
        return;
    pthread_mutex_lock(&crew->lock);
    if (!crew->started)
        start(crew);
    job->next = crew->jobs;
    crew->jobs = job;
    pthread_cond_broadcast(&crew->wanted);
    pthread_mutex_unlock(&crew->lock);
}

void crew_finish(struct crew *crew, struct job *job)
{
    if (!crew || crew->threads < 2) {
        for (; job->begun < job->count; job->begun++)
            job->work(job->context, job->begun, 0);
        return;
    }
    pthread_mutex_lock(&crew->lock);
    while (job->begun < job->count)
        do_piece(crew, job, 0);
    while (job->done < job->count)
        pthread_cond_wait(&crew->finished, &crew->lock);
    pthread_mutex_unlock(&crew->lock);
}

void crew_run(struct crew *crew, size_t count, crew_work *work, void *context)
{
    struct job job;

    if (count == 1) {
        work(context, 0, 0);
        return;
    }
    crew_begin(crew, &job, count, work, context);
    crew_finish(crew, &job);
}

void crew_close(struct crew *crew)
{
    if (!crew)
        return;
    pthread_mutex_lock(&crew->lock);
    crew->closing = true;
    pthread_cond_broadcast(&crew->wanted);
    pthread_mutex_unlock(&crew->lock);
    for (int i = 0; i < crew->started; i++)
        pthread_join(crew->thread[i], NULL);
    pthread_mutex_destroy(&crew->lock);
    pthread_cond_destroy(&crew->wanted);
    pthread_cond_destroy(&crew->finished);
    free(crew->thread);
    free(crew);
}

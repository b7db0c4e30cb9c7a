/* crew.c - threads that share out the pieces of a job: a list of jobs under one lock. */
#include "crew.h"

#include "../util.h"
#include "thread.h"

#include <stdlib.h>

struct job {
    struct job *next;
    void (*work)(void *context, size_t i);
    void *context;
    size_t count, begun, done;
    pthread_cond_t finished;
};

struct crew {
    pthread_mutex_t lock;
    pthread_cond_t wanted; /* there is a job with pieces left, or the crew is closing */
    struct job *jobs;      /* with pieces left to begin */
    int threads, started;
    pthread_t *thread;     /* thread[threads - 1] */
    bool closing;
};

struct crew *crew_open(int threads)
{
    struct crew *crew = util_array(1, sizeof *crew);

    crew->threads = threads;
    crew->thread = util_array((size_t)threads, sizeof *crew->thread);
    pthread_mutex_init(&crew->lock, NULL);
    pthread_cond_init(&crew->wanted, NULL);
    return crew;
}

int crew_threads(const struct crew *crew)
{
    return crew->threads;
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
static void do_piece(struct crew *crew, struct job *job)
{
    size_t i = job->begun++;
    if (job->begun == job->count)
        unlist(crew, job);
    pthread_mutex_unlock(&crew->lock);
    job->work(job->context, i);
    pthread_mutex_lock(&crew->lock);
    if (++job->done == job->count)
        pthread_cond_signal(&job->finished);
}

static void *serve(void *argument)
{
    struct crew *crew = argument;

    pthread_mutex_lock(&crew->lock);
    while (!crew->closing) {
        if (crew->jobs)
            do_piece(crew, crew->jobs);
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

void crew_run(struct crew *crew, size_t count, void (*work)(void *context, size_t i), void *context)
{
    if (count < 2 || crew->threads < 2) {
        for (size_t i = 0; i < count; i++)
            work(context, i);
        return;
    }
    struct job job = {.work = work, .context = context, .count = count};
    pthread_cond_init(&job.finished, NULL);
    pthread_mutex_lock(&crew->lock);
    if (!crew->started)
        start(crew);
    job.next = crew->jobs;
    crew->jobs = &job;
    pthread_cond_broadcast(&crew->wanted);
    while (job.begun < job.count)
        do_piece(crew, &job);
    while (job.done < job.count)
        pthread_cond_wait(&job.finished, &crew->lock);
    pthread_mutex_unlock(&crew->lock);
    pthread_cond_destroy(&job.finished);
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
    free(crew->thread);
    free(crew);
}

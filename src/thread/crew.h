/* crew.h - threads that share out the pieces of a job. */
#ifndef CREW_H
#define CREW_H

#include <stddef.h>

struct crew;

/* A crew of so many threads, >= 1, the caller's among them. The others start with the first job that has work
 * for them; where they cannot, the caller does it all. Never NULL. */
struct crew *crew_open(int threads);

/* No job may be under way. NULL is a crew of one, here and below. */
void crew_close(struct crew *);

int crew_threads(const struct crew *);

/* A piece of work: number i of a job. No two pieces of one job that are done at the same time have the same worker, which
 * is below crew_threads(). */
typedef void crew_work(void *context, size_t i, size_t worker);

/* Call work(context, i, worker) once for each i < count, in any order, on any threads of the crew and the caller's;
 * return when all have returned. May be called from several threads at once, and not from within work. */
void crew_run(struct crew *, size_t count, crew_work *work, void *context);

/* The same for pieces that come one after the other: each crew_add lets the others begin with number job->count++,
 * crew_finish helps and waits for all so far. The job is the caller's memory, used in between. A crew of one does all in
 * crew_finish. */
struct job {
    crew_work *work; /* to be set, as is context; the rest 0 */
    void *context;
    struct job *next;
    size_t count, begun, done;
};
void crew_add(struct crew *, struct job *);
void crew_finish(struct crew *, struct job *);

#endif

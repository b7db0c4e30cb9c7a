/* crew.h - threads that share out the pieces of a job. */
#ifndef CREW_H
#define CREW_H

#include <stddef.h>

struct crew;

/* A crew of so many threads, >= 1, the caller's among them. The others start with the first job that has work
 * for them; where they cannot, the caller does it all. Never NULL. */
struct crew *crew_open(int threads);

/* No job may be under way. NULL is no crew. */
void crew_close(struct crew *);

int crew_threads(const struct crew *);

/* Call work(context, i) once for each i < count, in any order, on any threads of the crew and the caller's; return
 * when all have returned. May be called from several threads at once, and not from within work. */
void crew_run(struct crew *, size_t count, void (*work)(void *context, size_t i), void *context);

#endif

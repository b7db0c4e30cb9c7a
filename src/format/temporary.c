/* temporary.c - files beside their target, and a list of them to remove when the program ends. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "temporary.h"

#include "util.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* An entry of the list. Entries are reused and never freed, since a signal handler may be reading
 * them. */
struct temporary {
    _Atomic(char *) path; /* the thread that exchanges it for NULL removes the file */
    atomic_bool taken;
    struct temporary *next;
};

static _Atomic(struct temporary *) list;

/* Remove an entry's file. Returns its path, to be freed, or NULL. */
static char *remove_file(struct temporary *t)
{
    char *path = atomic_exchange(&t->path, NULL);
    if (path)
        unlink(path);
    return path;
}

static void remove_at_exit(void)
{
    for (struct temporary *t = atomic_load(&list); t; t = t->next)
        free(remove_file(t));
}

static void stop(int signal_number)
{
    for (struct temporary *t = atomic_load(&list); t; t = t->next)
        remove_file(t); /* a handler may not free */
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}

static const int stops[] = {SIGHUP, SIGINT, SIGPIPE, SIGTERM, SIGQUIT, SIGALRM, SIGXCPU};
enum { STOPS = sizeof stops / sizeof *stops };

static void guard(void)
{
    struct sigaction old, action = {.sa_handler = stop};

    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < STOPS; i++)
        if (sigaction(stops[i], NULL, &old) == 0 && old.sa_handler != SIG_IGN)
            sigaction(stops[i], &action, NULL);
    atexit(remove_at_exit);
}

/* A free entry of the list, or a new one. */
static struct temporary *take_entry(void)
{
    struct temporary *t;

    for (t = atomic_load(&list); t; t = t->next)
        if (!atomic_exchange(&t->taken, true))
            return t;
    t = util_array(1, sizeof *t);
    atomic_store(&t->taken, true);
    t->next = atomic_load(&list);
    while (!atomic_compare_exchange_weak(&list, &t->next, t))
        ;
    return t;
}

static void free_entry(struct temporary *t)
{
    atomic_store(&t->taken, false);
}

/* Write six random letters, different each time, to name[6]. */
static void draw_name(char *name)
{
    static const char letters[] = "0123456789abcdefghijklmnopqrstuvwxyz";
    static atomic_uint drawn;
    struct timespec now;

    clock_gettime(CLOCK_REALTIME, &now);
    uint64_t seed = (uint64_t)now.tv_nsec << 20 ^ (uint64_t)now.tv_sec ^ (uint64_t)getpid() << 40;
    seed = (seed + atomic_fetch_add(&drawn, 1)) * 0x9e3779b97f4a7c15; /* 2^64 / the golden ratio */
    for (int i = 0; i < 6; i++) {
        seed ^= seed >> 29;
        seed *= 0xbf58476d1ce4e5b9; /* of the generator splitmix64 */
        name[i] = letters[(seed >> 32) % (sizeof letters - 1)];
    }
}

/* Create the file and its entry, with signals blocked until both exist. */
static int make_file(struct temporary *t, char *path, mode_t mode)
{
    sigset_t block, old;

    sigemptyset(&block);
    for (size_t i = 0; i < STOPS; i++)
        sigaddset(&block, stops[i]);
    pthread_sigmask(SIG_BLOCK, &block, &old);
    int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode), error = errno;
    if (fd >= 0)
        atomic_store(&t->path, path);
    pthread_sigmask(SIG_SETMASK, &old, NULL);
    errno = error;
    return fd;
}

int temporary_open(const char *target, mode_t mode, struct temporary **temporary)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    enum { TRIES = 1000 }; /* of names that exist already */
    const char *slash = strrchr(target, '/');
    size_t dir = slash ? (size_t)(slash - target) + 1 : 0, bytes = dir + sizeof ".conv-XXXXXX";
    char *path = util_array(bytes, 1);
    int fd = -1;

    pthread_once(&once, guard);
    *temporary = take_entry();
    memcpy(path, target, dir);
    strcpy(path + dir, ".conv-XXXXXX");
    for (int i = 0; i < TRIES && fd < 0 && (i == 0 || errno == EEXIST); i++) {
        draw_name(path + bytes - sizeof "XXXXXX");
        fd = make_file(*temporary, path, mode);
    }
    if (fd < 0) {
        int error = errno;
        free_entry(*temporary);
        free(path);
        errno = error;
    }
    return fd;
}

int temporary_keep(struct temporary *t, const char *target)
{
    const char *path = atomic_load(&t->path);

    if (!path || rename(path, target) < 0) /* NULL: the program is ending */
        return -1;
    free(atomic_exchange(&t->path, NULL));
    free_entry(t);
    return 0;
}

void temporary_remove(struct temporary *t)
{
    if (!t)
        return;
    free(remove_file(t));
    free_entry(t);
}

/* thread.h - starts a thread. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef THREAD_H
#define THREAD_H

#include <pthread.h>
#include <stdbool.h>

/* Start run(argument) in a thread that blocks all signals except SIGPIPE. Signals thus reach the
 * main thread, and SIGPIPE the thread that writes. Returns false, with nothing started, if the
 * system has no more threads. */
bool thread_start(pthread_t *thread, void *(*run)(void *), void *argument);

#endif

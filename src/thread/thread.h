/* thread.h - starts a thread. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef THREAD_H
#define THREAD_H

#include <pthread.h>
#include <stdbool.h>

/* Start run(argument) in a thread that takes no signals, so that they reach the main thread; but
 * SIGPIPE, which belongs to the thread that writes. false: the system has no more threads; nothing
 * was started. */
bool thread_start(pthread_t *thread, void *(*run)(void *), void *argument);

#endif

/* temporary.h - files beside their target that vanish, however the program ends, until they are
 * whole.
 *
 * A list of them for the whole process serves atexit and the handler of signals that stop
 * programs. Any number may be open at a time. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef TEMPORARY_H
#define TEMPORARY_H

#include <sys/types.h>

struct temporary;

/* Make an empty file .conv-XXXXXX in the folder of the target, with the permissions of mode that
 * the umask leaves. Returns its descriptor and sets *temporary, or -1 with errno set. */
int temporary_open(const char *target, mode_t mode, struct temporary **temporary);

/* Rename it to the target; it is then no temporary file, and *temporary is freed. 0, or -1 with
 * errno set and nothing changed. */
int temporary_keep(struct temporary *, const char *target);

/* Remove and free it. NULL is none. */
void temporary_remove(struct temporary *);

#endif

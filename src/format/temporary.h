/* temporary.h - files beside their target that are removed, however the program ends, unless
 * complete.
 *
 * One list for the whole process is used by the atexit function and by the handler of terminating
 * signals. Any number of files may be open at a time. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef TEMPORARY_H
#define TEMPORARY_H

#include <sys/types.h>

struct temporary;

/* Make an empty file .conv-XXXXXX in the target's directory, with permissions mode & ~umask.
 * Returns its descriptor and sets *temporary, or -1 with errno set. */
int temporary_open(const char *target, mode_t mode, struct temporary **temporary);

/* Rename the file to the target, drop it from the list and free the struct. 0, or -1 with errno
 * set and nothing changed. */
int temporary_keep(struct temporary *, const char *target);

/* Remove the file and free the struct. NULL is allowed. */
void temporary_remove(struct temporary *);

#endif

/* spool.h - temporary files without a name, and whole reads and writes on descriptors. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef SPOOL_H
#define SPOOL_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/* A new empty file in $TMPDIR, else /tmp, already unlinked: it is gone when it is closed, however
 * the program ends. Returns its descriptor, or -1: already reported. */
int spool_open(void);

/* All functions below wait for the data even if the descriptor is non-blocking. */

/* read() whatever is available, at most `bytes`. Returns its size, 0 only at the end of the file,
 * or -1 with errno set. */
ssize_t spool_read_some(int fd, void *buf, size_t bytes);

/* read() until `bytes` bytes have come or the file ends. Returns their number, or -1 with errno
 * set. */
ssize_t spool_read(int fd, void *buf, size_t bytes);

/* pread() the same way. */
ssize_t spool_read_at(int fd, void *buf, size_t bytes, int64_t offset);

/* write() or pwrite() all bytes. 0, or -1 with errno set. */
int spool_write(int fd, const void *buf, size_t bytes);
int spool_write_at(int fd, const void *buf, size_t bytes, int64_t offset);

#endif

/* output.h - the bytes of the result: standard output, or a file that appears only when it is
 * whole. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef OUTPUT_H
#define OUTPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct output;

/* Take standard output over for output_open and point descriptor 1 at standard error, so that
 * nothing a library prints gets into the result; make a file that grows past its limit a failed
 * write and no signal. Once, before any library is used. 0, or -1: already reported. */
int output_claim_standard(void);

/* path NULL or "-" is standard output, which may be opened once. A path that names a regular
 * file, or nothing yet, is written as a temporary file beside it, which output_close syncs and
 * renames; links are followed, and owner, group and permissions kept as far as that is permitted.
 * Anything else (a device, a FIFO, /dev/fd/N) is written directly. Borrows the path. NULL:
 * failed, already reported. */
struct output *output_open(const char *path);

/* The name for messages. Borrowed from the path. */
const char *output_name(const struct output *);

bool output_is_terminal(const struct output *);

/* From now on nothing stays in the buffer when output_write returns. */
void output_unbuffered(struct output *);

/* Append bytes, through a buffer: they are written in blocks on a fixed grid, so that whether a
 * write fails depends on how much was appended and not in what pieces. 0, or -1: already reported
 * (silently when a pipe was closed). */
int output_write(struct output *, const void *buf, size_t bytes);

/* Whether output_patch works: a regular file that is not being appended to. */
bool output_can_patch(const struct output *);

/* Replace bytes at an offset from our first one; they must have been written before. 0 or -1 as
 * above. */
int output_patch(struct output *, int64_t offset, const void *buf, size_t bytes);

/* Make it an output that can be patched, and that the caller may read and write by offset in
 * place of output_write: where it is not a new file of ours it becomes a temporary one, which
 * output_close copies. Returns the descriptor, or -1: already reported. */
int output_spool(struct output *);

/* good: write what is buffered, sync and rename, and free; the closing counts. Otherwise drop
 * what can be dropped, and free. 0, or -1: already reported, and no file left behind. */
int output_close(struct output *, bool good);

#endif

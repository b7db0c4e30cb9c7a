/* output.h - the bytes of the result: standard output, or a file that appears only when it is
 * complete. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef OUTPUT_H
#define OUTPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct output;

/* Reserve standard output for output_open and point descriptor 1 at standard error, so that
 * nothing a library prints gets into the result. Ignore SIGXFSZ, so that exceeding the file size
 * limit is a failed write. Call once, before any library is used. 0, or -1: already reported. */
int output_claim_standard(void);

/* path NULL or "-" is standard output, which may be opened once. For a path to a regular file, or
 * to nothing yet, a temporary file is written beside it; output_close syncs and renames that.
 * Links are followed; owner, group and permissions are kept as far as permitted. Anything else (a
 * device, a FIFO, /dev/fd/N) is written directly. Borrows the path. NULL: failed, already
 * reported. */
struct output *output_open(const char *path);

/* The name for messages. Borrowed from the path. */
const char *output_name(const struct output *);

bool output_is_terminal(const struct output *);

/* From now on output_write flushes the buffer before it returns. */
void output_unbuffered(struct output *);

/* Append bytes through a buffer. They are written in blocks on a fixed grid, so that whether a
 * write fails depends on the total size alone, not on the sizes of the single calls. 0, or -1:
 * already reported (silently when a pipe was closed). */
int output_write(struct output *, const void *buf, size_t bytes);

/* Whether output_patch works: it does for a regular file that is not open for appending. */
bool output_can_patch(const struct output *);

/* Overwrite bytes at an offset from the first byte of the part; they must have been written
 * before. 0 or -1 as above. */
int output_patch(struct output *, int64_t offset, const void *buf, size_t bytes);

/* Read such bytes again, where they can be patched. 0, or -1: failed, already reported. */
int output_read(struct output *, int64_t offset, void *buf, size_t bytes);

/* What was written so far is a part of the result that stays, whatever comes: write what waits in
 * the buffer or in a temporary file, and begin the next part. 0 or -1 as above. */
int output_part(struct output *);

/* Report that another number of frames came than a header tells that can no longer be put right.
 * What came is a part of the result. */
void output_fall_short(struct output *, int64_t told, int64_t came);

/* Make the output one that can be patched, and that the caller may read and write by offset
 * instead of calling output_write, until the end of the part. Unless it is a new file, a temporary
 * file takes its place, which output_part or output_close copies to the output. Returns the
 * descriptor, or -1: already reported. */
int output_spool(struct output *);

/* If good, flush the buffer, sync, rename and free; an error on closing is a failure too.
 * Otherwise discard what can be discarded, and free. 0, or -1: already reported, and no file is
 * left after. */
int output_close(struct output *, bool good);

#endif

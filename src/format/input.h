/* input.h - the bytes of an input file or of standard input. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef INPUT_H
#define INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct input;

/* Open path; "-" is standard input, read from its current offset. NULL: failed, already
 * reported. */
struct input *input_open(const char *path);

/* Add an owner and return the same input. It is closed when its last owner has closed it. */
struct input *input_share(struct input *);
void input_close(struct input *);

/* Whether it can be read a second time: it is a regular file, or a pipe that was spooled. */
bool input_can_rewind(const struct input *);

/* Go to an offset from the first byte, back in regular files only. 0, or -1: failed, already
 * reported. */
int input_seek(struct input *, int64_t offset);

/* The name for messages, "standard input" for "-". Borrowed from the path. */
const char *input_name(const struct input *);

/* Peek at the next bytes without consuming them. Returns a buffer that is valid until the next
 * call. *got is `bytes`, or less where the input ends. NULL: failed, already reported. */
const unsigned char *input_peek(struct input *, size_t bytes, size_t *got);

/* The same, but waits for the first byte only: *got is the number of bytes available, at most
 * `bytes`, and 0 only at the end. */
const unsigned char *input_peek_some(struct input *, size_t bytes, size_t *got);

/* Consume the next bytes. Returns fewer than asked for only at the end; -1: failed, already
 * reported. */
ssize_t input_read(struct input *, void *buf, size_t bytes);

/* As input_read, but returns as soon as any bytes are available; 0 only at the end. */
ssize_t input_read_some(struct input *, void *buf, size_t bytes);

/* The offset of the next byte to be consumed, from the first one. */
int64_t input_at(const struct input *);

/* The size of the input in bytes, from its first byte; -1 when unknown (a pipe). */
int64_t input_bytes(const struct input *);

/* Consume the next bytes, at most so many, and append them to the temporary file `fd`. Returns how
 * many came; -1: already reported. */
int64_t input_copy(struct input *, int fd, int64_t most);

/* Make input_read_at possible from the next byte on: copies a pipe to a temporary file, leaves a
 * regular file alone. 0, or -1: already reported. */
int input_spool(struct input *);

/* Read at an offset from the first byte; for regular or spooled inputs only. Does not change the
 * position of input_read. Returns fewer bytes only at the end; -1: failed, already reported. */
ssize_t input_read_at(struct input *, void *buf, size_t bytes, int64_t offset);

/* Warn that fewer frames came than a header tells. */
void input_fall_short(const struct input *, int64_t told, int64_t came);

#endif

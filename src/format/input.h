/* input.h - the bytes of one input file, or of standard input, whichever it is. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef INPUT_H
#define INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct input;

/* Open path; "-" is standard input, read from where it stands. NULL: failed, already reported. */
struct input *input_open(const char *path);

/* The same input once more, for another owner. It is closed when the last of its owners has closed
 * it. */
struct input *input_share(struct input *);
void input_close(struct input *);

/* Whether it is a regular file, which can be read a second time. */
bool input_can_rewind(const struct input *);

/* Go back to the first byte of such a one. 0, or -1: failed, already reported. */
int input_rewind(struct input *);

/* The name for messages, "standard input" for "-". Borrowed from the path. */
const char *input_name(const struct input *);

/* Look at the next bytes without taking them. Returns a buffer that the next call may move, with
 * *got = as many bytes as were asked for, or fewer where the input ends. NULL: failed, already
 * reported. */
const unsigned char *input_peek(struct input *, size_t bytes, size_t *got);

/* The same, but waits for the first byte only: *got is what there is, up to `bytes`, 0 only at
 * the end. */
const unsigned char *input_peek_some(struct input *, size_t bytes, size_t *got);

/* Take the next bytes. Returns fewer than asked for only at the end, -1 when failed, already
 * reported. */
ssize_t input_read(struct input *, void *buf, size_t bytes);

/* As input_read, but returns as soon as there is anything: 0 only at the end. */
ssize_t input_read_some(struct input *, void *buf, size_t bytes);

/* Bytes from the first to the end of a regular file, -1 when that is not known (a pipe). */
int64_t input_bytes(const struct input *);

/* Make input_read_at possible: a pipe is copied to a temporary file, a regular file is left as it
 * is. 0, or -1: already reported. */
int input_spool(struct input *);

/* Bytes at an offset from the first byte of the input; only of a regular or spooled one. Does not
 * move what input_read takes next. Returns fewer only at the end, -1 when failed, already
 * reported. */
ssize_t input_read_at(struct input *, void *buf, size_t bytes, int64_t offset);

#endif

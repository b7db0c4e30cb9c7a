/* input.c - hides whether bytes come from a file, a pipe or a spooled copy of one. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "input.h"

#include "util.h"
#include "spool.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct input {
    const char *name;
    int owners;
    int fd;
    int64_t first;       /* offset of our first byte in fd; negative: it is no longer there */
    int64_t bytes;       /* from there to the end; -1: not seekable */
    int64_t at;          /* offset from there of the next byte to be consumed */
    unsigned char *head; /* head[begin..end) was read ahead and is taken first */
    size_t begin, end;
};

static int fail(const struct input *input)
{
    util_error("%s: %s", input->name, strerror(errno));
    return -1;
}

/* Learn what kind of file it is. */
static int examine(struct input *input)
{
    struct stat st;
    if (fstat(input->fd, &st) < 0)
        return fail(input);
    if (S_ISDIR(st.st_mode)) {
        errno = EISDIR;
        return fail(input);
    }
    if (S_ISREG(st.st_mode)) {
        input->first = lseek(input->fd, 0, SEEK_CUR);
        if (input->first < 0)
            return fail(input);
        input->bytes = st.st_size > input->first ? st.st_size - input->first : 0;
    }
    return 0;
}

struct input *input_open(const char *path)
{
    struct input *input = util_array(1, sizeof *input);
    bool standard = strcmp(path, "-") == 0;

    input->name = standard ? "standard input" : path;
    input->owners = 1;
    input->bytes = -1;
    input->fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (input->fd < 0 ? fail(input) : examine(input)) {
        input_close(input);
        return NULL;
    }
    return input;
}

struct input *input_share(struct input *input)
{
    input->owners++;
    return input;
}

bool input_can_rewind(const struct input *input)
{
    return input->bytes >= 0;
}

int input_seek(struct input *input, int64_t offset)
{
    char buf[4096];

    if (offset == input->at)
        return 0;
    if (input->bytes >= 0) {
        offset = offset < input->bytes ? offset : input->bytes;
        input->begin = input->end = 0;
        input->at = offset;
        return lseek(input->fd, input->first + offset, SEEK_SET) < 0 ? fail(input) : 0;
    }
    ssize_t n = 1;
    while (input->at < offset && n > 0) {
        int64_t left = offset - input->at;
        n = input_read(input, buf, left < (int64_t)sizeof buf ? (size_t)left : sizeof buf);
    }
    return n < 0 ? -1 : 0;
}

void input_close(struct input *input)
{
    if (!input || --input->owners)
        return;
    if (input->fd > STDERR_FILENO)
        close(input->fd);
    free(input->head);
    free(input);
}

const char *input_name(const struct input *input)
{
    return input->name;
}

const unsigned char *input_peek(struct input *input, size_t bytes, size_t *got)
{
    size_t held = input->end - input->begin;

    if (held < bytes) {
        if (input->begin)
            memmove(input->head, input->head + input->begin, held);
        input->head = util_grow(input->head, bytes, 1);
        ssize_t n = spool_read(input->fd, input->head + held, bytes - held);
        if (n < 0) {
            fail(input);
            return NULL;
        }
        input->begin = 0;
        input->end = held + (size_t)n;
        held = input->end;
    }
    *got = held < bytes ? held : bytes;
    return input->head + input->begin;
}

const unsigned char *input_peek_some(struct input *input, size_t bytes, size_t *got)
{
    if (input->begin == input->end) {
        input->begin = input->end = 0;
        input->head = util_grow(input->head, bytes, 1);
        ssize_t n = spool_read_some(input->fd, input->head, bytes);
        if (n < 0) {
            fail(input);
            return NULL;
        }
        input->end = (size_t)n;
    }
    return input_peek(input, bytes < input->end - input->begin ? bytes : input->end - input->begin,
                      got);
}

static size_t take_held(struct input *input, void *buf, size_t bytes)
{
    size_t held = input->end - input->begin;
    if (held > bytes)
        held = bytes;
    if (held) {
        memcpy(buf, input->head + input->begin, held);
        input->begin += held;
        input->at += (int64_t)held;
    }
    return held;
}

ssize_t input_read_some(struct input *input, void *buf, size_t bytes)
{
    size_t held = take_held(input, buf, bytes);
    if (held)
        return (ssize_t)held;
    ssize_t n = spool_read_some(input->fd, buf, bytes);
    if (n < 0)
        return fail(input);
    input->at += n;
    return n;
}

ssize_t input_read(struct input *input, void *buf, size_t bytes)
{
    size_t held = take_held(input, buf, bytes);
    ssize_t n = spool_read(input->fd, (char *)buf + held, bytes - held);
    if (n < 0)
        return fail(input);
    input->at += n;
    return n + (ssize_t)held;
}

int64_t input_at(const struct input *input)
{
    return input->at;
}

int64_t input_bytes(const struct input *input)
{
    return input->bytes;
}

int64_t input_copy(struct input *input, int fd, int64_t most)
{
    enum { CHUNK = 1 << 16 };
    char *buf = util_array(CHUNK, 1);
    int64_t done = 0;
    ssize_t n = 1;

    while (done < most && n > 0) {
        n = input_read(input, buf, most - done < CHUNK ? (size_t)(most - done) : CHUNK);
        if (n > 0 && spool_write(fd, buf, (size_t)n) < 0) {
            util_error("cannot spool %s to a temporary file: %s", input->name, strerror(errno));
            n = -1;
        }
        done += n > 0 ? n : 0;
    }
    free(buf);
    return n < 0 ? -1 : done;
}

int input_spool(struct input *input)
{
    if (input->bytes >= 0)
        return 0;
    int fd = spool_open();
    if (fd < 0)
        return -1;
    int64_t begin = input->at;
    if (input_copy(input, fd, INT64_MAX) < 0 || lseek(fd, 0, SEEK_SET) < 0) {
        close(fd);
        return -1;
    }
    if (input->fd > STDERR_FILENO)
        close(input->fd);
    input->fd = fd;
    input->first = -begin;
    input->bytes = input->at;
    input->at = begin;
    return 0;
}

ssize_t input_read_at(struct input *input, void *buf, size_t bytes, int64_t offset)
{
    ssize_t n = spool_read_at(input->fd, buf, bytes, input->first + offset);
    return n < 0 ? fail(input) : n;
}

void input_fall_short(const struct input *input, int64_t told, int64_t came)
{
    util_warn("%s: truncated: %lld frames declared, %lld there", input->name, (long long)told,
              (long long)came);
}

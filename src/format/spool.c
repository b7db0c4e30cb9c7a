/* spool.c - temporary files without a name, and whole reads and writes on descriptors. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "spool.h"

#include "util.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int spool_open(void)
{
    char path[PATH_MAX];
    const char *dir = getenv("TMPDIR");

    if (!dir || !*dir)
        dir = "/tmp";
    if ((size_t)snprintf(path, sizeof path, "%s/conv-XXXXXX", dir) >= sizeof path) {
        util_error("%s: %s", dir, strerror(ENAMETOOLONG));
        return -1;
    }
    int fd = mkstemp(path);
    if (fd < 0) {
        util_error("cannot make a temporary file in %s: %s", dir, strerror(errno));
        return -1;
    }
    unlink(path);
    fcntl(fd, F_SETFD, FD_CLOEXEC);
    return fd;
}

/* Whether to repeat a failed call: it was interrupted by a signal, or a non-blocking descriptor
 * was not ready and now is. */
static bool is_again(int fd, short events)
{
    struct pollfd wait = {.fd = fd, .events = events};

    if (errno == EAGAIN || errno == EWOULDBLOCK)
        return poll(&wait, 1, -1) >= 0 || errno == EINTR;
    return errno == EINTR;
}

ssize_t spool_read_some(int fd, void *buf, size_t bytes)
{
    ssize_t n;
    do
        n = read(fd, buf, bytes);
    while (n < 0 && is_again(fd, POLLIN));
    return n;
}

/* offset < 0: read at the descriptor's current offset. */
static ssize_t read_whole(int fd, void *buf, size_t bytes, int64_t offset)
{
    size_t done = 0;
    while (done < bytes) {
        char *at = (char *)buf + done;
        ssize_t n = offset < 0 ? read(fd, at, bytes - done)
                               : pread(fd, at, bytes - done, offset + (int64_t)done);
        if (n < 0 && is_again(fd, POLLIN))
            continue;
        if (n < 0)
            return -1;
        if (n == 0)
            break;
        done += (size_t)n;
    }
    return (ssize_t)done;
}

static int write_whole(int fd, const void *buf, size_t bytes, int64_t offset)
{
    size_t done = 0;
    while (done < bytes) {
        const char *at = (const char *)buf + done;
        ssize_t n = offset < 0 ? write(fd, at, bytes - done)
                               : pwrite(fd, at, bytes - done, offset + (int64_t)done);
        if (n < 0 && is_again(fd, POLLOUT))
            continue;
        if (n < 0)
            return -1;
        done += (size_t)n;
    }
    return 0;
}

ssize_t spool_read(int fd, void *buf, size_t bytes)
{
    return read_whole(fd, buf, bytes, -1);
}

ssize_t spool_read_at(int fd, void *buf, size_t bytes, int64_t offset)
{
    return read_whole(fd, buf, bytes, offset);
}

int spool_write(int fd, const void *buf, size_t bytes)
{
    return write_whole(fd, buf, bytes, -1);
}

int spool_write_at(int fd, const void *buf, size_t bytes, int64_t offset)
{
    return write_whole(fd, buf, bytes, offset);
}

/* spool.c - temporary files without a name, and whole reads and writes on descriptors. */
#include "spool.h"

#include "../util.h"

#include <errno.h>
#include <limits.h>
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
    return fd;
}

ssize_t spool_read(int fd, void *buf, size_t bytes)
{
    size_t done = 0;
    while (done < bytes) {
        ssize_t n = read(fd, (char *)buf + done, bytes - done);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return -1;
        if (n == 0)
            break;
        done += (size_t)n;
    }
    return (ssize_t)done;
}

ssize_t spool_read_at(int fd, void *buf, size_t bytes, int64_t offset)
{
    size_t done = 0;
    while (done < bytes) {
        ssize_t n = pread(fd, (char *)buf + done, bytes - done, offset + (int64_t)done);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return -1;
        if (n == 0)
            break;
        done += (size_t)n;
    }
    return (ssize_t)done;
}

int spool_write(int fd, const void *buf, size_t bytes)
{
    while (bytes) {
        ssize_t n = write(fd, buf, bytes);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return -1;
        buf = (const char *)buf + n;
        bytes -= (size_t)n;
    }
    return 0;
}

int spool_write_at(int fd, const void *buf, size_t bytes, int64_t offset)
{
    while (bytes) {
        ssize_t n = pwrite(fd, buf, bytes, offset);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return -1;
        buf = (const char *)buf + n;
        bytes -= (size_t)n;
        offset += n;
    }
    return 0;
}

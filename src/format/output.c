/* output.c - writes the result, and leaves either a complete file or none. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "output.h"

#include "link.h"
#include "spool.h"
#include "temporary.h"
#include "util.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BUFFER_BYTES = 1 << 17 }; /* two pipes full; larger did not measure faster */

struct output {
    const char *name;
    int fd;
    int final;       /* where fd's bytes are copied after the part; -1: nowhere, fd is it */
    char *target;    /* what fd's file is renamed to when whole; NULL: written directly */
    struct temporary *temporary; /* that file */
    bool can_patch;
    bool unbuffered;   /* nothing stays in the buffer */
    int64_t first;     /* offset in fd of the first byte of the part */
    bool final_can_patch; /* these two of `final` */
    int64_t final_first;
    int64_t written;   /* bytes of the part */
    char *buf;
    size_t begin, end; /* buf[begin..end) waits; buf[0] stands at a multiple of BUFFER_BYTES */
};

static int fail(const struct output *out)
{
    if (errno != EPIPE)
        util_error("%s: %s", out->name, strerror(errno));
    return -1;
}

static int standard_output = -1; /* what descriptor 1 was */

int output_claim_standard(void)
{
    signal(SIGXFSZ, SIG_IGN); /* a file grown too large is a failed write like others */
    standard_output = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    if (standard_output >= 0 && dup2(STDERR_FILENO, STDOUT_FILENO) >= 0)
        return 0;
    util_error("standard output: %s", strerror(errno));
    return -1;
}

static int open_standard(struct output *out)
{
    struct stat st;

    out->name = "standard output";
    out->fd = standard_output;
    if (fstat(out->fd, &st) == 0 && S_ISREG(st.st_mode) && !(fcntl(out->fd, F_GETFL) & O_APPEND)) {
        out->first = lseek(out->fd, 0, SEEK_CUR);
        out->can_patch = out->first >= 0;
    }
    return 0;
}

/* Set owner, group and permissions to those of the replaced file. If owner or group cannot be
 * kept, drop the set-user-ID and set-group-ID bits, and give a different group no more than others
 * have. */
static int dress_as(int fd, const struct stat *old)
{
    struct stat now;
    mode_t mode = old->st_mode & 07777;

    if (fchown(fd, old->st_uid, old->st_gid) < 0 && fchown(fd, (uid_t)-1, old->st_gid) < 0)
        errno = 0; /* not permitted: seen below */
    if (fstat(fd, &now) < 0)
        return -1;
    if (now.st_uid != old->st_uid)
        mode &= ~(mode_t)S_ISUID;
    if (now.st_gid != old->st_gid)
        mode &= ~(mode_t)(S_ISGID | S_IRWXG) | (mode & S_IRWXO) << 3;
    return fchmod(fd, mode);
}

/* A file beside the target, with the permissions that the target has or would get. */
static int open_beside(struct output *out, const struct stat *old)
{
    out->fd = temporary_open(out->target, old ? S_IRUSR | S_IWUSR : 0666, &out->temporary);
    if (out->fd < 0) {
        util_error("%s: cannot make a file beside it: %s", out->name, strerror(errno));
        out->temporary = NULL;
        return -1;
    }
    out->can_patch = true;
    return old && dress_as(out->fd, old) < 0 ? fail(out) : 0;
}

/* The number N of a path like /dev/fd/N, -1 for other paths. The caller of conv opened such a file
 * and may be appending to it, so it is written through its descriptor, never replaced. */
static int descriptor_of(const char *path)
{
    static const char *const folders[] = {"/dev/fd/", "/proc/self/fd/"};

    if (strcmp(path, "/dev/stderr") == 0)
        return STDERR_FILENO;
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        size_t len = strlen(folders[i]);
        if (strncmp(path, folders[i], len) != 0)
            continue;
        const char *name = path + len;
        size_t digits = strspn(name, "0123456789");
        if (digits && digits < 10 && !name[digits] && (*name != '0' || digits == 1))
            return atoi(name);
    }
    return -1;
}

/* Write to an inherited descriptor. Descriptors opened by conv are close-on-exec; inherited ones
 * are not. */
static int open_descriptor(struct output *out, int number)
{
    int flags = fcntl(number, F_GETFD);

    if (flags >= 0 && (flags & FD_CLOEXEC))
        errno = EBADF;
    else if (flags >= 0)
        out->fd = fcntl(number, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    return out->fd < 0 ? fail(out) : 0;
}

static int open_path(struct output *out, const char *path)
{
    struct stat st;
    int number = descriptor_of(path);

    if (number >= 0)
        return open_descriptor(out, number);
    bool exists = stat(path, &st) == 0;
    if (!exists && (errno != ENOENT || !*path))
        return fail(out);
    if (exists && S_ISDIR(st.st_mode)) {
        errno = EISDIR;
        return fail(out);
    }
    if (exists && !S_ISREG(st.st_mode)) {
        out->fd = open(path, O_WRONLY | O_CLOEXEC);
        return out->fd < 0 ? fail(out) : 0;
    }
    if (exists && access(path, W_OK) < 0)
        return fail(out);
    /* through a link to its file */
    out->target = exists ? realpath(path, NULL) : link_follow(path);
    if (!out->target)
        return fail(out);
    return open_beside(out, exists ? &st : NULL);
}

/* Whether the path names standard output. /dev/stdout and its like must not be opened: descriptor
 * 1 now points at standard error. */
static bool is_standard(const char *path)
{
    return !path || strcmp(path, "-") == 0 || strcmp(path, "/dev/stdout") == 0 ||
           strcmp(path, "/dev/fd/1") == 0 || strcmp(path, "/proc/self/fd/1") == 0;
}

struct output *output_open(const char *path)
{
    struct output *out = util_array(1, sizeof *out);
    bool standard = is_standard(path);

    out->name = path;
    out->fd = out->final = -1;
    out->buf = util_array(BUFFER_BYTES, 1);
    if ((standard ? open_standard(out) : open_path(out, path)) < 0) {
        output_close(out, false);
        return NULL;
    }
    return out;
}

const char *output_name(const struct output *out)
{
    return out->name;
}

bool output_is_terminal(const struct output *out)
{
    return isatty(out->fd);
}

static int flush(struct output *out)
{
    size_t begin = out->begin;

    out->begin = out->end;
    if (spool_write(out->fd, out->buf + begin, out->end - begin) < 0)
        return fail(out);
    if (out->end == BUFFER_BYTES)
        out->begin = out->end = 0;
    return 0;
}

int output_write(struct output *out, const void *buf, size_t bytes)
{
    out->written += (int64_t)bytes;
    for (const char *p = buf, *end = p + bytes; p < end;) {
        size_t left = (size_t)(end - p), room = BUFFER_BYTES - out->end;
        size_t some = left < room ? left : room;
        if (out->end == 0 && left >= BUFFER_BYTES) { /* not through the buffer */
            some = left - left % BUFFER_BYTES;
            if (spool_write(out->fd, p, some) < 0)
                return fail(out);
        } else {
            memcpy(out->buf + out->end, p, some);
            out->end += some;
            if (out->end == BUFFER_BYTES && flush(out) < 0)
                return -1;
        }
        p += some;
    }
    return out->unbuffered ? flush(out) : 0;
}

void output_unbuffered(struct output *out)
{
    out->unbuffered = true;
}

bool output_can_patch(const struct output *out)
{
    return out->can_patch;
}

int output_patch(struct output *out, int64_t offset, const void *buf, size_t bytes)
{
    if (flush(out) < 0)
        return -1;
    return spool_write_at(out->fd, buf, bytes, out->first + offset) < 0 ? fail(out) : 0;
}

int output_read(struct output *out, int64_t offset, void *buf, size_t bytes)
{
    if (flush(out) < 0)
        return -1;
    errno = EIO; /* where it ends too early */
    ssize_t n = spool_read_at(out->fd, buf, bytes, out->first + offset);
    return n < 0 || (size_t)n < bytes ? fail(out) : 0;
}

int output_spool(struct output *out)
{
    if (out->target || out->final >= 0)
        return out->fd;
    if (flush(out) < 0)
        return -1;
    int fd = spool_open();
    if (fd < 0)
        return -1;
    out->final = out->fd;
    out->final_first = out->first;
    out->final_can_patch = out->can_patch;
    out->fd = fd;
    out->first = 0;
    out->can_patch = true;
    return fd;
}

/* Copy the temporary file to its destination, and go on there. */
static int copy_spooled(struct output *out)
{
    int64_t at = 0;
    ssize_t n;

    while ((n = spool_read_at(out->fd, out->buf, BUFFER_BYTES, at)) > 0) {
        if (spool_write(out->final, out->buf, (size_t)n) < 0)
            return fail(out);
        at += n;
    }
    if (n < 0)
        return fail(out);
    close(out->fd);
    out->fd = out->final;
    out->final = -1;
    out->first = out->final_first + at;
    out->can_patch = out->final_can_patch;
    return 0;
}

int output_part(struct output *out)
{
    if (flush(out) < 0)
        return -1;
    if (out->final < 0)
        out->first += out->written;
    else if (copy_spooled(out) < 0)
        return -1;
    out->written = 0;
    return 0;
}

void output_fall_short(struct output *out, int64_t told, int64_t came)
{
    util_error("%s: the header, already written, tells %lld frames, but %lld followed",
               output_name(out), (long long)told, (long long)came);
    output_part(out);
}

static int finish(struct output *out)
{
    if (flush(out) < 0 || (out->final >= 0 && copy_spooled(out) < 0))
        return -1;
    if (out->target && fsync(out->fd) < 0)
        return fail(out);
    int fd = out->fd;
    out->fd = -1;
    if (close(fd) < 0)
        return fail(out);
    if (out->target && temporary_keep(out->temporary, out->target) < 0)
        return fail(out);
    out->temporary = NULL;
    return 0;
}

int output_close(struct output *out, bool good)
{
    int result = good ? finish(out) : 0;
    if (out->fd >= 0)
        close(out->fd);
    if (out->final >= 0)
        close(out->final);
    temporary_remove(out->temporary);
    free(out->target);
    free(out->buf);
    free(out);
    return result;
}

/* output.c - writes the result, and leaves either a whole file or none.
 *
 * The temporary file is removed however the program ends: by output_close, by atexit for exits on the
 * way (memory), and by a handler for the signals that stop programs. */
#include "output.h"

#include "util.h"
#include "spool.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BUFFER_BYTES = 1 << 17 }; /* two pipes full; larger did not measure faster */

struct output {
    const char *name;
    int fd;
    int final;       /* where fd's bytes are copied in the end; -1: nowhere, fd is it */
    char *target;    /* renamed to this when whole; NULL: written directly */
    bool can_patch;
    bool unbuffered;     /* nothing stays in the buffer */
    int64_t first;   /* offset of our first byte in fd */
    char *buf;
    size_t buffered;
};

static char *volatile temporary; /* the file to remove if we end before it is whole */

static void remove_temporary(void)
{
    if (temporary)
        unlink(temporary);
    temporary = NULL;
}

static void stop(int signal_number)
{
    if (temporary)
        unlink(temporary);
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}

static void guard_temporary(void)
{
    static const int stops[] = {SIGHUP, SIGINT, SIGPIPE, SIGTERM, SIGQUIT, SIGALRM, SIGXCPU};
    struct sigaction old, action = {.sa_handler = stop};

    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < sizeof stops / sizeof *stops; i++)
        if (sigaction(stops[i], NULL, &old) == 0 && old.sa_handler != SIG_IGN)
            sigaction(stops[i], &action, NULL);
    atexit(remove_temporary);
}

static int fail(const struct output *out)
{
    if (errno != EPIPE)
        util_error("%s: %s", out->name, strerror(errno));
    return -1;
}

static int standard_output = -1; /* what descriptor 1 was */

int output_claim_standard(void)
{
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

/* A file beside the target, with the permissions that the target has or would get. */
static int open_beside(struct output *out, const struct stat *old)
{
    const char *slash = strrchr(out->target, '/');
    int dir = slash ? (int)(slash - out->target) + 1 : 0;
    size_t bytes = (size_t)dir + sizeof ".conv-XXXXXX";
    char *path = util_array(bytes, 1);
    mode_t mask = umask(0);

    umask(mask);
    snprintf(path, bytes, "%.*s.conv-XXXXXX", dir, out->target);
    guard_temporary();
    out->fd = mkstemp(path);
    if (out->fd < 0) {
        free(path);
        util_error("%s: cannot make a file beside it: %s", out->name, strerror(errno));
        return -1;
    }
    temporary = path;
    out->can_patch = true;
    if (fchmod(out->fd, old ? old->st_mode & 07777 : 0666 & ~mask) < 0)
        return fail(out);
    return 0;
}

/* The number in /dev/fd/N and its like, -1 for other paths. Such a file was opened by others, who may be appending
 * to it: it is written through, never replaced. */
static int descriptor_of(const char *path)
{
    static const char *const folders[] = {"/dev/fd/", "/proc/self/fd/"};

    if (strcmp(path, "/dev/stderr") == 0)
        return STDERR_FILENO;
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        size_t len = strlen(folders[i]);
        if (strncmp(path, folders[i], len) == 0 && strspn(path + len, "0123456789") == strlen(path + len))
            return atoi(path + len);
    }
    return -1;
}

/* Where a path leads that is a link to nothing yet, else a copy of it. */
static char *follow(const char *path)
{
    char link[PATH_MAX];
    ssize_t len = readlink(path, link, sizeof link - 1);
    const char *slash = strrchr(path, '/');

    if (len < 0)
        return util_copy(path);
    link[len] = 0;
    size_t dir = slash && *link != '/' ? (size_t)(slash - path) + 1 : 0;
    char *target = util_array(dir + (size_t)len + 1, 1);
    memcpy(target, path, dir);
    memcpy(target + dir, link, (size_t)len);
    return target;
}

static int open_path(struct output *out, const char *path)
{
    struct stat st;
    int number = descriptor_of(path);
    bool exists = stat(path, &st) == 0;

    if (number >= 0) {
        out->fd = fcntl(number, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
        return out->fd < 0 ? fail(out) : 0;
    }
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
    out->target = exists ? realpath(path, NULL) : follow(path); /* through a link to its file */
    if (!out->target)
        return fail(out);
    return open_beside(out, exists ? &st : NULL);
}

/* By its other names standard output would now be what descriptor 1 points at, standard error. */
static bool is_standard(const char *path)
{
    return !path || strcmp(path, "-") == 0 || strcmp(path, "/dev/stdout") == 0 || strcmp(path, "/dev/fd/1") == 0 ||
           strcmp(path, "/proc/self/fd/1") == 0;
}

struct output *output_open(const char *path)
{
    struct output *out = util_array(1, sizeof *out);
    bool standard = is_standard(path);

    signal(SIGXFSZ, SIG_IGN); /* a file grown too large is a failed write, told as one */
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
    size_t bytes = out->buffered;
    out->buffered = 0;
    return spool_write(out->fd, out->buf, bytes) < 0 ? fail(out) : 0;
}

int output_write(struct output *out, const void *buf, size_t bytes)
{
    if (bytes > BUFFER_BYTES - out->buffered) {
        if (flush(out) < 0)
            return -1;
        if (bytes >= BUFFER_BYTES)
            return spool_write(out->fd, buf, bytes) < 0 ? fail(out) : 0;
    }
    memcpy(out->buf + out->buffered, buf, bytes);
    out->buffered += bytes;
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

int output_spool(struct output *out)
{
    if (out->target || out->final >= 0)
        return out->fd;
    int fd = spool_open();
    if (fd < 0)
        return -1;
    out->final = out->fd;
    out->fd = fd;
    out->first = 0;
    out->can_patch = true;
    return fd;
}

/* From the temporary file to where it was meant for. */
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
    return 0;
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
    if (out->target) {
        if (rename(temporary, out->target) < 0)
            return fail(out);
        char *path = temporary;
        temporary = NULL;
        free(path);
    }
    return 0;
}

int output_close(struct output *out, bool good)
{
    int result = good ? finish(out) : 0;
    if (out->fd >= 0)
        close(out->fd);
    if (out->final >= 0)
        close(out->final);
    char *path = temporary;
    remove_temporary();
    free(path);
    free(out->target);
    free(out->buf);
    free(out);
    return result;
}

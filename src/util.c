/* util.c - messages, checked memory and descriptor hygiene. */
#define _DEFAULT_SOURCE /* madvise */
#include "util.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { MESSAGE_BYTES = 2048 }; /* a message is cut there: names and fields in it can be of any length */

/* Arrays from 4 MiB on are worth the rounding up to pages of 2 MiB. */
static const size_t HUGE_PAGE = (size_t)1 << 21;

static const char *program = "conv";
static bool silent;
static _Thread_local bool hushed;

void util_hush(bool hush)
{
    hushed = hush;
}

void util_set_program(const char *path)
{
    const char *slash = path ? strrchr(path, '/') : NULL, *name = slash ? slash + 1 : path;
    if (name && *name)
        program = name;
}

const char *util_program(void)
{
    return program;
}

void util_quiet(bool quiet)
{
    silent = quiet;
}

/* C0 controls and DEL, and the C1 controls as UTF-8 writes them (C2 80 to C2 9F). */
static bool is_control(const unsigned char *s)
{
    return *s < 0x20 || *s == 0x7f || (*s == 0xc2 && s[1] >= 0x80 && s[1] <= 0x9f);
}

static void say(const char *lead, const char *format, va_list arguments)
{
    char text[MESSAGE_BYTES];
    char line[4 * MESSAGE_BYTES + 1];
    int len = snprintf(text, sizeof text, "%.200s: %s", program, lead);

    vsnprintf(text + len, sizeof text - (size_t)len, format, arguments);
    len = 0;
    for (const char *s = text; *s; s++) {
        if (is_control((const unsigned char *)s))
            len += sprintf(line + len, "\\%03o", (unsigned)(unsigned char)*s);
        else
            line[len++] = *s;
    }
    line[len++] = '\n';
    if (write(STDERR_FILENO, line, (size_t)len) < 0)
        return; /* there is nowhere left to say it */
}

void util_error(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    say("", format, arguments);
    va_end(arguments);
}

void util_warn(const char *format, ...)
{
    if (silent || hushed)
        return;
    va_list arguments;
    va_start(arguments, format);
    say("warning: ", format, arguments);
    va_end(arguments);
}

void util_note(const char *format, ...)
{
    if (silent || hushed)
        return;
    va_list arguments;
    va_start(arguments, format);
    say("", format, arguments);
    va_end(arguments);
}

static _Noreturn void out_of_memory(void)
{
    util_error("out of memory");
    exit(STATUS_TROUBLE);
}

static size_t bytes_of(size_t count, size_t size)
{
    if (size && count > PTRDIFF_MAX / size)
        out_of_memory();
    return count && size ? count * size : 1;
}

void *util_array(size_t count, size_t size)
{
    void *p = calloc(1, bytes_of(count, size));
    if (!p)
        out_of_memory();
    return p;
}

void *util_grow(void *old, size_t count, size_t size)
{
    void *p = realloc(old, bytes_of(count, size));
    if (!p)
        out_of_memory();
    return p;
}

char *util_copy(const char *text)
{
    size_t bytes = strlen(text) + 1;
    return memcpy(util_array(bytes, 1), text, bytes);
}

double *util_doubles(size_t count)
{
    size_t bytes = bytes_of(count, sizeof(double)), boundary = bytes < HUGE_PAGE ? 64 : HUGE_PAGE;
    if (bytes > PTRDIFF_MAX - HUGE_PAGE)
        out_of_memory();
    void *p;
    if (posix_memalign(&p, boundary, bytes) != 0)
        out_of_memory();
#ifdef MADV_HUGEPAGE
    if (boundary == HUGE_PAGE)
        madvise(p, bytes, MADV_HUGEPAGE); /* fewer pages to clear and to find; refusal costs speed only */
#endif
    return p;
}

double *util_zeros(size_t count)
{
    return memset(util_doubles(count), 0, count * sizeof(double));
}

void util_claim_descriptors(void)
{
    for (int fd = 0; fd <= 2; fd++)
        if (fcntl(fd, F_GETFD) < 0 && errno == EBADF)
            if (open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY) != fd)
                exit(STATUS_TROUBLE);
}

/* util.c - messages, checked memory and descriptor hygiene. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
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

enum { MESSAGE_BYTES = 8192 }; /* a message is cut there: names in it can be of any length */

/* The bytes of a large page. Arrays of at least as many begin at a multiple. */
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

/* The character of UTF-8 that begins s[bytes]. Returns its length; 0: that is none. */
static size_t decode(const unsigned char *s, size_t bytes, uint32_t *character)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000}; /* by the length */
    size_t len = *s < 0x80 ? 1 : *s < 0xe0 ? 2 : *s < 0xf0 ? 3 : 4;

    if (len == 1)
        return *character = *s, 1;
    if (*s < 0xc0 || *s >= 0xf8 || len > bytes)
        return 0;
    uint32_t c = *s & (0x7fu >> len);
    for (size_t i = 1; i < len; i++) {
        if ((s[i] & 0xc0) != 0x80)
            return 0;
        c = c << 6 | (s[i] & 0x3f);
    }
    *character = c;
    return c < least[len] || c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff) ? 0 : len;
}

/* Whether a character moves no cursor and turns no text about. */
static bool is_harmless(uint32_t c)
{
    static const uint32_t hidden[][2] = {
        {0, 0x1f},         {0x7f, 0x9f},     {0x61c, 0x61c},   {0x200b, 0x200f},  {0x2028, 0x202e},
        {0x2060, 0x206f},  {0xfeff, 0xfeff}, {0xfff9, 0xfffb}, {0xe0000, 0xe007f},
    };

    for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++)
        if (c >= hidden[i][0] && c <= hidden[i][1])
            return false;
    return true;
}

size_t util_show(char *shown, const char *text, size_t bytes)
{
    const unsigned char *s = (const unsigned char *)text, *end = s + bytes;
    char *p = shown;

    while (s < end) {
        uint32_t character = 0;
        size_t len = decode(s, (size_t)(end - s), &character);
        if (len && is_harmless(character)) {
            memcpy(p, s, len);
            p += len;
            s += len;
            continue;
        }
        for (size_t i = 0; i < (len ? len : 1); i++, s++) {
            *p++ = '\\';
            for (int shift = 6; shift >= 0; shift -= 3)
                *p++ = (char)('0' + (*s >> shift & 7));
        }
    }
    return (size_t)(p - shown);
}

/* Its arrays must not become part of the functions below: where a stack frame is probed, clang 14
 * and others pass no doubles through `...`. */
__attribute__((noinline)) static void say(const char *lead, const char *format, va_list arguments)
{
    char text[MESSAGE_BYTES];
    char line[4 * MESSAGE_BYTES + 1];
    int head = snprintf(text, sizeof text, "%.200s: %s", program, lead);

    vsnprintf(text + head, sizeof text - (size_t)head, format, arguments);
    size_t len = util_show(line, text, strlen(text));
    line[len++] = '\n';
    if (write(STDERR_FILENO, line, len) < 0)
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

size_t util_product(size_t a, size_t b)
{
    if (b && a > PTRDIFF_MAX / b)
        out_of_memory();
    return a * b;
}

static size_t bytes_of(size_t count, size_t size)
{
    size_t bytes = util_product(count, size);
    return bytes ? bytes : 1;
}

/* Ask for pages of 2 MiB where they fit, fewer to clear and to find. Refusal costs speed only. */
static void ask_for_huge_pages(char *p, size_t bytes)
{
#ifdef MADV_HUGEPAGE
    size_t before = -(uintptr_t)p % HUGE_PAGE;
    if (bytes >= before + HUGE_PAGE)
        madvise(p + before, (bytes - before) / HUGE_PAGE * HUGE_PAGE, MADV_HUGEPAGE);
#else
    (void)p, (void)bytes;
#endif
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
    ask_for_huge_pages(p, bytes_of(count, size));
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
    ask_for_huge_pages(p, bytes);
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

/* kernel.c - loads a kernel's taps. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "kernel.h"

#include "number.h"
#include "util.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Of taps as read. */
static int check(const struct kernel *kernel)
{
    if (kernel->taps == 0) {
        util_error("%s: the kernel is empty", kernel->name);
        return -1;
    }
    size_t columns = (size_t)kernel->columns;
    for (size_t i = 0; i < kernel->taps * columns; i++)
        if (kernel->h[i] - kernel->h[i] != 0) {
            util_error("%s: tap %zu of column %zu is not finite; every output would be",
                       kernel->name, i / columns + 1,
                       i % columns / (size_t)(1 + kernel->complex) + 1);
            return -1;
        }
    return 0;
}

int kernel_load(struct kernel *kernel, struct stream *stream, bool complex)
{
    size_t columns = (size_t)stream->shape.channels, room = stream_block(stream->shape.channels),
           taps = 0;
    double *rows = util_doubles(room * columns);
    ssize_t n;

    *kernel = (struct kernel){.name = stream->name,
                              .rate = stream->shape.rate,
                              .columns = stream->shape.channels,
                              .complex = complex};
    while ((n = stream->read(stream, rows + taps * columns, room - taps)) > 0) {
        taps += (size_t)n;
        if (taps == room)
            rows = util_grow(rows, (room *= 2) * columns, sizeof *rows);
    }
    stream_close(stream);
    kernel->taps = taps;
    kernel->h = util_grow(rows, taps * columns, sizeof *rows);
    return n < 0 ? -1 : check(kernel);
}

static bool is_separator(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static const char *skip_separators(const char *p)
{
    while (is_separator(*p))
        p++;
    return p;
}

/* The numbers up to here, `taps` in all, end a row. 0, or -1: already reported. */
static int end_row(struct kernel *kernel, size_t taps)
{
    size_t rows = ++kernel->taps;

    if (rows == 1)
        kernel->columns = (int)taps;
    if (taps == rows * (size_t)kernel->columns)
        return 0;
    util_error("--taps: row %zu has not as many taps as the first", rows);
    return -1;
}

/* Read a number to tap[2]. Returns what follows it and its separators; NULL: none, already
 * reported. */
static const char *parse_tap(const char *p, const char *end, double *tap, bool *rounded)
{
    const char *q = number_read_complex(p, end, tap);

    if (!q || (*q && *q != ',' && *q != ';' && !is_separator(*q))) {
        int bytes = (int)strcspn(p, ",; \t\r\n");
        util_error("--taps: '%.*s' is not a number", bytes > 60 ? 60 : bytes, p);
        return NULL;
    }
    *rounded |= number_is_rounded_complex(p, q);
    return skip_separators(q);
}

/* See the parsed h[taps][2] as complex numbers, or as real ones. */
static void settle_parts(struct kernel *kernel, size_t taps)
{
    for (size_t j = 0; j < taps && !kernel->complex; j++)
        kernel->h[j] = kernel->h[2 * j];
    kernel->columns *= 1 + kernel->complex;
}

int kernel_parse(struct kernel *kernel, const char *text, size_t *rows)
{
    const char *p = skip_separators(text), *end = text + strlen(text);
    size_t room = 0, taps = 0;
    bool rounded = false, again = false;

    *kernel = (struct kernel){
        .name = "--taps", .columns = 1, .complex = strpbrk(text, "jJ")};
    while (p < end || again) {
        if (taps == room)
            kernel->h = util_grow(kernel->h, room = 2 * room + 16, 2 * sizeof *kernel->h);
        p = parse_tap(p, end, kernel->h + 2 * taps, &rounded);
        if (!p || (*p == ';' && end_row(kernel, taps + 1) < 0))
            return -1;
        taps++;
        again = *p == ',' || *p == ';';
        p = again ? skip_separators(p + 1) : p;
    }
    if (rounded)
        util_warn("--taps: integers beyond 2^53 are rounded to the nearest double");
    *rows = 1;
    if (!kernel->taps)
        kernel->taps = taps;
    else if (end_row(kernel, taps) < 0)
        return -1;
    else
        *rows = kernel->taps;
    settle_parts(kernel, taps);
    return check(kernel);
}

void kernel_free(struct kernel *kernel)
{
    free(kernel->h);
    kernel->h = NULL;
}

void kernel_bring_near_one(double *h, size_t count)
{
    double most = 0;
    int exponent;

    for (size_t j = 0; j < count; j++)
        most = fmax(most, fabs(h[j]));
    frexp(most, &exponent);
    double half = ldexp(1, -exponent / 2), other = ldexp(1, -exponent - -exponent / 2);
    for (size_t j = 0; j < count; j++)
        h[j] = h[j] * half * other;
}

void kernel_reverse(struct kernel *kernel)
{
    for (int a = 0; a < kernel->axes; a++)
        if (kernel->origin[a] >= 0)
            kernel->origin[a] = (int64_t)kernel->extent[a] - 1 - kernel->origin[a];
    for (int c = 0; c < kernel->columns; c++) {
        double *h = kernel->h + (size_t)c * kernel->taps;
        for (size_t i = 0, j = kernel->taps - 1; i < j; i++, j--) {
            double tap = h[i];
            h[i] = h[j];
            h[j] = tap;
        }
        for (size_t j = 0; kernel->complex && c % 2 && j < kernel->taps; j++)
            h[j] = -h[j];
    }
}

struct kernel_stream {
    struct stream stream;
    const struct kernel *kernel;
    size_t at; /* the next tap */
};

static ssize_t read_taps(struct stream *stream, double *x, size_t frames)
{
    struct kernel_stream *s = (struct kernel_stream *)stream;
    size_t left = s->kernel->taps - s->at, n = frames < left ? frames : left,
           columns = (size_t)s->kernel->columns;
    double divisor = s->kernel->divisor > 0 ? s->kernel->divisor : 1;

    for (size_t j = 0; j < n; j++)
        for (size_t c = 0; c < columns; c++)
            x[j * columns + c] = s->kernel->h[c * s->kernel->taps + s->at + j] / divisor;
    s->at += n;
    return (ssize_t)n;
}

struct stream *kernel_stream(const struct kernel *kernel)
{
    struct kernel_stream *s = util_array(1, sizeof *s);

    s->stream = (struct stream){
        .shape = {.channels = kernel->columns,
                  .rate = kernel->rate,
                  .frames = (int64_t)kernel->taps},
        .name = kernel->name,
        .read = read_taps,
    };
    s->kernel = kernel;
    return &s->stream;
}

/* kernel.c - loads a kernel's taps. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "kernel.h"

#include "number.h"
#include "util.h"

#include <stdlib.h>
#include <string.h>

/* taps[taps][columns] as read -> h[columns][taps]. */
static double *by_column(const double *rows, size_t taps, size_t columns)
{
    double *h = util_doubles(taps * columns);
    for (size_t c = 0; c < columns; c++)
        for (size_t j = 0; j < taps; j++)
            h[c * taps + j] = rows[j * columns + c];
    return h;
}

static int check(const struct kernel *kernel)
{
    if (kernel->taps == 0) {
        util_error("%s: the kernel is empty", kernel->name);
        return -1;
    }
    for (size_t i = 0; i < kernel->taps * (size_t)kernel->columns; i++)
        if (kernel->h[i] - kernel->h[i] != 0) {
            util_error("%s: tap %zu of column %zu is not finite; every output would be",
                       kernel->name, i % kernel->taps + 1, i / kernel->taps + 1);
            return -1;
        }
    return 0;
}

int kernel_load(struct kernel *kernel, struct stream *stream)
{
    size_t columns = (size_t)stream->shape.channels, room = stream_block(stream->shape.channels),
           taps = 0;
    double *rows = util_doubles(room * columns);
    ssize_t n;

    kernel->name = stream->name;
    kernel->rate = stream->shape.rate;
    kernel->origin = -1;
    kernel->columns = stream->shape.channels;
    while ((n = stream->read(stream, rows + taps * columns, room - taps)) > 0) {
        taps += (size_t)n;
        if (taps == room)
            rows = util_grow(rows, (room *= 2) * columns, sizeof *rows);
    }
    stream_close(stream);
    kernel->taps = kernel->extent[0] = taps;
    kernel->axes = 1;
    if (n == 0 && columns == 1) {
        kernel->h = util_grow(rows, taps, sizeof *rows);
    } else {
        kernel->h = n == 0 ? by_column(rows, taps, columns) : NULL;
        free(rows);
    }
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

/* The taps up to here end a row, or with `last` the text. 0, or -1: already reported. */
static int end_row(struct kernel *kernel, bool last)
{
    size_t rows = ++kernel->extent[0], taps = kernel->taps;

    if (rows == 1)
        kernel->extent[1] = taps;
    if (taps && taps == rows * kernel->extent[1])
        return 0;
    if (rows > 1 || (!last && !taps))
        util_error("--taps: row %zu has not as many taps as the first", rows);
    return rows > 1 || !last ? -1 : 0;
}

int kernel_parse(struct kernel *kernel, const char *text, int axes)
{
    const char *p = skip_separators(text), *end = text + strlen(text);
    size_t room = 0;
    bool rounded = false;

    *kernel = (struct kernel){.name = "--taps", .columns = 1, .axes = axes, .origin = -1};
    if (axes > 2) {
        util_error("--taps: a kernel of %d axes comes from a file or from --generate", axes);
        return -1;
    }
    while (p < end) {
        if (kernel->taps == room)
            kernel->h = util_grow(kernel->h, room = 2 * room + 16, sizeof *kernel->h);
        const char *q = number_read(p, end, &kernel->h[kernel->taps]);
        if (!q || (*q && *q != ',' && *q != ';' && !is_separator(*q))) {
            int bytes = (int)strcspn(p, ",; \t\r\n");
            util_error("--taps: '%.*s' is not a number", bytes > 60 ? 60 : bytes, p);
            return -1;
        }
        kernel->taps++;
        rounded |= number_is_rounded(p, q);
        p = skip_separators(q);
        if (*p == ';' && axes == 2 && end_row(kernel, false) < 0)
            return -1;
        if (*p == ';' && axes != 2) {
            util_error("--taps: rows, separated by semicolons, are for --dims=2");
            return -1;
        }
        if (*p != ',' && *p != ';')
            continue;
        p = skip_separators(p + 1);
        if (!*p) {
            util_error("--taps: '' is not a number");
            return -1;
        }
    }
    if (rounded)
        util_warn("--taps: integers beyond 2^53 are rounded to the nearest double");
    if (axes == 2 && kernel->taps && end_row(kernel, true) < 0)
        return -1;
    if (axes != 2)
        kernel_fold(kernel, 1, NULL);
    return check(kernel);
}

void kernel_free(struct kernel *kernel)
{
    free(kernel->h);
    kernel->h = NULL;
}

void kernel_reverse(struct kernel *kernel)
{
    if (kernel->origin >= 0) /* a made one, of equal extents */
        kernel->origin = (int64_t)kernel->extent[0] - 1 - kernel->origin;
    for (int c = 0; c < kernel->columns; c++) {
        double *h = kernel->h + (size_t)c * kernel->taps;
        for (size_t i = 0, j = kernel->taps - 1; i < j; i++, j--) {
            double tap = h[i];
            h[i] = h[j];
            h[j] = tap;
        }
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

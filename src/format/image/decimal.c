/* decimal.c - plain images, whose samples are decimal numbers or single digits (see image.h). */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "image.h"

#include "util.h"

#include <stdlib.h>

enum { BUFFER_BYTES = 1 << 16 };

struct decimal {
    struct stream stream;
    struct input *input;
    struct image_header header;
    int64_t row; /* the next */
    unsigned char *buf; /* buf[BUFFER_BYTES], of which [at..end) is to come */
    size_t at, end;
    bool failed, ended;
};

/* The next byte; -1: none, or failed. */
static int next_byte(struct decimal *d)
{
    if (d->at == d->end && !d->ended) {
        ssize_t n = input_read_some(d->input, d->buf, BUFFER_BYTES);
        d->failed = n < 0;
        d->ended = n <= 0;
        d->at = 0;
        d->end = n > 0 ? (size_t)n : 0;
    }
    return d->at < d->end ? d->buf[d->at++] : -1;
}

/* The next byte that is neither blank nor of a comment. */
static int next_digit(struct decimal *d)
{
    bool comment = false;

    for (;;) {
        int c = next_byte(d);
        if (c == '#')
            comment = true;
        else if (c == '\n' || c == '\r')
            comment = false;
        else if (c < 0 || (!comment && c != ' ' && (c < '\t' || c > '\r')))
            return c;
    }
}

/* Take a sample. Returns false at the end, and where there is none, already reported. */
static bool take_sample(struct decimal *d, double *x)
{
    int c = next_digit(d), maxval = d->header.picture.maxval, n = 0;
    bool bits = d->header.kind == '1';

    if (c < 0)
        return false;
    if (c < '0' || c > (bits ? '1' : '9')) {
        const char text[] = {(char)c, 0};
        util_error("%s: row %lld: '%s' begins no sample", d->stream.name, (long long)d->row + 1,
                   c ? text : "\\000");
        d->failed = true;
        return false;
    }
    *x = c == '1' ? 0 : 255;
    if (bits)
        return true;
    for (; c >= '0' && c <= '9'; c = next_byte(d))
        n = n < 100000 ? 10 * n + (c - '0') : n;
    if (c >= 0)
        d->at--;
    *x = n;
    d->failed = n > maxval;
    if (d->failed)
        util_error("%s: row %lld: a sample of %d, above the maxval of %d", d->stream.name,
                   (long long)d->row + 1, n, maxval);
    return !d->failed;
}

static ssize_t read_decimal(struct stream *stream, double *x, size_t frames)
{
    struct decimal *d = (struct decimal *)stream;
    size_t samples = (size_t)stream->shape.channels, done = 0;

    if (d->failed)
        return -1;
    for (; done < frames && d->row < d->header.rows; done++, d->row++)
        for (size_t i = 0; i < samples; i++) {
            if (take_sample(d, x + done * samples + i))
                continue;
            if (d->failed)
                return done ? (ssize_t)done : -1;
            input_fall_short(d->input, d->header.rows, d->row);
            d->header.rows = d->row;
            return (ssize_t)done;
        }
    return (ssize_t)done;
}

static void release_decimal(struct stream *stream)
{
    struct decimal *d = (struct decimal *)stream;

    input_close(d->input);
    free(d->buf);
}

struct stream *decimal_open(struct input *input, const struct image_header *header)
{
    struct decimal *d = util_array(1, sizeof *d);

    d->stream = (struct stream){
        .shape = {.channels = (int)header_row(header), .frames = header->rows},
        .name = input_name(input),
        .read = read_decimal,
        .release = release_decimal,
    };
    d->input = input_share(input);
    d->header = *header;
    d->buf = util_array(BUFFER_BYTES, 1);
    return &d->stream;
}

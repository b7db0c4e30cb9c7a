/* floats.c - the samples of PFM images, whose last row comes first (see image.h). */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "image.h"

#include "util.h"
#include "format/spool.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { BLOCK_BYTES = 1 << 16 };

struct floats {
    struct stream stream;
    struct input *input;
    int fd;               /* a copy of the image; -1: it is read from the input */
    int64_t begin;        /* of the image there */
    int64_t left;         /* rows to come; -1: failed */
    struct layout layout;
    size_t row_bytes, block;
    unsigned char *buf;   /* buf[block][row_bytes] */
};

/* Read at an offset of the image. Returns fewer bytes only at the end; -1: already reported. */
static ssize_t read_at(const struct floats *f, size_t bytes, int64_t offset)
{
    if (f->fd < 0)
        return input_read_at(f->input, f->buf, bytes, f->begin + offset);
    ssize_t n = spool_read_at(f->fd, f->buf, bytes, offset);
    if (n < 0)
        util_error("%s: %s", f->stream.name, strerror(errno));
    return n;
}

static ssize_t read_floats(struct stream *stream, double *x, size_t frames)
{
    struct floats *f = (struct floats *)stream;
    size_t samples = (size_t)stream->shape.channels, done = 0;

    while (done < frames && f->left > 0) {
        size_t want = frames - done < f->block ? frames - done : f->block;
        want = (int64_t)want < f->left ? want : (size_t)f->left;
        int64_t first = f->left - (int64_t)want;
        ssize_t n = read_at(f, want * f->row_bytes, first * (int64_t)f->row_bytes);
        if (n < (ssize_t)(want * f->row_bytes)) {
            if (n >= 0)
                util_error("%s: truncated: the first row of a PFM image comes last", stream->name);
            f->left = -1;
            break;
        }
        for (size_t i = want; i-- > 0; done++)
            pcm_decode(f->layout, f->buf + i * f->row_bytes, x + done * samples, samples);
        f->left = first;
    }
    return done || f->left >= 0 ? (ssize_t)done : -1;
}

static void release_floats(struct stream *stream)
{
    struct floats *f = (struct floats *)stream;

    if (f->fd >= 0)
        close(f->fd);
    input_close(f->input);
    free(f->buf);
}

struct stream *floats_open(struct input *input, const struct image_header *header)
{
    struct floats *f = util_array(1, sizeof *f);

    f->stream = (struct stream){
        .shape = {.channels = (int)header_row(header), .frames = header->rows},
        .name = input_name(input),
        .read = read_floats,
        .release = release_floats,
    };
    f->input = input_share(input);
    f->begin = input_at(input);
    f->left = header->rows;
    f->layout = (struct layout){.encoding = ENCODING_F32, .big_endian = header->big_endian};
    f->row_bytes = (size_t)header_row(header) * 4;
    f->block = BLOCK_BYTES / f->row_bytes ? BLOCK_BYTES / f->row_bytes : 1;
    f->buf = util_array(f->block, f->row_bytes);
    f->fd = input_can_rewind(input) ? -1 : spool_open();
    bool failed = !input_can_rewind(input) && f->fd < 0;
    if (f->fd >= 0)
        failed = input_copy(input, f->fd, header->rows * (int64_t)f->row_bytes) < 0;
    if (!failed)
        return &f->stream;
    stream_close(&f->stream);
    return NULL;
}

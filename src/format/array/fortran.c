/* fortran.c - reads arrays in Fortran order (see fortran.h).
 *
 * All frames of a channel stand together. Some of each are read at a time. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "fortran.h"

#include "util.h"

#include <stdlib.h>

struct fortran {
    struct stream stream;
    struct input *input;
    plain_decoder *decode;
    int64_t *begin;     /* begin[channels]: where each begins, in bytes */
    int64_t at, frames; /* the next frame; as many as the header says */
    size_t sample_bytes, block;
    unsigned char *buf; /* buf[block][sample_bytes] */
    double *x;          /* x[block] */
    bool rounded;       /* it has rounded, which was said */
};

/* Read samples of a channel into every stride-th of y. Returns how many; -1: already reported. */
static ssize_t read_channel(struct fortran *f, int channel, size_t frames, double *y)
{
    size_t channels = (size_t)f->stream.shape.channels;
    int64_t offset = f->begin[channel] + f->at * (int64_t)f->sample_bytes;
    ssize_t bytes = input_read_at(f->input, f->buf, frames * f->sample_bytes, offset);

    if (bytes < 0)
        return -1;
    size_t got = (size_t)bytes / f->sample_bytes;
    if (!f->decode(f->buf, f->x, got) && !f->rounded) {
        f->rounded = true;
        util_warn("%s: integers beyond 2^53 are rounded to the nearest double", f->stream.name);
    }
    for (size_t i = 0; i < got; i++)
        y[i * channels + (size_t)channel] = f->x[i];
    return (ssize_t)got;
}

static ssize_t read_fortran(struct stream *stream, double *x, size_t frames)
{
    struct fortran *f = (struct fortran *)stream;
    size_t done = 0;

    while (done < frames && f->at < f->frames) {
        size_t want = frames - done < f->block ? frames - done : f->block;
        if ((int64_t)want > f->frames - f->at)
            want = (size_t)(f->frames - f->at);
        for (int c = 0; c < stream->shape.channels; c++) {
            ssize_t got = read_channel(f, c, want, x + done * (size_t)stream->shape.channels);
            if (got >= 0 && (size_t)got < want)
                util_error("%s: truncated: no frame is whole in Fortran order", stream->name);
            if (got < (ssize_t)want)
                return -1;
        }
        done += want;
        f->at += (int64_t)want;
    }
    return (ssize_t)done;
}

static void release_fortran(struct stream *stream)
{
    struct fortran *f = (struct fortran *)stream;

    input_close(f->input);
    free(f->begin);
    free(f->buf);
    free(f->x);
}

/* Where each channel begins. The last axis of the channels varies fastest, in the file
 * the first one does. */
static void find_begins(struct fortran *f, const struct array *array, int64_t first)
{
    for (int c = 0; c < f->stream.shape.channels; c++) {
        int64_t rest = c, place = 0;
        for (int a = array->axes - 1; a > 0; a--) {
            int64_t stride = array->length[0];
            for (int b = 1; b < a; b++)
                stride *= array->length[b];
            place += rest % array->length[a] * stride;
            rest /= array->length[a];
        }
        f->begin[c] = first + place * (int64_t)f->sample_bytes;
    }
}

struct stream *fortran_stream(struct input *input, const struct plain *plain, size_t skip,
                              const struct array *array)
{
    if (input_spool(input) < 0)
        return NULL;
    struct fortran *f = util_array(1, sizeof *f);
    f->stream = (struct stream){.shape = {.channels = plain->channels, .frames = array->length[0]},
                                .name = input_name(input),
                                .read = read_fortran,
                                .release = release_fortran};
    f->input = input_share(input);
    f->decode = plain->decode;
    f->sample_bytes = plain->sample_bytes;
    f->frames = array->length[0];
    f->block = stream_block(1);
    f->buf = util_array(f->block, f->sample_bytes);
    f->x = util_doubles(f->block);
    f->begin = util_array((size_t)plain->channels, sizeof *f->begin);
    find_begins(f, array, input_at(input) + (int64_t)skip);
    return &f->stream;
}

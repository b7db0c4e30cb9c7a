/* fortran.c - reads arrays in Fortran order (see fortran.h).
 *
 * All frames of a channel stand together. Some of each are read at a time. Of complex elements a
 * channel here is both parts. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "fortran.h"

#include "util.h"

#include <stdlib.h>

struct fortran {
    struct stream stream;
    struct input *input;
    plain_decoder *decode;
    int channels, parts; /* samples of an element */
    int64_t *begin;     /* begin[channels]: where each begins, in bytes */
    int64_t at, frames; /* the next frame; those that are whole */
    int64_t declared;   /* as many as the header says */
    size_t element_bytes, block;
    unsigned char *buf; /* buf[block][element_bytes] */
    double *x;          /* x[block][parts] */
    bool rounded;       /* it has rounded, which was said */
};

/* Read samples of a channel into every stride-th of y. 0, or -1: already reported. */
static int read_channel(struct fortran *f, int channel, size_t frames, double *y)
{
    size_t samples = (size_t)f->stream.shape.channels, parts = (size_t)f->parts;
    int64_t offset = f->begin[channel] + f->at * (int64_t)f->element_bytes;
    ssize_t bytes = input_read_at(f->input, f->buf, frames * f->element_bytes, offset);

    if (bytes < 0)
        return -1;
    if ((size_t)bytes < frames * f->element_bytes) {
        util_error("%s: it has become shorter while it was read", f->stream.name);
        return -1;
    }
    if (!f->decode(f->buf, f->x, frames * parts) && !f->rounded) {
        f->rounded = true;
        util_warn("%s: integers beyond 2^53 are rounded to the nearest double", f->stream.name);
    }
    y += (size_t)channel * parts;
    for (size_t i = 0; i < frames; i++)
        for (size_t part = 0; part < parts; part++)
            y[i * samples + part] = f->x[i * parts + part];
    return 0;
}

static ssize_t read_fortran(struct stream *stream, double *x, size_t frames)
{
    struct fortran *f = (struct fortran *)stream;
    size_t done = 0;

    while (done < frames && f->at < f->frames) {
        size_t want = frames - done < f->block ? frames - done : f->block;
        if ((int64_t)want > f->frames - f->at)
            want = (size_t)(f->frames - f->at);
        for (int c = 0; c < f->channels; c++)
            if (read_channel(f, c, want, x + done * (size_t)stream->shape.channels) < 0)
                return -1;
        done += want;
        f->at += (int64_t)want;
    }
    if (done < frames && f->frames < f->declared) {
        input_fall_short(f->input, f->declared, f->frames);
        f->declared = f->frames;
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
    for (int c = 0; c < f->channels; c++) {
        int64_t rest = c, place = 0;
        for (int a = array->axes - 1; a > 0; a--) {
            int64_t stride = array->length[0];
            for (int b = 1; b < a; b++)
                stride *= array->length[b];
            place += rest % array->length[a] * stride;
            rest /= array->length[a];
        }
        f->begin[c] = first + place * (int64_t)f->element_bytes;
    }
}

/* The frames that are whole in the file. The channel that begins last is also
 * the last in C order. */
static int64_t whole_frames(const struct fortran *f)
{
    int64_t left = input_bytes(f->input) - f->begin[f->channels - 1],
            frames = left > 0 ? left / (int64_t)f->element_bytes : 0;

    return frames < f->declared ? frames : f->declared;
}

struct stream *fortran_stream(struct input *input, const struct plain *plain, size_t skip,
                              const struct array *array)
{
    if (input_spool(input) < 0)
        return NULL;
    struct fortran *f = util_array(1, sizeof *f);
    f->stream = (struct stream){.shape.channels = plain->channels,
                                .name = input_name(input),
                                .read = read_fortran,
                                .release = release_fortran};
    f->input = input_share(input);
    f->decode = plain->decode;
    f->channels = (int)array_channels(array);
    f->parts = plain->channels / f->channels;
    f->element_bytes = plain->sample_bytes * (size_t)f->parts;
    f->declared = array->length[0];
    f->block = stream_block(f->parts);
    f->buf = util_array(f->block, f->element_bytes);
    f->x = util_doubles(f->block * (size_t)f->parts);
    f->begin = util_array((size_t)f->channels, sizeof *f->begin);
    find_begins(f, array, input_at(input) + (int64_t)skip);
    f->stream.shape.frames = f->frames = whole_frames(f);
    return &f->stream;
}

/* image.c - reads PBM, PGM, PPM, PAM and PFM: a frame is a row, a pixel's samples are channels.
 *
 * Samples are taken as they are, from 0 to maxval. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "image.h"

#include "util.h"
#include "vector.h"
#include "format/bytes.h"
#include "format/samples/plain.h"

#include <stdlib.h>

VECTOR static bool decode_bytes(const unsigned char *buf, double *x, size_t samples)
{
    for (size_t i = 0; i < samples; i++)
        x[i] = buf[i];
    return true;
}

VECTOR static bool decode_words(const unsigned char *buf, double *x, size_t samples)
{
    for (size_t i = 0; i < samples; i++)
        x[i] = (int32_t)bytes_be16(buf + 2 * i);
    return true;
}

/* Rows whose samples must not be above a limit. */
struct limit {
    struct stream stream;
    double most;
    int64_t rows; /* so far */
    bool failed;
};

VECTOR static double largest_sample(const double *x, size_t samples)
{
    enum { LANES = 8 };
    double most[LANES] = {0};
    size_t i = 0;

    for (; i + LANES <= samples; i += LANES)
        for (size_t l = 0; l < LANES; l++)
            most[l] = x[i + l] > most[l] ? x[i + l] : most[l];
    for (; i < samples; i++)
        most[0] = x[i] > most[0] ? x[i] : most[0];
    for (size_t l = 1; l < LANES; l++)
        most[0] = most[l] > most[0] ? most[l] : most[0];
    return most[0];
}

static ssize_t read_limited(struct stream *stream, double *x, size_t frames)
{
    struct limit *limit = (struct limit *)stream;
    size_t samples = (size_t)stream->shape.channels;
    ssize_t n = limit->failed ? -1 : stream->source->read(stream->source, x, frames);

    for (ssize_t i = 0; i < n; i++, limit->rows++) {
        double most = largest_sample(x + (size_t)i * samples, samples);
        if (most <= limit->most)
            continue;
        util_error("%s: row %lld: a sample of %.0f, above the maxval of %.0f", stream->name,
                   (long long)limit->rows + 1, most, limit->most);
        limit->failed = true;
        return i ? i : -1;
    }
    return n;
}

/* Raw samples (P5 to P7). */
static struct stream *open_raw(struct input *input, const struct image_header *h)
{
    bool wide = h->picture.maxval > 255;
    struct plain plain = {.decode = wide ? decode_words : decode_bytes,
                          .sample_bytes = wide ? 2 : 1,
                          .channels = (int)header_row(h)};

    plain.bytes = h->rows * plain.channels * (int64_t)plain.sample_bytes;
    struct stream *stream = plain_stream(input, &plain, 0);
    if (!stream || h->picture.maxval == 255 || h->picture.maxval == 65535)
        return stream;
    struct limit *limit = stream_wrap(stream, sizeof *limit, read_limited, NULL);
    limit->most = h->picture.maxval;
    return &limit->stream;
}

/* Rows of bits, in bytes of their own (P4). */
struct bits {
    struct stream stream;
    double *bytes; /* bytes[those of a row] */
};

static ssize_t read_bits(struct stream *stream, double *x, size_t frames)
{
    struct bits *b = (struct bits *)stream;
    size_t columns = (size_t)stream->shape.channels, done = 0;

    for (; done < frames; done++, x += columns) {
        ssize_t n = stream->source->read(stream->source, b->bytes, 1);
        if (n <= 0)
            return done ? (ssize_t)done : n;
        for (size_t i = 0; i < columns; i++)
            x[i] = (unsigned)b->bytes[i / 8] >> (7 - i % 8) & 1 ? 0 : 255;
    }
    return (ssize_t)done;
}

static void release_bits(struct stream *stream)
{
    free(((struct bits *)stream)->bytes);
}

static struct stream *open_bits(struct input *input, const struct image_header *h)
{
    struct plain plain = {
        .decode = decode_bytes, .sample_bytes = 1, .channels = (int)((h->columns + 7) / 8)};

    plain.bytes = h->rows * plain.channels;
    struct stream *stream = plain_stream(input, &plain, 0);
    if (!stream)
        return NULL;
    struct bits *bits = stream_wrap(stream, sizeof *bits, read_bits, release_bits);
    bits->bytes = util_doubles((size_t)plain.channels);
    bits->stream.shape.channels = (int)h->columns;
    return &bits->stream;
}

/* The bytes of raw samples; 0: plain ones, after which no other image follows. */
static int64_t sample_bytes(const struct image_header *h)
{
    if (h->kind <= '3')
        return 0;
    if (h->kind == '4')
        return h->rows * ((h->columns + 7) / 8);
    int bytes = h->picture.scale > 0 ? 4 : h->picture.maxval > 255 ? 2 : 1;
    return h->rows * header_row(h) * bytes;
}

static int open_image(struct input *input, const struct reading *reading, struct stream **stream,
                      struct traits *traits)
{
    struct image_header h;
    int found = header_look(input, reading->axes == 1 ? MOST_CHANNELS : MOST_SAMPLES, &h);
    bool floats = found > 0 && h.picture.scale > 0;

    if (found <= 0)
        return found;
    if (input_seek(input, input_at(input) + (int64_t)h.bytes) < 0)
        return -1;
    *stream = h.kind <= '3'   ? decimal_open(input, &h)
              : h.kind == '4' ? open_bits(input, &h)
              : floats        ? floats_open(input, &h)
                              : open_raw(input, &h);
    int64_t bytes = sample_bytes(&h);
    traits->type = h.kind == '7' ? type_pam.name : floats ? type_pfm.name : type_pnm.name;
    traits->encoding = floats ? ENCODING_F32 : ENCODING_F64;
    traits->array = (struct array){.axes = h.channels > 1 ? 3 : 2,
                                   .length = {h.rows, h.columns, h.channels}};
    traits->image = true;
    traits->picture = h.picture;
    traits->largest = h.picture.maxval;
    traits->bytes = bytes ? (int64_t)h.bytes + bytes : 0;
    return *stream ? 1 : -1;
}

const struct reader reader_image = {header_probe, open_image, "image"};

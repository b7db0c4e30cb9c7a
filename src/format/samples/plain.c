/* plain.c - streams plain samples that follow the header that a parser has read. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "plain.h"

#include "util.h"

#include <stdlib.h>
#include <string.h>

enum { BLOCK_BYTES = 1 << 16 };

struct plain_stream {
    struct stream stream;
    struct input *input;
    struct layout layout;
    plain_decoder *decode; /* NULL: by the layout */
    bool rounded;          /* it has rounded, which was said */
    size_t frame_bytes;
    int64_t left;     /* bytes of samples that the header still promises; -1: no promise */
    int64_t declared; /* bytes of samples that it promised */
    bool ended;
    unsigned char *buf; /* buf[BLOCK_BYTES / frame_bytes, at least one frame] */
    size_t block;       /* frames in it */
};

static const struct {
    const char *magic, *form; /* bytes 0 and 8 of the file; AU has no form, and byte 4 is 0 */
    const char *type;
    plain_parser *parse;
} kinds[] = {
    {"RIFF", "WAVE", "wav", wav_parse},  {"RF64", "WAVE", "rf64", wav_parse},
    {"FORM", "AIFF", "aiff", aiff_parse}, {"FORM", "AIFC", "aiff", aiff_parse},
    {".snd", "", "au", au_parse},
};
enum { KINDS = sizeof kinds / sizeof *kinds };

static size_t find_kind(const unsigned char *head, size_t bytes)
{
    size_t i = 0;
    while (i < KINDS && !(bytes >= 12 && memcmp(head, kinds[i].magic, 4) == 0 &&
                          memcmp(head + 8, kinds[i].form, strlen(kinds[i].form)) == 0))
        i++;
    if (i < KINDS && !*kinds[i].form && head[4])
        return KINDS;
    return i;
}

static bool probe(const unsigned char *head, size_t bytes)
{
    return find_kind(head, bytes) < KINDS;
}

/* The input has fewer bytes than declared: warn once, and use those that came. */
static void end_early(struct plain_stream *p, size_t stray)
{
    int64_t frame = (int64_t)p->frame_bytes;

    p->ended = true;
    if (p->left > 0)
        input_fall_short(p->input, p->declared / frame, (p->declared - p->left) / frame);
    else if (stray)
        util_warn("%s: %zu %s after the last whole frame %s left out", p->stream.name, stray,
                  stray == 1 ? "byte" : "bytes", stray == 1 ? "is" : "are");
}

/* buf -> x[samples] */
static void decode(struct plain_stream *p, double *x, size_t samples)
{
    if (!p->decode) {
        pcm_decode(p->layout, p->buf, x, samples);
    } else if (!p->decode(p->buf, x, samples) && !p->rounded) {
        p->rounded = true;
        util_warn("%s: integers beyond 2^53 are rounded to the nearest double", p->stream.name);
    }
}

static ssize_t read_samples(struct stream *stream, double *x, size_t frames)
{
    struct plain_stream *p = (struct plain_stream *)stream;
    size_t done = 0;

    while (done < frames && !p->ended) {
        size_t want = frames - done < p->block ? frames - done : p->block;
        if (p->left >= 0 && (int64_t)(want * p->frame_bytes) > p->left)
            want = (size_t)p->left / p->frame_bytes;
        if (want == 0) {
            p->ended = true;
            break;
        }
        ssize_t bytes = input_read(p->input, p->buf, want * p->frame_bytes);
        if (bytes < 0)
            return -1;
        size_t got = (size_t)bytes / p->frame_bytes;
        decode(p, x + done * (size_t)stream->shape.channels, got * (size_t)stream->shape.channels);
        done += got;
        if (p->left >= 0)
            p->left -= (int64_t)(got * p->frame_bytes);
        if (got < want)
            end_early(p, (size_t)bytes % p->frame_bytes);
    }
    return (ssize_t)done;
}

static void release_samples(struct stream *stream)
{
    struct plain_stream *p = (struct plain_stream *)stream;
    input_close(p->input);
    free(p->buf);
}

/* Skip the bytes before the samples. */
static int skip_bytes(struct input *input, size_t bytes)
{
    unsigned char buf[4096];
    while (bytes) {
        size_t want = bytes < sizeof buf ? bytes : sizeof buf;
        ssize_t n = input_read(input, buf, want);
        if (n < 0)
            return -1;
        if (n == 0)
            break; /* an empty file, which is reported when its frames are read */
        bytes -= (size_t)n;
    }
    return 0;
}

/* The length to expect: what the header says, but no more than a file holds. */
static int64_t expected_frames(const struct plain *plain, size_t frame_bytes, int64_t file_bytes)
{
    int64_t bytes = plain->bytes;
    if (file_bytes >= 0 && (bytes < 0 || bytes > file_bytes))
        bytes = file_bytes;
    return bytes < 0 ? -1 : bytes / (int64_t)frame_bytes;
}

struct stream *plain_stream(struct input *input, const struct plain *plain, size_t skip)
{
    int64_t file_bytes = input_bytes(input);
    struct plain_stream *p;

    if (skip_bytes(input, skip) < 0)
        return NULL;
    p = util_array(1, sizeof *p);
    p->input = input_share(input);
    p->layout = plain->layout;
    p->decode = plain->decode;
    p->frame_bytes = (size_t)plain->channels *
                     (p->decode ? plain->sample_bytes : pcm_bytes(plain->layout.encoding));
    p->block = BLOCK_BYTES / p->frame_bytes ? BLOCK_BYTES / p->frame_bytes : 1;
    p->left = p->declared = plain->bytes;
    p->buf = util_array(p->block, p->frame_bytes);
    p->stream = (struct stream){
        .shape = {.channels = plain->channels,
                  .rate = plain->rate,
                  .frames = expected_frames(plain, p->frame_bytes,
                                            file_bytes < 0 ? -1 : file_bytes - (int64_t)skip)},
        .name = input_name(input),
        .read = read_samples,
        .release = release_samples,
    };
    return &p->stream;
}

static int open_samples(struct input *input, const struct reading *reading, struct stream **stream,
                        struct traits *traits)
{
    struct plain plain = {.bytes = -1};
    size_t got, skip;
    const unsigned char *head = input_peek(input, 12, &got);

    (void)reading;
    if (!head)
        return -1;
    size_t kind = find_kind(head, got);
    int found = kinds[kind].parse(input, &plain, &skip);
    if (found <= 0)
        return found;
    if (plain.doubtful && plain.bytes > input_bytes(input) - (int64_t)skip)
        plain.bytes = -1;
    *stream = plain_stream(input, &plain, skip);
    traits->type = kinds[kind].type;
    traits->encoding = plain.layout.encoding;
    traits->speakers = plain.speakers;
    return *stream ? 1 : -1;
}

const struct reader reader_plain = {probe, open_samples, NULL};

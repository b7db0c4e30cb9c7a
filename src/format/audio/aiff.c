/* aiff.c - the header of AIFF and AIFF-C files, read and written (Apple, 1989 and 1991). */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "format/samples/plain.h"

#include "format/bytes.h"

#include <math.h>
#include <string.h>

enum {
    LOOK_BYTES = 1 << 20,
    STREAMED_BYTES = 0x7f000000, /* sox writes it for "unknown" */
};

/* The 80-bit extended float of the sample rate: sign and exponent in 2 bytes, a 64-bit
 * mantissa. */
static double extended(const unsigned char *b)
{
    int exponent = (int)(bytes_be16(b) & 0x7fff);
    return ldexp((double)bytes_be64(b + 2), exponent - 16383 - 63);
}

static const struct {
    const char *code;
    enum encoding encoding; /* ENCODING_NONE: by the bits */
    bool little_endian;
} compressions[] = {
    {"NONE", ENCODING_NONE, false}, {"twos", ENCODING_NONE, false}, {"sowt", ENCODING_NONE, true},
    {"fl32", ENCODING_F32, false},  {"FL32", ENCODING_F32, false},  {"fl64", ENCODING_F64, false},
    {"FL64", ENCODING_F64, false},  {"in24", ENCODING_S24, false},  {"in32", ENCODING_S32, false},
};

static bool parse_comm(const unsigned char *c, bool compressed, struct plain *plain,
                       uint32_t *frames)
{
    static const enum encoding integers[] = {0, ENCODING_S8, ENCODING_S16, ENCODING_S24,
                                             ENCODING_S32};
    uint32_t bits = bytes_be16(c + 6);
    size_t i = 0;

    while (compressed && i < sizeof compressions / sizeof *compressions &&
           memcmp(c + 18, compressions[i].code, 4) != 0)
        i++;
    if (i == sizeof compressions / sizeof *compressions || bits == 0 || bits > 64)
        return false;
    plain->channels = (int)bytes_be16(c);
    plain->rate = extended(c + 8);
    plain->layout = (struct layout){.encoding = compressions[i].encoding,
                                    .big_endian = !compressions[i].little_endian};
    if (!plain->layout.encoding && bits <= 32)
        plain->layout.encoding = integers[(bits + 7) / 8];
    *frames = bytes_be32(c + 2);
    return plain->channels > 0 && plain->rate >= 1 && plain->rate <= UINT32_MAX &&
           plain->layout.encoding;
}

int aiff_parse(struct input *input, struct plain *plain, size_t *skip)
{
    bool comm = false;
    uint32_t frames = 0;
    size_t at = 12, got;

    for (;;) {
        const unsigned char *file = input_peek(input, at + 32, &got);
        if (!file)
            return -1;
        if (at > LOOK_BYTES || got < at + 16)
            return 0;
        const unsigned char *chunk = file + at;
        bool compressed = file[11] == 'C';
        uint32_t bytes = bytes_be32(chunk + 4);
        if (memcmp(chunk, "SSND", 4) == 0) {
            uint32_t offset = bytes_be32(chunk + 8);
            if (!comm || bytes < 8 || offset > LOOK_BYTES)
                return 0;
            *skip = at + 16 + offset;
            int64_t frame_bytes = plain->channels * (int64_t)pcm_bytes(plain->layout.encoding);
            plain->bytes = frames * frame_bytes;
            plain->doubtful = frames == STREAMED_BYTES / frame_bytes || frames == UINT32_MAX;
            if (frames == 0 && plain_is_unfinished(bytes_be32(file + 4), *skip))
                plain->bytes = -1;
            return 1;
        }
        if (memcmp(chunk, "COMM", 4) == 0 && bytes >= (compressed ? 22U : 18U) &&
            got >= at + 8 + (compressed ? 22 : 18))
            comm = parse_comm(chunk + 8, compressed, plain, &frames);
        if (bytes > LOOK_BYTES)
            return 0;
        at += 8 + (size_t)bytes + (bytes & 1);
    }
}

static unsigned char *put_extended(unsigned char *h, double rate)
{
    int exponent;
    double mantissa = frexp(rate, &exponent); /* in [0.5, 1) */
    h = bytes_put_be(h, (uint64_t)(exponent - 1 + 16383), 2);
    return bytes_put_be(h, (uint64_t)ldexp(mantissa, 64), 8);
}

/* Integers as AIFF, floats as AIFF-C. */
static size_t write_aiff(unsigned char *h, const struct plain *plain, bool room)
{
    enum encoding encoding = plain->layout.encoding;
    bool compressed = pcm_bits(encoding) == 0;
    uint64_t frame_bytes = pcm_bytes(encoding) * (uint64_t)plain->channels,
             bytes = (uint64_t)(plain->bytes < 0 ? 0 : plain->bytes);
    unsigned char *begin = h, *form;

    (void)room;
    if (plain->channels > INT16_MAX)
        return 0;
    form = bytes_name(h, "FORM");
    h = bytes_name(form + 4, compressed ? "AIFC" : "AIFF");
    if (compressed)
        h = bytes_put_be(bytes_put_be(bytes_name(h, "FVER"), 4, 4), 0xa2805140, 4);
    h = bytes_put_be(bytes_name(h, "COMM"), compressed ? 24 : 18, 4);
    h = bytes_put_be(bytes_put_be(h, (uint64_t)plain->channels, 2), bytes / frame_bytes, 4);
    h = put_extended(bytes_put_be(h, 8 * pcm_bytes(encoding), 2), plain->rate);
    if (compressed)
        h = bytes_put_be(bytes_name(h, encoding == ENCODING_F32 ? "fl32" : "fl64"), 0, 2);
    h = bytes_put_be(bytes_put_be(bytes_put_be(bytes_name(h, "SSND"), bytes + 8, 4), 0, 4), 0, 4);
    bytes_put_be(form, (uint64_t)(h - begin) - 8 + bytes + (bytes & 1), 4);
    return (size_t)(h - begin);
}

static struct sink *create(struct output *output, const struct shape *shape,
                           const struct form *form, struct pool *pool)
{
    static const struct plain_header aiff = {
        write_aiff, {.big_endian = true}, false, (int64_t)UINT32_MAX - 4096, true};
    (void)pool;
    return plain_create(output, shape, form, &aiff);
}

const struct type type_aiff = {"aiff", ".aif.aiff.aifc.", true, true, pcm_plain, 0, create, false};

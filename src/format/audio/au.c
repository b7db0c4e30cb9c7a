/* au.c - the header of Sun/NeXT AU files, read and written, as in the audio(4) manual page of
 * SunOS. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "format/samples/plain.h"

#include "format/bytes.h"

static const enum encoding encodings[] = {
    [2] = ENCODING_S8,  [3] = ENCODING_S16, [4] = ENCODING_S24,
    [5] = ENCODING_S32, [6] = ENCODING_F32, [7] = ENCODING_F64};
enum {
    ENCODINGS = sizeof encodings / sizeof *encodings,
    LOOK_BYTES = 1 << 20,
    CHANNELS = 1024,
    HEADER_BYTES = 28
};

int au_parse(struct input *input, struct plain *plain, size_t *skip)
{
    size_t got;
    const unsigned char *h = input_peek(input, 24, &got);

    if (!h)
        return -1;
    if (got < 24)
        return 0;
    uint32_t begin = bytes_be32(h + 4), bytes = bytes_be32(h + 8), code = bytes_be32(h + 12);
    uint32_t rate = bytes_be32(h + 16), channels = bytes_be32(h + 20);
    if (begin < 24 || begin > LOOK_BYTES || code >= ENCODINGS || !encodings[code] || !rate ||
        !channels || channels > CHANNELS)
        return 0;
    plain->layout = (struct layout){.encoding = encodings[code], .big_endian = true};
    plain->channels = (int)channels;
    plain->rate = rate;
    plain->bytes = bytes == UINT32_MAX ? -1 : (int64_t)bytes;
    *skip = begin;
    return 1;
}

/* A length that does not fit is left out: readers take all ones for "until the end". */
static size_t write_au(unsigned char *h, const struct plain *plain, bool room)
{
    uint64_t code = 0, bytes = plain->bytes >= 0 && plain->bytes < UINT32_MAX
                                   ? (uint64_t)plain->bytes
                                   : UINT32_MAX;
    unsigned char *begin = h;

    (void)room;
    while (encodings[code] != plain->layout.encoding)
        code++;
    if (plain->channels > CHANNELS || plain->rate > UINT32_MAX)
        return 0;
    h = bytes_put_be(bytes_put_be(bytes_name(h, ".snd"), HEADER_BYTES, 4), bytes, 4);
    h = bytes_put_be(bytes_put_be(h, code, 4), (uint64_t)(plain->rate + 0.5), 4);
    h = bytes_put_be(bytes_put_be(h, (uint64_t)plain->channels, 4), 0, 4);
    return (size_t)(h - begin);
}

static struct sink *create(struct output *output, const struct shape *shape,
                           const struct form *form, struct pool *pool)
{
    static const struct plain_header au = {write_au, {.big_endian = true}, true, 0, false};
    (void)pool;
    return plain_create(output, shape, form, &au);
}

const struct type type_au = {"au", ".au.snd.", true, true, pcm_plain, 0, create, false};

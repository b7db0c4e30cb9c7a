/* wav.c - WAV and RF64: the header that is read, and exact headers written, on a pipe too.
 *
 * Chunks as in Microsoft's "Multiple channel audio data and WAVE files" (2007) and EBU Tech 3306
 * (RF64). */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "format/samples/plain.h"

#include "speakers.h"
#include "format/bytes.h"

#include <string.h>

enum {
    FORMAT_PCM = 1,
    FORMAT_FLOAT = 3,
    FORMAT_EXTENSIBLE = 0xfffe,
    LOOK_BYTES = 1 << 20, /* what may lie before the samples; a longer preface is for libsndfile */
};

/* Lengths that stand for "unknown" where sox, ffmpeg and libsndfile read on to the end of a pipe
 * without a warning: sox's own. */
static const uint32_t STREAMED_RIFF = 0x7ffff024, STREAMED_DATA = 0x7ffff000;

/* The last 14 bytes of a sub-format's GUID; the first two are the format. */
static const unsigned char guid_tail[14] = {0, 0, 0,    0, 0x10, 0,    0x80,
                                            0, 0, 0xaa, 0, 0x38, 0x9b, 0x71};

/* The speakers of one and of two channels without a mask: the centre, left and right. */
static const uint32_t plain_speakers[] = {0, 4, 3};

static bool parse_fmt(const unsigned char *c, size_t bytes, struct plain *plain)
{
    uint32_t format = bytes_le16(c), channels = bytes_le16(c + 2),
             frame_bytes = bytes_le16(c + 12);

    plain->speakers = 0;
    if (format == FORMAT_EXTENSIBLE && bytes >= 40 &&
        memcmp(c + 26, guid_tail, sizeof guid_tail) == 0) {
        format = bytes_le16(c + 24);
        plain->speakers = speakers_check(bytes_le32(c + 20), (int)channels);
    }
    if (channels == 0 || frame_bytes % channels || bytes_le32(c + 4) == 0)
        return false;
    uint32_t sample_bytes = frame_bytes / channels, bits = bytes_le16(c + 14);
    if (bits > 8 * sample_bytes || bits + 8 <= 8 * sample_bytes)
        return false; /* 20 bits in 3 bytes are plain, 24 in 4 are not sure to be */
    static const enum encoding integers[] = {0, ENCODING_S8, ENCODING_S16, ENCODING_S24,
                                             ENCODING_S32};
    plain->layout = (struct layout){.offset_binary = sample_bytes == 1};
    if (format == FORMAT_PCM && sample_bytes >= 1 && sample_bytes <= 4)
        plain->layout.encoding = integers[sample_bytes];
    else if (format == FORMAT_FLOAT && (sample_bytes == 4 || sample_bytes == 8))
        plain->layout.encoding = sample_bytes == 4 ? ENCODING_F32 : ENCODING_F64;
    plain->channels = (int)channels;
    plain->rate = bytes_le32(c + 4);
    return plain->layout.encoding != ENCODING_NONE;
}

/* Whether writers that know no length put this one: sox, rounded down to whole frames; arecord,
 * 2 GiB; ffmpeg and others, all ones, or up to a page less. */
static bool is_doubtful(uint32_t declared, uint32_t frame_bytes)
{
    return (declared <= STREAMED_DATA && declared > STREAMED_DATA - frame_bytes) ||
           declared == 0x7fffffff || declared == 0x80000000 || declared >= 0xfffff000;
}

/* What the data chunk's length means. */
static void set_bytes(struct plain *plain, uint32_t declared, int64_t ds64, size_t begin,
                      uint32_t riff, bool more)
{
    uint32_t frame_bytes = (uint32_t)plain->channels * (uint32_t)pcm_bytes(plain->layout.encoding);

    plain->bytes = declared;
    if (ds64 >= 0 && declared == UINT32_MAX)
        plain->bytes = ds64;
    else if (declared == 0 && more && plain_is_unfinished(riff, begin))
        plain->bytes = -1;
    else
        plain->doubtful = is_doubtful(declared, frame_bytes);
}

int wav_parse(struct input *input, struct plain *plain, size_t *skip)
{
    int64_t ds64 = -1;
    bool fmt = false;
    size_t at = 12, got;

    for (;;) {
        const unsigned char *file = input_peek(input, at + 48, &got);
        if (!file)
            return -1;
        if (at > LOOK_BYTES || got < at + 8)
            return 0;
        const unsigned char *chunk = file + at;
        uint32_t bytes = bytes_le32(chunk + 4);
        bool whole = got >= at + 8 + (bytes < 40 ? bytes : 40);
        if (memcmp(chunk, "data", 4) == 0) {
            if (!fmt)
                return 0;
            *skip = at + 8;
            set_bytes(plain, bytes, ds64, *skip, bytes_le32(file + 4), got > *skip);
            return 1;
        }
        if (memcmp(chunk, "fmt ", 4) == 0 && whole && bytes >= 16)
            fmt = parse_fmt(chunk + 8, bytes, plain);
        if (memcmp(chunk, "ds64", 4) == 0 && whole && bytes >= 28)
            ds64 = (int64_t)(bytes_le64(chunk + 16) & INT64_MAX);
        if (bytes > LOOK_BYTES)
            return 0;
        at += 8 + (size_t)bytes + (bytes & 1);
    }
}

/* Writing. */

static unsigned char *put_fmt(unsigned char *h, const struct plain *plain)
{
    bool is_float = pcm_bits(plain->layout.encoding) == 0;
    bool extensible = plain->channels > 2 ||
                      (plain->speakers && plain->speakers != plain_speakers[plain->channels]);
    uint64_t sample_bytes = pcm_bytes(plain->layout.encoding),
             channels = (uint64_t)plain->channels;
    uint64_t format = is_float ? FORMAT_FLOAT : FORMAT_PCM, rate = (uint64_t)(plain->rate + 0.5);

    h = bytes_put_le(bytes_name(h, "fmt "), extensible ? 40 : is_float ? 18 : 16, 4);
    h = bytes_put_le(bytes_put_le(h, extensible ? FORMAT_EXTENSIBLE : format, 2), channels, 2);
    h = bytes_put_le(bytes_put_le(h, rate, 4), rate * sample_bytes * channels, 4);
    h = bytes_put_le(bytes_put_le(h, sample_bytes * channels, 2), 8 * sample_bytes, 2);
    if (extensible) {
        h = bytes_put_le(bytes_put_le(h, 22, 2), 8 * sample_bytes, 2);
        h = bytes_put_le(h, plain->speakers, 4);
        h = bytes_put_le(h, format, 2);
        memcpy(h, guid_tail, sizeof guid_tail);
        h += sizeof guid_tail;
    } else if (is_float) {
        h = bytes_put_le(h, 0, 2);
    }
    return h;
}

/* Lengths that need it make an RF64, for which room must have been kept from the start; rf64 asks
 * for one whatever the length. */
static size_t header(unsigned char *h, const struct plain *plain, bool room, bool rf64)
{
    bool known = plain->bytes >= 0, is_float = pcm_bits(plain->layout.encoding) == 0;
    uint64_t bytes = known ? (uint64_t)plain->bytes : 0;
    uint64_t frames = bytes / (pcm_bytes(plain->layout.encoding) * (uint64_t)plain->channels);
    unsigned char *begin = h, *riff;

    h = bytes_name(bytes_put_le(bytes_name(h, "RIFF"), 0, 4), "WAVE");
    if (room)
        h = bytes_put_le(bytes_put_le(bytes_name(h, "JUNK"), 28, 4), 0, 8), memset(h, 0, 20),
        h += 20;
    h = put_fmt(h, plain);
    if (is_float)
        h = bytes_put_le(bytes_put_le(bytes_name(h, "fact"), 4, 4),
                         known && frames <= UINT32_MAX ? frames : UINT32_MAX, 4);
    riff = h;
    h = bytes_name(h, "data") + 4;

    uint64_t riff_bytes = (uint64_t)(h - begin) - 8 + bytes + (bytes & 1);
    if (!known) {
        bytes_put_le(begin + 4, STREAMED_RIFF, 4);
        bytes_put_le(riff + 4, STREAMED_DATA, 4);
    } else if (!room || (!rf64 && riff_bytes < UINT32_MAX)) {
        bytes_put_le(begin + 4, riff_bytes, 4);
        bytes_put_le(riff + 4, bytes, 4);
    } else {
        bytes_put_le(bytes_name(begin, "RF64"), UINT32_MAX, 4);
        bytes_put_le(
            bytes_put_le(
                bytes_put_le(bytes_put_le(bytes_put_le(bytes_name(begin + 12, "ds64"), 28, 4),
                                          riff_bytes, 8),
                             bytes, 8),
                frames, 8),
            0, 4);
        bytes_put_le(riff + 4, UINT32_MAX, 4);
    }
    return (size_t)(h - begin);
}

static size_t write_wav(unsigned char *h, const struct plain *plain, bool room)
{
    if (plain->channels * (int)pcm_bytes(plain->layout.encoding) > UINT16_MAX ||
        plain->rate > UINT32_MAX)
        return 0;
    return header(h, plain, room, false);
}

static size_t write_rf64(unsigned char *h, const struct plain *plain, bool room)
{
    (void)room;
    return write_wav(h, plain, true) ? header(h, plain, true, true) : 0;
}

static struct sink *create_wav(struct output *output, const struct shape *shape,
                               const struct form *form, struct pool *pool)
{
    static const struct plain_header wav = {write_wav, {.offset_binary = true}, true, 0, true};
    (void)pool;
    return plain_create(output, shape, form, &wav);
}

static struct sink *create_rf64(struct output *output, const struct shape *shape,
                                const struct form *form, struct pool *pool)
{
    static const struct plain_header rf64 = {write_rf64, {.offset_binary = true}, true, 0, true};
    (void)pool;
    return plain_create(output, shape, form, &rf64);
}

const struct type type_wav = {"wav", ".wav.wave.", true, true, pcm_plain, 0, create_wav, false};
const struct type type_rf64 = {"rf64", ".rf64.", true, true, pcm_plain, 0, create_rf64, false};

/* wav.c - WAV and RF64: the header that is read, and exact headers written, on a pipe too.
 *
 * Chunks as in Microsoft's "Multiple channel audio data and WAVE files" (2007) and EBU Tech 3306 (RF64). */
#include "plain.h"

#include "../util.h"
#include "bytes.h"

#include <stdlib.h>
#include <string.h>

enum {
    HEADER_BYTES = 128,
    FORMAT_PCM = 1,
    FORMAT_FLOAT = 3,
    FORMAT_EXTENSIBLE = 0xfffe,
    LOOK_BYTES = 1 << 20, /* what may lie before the samples; a longer preface is for libsndfile */
};

/* Lengths that stand for "unknown" where sox, ffmpeg and libsndfile read on to the end of a pipe without a
 * warning. Anything from STREAMED_DATA up is taken for unknown when it is read. */
static const uint32_t STREAMED_RIFF = 0x7ffff024, STREAMED_DATA = 0x7ffff000;

/* The last 14 bytes of a sub-format's GUID; the first two are the format. */
static const unsigned char guid_tail[14] = {0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xaa, 0, 0x38, 0x9b, 0x71};

static bool parse_fmt(const unsigned char *c, size_t bytes, struct plain *plain)
{
    uint32_t format = bytes_le16(c), channels = bytes_le16(c + 2), frame_bytes = bytes_le16(c + 12);

    if (format == FORMAT_EXTENSIBLE && bytes >= 40 && memcmp(c + 26, guid_tail, sizeof guid_tail) == 0)
        format = bytes_le16(c + 24);
    if (channels == 0 || frame_bytes % channels || bytes_le32(c + 4) == 0)
        return false;
    uint32_t sample_bytes = frame_bytes / channels, bits = bytes_le16(c + 14);
    if (bits > 8 * sample_bytes || bits + 8 <= 8 * sample_bytes)
        return false; /* 20 bits in 3 bytes are plain, 24 in 4 are not sure to be */
    static const enum encoding integers[] = {0, ENCODING_S8, ENCODING_S16, ENCODING_S24, ENCODING_S32};
    plain->layout = (struct layout){.offset_binary = sample_bytes == 1};
    if (format == FORMAT_PCM && sample_bytes >= 1 && sample_bytes <= 4)
        plain->layout.encoding = integers[sample_bytes];
    else if (format == FORMAT_FLOAT && (sample_bytes == 4 || sample_bytes == 8))
        plain->layout.encoding = sample_bytes == 4 ? ENCODING_F32 : ENCODING_F64;
    plain->channels = (int)channels;
    plain->rate = bytes_le32(c + 4);
    return plain->layout.encoding != ENCODING_NONE;
}

/* What the data chunk's length means. A length of 0 in a file whose RIFF chunk ends there too was never filled
 * in if anything follows: the writer was stopped, or could not seek. */
static int64_t data_bytes(uint32_t declared, int64_t ds64, size_t begin, uint32_t riff, bool more)
{
    if (ds64 >= 0 && declared == UINT32_MAX)
        return ds64;
    if (declared >= STREAMED_DATA && (riff >= STREAMED_DATA || riff == 0))
        return -1;
    if (declared == 0 && more && (riff == 0 || riff + 8 <= begin))
        return -1;
    return declared;
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
            plain->bytes = data_bytes(bytes, ds64, *skip, bytes_le32(file + 4), got > *skip);
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

static unsigned char *put(unsigned char *h, uint64_t value, int bytes)
{
    for (int i = 0; i < bytes; i++)
        *h++ = (unsigned char)(value >> 8 * i);
    return h;
}

static unsigned char *put_name(unsigned char *h, const char *name)
{
    memcpy(h, name, 4);
    return h + 4;
}

static unsigned char *put_fmt(unsigned char *h, const struct plain *plain)
{
    bool is_float = pcm_bits(plain->layout.encoding) == 0;
    bool extensible = plain->channels > 2;
    uint64_t sample_bytes = pcm_bytes(plain->layout.encoding), channels = (uint64_t)plain->channels;
    uint64_t format = is_float ? FORMAT_FLOAT : FORMAT_PCM, rate = (uint64_t)(plain->rate + 0.5);

    h = put(put_name(h, "fmt "), extensible ? 40 : is_float ? 18 : 16, 4);
    h = put(put(h, extensible ? FORMAT_EXTENSIBLE : format, 2), channels, 2);
    h = put(put(h, rate, 4), rate * sample_bytes * channels, 4);
    h = put(put(h, sample_bytes * channels, 2), 8 * sample_bytes, 2);
    if (extensible) {
        h = put(put(put(h, 22, 2), 8 * sample_bytes, 2), 0, 4); /* no speaker positions are claimed */
        h = put(h, format, 2);
        memcpy(h, guid_tail, sizeof guid_tail);
        h += sizeof guid_tail;
    } else if (is_float) {
        h = put(h, 0, 2);
    }
    return h;
}

/* The header of a WAV file at h[HEADER_BYTES]; returns its length, which depends on the layout, the channels and `room` alone.
 * plain->bytes < 0: nobody knows the length. Lengths that need it make an RF64, for which room must have been kept from
 * the start; rf64 asks for one whatever the length. */
static size_t header(unsigned char *h, const struct plain *plain, bool room, bool rf64)
{
    bool known = plain->bytes >= 0, is_float = pcm_bits(plain->layout.encoding) == 0;
    uint64_t bytes = known ? (uint64_t)plain->bytes : 0;
    uint64_t frames = bytes / (pcm_bytes(plain->layout.encoding) * (uint64_t)plain->channels);
    unsigned char *begin = h, *riff;

    h = put_name(put(put_name(h, "RIFF"), 0, 4), "WAVE");
    if (room)
        h = put(put(put_name(h, "JUNK"), 28, 4), 0, 8), memset(h, 0, 20), h += 20;
    h = put_fmt(h, plain);
    if (is_float)
        h = put(put(put_name(h, "fact"), 4, 4), known && frames <= UINT32_MAX ? frames : UINT32_MAX, 4);
    riff = h;
    h = put_name(h, "data") + 4;

    uint64_t riff_bytes = (uint64_t)(h - begin) - 8 + bytes + (bytes & 1);
    if (!known) {
        put(begin + 4, STREAMED_RIFF, 4);
        put(riff + 4, STREAMED_DATA, 4);
    } else if (!room || (!rf64 && riff_bytes < UINT32_MAX)) {
        put(begin + 4, riff_bytes, 4);
        put(riff + 4, bytes, 4);
    } else {
        put(put_name(begin, "RF64"), UINT32_MAX, 4);
        put(put(put(put(put(put_name(begin + 12, "ds64"), 28, 4), riff_bytes, 8), bytes, 8), frames, 8), 0, 4);
        put(riff + 4, UINT32_MAX, 4);
    }
    return (size_t)(h - begin);
}

struct wav_sink {
    struct sink sink;
    struct output *output;
    struct plain plain;
    int64_t promised; /* bytes of samples that the written header tells; -1: none */
    int64_t written;
    bool begun, room, rf64;
    unsigned char *buf; /* samples on their way out */
    size_t room_bytes;
    struct clip clip;
};

static int write_header(struct wav_sink *w)
{
    unsigned char h[HEADER_BYTES];
    w->begun = true;
    return output_write(w->output, h, header(h, &w->plain, w->room, w->rf64));
}

static int write_samples(struct sink *sink, const double *x, size_t frames)
{
    struct wav_sink *w = (struct wav_sink *)sink;
    size_t samples = frames * (size_t)w->plain.channels, bytes = samples * pcm_bytes(w->plain.layout.encoding);

    if (!w->begun && write_header(w) < 0)
        return -1;
    if (bytes > w->room_bytes)
        w->buf = util_grow(w->buf, w->room_bytes = bytes, 1);
    pcm_encode(w->plain.layout, x, w->buf, samples, &w->clip);
    w->written += (int64_t)bytes;
    return output_write(w->output, w->buf, bytes);
}

/* The pad byte, and the lengths where they turned out otherwise than the header tells. */
static int finish(struct wav_sink *w)
{
    unsigned char h[HEADER_BYTES];

    if (!w->begun && write_header(w) < 0)
        return -1;
    if (w->written & 1 && output_write(w->output, "", 1) < 0)
        return -1;
    if (w->written == w->promised)
        return 0;
    if (output_can_patch(w->output)) {
        w->plain.bytes = w->written;
        return output_patch(w->output, 0, h, header(h, &w->plain, w->room, w->rf64));
    }
    if (w->promised >= 0)
        util_warn("%s: the header, already written, tells %lld frames, but %lld followed", output_name(w->output),
                  (long long)(w->promised / (int64_t)(pcm_bytes(w->plain.layout.encoding) * (size_t)w->plain.channels)),
                  (long long)(w->written / (int64_t)(pcm_bytes(w->plain.layout.encoding) * (size_t)w->plain.channels)));
    return 0;
}

static int close_sink(struct sink *sink, bool good)
{
    struct wav_sink *w = (struct wav_sink *)sink;

    good = good && finish(w) == 0;
    if (good)
        pcm_report(&w->clip, pcm_bits(w->plain.layout.encoding), output_name(w->output));
    int result = output_close(w->output, good);
    free(w->buf);
    free(w);
    return good && result == 0 ? STATUS_DONE : STATUS_TROUBLE;
}

static struct sink *create(struct output *output, const struct shape *shape, const struct manner *manner)
{
    struct wav_sink *w = util_array(1, sizeof *w);
    int64_t frame_bytes = (int64_t)pcm_bytes(manner->encoding) * shape->channels;
    bool known = shape->frames >= 0 && shape->frames <= INT64_MAX / 16 / frame_bytes;

    if (shape->channels > UINT16_MAX || frame_bytes > UINT16_MAX || shape->rate > UINT32_MAX) {
        util_error("%s: a WAV file cannot hold %d channels at %.0f Hz", output_name(output), shape->channels,
                   shape->rate);
        output_close(output, false);
        free(w);
        return NULL;
    }
    w->sink = (struct sink){.write = write_samples, .close = close_sink};
    w->output = output;
    w->plain = (struct plain){
        .layout = {.encoding = manner->encoding, .offset_binary = manner->encoding == ENCODING_S8},
        .channels = shape->channels,
        .rate = shape->rate,
        .bytes = known ? shape->frames * frame_bytes : -1,
    };
    w->promised = w->plain.bytes;
    w->rf64 = strcmp(manner->type, "rf64") == 0;
    w->room = w->rf64 || w->promised > (int64_t)UINT32_MAX - 256 || (!known && output_can_patch(output));
    return &w->sink;
}

const struct type type_wav = {"wav", ".wav.wave.", true, pcm_plain, 0, create};
const struct type type_rf64 = {"rf64", ".rf64.", true, pcm_plain, 0, create};

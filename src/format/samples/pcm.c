/* pcm.c - samples as bytes: decoding to double, encoding from double. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "pcm.h"

#include "vector.h"

#include <math.h>
#include <string.h>

static const struct {
    const char *name, *help;
    int bits;
    size_t bytes;
} encodings[] = {
    [ENCODING_NONE] = {"none", NULL, 0, 0},
    [ENCODING_S8] = {"s8", "8-bit integers", 8, 1},
    [ENCODING_S16] = {"s16", "16-bit integers", 16, 2},
    [ENCODING_S24] = {"s24", "24-bit integers", 24, 3},
    [ENCODING_S32] = {"s32", "32-bit integers", 32, 4},
    [ENCODING_F32] = {"f32", "single precision", 0, 4},
    [ENCODING_F64] = {"f64", "double precision", 0, 8},
    [ENCODING_VORBIS] = {"vorbis", "of ogg", 0, 0},
    [ENCODING_OPUS] = {"opus", "of opus", 0, 0},
    [ENCODING_MP3] = {"mp3", "of mp3", 0, 0},
    [ENCODING_U8] = {"u8", "raw, 8 bits, 128 is zero", 8, 1},
    [ENCODING_S16BE] = {"s16be", "raw, big-endian", 16, 2},
    [ENCODING_S24BE] = {"s24be", "raw, big-endian", 24, 3},
    [ENCODING_S32BE] = {"s32be", "raw, big-endian", 32, 4},
    [ENCODING_F32BE] = {"f32be", "raw, big-endian", 0, 4},
    [ENCODING_F64BE] = {"f64be", "raw, big-endian", 0, 8},
    [ENCODING_U16] = {"u16", "images of 16 bits", 16, 0},
    [ENCODING_CF32] = {"cf32", "complex, single precision", 0, 4},
    [ENCODING_CF64] = {"cf64", "complex, double precision", 0, 8},
    [ENCODING_CS16] = {"cs16", "complex, 16-bit integers", 16, 2},
    [ENCODING_CS8] = {"cs8", "complex, 8-bit integers", 8, 1},
    [ENCODING_CU8] = {"cu8", "complex, 8 bits, 127.5 is zero", 8, 1},
    [ENCODING_CF32BE] = {"cf32be", "complex, big-endian", 0, 4},
    [ENCODING_CF64BE] = {"cf64be", "complex, big-endian", 0, 8},
    [ENCODING_CS16BE] = {"cs16be", "complex, big-endian", 16, 2},
};
enum { ENCODINGS = sizeof encodings / sizeof *encodings };

/* How samples lie that are not of the first encodings. */
static const struct layout layouts[] = {
    [ENCODING_U8] = {.encoding = ENCODING_S8, .offset_binary = true},
    [ENCODING_S16BE] = {.encoding = ENCODING_S16, .big_endian = true},
    [ENCODING_S24BE] = {.encoding = ENCODING_S24, .big_endian = true},
    [ENCODING_S32BE] = {.encoding = ENCODING_S32, .big_endian = true},
    [ENCODING_F32BE] = {.encoding = ENCODING_F32, .big_endian = true},
    [ENCODING_F64BE] = {.encoding = ENCODING_F64, .big_endian = true},
    [ENCODING_CF32] = {.encoding = ENCODING_F32},
    [ENCODING_CF64] = {.encoding = ENCODING_F64},
    [ENCODING_CS16] = {.encoding = ENCODING_S16},
    [ENCODING_CS8] = {.encoding = ENCODING_S8},
    [ENCODING_CU8] = {.encoding = ENCODING_S8, .offset_binary = true, .halfway = true},
    [ENCODING_CF32BE] = {.encoding = ENCODING_F32, .big_endian = true},
    [ENCODING_CF64BE] = {.encoding = ENCODING_F64, .big_endian = true},
    [ENCODING_CS16BE] = {.encoding = ENCODING_S16, .big_endian = true},
};

const enum encoding pcm_plain[] = {ENCODING_F32, ENCODING_F64, ENCODING_S8,  ENCODING_S16,
                                   ENCODING_S24, ENCODING_S32, ENCODING_NONE};
const enum encoding pcm_raw[] = {ENCODING_F32,   ENCODING_F64,   ENCODING_S8,    ENCODING_S16,
                                 ENCODING_S24,   ENCODING_S32,   ENCODING_U8,    ENCODING_S16BE,
                                 ENCODING_S24BE, ENCODING_S32BE, ENCODING_F32BE, ENCODING_F64BE,
                                 ENCODING_CF32,  ENCODING_CF64,  ENCODING_CS16,  ENCODING_CS8,
                                 ENCODING_CU8,   ENCODING_CF32BE, ENCODING_CF64BE,
                                 ENCODING_CS16BE, ENCODING_NONE};

static struct choice choice_of(enum encoding e)
{
    return (struct choice){encodings[e].name, encodings[e].help, (int)e, NULL};
}

struct choice pcm_choice(size_t i)
{
    size_t e = i + ENCODING_S8;
    return e < ENCODINGS ? choice_of((enum encoding)e) : (struct choice){0};
}

struct choice pcm_raw_choice(size_t i)
{
    return pcm_raw[i] ? choice_of(pcm_raw[i]) : (struct choice){0};
}

const char *pcm_name(enum encoding encoding)
{
    return encodings[encoding].name;
}

int pcm_bits(enum encoding encoding)
{
    return encodings[encoding].bits;
}

size_t pcm_bytes(enum encoding encoding)
{
    return encodings[encoding].bytes;
}

bool pcm_is_complex(enum encoding encoding)
{
    return encoding >= ENCODING_CF32;
}

enum encoding pcm_complex(enum encoding encoding)
{
    static const enum encoding partners[] = {
        [ENCODING_S8] = ENCODING_CS8,        [ENCODING_S16] = ENCODING_CS16,
        [ENCODING_S24] = ENCODING_CF32,      [ENCODING_F32] = ENCODING_CF32,
        [ENCODING_U8] = ENCODING_CU8,        [ENCODING_S16BE] = ENCODING_CS16BE,
        [ENCODING_S24BE] = ENCODING_CF32BE,  [ENCODING_S32BE] = ENCODING_CF64BE,
        [ENCODING_F32BE] = ENCODING_CF32BE,  [ENCODING_F64BE] = ENCODING_CF64BE,
    };
    if (pcm_is_complex(encoding))
        return encoding;
    return partners[encoding] ? partners[encoding] : ENCODING_CF64;
}

struct layout pcm_layout(enum encoding encoding)
{
    struct layout layout = layouts[encoding];

    if (!layout.encoding)
        layout.encoding = encoding;
    return layout;
}

/* The bytes of one sample as an unsigned number, lowest byte first in `bytes` bytes at b. */
static inline uint64_t gather(const unsigned char *b, size_t bytes, bool big_endian)
{
    uint64_t word = 0;
    for (size_t i = 0; i < bytes; i++)
        word |= (uint64_t)b[i] << 8 * (big_endian ? bytes - 1 - i : i);
    return word;
}

static inline void scatter(unsigned char *b, uint64_t word, size_t bytes, bool big_endian)
{
    for (size_t i = 0; i < bytes; i++)
        b[i] = (unsigned char)(word >> 8 * (big_endian ? bytes - 1 - i : i));
}

/* n[samples] -> buf, one loop a width as in decoding. */
VECTOR static void put_integers(struct layout layout, const int32_t *n, unsigned char *buf,
                                size_t samples)
{
    bool big = layout.big_endian;
#define PUT(bytes, big)                      \
    for (size_t i = 0; i < samples; i++)     \
        scatter(buf + i * (bytes), (uint32_t)n[i], bytes, big)

    switch (pcm_bytes(layout.encoding)) {
    case 1:
        for (size_t i = 0; i < samples; i++)
            buf[i] = (unsigned char)(n[i] + (layout.offset_binary ? 128 : 0));
        break;
    case 2:
        if (big)
            PUT(2, true);
        else
            PUT(2, false);
        break;
    case 3:
        if (big)
            PUT(3, true);
        else
            PUT(3, false);
        break;
    default:
        if (big)
            PUT(4, true);
        else
            PUT(4, false);
        break;
    }
#undef PUT
}

/* Of samples of 8 bits. */
static const double HALF_STEP = 0x1p-8;

/* One loop a width: the sample's width and byte order are constants in each, so that it compiles
 * to moves and shifts. An integer goes to the top of an int32_t, whose full scale is 2^31. */
#define DECODE_INTEGER(bytes, big)                                                                \
    for (size_t i = 0; i < samples; i++)                                                          \
    x[i] = (int32_t)((uint32_t)gather(buf + i * (bytes), bytes, big) << (32 - 8 * (bytes))) *     \
           0x1p-31

#define DECODE_FLOAT(type, word, big)                                          \
    for (size_t i = 0; i < samples; i++) {                                     \
        word bits = (word)gather(buf + i * sizeof(type), sizeof(type), big);   \
        type value;                                                            \
        memcpy(&value, &bits, sizeof value);                                   \
        x[i] = (double)value;                                                  \
    }

VECTOR static void decode_samples(struct layout layout, const unsigned char *buf, double *x,
                                  size_t samples)
{
    bool big = layout.big_endian;

    switch (layout.encoding) {
    case ENCODING_S8:
        for (size_t i = 0; i < samples; i++)
            x[i] = (layout.offset_binary ? buf[i] - 128 : (signed char)buf[i]) * 0x1p-7;
        for (size_t i = 0; layout.halfway && i < samples; i++)
            x[i] += HALF_STEP;
        break;
    case ENCODING_S16:
        if (big)
            DECODE_INTEGER(2, true);
        else
            DECODE_INTEGER(2, false);
        break;
    case ENCODING_S24:
        if (big)
            DECODE_INTEGER(3, true);
        else
            DECODE_INTEGER(3, false);
        break;
    case ENCODING_S32:
        if (big)
            DECODE_INTEGER(4, true);
        else
            DECODE_INTEGER(4, false);
        break;
    case ENCODING_F32:
        if (big)
            DECODE_FLOAT(float, uint32_t, true)
        else
            DECODE_FLOAT(float, uint32_t, false)
        break;
    default:
        if (big)
            DECODE_FLOAT(double, uint64_t, true)
        else
            DECODE_FLOAT(double, uint64_t, false)
        break;
    }
}

void pcm_decode(struct layout layout, const unsigned char *buf, double *x, size_t samples)
{
    decode_samples(layout, buf, x, samples);
}

static void encode_integers(struct layout layout, const double *x, unsigned char *buf,
                            size_t samples, struct clip *clip)
{
    enum { CHUNK = 1024 };
    size_t bytes = pcm_bytes(layout.encoding);
    int32_t n[CHUNK];
    double lower[CHUNK];

    while (samples) {
        size_t count = samples < CHUNK ? samples : CHUNK;
        for (size_t i = 0; layout.halfway && i < count; i++)
            lower[i] = x[i] - HALF_STEP;
        pcm_quantise(pcm_bits(layout.encoding), layout.halfway ? lower : x, n, count, clip);
        put_integers(layout, n, buf, count);
        x += count;
        buf += count * bytes;
        samples -= count;
    }
}

/* The sign and payload of a NaN that was computed are the machine's; one NaN stands for all. */
#define ENCODE_FLOAT(type, word, big)                                  \
    for (size_t i = 0; i < samples; i++) {                             \
        type value = x[i] == x[i] ? (type)x[i] : (type)NAN;            \
        word bits;                                                     \
        memcpy(&bits, &value, sizeof bits);                            \
        scatter(buf + i * sizeof(type), bits, sizeof(type), big);      \
    }

VECTOR static void encode_floats(struct layout layout, const double *restrict x,
                                 unsigned char *restrict buf, size_t samples)
{
    if (layout.encoding == ENCODING_F32) {
        if (layout.big_endian)
            ENCODE_FLOAT(float, uint32_t, true)
        else
            ENCODE_FLOAT(float, uint32_t, false)
    } else {
        if (layout.big_endian)
            ENCODE_FLOAT(double, uint64_t, true)
        else
            ENCODE_FLOAT(double, uint64_t, false)
    }
}

enum { LANES = 8 }; /* sums side by side */

/* Whether f32, or double, has a finite number for each of x[samples]: v - v is 0 for a finite v
 * and NaN for any other, and NaN stays. */
#define FITS(type)                                        \
    type odd[LANES] = {0};                                \
    size_t i = 0;                                         \
                                                          \
    for (; i + LANES <= samples; i += LANES)              \
        for (size_t l = 0; l < LANES; l++)                \
            odd[l] += (type)x[i + l] - (type)x[i + l];    \
    for (; i < samples; i++)                              \
        odd[0] += (type)x[i] - (type)x[i];                \
    for (size_t l = 1; l < LANES; l++)                    \
        odd[0] += odd[l];                                 \
    return odd[0] == 0

VECTOR static bool fits_float(const double *x, size_t samples)
{
    FITS(float);
}

VECTOR static bool fits_double(const double *x, size_t samples)
{
    FITS(double);
}

void pcm_encode(struct layout layout, const double *x, unsigned char *buf, size_t samples,
                struct clip *clip)
{
    bool single = layout.encoding == ENCODING_F32;

    if (pcm_bits(layout.encoding)) {
        encode_integers(layout, x, buf, samples, clip);
        return;
    }
    encode_floats(layout, x, buf, samples);
    if (!(single ? fits_float : fits_double)(x, samples))
        clip_note_floats(clip, x, samples, single);
    clip->samples += (int64_t)samples;
}

/* pcm.h - samples as bytes: the encodings, decoding to double, quantising from double.
 *
 * Full scale is [-1, 1): an integer of b bits stands for value / 2^(b-1). Floats stand for
 * themselves. A complex sample is two real ones, its real and its imaginary part; what is said of
 * samples below is said of each part. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef PCM_H
#define PCM_H

#include "choice.h"
#include "clip.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum encoding {
    ENCODING_NONE,
    ENCODING_S8,
    ENCODING_S16,
    ENCODING_S24,
    ENCODING_S32,
    ENCODING_F32,
    ENCODING_F64,
    ENCODING_VORBIS,
    ENCODING_OPUS,
    ENCODING_MP3,
    ENCODING_U8, /* from here on of raw samples alone: offset binary, and big-endian */
    ENCODING_S16BE,
    ENCODING_S24BE,
    ENCODING_S32BE,
    ENCODING_F32BE,
    ENCODING_F64BE,
    ENCODING_U16, /* of images alone */
    ENCODING_CF32, /* complex */
    ENCODING_CF64,
    ENCODING_CS16,
    ENCODING_CS8,
    ENCODING_CU8,
    ENCODING_CF32BE,
    ENCODING_CF64BE,
    ENCODING_CS16BE,
};

/* The plain ones, f32 first, up to ENCODING_NONE; of files, and of raw samples, which may be all
 * of them. */
extern const enum encoding pcm_plain[], pcm_raw[];

/* All of them, and those of raw samples, for users to choose among: enum encoding. */
struct choice pcm_choice(size_t i);
struct choice pcm_raw_choice(size_t i);

const char *pcm_name(enum encoding);

/* Bits of an integer encoding, 0 for the others. */
int pcm_bits(enum encoding);

/* Bytes of a plain sample, 0 for the others. */
size_t pcm_bytes(enum encoding);

/* Whether samples are complex; and the encoding of complex samples whose parts are these, or are
 * wide enough for them. */
bool pcm_is_complex(enum encoding);
enum encoding pcm_complex(enum encoding);

/* How plain samples lie in memory. */
struct layout {
    enum encoding encoding; /* s8 to f64 */
    bool big_endian;
    bool offset_binary; /* 8-bit samples are unsigned, 128 is zero (WAV) */
    bool halfway;       /* and 127.5 is, half a step lower (rtl_sdr) */
};

/* The layout implied by a plain encoding: s16be is s16 and big-endian, cs16 is s16. */
struct layout pcm_layout(enum encoding);

/* buf[samples] as they lie in a file -> x[samples]; exact. */
void pcm_decode(struct layout, const unsigned char *buf, double *x, size_t samples);

/* x[samples] -> n[samples], integers of `bits` bits: the nearest (ties to even), saturated; a NaN
 * is 0. */
void pcm_quantise(int bits, const double *x, int32_t *n, size_t samples, struct clip *);

/* x[samples] -> buf[samples] in a plain layout; integers as pcm_quantise. */
void pcm_encode(struct layout, const double *x, unsigned char *buf, size_t samples, struct clip *);

#endif

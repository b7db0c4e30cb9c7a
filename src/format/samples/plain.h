/* plain.h - plain samples after a header: what WAV, AU and AIFF files are when nothing is
 * compressed, and arrays.
 *
 * These are streamed by conv's own code, from files and pipes alike. audio.c reads all others. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef PLAIN_H
#define PLAIN_H

#include "format/format.h"

/* buf[samples] as they lie in a file -> x[samples]. Returns false when one is too large an integer
 * for a double and was rounded. */
typedef bool plain_decoder(const unsigned char *buf, double *x, size_t samples);

/* What a header says. */
struct plain {
    struct layout layout;
    plain_decoder *decode; /* of samples in no layout of pcm.h, sample_bytes each; NULL: none */
    size_t sample_bytes;
    int channels;
    double rate;
    uint32_t speakers; /* as in struct traits */
    int64_t bytes; /* of samples; -1: until the input ends */
    bool doubtful; /* writers that know no length put such bytes: check the file for them */
};

/* A parser finds the samples after the header of an input. Returns 1 with *plain filled and *skip
 * = the offset of the first sample; 0 when the file is not plain or its header is irregular, which
 * leaves it to libsndfile; -1: already reported. Consumes nothing from the input. */
typedef int plain_parser(struct input *, struct plain *, size_t *skip);

/* The stream of the samples after `skip` bytes of the input, which it shares. NULL: already
 * reported. */
struct stream *plain_stream(struct input *, const struct plain *, size_t skip);

plain_parser wav_parse, au_parse, aiff_parse;

/* Whether a length of 0 was never filled in, as of a writer that was stopped or could not seek:
 * the length of the chunk around all is all ones, or says that no samples come. */
static inline bool plain_is_unfinished(uint32_t outer_bytes, size_t begin)
{
    return outer_bytes == UINT32_MAX || outer_bytes <= begin - 8;
}

/* A header that can be written. */
struct plain_header {
    /* NULL: no header. The header at h[PLAIN_HEADER_BYTES]; returns its length, which depends on
     * all but plain->bytes, or 0 when the format cannot hold such samples. bytes < 0: the
     * length is not known. room: lengths beyond 32 bits may have to be put in later. */
    size_t (*write)(unsigned char *h, const struct plain *plain, bool room);
    /* Of the samples, but for the encoding; offset_binary for those of 8 bits. */
    struct layout layout;
    bool streams; /* it can be written without knowing the length, and needs no correction */
    int64_t most; /* bytes of samples; 0: no limit */
    bool even;    /* a byte is added where the samples end at an odd one */
};

enum { PLAIN_HEADER_BYTES = 128 };

/* A file of plain samples after such a header; otherwise as struct type's open. */
struct sink *plain_create(struct output *, const struct shape *, const struct form *,
                          const struct plain_header *);

#endif

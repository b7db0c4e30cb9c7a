/* plain.h - plain samples behind a header: what WAV, AU and AIFF files are when nothing is compressed.
 *
 * These are streamed by our own code, from files and pipes alike. All else is for audio.c. */
#ifndef PLAIN_H
#define PLAIN_H

#include "format.h"

/* What a header says. */
struct plain {
    struct layout layout;
    int channels;
    double rate;
    int64_t bytes; /* of samples; -1: until the input ends */
};

/* A parser finds the samples behind the header of an input. Returns 1 with *plain filled and *skip = the
 * offset of the first sample; 0 when the file is not plain, or not sound enough for a short look, so that
 * libsndfile may judge; -1: already reported. Takes nothing from the input. */
typedef int plain_parser(struct input *, struct plain *, size_t *skip);

plain_parser wav_parse, au_parse, aiff_parse;

/* Open a stream with the parser that knows the magic; as struct reader's open. */
int plain_open(struct input *, const struct reading *, struct stream **, struct manner *);
bool plain_probe(const unsigned char *head, size_t bytes);

/* A WAV or RF64 file of plain samples, as struct type's open. */
struct sink *wav_create(struct output *, const struct shape *, const struct manner *);

/* The header of a WAV file: writes at most WAV_HEADER_BYTES at h and returns its length, which depends on
 * the layout, channels and room alone. plain->bytes < 0 means that nobody knows the length: the convention that readers take
 * for "until the end" is written. Lengths that need it make an RF64, for which `room` bytes of header must have been kept
 * (true) from the start; rf64 asks for one whatever the length. */
enum { WAV_HEADER_BYTES = 128 };
size_t wav_header(unsigned char *h, const struct plain *plain, bool room, bool rf64);

#endif

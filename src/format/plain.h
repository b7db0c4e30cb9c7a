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

#endif

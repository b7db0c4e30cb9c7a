/* audio.h - shared by audio.c and audio_sink.c, the only users of libsndfile, and speakers.c. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef AUDIO_H
#define AUDIO_H

#include "format/format.h"

#include <sndfile.h>

/* libsndfile's code of a type, by name, and of an encoding; 0: none. */
int audio_container(const char *type);
int audio_coding(enum encoding);

/* libsndfile's error message, without its "Error : ". */
const char *audio_reason(SNDFILE *);

/* The position after a seek by whence and offset from `position` in a file of `length` bytes. */
int64_t audio_moved(int64_t offset, int whence, int64_t position, int64_t length);

/* The speakers of so many channels of FLAC, and of Vorbis and Opus in the order of WAV, where they
 * stand for some: struct traits. */
uint32_t audio_speakers(int channels);

/* The speakers that the header of a WAV, RF64 or W64 tells; 0: none. */
uint32_t audio_masked_speakers(SNDFILE *, int channels);

/* Whether these speakers, which may not be known, are those of audio_speakers(); surrounds may be
 * at the sides or at the back. */
bool audio_speakers_fit(uint32_t speakers, int channels);

/* Put x[frames][channels] from the order of Vorbis and Opus into that of WAV, and back. They
 * differ for 3 and for 5 to 8 channels. */
void audio_from_vorbis(double *x, int channels, size_t frames);
void audio_to_vorbis(double *x, int channels, size_t frames);

#endif

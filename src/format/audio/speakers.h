/* speakers.h - which speakers the channels of a file are for, and the order of Vorbis and Opus.
 *
 * Speakers are a mask as in struct traits, dwChannelMask of WAV; 0: they are not known. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef SPEAKERS_H
#define SPEAKERS_H

#include "format/input.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The mask, or 0 where it has more speakers than there are channels. */
uint32_t speakers_check(uint32_t mask, int channels);

/* Those that the header of a WAV, RF64 or W64 tells. The input is a regular or spooled one. */
uint32_t speakers_read(struct input *, int channels);

/* Those of so many channels of FLAC, and of Vorbis and Opus in the order of WAV. */
uint32_t speakers_by_number(int channels);

/* Whether speakers, which may not be known, are those of speakers_by_number(), in the same order;
 * surrounds may be at the sides or at the back. */
bool speakers_fit(uint32_t speakers, int channels);

/* Put x[frames][channels] from the order of Vorbis and Opus into that of WAV, and back. They
 * differ for 3 and for 5 to 8 channels. */
void speakers_from_vorbis(double *x, int channels, size_t frames);
void speakers_to_vorbis(double *x, int channels, size_t frames);

#endif

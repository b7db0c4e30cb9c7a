/* audio.h - shared by audio.c and audio_sink.c, the only users of libsndfile. */
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

/* The position after a seek by whence and offset from `position` in a file of `length` bytes;
 * negative: there is none. */
int64_t audio_moved(int64_t offset, int whence, int64_t position, int64_t length);

#endif

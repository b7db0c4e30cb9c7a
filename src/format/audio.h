/* audio.h - audio files through libsndfile: format.h's reader and type interfaces. */
#ifndef AUDIO_H
#define AUDIO_H

#include "format.h"

bool audio_probe(const unsigned char *head, size_t bytes);
int audio_open(struct input *, const struct reading *, struct stream **, struct manner *);
struct sink *audio_create(struct output *, const struct shape *, const struct manner *);

#endif

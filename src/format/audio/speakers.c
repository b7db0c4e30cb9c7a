/* speakers.c - the speakers of channels, and their order in Vorbis and Opus (see audio.h).
 *
 * Orders as in the Vorbis I specification, section 4.3.9, which RFC 7845, section 5.1.1.2, takes
 * over; those of WAV as in Microsoft's "Multiple channel audio data and WAVE files" (2007). */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "audio.h"

#include "util.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_SPEAKERS = 8 };

/* Where Vorbis has each channel of WAV; a row of zeros: at the same place. */
static const unsigned char places[MOST_SPEAKERS + 1][MOST_SPEAKERS] = {
    [3] = {0, 2, 1},                /* L R C of L C R */
    [5] = {0, 2, 1, 3, 4},          /* L R C Ls Rs */
    [6] = {0, 2, 1, 5, 3, 4},       /* L R C LFE Ls Rs of L C R Ls Rs LFE */
    [7] = {0, 2, 1, 6, 5, 3, 4},    /* L R C LFE Cs Ls Rs of L C R Ls Rs Cs LFE */
    [8] = {0, 2, 1, 7, 5, 6, 3, 4}, /* L R C LFE Lb Rb Ls Rs of L C R Ls Rs Lb Rb LFE */
};

uint32_t audio_speakers(int channels)
{
    static const uint32_t masks[MOST_SPEAKERS + 1] = {0,    4,    3,     0x07, 0x33,
                                                      0x37, 0x3f, 0x70f, 0x63f};

    return channels <= MOST_SPEAKERS ? masks[channels] : 0;
}

uint32_t audio_masked_speakers(SNDFILE *file, int channels)
{
    static const int bits[] = {SF_CHANNEL_MAP_LEFT, SF_CHANNEL_MAP_RIGHT, SF_CHANNEL_MAP_CENTER,
                               SF_CHANNEL_MAP_LFE, SF_CHANNEL_MAP_REAR_LEFT,
                               SF_CHANNEL_MAP_REAR_RIGHT, SF_CHANNEL_MAP_FRONT_LEFT_OF_CENTER,
                               SF_CHANNEL_MAP_FRONT_RIGHT_OF_CENTER, SF_CHANNEL_MAP_REAR_CENTER,
                               SF_CHANNEL_MAP_SIDE_LEFT, SF_CHANNEL_MAP_SIDE_RIGHT};
    int *map = util_array((size_t)channels, sizeof *map);
    bool there = sf_command(file, SFC_GET_CHANNEL_MAP_INFO, map, channels * (int)sizeof *map);
    uint32_t speakers = 0;

    for (int c = 0; c < channels && there; c++)
        for (size_t b = 0; b < sizeof bits / sizeof *bits; b++)
            if (map[c] == bits[b])
                speakers |= UINT32_C(1) << b;
    free(map);
    return speakers;
}

/* A mask with the surrounds at the back, where it has them at the sides alone; but beside a back
 * centre, which comes before those at the sides and after those at the back. */
static uint32_t at_back(uint32_t mask)
{
    enum { BACK = 0x30, BACK_CENTRE = 0x100, SIDE = 0x600 };

    if ((mask & (BACK | BACK_CENTRE | SIDE)) == SIDE)
        return (mask & ~(uint32_t)SIDE) | BACK;
    return mask;
}

bool audio_speakers_fit(uint32_t speakers, int channels)
{
    return !speakers || at_back(speakers) == at_back(audio_speakers(channels));
}

static const unsigned char *find_places(int channels)
{
    return channels <= MOST_SPEAKERS && places[channels][1] ? places[channels] : NULL;
}

void audio_from_vorbis(double *x, int channels, size_t frames)
{
    const unsigned char *place = find_places(channels);
    double frame[MOST_SPEAKERS];

    for (size_t i = 0; place && i < frames; i++, x += channels) {
        memcpy(frame, x, (size_t)channels * sizeof *x);
        for (int c = 0; c < channels; c++)
            x[c] = frame[place[c]];
    }
}

void audio_to_vorbis(double *x, int channels, size_t frames)
{
    const unsigned char *place = find_places(channels);
    double frame[MOST_SPEAKERS];

    for (size_t i = 0; place && i < frames; i++, x += channels) {
        memcpy(frame, x, (size_t)channels * sizeof *x);
        for (int c = 0; c < channels; c++)
            x[place[c]] = frame[c];
    }
}

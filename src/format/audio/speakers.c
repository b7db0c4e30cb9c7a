/* speakers.c - which speakers the channels of a file are for, and the order of Vorbis and Opus.
 *
 * Orders as in the Vorbis I specification, section 4.3.9, which RFC 7845, section 5.1.1.2, takes
 * over; those of WAV as in Microsoft's "Multiple channel audio data and WAVE files" (2007). */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "speakers.h"

#include "format/bytes.h"

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

uint32_t speakers_by_number(int channels)
{
    static const uint32_t masks[MOST_SPEAKERS + 1] = {0,    4,    3,     0x07, 0x33,
                                                      0x37, 0x3f, 0x70f, 0x63f};

    return channels <= MOST_SPEAKERS ? masks[channels] : 0;
}

uint32_t speakers_check(uint32_t mask, int channels)
{
    for (uint32_t rest = mask; rest; rest &= rest - 1)
        channels--;
    return channels < 0 ? 0 : mask;
}

/* The order of bytes in a header: RIFX is big-endian. */
static uint32_t get16(const unsigned char *b, bool big)
{
    return big ? bytes_be16(b) : bytes_le16(b);
}

static uint32_t get32(const unsigned char *b, bool big)
{
    return big ? bytes_be32(b) : bytes_le32(b);
}

/* The mask of a fmt chunk, of which `bytes` bytes are at c. */
static uint32_t mask_of(const unsigned char *c, size_t bytes, bool big, int channels)
{
    enum { EXTENSIBLE = 0xfffe, MASK = 20 };

    if (bytes < MASK + 4 || get16(c, big) != EXTENSIBLE || get16(c + 2, big) != (uint32_t)channels)
        return 0;
    return speakers_check(get32(c + MASK, big), channels);
}

/* A chunk of W64 begins with a GUID, whose first bytes are the name, and a length in 64 bits that
 * counts itself and the GUID. */
uint32_t speakers_read(struct input *input, int channels)
{
    enum { MOST_CHUNKS = 1000, RIFF = 8, W64 = 24, MASK_END = 24 };
    unsigned char chunk[W64 + MASK_END];

    if (input_read_at(input, chunk, 4, 0) < 4)
        return 0;
    bool wide = memcmp(chunk, "riff", 4) == 0, big = memcmp(chunk, "RIFX", 4) == 0;
    size_t head = wide ? W64 : RIFF, unit = wide ? 8 : 2;
    int64_t at = wide ? W64 + 16 : RIFF + 4;
    for (int i = 0; i < MOST_CHUNKS; i++) {
        ssize_t got = input_read_at(input, chunk, head + MASK_END, at);
        if (got < (ssize_t)head || memcmp(chunk, "data", 4) == 0)
            break;
        if (memcmp(chunk, "fmt ", 4) == 0)
            return mask_of(chunk + head, (size_t)got - head, big, channels);
        uint64_t bytes = wide ? bytes_le64(chunk + 16) - W64 : get32(chunk + 4, big);
        if (bytes > INT64_MAX / 4)
            break;
        at += (int64_t)(head + (bytes + unit - 1) / unit * unit);
    }
    return 0;
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

bool speakers_fit(uint32_t speakers, int channels)
{
    return !speakers || at_back(speakers) == at_back(speakers_by_number(channels));
}

static bool has_own_order(int channels)
{
    return channels <= MOST_SPEAKERS && places[channels][1];
}

/* Put x[frames][channels] into another order: channel c becomes what channel from[c] was. */
static void reorder(double *x, int channels, size_t frames, const unsigned char *from)
{
    double frame[MOST_SPEAKERS];

    for (size_t i = 0; i < frames; i++, x += channels) {
        memcpy(frame, x, (size_t)channels * sizeof *x);
        for (int c = 0; c < channels; c++)
            x[c] = frame[from[c]];
    }
}

void speakers_from_vorbis(double *x, int channels, size_t frames)
{
    if (has_own_order(channels))
        reorder(x, channels, frames, places[channels]);
}

void speakers_to_vorbis(double *x, int channels, size_t frames)
{
    unsigned char from[MOST_SPEAKERS] = {0};

    if (!has_own_order(channels))
        return;
    for (int c = 0; c < channels; c++)
        from[places[channels][c]] = (unsigned char)c;
    reorder(x, channels, frames, from);
}

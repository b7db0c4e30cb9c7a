/* clip.h - the samples of a result that its encoding could not hold, and the report of them. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef CLIP_H
#define CLIP_H

#include "choice.h"
#include "util.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What becomes of a result that was clipped. */
enum clipping {
    CLIPPING_WARN,
    CLIPPING_ERROR, /* the run fails with status 1 */
    CLIPPING_QUIET,
};

/* For users to choose among. */
struct choice clip_choice(size_t i);

/* How many samples met a fate, and which was the first, counted over all channels. */
struct fate {
    int64_t count, first;
};

/* The clipped samples of a channel. */
struct loud {
    struct fate fate;
    double peak; /* their largest |x|, full scale = 1 */
};

/* All zero where no places are told: then it is of one channel. */
struct clip {
    int64_t samples;        /* seen so far */
    int channels, parts;    /* as opened */
    double rate;
    struct loud *channel;   /* channel[channels]; owned: clip_close */
    struct fate clipped;    /* samples beyond the largest or smallest integer, or full scale */
    struct fate nans;       /* samples that were not a number */
    struct fate infinite;   /* infinities in encodings that hold them */
    struct fate overflowed; /* finite samples that f32 has no number for */
    double peak;            /* the largest |x| that was clipped */
};

/* Begin with the first frame of so many channels, each of one sample, or of two parts; at so many
 * frames per second, 0: not known. */
void clip_open(struct clip *, int channels, int parts, double rate);
void clip_close(struct clip *);

/* Note the samples of x[samples], which come next, but for counting them in clip->samples: those
 * that are no number, and those above `most` or below `least`. Infinities are clipped. */
void clip_note(struct clip *, const double *x, size_t samples, double least, double most);

/* The same in floating point: those that are not finite, and where `single` those that f32 cannot
 * hold. */
void clip_note_floats(struct clip *, const double *x, size_t samples, bool single);

/* What is reported of. */
struct clip_report {
    const char *name;       /* of the output */
    int bits;               /* of integers; 0: of floating point */
    bool audio;             /* in which floats ought to be finite */
    bool lossy;             /* the decoder clips */
    enum clipping clipping; /* what the user wants */
};

/* Report on standard error what there is. Returns STATUS_DONE; or STATUS_ASKED where the user
 * wants clipping to be an error, and there was some. */
enum status clip_report(const struct clip *, const struct clip_report *);

#endif

/* renormalize.c - which samples are present, and which outputs are NaN for want of them.
 *
 * Each channel x has a presence channel p, which is 1 where x is present and 0 where x is missing.
 * Missing samples of x are set to 0. Both are convolved with the same taps (kernel_add_presence),
 * and the result, as engines give it (engine/rescale.h), is
 *
 *     (sum h x) (sum h) / (sum h p)
 *
 * for an output with some samples missing. An output with all samples missing is NaN; one with
 * none missing is unchanged. A third sum, of p alone, counts the present samples. Where the user
 * wants some part of the weight to be present, and the taps have both signs, a fourth is sum |h|
 * p. astropy.convolution calls this interpolation of NaNs; for samples missing beyond the ends it
 * is the edge-corrected moving average. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "stage.h"

#include "util.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct present {
    struct stream stream;
    bool omit;
};

/* The frames are spread in place, from the last one on. */
static ssize_t read_present(struct stream *stream, double *x, size_t frames)
{
    struct present *s = (struct present *)stream;
    size_t channels = (size_t)stream->source->shape.channels;
    ssize_t n = stream->source->read(stream->source, x, frames);

    for (ssize_t i = n - 1; i >= 0; i--) {
        const double *from = x + (size_t)i * channels;
        double *to = x + (size_t)i * 2 * channels;
        for (size_t k = 0; k < channels; k++) {
            bool missing = s->omit && from[k] != from[k];
            to[k] = missing ? 0 : from[k];
            to[channels + k] = missing ? 0 : 1;
        }
    }
    return n;
}

struct stream *renormalize_begin(struct stream *source, bool omit)
{
    struct present *s = stream_wrap(source, sizeof *s, read_present, NULL);

    s->stream.shape.channels *= 2;
    s->omit = omit;
    return &s->stream;
}

/* A weight below this fraction of the sum of |h| counts as 0. It is far above the rounding errors
 * of any engine, so that all engines agree. */
static const double CANCELLED = 0x1p-30;

/* For the same reason, so much of the sum of |h| may be wanting from the part that must be
 * present. Two windows of a mean over up to 2^26 frames differ by more if they differ at all. */
static const double SLACK = 0x1p-30;

struct ratio {
    struct stream stream;
    size_t sums;     /* of each output: 3, or 4 */
    double *size;    /* the sum of |h| over each output's paths, size[channels] */
    double *least;   /* a weight up to this magnitude counts as 0; 0 for taps of one sign */
    double *all;     /* samples in each output's sums */
    double required; /* the part of `size` that must be present, without the slack */
    double *x;       /* x[room][sums][channels] */
    size_t room;
};

/* The output from its sums, which stand `channels` apart. */
static double settle(const struct ratio *s, size_t k, const double *sums, size_t channels)
{
    double weight = sums[channels], count = sums[2 * channels];
    double present = s->sums == 4 ? sums[3 * channels] : fabs(weight);

    if (present < s->required * s->size[k])
        return NAN;
    if (count < s->all[k] && (count <= 0 || fabs(weight) <= s->least[k]))
        return NAN;
    return *sums;
}

static ssize_t read_ratio(struct stream *stream, double *x, size_t frames)
{
    struct ratio *s = (struct ratio *)stream;
    size_t channels = (size_t)stream->shape.channels, done = 0;

    while (done < frames) {
        size_t want = frames - done < s->room ? frames - done : s->room;
        ssize_t n = stream->source->read(stream->source, s->x, want);
        if (n < 0)
            return done ? (ssize_t)done : -1;
        for (size_t i = 0; i < (size_t)n; i++, done++) {
            const double *from = s->x + s->sums * i * channels;
            for (size_t k = 0; k < channels; k++)
                x[done * channels + k] = settle(s, k, from + k, channels);
        }
        if ((size_t)n < want)
            break;
    }
    return (ssize_t)done;
}

static void release_ratio(struct stream *stream)
{
    struct ratio *s = (struct ratio *)stream;
    free(s->size);
    free(s->least);
    free(s->all);
    free(s->x);
}

struct stream *renormalize_end(struct stream *source, const struct system *system, double least)
{
    struct ratio *s = stream_wrap(source, sizeof *s, read_ratio, release_ratio);
    size_t channels = (size_t)system->outs;
    double *below = util_array(channels, sizeof *below); /* sums of taps below 0 and above */
    double *above = util_array(channels, sizeof *above);

    s->stream.shape.channels = system->outs;
    s->sums = (size_t)source->shape.channels / channels;
    s->required = least - SLACK;
    s->size = util_array(channels, sizeof *s->size);
    s->least = util_array(channels, sizeof *s->least);
    s->all = util_array(channels, sizeof *s->all);
    s->room = stream_block(source->shape.channels);
    s->x = util_doubles(s->room * s->sums * channels);
    for (const struct path *p = system->path; p < system->path + system->paths; p++) {
        for (size_t j = 0; j < system->taps; j++) {
            below[p->out] += fmax(-system_taps(system, p)[j], 0);
            above[p->out] += fmax(system_taps(system, p)[j], 0);
        }
        s->all[p->out] += (double)system->taps;
    }
    for (size_t k = 0; k < channels; k++) {
        s->size[k] = below[k] + above[k];
        s->least[k] = below[k] > 0 && above[k] > 0 ? s->size[k] * CANCELLED : 0;
    }
    free(below);
    free(above);
    return &s->stream;
}

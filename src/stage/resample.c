/* resample.c - a stream at another sample rate, through libsoxr, whose only user this is.
 *
 * Its filter has linear phase and no delay: output 0 has the time of input 0, and what rings
 * before is not given out. To have that, zeros are put before the first frame, as many as move it
 * by whole frames at both rates. After the last frame zeros follow until all outputs are there, so
 * that their number and places are ours and not those of libsoxr's own end.
 *
 * At 28 bits the filter passes up to 0.911 of half the lower rate within 0.01 dB, and takes what
 * lies beyond half the lower rate down by 170 dB. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "stage.h"

#include "util.h"

#include <math.h>
#include <soxr.h>
#include <stdlib.h>
#include <string.h>

enum {
    RING_FRAMES = 160,   /* of the lower rate in which the filter rings; 150 were measured */
    MOST_RATIO = 256,    /* of the rates, either way */
    MOST_TERM = 1 << 24, /* of the ratio in lowest terms */
};

struct resample {
    struct stream stream;
    soxr_t soxr;
    int64_t up, down; /* the new rate over the old one in lowest terms */
    double *x;        /* x[room][channels]: frames as they are read, then zeros */
    size_t room, filled, taken;
    int64_t zeros; /* still to be put before the first frame */
    int64_t skip;  /* outputs still to be dropped */
    int64_t after; /* outputs after those of the frames' own span */
    int64_t in;    /* frames of the source so far */
    int64_t out;   /* the next output, counted from time 0: negative before it */
    bool ended;    /* the source has */
};

/* Outputs from time 0 to the end of so many frames: those whose time is before the end. */
static int64_t count_outputs(const struct resample *r, int64_t frames)
{
    return frames / r->down * r->up + (frames % r->down * r->up + r->down - 1) / r->down;
}

/* Have frames for libsoxr: zeros, those of the source, zeros. 0, or -1: the source failed. */
static int fill(struct resample *r)
{
    struct stream *source = r->stream.source;
    size_t zeros = r->ended || r->zeros > (int64_t)r->room ? r->room : (size_t)r->zeros;

    r->taken = 0;
    if (!zeros) {
        ssize_t n = source->read(source, r->x, r->room);
        r->filled = n > 0 ? (size_t)n : 0;
        r->in += (int64_t)r->filled;
        r->ended = n == 0;
        return n < 0 ? -1 : 0;
    }
    memset(r->x, 0, zeros * (size_t)source->shape.channels * sizeof *r->x);
    r->filled = zeros;
    if (!r->ended)
        r->zeros -= (int64_t)zeros;
    return 0;
}

/* Take up to so many outputs to y[frames][channels]. Returns how many there are for now. */
static size_t take(struct resample *r, double *y, size_t frames)
{
    const double *x = r->x + r->taken * (size_t)r->stream.shape.channels;
    size_t used = 0, made = 0;

    /* it can fail only by a pointer that is not there */
    (void)soxr_process(r->soxr, x, r->filled - r->taken, &used, y, frames, &made);
    r->taken += used;
    return made;
}

static ssize_t read_resampled(struct stream *stream, double *y, size_t frames)
{
    struct resample *r = (struct resample *)stream;
    size_t channels = (size_t)stream->shape.channels, done = 0;

    while (done < frames) {
        int64_t left = r->ended ? count_outputs(r, r->in) + r->after - r->out : INT64_MAX;
        size_t want = frames - done;
        if (left <= 0)
            break;
        if (r->taken == r->filled && fill(r) < 0)
            return done ? (ssize_t)done : -1;
        if (r->taken == r->filled)
            continue; /* the source has ended */
        if (r->skip) { /* what is dropped is overwritten */
            r->skip -= (int64_t)take(r, y + done * channels,
                                     r->skip < (int64_t)want ? (size_t)r->skip : want);
            continue;
        }
        size_t made = take(r, y + done * channels, left < (int64_t)want ? (size_t)left : want);
        done += made;
        r->out += (int64_t)made;
    }
    return (ssize_t)done;
}

static void release_resampler(struct stream *stream)
{
    struct resample *r = (struct resample *)stream;

    soxr_delete(r->soxr);
    free(r->x);
}

/* The ratio of the new rate to the old one as a fraction, by the convergents of its continued
 * fraction: rates that were divided are rounded. False: it has none of small terms. */
static bool find_fraction(struct resample *r, double ratio)
{
    int64_t last_up = 1, last_down = 0;
    double rest = ratio;

    r->up = (int64_t)ratio;
    r->down = 1;
    while (fabs((double)r->up / (double)r->down - ratio) > ratio * 0x1p-48) {
        rest = 1 / (rest - floor(rest));
        if (!(rest < MOST_TERM))
            return false;
        int64_t up = (int64_t)rest * r->up + last_up, down = (int64_t)rest * r->down + last_down;
        last_up = r->up;
        last_down = r->down;
        r->up = up;
        r->down = down;
        if (up > MOST_TERM || down > MOST_TERM)
            return false;
    }
    return true;
}

/* 0, or -1: already reported. */
static int find_ratio(struct resample *r, double from, double to)
{
    if (to > from * MOST_RATIO || from > to * MOST_RATIO)
        util_error("%s: from %.10g Hz to %.10g Hz is more than a factor of %d", r->stream.name,
                   from, to, MOST_RATIO);
    else if (!find_fraction(r, to / from))
        util_error("%s: %.10g Hz and %.10g Hz have no ratio of small whole numbers",
                   r->stream.name, from, to);
    else
        return 0;
    return -1;
}

/* Have the outputs before time 0 in which the filter rings, and as many after the end. */
static void keep_ringing(struct resample *r)
{
    int64_t lower = r->up < r->down ? r->up : r->down;
    int64_t before = (RING_FRAMES * r->up + lower - 1) / lower;
    int64_t periods = (before + r->up - 1) / r->up;

    r->zeros = periods * r->down;
    r->skip = periods * r->up - before;
    r->after = before;
    r->out = -before;
    r->stream.shape.first = -before;
}

static int open_soxr(struct resample *r)
{
    soxr_io_spec_t io = soxr_io_spec(SOXR_FLOAT64_I, SOXR_FLOAT64_I);
    soxr_quality_spec_t quality = soxr_quality_spec(SOXR_VHQ, SOXR_HI_PREC_CLOCK);
    soxr_error_t error;

    /* of its two engines the one that does not depend on AVX */
    setenv("SOXR_USE_SIMD", "0", true);
    r->soxr = soxr_create((double)r->down, (double)r->up, (unsigned)r->stream.shape.channels,
                          &error, &io, &quality, NULL);
    if (r->soxr)
        return 0;
    util_error("%s cannot be resampled: %s", r->stream.name, error);
    return -1;
}

int resample_open(struct stream **stream, double rate, bool ringing, size_t block)
{
    struct stream *source = *stream;
    struct resample *r = stream_wrap(source, sizeof *r, read_resampled, release_resampler);
    struct shape *shape = &r->stream.shape;

    *stream = &r->stream;
    shape->first = 0;
    shape->step = 1;
    shape->rate = rate;
    r->room = block;
    r->x = util_doubles(block * (size_t)shape->channels);
    if (find_ratio(r, source->shape.rate, rate) < 0 || open_soxr(r) < 0)
        return -1;
    if (ringing)
        keep_ringing(r);
    if (shape->frames >= 0)
        shape->frames = count_outputs(r, shape->frames) + r->after - shape->first;
    return 0;
}

const char *resample_library(void)
{
    return soxr_version();
}

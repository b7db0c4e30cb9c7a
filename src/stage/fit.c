/* fit.c - the ends of a signal by the polynomials that fit its first and its last frames best.
 *
 * In polynomials t[k] that are orthogonal over N frames (gram.h), the best fit to samples x has
 * the coefficients c[k] = (sum t[k] x) / norm[k], and an output is the sum of c[k] t[k], or of
 * derivatives of t[k], at its own frame. All of this is computed in pairs and rounded once, with x
 * scaled to at most 1. scipy.signal.savgol_filter calls it mode interp. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "stage.h"

#include "gram.h"
#include "util.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Below this fraction of what the terms may sum to, a sum is rounding and counts as 0. */
static const double NOTHING = 0x1p-90;

struct fit {
    struct polynomial polynomial;
    struct gram gram;
    size_t channels;
    double *head;     /* head[head_frames][channels], the first of the signal, up to N */
    size_t head_frames;
    struct tail tail; /* the last N */
};

struct fit *fit_create(const struct polynomial *polynomial, int channels)
{
    struct fit *fit = util_array(1, sizeof *fit);

    fit->polynomial = *polynomial;
    gram_open(&fit->gram, polynomial->frames, polynomial->order);
    fit->channels = (size_t)channels;
    fit->head = util_doubles(polynomial->frames * fit->channels);
    tail_open(&fit->tail, polynomial->frames, channels);
    return fit;
}

void fit_free(struct fit *fit)
{
    if (!fit)
        return;
    free(fit->head);
    tail_close(&fit->tail);
    free(fit);
}

struct watch {
    struct stream stream;
    struct fit *fit;
};

static ssize_t read_watched(struct stream *stream, double *x, size_t frames)
{
    struct fit *fit = ((struct watch *)stream)->fit;
    ssize_t n = stream->source->read(stream->source, x, frames);

    if (n <= 0)
        return n;
    size_t first = fit->polynomial.frames - fit->head_frames;
    if (first > (size_t)n)
        first = (size_t)n;
    memcpy(fit->head + fit->head_frames * fit->channels, x, first * fit->channels * sizeof *x);
    fit->head_frames += first;
    tail_add(&fit->tail, x, (size_t)n);
    return n;
}

struct stream *fit_begin(struct stream *source, struct fit *fit)
{
    struct watch *s = stream_wrap(source, sizeof *s, read_watched, NULL);

    s->fit = fit;
    return &s->stream;
}

/* Frame i of the first N, or of the last. */
static const double *frame_of(const struct fit *fit, bool last, size_t i)
{
    int64_t first = fit->tail.frames - (int64_t)fit->polynomial.frames;
    return last ? tail_frame(&fit->tail, first + (int64_t)i) : fit->head + i * fit->channels;
}

/* The polynomial fitted to N samples of one channel. */
struct curve {
    struct pair c[GRAM_MOST_ORDER + 1];
    int exponent; /* samples were divided by 2^exponent */
    bool spoilt;  /* one of them was not finite */
};

/* Start the curves of all channels: find their exponents. */
static void measure(const struct fit *fit, bool last, struct curve *curves)
{
    for (size_t k = 0; k < fit->channels; k++) {
        double most = 0;
        curves[k] = (struct curve){.spoilt = false};
        for (size_t i = 0; i < fit->polynomial.frames; i++) {
            double x = frame_of(fit, last, i)[k];
            curves[k].spoilt |= x - x != 0;
            most = fmax(most, fabs(x));
        }
        if (!curves[k].spoilt)
            frexp(most, &curves[k].exponent);
    }
}

/* Find the coefficients of all channels. */
static void project(const struct fit *fit, bool last, struct curve *curves)
{
    struct pair t[GRAM_MOST_ORDER + 1];
    int order = fit->polynomial.order;

    for (size_t i = 0; i < fit->polynomial.frames; i++) {
        const double *x = frame_of(fit, last, i);
        gram_at(&fit->gram, i, 0, t);
        for (size_t k = 0; k < fit->channels; k++) {
            double scaled = ldexp(x[k], -curves[k].exponent);
            for (int m = 0; m <= order; m++)
                curves[k].c[m] = pair_add(curves[k].c[m], pair_times(t[m], scaled));
        }
    }
    for (size_t k = 0; k < fit->channels; k++)
        for (int m = 0; m <= order; m++)
            curves[k].c[m] = pair_divide(curves[k].c[m], fit->gram.norm[m]);
}

/* The output of a curve where its polynomials, or their derivatives, have the values t. */
static double value_at(const struct fit *fit, const struct curve *curve, const struct pair *t)
{
    const struct polynomial *p = &fit->polynomial;
    struct pair sum = {0, 0};
    double most = 0;
    int exponent = 0;

    if (curve->spoilt)
        return NAN;
    for (int m = 0; m <= p->order; m++) {
        sum = pair_add(sum, pair_multiply(curve->c[m], t[m]));
        most += fabs(t[m].high) * sqrt((double)p->frames / fit->gram.norm[m].high);
    }
    if (fabs(sum.high) <= NOTHING * most)
        return 0;
    if (p->rate > 0)
        sum = pair_multiply(sum, pair_power(p->rate, p->derivative, &exponent));
    exponent += p->derivative * (1 - fit->gram.scale) + curve->exponent; /* dz = 2 / 2^scale */
    return pair_round(sum, exponent);
}

/* Compute y[count][channels] at the points from `first` on. */
static void evaluate(const struct fit *fit, bool last, size_t first, size_t count, double *y)
{
    struct curve *curves = util_array(fit->channels, sizeof *curves);
    struct pair t[GRAM_MOST_ORDER + 1];

    measure(fit, last, curves);
    project(fit, last, curves);
    for (size_t i = 0; i < count; i++) {
        gram_at(&fit->gram, first + i, fit->polynomial.derivative, t);
        for (size_t k = 0; k < fit->channels; k++)
            y[i * fit->channels + k] = value_at(fit, &curves[k], t);
    }
    free(curves);
}

struct ends {
    struct stream stream;
    struct fit *fit;
    size_t before, after; /* outputs at the ends */
    size_t replaced;      /* 1: the convolution's first output has one of these places */
    double *ready;        /* ready[count][channels], to be returned before more is read */
    size_t taken, count;
    bool begun, ended, failed;
};

/* Make the first outputs ready, and the first one of the convolution, which is read so that the
 * frames for the others are there. */
static void begin(struct ends *s)
{
    const struct fit *fit = s->fit;
    struct stream *source = s->stream.source;
    ssize_t n = source->read(source, s->ready + s->before * fit->channels, 1);

    s->begun = true;
    s->failed = n <= 0;
    if (n == 0)
        util_error("--boundary=fit: %s has %lld frames, and polynomials are fitted to %zu",
                   s->stream.name, (long long)fit->tail.frames, fit->polynomial.frames);
    if (s->failed)
        return;
    evaluate(fit, false, 0, s->before, s->ready);
    s->count = s->before + 1 - s->replaced;
}

/* Make the last outputs ready. */
static void end(struct ends *s)
{
    evaluate(s->fit, true, s->fit->polynomial.frames - s->after, s->after, s->ready);
    s->taken = 0;
    s->count = s->after;
    s->ended = true;
}

/* Return what is ready. */
static size_t hand_out(struct ends *s, double *x, size_t frames)
{
    size_t channels = s->fit->channels, left = s->count - s->taken;
    size_t n = left < frames ? left : frames;

    memcpy(x, s->ready + s->taken * channels, n * channels * sizeof *x);
    s->taken += n;
    return n;
}

static ssize_t read_ends(struct stream *stream, double *x, size_t frames)
{
    struct ends *s = (struct ends *)stream;
    size_t channels = s->fit->channels;

    if (!s->begun)
        begin(s);
    if (s->failed)
        return -1;
    size_t done = hand_out(s, x, frames);
    while (done < frames && !s->ended) {
        ssize_t n = stream->source->read(stream->source, x + done * channels, frames - done);
        if (n < 0)
            return done ? (ssize_t)done : -1;
        if (n == 0)
            end(s);
        done += n ? (size_t)n : hand_out(s, x + done * channels, frames - done);
    }
    return (ssize_t)done;
}

static void release_ends(struct stream *stream)
{
    free(((struct ends *)stream)->ready);
}

struct stream *fit_end(struct stream *source, struct fit *fit)
{
    struct ends *s = stream_wrap(source, sizeof *s, read_ends, release_ends);
    size_t frames = fit->polynomial.frames;

    s->fit = fit;
    s->before = frames / 2;
    s->replaced = s->before - (size_t)source->shape.first;
    s->after = frames - 1 - (size_t)source->shape.first;
    s->ready = util_doubles((frames / 2 + 1) * fit->channels);
    s->stream.shape.first = 0;
    if (source->shape.frames >= 0)
        s->stream.shape.frames = source->shape.frames + (int64_t)frames - 1;
    return &s->stream;
}

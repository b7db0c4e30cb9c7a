/* renormalize_complex.c - the outputs of a complex kernel where samples are missing.
 *
 * As in renormalize.c, with complex weights W = sum h p: a value V with some of its samples
 * missing becomes V S / W, S = sum h. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "stage.h"

#include "util.h"

#include <math.h>
#include <stdlib.h>

/* A weight below this fraction of the sum of |h| counts as 0, as in renormalize.c. */
static const double CANCELLED = 0x1p-30;

struct sums {
    double whole[2]; /* S */
    double size;     /* the sum of the magnitudes of its parts */
    double all;      /* samples */
};

struct ratio {
    struct stream stream;
    size_t values;     /* complex */
    struct sums *sums; /* sums[values] */
    double *x;         /* x[room][values][2 + 2 + 1], each kind together */
    size_t room;
};

/* Make of a value, its weight and its samples the output y[2]. */
static void settle(const struct sums *s, const double *value, const double *weight, double count,
                   double *y)
{
    double a = weight[0] / s->size, b = weight[1] / s->size, square = a * a + b * b;
    double p = s->whole[0] / s->size, q = s->whole[1] / s->size;
    bool partial = rint(count) < s->all;

    y[0] = value[0];
    y[1] = value[1];
    if (partial && (rint(count) <= 0 || square <= CANCELLED * CANCELLED)) {
        y[0] = y[1] = NAN;
    } else if (partial) {
        double real = (p * a + q * b) / square, imaginary = (q * a - p * b) / square;
        y[0] = value[0] * real - value[1] * imaginary;
        y[1] = value[0] * imaginary + value[1] * real;
    }
}

static ssize_t read_ratio(struct stream *stream, double *x, size_t frames)
{
    struct ratio *s = (struct ratio *)stream;
    size_t values = s->values, done = 0;

    while (done < frames) {
        size_t want = frames - done < s->room ? frames - done : s->room;
        ssize_t n = stream->source->read(stream->source, s->x, want);
        if (n < 0)
            return done ? (ssize_t)done : -1;
        for (const double *from = s->x; from < s->x + (size_t)n * 5 * values; from += 5 * values)
            for (size_t k = 0; k < values; k++, x += 2)
                settle(&s->sums[k], from + 2 * k, from + 2 * (values + k), from[4 * values + k],
                       x);
        done += (size_t)n;
        if ((size_t)n < want)
            break;
    }
    return (ssize_t)done;
}

static void release_ratio(struct stream *stream)
{
    struct ratio *s = (struct ratio *)stream;
    free(s->sums);
    free(s->x);
}

struct stream *renormalize_end_complex(struct stream *source, const struct system *system)
{
    struct ratio *s = stream_wrap(source, sizeof *s, read_ratio, release_ratio);
    int values = system->outs / 5;

    s->values = (size_t)values;
    s->stream.shape.channels = 2 * values;
    s->sums = util_array(s->values, sizeof *s->sums);
    s->room = stream_block(system->outs);
    s->x = util_doubles(s->room * 5 * s->values);
    for (const struct path *p = system->path; p < system->path + system->paths; p++) {
        int out = p->out - 2 * values; /* of weights, then of counts */
        for (size_t j = 0; out >= 0 && j < system->taps; j++) {
            double tap = system_taps(system, p)[j];
            if (out >= 2 * values) {
                s->sums[out - 2 * values].all += tap;
            } else {
                s->sums[out / 2].whole[out % 2] += tap;
                s->sums[out / 2].size += fabs(tap);
            }
        }
    }
    return &s->stream;
}

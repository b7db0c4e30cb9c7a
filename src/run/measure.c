/* measure.c - a signal that is read to its end, and then again from a temporary file. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "measure.h"

#include "format/spool.h"
#include "pair.h"
#include "util.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    FAR = 500,   /* numbers beyond 2^FAR and below 2^-FAR are ... */
    SCALE = 600, /* ... scaled by 2^-SCALE and 2^SCALE before they are squared */
    NORM = 600,  /* of a scaled signal, as a power of two */
};

/* Sums of squares of numbers that are large, scaled down, of others, and of small ones, scaled up
 * (J. L. Blue, ACM Transactions on Mathematical Software 4, 1978). */
struct squares {
    struct pair large, middle, small;
};

static struct pair add_square(struct pair sum, double x)
{
    return pair_add(sum, pair_product(x, x));
}

static void add(struct squares *s, double x)
{
    if (fabs(x) > ldexp(1, FAR))
        s->large = add_square(s->large, ldexp(x, -SCALE));
    else if (fabs(x) < ldexp(1, -FAR))
        s->small = add_square(s->small, ldexp(x, SCALE));
    else
        s->middle = add_square(s->middle, x);
}

static struct energy energy_of(const struct squares *s)
{
    double large = s->large.high, middle = s->middle.high, small = s->small.high, sum;
    int exponent;

    if (large != 0)
        sum = large + ldexp(middle, -2 * SCALE);
    else if (middle != 0)
        sum = middle + ldexp(small, -2 * SCALE);
    else
        sum = small;
    if (sum == 0 || !isfinite(sum))
        return (struct energy){sum, 0};
    frexp(sum, &exponent);
    int half = (int)floor((exponent - 1) / 2.0);
    int scaled = large != 0 ? SCALE : middle != 0 ? 0 : -SCALE;
    return (struct energy){ldexp(sum, -2 * half), half + scaled};
}

struct energy measure_energy(const double *x, size_t count)
{
    struct squares s = {0};

    for (size_t i = 0; i < count; i++)
        add(&s, x[i]);
    return energy_of(&s);
}

double measure_norm(struct energy a, struct energy b)
{
    return ldexp(sqrt(a.sum * b.sum), a.exponent + b.exponent);
}

struct spooled {
    struct stream stream;
    int file;
};

static int fail(void)
{
    util_error("temporary file: %s", strerror(errno));
    return -1;
}

static ssize_t read_spooled(struct stream *stream, double *x, size_t frames)
{
    size_t bytes = (size_t)stream->shape.channels * sizeof *x;
    ssize_t n = spool_read(((struct spooled *)stream)->file, x, frames * bytes);

    return n < 0 ? fail() : n / (ssize_t)bytes;
}

static void release_spooled(struct stream *stream)
{
    close(((struct spooled *)stream)->file);
}

/* The frames in the file, in place of the stream that they came from. */
static struct stream *spooled_open(const struct stream *from, int file, int64_t frames)
{
    struct spooled *s = util_array(1, sizeof *s);

    s->stream = (struct stream){.shape = from->shape,
                                .name = from->name,
                                .read = read_spooled,
                                .release = release_spooled};
    s->stream.shape.frames = frames;
    s->file = file;
    lseek(file, 0, SEEK_SET);
    return &s->stream;
}

/* Copy the stream into the file, and sum its squares[channels]. Returns the frames; -1: failed,
 * already reported. */
static int64_t copy(struct stream *stream, int file, struct squares *squares)
{
    size_t channels = (size_t)stream->shape.channels, block = stream_block((int)channels);
    double *x = util_doubles(block * channels);
    int64_t frames = 0;
    ssize_t n;

    while ((n = stream->read(stream, x, block)) > 0) {
        for (size_t i = 0; i < (size_t)n * channels; i++)
            add(&squares[i % channels], x[i]);
        frames += n;
        if (spool_write(file, x, (size_t)n * channels * sizeof *x) < 0) {
            n = fail();
            break;
        }
    }
    free(x);
    return n < 0 ? -1 : frames;
}

/* Scale channels whose norm is beyond 2^NORM, or below 2^-NORM, to that. A sum of products, of taps
 * from 2^-300 to 2^300, can then neither overflow nor vanish while its part of the norms does
 * not. */
static struct stream *scale(struct stream *signal, struct energy *energy)
{
    size_t channels = (size_t)signal->shape.channels;
    double *divisor = util_array(channels, sizeof *divisor);

    for (size_t k = 0; k < channels; k++) {
        int e = energy[k].exponent, norm = e > NORM ? NORM : e < -NORM ? -NORM : e;
        divisor[k] = ldexp(1, e - norm);
        energy[k].exponent = norm;
    }
    return divide_open(signal, divisor);
}

bool measure_is_needed(const struct run *run)
{
    enum norm norm = run->request->norm;
    bool known = run->work.outputs >= 0; /* the length, of a short signal */

    return norm == NORM_COEFF || ((norm == NORM_BIASED || norm == NORM_UNBIASED) && !known);
}

enum status measure_signal(struct run *run, struct measures *measures)
{
    struct stream *signal = run->signal;
    size_t channels = (size_t)signal->shape.channels;
    struct squares *squares = util_array(channels, sizeof *squares);
    int file = spool_open();

    measures->frames = file < 0 ? -1 : copy(signal, file, squares);
    if (measures->frames < 0) {
        enum status status = file < 0 ? STATUS_TROUBLE : stream_status(signal);
        if (file >= 0)
            close(file);
        free(squares);
        return status;
    }
    measures->energy = util_array(channels, sizeof *measures->energy);
    for (size_t k = 0; k < channels; k++)
        measures->energy[k] = energy_of(&squares[k]);
    free(squares);
    run->signal = spooled_open(signal, file, measures->frames);
    stream_close(signal);
    if (run->request->norm == NORM_COEFF)
        run->signal = scale(run->signal, measures->energy);
    return STATUS_DONE;
}

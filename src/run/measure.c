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

static struct energy energy_of_taps(const double *x, size_t count)
{
    struct squares s = {0};

    for (size_t i = 0; i < count; i++)
        add(&s, x[i]);
    return energy_of(&s);
}

/* The root of the product of two energies. */
static double norm_of(struct energy a, struct energy b)
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

/* Copy the stream into the file, and sum the squares[channels] of its pixels. Returns the frames;
 * -1: failed, already reported. */
static int64_t copy(struct stream *stream, int file, size_t channels, struct squares *squares)
{
    size_t samples = (size_t)stream->shape.channels, block = stream_block((int)samples);
    double *x = util_doubles(block * samples);
    int64_t frames = 0;
    ssize_t n;

    while ((n = stream->read(stream, x, block)) > 0) {
        for (size_t i = 0; i < (size_t)n * samples; i++)
            add(&squares[i % channels], x[i]);
        frames += n;
        if (spool_write(file, x, (size_t)n * samples * sizeof *x) < 0) {
            n = fail();
            break;
        }
    }
    free(x);
    return n < 0 ? -1 : frames;
}

/* Divide the channels of each pixel by divisor[channels]. */
static struct stream *divide_pixels(struct stream *slabs, double *divisor, size_t channels)
{
    int samples = slabs->shape.channels;
    return view_open(divide_open(view_open(slabs, (int)channels), divisor), samples);
}

/* Scale channels whose norm is beyond 2^NORM, or below 2^-NORM, to that. A sum of products, of
 * taps from 2^-300 to 2^300, can then neither overflow nor vanish while its part of the norms does
 * not. */
static struct stream *scale(struct stream *signal, size_t channels, struct energy *energy)
{
    double *divisor = util_array(channels, sizeof *divisor);

    for (size_t k = 0; k < channels; k++) {
        int e = energy[k].exponent, norm = e > NORM ? NORM : e < -NORM ? -NORM : e;
        divisor[k] = ldexp(1, e - norm);
        energy[k].exponent = norm;
    }
    return divide_pixels(signal, divisor, channels);
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
    size_t channels = (size_t)run->channels;
    struct squares *squares = util_array(channels, sizeof *squares);
    int file = spool_open();

    measures->frames = file < 0 ? -1 : copy(signal, file, channels, squares);
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
        run->signal = scale(run->signal, channels, measures->energy);
    return STATUS_DONE;
}

static int64_t longer(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

/* The frames of the longer of signal and kernel along the first axis. */
static int64_t longer_frames(const struct run *run, const struct measures *measures)
{
    return longer(measures->frames, (int64_t)run->kernel->extent[0]);
}

/* The same along an axis after it. */
static int64_t longer_after(const struct grid_axis *axis)
{
    return longer((int64_t)axis->frames, (int64_t)axis->taps);
}

/* What each channel of --normalize=coeff or biased is divided by. */
static double *find_divisors(const struct run *run, const struct measures *measures)
{
    const struct system *system = &run->values;
    double *divisor = util_array((size_t)system->outs, sizeof *divisor);
    double count = (double)longer_frames(run, measures);

    for (int a = 0; a < run->grid.axes; a++)
        count *= (double)longer_after(&run->grid.axis[a]);
    for (size_t k = 0; k < system->paths; k++) {
        const struct path *path = &system->path[k];
        const double *h = system_taps(system, path);
        divisor[path->out] = run->request->norm == NORM_BIASED
                         ? count
                         : norm_of(measures->energy[path->in], energy_of_taps(h, system->taps));
    }
    return divisor;
}

/* Of each sample of a slab of outputs: the frames of the longer of signal and kernel less the
 * magnitude of the lag, along each axis after the first, multiplied. */
static double *find_overlaps(const struct run *run, size_t samples)
{
    double *times = util_array(samples, sizeof *times);

    for (size_t i = 0; i < samples; i++) {
        size_t pixel = i / (size_t)run->values.outs;
        times[i] = 1;
        for (int a = run->grid.axes - 1; a >= 0; a--) {
            const struct grid_axis *axis = &run->grid.axis[a];
            size_t outputs = grid_axis_outputs(axis);
            int64_t lag = axis->lag + (int64_t)(pixel % outputs) * axis->step;
            times[i] *= (double)(longer_after(axis) - llabs(lag));
            pixel /= outputs;
        }
    }
    return times;
}

struct stream *measure_divide(const struct run *run, const struct measures *measures,
                              struct stream *stream)
{
    if (run->request->norm == NORM_UNBIASED)
        return divide_unbias_open(stream, longer_frames(run, measures),
                                  run->outputs.at.from + run->outputs.lag,
                                  find_overlaps(run, (size_t)stream->shape.channels));
    return divide_pixels(stream, find_divisors(run, measures), (size_t)run->values.outs);
}

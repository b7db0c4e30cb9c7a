/* grid.c - slabs padded for a convolution, and cropped afterwards (see grid.h). */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "grid.h"
#include "boundary.h"

#include "util.h"

#include <stdlib.h>
#include <string.h>

static size_t padded(const struct grid_axis *axis)
{
    return (size_t)interval_count(&axis->needed, (int64_t)axis->frames);
}

size_t grid_pixels(const struct grid *grid)
{
    size_t pixels = 1;
    for (int a = 0; a < grid->axes; a++)
        pixels *= grid->axis[a].frames;
    return pixels;
}

size_t grid_stride(const struct grid *grid, int axis)
{
    size_t pixels = 1;
    for (int a = axis + 1; a < grid->axes; a++)
        pixels *= padded(&grid->axis[a]);
    return pixels;
}

size_t grid_padded(const struct grid *grid)
{
    return grid_stride(grid, -1);
}

size_t grid_axis_outputs(const struct grid_axis *axis)
{
    return (size_t)interval_steps((int64_t)(padded(axis) - axis->taps) + 1, axis->step);
}

size_t grid_outputs(const struct grid *grid)
{
    size_t pixels = 1;
    for (int a = 0; a < grid->axes; a++)
        pixels *= grid_axis_outputs(&grid->axis[a]);
    return pixels;
}

struct pad {
    struct stream stream;
    struct grid grid;
    size_t channels;  /* of a pixel */
    double *slab;     /* slab[room][samples of a slab], as read */
    double *part[2];  /* a slab that is padded along some axes, and along one more */
    size_t room;
};

/* Fill pixels[samples / channels] with the constant; its presence is 1 or, missing, 0. */
static void make_constant(const struct pad *p, const struct grid_axis *axis, size_t samples,
                          double *to)
{
    size_t values = p->grid.presence ? p->channels / 2 : p->channels;

    for (size_t i = 0; i < samples; i += p->channels)
        for (size_t k = 0; k < p->channels; k++)
            to[i + k] = k < values ? boundary_constant(&axis->beyond, k) : !axis->missing;
}

/* Make the frame at position i beyond the ends of x[frames][samples]. */
static void make_frame(const struct pad *p, const struct grid_axis *axis, const double *x,
                       int64_t i, size_t samples, double *to)
{
    if (axis->beyond.boundary == BOUNDARY_CONSTANT) {
        make_constant(p, axis, samples, to);
        return;
    }
    struct origin_frame origin =
        boundary_find(axis->beyond.boundary, i, (int64_t)axis->frames);
    boundary_make(&origin, x + (size_t)origin.at * samples, x, x + (axis->frames - 1) * samples,
                  samples, to);
}

/* Pad one axis of a slab: from[outer][frames][samples] -> to[outer][padded][samples]. */
static void pad_axis(const struct pad *p, const struct grid_axis *axis, const double *from,
                     size_t outer, size_t samples, double *to)
{
    int64_t frames = (int64_t)axis->frames, begin = axis->needed.from;
    int64_t end = interval_end(&axis->needed, frames);

    for (size_t o = 0; o < outer; o++, from += axis->frames * samples) {
        int64_t i = begin;
        for (; i < 0 && i < end; i++, to += samples)
            make_frame(p, axis, from, i, samples, to);
        int64_t own = (frames < end ? frames : end) - i;
        if (own > 0) {
            memcpy(to, from + (size_t)i * samples, (size_t)own * samples * sizeof *to);
            to += (size_t)own * samples;
            i += own;
        }
        for (; i < end; i++, to += samples)
            make_frame(p, axis, from, i, samples, to);
    }
}

/* Pad a slab, from its first axis on. */
static void pad_slab(struct pad *p, const double *slab, double *x)
{
    size_t samples = p->channels * grid_pixels(&p->grid), outer = 1;

    for (int a = 0; a < p->grid.axes; a++) {
        const struct grid_axis *axis = &p->grid.axis[a];
        double *to = a < p->grid.axes - 1 ? p->part[a % 2] : x;
        samples /= axis->frames;
        pad_axis(p, axis, slab, outer, samples, to);
        outer *= padded(axis);
        slab = to;
    }
}

static ssize_t read_pad(struct stream *stream, double *x, size_t frames)
{
    struct pad *p = (struct pad *)stream;
    size_t from = (size_t)stream->source->shape.channels, to = (size_t)stream->shape.channels;
    size_t done = 0;

    while (done < frames) {
        size_t want = frames - done < p->room ? frames - done : p->room;
        ssize_t n = stream->source->read(stream->source, p->slab, want);
        if (n < 0)
            return done ? (ssize_t)done : -1;
        for (size_t i = 0; i < (size_t)n; i++, done++)
            pad_slab(p, p->slab + i * from, x + done * to);
        if ((size_t)n < want)
            break;
    }
    return (ssize_t)done;
}

/* Pixels of a slab that may be padded along some axes and not along others. */
static size_t largest_part(const struct grid *grid)
{
    size_t pixels = 1;
    for (int a = 0; a < grid->axes; a++) {
        const struct grid_axis *axis = &grid->axis[a];
        pixels *= axis->frames > padded(axis) ? axis->frames : padded(axis);
    }
    return pixels;
}

static void release_pad(struct stream *stream)
{
    struct pad *p = (struct pad *)stream;
    free(p->slab);
    free(p->part[0]);
    free(p->part[1]);
}

struct stream *pad_open(struct stream *source, const struct grid *grid)
{
    struct pad *p = stream_wrap(source, sizeof *p, read_pad, release_pad);
    size_t samples = grid_padded(grid);

    p->grid = *grid;
    p->channels = (size_t)source->shape.channels / grid_pixels(grid);
    p->stream.shape.channels = (int)(samples * p->channels);
    p->room = stream_block(p->stream.shape.channels);
    p->slab = util_doubles(p->room * (size_t)source->shape.channels);
    for (int i = 0; i < 2 && grid->axes > 1; i++)
        p->part[i] = util_doubles(largest_part(grid) * p->channels);
    return &p->stream;
}

struct crop {
    struct stream stream;
    struct grid grid;
    size_t channels; /* of a pixel */
    double *slab;    /* slab[padded pixels][channels] */
    size_t least;    /* pixels of a slab up to the last of interest */
    size_t skip;     /* of the slab before, that are not read yet */
};

/* Copy the outputs of a slab along the axes from `a` on. Returns where the next are put. */
static double *copy_outputs(const struct crop *c, int a, const double *from, double *x)
{
    const struct grid_axis *axis = &c->grid.axis[a];
    size_t outputs = grid_axis_outputs(axis);
    size_t samples = grid_stride(&c->grid, a) * c->channels * (size_t)axis->step;

    if (a == c->grid.axes - 1 && axis->step > 1) {
        for (size_t i = 0; i < outputs; i++, x += c->channels)
            memcpy(x, from + i * samples, c->channels * sizeof *x);
        return x;
    }
    if (a == c->grid.axes - 1) {
        memcpy(x, from, outputs * samples * sizeof *x);
        return x + outputs * samples;
    }
    for (size_t i = 0; i < outputs; i++)
        x = copy_outputs(c, a + 1, from + i * samples, x);
    return x;
}

static ssize_t read_crop(struct stream *stream, double *x, size_t frames)
{
    struct crop *c = (struct crop *)stream;
    size_t pixels = grid_padded(&c->grid), done = 0;

    for (; done < frames; done++) {
        size_t want = c->skip + c->least;
        ssize_t n = stream_fill(stream->source, c->slab, want); /* which tells a failure amid it */
        if (n < (ssize_t)want)
            return done || n >= 0 ? (ssize_t)done : -1;
        x = copy_outputs(c, 0, c->slab + c->skip * c->channels, x);
        c->skip = pixels - c->least;
    }
    return (ssize_t)done;
}

static void release_crop(struct stream *stream)
{
    free(((struct crop *)stream)->slab);
}

struct stream *crop_open(struct stream *source, const struct grid *grid)
{
    struct crop *c = stream_wrap(source, sizeof *c, read_crop, release_crop);
    size_t pixels = grid_padded(grid), channels = (size_t)source->shape.channels;
    int64_t frames = source->shape.frames;

    c->grid = *grid;
    c->channels = channels;
    c->slab = util_doubles(pixels * channels);
    c->least = 1;
    for (int a = 0; a < grid->axes; a++)
        c->least += (padded(&grid->axis[a]) - grid->axis[a].taps) * grid_stride(grid, a);
    c->stream.shape.channels = (int)(grid_outputs(grid) * channels);
    if (frames >= 0)
        c->stream.shape.frames = (frames + (int64_t)(pixels - c->least)) / (int64_t)pixels;
    c->stream.shape.first = grid->first;
    c->stream.shape.step = 1;
    return &c->stream;
}

/* The place of a pixel of the signal among the outputs of its slab; -1: it is none. */
static int64_t find_output(const struct grid *grid, size_t pixel)
{
    int64_t place = 0, stride = 1;

    for (int a = grid->axes - 1; a >= 0; a--) {
        const struct grid_axis *axis = &grid->axis[a];
        int64_t from_first = (int64_t)(pixel % axis->frames) - axis->first;
        int64_t outputs = (int64_t)grid_axis_outputs(axis);
        if (from_first < 0 || from_first % axis->step || from_first / axis->step >= outputs)
            return -1;
        place += from_first / axis->step * stride;
        stride *= outputs;
        pixel /= axis->frames;
    }
    return place;
}

void grid_paths(const struct grid *grid, const struct system *pixel, struct system *slab,
                struct path **paths)
{
    size_t pixels = grid_pixels(grid), count = 0;
    struct path *path = util_array(pixels * pixel->paths, sizeof *path);

    for (size_t i = 0; i < pixels; i++) {
        int64_t place = find_output(grid, i);
        for (size_t k = 0; place >= 0 && k < pixel->paths; k++)
            path[count++] = (struct path){.in = (int)i * pixel->ins + pixel->path[k].in,
                                          .out = (int)place * pixel->outs + pixel->path[k].out};
    }
    *paths = path;
    *slab = (struct system){.ins = (int)pixels * pixel->ins,
                            .outs = (int)grid_outputs(grid) * pixel->outs,
                            .paths = count,
                            .path = path};
}

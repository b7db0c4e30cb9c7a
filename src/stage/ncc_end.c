/* ncc_end.c - after a correlation: makes coefficients of its sums, a block at a time. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "ncc.h"

#include "util.h"

#include <stdlib.h>
#include <string.h>

struct after {
    struct stream stream;
    struct ncc *ncc;
    double *rows; /* rows[room][channels of the source] */
    double *r;    /* r[room][channels], coefficients; those from `taken` to `ready` - 1 wait */
    size_t room, ready, taken;
    bool begun;
};

/* Read up to a block of sums. Returns their number; -1: failed. What precedes a failure is
 * returned first. */
static ssize_t read_sums(struct after *s)
{
    struct stream *source = s->stream.source;
    size_t width = (size_t)source->shape.channels, done = 0;
    ssize_t n = 1;

    while (done < s->room && n > 0) {
        n = source->read(source, s->rows + done * width, s->room - done);
        done += n > 0 ? (size_t)n : 0;
    }
    return done ? (ssize_t)done : n;
}

/* The outputs that are to be computed: r[0], r[step], ...; what goes across the end of a row is
 * cropped later. */
static void mark(const struct box *box, size_t pixel, double *r, size_t step, size_t count)
{
    for (size_t i = 0; i < count; i++)
        r[i * step] = box_is_inside(box, pixel + i) ? COEFFICIENT_UNSURE : 0;
}

/* Compute the coefficients of a path for `count` outputs. */
static void compute(struct after *s, size_t path, size_t count)
{
    struct ncc *l = s->ncc;
    const struct system *plain = &l->template.plain;
    size_t in = (size_t)plain->path[path].in, outs = (size_t)plain->outs;
    struct samples samples = {l->x + l->begin * l->channels + in, l->channels};
    struct scan *scan = &l->scan[path];
    struct results sums = {s->rows + path, (size_t)s->stream.source->shape.channels, outs};
    struct section section = {.samples = samples,
                              .pixel = scan->pixel,
                              .h = system_taps(plain, &plain->path[path]),
                              .r = s->r + path,
                              .step = outs,
                              .count = count};

    if (!s->begun) {
        scan->centre = l->centre[in];
        window_open(&scan->window, scan->centre);
        coefficient_prime(scan, samples);
    }
    mark(&l->template.box, section.pixel, section.r, outs, count);
    coefficient_run(scan, samples, sums, section.r, outs, count);
    anew_run(l->anew, &section);
}

/* Compute the next block of coefficients. Returns their number, 0 at the end; -1: failed. */
static ssize_t fill(struct after *s)
{
    struct ncc *l = s->ncc;
    ssize_t n = read_sums(s);

    if (n <= 0)
        return n;
    s->taken = 0;
    s->ready = (size_t)n;
    for (size_t k = 0; k < l->template.plain.paths; k++)
        compute(s, k, s->ready);
    s->begun = true;
    l->begin += s->ready;
    l->count -= s->ready;
    l->passed -= s->ready;
    return n;
}

static ssize_t read_after(struct stream *stream, double *x, size_t frames)
{
    struct after *s = (struct after *)stream;
    size_t outs = (size_t)stream->shape.channels, done = 0;

    while (done < frames) {
        ssize_t n = s->taken < s->ready ? 1 : fill(s);
        if (n <= 0)
            return done ? (ssize_t)done : n;
        size_t left = s->ready - s->taken, count = frames - done < left ? frames - done : left;
        memcpy(x + done * outs, s->r + s->taken * outs, count * outs * sizeof *x);
        s->taken += count;
        done += count;
    }
    return (ssize_t)done;
}

static void release_after(struct stream *stream)
{
    free(((struct after *)stream)->rows);
    free(((struct after *)stream)->r);
}

struct stream *ncc_end(struct stream *source, struct ncc *ncc, size_t frames)
{
    struct after *s = stream_wrap(source, sizeof *s, read_after, release_after);
    size_t outs = (size_t)ncc->template.plain.outs, least = 1;

    if (!coefficient_runs(&ncc->template.box) && frames > 1) /* windows that begin in a block */
        least = 2 * ncc->span; /* are measured with what follows it */
    s->ncc = ncc;
    s->room = frames * ((least + frames - 1) / frames);
    s->rows = util_doubles(s->room * (size_t)source->shape.channels);
    s->r = util_doubles(s->room * outs);
    s->stream.shape.channels = (int)outs;
    return &s->stream;
}

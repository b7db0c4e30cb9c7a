/* ncc.c - before a correlation: centres the samples, marks those that are missing, and keeps them
 * for the coefficients. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "ncc.h"

#include "util.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { AHEAD = 4096 }; /* frames read to find the centre, where blocks take as many and more */

struct ncc *ncc_create(const struct system *system, const struct box *box,
                       const struct overlap *overlap)
{
    struct ncc *l = util_array(1, sizeof *l);

    l->overlap = *overlap;
    template_open(&l->template, system, box, overlap->omit);
    l->span = box_span(box);
    l->channels = (size_t)system->ins;
    l->centre = util_array(l->channels, sizeof *l->centre);
    l->scan = util_array(system->paths, sizeof *l->scan);
    return l;
}

void ncc_free(struct ncc *l)
{
    if (!l)
        return;
    template_close(&l->template);
    contents_free(&l->contents);
    anew_free(l->anew);
    free(l->centre);
    free(l->scan);
    free(l->x);
    free(l);
}

const struct system *ncc_system(const struct ncc *l)
{
    return &l->template.system;
}

double ncc_least(const struct ncc *l)
{
    return l->overlap.least;
}

struct before {
    struct stream stream;
    struct ncc *ncc;
    double *rows; /* rows[room][channels of the source] */
    size_t room;
    size_t ahead; /* frames read besides those of the first window, to find the centre */
    bool begun;
};

/* Make room for so many frames after those in the queue. */
static double *reserve(struct ncc *l, size_t frames)
{
    if (l->begin > l->room / 2) {
        memmove(l->x, l->x + l->begin * l->channels, l->count * l->channels * sizeof *l->x);
        l->begin = 0;
    }
    if (l->begin + l->count + frames > l->room) {
        l->room = 2 * l->room + frames;
        l->x = util_grow(l->x, l->room * l->channels, sizeof *l->x);
    }
    return l->x + (l->begin + l->count) * l->channels;
}

/* Read frames into the queue. Returns their number, at most s->room; -1: failed. */
static ssize_t pull(struct before *s, size_t frames)
{
    struct ncc *l = s->ncc;
    size_t width = (size_t)s->stream.source->shape.channels;
    ssize_t n = s->stream.source->read(s->stream.source, s->rows,
                                       frames < s->room ? frames : s->room);

    if (n < 0)
        return -1;
    double *x = reserve(l, (size_t)n);
    for (size_t i = 0; i < (size_t)n; i++)
        for (size_t k = 0; k < l->channels; k++) {
            const double *row = s->rows + i * width;
            bool missing = l->overlap.ends && row[l->channels + k] == 0;
            x[i * l->channels + k] = missing ? NAN : isfinite(row[k]) ? row[k] : INFINITY;
        }
    l->count += (size_t)n;
    return n;
}

/* Find the centre of each channel, before its first sample is passed on. 0, or -1: failed. */
static int begin(struct before *s)
{
    struct ncc *l = s->ncc;
    size_t want = l->span + s->ahead;
    ssize_t n = 1;

    while (n > 0 && l->count < want)
        n = pull(s, want - l->count);
    if (n < 0 && l->count == 0)
        return -1;
    for (size_t k = 0; k < l->channels; k++)
        l->centre[k] = centre_of(l->x + k, l->count, l->channels);
    s->begun = true;
    return 0;
}

/* The next frame of the queue as the engine takes it. */
static void pass(struct ncc *l, double *to)
{
    const double *x = l->x + (l->begin + l->passed++) * l->channels;

    for (size_t k = 0; k < l->channels; k++) {
        to[k] = isfinite(x[k]) ? centre_apply(l->centre[k], x[k]) : 0;
        if (l->overlap.omit)
            to[l->channels + k] = !isnan(x[k]);
    }
}

static ssize_t read_before(struct stream *stream, double *x, size_t frames)
{
    struct before *s = (struct before *)stream;
    struct ncc *l = s->ncc;
    size_t width = (size_t)stream->shape.channels, done = 0;

    if (!s->begun && begin(s) < 0)
        return -1;
    while (done < frames) {
        ssize_t n = l->passed < l->count ? 0 : pull(s, frames - done);
        if (n < 0 && done == 0)
            return -1;
        if (l->passed == l->count)
            break;
        for (; done < frames && l->passed < l->count; done++)
            pass(l, x + done * width);
    }
    return (ssize_t)done;
}

static void release_before(struct stream *stream)
{
    free(((struct before *)stream)->rows);
}

struct stream *ncc_begin(struct stream *source, struct ncc *ncc, const struct plan *plan)
{
    struct before *s = stream_wrap(source, sizeof *s, read_before, release_before);
    const struct box *box = &ncc->template.box;

    for (size_t k = 0; k < ncc->template.plain.paths; k++)
        ncc->scan[k] = (struct scan){.overlap = &ncc->overlap,
                                     .template = &ncc->template,
                                     .column = ncc->template.plain.path[k].column,
                                     .accuracy = coefficient_accuracy(plan, box),
                                     .contents = &ncc->contents};
    ncc->anew = anew_create(&ncc->overlap, box);
    s->ahead = plan->transform ? AHEAD : 0;
    s->ncc = ncc;
    s->room = stream_block(source->shape.channels);
    s->rows = util_doubles(s->room * (size_t)source->shape.channels);
    s->stream.shape.channels = ncc->template.system.ins;
    return &s->stream;
}

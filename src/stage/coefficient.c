/* coefficient.c - Pearson's coefficients of correlation, from the sums of products.
 *
 * With n samples x and taps h that overlap, both shifted so that little of their means is left, the
 * coefficient is
 *
 *     (sum x h - sum x sum h / n) / sqrt((sum x^2 - (sum x)^2 / n) (sum h^2 - (sum h)^2 / n))
 *
 * The engine gives sum x h. Sums of x run along the signal. Sums of h are differences of sums over
 * its first taps, or, with missing samples between others, the engine's as well. (J. P. Lewis,
 * "Fast normalized cross-correlation", Vision Interface 1995; D. Padfield, "Masked object
 * registration in the Fourier domain", IEEE Transactions on Image Processing 21, 2012.)
 *
 * Where the engine's errors may be felt, since what overlaps varies far less than what is around
 * it, or lies far from its shift, the coefficient is computed anew from the samples (pearson.h). */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "ncc.h"

#include "pearson.h"
#include "util.h"

#include <math.h>
#include <stdlib.h>

/* The error that a coefficient may have before it is computed anew. */
static const double TOLERANCE = 0x1p-42;

struct after {
    struct stream stream;
    struct ncc *ncc;
    double *rows; /* rows[room][channels of the source]; NULL: as many channels as this has */
    size_t room;
};

/* The sums of squares in the samples of the block that begins with this output. */
static void measure(struct ncc *l)
{
    size_t frames = l->block + l->taps - 1;

    frames = frames < l->count ? frames : l->count;
    for (size_t k = 0; k < l->channels; k++) {
        l->energy[k] = 0;
        for (size_t i = 0; i < frames; i++) {
            double x = l->x[(l->begin + i) * l->channels + k], y = x - l->window[k].shift;
            l->energy[k] += isfinite(x) ? y * y : 0;
        }
    }
}

/* Move the windows to the next output. */
static void advance(struct ncc *l)
{
    size_t entering = l->outputs ? 1 : l->taps;

    for (size_t k = 0; k < l->channels; k++) {
        struct window *w = &l->window[k];
        const double *oldest = l->x + l->begin * l->channels + k;
        if (l->outputs)
            window_leave(w, *oldest);
        const double *next = oldest + (l->outputs ? l->taps : 0) * l->channels;
        for (size_t i = 0; i < entering; i++)
            window_enter(w, next[i * l->channels]);
        if (window_is_worn(w))
            window_renew(w, oldest + (l->outputs ? l->channels : 0), l->taps, l->channels);
    }
    if (l->outputs) {
        l->begin++;
        l->count--;
        l->passed--;
    }
    if (l->block && l->outputs % (int64_t)l->block == 0)
        measure(l);
    l->outputs++;
}

/* The first frame of the window at which the signal may have begun. */
static size_t first_overlap(const struct ncc *l)
{
    int64_t at = l->first + l->outputs - 1;
    return l->overlap.ends && at < 0 ? (size_t)-at : 0;
}

/* The moments of the taps that meet the present samples of a window; y[outs][3] are the engine's
 * sums of output k. */
static struct moments taps_of(struct ncc *l, int column, double present, const double *y, size_t k)
{
    size_t outs = (size_t)l->template.plain.outs;

    if (!l->overlap.omit || present >= (double)l->taps) {
        size_t from = present < (double)l->taps ? first_overlap(l) : 0;
        return template_moments(&l->template, column, from, (size_t)present);
    }
    double sum = y[outs + k], squares = y[2 * outs + k], spread = squares - sum * sum / present;
    return (struct moments){present, sum, squares, spread > 0 ? spread : NAN};
}

/* About the largest error of a coefficient. */
static double error_of(const struct ncc *l, const struct path *path, const struct moments *x,
                       const struct moments *h)
{
    const struct column *c = &l->template.column[path->column];
    double around = l->block ? l->energy[path->in] : x->squares;
    double taps = l->block ? c->whole.squares : h->squares;
    double error = l->error * sqrt(around / x->spread * (taps / h->spread));

    if (!l->overlap.omit || x->count >= (double)l->taps)
        return error;
    /* the sums of taps are the engine's as well, of as many ones */
    double ones = l->error * sqrt((double)(l->block + l->taps));
    double of_sum = ones * sqrt(c->whole.squares), of_squares = ones * c->fourth;
    return error + fabs(x->sum) / x->count / sqrt(x->spread) * (of_sum / sqrt(h->spread)) +
           (of_squares + 2 * fabs(h->sum) / x->count * of_sum) / h->spread;
}

/* The coefficient computed from the samples and taps themselves. */
static double compute(struct ncc *l, const struct path *path, size_t present)
{
    const double *x = l->x + l->begin * l->channels + (size_t)path->in;
    const double *h = system_taps(&l->template.plain, path);
    size_t n = 0;

    for (size_t w = first_overlap(l); n < present; w++)
        if (!isnan(x[w * l->channels])) {
            l->u[n] = x[w * l->channels];
            l->v[n++] = h[l->taps - 1 - w];
        }
    return pearson(l->u, l->v, n);
}

static double coefficient(struct ncc *l, const double *y, size_t k)
{
    const struct path *path = &l->template.plain.path[k];
    const struct window *w = &l->window[path->in];

    if (w->unusable || (double)w->present < l->overlap.least)
        return NAN;
    struct moments x = window_moments(w);
    if (x.spread == 0)
        return l->overlap.ends ? NAN : 0;
    struct moments h = taps_of(l, path->column, x.count, y, k);
    if (h.spread == 0)
        return NAN;
    double r = (y[k] - x.sum * h.sum / x.count) / (sqrt(x.spread) * sqrt(h.spread));
    if (!(error_of(l, path, &x, &h) <= TOLERANCE))
        r = compute(l, path, w->present);
    return r > 1 ? 1 : r < -1 ? -1 : r;
}

static ssize_t read_after(struct stream *stream, double *x, size_t frames)
{
    struct after *s = (struct after *)stream;
    size_t outs = (size_t)stream->shape.channels,
           width = (size_t)stream->source->shape.channels;
    size_t done = 0;

    while (done < frames) {
        size_t want = frames - done < s->room ? frames - done : s->room;
        double *to = x + done * outs, *y = s->rows ? s->rows : to;
        ssize_t n = stream->source->read(stream->source, y, want);
        if (n <= 0)
            return done ? (ssize_t)done : n;
        for (size_t i = 0; i < (size_t)n; i++) {
            advance(s->ncc);
            for (size_t k = 0; k < outs; k++)
                to[i * outs + k] = coefficient(s->ncc, y + i * width, k);
        }
        done += (size_t)n;
    }
    return (ssize_t)done;
}

static void release_after(struct stream *stream)
{
    free(((struct after *)stream)->rows);
}

struct stream *ncc_end(struct stream *source, struct ncc *ncc, size_t frames)
{
    struct after *s = stream_wrap(source, sizeof *s, read_after, release_after);
    size_t channels = (size_t)source->shape.channels;

    s->ncc = ncc;
    s->room = frames;
    s->rows = ncc->overlap.omit ? util_doubles(frames * channels) : NULL;
    s->stream.shape.channels = ncc->template.plain.outs;
    return &s->stream;
}

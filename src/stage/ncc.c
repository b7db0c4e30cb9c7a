/* ncc.c - turns the sums of a correlation into correlation coefficients, by removing the mean and
 * the norm of each window.
 *
 * With taps h of mean 0 and norm 1 the coefficient of a window w of M samples is (sum h w) divided
 * by the norm of w - mean w. The square of this norm is sum w^2 - (sum w)^2 / M. Both sums are
 * running sums in pairs of doubles: each frame adds its samples and subtracts those that leave the
 * window. They are recomputed when large samples have left the window. To keep the precision of sum
 * h w, each channel is shifted by the smallest of its first samples, which does not change the
 * coefficients. (J. P. Lewis, "Fast normalized cross-correlation", Vision Interface 1995; T. J.
 * Dekker, "A floating-point technique for extending the available precision", Numer. Math. 18,
 * 1971.)
 *
 * These pairs are cheaper than those of pair.h: a frame costs four additions and two squares. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "stage.h"

#include "util.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Below this fraction of the sum of squares, the rest is rounding and the window is constant. */
static const double FLAT = 0x1p-90;

struct pair {
    double high, low; /* high + low, |low| at most half an ulp of high */
};

/* The statistics of one channel. */
struct channel {
    double shift;      /* taken from every sample: the least in size of the first `taps` */
    double last;       /* the newest sample */
    size_t same;       /* number of newest samples in a row that equal it */
    struct pair sum, squares;
    double largest;    /* largest sum of squares since the sums were recomputed */
    size_t unusable;   /* samples of the window that are not finite */
};

struct ncc {
    size_t taps, channels;
    struct channel *channel; /* channel[channels] */
    double *window;          /* window[taps][channels], a ring: frame i stands at i % taps */
    int64_t frames;
    double *norm; /* norm[count][channels] from norm[begin] on, for the next windows */
    size_t begin, count, room;
};

static struct pair add(struct pair a, double high, double low)
{
    double s = a.high + high, t = s - a.high;
    double e = (a.high - (s - t)) + (high - t) + a.low + low;
    double sum = s + e;
    return (struct pair){sum, e - (sum - s)};
}

/* Add sign * x^2. */
static struct pair add_square(struct pair a, double x, double sign)
{
    double square = x * x;
    return add(a, sign * square, sign * fma(x, x, -square));
}

static void take(struct channel *c, double x, double sign)
{
    if (x - x != 0) {
        c->unusable += sign > 0 ? 1 : (size_t)-1;
        return;
    }
    c->sum = add(c->sum, sign * x, 0);
    c->squares = add_square(c->squares, x, sign);
}

/* The norm of the window without its mean; 0 when the window is constant. */
static double norm_of(const struct channel *c, size_t taps)
{
    double n = (double)taps, mean = (c->sum.high + c->sum.low) / n;
    /* sum^2 / n = sum * mean, corrected for the rounding error of mean */
    double product = c->sum.high * mean;
    double rest = fma(c->sum.high, mean, -product) + c->sum.low * mean;
    double lack = (fma(-mean, n, c->sum.high) + c->sum.low) / n * c->sum.high;
    struct pair square = add(c->squares, -product, -(rest + lack));

    if (c->unusable)
        return NAN;
    if (c->same >= taps)
        return 0;
    return square.high <= FLAT * c->squares.high ? 0 : sqrt(square.high);
}

static double *push(struct ncc *l)
{
    if (l->begin + l->count == l->room) {
        if (l->begin > l->room / 2) {
            memmove(l->norm, l->norm + l->begin * l->channels,
                    l->count * l->channels * sizeof *l->norm);
            l->begin = 0;
        } else {
            l->room = 2 * l->room + 64;
            l->norm = util_grow(l->norm, l->room * l->channels, sizeof *l->norm);
        }
    }
    return l->norm + (l->begin + l->count++) * l->channels;
}

/* A running sum keeps the rounding errors of large samples that have left it. When little is left,
 * recompute both sums from the window. A large sample stays for a whole window, so the amortised
 * cost is no more than that of a frame. */
static void begin_again(const struct ncc *l, size_t k, struct channel *c)
{
    size_t frames = l->frames < (int64_t)l->taps ? (size_t)l->frames : l->taps;

    c->sum = c->squares = (struct pair){0, 0};
    c->unusable = 0;
    for (size_t i = 0; i < frames; i++)
        take(c, l->window[i * l->channels + k], 1);
    c->largest = c->squares.high;
}

/* Process one frame: it enters the window, the oldest frame leaves, and x is shifted. */
static void pass(struct ncc *l, double *x)
{
    double *place = l->window + (size_t)(l->frames % (int64_t)l->taps) * l->channels;

    for (size_t k = 0; k < l->channels; k++) {
        struct channel *c = &l->channel[k];
        x[k] -= c->shift;
        c->same = x[k] == c->last ? c->same + 1 : 1;
        c->last = x[k];
        if (l->frames >= (int64_t)l->taps)
            take(c, place[k], -1);
        take(c, x[k], 1);
        place[k] = x[k];
    }
    l->frames++;
    for (size_t k = 0; k < l->channels; k++) {
        struct channel *c = &l->channel[k];
        c->largest = fmax(c->largest, c->squares.high);
        if (c->squares.high < 0x1p-20 * c->largest)
            begin_again(l, k, c);
    }
    if (l->frames < (int64_t)l->taps)
        return;
    double *norm = push(l);
    for (size_t k = 0; k < l->channels; k++)
        norm[k] = norm_of(&l->channel[k], l->taps);
}

struct ncc *ncc_create(size_t taps, int channels)
{
    struct ncc *l = util_array(1, sizeof *l);

    l->taps = taps;
    l->channels = (size_t)channels;
    l->channel = util_array(l->channels, sizeof *l->channel);
    for (size_t k = 0; k < l->channels; k++)
        l->channel[k].last = NAN;
    l->window = util_doubles(taps * l->channels);
    return l;
}

void ncc_free(struct ncc *l)
{
    if (!l)
        return;
    free(l->channel);
    free(l->window);
    free(l->norm);
    free(l);
}

struct side {
    struct stream stream;
    struct ncc *ncc;
    const struct system *system;
    double *head; /* head[head_frames][channels], the first `taps` frames; NULL: not read yet */
    size_t head_frames, taken;
    bool begun;
};

/* Find the shift of each channel, which must be known before its first sample is passed on. */
static int begin(struct side *s)
{
    struct ncc *l = s->ncc;

    s->begun = true;
    s->head = util_doubles(l->taps * l->channels);
    ssize_t n = s->stream.source->read(s->stream.source, s->head, l->taps);
    if (n < 0)
        return -1;
    s->head_frames = (size_t)n;
    for (size_t k = 0; k < l->channels; k++) {
        double least = INFINITY;
        for (size_t i = 0; i < s->head_frames; i++) {
            double x = s->head[i * l->channels + k];
            least = fabs(x) < fabs(least) ? x : least;
        }
        l->channel[k].shift = isinf(least) ? 0 : least;
    }
    return 0;
}

static ssize_t read_before(struct stream *stream, double *x, size_t frames)
{
    struct side *s = (struct side *)stream;
    size_t channels = s->ncc->channels;

    if (!s->begun && begin(s) < 0)
        return -1;
    size_t ready = s->head_frames - s->taken < frames ? s->head_frames - s->taken : frames;
    memcpy(x, s->head + s->taken * channels, ready * channels * sizeof *x);
    s->taken += ready;
    ssize_t n = ready < frames
                    ? s->stream.source->read(s->stream.source, x + ready * channels, frames - ready)
                    : 0;
    if (n < 0)
        return -1;
    n += (ssize_t)ready;
    for (ssize_t i = 0; i < n; i++)
        pass(s->ncc, x + (size_t)i * s->ncc->channels);
    return n;
}

static double coefficient(double sum, double norm)
{
    double r = norm == 0 ? 0 : sum / norm;
    return r > 1 ? 1 : r < -1 ? -1 : r;
}

static ssize_t read_after(struct stream *stream, double *x, size_t frames)
{
    struct side *s = (struct side *)stream;
    struct ncc *l = s->ncc;
    size_t channels = (size_t)stream->shape.channels;
    ssize_t n = s->stream.source->read(s->stream.source, x, frames);

    for (ssize_t i = 0; i < n; i++, l->begin++, l->count--)
        for (size_t k = 0; k < channels; k++) {
            double *y = &x[(size_t)i * channels + k];
            *y = coefficient(*y, l->norm[l->begin * l->channels + (size_t)s->system->path[k].in]);
        }
    return n;
}

static void release_side(struct stream *stream)
{
    free(((struct side *)stream)->head);
}

struct stream *ncc_begin(struct stream *source, struct ncc *ncc)
{
    struct side *s = stream_wrap(source, sizeof *s, read_before, release_side);
    s->ncc = ncc;
    return &s->stream;
}

struct stream *ncc_end(struct stream *source, struct ncc *ncc, const struct system *system)
{
    struct side *s = stream_wrap(source, sizeof *s, read_after, release_side);
    s->ncc = ncc;
    s->system = system;
    return &s->stream;
}

/* contents.c - what all windows of a block hold, from sums along one axis after the other.
 *
 * Along an axis a window of M pixels lies across one edge of parts of M pixels: what it holds is
 * what its part holds from there to the edge, and the next one from the edge on. So three
 * additions a pixel do for any M (M. van Herk, "A fast algorithm for local minimum and maximum
 * filters on rectangular and octagonal kernels", Pattern Recognition Letters 13, 1992).
 *
 * LANES windows are measured side by side: neighbours, or, where neighbours are pixels of the same
 * window, those of as many pieces of the block. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "box.h"
#include "window.h"

#include "util.h"
#include "vector.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { LANES = 16 };

/* Samples that are present, infinite if one of them is unusable; the least and the largest of
 * them, as they are; the sum of the centred ones and of their squares, in pairs, NaN if one of
 * them is too large to be squared. */
enum { PRESENT, LEAST, MOST, SUM, SUM_LOW, SQUARES, SQUARES_LOW, PARTS };

struct lanes {
    double part[PARTS][LANES];
};

/* Where the lanes are: element i of lane k is pixel begin + i step + k lane. */
struct strip {
    size_t begin, step, lane, lanes;
    size_t count; /* windows of a lane, at most */
};

/* One axis of a block, from pixels to the windows that begin at them. */
struct pass {
    const struct samples *samples; /* NULL: the pixels are in the contents */
    struct centre centre;          /* of the samples */
    size_t extent, pixels, windows;
};

/* *to += *other, lane by lane. */
ALWAYS_INLINE void add_lanes(struct lanes *to, const struct lanes *other)
{
    double(*a)[LANES] = to->part;
    const double(*b)[LANES] = other->part;

    for (int k = 0; k < LANES; k++) {
        struct pair sum = pair_add((struct pair){a[SUM][k], a[SUM_LOW][k]},
                                   (struct pair){b[SUM][k], b[SUM_LOW][k]});
        struct pair squares = pair_add((struct pair){a[SQUARES][k], a[SQUARES_LOW][k]},
                                       (struct pair){b[SQUARES][k], b[SQUARES_LOW][k]});
        a[PRESENT][k] += b[PRESENT][k];
        a[LEAST][k] = b[LEAST][k] < a[LEAST][k] ? b[LEAST][k] : a[LEAST][k];
        a[MOST][k] = b[MOST][k] > a[MOST][k] ? b[MOST][k] : a[MOST][k];
        a[SUM][k] = sum.high;
        a[SUM_LOW][k] = sum.low;
        a[SQUARES][k] = squares.high;
        a[SQUARES_LOW][k] = squares.low;
    }
}

/* What single samples hold. */
ALWAYS_INLINE void take_samples(struct centre centre, const double x[LANES], struct lanes *to)
{
    for (int k = 0; k < LANES; k++) {
        bool present = !isnan(x[k]);
        double centred = centre_apply(centre, x[k]);
        double number = fabs(centred) <= WINDOW_LARGEST ? centred : present ? NAN : 0;
        struct pair square = pair_product(number, number);
        to->part[PRESENT][k] = !present ? 0 : isinf(x[k]) ? INFINITY : 1;
        to->part[LEAST][k] = present ? x[k] : INFINITY;
        to->part[MOST][k] = present ? x[k] : -INFINITY;
        to->part[SUM][k] = number;
        to->part[SUM_LOW][k] = 0;
        to->part[SQUARES][k] = square.high;
        to->part[SQUARES_LOW][k] = square.low;
    }
}

/* How many lanes have an element i that is one of the first `pixels`. */
static size_t lanes_of(const struct strip *s, size_t i, size_t pixels)
{
    size_t at = s->begin + i * s->step;
    size_t lanes = at < pixels ? (pixels - at + s->lane - 1) / s->lane : 0;

    return lanes < s->lanes ? lanes : s->lanes;
}

/* Element i of each lane; those that are not there hold anything finite. */
ALWAYS_INLINE void load(const struct contents *c, const struct pass *p, const struct strip *s,
                        size_t i, struct lanes *to)
{
    size_t lanes = lanes_of(s, i, p->pixels), at = s->begin + i * s->step;
    double x[LANES] = {0};

    if (p->samples) {
        for (size_t k = 0; k < lanes; k++)
            x[k] = p->samples->x[(at + k * s->lane) * p->samples->step];
        take_samples(p->centre, x, to);
        return;
    }
    if (lanes < LANES)
        *to = (struct lanes){0};
    for (int part = 0; part < PARTS; part++)
        memcpy(to->part[part], c->part + (size_t)part * c->room + at, lanes * sizeof(double));
}

/* The windows of element i of each lane. */
ALWAYS_INLINE void store(const struct contents *c, const struct pass *p, const struct strip *s,
                         size_t i, const struct lanes *from)
{
    size_t lanes = lanes_of(s, i, p->windows), at = s->begin + i * s->step;

    if (i >= s->count)
        return;
    for (int part = 0; part < PARTS; part++) {
        double *to = c->part + (size_t)part * c->room + at;
        for (size_t k = 0; k < lanes; k++)
            to[k * s->lane] = from->part[part][k];
    }
}

/* The windows of a strip. tail[extent]: what a part of the lanes holds, from each of its elements
 * on. A window is stored when its pixels have been loaded for the last time. */
VECTOR static void measure_strip(const struct contents *c, const struct pass *p,
                                 const struct strip *s, struct lanes *tail)
{
    for (size_t begin = 0; begin < s->count; begin += p->extent) {
        struct lanes head, next, window;
        for (size_t i = p->extent; i-- > 0;) {
            load(c, p, s, begin + i, &tail[i]);
            if (i + 1 < p->extent)
                add_lanes(&tail[i], &tail[i + 1]);
        }
        store(c, p, s, begin, &tail[0]);
        for (size_t i = 1; i < p->extent && begin + i < s->count; i++) {
            load(c, p, s, begin + p->extent + i - 1, &next);
            if (i == 1)
                head = next;
            else
                add_lanes(&head, &next);
            window = tail[i];
            add_lanes(&window, &head);
            store(c, p, s, begin + i, &window);
        }
    }
}

/* Where neighbours are pixels of the same window: a piece of the block in each lane. */
static void measure_pieces(struct contents *c, const struct pass *p, struct lanes *tail)
{
    size_t piece = (p->windows + LANES - 1) / LANES;
    struct strip strip = {.step = 1, .lane = piece, .lanes = LANES, .count = piece};

    measure_strip(c, p, &strip, tail);
}

/* Where pixels of a window stand `stride` apart. */
static void measure_strips(struct contents *c, const struct pass *p, size_t stride,
                           struct lanes *tail)
{
    for (size_t begin = 0; begin < stride && begin < p->windows; begin += LANES) {
        size_t left = stride - begin;
        struct strip strip = {.begin = begin,
                              .step = stride,
                              .lane = 1,
                              .lanes = left < LANES ? left : LANES,
                              .count = (p->windows - begin + stride - 1) / stride};
        measure_strip(c, p, &strip, tail);
    }
}

static void reserve(struct contents *c, size_t pixels)
{
    if (pixels <= c->room)
        return;
    free(c->part);
    c->room = pixels;
    c->part = util_doubles(PARTS * pixels);
}

void contents_measure(struct contents *c, const struct box *box, struct samples x,
                      struct centre centre, size_t count)
{
    size_t most = box_row(box), row = most, pixels = count + box_span(box) - 1;

    for (int a = 0; a < box->axes; a++)
        most = box->axis[a].extent > most ? box->axis[a].extent : most;
    struct lanes *tail = util_array(most, sizeof *tail);
    struct pass pass = {&x, centre, row, pixels, pixels - (row - 1)};
    reserve(c, pixels);
    measure_pieces(c, &pass, tail);
    pass.samples = NULL;
    for (int a = box->axes - 1; a >= 0; a--) {
        const struct box_axis *axis = &box->axis[a];
        if (axis->stride == 1 || axis->extent == 1)
            continue;
        pass.extent = axis->extent;
        pass.pixels = pass.windows;
        pass.windows -= (axis->extent - 1) * axis->stride;
        measure_strips(c, &pass, axis->stride, tail);
    }
    free(tail);
}

struct moments contents_moments(const struct contents *c, size_t i)
{
    const double *x = c->part + i;
    size_t room = c->room;
    struct sums sums = {{x[SUM * room], x[SUM_LOW * room]},
                        {x[SQUARES * room], x[SQUARES_LOW * room]}};
    struct moments m = sums_moments(&sums, x[PRESENT * room]);

    if (x[LEAST * room] >= x[MOST * room])
        m.spread = 0;
    else if (!(m.spread > 0))
        m.spread = NAN;
    return m;
}

void contents_free(struct contents *c)
{
    free(c->part);
}

/* template.c - the taps of a correlation. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "template.h"

#include "util.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Of what remains of a sum of squares, below this part of the sum, rounding has taken too much. */
static const double LOST = 0x1p-50;

/* to[taps] from h[taps]: near 1 and about 0, and 0 where h is NaN. */
static void centre_taps(const double *h, double *to, size_t taps)
{
    struct centre centre = centre_of(h, taps, 1);

    for (size_t j = 0; j < taps; j++)
        to[j] = isnan(h[j]) ? 0 : centre_apply(centre, h[j]);
}

/* Where the sum of the taps before that corner of a box stands. */
static size_t corner_at(const struct box *box, const size_t *corner)
{
    size_t at = 0;
    for (int a = 0; a < box->axes; a++)
        at = at * (box->axis[a].extent + 1) + corner[a];
    return at;
}

static size_t count_corners(const struct box *box)
{
    size_t corners = 1;
    for (int a = 0; a < box->axes; a++)
        corners *= box->axis[a].extent + 1;
    return corners;
}

/* The corner after tap w. */
static size_t corner_after(const struct box *box, size_t w)
{
    size_t corner[MOST_AXES];

    for (int a = box->axes - 1; a >= 0; a--) {
        corner[a] = w % box->axis[a].extent + 1;
        w /= box->axis[a].extent;
    }
    return corner_at(box, corner);
}

/* Sum up what stands at the corners, along one axis after the other. */
static void sum_corners(const struct box *box, struct sums *sums)
{
    size_t corners = count_corners(box), stride = 1;

    for (int a = box->axes - 1; a >= 0; a--) {
        size_t length = box->axis[a].extent + 1;
        for (size_t i = stride; i < corners; i++)
            if (i / stride % length > 0) {
                sums[i].sum = pair_add(sums[i - stride].sum, sums[i].sum);
                sums[i].squares = pair_add(sums[i - stride].squares, sums[i].squares);
            }
        stride *= length;
    }
}

/* What the taps hold, h[taps] as given and to[taps] centred, which the engine has in the reverse
 * order. */
static void measure(struct column *c, const struct box *box, const double *h, const double *to)
{
    size_t taps = box_pixels(box);
    size_t row = box->axis[box->axes - 1].extent;
    double fourth = 0;

    c->h = h;
    c->flat = true;
    c->sums = util_array(count_corners(box), sizeof *c->sums);
    c->same = util_array(taps, sizeof *c->same);
    for (size_t w = 0; w < taps; w++) {
        double tap = to[taps - 1 - w];
        bool same = w % row > 0 && h[taps - 1 - w] == h[taps - w];
        sums_add(&c->sums[corner_after(box, w)], tap, 1);
        c->same[w] = same ? c->same[w - 1] + 1 : 1;
        c->flat = c->flat && h[taps - 1 - w] == h[0];
        fourth += tap * tap * tap * tap;
    }
    sum_corners(box, c->sums);
    c->fourth = sqrt(fourth);
}

/* The paths of the sums of taps, and of their squares, that meet a sample. */
static void add_presence(struct template *t)
{
    const struct system *plain = &t->plain;
    size_t count = plain->paths;

    for (size_t k = 0; k < count; k++) {
        struct path p = plain->path[k];
        t->path[count + k] = (struct path){p.in + plain->ins, p.column, p.out + plain->outs};
        t->path[2 * count + k] = (struct path){p.in + plain->ins, p.column + plain->columns,
                                               p.out + 2 * plain->outs};
    }
    size_t taps = plain->taps * (size_t)plain->columns;
    for (size_t j = 0; j < taps; j++)
        t->h[taps + j] = t->h[j] * t->h[j];
}

/* Lay the taps of t->system out as the samples lie that they meet. */
static void lay_out(struct template *t)
{
    size_t taps = t->plain.taps, row = box_row(&t->box), span = box_span(&t->box);
    size_t rows = taps / row, columns = (size_t)t->system.columns;
    double *h = util_zeros(columns * span);

    t->run = util_array(rows, sizeof *t->run);
    for (size_t i = 0; i < rows; i++) {
        t->run[i] = (struct tap_run){box_place(&t->box, i * row), row};
        for (size_t c = 0; c < columns; c++)
            memcpy(h + c * span + t->run[i].begin, t->h + c * taps + i * row, row * sizeof *h);
    }
    free(t->h);
    t->system.h = t->h = h;
    t->system.taps = span;
    t->system.runs = rows;
    t->system.run = t->run;
}

void template_open(struct template *t, const struct system *plain, const struct box *box,
                   bool omit)
{
    size_t taps = plain->taps, columns = (size_t)plain->columns, count = plain->paths;
    struct portion whole = box_whole(box);

    *t = (struct template){.plain = *plain, .box = *box};
    t->h = util_doubles((omit ? 2 : 1) * columns * taps);
    t->path = util_array((omit ? 3 : 1) * count, sizeof *t->path);
    t->column = util_array(columns, sizeof *t->column);
    for (size_t c = 0; c < columns; c++) {
        const double *h = plain->h + c * taps;
        double *to = t->h + c * taps;
        centre_taps(h, to, taps);
        measure(&t->column[c], box, h, to);
        t->column[c].whole = template_moments(t, (int)c, &whole);
    }
    for (size_t k = 0; k < count; k++)
        t->path[k] = plain->path[k];
    if (omit)
        add_presence(t);
    t->system = (struct system){.taps = taps,
                                .columns = (omit ? 2 : 1) * plain->columns,
                                .h = t->h,
                                .ins = (omit ? 2 : 1) * plain->ins,
                                .outs = (omit ? 3 : 1) * plain->outs,
                                .paths = (omit ? 3 : 1) * count,
                                .path = t->path};
    if (box_span(box) > taps)
        lay_out(t);
}

void template_close(struct template *t)
{
    for (int c = 0; c < t->plain.columns; c++) {
        free(t->column[c].sums);
        free(t->column[c].same);
    }
    free(t->column);
    free(t->path);
    free(t->run);
    free(t->h);
}

/* Whether all taps of a portion are equal. */
static bool is_flat(const struct template *t, const struct column *c, const struct portion *p)
{
    const struct box *box = &t->box;
    size_t row = box->axis[box->axes - 1].extent, rows = 1, last = t->plain.taps - 1;
    size_t first = SIZE_MAX; /* the first tap of the portion */

    for (int a = 0; a < box->axes - 1; a++)
        rows *= p->count[a];
    for (size_t i = 0; i < rows; i++) {
        size_t rest = i, w = 0, step = row;
        for (int a = box->axes - 2; a >= 0; a--) {
            w += (p->from[a] + rest % p->count[a]) * step;
            rest /= p->count[a];
            step *= box->axis[a].extent;
        }
        w += p->from[box->axes - 1];
        first = i ? first : w;
        size_t count = p->count[box->axes - 1];
        if (c->same[w + count - 1] < count || c->h[last - w] != c->h[last - first])
            return false;
    }
    return true;
}

/* The sums of a portion, from those at its corners: those of an even number of lower ends are
 * added, those of an odd number subtracted. */
static struct sums sums_of(const struct template *t, const struct column *c,
                           const struct portion *p)
{
    int axes = t->box.axes;
    size_t corner[MOST_AXES];
    struct sums sums = {0};

    for (unsigned lower = 0; lower < 1u << axes; lower++) {
        bool odd = false, nothing = false;
        for (int a = 0; a < axes; a++) {
            bool low = lower >> a & 1;
            corner[a] = p->from[a] + (low ? 0 : p->count[a]);
            odd ^= low;
            nothing |= corner[a] == 0;
        }
        const struct sums *at = &c->sums[corner_at(&t->box, corner)];
        if (odd && !nothing)
            sums = sums_between(&sums, at);
        else if (!nothing)
            sums = sums_total(&sums, at);
    }
    return sums;
}

static bool is_last(const struct template *t, const struct column *c, const struct portion *p)
{
    for (int a = 0; a < t->box.axes; a++)
        if (c->portion.from[a] != p->from[a] || c->portion.count[a] != p->count[a])
            return false;
    return true;
}

struct moments template_moments(struct template *t, int column, const struct portion *p)
{
    struct column *c = &t->column[column];
    size_t end[MOST_AXES];
    double count = 1;

    if (is_last(t, c, p))
        return c->moments;
    for (int a = 0; a < t->box.axes; a++) {
        end[a] = p->from[a] + p->count[a];
        count *= (double)p->count[a];
    }
    struct sums sums = sums_of(t, c, p);
    double most = c->sums[corner_at(&t->box, end)].squares.high;
    c->moments = sums_moments(&sums, count);
    if (!(c->moments.spread > LOST * most))
        c->moments.spread = is_flat(t, c, p) ? 0 : NAN;
    c->portion = *p;
    return c->moments;
}

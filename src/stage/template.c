/* template.c - the taps of a correlation. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "template.h"

#include "util.h"

#include <math.h>
#include <stdlib.h>

/* Of what remains of a sum of squares, below this part of the sum, rounding has taken too much. */
static const double LOST = 0x1p-50;

/* to[taps] from h[taps]: near 1 and about 0, and 0 where h is NaN. */
static void centre_taps(const double *h, double *to, size_t taps)
{
    struct centre centre = centre_of(h, taps, 1);

    for (size_t j = 0; j < taps; j++)
        to[j] = isnan(h[j]) ? 0 : centre_apply(centre, h[j]);
}

/* What the taps hold, h[taps] as given and to[taps] centred, which the engine has in the reverse
 * order. */
static void measure(struct column *c, const double *h, const double *to, size_t taps)
{
    double fourth = 0;

    c->sums = util_array(taps + 1, sizeof *c->sums);
    c->same = util_array(taps, sizeof *c->same);
    for (size_t w = 0; w < taps; w++) {
        double tap = to[taps - 1 - w];
        c->sums[w + 1] = c->sums[w];
        sums_add(&c->sums[w + 1], tap, 1);
        c->same[w] = w > 0 && h[taps - 1 - w] == h[taps - w] ? c->same[w - 1] + 1 : 1;
        fourth += tap * tap * tap * tap;
    }
    c->whole = sums_moments(&c->sums[taps], (double)taps);
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

void template_open(struct template *t, const struct system *plain, bool omit)
{
    size_t taps = plain->taps, columns = (size_t)plain->columns, count = plain->paths;

    *t = (struct template){.plain = *plain};
    t->h = util_doubles((omit ? 2 : 1) * columns * taps);
    t->path = util_array((omit ? 3 : 1) * count, sizeof *t->path);
    t->column = util_array(columns, sizeof *t->column);
    for (size_t c = 0; c < columns; c++) {
        const double *h = plain->h + c * taps;
        double *to = t->h + c * taps;
        centre_taps(h, to, taps);
        measure(&t->column[c], h, to, taps);
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
}

void template_close(struct template *t)
{
    for (int c = 0; c < t->plain.columns; c++) {
        free(t->column[c].sums);
        free(t->column[c].same);
    }
    free(t->column);
    free(t->path);
    free(t->h);
}

struct moments template_moments(struct template *t, int column, size_t from, size_t count)
{
    struct column *c = &t->column[column];

    if (c->from == from && c->count == count)
        return c->moments;
    struct sums between = sums_between(&c->sums[from + count], &c->sums[from]);
    c->moments = sums_moments(&between, (double)count);
    if (c->same[from + count - 1] >= count)
        c->moments.spread = 0;
    else if (!(c->moments.spread > LOST * c->sums[from + count].squares.high))
        c->moments.spread = NAN;
    c->from = from;
    c->count = count;
    return c->moments;
}

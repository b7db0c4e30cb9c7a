/* transform.c - right-angle transforms (see transform.h): weights, and the first pass.
 *
 * The weight of point n = 8 j + l is w^(8 j) w^l. The second factor is common to a whole lane, and
 * is left to the subtransforms. Subtransforms are padded, so that they do not map to the same
 * cache sets. Products are written as in subtransform.c. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "transform.h"
#include "butterfly.h"
#include "lanes.h"
#include "subtransform.h"

#include "elementary.h"
#include "util.h"

#include <stdlib.h>
#include <string.h>

enum {
    GROUP = 32, /* points of each subtransform that enter or leave at a time */
    MOST_PIECES = 32,
};

static bool is_power(size_t n)
{
    return n && !(n & (n - 1));
}

/* The radix of the first pass; 0: this size is not supported. */
static size_t first_radix(size_t points)
{
    size_t radix = points % 3 == 0 ? 6 : points >= 8 * SUBTRANSFORM_LEAST ? 8 : 4;
    return points % radix == 0 && points / radix >= SUBTRANSFORM_LEAST && is_power(points / radix)
               ? radix
               : 0;
}

bool transform_fits(size_t length)
{
    return length % 2 == 0 && first_radix(length / 2) > 0;
}

double transform_roundings(size_t length, size_t products)
{
    return 12 * elementary_log2((double)length) + 2 + (double)products;
}

/* Doubles of the factors of an element of each subtransform: `radix` weights, and the roots of the
 * first pass but the first of them, which is 1. */
ALWAYS_INLINE int factors_of(int radix)
{
    return 2 * (2 * radix - 1);
}

/* The factors of the elements begin ... end - 1 of each subtransform. */
static double *make_factors(const struct transform *t, size_t begin, size_t end)
{
    const struct roots *roots = &t->roots;
    size_t step = t->sub_points / LANES, unit = roots->n / (t->points / LANES);
    double *factor = util_doubles((end - begin) * (size_t)factors_of((int)t->subs)), *f = factor;

    for (size_t j = begin; j < end; j++) {
        for (size_t k = 0; k < t->subs; k++, f += 2)
            roots_take(roots, roots->n - LANES * (j + k * step), &f[0], &f[1]);
        for (size_t k = 1; k < t->subs; k++, f += 2)
            roots_take(roots, j * k * unit, &f[0], &f[1]);
    }
    return factor;
}

struct transform *transform_open_once(size_t length)
{
    struct transform *t = util_array(1, sizeof *t);

    t->points = length / 2;
    t->subs = first_radix(t->points);
    t->sub_points = t->points / t->subs;
    t->sub_stride = 2 * t->sub_points + ELEMENT;
    t->doubles = t->subs * t->sub_stride;
    t->pieces = t->sub_points / GROUP < MOST_PIECES ? t->sub_points / GROUP : MOST_PIECES;
    roots_open(&t->roots, 4 * t->points);
    t->sub = subtransform_open(t->sub_points, t->subs, &t->roots);
    return t;
}

struct transform *transform_open(size_t length)
{
    struct transform *t = transform_open_once(length);
    t->factor = make_factors(t, 0, t->sub_points / LANES);
    return t;
}

void transform_close(struct transform *t)
{
    subtransform_close(t->sub);
    roots_close(&t->roots);
    free(t->factor);
    free(t);
}

/* GROUP samples of x[count] from n on: a pointer into x, or to a copy in pad, zero-padded at the
 * end. */
ALWAYS_INLINE const double *samples_at(const double *x, size_t count, size_t n, double *pad)
{
    if (n + GROUP <= count)
        return x + n;
    size_t there = n < count ? count - n : 0;
    if (there)
        memcpy(pad, x + n, there * sizeof *pad);
    memset(pad + there, 0, (GROUP - there) * sizeof *pad);
    return pad;
}

/* Where the real and the imaginary parts of the points come from: so many, from point 0 on. */
struct source {
    const double *re, *im;
    size_t re_count, im_count;
};

/* Where they go: to re, those of points from `first` up to `end`; and to im, as if they were those
 * of so many points later. NULL: nowhere. */
struct target {
    double *re, *im;
    size_t first, end, later;
};

/* Points begin ... end of each subtransform; `factor` are those of the first. Inlined where the
 * radix is a constant, as is its inverse. */
ALWAYS_INLINE void enter(int radix, const struct transform *t, const double *factor, size_t begin,
                         size_t end, const struct source *from, double *z)
{
    size_t subs = (size_t)radix;
    double pad[2 * BUTTERFLY_MOST][GROUP];
    const double *re[BUTTERFLY_MOST], *im[BUTTERFLY_MOST];

    for (size_t n = begin; n < end; n += GROUP) {
        for (size_t k = 0; k < subs; k++) {
            size_t at = n + k * t->sub_points;
            re[k] = samples_at(from->re, from->re_count, at, pad[2 * k]);
            im[k] = samples_at(from->im, from->im_count, at, pad[2 * k + 1]);
        }
        for (size_t g = 0; g < GROUP; g += LANES, factor += factors_of(radix)) {
            const double *weight = factor, *w = factor + 2 * subs;
            double *to = z + 2 * (n + g);
            INDEPENDENT for (size_t l = 0; l < LANES; l++) {
                double r[BUTTERFLY_MOST], i[BUTTERFLY_MOST];
                UNROLLED for (size_t k = 0; k < subs; k++) {
                    double u = weight[2 * k], v = weight[2 * k + 1];
                    double a = re[k][g + l], b = im[k][g + l];
                    r[k] = a * u + -b * v;
                    i[k] = a * v + b * u;
                }
                butterfly(radix, r, i);
                to[l] = r[0], to[LANES + l] = i[0];
                UNROLLED for (size_t k = 1; k < subs; k++) {
                    double c = w[2 * k - 2], s = w[2 * k - 1];
                    to[k * t->sub_stride + l] = r[k] * c + -i[k] * s;
                    to[k * t->sub_stride + LANES + l] = r[k] * s + i[k] * c;
                }
            }
        }
    }
}

/* value[GROUP] are samples n ..., of which those in first ... end go to y, which begins at
 * first. */
ALWAYS_INLINE void put(const double *value, size_t n, double *y, size_t first, size_t end)
{
    if (n >= first && n + GROUP <= end) {
        memcpy(y + (n - first), value, GROUP * sizeof *y);
        return;
    }
    for (size_t g = n < first ? first - n : 0; g < GROUP && n + g < end; g++)
        y[n + g - first] = value[g];
}

/* Returns 0 if all samples are finite, else NaN. */
ALWAYS_INLINE double leave(int radix, const struct transform *t, const double *factor,
                           size_t begin, size_t end, const double *z, double scale,
                           const struct target *to)
{
    size_t subs = (size_t)radix;
    double re[BUTTERFLY_MOST][GROUP], im[BUTTERFLY_MOST][GROUP], finite[LANES] = {0}, sum = 0;

    for (size_t n = begin; n < end; n += GROUP) {
        for (size_t g = 0; g < GROUP; g += LANES, factor += factors_of(radix)) {
            const double *weight = factor, *w = factor + 2 * subs;
            const double *from = z + 2 * (n + g);
            INDEPENDENT for (size_t l = 0; l < LANES; l++) {
                double r[BUTTERFLY_MOST], i[BUTTERFLY_MOST], bad = 0;
                r[0] = from[l], i[0] = from[LANES + l];
                UNROLLED for (size_t k = 1; k < subs; k++) {
                    double c = w[2 * k - 2], s = w[2 * k - 1];
                    double a = from[k * t->sub_stride + l],
                           b = from[k * t->sub_stride + LANES + l];
                    r[k] = a * c + b * s;
                    i[k] = b * c + -a * s;
                }
                butterfly(radix, i, r);
                UNROLLED for (size_t k = 0; k < subs; k++) {
                    double u = weight[2 * k] * scale, v = weight[2 * k + 1] * scale;
                    re[k][g + l] = r[k] * u + i[k] * v;
                    im[k][g + l] = i[k] * u + -r[k] * v;
                    bad += (re[k][g + l] - re[k][g + l]) + (im[k][g + l] - im[k][g + l]);
                }
                finite[l] += bad;
            }
        }
        for (size_t k = 0; k < subs; k++) {
            size_t at = n + k * t->sub_points;
            if (to->re)
                put(re[k], at, to->re, to->first, to->end);
            if (to->im)
                put(im[k], at + to->later, to->im, to->first, to->end);
        }
    }
    for (size_t l = 0; l < LANES; l++)
        sum += finite[l];
    return sum;
}

VECTOR static void enter_points(const struct transform *t, const double *factor, size_t begin,
                                size_t end, const struct source *from, double *z)
{
    if (t->subs == 8)
        enter(8, t, factor, begin, end, from, z);
    else if (t->subs == 6)
        enter(6, t, factor, begin, end, from, z);
    else
        enter(4, t, factor, begin, end, from, z);
}

VECTOR static double leave_points(const struct transform *t, const double *factor, size_t begin,
                                  size_t end, const double *z, double scale,
                                  const struct target *to)
{
    return t->subs == 8   ? leave(8, t, factor, begin, end, z, scale, to)
           : t->subs == 6 ? leave(6, t, factor, begin, end, z, scale, to)
                          : leave(4, t, factor, begin, end, z, scale, to);
}

/* Where piece i begins. */
static size_t piece_begin(const struct transform *t, size_t i)
{
    return t->sub_points / GROUP * i / t->pieces * GROUP;
}

static const double *factors_from(const struct transform *t, size_t begin)
{
    return t->factor + begin / LANES * (size_t)factors_of((int)t->subs);
}

static void enter_piece(const struct transform *t, size_t piece, const struct source *from,
                        double *z)
{
    size_t begin = piece_begin(t, piece), end = piece_begin(t, piece + 1);

    if (t->factor) {
        enter_points(t, factors_from(t, begin), begin, end, from, z);
        return;
    }
    double *factor = make_factors(t, begin / LANES, end / LANES);
    enter_points(t, factor, begin, end, from, z);
    free(factor);
}

void transform_enter(const struct transform *t, size_t piece, const double *x, size_t count,
                     double *z)
{
    size_t late = count > t->points ? count - t->points : 0;
    enter_piece(t, piece, &(struct source){x, x + (count - late), count - late, late}, z);
}

void transform_enter_complex(const struct transform *t, size_t piece, const double *re,
                             const double *im, size_t count, double *z)
{
    enter_piece(t, piece, &(struct source){re, im, count, count}, z);
}

static bool leave_piece(const struct transform *t, size_t piece, const double *z,
                        const struct target *to)
{
    size_t begin = piece_begin(t, piece), end = piece_begin(t, piece + 1);
    double scale = 1 / (double)t->points;

    return leave_points(t, factors_from(t, begin), begin, end, z, scale, to) == 0;
}

bool transform_leave(const struct transform *t, size_t piece, const double *z, double *y,
                     size_t first, size_t count)
{
    return leave_piece(t, piece, z, &(struct target){y, y, first, first + count, t->points});
}

bool transform_leave_complex(const struct transform *t, size_t piece, const double *z, double *re,
                             double *im, size_t first, size_t count)
{
    return leave_piece(t, piece, z, &(struct target){re, im, first, first + count, 0});
}

/* ascent.c - climbs to a peak of a frequency response of several axes (see ascent.h). */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "ascent.h"

#include "elementary.h"
#include "util.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { STEPS = 24 }; /* at most */

/* |H|^2 at a frequency, its gradient and its second derivatives, where axis a has the variable
 * 2 pi f[a]. */
struct slope {
    double power, first[MOST_AXES], second[MOST_AXES][MOST_AXES];
};

/* The same of H, as complex numbers; of the second derivatives those along a and b <= a. */
struct response {
    double h[2], first[MOST_AXES][2], second[MOST_AXES][MOST_AXES][2];
};

/* *to += factor * x, times -i as often as it is derived. */
static void add(double to[2], double factor, const double x[2], int derived)
{
    double re = derived == 0 ? x[0] : derived == 1 ? x[1] : -x[0];
    double im = derived == 0 ? x[1] : derived == 1 ? -x[0] : -x[1];

    to[0] += factor * re;
    to[1] += factor * im;
}

/* Add a row of taps, with j[a] along the axes but the last, of which sum[m] is the sum of taps
 * times j^m along that axis; all are turned. */
static void add_row(int axes, const double *j, double sum[3][2], struct response *r)
{
    int last = axes - 1;

    add(r->h, 1, sum[0], 0);
    add(r->first[last], 1, sum[1], 1);
    add(r->second[last][last], 1, sum[2], 2);
    for (int a = 0; a < last; a++) {
        add(r->first[a], j[a], sum[0], 1);
        add(r->second[last][a], j[a], sum[1], 2);
        for (int b = 0; b <= a; b++)
            add(r->second[a][b], j[a] * j[b], sum[0], 2);
    }
}

/* How far tap j of an axis is from the middle. */
static double from_middle(const struct taps *t, int axis, size_t j)
{
    return (double)j - (double)(t->extent[axis] - 1) / 2;
}

/* turn[j] = exp(-2 pi i f j) for j from the middle of an axis on. */
static void fill_turns(const struct taps *t, int axis, double f, double turn[][2])
{
    for (size_t j = 0; j < t->extent[axis]; j++) {
        struct turn own = elementary_turns(pair_product(f, from_middle(t, axis, j)));
        turn[j][0] = own.cosine.high;
        turn[j][1] = -own.sine.high;
    }
}

/* The sums of a row h[count] for add_row(), turned as `start` says. */
static void sum_row(const double *h, size_t count, const double turn[][2], const double start[2],
                    double sum[3][2])
{
    double part[3][2] = {{0}}, middle = (double)(count - 1) / 2;

    for (size_t j = 0; j < count; j++) {
        double at = (double)j - middle, re = h[j] * turn[j][0], im = h[j] * turn[j][1];
        part[0][0] += re;
        part[0][1] += im;
        part[1][0] += at * re;
        part[1][1] += at * im;
        part[2][0] += at * at * re;
        part[2][1] += at * at * im;
    }
    for (int m = 0; m < 3; m++) {
        sum[m][0] = part[m][0] * start[0] - part[m][1] * start[1];
        sum[m][1] = part[m][0] * start[1] + part[m][1] * start[0];
    }
}

/* H and its derivatives at f[axes]; turn[axes] has room for the turns of each axis. */
static void respond(const struct taps *t, const double *f, double (**turn)[2], struct response *r)
{
    int last = t->axes - 1;
    size_t row = t->extent[last];

    memset(r, 0, sizeof *r);
    for (int a = 0; a <= last; a++)
        fill_turns(t, a, f[a], turn[a]);
    for (size_t i = 0; i < t->count / row; i++) {
        double j[MOST_AXES], start[2] = {1, 0}, sum[3][2];
        size_t rest = i;
        for (int a = last - 1; a >= 0; a--) {
            const double *own = turn[a][rest % t->extent[a]];
            double re = start[0] * own[0] - start[1] * own[1];
            start[1] = start[0] * own[1] + start[1] * own[0];
            start[0] = re;
            j[a] = from_middle(t, a, rest % t->extent[a]);
            rest /= t->extent[a];
        }
        sum_row(t->h + i * row, row, (const double(*)[2])turn[last], start, sum);
        add_row(t->axes, j, sum, r);
    }
}

/* Twice the real part of the product of a and the conjugate of b. */
static double twice(const double a[2], const double b[2])
{
    return 2 * (a[0] * b[0] + a[1] * b[1]);
}

static void find_slope(const struct taps *t, const double *f, struct slope *slope)
{
    double(*turn[MOST_AXES])[2];
    struct response r;

    for (int a = 0; a < t->axes; a++)
        turn[a] = util_array(t->extent[a], sizeof *turn[a]);
    respond(t, f, turn, &r);
    slope->power = twice(r.h, r.h) / 2;
    for (int a = 0; a < t->axes; a++) {
        slope->first[a] = twice(r.h, r.first[a]);
        for (int b = 0; b <= a; b++)
            slope->second[a][b] = slope->second[b][a] =
                twice(r.first[a], r.first[b]) + twice(r.h, r.second[a][b]);
        free(turn[a]);
    }
}

/* Solve -second step = first by elimination. Returns false unless -second is positive definite. */
static bool solve(int axes, const struct slope *slope, double *step)
{
    double m[MOST_AXES][MOST_AXES + 1];

    for (int a = 0; a < axes; a++) {
        for (int b = 0; b < axes; b++)
            m[a][b] = -slope->second[a][b];
        m[a][axes] = slope->first[a];
    }
    for (int a = 0; a < axes; a++) {
        if (!(m[a][a] > 0))
            return false;
        for (int b = a + 1; b < axes; b++)
            for (int c = axes; c >= a; c--)
                m[b][c] -= m[b][a] / m[a][a] * m[a][c];
    }
    for (int a = axes - 1; a >= 0; a--) {
        step[a] = m[a][axes];
        for (int b = a + 1; b < axes; b++)
            step[a] -= m[a][b] * step[b];
        step[a] /= m[a][a];
    }
    return true;
}

/* The step of Newton's iteration, or one uphill where it would not lead to a maximum; at most half
 * a point of the lattice along each axis. */
static void choose_step(const struct taps *t, const struct slope *slope, const size_t *points,
                        double *step)
{
    double most = 0;

    if (!solve(t->axes, slope, step))
        memcpy(step, slope->first, (size_t)t->axes * sizeof *step);
    for (int a = 0; a < t->axes; a++) {
        step[a] /= 2 * M_PI;
        most = fmax(most, fabs(step[a]) * 2 * (double)points[a]);
    }
    for (int a = 0; a < t->axes && most > 1; a++)
        step[a] /= most;
}

double ascent_climb(const struct taps *t, const size_t *points, double *f)
{
    struct slope here, there;
    double step[MOST_AXES], next[MOST_AXES], scale = 1;

    find_slope(t, f, &here);
    choose_step(t, &here, points, step);
    for (int i = 0; i < STEPS; i++) {
        for (int a = 0; a < t->axes; a++)
            next[a] = f[a] + scale * step[a];
        find_slope(t, next, &there);
        if (there.power <= here.power) {
            scale /= 4;
            continue;
        }
        bool last = there.power <= here.power * (1 + 0x1p-50);
        here = there;
        memcpy(f, next, (size_t)t->axes * sizeof *f);
        if (last)
            break;
        scale = 1;
        choose_step(t, &here, points, step);
    }
    return here.power;
}

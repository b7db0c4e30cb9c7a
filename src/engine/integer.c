/* integer.c - detects integers and bounds their results. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "integer.h"
#include "engine/transform/transform.h"
#include "vector.h"

#include "util.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A factor that covers the rounding errors of the norms themselves. */
const double INTEGER_MARGIN = 1.0001;

enum { STRIDE = 8, PIECE = 256 };

/* The measures of at most 256 samples. */
struct tally {
    double most[STRIDE], sum[STRIDE], square[STRIDE], broken[STRIDE];
};

/* Measure x[n], n a multiple of STRIDE. A sample that is not finite makes `broken` NaN. */
VECTOR static void count_samples(const double *restrict x, size_t n, struct tally *restrict t)
{
    for (size_t i = 0; i < n; i += STRIDE)
        INDEPENDENT for (size_t l = 0; l < STRIDE; l++) {
            double v = fabs(x[i + l]);
            t->most[l] = v > t->most[l] ? v : t->most[l];
            t->sum[l] += v;
            t->square[l] += v * v;
            t->broken[l] += fabs(v - rint(v));
        }
}

/* The same, but samples that are not finite count as 0. */
static void count(const double *x, size_t n, struct tally *tally)
{
    struct tally t = *tally;
    double finite[PIECE], broken = 0;

    count_samples(x, n, &t);
    for (size_t l = 0; l < STRIDE; l++)
        broken += t.broken[l];
    if (broken == broken) {
        *tally = t;
        return;
    }
    for (size_t i = 0; i < n; i++)
        finite[i] = x[i] - x[i] == 0 ? x[i] : 0;
    count_samples(finite, n, tally);
}

/* Measure x[n]. Returns false when a sample is not an integer. */
static bool measure(const double *x, size_t n, struct measure *result)
{
    struct tally all = {0};

    *result = (struct measure){INFINITY, INFINITY, INFINITY};
    for (size_t i = 0; i < n; i += PIECE) {
        size_t left = n - i < PIECE ? n - i : PIECE, even = left / STRIDE * STRIDE;
        double rest[STRIDE] = {0};
        count(x + i, even, &all);
        memcpy(rest, x + i + even, (left - even) * sizeof *rest);
        if (left > even)
            count(rest, STRIDE, &all);
        for (int l = 0; l < STRIDE; l++)
            if (all.broken[l] > 0 || all.most[l] > 0x1p53)
                return false;
    }
    *result = (struct measure){0};
    for (int l = 0; l < STRIDE; l++) {
        result->most = fmax(result->most, all.most[l]);
        result->sum += all.sum[l];
        result->norm += all.square[l];
    }
    result->norm = sqrt(result->norm);
    return true;
}

void integer_open(struct integer *integer, const struct system *system)
{
    *integer = (struct integer){.system = system};
    integer->column = util_array((size_t)system->columns, sizeof *integer->column);
    for (int c = 0; c < system->columns; c++)
        if (measure(system->h + (size_t)c * system->taps, system->taps, &integer->column[c]))
            integer->any = true;
    for (int c = 0; c < system->columns; c++)
        integer->sum = fmax(integer->sum, integer->column[c].sum);
    for (int c = 0; c < system->columns && system->complex; c += 3) {
        struct measure *column = &integer->column[c];
        column[0].norm = column[1].norm = column[2].norm =
            system_complex_norm(column[0].norm, column[1].norm);
    }
}

void integer_close(struct integer *integer)
{
    free(integer->column);
}

/* Add one path to the bounds. */
static void add_path(struct bounds *bounds, const struct measure *column,
                     const struct measure *channel)
{
    if (isinf(column->sum) || isinf(channel->most) || isinf(bounds->sum)) {
        *bounds = (struct bounds){INFINITY, INFINITY, INFINITY};
    } else {
        bounds->most = fmax(bounds->most, channel->most);
        bounds->sum += channel->most * column->sum;
        bounds->norm += channel->norm * column->norm;
    }
}

bool integer_bounds(const struct integer *integer, const double *const *x, size_t samples,
                    struct measure *channel, struct bounds *bounds)
{
    const struct system *system = integer->system;
    bool any = false;

    for (int i = 0; i < system->ins && integer->any; i++)
        any = measure(x[i], samples, &channel[i]) || any;
    if (!any)
        return false;
    memset(bounds, 0, (size_t)system->outs * sizeof *bounds);
    for (size_t k = 0; k < system->paths; k++) {
        const struct path *p = &system->path[k];
        add_path(&bounds[p->out], &integer->column[p->column], &channel[p->in]);
    }
    return true;
}

/* The largest |x[n]| of those that are numbers, n a multiple of STRIDE. */
VECTOR static double largest_of(const double *restrict x, size_t n)
{
    double most[STRIDE] = {0}, largest = 0;

    for (size_t i = 0; i < n; i += STRIDE)
        INDEPENDENT for (size_t l = 0; l < STRIDE; l++) {
            double v = fabs(x[i + l]);
            most[l] = v > most[l] ? v : most[l];
        }
    for (size_t l = 0; l < STRIDE; l++)
        largest = most[l] > largest ? most[l] : largest;
    return largest;
}

bool integer_all_small(const struct integer *integer, const double *const *x, size_t samples)
{
    size_t even = samples / STRIDE * STRIDE, begin = samples < PIECE ? samples : PIECE;
    double most = 0;
    struct measure first;

    if (isinf(integer->sum))
        return false;
    for (int i = 0; i < integer->system->ins; i++) {
        if (!measure(x[i], begin, &first))
            return false;
        most = fmax(most, largest_of(x[i], even));
        for (size_t j = even; j < samples; j++)
            most = fmax(most, fabs(x[i][j]));
    }
    return most * integer->sum * (double)system_most_paths(integer->system) < 0x1p53;
}

VECTOR static void round_integers(double *y, size_t frames)
{
    for (size_t i = 0; i < frames; i++)
        y[i] = rint(y[i]) + 0.0;
}

void integer_round(double *y, size_t frames)
{
    round_integers(y, frames);
}

double integer_most_norm(const struct system *system, size_t length)
{
    return 0x1p52 / transform_roundings(length, system_most_paths(system)) / INTEGER_MARGIN;
}

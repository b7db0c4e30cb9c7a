/* window.c - running sums over a window. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "window.h"

#include <math.h>

static void take(struct window *w, double x, double sign)
{
    size_t one = sign > 0 ? 1 : (size_t)-1;

    if (isnan(x))
        return;
    double centred = centre_apply(w->centre, x);
    w->present += one;
    if (isinf(x))
        w->unusable += one;
    else if (fabs(centred) > WINDOW_LARGEST)
        w->beyond += one;
    else
        sums_add(&w->sums, centred, sign);
}

void window_open(struct window *w, struct centre centre)
{
    *w = (struct window){.centre = centre, .last = NAN};
}

void window_enter(struct window *w, double x)
{
    take(w, x, 1);
    if (!isnan(x)) {
        w->same = x == w->last ? w->same + 1 : 1;
        w->last = x;
    }
    w->largest = fmax(w->largest, w->sums.squares.high);
}

void window_leave(struct window *w, double x)
{
    take(w, x, -1);
}

bool window_is_worn(const struct window *w)
{
    return !(w->sums.squares.high >= 0x1p-20 * w->largest);
}

void window_renew(struct window *w, const double *x, size_t count, size_t step)
{
    w->present = w->unusable = w->beyond = 0;
    w->sums = (struct sums){0};
    for (size_t i = 0; i < count; i++)
        take(w, x[i * step], 1);
    w->largest = w->sums.squares.high;
}

struct moments window_moments(const struct window *w)
{
    struct moments m = sums_moments(&w->sums, (double)w->present);

    if (w->same >= w->present)
        m.spread = 0;
    else if (w->beyond || !(m.spread > 0))
        m.spread = NAN;
    if (w->unusable)
        m.count = INFINITY;
    return m;
}

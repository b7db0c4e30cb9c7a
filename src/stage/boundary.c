/* boundary.c - the boundaries by their names, and what they repeat (see boundary.h). */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "boundary.h"

#include <math.h>
#include <string.h>

struct choice boundary_choice(size_t i)
{
    static const struct choice choices[] = {
        {"zero", "  0 0 0 | a b c d | 0 0 0", BOUNDARY_CONSTANT, NULL},
        {"constant", "  V V V | a b c d | V V V", BOUNDARY_CONSTANT, "constant:V"},
        {"edge", "  a a a | a b c d | d d d", BOUNDARY_EDGE, NULL},
        {"nearest", NULL, BOUNDARY_EDGE, NULL},
        {"replicate", NULL, BOUNDARY_EDGE, NULL},
        {"extend", NULL, BOUNDARY_EDGE, NULL},
        {"symmetric", "  c b a | a b c d | d c b", BOUNDARY_SYMMETRIC, NULL},
        {"symm", NULL, BOUNDARY_SYMMETRIC, NULL},
        {"mirror", "  d c b | a b c d | c b a", BOUNDARY_MIRROR, NULL},
        {"wrap", "  b c d | a b c d | a b c", BOUNDARY_WRAP, NULL},
        {"circular", NULL, BOUNDARY_WRAP, NULL},
        {"periodic", NULL, BOUNDARY_WRAP, NULL},
        {"odd", "     2a-b | a b c d | 2d-c", BOUNDARY_ODD, NULL},
        {"renorm", "        - | a b c d | -      weights inside are rescaled", BOUNDARY_NOTHING,
         NULL},
        {"fit", "        - | a b c d | -      savgol: polynomials of the ends", BOUNDARY_FIT,
         NULL},
        {0},
    };
    return choices[i];
}

bool boundary_occurs(const struct beyond *beyond, int axes, enum boundary boundary)
{
    int axis = 0;

    while (axis < axes && beyond[axis].boundary != boundary)
        axis++;
    return axis < axes;
}

/* i modulo n, 0 <= the result < n. */
static int64_t modulo(int64_t i, int64_t n)
{
    int64_t r = i % n;
    return r < 0 ? r + n : r;
}

/* How often i >= 0 is mirrored in turn about frames - 1 and 0 until it is below `frames`. */
static int64_t count_folds(int64_t i, int64_t frames)
{
    int64_t period = 2 * frames - 2, r = i % period;

    return 2 * (i / period) + (r >= frames) - (r == 0 && i > 0);
}

/* Odd symmetry about both end points: 2a - b. Each full period adds 2 (last - first). */
static struct origin_frame find_odd(int64_t i, int64_t frames)
{
    int64_t period = 2 * frames - 2;

    if (i < 0 && -i < frames)
        return (struct origin_frame){.at = -i, .about = ABOUT_FIRST};
    if (i >= frames && i <= period)
        return (struct origin_frame){.at = period - i, .about = ABOUT_LAST};
    int64_t r = modulo(i, period);
    struct origin_frame origin = {.at = r < frames ? r : period - r,
                                  .about = r < frames ? ABOUT_NONE : ABOUT_LAST,
                                  .turns = (i - r) / period,
                                  .last_first = i > 0};
    origin.folds = i < 0 ? 1 + count_folds(-i, frames) : count_folds(i, frames);
    return origin;
}

struct origin_frame boundary_find(enum boundary boundary, int64_t i, int64_t frames)
{
    int64_t period = boundary == BOUNDARY_SYMMETRIC ? 2 * frames : 2 * frames - 2;

    if (boundary == BOUNDARY_EDGE || frames == 1)
        i = i < 0 ? 0 : i < frames ? i : frames - 1;
    else if (boundary == BOUNDARY_WRAP)
        i = modulo(i, frames);
    else if (boundary == BOUNDARY_ODD)
        return find_odd(i, frames);
    else
        i = modulo(i, period);
    if (i >= frames)
        i = boundary == BOUNDARY_SYMMETRIC ? period - 1 - i : period - i;
    return (struct origin_frame){.at = i};
}

/* A value mirrored in turn about the ends, some of which are not finite. A few times are as good
 * as many. */
static double fold(const struct origin_frame *origin, double x, double first, double last)
{
    int64_t folds = origin->folds > 5 ? 4 + origin->folds % 2 : origin->folds;

    while (folds-- > 0)
        x = 2 * ((folds % 2 == 0) == origin->last_first ? last : first) - x;
    return x;
}

void boundary_make(const struct origin_frame *origin, const double *at, const double *first,
                   const double *last, size_t samples, double *x)
{
    const double *end = origin->about == ABOUT_FIRST ? first : last;

    if (origin->about == ABOUT_NONE && !origin->turns) {
        memcpy(x, at, samples * sizeof *x);
        return;
    }
    for (size_t k = 0; k < samples; k++) {
        double own = origin->about == ABOUT_NONE ? at[k] : 2 * end[k] - at[k];
        if (!origin->turns)
            x[k] = own;
        else if (isfinite(first[k]) && isfinite(last[k]))
            x[k] = own + (double)origin->turns * (2 * (last[k] - first[k]));
        else
            x[k] = fold(origin, at[k], first[k], last[k]);
    }
}

/* box.h - the windows of a correlation along several axes: where they lie in an array that is read
 * pixel by pixel, and what all windows of a block hold. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef BOX_H
#define BOX_H

#include "interval.h"
#include "moments.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Samples x[0], x[step], ..., as in window.h, one for each pixel. */
struct samples {
    const double *x;
    size_t step;
};

/* A window that is so many pixels long along each axis. Axes along which it is one pixel long need
 * not be there. */
struct box_axis {
    size_t extent; /* pixels of the window, >= 1 */
    size_t stride; /* how far apart they lie */
    size_t length; /* pixels of the array along this axis; SIZE_MAX: there is no end */
    int64_t first; /* where the first of them stands along the axis of the signal, */
    int64_t frames; /* which is so long; -1: that is not known yet, of the first axis alone */
};

struct box {
    int axes; /* >= 1 */
    struct box_axis axis[MOST_AXES];
};

/* A part of a window, as long as `count` along each axis of it. */
struct portion {
    size_t from[MOST_AXES], count[MOST_AXES];
};

/* Pixels of a window; and how many there are from its first to its last one, with what lies
 * between. */
size_t box_pixels(const struct box *);
size_t box_span(const struct box *);

/* Where pixel j of a window lies, counted in row-major order, from the window's first one. */
size_t box_place(const struct box *, size_t j);

/* Pixels of a window that stand in a row, side by side: those of its last axis, or one. */
size_t box_row(const struct box *);

/* How far the pixel stands along an axis of the array, 0 at its beginning. */
size_t box_coordinate(const struct box *, int axis, size_t pixel);

/* Whether the window from this pixel on stays within the array: none of its rows goes across the
 * end of one. */
bool box_is_inside(const struct box *, size_t pixel);

/* All of a window. */
struct portion box_whole(const struct box *);

/* The part of the window from this pixel on that stands within the signal, if so many samples of
 * it are present, one at least, and all of the signal's are. */
struct portion box_portion(const struct box *, size_t pixel, size_t present);

/* What the windows of a block hold. Start with {0}. */
struct contents {
    size_t room;
    double *part; /* part[7][room] */
};

/* Measure the windows that begin at each of so many pixels; the samples begin with the first
 * window. Nothing is subtracted from what was added, so nothing cancels. */
void contents_measure(struct contents *, const struct box *, struct samples, struct centre,
                      size_t count);

/* The moments of the samples of window i that are present, centred. The count is infinite if one
 * of them is unusable. The spread is 0 if all are equal, and only then; NaN if it is not known:
 * rounding has taken it, or a sample is too large. */
struct moments contents_moments(const struct contents *, size_t i);

void contents_free(struct contents *);

#endif

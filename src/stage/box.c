/* box.c - where windows of several axes lie (see box.h). */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "box.h"

size_t box_pixels(const struct box *box)
{
    size_t pixels = 1;
    for (int a = 0; a < box->axes; a++)
        pixels *= box->axis[a].extent;
    return pixels;
}

size_t box_span(const struct box *box)
{
    size_t span = 1;
    for (int a = 0; a < box->axes; a++)
        span += (box->axis[a].extent - 1) * box->axis[a].stride;
    return span;
}

size_t box_place(const struct box *box, size_t j)
{
    size_t place = 0;

    for (int a = box->axes - 1; a >= 0; a--) {
        place += j % box->axis[a].extent * box->axis[a].stride;
        j /= box->axis[a].extent;
    }
    return place;
}

size_t box_row(const struct box *box)
{
    const struct box_axis *last = &box->axis[box->axes - 1];
    return last->stride == 1 ? last->extent : 1;
}

size_t box_coordinate(const struct box *box, int axis, size_t pixel)
{
    return pixel / box->axis[axis].stride % box->axis[axis].length;
}

bool box_is_inside(const struct box *box, size_t pixel)
{
    for (int a = 0; a < box->axes; a++)
        if (box_coordinate(box, a, pixel) > box->axis[a].length - box->axis[a].extent)
            return false;
    return true;
}

struct portion box_whole(const struct box *box)
{
    struct portion p;

    for (int a = 0; a < box->axes; a++) {
        p.from[a] = 0;
        p.count[a] = box->axis[a].extent;
    }
    return p;
}

struct portion box_portion(const struct box *box, size_t pixel, size_t present)
{
    struct portion p;
    size_t known = 1; /* pixels along the axes whose lengths are known */

    for (int a = box->axes - 1; a >= 0; a--) {
        const struct box_axis *axis = &box->axis[a];
        int64_t at = axis->first + (int64_t)box_coordinate(box, a, pixel);
        int64_t from = at < 0 ? -at : 0, left = axis->frames - at, extent = (int64_t)axis->extent;
        p.from[a] = (size_t)from;
        p.count[a] = axis->frames < 0 ? present / known
                                      : (size_t)((left < extent ? left : extent) - from);
        known *= p.count[a];
    }
    return p;
}

/* permute.c - brings the axes of an array into another order (see permute.h). */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "permute.h"

#include "interval.h"
#include "util.h"

#include <string.h>

void permute_lengths(int axes, const int64_t *length, const int *order, int64_t *to)
{
    for (int a = 0; a < axes; a++)
        to[a] = length[order[a]];
}

/* Where element i of the copy stands in x. */
static size_t find_place(int axes, const int64_t *length, const int64_t *stride, const int *order,
                         size_t i)
{
    size_t place = 0;

    for (int a = axes - 1; a >= 0; a--) {
        size_t own = (size_t)length[order[a]];
        place += i % own * (size_t)stride[order[a]];
        i /= own;
    }
    return place;
}

double *permute_copy(const double *x, int axes, const int64_t *length, const int *order,
                     int samples)
{
    int64_t stride[MOST_AXES], count = 1;
    size_t of_element = (size_t)samples;

    for (int a = axes - 1; a >= 0; a--) {
        stride[a] = count;
        count *= length[a];
    }
    double *copy = util_doubles((size_t)count * of_element);
    for (size_t i = 0; i < (size_t)count; i++)
        memcpy(copy + i * of_element,
               x + find_place(axes, length, stride, order, i) * of_element,
               of_element * sizeof *x);
    return copy;
}

/* axes.c - which axes of a signal or kernel are convolved (see axes.h). */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "axes.h"

#include "util.h"

int axes_find(const struct traits *traits, const struct stream *stream, int axes,
              int64_t behind[MOST_AXES], int *channels)
{
    const struct array *array = &traits->array;
    bool table = !format_type(traits->type)->binary;
    int has = array->axes ? array->axes : table ? 2 : 1;

    *channels = stream->shape.channels;
    if (axes > has) {
        util_error("--dims=%d: %s has only %d ax%s", axes, stream->name, has,
                   has == 1 ? "is" : "es");
        return -1;
    }
    for (int a = 1; a < axes; a++) {
        behind[a - 1] = array->axes ? array->length[a] : stream->shape.channels;
        *channels /= (int)behind[a - 1];
    }
    return 0;
}

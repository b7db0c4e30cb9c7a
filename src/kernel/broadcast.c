/* broadcast.c - channels that are paired with columns along several axes, as numpy broadcasts. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "kernel.h"

#include "util.h"

#include <stdlib.h>

enum { MOST_PATHS = 1 << 24 };

int kernel_broadcast(const struct kernel *kernel, const char *signal, bool cropped,
                     struct broadcast *b)
{
    double paths = 1;

    for (int a = 0; a < b->axes; a++) {
        int64_t n = b->signal[a], columns = b->kernel[a];
        if (n != columns && n != 1 && columns != 1) {
            util_error("%s and %s: %lld and %lld along an axis that is not convolved: there is no "
                       "rule how to pair them",
                       signal, kernel->name, (long long)n, (long long)columns);
            return -1;
        }
        b->result[a] = n == 1 && !cropped ? columns : n;
        b->first[a] = n == 1 && cropped ? (columns - 1) / 2 : 0;
        paths *= (double)b->result[a];
    }
    if (paths <= MOST_PATHS)
        return 0;
    util_error("%s and %s: the axes that are not convolved are too long", signal, kernel->name);
    return -1;
}

/* The path to a place along the axes. */
static struct path find_path(const struct broadcast *b, int out)
{
    struct path path = {.out = out};
    int place[MOST_AXES];

    for (int a = b->axes - 1; a >= 0; a--) {
        place[a] = out % (int)b->result[a];
        out /= (int)b->result[a];
    }
    for (int a = 0; a < b->axes; a++) {
        path.in = path.in * (int)b->signal[a] + (b->signal[a] > 1 ? place[a] : 0);
        path.column = path.column * (int)b->kernel[a] +
                      (b->kernel[a] > 1 ? place[a] + (int)b->first[a] : 0);
    }
    return path;
}

struct path *kernel_broadcast_paths(const struct broadcast *b, size_t *count)
{
    *count = 1;
    for (int a = 0; a < b->axes; a++)
        *count *= (size_t)b->result[a];
    struct path *path = util_array(*count, sizeof *path);
    for (size_t k = 0; k < *count; k++)
        path[k] = find_path(b, (int)k);
    return path;
}

/* presence.c - the paths along which weights and counts are convolved beside the values. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "kernel.h"

#include "util.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Check that for every output the sum of the taps along its paths is finite and not 0. */
static int check_sums(const struct kernel *kernel, const struct system *system)
{
    double sum = 0, size = 0;

    for (size_t p = 0; p < system->paths; p++) {
        const struct path *path = &system->path[p];
        for (size_t j = 0; j < system->taps; j++) {
            double tap = system->h[(size_t)path->column * system->taps + j];
            sum += tap;
            size += fabs(tap);
        }
        if (p + 1 < system->paths && path[1].out == path->out)
            continue;
        if (!isfinite(size)) {
            util_error("%s: the sum of the taps is too large to rescale by it", kernel->name);
            return -1;
        }
        if (fabs(sum) <= size * ((double)system->taps * 0x1p-53)) {
            util_error("%s: the taps sum to zero: --nan=omit and --boundary=renorm have no "
                       "weights to rescale",
                       kernel->name);
            return -1;
        }
        sum = size = 0;
    }
    return 0;
}

/* Whether the columns hold taps of both signs. */
static bool has_both_signs(const struct system *system)
{
    bool positive = false, negative = false;

    for (size_t j = 0; j < system->taps * (size_t)system->columns; j++) {
        positive |= system->h[j] > 0;
        negative |= system->h[j] < 0;
    }
    return positive && negative;
}

int kernel_add_presence(const struct kernel *kernel, const struct system *plain, bool magnitudes,
                        struct system *system, struct path **paths, double **h)
{
    size_t taps = plain->taps, columns = (size_t)plain->columns, count = plain->paths;
    bool both = magnitudes && has_both_signs(plain);
    size_t groups = both ? 4 : 3, all = both ? 2 * columns + 1 : columns + 1;

    *h = NULL;
    *paths = NULL;
    if (check_sums(kernel, plain) < 0)
        return -1;
    *h = util_doubles(taps * all);
    memcpy(*h, plain->h, taps * columns * sizeof **h);
    for (size_t j = 0; j < taps; j++)
        (*h)[columns * taps + j] = 1;
    for (size_t j = 0; both && j < taps * columns; j++)
        (*h)[(columns + 1) * taps + j] = fabs(plain->h[j]);
    *paths = util_array(groups * count, sizeof **paths);
    for (size_t k = 0; k < count; k++) {
        struct path p = plain->path[k];
        (*paths)[k] = p;
        (*paths)[count + k] = (struct path){p.in + plain->ins, p.column, p.out + plain->outs};
        (*paths)[2 * count + k] =
            (struct path){p.in + plain->ins, (int)columns, p.out + 2 * plain->outs};
        if (both)
            (*paths)[3 * count + k] = (struct path){
                p.in + plain->ins, p.column + (int)columns + 1, p.out + 3 * plain->outs};
    }
    *system = (struct system){.taps = taps,
                              .columns = (int)all,
                              .h = *h,
                              .ins = 2 * plain->ins,
                              .outs = (int)groups * plain->outs,
                              .paths = groups * count,
                              .path = *paths,
                              .divisor = plain->divisor,
                              .presence = plain->outs};
    return 0;
}

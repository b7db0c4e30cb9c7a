/* route.c - which channel of the signal passes through which column to which output channel. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "kernel.h"

#include "util.h"

#include <math.h>
#include <stdlib.h>

/* The paths between so many channels and columns. NULL: no rule fits, already reported. */
static struct path *find_paths(const struct kernel *kernel, int channels, int columns,
                               const char *signal, size_t *count)
{
    bool true_stereo = channels == 2 && columns == 4;

    if (!true_stereo && channels != columns && channels != 1 && columns != 1) {
        util_error("%s has %d channels and %s %d: there is no rule how to pair them", signal,
                   channels, kernel->name, columns);
        return NULL;
    }
    *count = (size_t)(channels > columns ? channels : columns);
    struct path *path = util_array(*count, sizeof *path);
    for (int k = 0; k < (int)*count; k++) {
        if (true_stereo) /* out-major: L from LL and RL, R from LR and RR */
            path[k] = (struct path){.in = k % 2, .column = 2 * (k % 2) + k / 2, .out = k / 2};
        else
            path[k] = (struct path){
                .in = channels == 1 ? 0 : k, .column = columns == 1 ? 0 : k, .out = k};
    }
    return path;
}

int kernel_route(const struct kernel *kernel, int channels, bool complex, const char *signal,
                 const struct broadcast *broadcast, struct system *system, struct path **paths,
                 double **h)
{
    int columns = kernel->columns / (1 + kernel->complex);
    size_t count = 0;

    channels /= 1 + complex;
    *paths = broadcast ? kernel_broadcast_paths(broadcast, &count)
                       : find_paths(kernel, channels, columns, signal, &count);
    if (!*paths)
        return -1;
    *system = (struct system){.taps = kernel->taps,
                              .columns = kernel->columns,
                              .h = kernel->h,
                              .ins = channels,
                              .outs = (*paths)[count - 1].out + 1,
                              .paths = count,
                              .path = *paths,
                              .divisor = kernel->divisor};
    if (complex || kernel->complex)
        kernel_split_paths(kernel, complex, system, paths, h);
    return 0;
}

/* sums[columns] of |h|. Returns false when a tap is not an integer. */
static bool sum_columns(const struct system *system, double *sums)
{
    for (int c = 0; c < system->columns; c++) {
        const double *h = system->h + (size_t)c * system->taps;
        for (size_t j = 0; j < system->taps; j++) {
            if (h[j] != rint(h[j]))
                return false;
            sums[c] += fabs(h[j]);
        }
    }
    return true;
}

double kernel_growth(const struct system *system)
{
    double *sums = util_array((size_t)system->columns, sizeof *sums);
    double most = sum_columns(system, sums) && system->divisor <= 0 ? 1 : 0, sum = 0;

    for (size_t k = 0; k < system->paths && most > 0; k++) {
        const struct path *path = &system->path[k];
        sum = (k > 0 && path->out == path[-1].out ? sum : 0) + sums[path->column];
        most = fmax(most, sum);
    }
    free(sums);
    return most;
}

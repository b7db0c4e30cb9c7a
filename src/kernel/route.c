/* route.c - which channel of the signal passes through which column to which output channel. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "kernel.h"

#include "util.h"

#include <math.h>
#include <stdlib.h>

int kernel_route(const struct kernel *kernel, int channels, bool complex, const char *signal,
                 struct system *system, struct path **paths, double **h)
{
    int columns = kernel->columns / (1 + kernel->complex);
    bool true_stereo = (channels /= 1 + complex) == 2 && columns == 4;
    int outs = true_stereo ? 2 : channels > columns ? channels : columns;
    size_t count = true_stereo ? 4 : (size_t)outs;

    if (!true_stereo && channels != columns && channels != 1 && columns != 1) {
        util_error("%s has %d channels and %s %d: there is no rule how to pair them", signal,
                   channels, kernel->name, columns);
        return -1;
    }
    struct path *path = util_array(count, sizeof *path);
    for (int k = 0; k < (int)count; k++) {
        if (true_stereo) /* out-major: L from LL and RL, R from LR and RR */
            path[k] = (struct path){.in = k % 2, .column = 2 * (k % 2) + k / 2, .out = k / 2};
        else
            path[k] = (struct path){
                .in = channels == 1 ? 0 : k, .column = columns == 1 ? 0 : k, .out = k};
    }
    *paths = path;
    *system = (struct system){.taps = kernel->taps,
                              .columns = kernel->columns,
                              .h = kernel->h,
                              .ins = channels,
                              .outs = outs,
                              .paths = count,
                              .path = path,
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

/* route.c - which channel of the signal passes through which column to which output channel. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "kernel.h"

#include "util.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The paths of a map. NULL: it has channels or columns that are not there, already reported. */
static struct path *copy_map(const struct kernel *kernel, const struct map *map, int channels,
                             int columns, const char *signal, size_t *count)
{
    const struct path *p = map->path, *end = p + map->paths;

    while (p < end && p->in < channels && p->column < columns)
        p++;
    if (p < end) {
        bool missing = p->in >= channels;
        int has = missing ? channels : columns;
        util_error("--map: %d:%d:%d, and %s has only %d channel%s", p->in + 1,
                   map->place[p->out] + 1, p->column + 1, missing ? signal : kernel->name, has,
                   has == 1 ? "" : "s");
        return NULL;
    }
    *count = map->paths;
    return memcpy(util_array(*count, sizeof *p), map->path, *count * sizeof *p);
}

/* The paths between so many channels and columns. NULL: no rule fits, already reported. */
static struct path *pair(const struct kernel *kernel, int channels, int columns,
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

/* The paths of a pairing, in whichever way. NULL: already reported. */
static struct path *find_paths(const struct kernel *kernel, const struct pairing *pairing,
                               size_t *count)
{
    int columns = kernel->columns / (1 + kernel->complex);
    int channels = pairing->channels / (1 + pairing->complex);

    if (pairing->map)
        return copy_map(kernel, pairing->map, channels, columns, pairing->signal, count);
    if (pairing->broadcast)
        return kernel_broadcast_paths(pairing->broadcast, count);
    return pair(kernel, channels, columns, pairing->signal, count);
}

int kernel_route(const struct kernel *kernel, const struct pairing *pairing, struct system *system,
                 struct path **paths, double **h)
{
    size_t count = 0;

    *paths = find_paths(kernel, pairing, &count);
    if (!*paths)
        return -1;
    *system = (struct system){.taps = kernel->taps,
                              .columns = kernel->columns,
                              .h = kernel->h,
                              .ins = pairing->channels / (1 + pairing->complex),
                              .outs = (*paths)[count - 1].out + 1,
                              .paths = count,
                              .path = *paths,
                              .divisor = kernel->divisor};
    if (pairing->complex || kernel->complex)
        kernel_split_paths(kernel, pairing->complex, system, paths, h);
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

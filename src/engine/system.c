/* system.c - properties of a system. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "system.h"

const double *system_taps(const struct system *system, const struct path *path)
{
    return system->h + (size_t)path->column * system->taps;
}

size_t system_most_paths(const struct system *system)
{
    size_t most = 0, begin = 0;

    for (size_t k = 0; k < system->paths; k++) {
        begin = system->path[k].out == system->path[begin].out ? begin : k;
        most = k - begin + 1 > most ? k - begin + 1 : most;
    }
    return most;
}

size_t system_most_channels(const struct system *system)
{
    return (size_t)(system->ins > system->outs ? system->ins : system->outs);
}

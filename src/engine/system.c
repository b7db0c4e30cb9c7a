/* system.c - properties of a system. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "system.h"

#include <float.h>
#include <math.h>

struct tap_run system_run(const struct system *system, size_t i)
{
    return system->runs ? system->run[i] : (struct tap_run){0, system->taps};
}

size_t system_runs(const struct system *system)
{
    return system->runs ? system->runs : 1;
}

size_t system_next(const struct system *system, size_t *run, size_t j)
{
    struct tap_run at = system_run(system, *run);

    if (j + 1 < at.begin + at.count)
        return j + 1;
    return ++*run < system_runs(system) ? system_run(system, *run).begin : system->taps;
}

size_t system_products(const struct system *system)
{
    size_t products = 0;

    for (size_t i = 0; i < system_runs(system); i++)
        products += system_run(system, i).count;
    return products;
}

size_t system_first_sample(const struct system *system, struct tap_run run)
{
    return system->taps - run.begin - run.count;
}

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

double system_norm(const double *h, size_t taps)
{
    double most = 0, square = 0;

    for (size_t j = 0; j < taps; j++)
        most = fmax(most, fabs(h[j]));
    for (size_t j = 0; j < taps && most > 0; j++)
        square += h[j] / most * (h[j] / most);
    return most * sqrt(square);
}

double system_complex_norm(double a, double b)
{
    double most = fmax(a, b), part = fmin(a, b) / most;
    return most > 0 && most <= DBL_MAX ? most * sqrt(1 + part * part) : most;
}

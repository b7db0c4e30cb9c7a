/* guarded.h - runs an engine with its guard. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef GUARDED_H
#define GUARDED_H

#include "engine/guard.h"
#include "util.h"

#include "systems.h"

#include <math.h>
#include <stdio.h>

static bool broken;
static long tried;

static inline void tell(const struct engine *engine, const char *what, long wrong)
{
    printf("%s: %ld systems of %s, %ld outputs wrong\n", engine->name, tried, what, wrong);
    broken = broken || wrong;
    tried = 0;
}

/* x[n] of integers up to `most`, from `begin` on. */
static inline void fill_integers(double *x, size_t n, size_t begin, enum kind kind,
                                 double most)
{
    for (size_t i = 0; i < n; i++)
        x[i] = i < begin             ? 0
               : kind == RANDOM      ? rint(uniform() * most)
               : kind == ALTERNATING ? (i % 2 ? -most : most)
                                     : most;
}

/* y[outs][frames] of x[ins], from the engine of a plan with its guard; what was in y must not
 * matter. */
static inline void run_plan(const struct plan *plan, const struct system *system, double *const *x,
                            double *const *y, size_t frames)
{
    for (int o = 0; o < system->outs; o++)
        fill(y[o], frames, RANDOM);
    struct guard *guard = guard_open(system, plan);
    guard_run(guard, 0, (const double *const *)x, y, frames);
    guard_close(guard);
}

/* The same of an engine as it plans a long signal. */
static inline void run(const struct engine *engine, const struct system *system, double *const *x,
                       double *const *y, size_t frames)
{
    struct plan plan;

    engine_choose(system, engine, &long_work, &plan);
    run_plan(&plan, system, x, y, frames);
}

#endif

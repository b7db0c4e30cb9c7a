/* choose.c - the table of engines, and the choice among them.
 *
 * Each engine predicts its cost in nanoseconds on one core. The constants were measured by
 * tests/bench/engines on the machine named in tests/bench/RESULTS.md. Only their ratios matter.
 * They are fixed because the choice, and so the bits of the result, must not differ between
 * machines. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "engine.h"

#include "thread/pool.h"

static const struct {
    const struct engine *engine;
    const char *help;
} engines[] = {
    {&engine_direct, "sums of products"},
    {&engine_fft, "Fourier transforms, block by block"},
    {&engine_separable, "direct sums along one axis after the other"},
    {&engine_exact, "each output the double nearest to the true sum"},
};

enum {
    ENGINES = sizeof engines / sizeof *engines,
    SHORT_SAMPLES = 1 << 17,
    SHARED_SAMPLES = 1 << 19, /* of all channels and threads: threads share larger blocks */
};

const struct engine *engine_at(size_t i)
{
    return i < ENGINES ? engines[i].engine : NULL;
}

struct choice engine_choice(size_t i)
{
    if (i > ENGINES)
        return (struct choice){0};
    if (i == 0)
        return (struct choice){"auto", "the fastest of direct, fft and separable", 0, NULL};
    return (struct choice){engines[i - 1].engine->name, engines[i - 1].help, (int)i, NULL};
}

size_t engine_long_frames(size_t taps, int channels)
{
    size_t frames = SHORT_SAMPLES / (size_t)channels;
    return frames > 2 * taps ? frames : 2 * taps;
}

void engine_choose(const struct system *system, const struct engine *only,
                   const struct work *work, struct plan *plan)
{
    plan->engine = NULL;
    for (size_t i = 0; i < ENGINES; i++) {
        const struct engine *engine = engines[i].engine;
        struct plan own = {.engine = engine, .slots = 1};
        bool eligible = engine->automatic && !(engine->in_blocks && work->unbuffered) &&
                        !(engine->of_products && !system->factors);
        if (only ? engine != only : !eligible)
            continue;
        engine->plan(system, work, &own);
        if (!plan->engine || own.cost < plan->cost)
            *plan = own;
    }
    bool fits = work->outputs > 0 && plan->block > (size_t)work->outputs;
    if (fits) /* it uses less memory */
        plan->block = (size_t)work->outputs;
    plan->unbuffered = work->unbuffered;
    if (plan->unbuffered)
        plan->block = 1;
}

void engine_share(const struct system *system, const struct work *work, struct pool *pool,
                  struct plan *plan)
{
    size_t threads = (size_t)pool_threads(pool);
    bool single = work->outputs >= 0 && work->outputs <= (int64_t)plan->block;

    if (plan->unbuffered || threads == 1)
        return;
    if (plan->engine->shares &&
        (single || plan->block * system_most_channels(system) > SHARED_SAMPLES / threads))
        plan->pool = pool;
    else if (!single)
        plan->slots = threads;
}

size_t engine_doubles(const struct plan *plan)
{
    return plan->doubles + plan->slots * plan->slot_doubles;
}

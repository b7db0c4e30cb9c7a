/* choose.c - the cost model: which engine, and which transform length.
 *
 * Costs are nanoseconds on one core, measured by tests/bench/engines on the machine that tests/bench/RESULTS.md names. Only
 * their ratios matter, and they are constants: the choice, and so the bits of the result, must not change from
 * machine to machine. */
#include "engine.h"
#include "engine/transform/transform.h"

#include "thread/pool.h"

#include <math.h>
#include <string.h>

static const double DIRECT_TAP = 0.0303;   /* a tap of an output of a path */
static const double DIRECT_OUTPUT = 0.15;  /* an output of a path besides */
static const double EXACT_TAP = 0.14, EXACT_OUTPUT = 12; /* the same of the exact engine */
static const double PRODUCT_SAMPLE = 0.09; /* a real sample of a path beyond the first of its output */

/* A real sample of a block of length 2^k, and of half as much again, there and back, with one product and all that the engine
 * does besides; and what it costs the caches that a block is long. */
static const double PAIR[][2] = {
    {1.03, 1.08}, /* 512 */
    {1.09, 1.09}, {1.05, 1.05}, {1.05, 1.08}, {1.11, 1.17}, {1.20, 1.15}, {1.23, 1.25}, {1.38, 1.36}, {1.42, 1.39},
    {1.47, 1.45}, /* 262144 */
    {2.01, 2.58}, {2.69, 2.81}, {3.05, 3.29}, {3.28, 3.41}, {3.41, 3.56},
};
static const double BLOCK_SAMPLE = 0.1;
enum { SHORTEST_LENGTH = 512, PAIRS = sizeof PAIR / sizeof *PAIR };

/* What is computed once: a real sample of a transform's tables and of each column's spectrum, and whatever else. */
static const double OPEN_SAMPLE = 3, OPEN = 6000;

/* Outputs of a signal that is not short: so many that opening does not count. */
static const double MANY_OUTPUTS = 0x1p30;

/* Longer transforms than some multiple of the taps cost memory, of which 128 bytes a tap, channel and thread are promised, and
 * 32 MiB besides: what short ones cost is nothing beside those. */
static const struct {
    size_t length; /* up to this one */
    double most;   /* of it for a tap */
} LIMITS[] = {{(size_t)1 << 15, INFINITY}, {(size_t)1 << 20, 6}, {(size_t)1 << 22, 4.2}, {SIZE_MAX, 3.5}};
static const size_t LONGEST_LENGTH = (size_t)1 << 35;

static const size_t DIRECT_BLOCK_SAMPLES = 1 << 14;

enum {
    SHORT_SAMPLES = 1 << 17,
    SHARED_SAMPLES = 1 << 19, /* of all channels and threads: when blocks of transforms hold more, threads share them */
};

size_t engine_long_frames(size_t taps, int channels)
{
    size_t frames = SHORT_SAMPLES / (size_t)channels;
    return frames > 2 * taps ? frames : 2 * taps;
}

static double pair_cost(size_t length)
{
    size_t octave = 0, power = SHORTEST_LENGTH;

    for (; 2 * power <= length; power *= 2)
        octave++;
    return PAIR[octave < PAIRS ? octave : PAIRS - 1][length > power] + BLOCK_SAMPLE;
}

static void plan_direct(const struct system *system, struct plan *plan)
{
    size_t channels = (size_t)(system->ins > system->outs ? system->ins : system->outs);

    plan->engine = &engine_direct;
    plan->block = DIRECT_BLOCK_SAMPLES / channels;
    if (plan->block < 8)
        plan->block = 8;
    plan->slots = 1;
    plan->pool = NULL;
    plan->unbuffered = false;
    plan->transform = plan->zeros = 0;
    plan->cost = (double)system->paths * (DIRECT_TAP * (double)system->taps + DIRECT_OUTPUT);
}

/* On the same grid. */
static void plan_exact(const struct system *system, struct plan *plan)
{
    plan_direct(system, plan);
    plan->engine = &engine_exact;
    plan->cost = (double)system->paths * (EXACT_TAP * (double)system->taps + EXACT_OUTPUT);
}

/* Whether all outputs fit into one block of a transform, in which zeros before and behind may overlap. */
static bool is_one_block(const struct system *system, size_t length, double outputs, size_t zeros)
{
    return outputs + (double)(system->taps - 1) - (double)zeros <= (double)length;
}

/* Whether a transform is longer than its memory allows. */
static bool is_large(size_t length, size_t taps)
{
    size_t k = 0;
    while (length > LIMITS[k].length)
        k++;
    return (double)length > LIMITS[k].most * (double)taps;
}

/* Of an output frame: whole blocks are paid for, and the opening. */
static double fft_cost(const struct system *system, size_t length, double outputs, size_t zeros)
{
    double pairs = (double)(system->ins + system->outs) / 2, more = (double)(system->paths - (size_t)system->outs);
    double blocks = is_one_block(system, length, outputs, zeros) ? 1 : ceil(outputs / (double)(length - system->taps + 1));
    double block = (pairs * pair_cost(length) + more * PRODUCT_SAMPLE) * (double)length;
    return (OPEN + OPEN_SAMPLE * (double)length * system->columns + blocks * block) / outputs;
}

static void plan_fft(const struct system *system, double outputs, size_t zeros, struct plan *plan)
{
    plan->engine = &engine_fft;
    plan->slots = 1;
    plan->pool = NULL;
    plan->unbuffered = false;
    plan->cost = INFINITY;
    plan->transform = 0;
    for (size_t power = SHORTEST_LENGTH; power <= LONGEST_LENGTH; power *= 2)
        for (size_t length = power; length < 2 * power; length += power / 2) {
            size_t least = is_one_block(system, length, outputs, zeros) ? system->taps : system->taps + system->taps / 8 + 1;
            if (!transform_fits(length) || length < least || (plan->transform && is_large(length, system->taps)))
                continue;
            double cost = fft_cost(system, length, outputs, zeros);
            if (cost < plan->cost) {
                plan->cost = cost;
                plan->transform = length;
            }
        }
    plan->block = plan->transform - system->taps + 1;
    plan->zeros = 0;
    if (outputs > (double)plan->block && is_one_block(system, plan->transform, outputs, zeros)) {
        plan->block = (size_t)outputs;
        plan->zeros = zeros;
    }
}

void engine_share(const struct system *system, const struct work *work, struct pool *pool, struct plan *plan)
{
    size_t channels = (size_t)(system->ins > system->outs ? system->ins : system->outs);
    size_t threads = (size_t)pool_threads(pool);
    bool single = work->outputs >= 0 && work->outputs <= (int64_t)plan->block;

    if (plan->unbuffered || threads == 1)
        return;
    if (plan->transform && (single || plan->block * channels > SHARED_SAMPLES / threads))
        plan->pool = pool;
    else if (!single)
        plan->slots = threads;
}

size_t engine_doubles(const struct system *system, const struct plan *plan)
{
    /* spectra of the kernel; in each slot of the channels, of which one serves all where no two paths meet; tables */
    size_t channels = system->paths > (size_t)system->ins || system->paths > (size_t)system->outs
                          ? (size_t)system->ins + (size_t)system->outs
                          : 1;
    return plan->transform * ((size_t)system->columns + plan->slots * channels) + plan->transform / 4;
}

bool engine_choose(const struct system *system, const char *name, const struct work *work, struct plan *plan)
{
    bool automatic = strcmp(name, "auto") == 0;
    double count = work->outputs < 0 ? MANY_OUTPUTS : work->outputs < 1 ? 1 : (double)work->outputs;
    struct plan direct, fft;

    plan_direct(system, &direct);
    plan_fft(system, count, work->outputs < 1 ? 0 : work->zeros, &fft); /* one always fits: memory ends before the lengths do */
    if (strcmp(name, engine_direct.name) == 0 || (automatic && direct.cost <= fft.cost))
        *plan = direct;
    else if (strcmp(name, engine_fft.name) == 0 || automatic)
        *plan = fft;
    else if (strcmp(name, engine_exact.name) == 0)
        plan_exact(system, plan);
    else
        return false;
    if (work->outputs > 0 && plan->block > (size_t)work->outputs) /* memory that is not needed is not touched */
        plan->block = (size_t)work->outputs;
    return true;
}

/* choose.c - the cost model: which engine, and which transform length.
 *
 * Costs are nanoseconds on one core, measured by tests/bench/engines on the machine that tests/bench/RESULTS.md names. Only
 * their ratios matter, and they are constants: the choice, and so the bits of the result, must not change from
 * machine to machine. */
#include "engine.h"
#include "transform.h"

#include <math.h>
#include <string.h>

static const double DIRECT_TAP = 0.0303;   /* a tap of an output of a path */
static const double DIRECT_OUTPUT = 0.15;  /* an output of a path besides */
static const double EXACT_TAP = 0.14, EXACT_OUTPUT = 12; /* the same of the exact engine */
static const double PRODUCT_SAMPLE = 0.09; /* a real sample of a path beyond the first of its output */

/* A real sample of a block of length 2^k there and back, with one product and all that the engine does besides; the first
 * is k = 8. */
static const double PAIR[] = {2.00, 1.85, 1.82, 1.80, 1.85, 1.85, 1.91, 2.15,
                              2.45, 3.05, 2.90, 3.75, 4.60, 6.00, 7.90, 10.5};
enum { FIRST = 8, PAIRS = sizeof PAIR / sizeof *PAIR };

/* What is computed once: a real sample of a transform's tables and of each column's spectrum, and whatever else. */
static const double OPEN_SAMPLE = 8, OPEN = 20000;

/* Outputs of a signal that is not short: so many that opening does not count. */
static const double MANY_OUTPUTS = 0x1p30;

/* Longer transforms than some multiple of the taps cost memory, of which 128 bytes a tap and channel are promised; a
 * short one costs none to speak of. */
static const size_t SHORT_LENGTH = (size_t)1 << 15, ROOMY_LENGTH = (size_t)1 << 18;
static const size_t LONGEST_LENGTH = (size_t)1 << 35;

static const size_t DIRECT_BLOCK_SAMPLES = 1 << 14;

enum { SHORT_SAMPLES = 1 << 17 };

size_t engine_long_frames(size_t taps, int channels)
{
    size_t frames = SHORT_SAMPLES / (size_t)channels;
    return frames > 2 * taps ? frames : 2 * taps;
}

static double pair_cost(size_t length)
{
    double k = log2((double)length) - FIRST;
    int low = (int)k;
    if (low >= PAIRS - 1)
        return PAIR[PAIRS - 1];
    return PAIR[low] + (k - low) * (PAIR[low + 1] - PAIR[low]);
}

static void plan_direct(const struct system *system, struct plan *plan)
{
    size_t channels = (size_t)(system->ins > system->outs ? system->ins : system->outs);

    plan->engine = &engine_direct;
    plan->block = DIRECT_BLOCK_SAMPLES / channels;
    if (plan->block < 8)
        plan->block = 8;
    plan->lanes = 1;
    plan->prompt = false;
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
    size_t longest = system->taps / 2 * 5;

    plan->engine = &engine_fft;
    plan->lanes = 1;
    plan->prompt = false;
    plan->cost = INFINITY;
    plan->transform = 0;
    for (size_t scale = 32; scale <= LONGEST_LENGTH; scale *= 2)
        for (size_t length = 8 * scale; length < 16 * scale; length += scale) {
            if (!transform_fits(length) || length < system->taps + system->taps / 8 + 1 ||
                (plan->transform && ((length > SHORT_LENGTH && length > 4 * system->taps) ||
                                     (length > ROOMY_LENGTH && length > longest))))
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

size_t engine_doubles(const struct system *system, const struct plan *plan)
{
    /* spectra of the kernel; in each lane of the channels, of which one serves all where no two paths meet */
    size_t channels = system->paths > (size_t)system->ins || system->paths > (size_t)system->outs
                          ? (size_t)system->ins + (size_t)system->outs
                          : 1;
    return plan->transform * ((size_t)system->columns + plan->lanes * channels);
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
    return true;
}

/* choose.c - the cost model: which engine, and which transform length.
 *
 * Costs are nanoseconds on one core of the machine that the table in tests/bench/RESULTS.md names. Only their ratios
 * matter, and they are constants: the choice, and so the bits of the result, must not change from machine to machine. */
#include "engine.h"

#include <math.h>
#include <string.h>

static const double DIRECT_TAP = 0.036;   /* a tap of an output of a path */
static const double DIRECT_OUTPUT = 0.5;  /* an output of a path besides */
static const double PRODUCT_POINT = 0.6;  /* a complex point of a product of spectra */
static const double BLOCK_SAMPLE = 0.6;   /* a real sample on its way into or out of a transform */

/* A complex point of a transform of 2^k points, forward or backward, k = 0 ... 24. */
static const double POINT[] = {8,   5,   3,   2,   1.5, 1.3, 1.2, 1.1, 1.1, 1.15, 1.25, 1.35, 1.5,
                               2.0, 2.4, 2.8, 3.0, 3.3, 3.9, 7.0, 9.5, 11,  12,   13,   14};
enum { POINTS = sizeof POINT / sizeof *POINT };

/* Transforms longer than this need more memory than it pays: 128 bytes a tap and channel are promised. */
static const size_t ROOMY_LENGTH = 1 << 17;
static const size_t LONGEST_LENGTH = (size_t)1 << 31; /* FFTW counts in int */

static const size_t DIRECT_BLOCK_SAMPLES = 1 << 14;

static double transform_cost(size_t points)
{
    double k = log2((double)points);
    int low = (int)k;
    if (low >= POINTS - 1)
        return POINT[POINTS - 1] * (double)points;
    return (POINT[low] + (k - low) * (POINT[low + 1] - POINT[low])) * (double)points;
}

static void plan_direct(const struct system *system, struct plan *plan)
{
    size_t channels = (size_t)(system->ins > system->outs ? system->ins : system->outs);

    plan->engine = &engine_direct;
    plan->block = DIRECT_BLOCK_SAMPLES / channels;
    if (plan->block < 256)
        plan->block = 256;
    plan->transform = 0;
    plan->cost = (double)system->paths * (DIRECT_TAP * (double)system->taps + DIRECT_OUTPUT);
}

static double fft_cost(const struct system *system, size_t length)
{
    double transforms = (double)(system->ins + system->outs), points = (double)length / 2;
    double block = (double)(length - system->taps + 1);
    return (transforms * (transform_cost(length / 2) + BLOCK_SAMPLE * (double)length) +
            (double)system->paths * PRODUCT_POINT * points) / block;
}

static void plan_fft(const struct system *system, struct plan *plan)
{
    static const size_t odd[] = {1, 3, 5};

    plan->engine = &engine_fft;
    plan->cost = INFINITY;
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++)
        for (size_t length = 16 * odd[i]; length <= LONGEST_LENGTH; length *= 2) {
            if (length < system->taps + system->taps / 2)
                continue;
            if (length > ROOMY_LENGTH && length > system->taps / 2 * 5 && plan->transform)
                break;
            double cost = fft_cost(system, length);
            if (cost < plan->cost) {
                plan->cost = cost;
                plan->transform = length;
            }
        }
    plan->block = plan->transform - system->taps + 1;
}

bool engine_choose(const struct system *system, const char *name, struct plan *plan)
{
    bool automatic = strcmp(name, "auto") == 0;
    bool fits = system->taps <= LONGEST_LENGTH / 3;
    struct plan direct, fft = {.cost = INFINITY};

    plan_direct(system, &direct);
    if (fits)
        plan_fft(system, &fft);
    if (strcmp(name, engine_direct.name) == 0 || (automatic && direct.cost <= fft.cost))
        *plan = direct;
    else if (strcmp(name, engine_fft.name) == 0 || automatic)
        *plan = fits ? fft : direct;
    else
        return false;
    return true;
}

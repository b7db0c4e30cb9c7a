/* fft_plan.c - the cost of the fft engine, and the transform length of least cost. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "fft.h"
#include "engine/transform/transform.h"

#include "util.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static const double PRODUCT_SAMPLE = 0.09; /* a real sample of a further path of an output */

/* Per real sample of a block of length 2^k, and of 3 * 2^(k-1): both transforms, one product, all
 * else that the engine does, and the cache misses of long blocks. */
static const double PAIR[][2] = {
    {1.03, 1.08}, /* 512 */
    {1.09, 1.09}, {1.05, 1.05}, {1.05, 1.08}, {1.11, 1.17}, {1.20, 1.15},
    {1.23, 1.25}, {1.38, 1.36}, {1.42, 1.39}, {1.47, 1.45}, /* 262144 */
    {2.01, 2.58}, {2.69, 2.81}, {3.05, 3.29}, {3.28, 3.41}, {3.41, 3.56},
};
static const double BLOCK_SAMPLE = 0.1;

/* With gaps between the taps, of several axes, direct sums compete with transforms that are longer
 * than those that they compete with along one axis. They take so much more, in proportion. */
static const double GAPS = 1.45;
enum { SHORTEST_LENGTH = 512, PAIRS = sizeof PAIR / sizeof *PAIR };

/* One-time costs: per real sample of the transform's tables and of each column's spectrum; and a
 * constant. */
static const double OPEN_SAMPLE = 3, OPEN = 6000;

/* The assumed number of outputs of a long signal, which makes the one-time costs negligible. */
static const double MANY_OUTPUTS = 0x1p30;

/* Limits of the transform length relative to the number of taps, which bound memory: conv promises
 * at most 128 bytes per tap, channel and thread, plus 32 MiB. Short transforms need little of the
 * latter. */
static const struct {
    size_t length; /* up to this length */
    double most;   /* length per tap */
} LIMITS[] = {
    {(size_t)1 << 15, INFINITY}, {(size_t)1 << 20, 6}, {(size_t)1 << 22, 4.2}, {SIZE_MAX, 3.5}};
static const size_t LONGEST_LENGTH = (size_t)1 << 35;

/* The size of the work. */
struct task {
    const struct system *system;
    double outputs;
    size_t zeros;      /* before and after the signal */
    size_t parts;      /* a transform of length L takes L / parts frames; 2 if they are complex */
    double transforms; /* of each block, in pairs: there and back */
    double products;   /* of spectra, beyond one for each way back */
    double columns;    /* of taps, each of which has a spectrum */
};

static double pair_cost(size_t length)
{
    size_t octave = 0, power = SHORTEST_LENGTH;

    for (; 2 * power <= length; power *= 2)
        octave++;
    return PAIR[octave < PAIRS ? octave : PAIRS - 1][length > power] + BLOCK_SAMPLE;
}

/* Whether all outputs fit into one transform, in which the zeros before and after the signal may
 * overlap. */
static bool is_one_block(const struct task *task, size_t length)
{
    return task->outputs + (double)(task->system->taps - 1) - (double)task->zeros <=
           (double)(length / task->parts);
}

/* Whether a transform is longer than the memory limit allows. */
static bool is_large(const struct task *task, size_t length)
{
    size_t k = 0;
    while (length > LIMITS[k].length)
        k++;
    return (double)(length / task->parts) > LIMITS[k].most * (double)task->system->taps;
}

/* Cost per output frame, with whole blocks and the one-time costs. */
static double cost_of(const struct task *task, size_t length)
{
    const struct system *system = task->system;
    size_t block = length / task->parts - system->taps + 1;
    double blocks = is_one_block(task, length) ? 1 : ceil(task->outputs / (double)block);
    double each = task->transforms * pair_cost(length) + task->products * PRODUCT_SAMPLE;
    double all = blocks * each * (double)length;
    double open = OPEN + OPEN_SAMPLE * (double)length * task->columns;
    return (open + (system->runs ? GAPS : 1) * all) / task->outputs;
}

/* Choose the length of least cost. A length always fits: memory runs out before the lengths do. */
static void choose_length(const struct task *task, struct plan *plan)
{
    size_t taps = task->system->taps;

    plan->cost = INFINITY;
    for (size_t power = SHORTEST_LENGTH; power <= LONGEST_LENGTH; power *= 2)
        for (size_t length = power; length < 2 * power; length += power / 2) {
            size_t least = is_one_block(task, length) ? taps : taps + taps / 8 + 1;
            if (!transform_fits(length) || length / task->parts < least ||
                (plan->transform && is_large(task, length)))
                continue;
            double cost = cost_of(task, length);
            if (cost < plan->cost) {
                plan->cost = cost;
                plan->transform = length;
            }
        }
}

bool fft_is_apart(const struct system *system)
{
    size_t each = system->complex ? 4 : 1, outs = (size_t)system->outs / (system->complex ? 2 : 1);
    bool apart = system->paths == each * outs;
    char *used = util_array((size_t)system->ins, 1);

    for (size_t k = 0; k < system->paths; k += each) {
        apart = apart && !used[system->path[k].in];
        used[system->path[k].in] = 1;
    }
    free(used);
    return apart;
}

static struct task task_of(const struct system *system, const struct work *work)
{
    bool complex = system->complex && fft_is_apart(system);
    double channels = (double)(system->ins + system->outs);
    struct task task = {.system = system,
                        .outputs = work->outputs < 0   ? MANY_OUTPUTS
                                   : work->outputs < 1 ? 1
                                                       : (double)work->outputs,
                        .zeros = work->outputs < 1 ? 0 : work->zeros,
                        .parts = complex ? 2 : 1,
                        .transforms = channels / (complex ? 4 : 2),
                        .columns = system->columns / (complex ? 3 : 1)};
    task.products = complex ? 0 : (double)(system->paths - (size_t)system->outs);
    return task;
}

void fft_plan(const struct system *system, const struct work *work, struct plan *plan)
{
    struct task task = task_of(system, work);
    size_t spectra = fft_is_apart(system) ? 1 : (size_t)system->ins + (size_t)system->outs;

    choose_length(&task, plan);
    plan->block = plan->transform / task.parts - system->taps + 1;
    if (task.outputs > (double)plan->block && is_one_block(&task, plan->transform)) {
        plan->block = (size_t)task.outputs;
        plan->zeros = task.zeros;
    }
    /* spectra of taps, and tables */
    plan->doubles = plan->transform * (size_t)task.columns + plan->transform / 4;
    plan->slot_doubles = plan->transform * spectra;
}

void fft_bound(const struct system *system, const struct plan *plan, char text[ENGINE_BOUND_BYTES])
{
    double norm = 0, most = 0;

    for (const struct path *p = system->path; p < system->path + system->paths; p++) {
        bool first = p == system->path || p->out != p[-1].out;
        norm = (first ? 0 : norm) + system_norm(system_taps(system, p), system->taps);
        most = fmax(most, norm);
    }
    double roundings = transform_roundings(plan->transform, system_most_paths(system));
    if (system->divisor > 0 && !system->presence) { /* which rounds once more */
        roundings++;
        most /= system->divisor;
    }
    snprintf(text, ENGINE_BOUND_BYTES, "at most %.3g times the 2-norm of a block's samples",
             roundings * 0x1p-53 * most);
}

/* span.c - the samples and the outputs of a run along each axis. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "plan.h"

#include "util.h"

#include <math.h>

size_t run_taps(const struct run *run, int axis)
{
    int k = run->setup->axes.of_kernel[axis];
    return k < 0 ? 1 : run->kernel->extent[k];
}

int span_axes(struct run *run)
{
    const struct axes *axes = &run->setup->axes;
    const struct stream *signal = run->signal;
    int64_t after[MOST_AXES];

    if (axes_measure(&run->traits, signal->name, signal->shape.frames, signal->shape.channels,
                     axes->spanned, after, &run->channels) < 0)
        return -1;
    run->grid.axes = axes->spanned - 1;
    for (int a = 0; a < run->grid.axes; a++) {
        struct grid_axis *axis = &run->grid.axis[a];
        axis->frames = (size_t)after[a];
        axis->taps = run_taps(run, a + 1);
    }
    return 0;
}

/* The extension beyond the ends of an axis, and whether it is missing. Mode valid uses none, or
 * zeros where signal and kernel trade places. Where NaNs are omitted, NaN says what is missing. */
static struct beyond find_beyond(const struct run *run, int axis, bool *missing)
{
    const struct request *request = run->request;
    int k = run->setup->axes.of_kernel[axis];
    struct beyond none = {.boundary = BOUNDARY_CONSTANT};
    struct beyond beyond = k < 0 ? none : request->beyond[k];
    bool valid = request->wanted.mode == MODE_VALID, nothing = beyond.boundary == BOUNDARY_NOTHING;

    *missing = (nothing && !valid) || (request->overlapping && k >= 0);
    if (*missing)
        return (struct beyond){.boundary = BOUNDARY_CONSTANT, .value = run->omit ? NAN : 0};
    if (valid || beyond.boundary == BOUNDARY_FIT)
        return (struct beyond){.boundary = BOUNDARY_CONSTANT};
    return beyond;
}

void span_beyond(struct run *run)
{
    const struct request *request = run->request;

    run->omit = request->nan == NAN_OMIT || request->nan == NAN_KEEP;
    run->beyond = find_beyond(run, 0, &run->first_missing);
    run->beyond.complex = run->traits.complex;
    run->ends_missing = run->first_missing;
    for (int a = 0; a < run->grid.axes; a++) {
        struct grid_axis *axis = &run->grid.axis[a];
        axis->beyond = find_beyond(run, a + 1, &axis->missing);
        axis->beyond.complex = run->traits.complex;
        run->ends_missing |= axis->missing;
    }
    run->renormalized = (run->ends_missing || run->omit) && request->norm != NORM_XCORR;
    run->grid.presence = run->ends_missing && !run->omit;
}

/* Mode valid: signal or kernel is at least as long as the other along each axis. */
static int check_containment(const struct run *run)
{
    const int *of_kernel = run->setup->axes.of_kernel;
    int64_t frames = run->signal->shape.frames, taps = (int64_t)run_taps(run, 0);
    bool shorter = frames >= 0 && frames < taps;
    bool longer = of_kernel[0] >= 0 && (frames < 0 || frames > taps);

    for (int a = 0; a < run->grid.axes; a++) {
        const struct grid_axis *axis = &run->grid.axis[a];
        if (of_kernel[a + 1] < 0)
            continue;
        shorter |= axis->frames < axis->taps;
        longer |= axis->frames > axis->taps;
    }
    if (!shorter || !longer)
        return 0;
    util_error("--mode=valid: neither %s nor %s contains the other along each axis",
               run->signal->name, run->kernel->name);
    return -1;
}

/* Whether the padded slabs, and those of the sums, are of a size that can be counted and held. */
static bool is_too_large(const struct run *run)
{
    double samples = 2 * fmax(run->channels, run->values.outs);

    for (int a = 0; a < run->grid.axes; a++)
        samples *= (double)interval_count(&run->grid.axis[a].needed,
                                          (int64_t)run->grid.axis[a].frames);
    return samples > 1 << 29;
}

/* Find the outputs along an axis, and the positions that they need. */
static int find_outputs(const struct run *run, int axis, int64_t frames, struct outputs *outputs,
                        struct interval *needed)
{
    int k = run->setup->axes.of_kernel[axis];
    struct shape shape = run->signal->shape;

    shape.frames = frames;
    if (k < 0) { /* each is its own output */
        *outputs = (struct outputs){.at = {.to = INTERVAL_OPEN, .step = 1}};
        *needed = outputs->at;
        return 0;
    }
    if (kernel_outputs(run->kernel, k, &run->request->wanted, &shape, run->signal->name,
                       outputs) < 0)
        return -1;
    cut_tell(run, k, outputs);
    *needed = kernel_needs(run->kernel, k, outputs);
    return 0;
}

int span_outputs(struct run *run)
{
    struct outputs outputs;

    if (find_outputs(run, 0, run->signal->shape.frames, &run->outputs, &run->needed) < 0)
        return -1;
    run->grid.first = run->outputs.at.from;
    for (int a = 0; a < run->grid.axes; a++) {
        struct grid_axis *axis = &run->grid.axis[a];
        int64_t frames = (int64_t)axis->frames;
        if (find_outputs(run, a + 1, frames, &outputs, &axis->needed) < 0)
            return -1;
        if (interval_count(&outputs.at, frames) <= 0) {
            util_error("--lags: there is none along axis %d of %s: it ends before", a + 1,
                       run->signal->name);
            return -1;
        }
        axis->needed.to = interval_end(&axis->needed, frames);
        axis->first = outputs.at.from;
        axis->step = outputs.at.step;
        axis->lag = outputs.at.from + outputs.lag;
        run->outputs.traded |= outputs.traded;
    }
    if (is_too_large(run)) {
        util_error("%s and %s: the axes after the first are too long for each other",
                   run->signal->name, run->kernel->name);
        return -1;
    }
    return run->request->wanted.mode == MODE_VALID ? check_containment(run) : 0;
}

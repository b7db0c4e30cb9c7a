/* correlation.c - coefficients of correlation: what they are of, and how they are computed. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "plan.h"

#include "stage/box.h"
#include "util.h"

#include <math.h>

int correlation_check(const struct run *run)
{
    const struct request *request = run->request;
    bool traded = run->outputs.traded && request->wanted.mode == MODE_VALID &&
                  request->norm == NORM_XCORR && !request->overlapping;

    size_t parts = run->traits.complex && run->kernel->complex ? 2 : 1;
    if (run->values.paths == parts * (size_t)run->values.outs && !traded)
        return 0;
    if (traded)
        util_error(
            "--normalize=xcorr: %s is shorter than %s: there is no stretch to compare it with",
            run->signal->name, run->kernel->name);
    else if (run->map.outs)
        util_error("--normalize=%s: a coefficient is of one path, and --map leads several to one "
                   "output",
                   choice_word(norm_choice, (int)request->norm));
    else
        util_error("--normalize=%s: %s and %s are true stereo, whose sums are of several "
                   "correlations",
                   choice_word(norm_choice, (int)request->norm), run->signal->name,
                   run->kernel->name);
    return -1;
}

/* The least overlap of a correlation coefficient, in pixels. 0, or -1: already reported. */
static int find_overlap(const struct run *run, double *least)
{
    const struct request *request = run->request;
    const struct kernel *kernel = run->kernel;
    int64_t frames = run->signal->shape.frames, taps = (int64_t)kernel->taps, most = 1;

    for (int a = 0; a <= run->grid.axes; a++) {
        int64_t length = a ? (int64_t)run->grid.axis[a - 1].frames : frames;
        int64_t extent = (int64_t)run_taps(run, a);
        most *= length >= 0 && length < extent ? length : extent;
    }
    *least = request->overlap;
    if (request->overlap_percent)
        *least = ceil(request->overlap * (double)most / 100);
    if (*least > (double)most) {
        if (run->grid.axes)
            util_error("--overlap=%.10g: at most %lld samples of %s and %s overlap",
                       request->overlap, (long long)most, run->signal->name, kernel->name);
        else
            util_error("--overlap=%.10g: %s has only %lld frames", request->overlap,
                       most < taps ? run->signal->name : kernel->name, (long long)most);
        return -1;
    }
    *least = fmax(*least, 2);
    return 0;
}

/* How the samples lie that the kernel meets. */
static struct box find_box(const struct run *run)
{
    struct box box = {.axes = 0};

    for (int a = 0; a <= run->grid.axes; a++) {
        const struct grid_axis *axis = a ? &run->grid.axis[a - 1] : NULL;
        const struct interval *needed = axis ? &axis->needed : &run->needed;
        int64_t frames = axis ? (int64_t)axis->frames : -1;
        struct box_axis own = {
            .extent = run_taps(run, a),
            .stride = grid_stride(&run->grid, a - 1),
            .length = axis ? (size_t)interval_count(needed, frames) : SIZE_MAX,
            .first = needed->from,
            .frames = frames};
        if (own.extent > 1 || (a == run->grid.axes && !box.axes))
            box.axis[box.axes++] = own;
    }
    return box;
}

int correlation_choose(struct run *run)
{
    struct box box = find_box(run);
    const struct request *request = run->request;
    struct overlap overlap = {.ends = request->overlapping,
                              .omit = request->overlapping && request->nan == NAN_OMIT};

    if (overlap.ends && find_overlap(run, &overlap.least) < 0)
        return -1;
    run->ncc = ncc_create(&run->values, &box, &overlap);
    run->system = *ncc_system(run->ncc);
    return 0;
}

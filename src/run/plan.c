/* plan.c - the plan of a run: its frames, its system and its engine. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "run.h"

#include "permute.h"
#include "stage/box.h"
#include "stage/stage.h"
#include "util.h"

#include <math.h>
#include <stdlib.h>

size_t run_taps(const struct run *run, int axis)
{
    int k = run->setup->axes.of_kernel[axis];
    return k < 0 ? 1 : run->kernel->extent[k];
}

/* The signal is short: it was read to its end, and its length matters to the plan. The length of a
 * longer one does not, even where a header gives it. */
static bool is_short(const struct run *run)
{
    const struct shape *shape = &run->signal->shape;
    return shape->frames >= 0 &&
           shape->frames < (int64_t)engine_long_frames(run_taps(run, 0), shape->channels);
}

/* The amount of work, which the engine learns for short signals only. */
static struct work count_work(const struct run *run)
{
    int64_t frames = run->signal->shape.frames;
    bool zero = run->first_missing ||
                (run->beyond.boundary == BOUNDARY_CONSTANT && run->beyond.value == 0);
    bool present = run->renormalized && !run->ends_missing; /* which is 1 where these zeros are */
    bool centred = run->ncc && !run->ends_missing;          /* as all samples are */

    if (!is_short(run))
        return (struct work){.outputs = -1};
    int64_t before = -run->needed.from, after = interval_end(&run->needed, frames) - frames;
    int64_t zeros = run->grid.axes ? 0 : before < after ? before : after;
    int64_t pixels = interval_count(&run->needed, frames) * (int64_t)grid_padded(&run->grid);
    int64_t outputs = pixels - (int64_t)run->system.taps + 1;
    return (struct work){.outputs = outputs > 0 ? outputs : 0,
                         .zeros = zero && !present && !centred && zeros > 0 ? (size_t)zeros : 0};
}

static enum wrap choose_wrap(const struct run *run)
{
    if (run->beyond.boundary != BOUNDARY_WRAP || run->needed.from >= 0)
        return WRAP_NOT;
    if (is_short(run))
        return WRAP_SHORT;
    return format_can_rewind(run->source) ? WRAP_READ : WRAP_HELD;
}

/* Check that each normalized correlation is of one channel with one column. */
static int check_correlation(const struct run *run)
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
    else
        util_error("--normalize=%s: %s and %s are true stereo, whose sums are of several "
                   "correlations",
                   choice_word(norm_choice, (int)request->norm), run->signal->name,
                   run->kernel->name);
    return -1;
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

/* Choose the extension beyond the ends of all axes. */
static void choose_beyond(struct run *run)
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

/* Find the frames to convolve: with polynomials at the ends, those of the signal alone. */
static void choose_frames(struct run *run)
{
    const struct kernel *kernel = run->kernel;
    struct polynomial *polynomial = &run->polynomial;

    if (run->request->beyond[0].boundary != BOUNDARY_FIT)
        return;
    run->needed = (struct interval){.from = 0, .to = INTERVAL_OPEN, .past = 0, .step = 1};
    generate_polynomial(&run->request->spec[0], &polynomial->order, &polynomial->derivative);
    polynomial->frames = kernel->taps;
    polynomial->rate = kernel->rate;
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

/* Prepare the coefficients of a correlation. 0, or -1: already reported. */
static int choose_ncc(struct run *run)
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

/* Find the axes behind the first, without their outputs. */
static int choose_axes(struct run *run)
{
    const struct request *request = run->request;
    const struct axes *axes = &run->setup->axes;
    const struct stream *signal = run->signal;
    int64_t behind[MOST_AXES];

    if (axes_measure(&run->traits, signal->name, signal->shape.frames, signal->shape.channels,
                     axes->spanned, behind, &run->channels) < 0)
        return -1;
    if (axes_check_list("boundary", request->boundary, request->boundaries, axes->convolved) < 0 ||
        axes_check_list("origin", NULL, request->wanted.origins, axes->convolved) < 0 ||
        axes_check_list("step", NULL, request->wanted.steps, axes->convolved) < 0 ||
        axes_check_list("lags", NULL, request->wanted.ranges, axes->convolved) < 0)
        return -1;
    run->grid.axes = axes->spanned - 1;
    for (int a = 0; a < run->grid.axes; a++) {
        struct grid_axis *axis = &run->grid.axis[a];
        axis->frames = (size_t)behind[a];
        axis->taps = run_taps(run, a + 1);
    }
    return 0;
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

/* Whether the padded slabs are of a size that can be counted and held. */
static bool is_too_large(const struct run *run)
{
    double samples = 2 * run->channels;

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
    *needed = kernel_needs(run->kernel, k, outputs);
    return 0;
}

/* Find the outputs along each axis. */
static int choose_outputs(struct run *run)
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
        axis->lag = outputs.at.from + outputs.origin - ((int64_t)axis->taps - 1);
        run->outputs.traded |= outputs.traded;
    }
    if (is_too_large(run)) {
        util_error("%s and %s: the axes behind the first are too long for each other",
                   run->signal->name, run->kernel->name);
        return -1;
    }
    return run->request->wanted.mode == MODE_VALID ? check_containment(run) : 0;
}

/* Lay the taps out as the pixels lie. */
static void lay_out(struct run *run)
{
    const int *of_kernel = run->setup->axes.of_kernel;
    size_t stride[MOST_AXES];

    for (int a = 0; a <= run->grid.axes; a++)
        if (of_kernel[a] >= 0)
            stride[of_kernel[a]] = grid_stride(&run->grid, a - 1);
    if (run->grid.axes && !run->ncc)
        kernel_lay_out(run->kernel, stride, &run->system, &run->tap_runs, &run->laid_taps);
    if (run->grid.axes && !run->renormalized && !run->ncc && run->request->method != &engine_exact)
        kernel_factor(run->kernel, &run->values, stride, run->request->specs > 0,
                      &run->system, &run->factors, &run->factor_taps);
}

/* Whether the engine that is asked for can have these taps. 0, or -1: already reported. */
static int check_method(const struct run *run)
{
    const struct engine *method = run->request->method;

    if (!method || !method->of_products || run->system.factors)
        return 0;
    if (run->renormalized || run->ncc)
        util_error("--method=%s: only plain sums go through one axis after the other",
                   method->name);
    else
        util_error("--method=%s: %s is not a product of kernels for several axes", method->name,
                   run->kernel->name);
    return -1;
}

/* Pair the channels with the columns along axes that were brought behind the convolved ones. */
static int choose_broadcast(struct run *run)
{
    const struct axes *axes = &run->setup->axes;
    const struct wanted *wanted = &run->request->wanted;
    struct broadcast *b = &run->broadcast;
    int64_t kernel[MOST_AXES];

    if (!axes->reordered)
        return 0;
    permute_lengths(axes->rank, run->setup->kernel_traits.array.length, axes->order, kernel);
    b->axes = axes->rank - axes->convolved;
    for (int a = 0; a < b->axes; a++) {
        b->signal[a] = run->traits.array.length[axes->convolved + a];
        b->kernel[a] = kernel[axes->convolved + a];
    }
    return kernel_broadcast(run->kernel, run->signal->name,
                            wanted->mode == MODE_SAME && !wanted->longest, b);
}

/* Route the signal's channels through the kernel's columns. */
static int choose_system(struct run *run)
{
    const struct kernel *kernel = run->kernel;
    const struct stream *signal = run->signal;

    run->complex = run->traits.complex || kernel->complex;
    if (choose_broadcast(run) < 0 ||
        kernel_route(kernel, run->channels, run->traits.complex, signal->name,
                     run->broadcast.axes ? &run->broadcast : NULL, &run->values,
                     &run->value_paths, &run->value_taps) < 0)
        return -1;
    run->system = run->values;
    if (!run->renormalized)
        return 0;
    if (kernel->complex)
        return kernel_add_complex_presence(kernel, &run->values, run->traits.complex, &run->system,
                                           &run->system_paths, &run->system_taps);
    return kernel_add_presence(kernel, &run->values, run->request->present > 0, &run->system,
                               &run->system_paths, &run->system_taps);
}

/* Whether what is asked for is known of complex numbers; otherwise it is reported. */
static bool check_complex(const struct run *run)
{
    const char *name = run->traits.complex ? run->signal->name : run->kernel->name;
    enum norm norm = run->request->norm;

    if (run->complex && (norm == NORM_XCORR || norm == NORM_COEFF))
        util_error("--normalize=%s is of real signals and kernels, and %s is complex",
                   choice_word(norm_choice, (int)norm), name);
    else if (run->kernel->complex && run->request->present > 0)
        util_error("--nan: a part of the weight is of real weights, and %s is complex",
                   run->kernel->name);
    else
        return true;
    return false;
}

int run_plan(struct run *run)
{
    const struct request *request = run->request;
    const struct stream *signal = run->signal;

    if (choose_axes(run) < 0)
        return -1;
    choose_beyond(run);
    if (choose_system(run) < 0 || !check_complex(run) || choose_outputs(run) < 0)
        return -1;
    if (request->norm >= NORM_XCORR && check_correlation(run) < 0)
        return -1;
    choose_frames(run);
    if (request->norm == NORM_XCORR && choose_ncc(run) < 0)
        return -1;
    if (run->outputs.traded)
        util_note("%s is shorter than %s: they trade places", signal->name, run->kernel->name);
    run->wrap = choose_wrap(run);
    lay_out(run);
    if (check_method(run) < 0)
        return -1;
    run->work = count_work(run);
    run->work.unbuffered = request->unbuffered;
    engine_choose(&run->system, request->method, &run->work, &run->plan);
    engine_share(&run->system, &run->work, run->setup->pool, &run->plan);
    run->batch = convolve_batch(&run->system, &run->plan);
    return 0;
}

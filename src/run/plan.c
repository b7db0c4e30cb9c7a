/* plan.c - the plan of a run: its system and its engine. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "plan.h"

#include "permute.h"
#include "stage/stage.h"
#include "util.h"

#include <math.h>
#include <stdlib.h>

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
    if (run->grid.axes && !run->renormalized && !run->ncc)
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

/* Pair the channels with the columns along axes that were brought after the convolved ones. */
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

/* After channels and columns that do not pair: what looks like an array of columns may be a kernel
 * of more axes. */
static void point_to_dims(const struct run *run)
{
    int axes = run->setup->kernel_traits.array.axes;

    if (axes > run->setup->axes.convolved && axes <= run->traits.array.axes &&
        !run->request->listed)
        util_note("%s has %d axes: --dims=%d convolves along them", run->kernel->name, axes, axes);
}

/* Read the list of paths, if there is one. */
static int choose_map(struct run *run)
{
    const char *map = run->request->map;

    if (!map)
        return 0;
    if (run->broadcast.axes) {
        util_error("--map: the kernel differs along axes that are not convolved, and it lists "
                   "channels");
        return -1;
    }
    return kernel_map(&run->map, map, run->channels / (1 + run->traits.complex));
}

/* After a mono recording has got the four channels of what is likely to be true stereo. */
static void point_to_stereo(const struct run *run)
{
    const char *type = run->setup->kernel_traits.type; /* NULL of a made kernel */
    bool audio = type && format_type(type)->audio && format_type(run->traits.type)->audio;

    if (audio && run->channels == 1 && run->kernel->columns == 4 && !run->request->map &&
        !run->complex)
        util_note("%s is mono and %s has 4 channels, and so has the result; --map=true-stereo "
                  "makes stereo of them",
                  run->signal->name, run->kernel->name);
}

/* Route the signal's channels through the kernel's columns. */
static int choose_system(struct run *run)
{
    const struct kernel *kernel = run->kernel;
    const struct pairing pairing = {.signal = run->signal->name,
                                    .channels = run->channels,
                                    .complex = run->traits.complex,
                                    .map = run->request->map ? &run->map : NULL,
                                    .broadcast = run->broadcast.axes ? &run->broadcast : NULL};

    run->complex = run->traits.complex || kernel->complex;
    if (kernel_route(kernel, &pairing, &run->values, &run->value_paths, &run->value_taps) < 0) {
        if (!pairing.map)
            point_to_dims(run);
        return -1;
    }
    point_to_stereo(run);
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

    if (span_axes(run) < 0)
        return -1;
    span_beyond(run);
    if (choose_broadcast(run) < 0 || choose_map(run) < 0 || choose_system(run) < 0 ||
        !check_complex(run) || span_outputs(run) < 0)
        return -1;
    if (request->norm >= NORM_XCORR && correlation_check(run) < 0)
        return -1;
    choose_frames(run);
    if (request->norm == NORM_XCORR && correlation_choose(run) < 0)
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

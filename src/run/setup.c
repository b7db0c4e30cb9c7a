/* setup.c - what all signals of one call share. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "setup.h"

#include "permute.h"
#include "rates.h"
#include "util.h"

#include <stdlib.h>

/* Whether the kernel depends on the signal's rate. One that is printed is for no signal. */
static bool depends_on_rate(const struct request *request)
{
    bool needs = request->kernels && request->mismatch == MISMATCH_RESAMPLE &&
                 !request->print_kernel;

    for (int i = 0; i < request->specs; i++)
        needs |= generate_needs_rate(&request->spec[i]);
    return needs && request->rate <= 0;
}

/* Read the kernel from the command line. */
static int parse_kernel(struct setup *setup)
{
    size_t rows;

    setup->kernel_traits.type = type_text.name;
    if (kernel_parse(&setup->kernel, setup->request.taps, &rows) < 0)
        return -1;
    setup->kernel_traits.row = rows == 1;
    setup->kernel_traits.complex = setup->kernel.complex;
    return 0;
}

/* Whether the kernel that was read has the axes of the signal, also those left alone between the
 * ones that are convolved. */
static bool has_rank(const struct setup *setup)
{
    return setup->request.listed && setup->axes.spanned > setup->axes.convolved &&
           setup->kernel_traits.array.axes == setup->axes.rank;
}

/* The same where its axes are in another order. */
static void reorder_kernel(struct setup *setup, int axes)
{
    const struct array *array = &setup->kernel_traits.array;
    struct kernel *kernel = &setup->kernel;
    int64_t length[MOST_AXES];
    int columns = 1 + kernel->complex;

    double *h = permute_copy(kernel->h, array->axes, array->length, setup->axes.order, columns);
    free(kernel->h);
    kernel->h = h;
    permute_lengths(array->axes, array->length, setup->axes.order, length);
    for (int a = axes; a < array->axes; a++)
        columns *= (int)length[a];
    kernel_fold(kernel, axes, length + 1, columns);
}

/* Make the kernel that was read one of so many axes. */
static int fold_kernel(struct setup *setup, int axes)
{
    struct kernel *kernel = &setup->kernel;
    const struct traits *traits = &setup->kernel_traits;
    bool ranked = has_rank(setup);
    int64_t after[MOST_AXES];
    int columns, spanned = ranked ? setup->axes.spanned : axes;

    if (setup->request.taps && axes > 2) {
        util_error("--taps: a kernel of %d axes comes from a file or from --generate", axes);
        return -1;
    }
    if (setup->request.taps && axes == 1 && !traits->row) {
        util_error("--taps: rows, separated by semicolons, are for two axes, as with --dims=2");
        return -1;
    }
    if (setup->axes.reordered) {
        reorder_kernel(setup, axes);
        return 0;
    }
    if (axes_measure(traits, kernel->name, (int64_t)kernel->taps, kernel->columns, spanned, after,
                     &columns) < 0)
        return -1;
    kernel_fold(kernel, spanned, after, columns);
    return ranked ? kernel_leave_out(kernel, setup->axes.of_kernel) : 0;
}

/* Multiply the made kernel with those for the axes after the first. */
static int multiply_kernel(struct setup *setup, int axes)
{
    const struct request *request = &setup->request;

    if (setup->kernel.complex && axes > 1) {
        util_error("--generate=%s: shift is for one axis, not for %d", setup->kernel.name, axes);
        return -1;
    }
    for (int a = 1; a < axes; a++) {
        struct kernel factor;
        int result = generate_kernel(&request->spec[request->specs > 1 ? a : 0],
                                     setup->kernel_rate, &factor);
        if (result == 0)
            result = kernel_multiply(&setup->kernel, &factor);
        kernel_free(&factor);
        if (result < 0)
            return -1;
    }
    if (request->specs > 1)
        setup->kernel.name = "--generate";
    return 0;
}

/* Read the kernel, or make it for a rate (0: none), without regard to its axes. */
static int load_kernel(struct setup *setup, double rate)
{
    kernel_free(&setup->kernel);
    setup->kernel_state = KERNEL_NONE;
    setup->kernel_rate = rate;
    int result = setup->request.specs
                     ? generate_kernel(&setup->request.spec[0], rate, &setup->kernel)
                 : setup->request.taps ? parse_kernel(setup)
                                       : setup_read_kernel(setup);
    if (result == 0 && !setup->kernel_empty)
        result = rates_fit_kernel(&setup->request, rate, &setup->kernel);
    if (result == 0)
        setup->kernel_state = KERNEL_LOADED;
    return result;
}

/* Make of the loaded kernel the one that is convolved along so many axes, for signals of a rate
 * (0: none). */
static int finish_kernel(struct setup *setup, int axes, double rate)
{
    const struct request *request = &setup->request;
    struct kernel *kernel = &setup->kernel;
    bool as_given = request->norm == NORM_XCORR && !request->print_kernel;

    if (!request->print_kernel && request_check_axes(request, axes) < 0)
        return -1;
    if ((request->specs ? multiply_kernel(setup, axes) : fold_kernel(setup, axes)) < 0)
        return -1;
    if (kernel_prepare(kernel, &request->preparation, rate) < 0)
        return -1;
    if (!as_given && kernel_normalize(kernel, request->norm, setup->pool) < 0)
        return -1;
    if (as_given && !request->overlapping && kernel_check_varies(kernel) < 0)
        return -1; /* while overlapping all of its coefficients are NaN */
    if (request->wanted.correlate && !request->print_kernel)
        kernel_reverse(kernel);
    setup->kernel_state = KERNEL_FINISHED;
    return 0;
}

/* Make sure that the kernel for signals of this rate is there. */
static int prepare_kernel(struct setup *setup, double rate)
{
    bool stale = depends_on_rate(&setup->request) && rate != setup->kernel_rate;

    if ((setup->kernel_state == KERNEL_NONE || stale) && load_kernel(setup, rate) < 0)
        return -1;
    if (setup->kernel_empty)
        return 0;
    if (setup->kernel_state != KERNEL_FINISHED)
        return finish_kernel(setup, setup->axes.convolved, rate);
    if (setup->kernel.axes == setup->axes.convolved)
        return 0;
    util_error("--dims=all: the first signal has %d axes, and the next one %d", setup->kernel.axes,
               setup->axes.convolved);
    return -1;
}

/* Whether the kernel, seen without a signal, is an array with all of a signal's axes: it has more
 * than are listed, and those that are. */
static bool may_have_rank(const struct setup *setup)
{
    const struct request *request = &setup->request;
    int axes = setup->kernel_traits.array.axes;
    bool all = request->listed && axes > request->listed;

    for (int i = 0; i < request->listed; i++)
        all &= request->list[i] < axes && request->list[i] >= -axes;
    return all;
}

/* The axes of the kernel, where no signal says how many. 0, or -1: already reported. */
static int find_own_axes(struct setup *setup)
{
    const struct request *request = &setup->request;
    const struct traits *traits = &setup->kernel_traits;
    struct axes *axes = &setup->axes;

    if (may_have_rank(setup)) {
        if (axes_find(request, traits, setup->kernel.name, axes) < 0)
            return -1;
        axes_reorder(axes, &traits->array, &traits->array);
        return 0;
    }
    bool rows = traits->image || (request->taps && !traits->row);
    axes->convolved = request_axes(request) ? request_axes(request)
                      : request->specs      ? request->specs
                      : rows                ? 2
                      : request->all_axes   ? axes_rank(traits)
                                            : 1;
    return 0;
}

int setup_open(struct setup *setup, const struct request *request)
{
    *setup = (struct setup){.request = *request, .pool = pool_open(request->threads)};
    if (!depends_on_rate(request) || request->print_kernel)
        if (load_kernel(setup, request->rate) < 0)
            return -1;
    if (request->print_kernel && find_own_axes(setup) < 0)
        return -1;
    if (!request->print_kernel && !request->listed)
        setup->axes.convolved = request->axes;
    bool ready = request->print_kernel || request->rate > 0 ||
                 !kernel_needs_rate(&setup->kernel, &request->preparation);
    if (setup->axes.convolved && setup->kernel_state == KERNEL_LOADED && ready)
        return finish_kernel(setup, setup->axes.convolved, request->rate);
    return 0;
}

enum status setup_close(struct setup *setup, enum status status)
{
    if (setup->output && status == STATUS_DONE)
        status = format_report(&setup->losses, setup->request.clipping,
                               output_name(setup->output));
    if (setup->output && output_close(setup->output, status == STATUS_DONE) < 0)
        status = STATUS_TROUBLE;
    pool_close(setup->pool);
    kernel_free(&setup->kernel);
    return status;
}

/* What the user left open follows from the first signal: images are convolved along their two axes
 * into images of the same size. 0, or -1: already reported. */
static int complete_request(struct request *request, bool image)
{
    if (!request->axes)
        request->axes = image ? 2 : 1;
    if (image && !request->mode_given)
        request->wanted.mode = MODE_SAME;
    if (image && !request->boundary_given && request->norm < NORM_XCORR) {
        request->boundary = "edge";
        for (int a = 0; a < MOST_AXES; a++)
            request->beyond[a] = (struct beyond){.boundary = BOUNDARY_EDGE};
    }
    if (!request->same_given || request->wanted.mode == MODE_SAME)
        return 0;
    util_error("--same is only for --mode=same");
    return -1;
}

int setup_fit_rate(struct setup *setup, struct stream *signal)
{
    double asked = setup->request.rate, own = signal->shape.rate, rate = own > 0 ? own : asked;

    if (own > 0 && asked > 0 && own != asked) {
        util_error("--rate=%.10g: %s has a rate of %.10g Hz", asked, signal->name, own);
        return -1;
    }
    if (prepare_kernel(setup, rate) < 0)
        return -1;
    if (rates_check(&setup->request, signal->name, rate, &setup->kernel) < 0)
        return -1;
    signal->shape.rate = rate > 0 ? rate : setup->kernel.rate;
    return 0;
}

int setup_fit(struct setup *setup, struct stream *signal, const struct traits *traits)
{
    if (complete_request(&setup->request, traits->image) < 0 ||
        axes_find(&setup->request, traits, signal->name, &setup->axes) < 0)
        return -1;
    if (setup->request.listed)
        axes_reorder(&setup->axes, &traits->array, &setup->kernel_traits.array);
    if (axes_check_left(&setup->request, &setup->axes) < 0)
        return -1;
    return setup_fit_rate(setup, signal);
}

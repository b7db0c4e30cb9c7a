/* setup.c - what all signals of one call share. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "setup.h"

#include "axes.h"
#include "result.h"
#include "stage/grid.h"
#include "util.h"

/* Whether the kernel depends on the signal's rate. */
static bool depends_on_rate(const struct request *request)
{
    return request->spec.generator && request->rate <= 0 && generate_needs_rate(&request->spec);
}

static int load_axes(int axes, struct stream *stream, const struct traits *traits,
                     struct kernel *kernel)
{
    int64_t behind[MOST_AXES];
    int columns;

    if (axes_find(traits, stream, axes, behind, &columns) < 0) {
        stream_close(stream);
        return -1;
    }
    if (kernel_load(kernel, view_open(stream, columns)) < 0)
        return -1;
    kernel_fold(kernel, axes, behind);
    return 0;
}

static int read_kernel(const struct request *request, struct kernel *kernel)
{
    struct source *source = format_open(request->kernel, &request->kernel_reading);
    struct stream *stream;
    struct traits traits;
    int result = -1;

    if (!source)
        return -1;
    if (format_next(source, &stream, &traits) > 0)
        result = load_axes(request->axes, stream, &traits, kernel);
    names_free(&traits.names);
    if (result == 0 && format_next(source, &stream, &traits) > 0) {
        util_error("%s: several arrays, and the kernel is one", request->kernel);
        stream_close(stream);
        result = -1;
    }
    format_close(source);
    return result;
}

/* Load the kernel, made for a rate (0: none) if it is made. */
static int load_kernel(const struct request *request, double rate, struct kernel *kernel)
{
    int result;

    if (request->spec.generator)
        result = generate_kernel(&request->spec, rate, kernel);
    else if (request->taps)
        result = kernel_parse(kernel, request->taps, request->axes);
    else
        result = read_kernel(request, kernel);
    if (result == 0 && request->spec.generator)
        result = kernel_spread(kernel, request->axes);
    bool as_given = request->norm == NORM_XCORR && !request->print_kernel;
    if (result == 0 && !as_given)
        result = kernel_normalize(kernel, request->norm);
    else if (result == 0 && !request->overlapping) /* else all of its coefficients are NaN */
        result = kernel_check_varies(kernel);
    if (result == 0 && request->wanted.correlate && !request->print_kernel)
        kernel_reverse(kernel);
    return result;
}

/* Make sure that the kernel for signals of this rate is loaded. */
static int prepare_kernel(struct setup *setup, double rate)
{
    if (setup->loaded && (!depends_on_rate(setup->request) || rate == setup->kernel_rate))
        return 0;
    kernel_free(&setup->kernel);
    setup->loaded = load_kernel(setup->request, rate, &setup->kernel) == 0;
    setup->kernel_rate = rate;
    return setup->loaded ? 0 : -1;
}

int setup_open(struct setup *setup, const struct request *request)
{
    *setup = (struct setup){.request = request, .pool = pool_open(request->threads)};
    if (depends_on_rate(request) && !request->print_kernel)
        return 0;
    return prepare_kernel(setup, request->rate);
}

enum status setup_close(struct setup *setup, enum status status)
{
    if (setup->output && output_close(setup->output, status == STATUS_DONE) < 0)
        status = STATUS_TROUBLE;
    pool_close(setup->pool);
    kernel_free(&setup->kernel);
    return status;
}

int setup_fit(struct setup *setup, struct stream *signal)
{
    double asked = setup->request->rate, own = signal->shape.rate, rate = own > 0 ? own : asked;

    if (own > 0 && asked > 0 && own != asked) {
        util_error("--rate=%.10g: %s has a rate of %.10g Hz", asked, signal->name, own);
        return -1;
    }
    if (prepare_kernel(setup, rate) < 0)
        return -1;
    const struct kernel *kernel = &setup->kernel;
    if (rate > 0 && kernel->rate > 0 && kernel->rate != rate) {
        util_error("the rates differ: %s has %.10g Hz, %s %.10g Hz", signal->name, rate,
                   kernel->name, kernel->rate);
        return -1;
    }
    signal->shape.rate = rate > 0 ? rate : kernel->rate;
    return 0;
}

enum status setup_print_kernel(struct setup *setup)
{
    const struct request *request = setup->request;
    struct stream *stream = kernel_stream(&setup->kernel);
    struct traits traits = {.type = type_text.name, .encoding = ENCODING_F64};
    struct result result = {
        .request = request, .pool = setup->pool, .output = &setup->output, .traits = &traits};
    enum status status = STATUS_TROUBLE;

    const struct kernel *kernel = &setup->kernel;
    int row = stream->shape.channels * (int)(kernel->taps / kernel->extent[0]);
    stream = view_open(stream, row);
    traits.array.axes = kernel->axes;
    for (int a = 1; a < kernel->axes; a++)
        traits.array.length[a] = (int64_t)kernel->extent[a];
    if (setup_fit(setup, stream) == 0) {
        if (request->gain != 1)
            stream = gain_open(stream, request->gain);
        status = result_write(&result, stream, stream_block(stream->shape.channels));
    }
    stream_close(stream);
    return status;
}

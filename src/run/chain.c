/* chain.c - the chain: each stage wraps the one before it, and the pump pulls at the last. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "run.h"

#include "measure.h"
#include "result.h"
#include "util.h"

#include <math.h>
#include <stdlib.h>

/* Data with the lifetime of the chain. */
struct links {
    struct tail ending; /* of a wrapped signal that was read for it; extend takes it */
    struct measures measures;
    struct keep *keep;
    struct fit *fit;
    enum integers integers;      /* what is known of the result */
    const struct stream *range;  /* INTEGERS_LIKELY: knows it in the end */
};

/* The signal's samples with NaNs as the user wants them; a complex one is NaN where a part is. */
static struct stream *fill_nans(const struct run *run, struct stream *stream)
{
    bool complex = run->traits.complex;

    if (complex)
        stream = nan_join_open(stream);
    if (run->request->nan != NAN_FILL)
        return stream;
    return nan_fill_open(stream, run->request->fill, complex);
}

/* Read a file to its end to get its last frames, and open it again. */
static enum status read_ending(struct run *run, struct links *links)
{
    struct stream *signal = fill_nans(run, run->signal);

    run->signal = NULL;
    util_hush(true); /* messages about the file are printed only once */
    enum status status = ending_read(signal, (size_t)-run->needed.from, &links->ending);
    int opened = status == STATUS_DONE ? run_reopen_signal(run) : -(int)status;
    util_hush(false);
    if (opened <= 0)
        tail_close(&links->ending);
    return opened > 0 ? STATUS_DONE : (enum status)-opened;
}

/* The largest integer of a signal that is extended along one more axis; 0: it may hold others. */
static double extend_largest(const struct beyond *beyond, double largest)
{
    if (beyond->boundary == BOUNDARY_ODD) /* grows with each turn */
        return EXACT_INTEGERS;
    if (beyond->boundary != BOUNDARY_CONSTANT)
        return largest;
    return beyond->value == rint(beyond->value) ? fmax(largest, fabs(beyond->value)) : 0;
}

/* The largest integer that the extended signal can hold; 0 when it may hold other numbers. */
static double largest_extended(const struct run *run, double rate)
{
    const struct request *request = run->request;
    bool times = request->lags && rate > 0;
    bool divided = run->renormalized || request->norm >= NORM_XCORR;

    if (run->traits.largest <= 0 || divided || run->polynomial.frames || times ||
        request->gain != 1 || request->offset != 0)
        return 0;
    double largest = extend_largest(&run->beyond, run->traits.largest);
    for (int a = 0; a < run->grid.axes && largest > 0; a++)
        largest = extend_largest(&run->grid.axis[a].beyond, largest);
    return largest;
}

/* Whether the result is integers. Where the signal's type leaves room for sums that are not exact,
 * the frames to be convolved are looked at. */
static struct stream *watch_integers(const struct run *run, struct stream *stream,
                                     struct links *links)
{
    double largest = largest_extended(run, stream->shape.rate);
    double growth = largest > 0 ? kernel_growth(&run->system) : 0;

    if (growth <= 0)
        return stream;
    if (largest * growth < EXACT_INTEGERS) {
        links->integers = INTEGERS_SURE;
        return stream;
    }
    links->integers = INTEGERS_LIKELY;
    stream = integer_range_open(stream, growth);
    links->range = stream;
    return stream;
}

/* Before samples beyond the ends of an axis are missing: those so far are not. */
static struct stream *add_presence(const struct run *run, struct stream *slabs)
{
    int slab = slabs->shape.channels;
    struct stream *pixels = renormalize_begin(view_open(slabs, run->channels), false);

    return view_open(pixels, 2 * slab);
}

/* The stages from the signal to the convolution's input. */
static struct stream *chain_before(struct run *run, struct links *links)
{
    const struct request *request = run->request;
    struct stream *stream = run->signal;

    run->signal = NULL; /* the chain's */
    stream = fill_nans(run, stream);
    if (request->nan == NAN_ERROR)
        stream = nan_refuse_open(stream, run->traits.complex);
    struct stream *signal = stream;
    if (links->keep)
        stream = keep_begin(stream, links->keep);
    if (run->grid.presence && run->first_missing)
        stream = add_presence(run, stream);
    stream = extend_open(stream, &run->needed, run->beyond, links->ending);
    if (request->nan == NAN_ERROR)
        stream = nan_rest_open(stream, signal);
    if (run->grid.presence && !run->first_missing)
        stream = add_presence(run, stream);
    if (run->grid.axes)
        stream = pad_open(stream, &run->grid);
    if (request->threads > 1) /* no further than extend does */
        stream = read_ahead_open(stream);
    stream = view_open(stream, stream->shape.channels / (int)grid_padded(&run->grid));
    if (run->omit) /* also what is made from a NaN */
        stream = renormalize_begin(stream, true);
    if (links->fit)
        stream = fit_begin(stream, links->fit);
    return run->ncc ? ncc_begin(stream, run->ncc, &run->plan) : stream;
}

/* The stages from the convolution to the result. */
static struct stream *chain_after(const struct run *run, struct stream *stream,
                                  const struct links *links)
{
    const struct request *request = run->request;
    int64_t lag = run->outputs.origin - ((int64_t)run->kernel->extent[0] - 1); /* beside frame 0 */

    if (links->fit)
        stream = fit_end(stream, links->fit);
    if (run->ncc)
        stream = ncc_end(stream, run->ncc,
                         run->plan.transform ? run->plan.block
                                             : convolve_block(&run->system, &run->plan));
    if (run->outputs.at.step > 1)
        stream = step_open(stream, run->outputs.at.step, convolve_block(&run->system, &run->plan));
    if (run->renormalized)
        stream = renormalize_end(stream, &run->values, request->present);
    if (run->grid.axes)
        stream = crop_open(stream, &run->grid);
    if (links->keep)
        stream = keep_end(stream, links->keep);
    if (request->norm > NORM_XCORR)
        stream = measure_divide(run, &links->measures, stream);
    if (request->gain != 1 || request->offset != 0)
        stream = gain_open(stream, request->gain, request->offset, run->complex);
    if (request->lags)
        stream = lags_open(stream, lag, run->complex);
    stream->shape.rate /= (double)stream->shape.step;
    return stream;
}

/* Give the result the lengths of its axes, and their kind of numbers. */
static void set_axes(struct run *run)
{
    struct array *array = &run->traits.array;
    int outs = run->values.outs / (1 + run->complex),
        channels = run->channels / (1 + run->traits.complex);

    run->traits.complex = run->complex;

    for (int a = 0; a < run->grid.axes; a++) {
        const struct grid_axis *axis = &run->grid.axis[a];
        array->length[a + 1] =
            interval_count(&axis->needed, (int64_t)axis->frames) - (int64_t)axis->taps + 1;
    }
    if (!run->grid.axes || outs == channels)
        return;
    array->axes = run->grid.axes + 2;
    array->length[array->axes - 1] = outs;
}

static enum status pump(struct run *run, struct links *links)
{
    struct stream *stream = chain_before(run, links);

    stream = watch_integers(run, stream, links);
    stream = convolve_open(stream, &run->system, run->outputs.origin, &run->plan, run->setup->pool);
    stream = chain_after(run, stream, links);
    set_axes(run);
    struct result result = {.request = run->request,
                            .pool = run->setup->pool,
                            .output = &run->setup->output,
                            .traits = &run->traits,
                            .losses = &run->setup->losses,
                            .lags = run->request->lags,
                            .integers = links->integers,
                            .range = links->range};
    int64_t batch = (int64_t)convolve_block(&run->system, &run->plan);
    size_t block = run->grid.axes ? stream_block(stream->shape.channels)
                                  : (size_t)interval_steps(batch, stream->shape.step);
    enum status status = result_write(&result, stream, block);
    stream_close(stream);
    return status;
}

enum status run_chain(struct run *run)
{
    const struct request *request = run->request;
    struct links links = {.measures.frames = run->signal->shape.frames};
    enum status status = run->wrap == WRAP_READ ? read_ending(run, &links) : STATUS_DONE;

    if (status == STATUS_DONE && measure_is_needed(run)) {
        run->signal = fill_nans(run, run->signal);
        status = measure_signal(run, &links.measures);
    }
    if (status == STATUS_DONE) {
        if (run->polynomial.frames)
            links.fit = fit_create(&run->polynomial, run->signal->shape.channels);
        if (request->nan == NAN_KEEP)
            links.keep = keep_create(&run->values);
        status = pump(run, &links);
    }
    free(links.measures.energy);
    keep_free(links.keep);
    fit_free(links.fit);
    return status;
}

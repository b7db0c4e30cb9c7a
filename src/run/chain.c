/* chain.c - the chain: each stage wraps the one before it, and the pump pulls at the last. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "run.h"

#include "measure.h"
#include "rates.h"
#include "result.h"
#include "stage/reorder.h"
#include "util.h"

#include <math.h>
#include <stdlib.h>

/* Data with the lifetime of the chain. */
struct links {
    struct tail ending; /* of a wrapped signal that was read for it; extend takes it */
    struct measures measures;
    struct keep *keep;           /* keep_begin owns it */
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
        request->gain != 1 || request->offset != 0 || request->output_rate > 0)
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

/* Put the lags along the axes that are convolved before each value: frames are pixels then. */
static struct stream *put_lags(const struct run *run, struct stream *stream)
{
    int64_t first = stream->shape.first + run->outputs.lag;
    struct lag_axis axis[MOST_AXES] = {{first, stream->shape.step, 0}};

    for (int a = 0; a < run->grid.axes; a++) {
        const struct grid_axis *own = &run->grid.axis[a];
        axis[a + 1] = (struct lag_axis){own->lag, own->step, (int64_t)grid_axis_outputs(own)};
    }
    stream = view_open(stream, stream->shape.channels / (int)grid_outputs(&run->grid));
    return lags_open(stream, run->grid.axes + 1, axis, run->complex);
}

/* Put the outputs to which a path of a map leads among the silent ones. */
static struct stream *place_outputs(const struct run *run, struct stream *stream)
{
    const struct map *map = &run->map;
    int outs = run->values.outs, slab = stream->shape.channels / outs;

    if (map->fed == map->outs)
        return stream;
    stream = place_open(view_open(stream, outs), map->place, map->outs, run->complex);
    return view_open(stream, slab * stream->shape.channels);
}

/* The stages from the convolution to the result. */
static struct stream *chain_after(const struct run *run, struct stream *stream,
                                  const struct links *links)
{
    const struct request *request = run->request;
    int64_t step = run->outputs.at.step;

    if (links->fit)
        stream = fit_end(stream, links->fit);
    if (run->ncc)
        stream = ncc_end(stream, run->ncc,
                         run->plan.transform ? run->plan.block
                                             : convolve_block(&run->system, &run->plan));
    if (step > 1 && !run->grid.axes)
        stream = step_open(stream, step, convolve_block(&run->system, &run->plan));
    if (run->renormalized && run->kernel->complex)
        stream = renormalize_end_complex(stream, &run->system);
    else if (run->renormalized)
        stream = renormalize_end(stream, &run->values, request->present);
    if (run->grid.axes)
        stream = crop_open(stream, &run->grid);
    if (step > 1 && run->grid.axes)
        stream = step_open(stream, step, stream_block(stream->shape.channels));
    if (links->keep)
        stream = keep_end(stream, links->keep);
    if (request->norm > NORM_XCORR)
        stream = measure_divide(run, &links->measures, stream);
    stream = place_outputs(run, stream);
    if (request->gain != 1 || request->offset != 0)
        stream = gain_open(stream, request->gain, request->offset, run->complex);
    if (request->lags)
        stream = put_lags(run, stream);
    stream->shape.rate /= (double)stream->shape.step;
    return stream;
}

/* The speakers of the result: where they are channels of the signal its own, where a mono signal
 * has spread those of the kernel. */
static uint32_t find_speakers(const struct run *run)
{
    if (run->map.outs || run->complex)
        return 0;
    if (run->channels == run->values.outs)
        return run->traits.speakers;
    return run->channels == 1 ? run->setup->kernel_traits.speakers : 0;
}

/* Give the result the lengths of its axes, their kind of numbers, and the speakers. */
static void set_axes(struct run *run)
{
    struct array *array = &run->traits.array;
    int outs = run->map.outs ? run->map.outs : run->values.outs / (1 + run->complex),
        channels = run->channels / (1 + run->traits.complex);

    run->traits.speakers = find_speakers(run);
    run->traits.complex = run->complex;
    if (run->map.outs) /* they are other channels now */
        names_free(&run->traits.names);
    if (!run->grid.axes && !run->broadcast.axes)
        return;
    if (run->request->lags) { /* a table of pixels */
        *array = (struct array){.axes = 2, .length = {0, outs}};
        names_free(&run->traits.names);
        return;
    }
    for (int a = 0; a < run->grid.axes; a++)
        array->length[a + 1] = (int64_t)grid_axis_outputs(&run->grid.axis[a]);
    for (int a = 0; a < run->broadcast.axes; a++)
        array->length[run->grid.axes + 1 + a] = run->broadcast.result[a];
    if (outs == channels || run->broadcast.axes)
        return;
    array->axes = run->grid.axes + 2;
    array->length[array->axes - 1] = outs;
}

/* Bring the axes of the result into the signal's order. */
static enum status restore_order(struct run *run, struct stream **stream)
{
    const struct axes *axes = &run->setup->axes;
    int back[MOST_AXES];

    if (!axes->reordered)
        return STATUS_DONE;
    for (int a = 0; a < axes->rank; a++)
        back[axes->order[a]] = a;
    return reorder_open(stream, axes->rank, run->traits.array.length, back);
}

/* The frames to write at a time. */
static size_t choose_block(const struct run *run, const struct stream *result)
{
    int64_t batch = (int64_t)convolve_block(&run->system, &run->plan);

    if (!run->grid.axes && !run->broadcast.axes)
        return (size_t)interval_steps(batch, result->shape.step);
    return run->request->unbuffered ? 1 : stream_block(result->shape.channels);
}

static enum status pump(struct run *run, struct links *links)
{
    struct stream *stream = chain_before(run, links);

    stream = watch_integers(run, stream, links);
    stream =
        convolve_open(stream, &run->system, run->outputs.origin, &run->plan, run->setup->pool);
    stream = chain_after(run, stream, links);
    set_axes(run);
    struct result result = {.request = run->request,
                            .pool = run->setup->pool,
                            .output = &run->setup->output,
                            .traits = &run->traits,
                            .losses = &run->setup->losses,
                            .lags = run->request->lags ? run->grid.axes + 1 : 0,
                            .integers = links->integers,
                            .range = links->range};
    size_t block = choose_block(run, stream);
    enum status status = restore_order(run, &stream);
    if (status == STATUS_DONE && rates_fit_result(run->request, &stream, block) < 0)
        status = STATUS_TROUBLE;
    if (status == STATUS_DONE)
        status = result_write(&result, stream, block);
    stream_close(stream);
    return status;
}

/* From which samples of a frame of the signal to which of a frame of the result missing ones stay
 * missing. */
static const struct system *find_kept(const struct run *run, struct system *slab,
                                      struct path **paths)
{
    if (!run->grid.axes)
        return &run->values;
    grid_paths(&run->grid, &run->values, slab, paths);
    return slab;
}

enum status run_chain(struct run *run)
{
    const struct request *request = run->request;
    struct links links = {.measures.frames = run->signal->shape.frames};
    struct system slab;
    struct path *slab_paths = NULL;
    enum status status = run->wrap == WRAP_READ ? read_ending(run, &links) : STATUS_DONE;

    if (status == STATUS_DONE && measure_is_needed(run)) {
        run->signal = fill_nans(run, run->signal);
        status = measure_signal(run, &links.measures);
    }
    if (status == STATUS_DONE) {
        if (run->polynomial.frames)
            links.fit = fit_create(&run->polynomial, run->signal->shape.channels);
        if (request->nan == NAN_KEEP)
            links.keep = keep_create(find_kept(run, &slab, &slab_paths));
        status = pump(run, &links);
    }
    free(links.measures.energy);
    free(slab_paths);
    fit_free(links.fit);
    return status;
}

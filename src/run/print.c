/* print.c - writes the kernel in place of a result. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "setup.h"

#include "permute.h"
#include "result.h"
#include "stage/grid.h"
#include "stage/reorder.h"

/* The axis of the kernel's array along which a kernel of one axis is convolved. */
static int find_axis(const struct setup *setup)
{
    const struct axes *axes = &setup->axes;
    int axis = 0;

    if (axes->reordered)
        return axes->order[0];
    while (axes->of_kernel[axis] < 0)
        axis++;
    return axis;
}

/* The kernel's lengths: those of its array, else along its axes. */
static struct array find_array(const struct setup *setup)
{
    const struct kernel *kernel = &setup->kernel;
    struct array array = setup->kernel_traits.array;

    if (array.axes && kernel->axes == 1) /* which may have been cut */
        array.length[find_axis(setup)] = (int64_t)kernel->extent[0];
    if (array.axes)
        return array;
    array.axes = kernel->axes;
    for (int a = 0; a < kernel->axes; a++)
        array.length[a] = (int64_t)kernel->extent[a];
    return array;
}

/* Make of a stream of taps one of places along the first axis of an array; the taps may have
 * another order of axes. A status. */
static enum status shape_taps(const struct setup *setup, const struct array *array,
                              struct stream **stream)
{
    const struct axes *axes = &setup->axes;
    const struct shape *shape = &(*stream)->shape;
    int64_t first = array->length[axes->reordered ? axes->order[0] : 0], length[MOST_AXES];
    int back[MOST_AXES];

    *stream = view_open(*stream, (int)(shape->channels * shape->frames / first));
    if (!axes->reordered)
        return STATUS_DONE;
    for (int a = 0; a < axes->rank; a++)
        back[axes->order[a]] = a;
    permute_lengths(axes->rank, array->length, axes->order, length);
    return reorder_open(stream, axes->rank, length, back);
}

enum status setup_print_kernel(struct setup *setup)
{
    const struct request *request = &setup->request;
    struct stream *stream = kernel_stream(&setup->kernel);
    struct traits traits = {.type = type_text.name,
                            .encoding = ENCODING_F64,
                            .array = find_array(setup),
                            .complex = setup->kernel.complex,
                            .speakers = setup->kernel_traits.speakers};
    struct result result = {
        .request = request, .pool = setup->pool, .output = &setup->output, .traits = &traits,
        .losses = &setup->losses};

    enum status status = shape_taps(setup, &traits.array, &stream);
    if (status == STATUS_DONE)
        status = setup_fit_rate(setup, stream) < 0 ? STATUS_TROUBLE : STATUS_DONE;
    if (status == STATUS_DONE) {
        if (request->gain != 1 || request->offset != 0)
            stream = gain_open(stream, request->gain, request->offset, traits.complex);
        status = result_write(&result, stream, stream_block(stream->shape.channels));
    }
    stream_close(stream);
    return status;
}

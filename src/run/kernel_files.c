/* kernel_files.c - reads the kernel from its files. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "setup.h"

#include "util.h"

/* With --dims=all a table of one row was read as an array of one row. See its fields as taps,
 * which lie along the only axis, or along the second one. */
static void see_row(struct setup *setup)
{
    struct traits *traits = &setup->kernel_traits;
    struct kernel *kernel = &setup->kernel;
    bool table = !format_type(traits->type)->binary;

    if (!table || traits->row || traits->names.count || kernel->taps != 1)
        return;
    traits->row = true;
    kernel->taps = (size_t)(kernel->columns / (1 + kernel->complex));
    kernel->columns = 1 + kernel->complex;
}

/* Read the kernel from a file, as it is. */
static int read_kernel(struct setup *setup, const char *path)
{
    const struct request *request = &setup->request;
    struct source *source = format_open(path, &request->kernel_reading);
    struct traits *traits = &setup->kernel_traits, after;
    struct stream *stream;
    int result = -1;

    if (!source)
        return -1;
    if (format_next(source, &stream, traits) > 0) {
        setup->kernel_empty = axes_is_empty(request, traits) && !request->print_kernel;
        result = setup->kernel_empty ? (stream_close(stream), 0)
                                     : kernel_load(&setup->kernel, stream, traits->complex);
    }
    if (result == 0 && request->all_axes && !setup->kernel_empty)
        see_row(setup);
    traits->array.length[0] = (int64_t)setup->kernel.taps;
    names_free(&traits->names);
    if (result == 0 && format_next(source, &stream, &after) > 0) {
        util_error("%s: several arrays, and the kernel is one", path);
        names_free(&after.names);
        stream_close(stream);
        result = -1;
    }
    format_close(source);
    return result;
}

int setup_read_kernel(struct setup *setup)
{
    const struct request *request = &setup->request;
    struct kernel *kernel = &setup->kernel;
    int result = read_kernel(setup, request->kernel[0]);

    if (request->kernels == 1 || result < 0)
        return result;
    for (int i = 1; i < request->kernels && result == 0; i++) {
        struct kernel first = *kernel;
        *kernel = (struct kernel){0};
        setup->kernel_traits = (struct traits){0};
        result = read_kernel(setup, request->kernel[i]);
        if (result == 0)
            result = kernel_join(&first, kernel, MOST_CHANNELS);
        kernel_free(kernel);
        *kernel = first;
    }
    kernel->name = "--kernel";
    setup->kernel_traits =
        (struct traits){.type = setup->kernel_traits.type, .complex = kernel->complex};
    return result;
}

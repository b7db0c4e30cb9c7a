/* sequence.c - convolves the signals of a file, one after the other. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "run.h"

#include "explain.h"
#include "result.h"

#include <stdlib.h>

static void close_run(struct run *run)
{
    stream_close(run->signal);
    names_free(&run->traits.names);
    ncc_free(run->ncc);
    kernel_map_free(&run->map);
    free(run->value_paths);
    free(run->system_paths);
    free(run->value_taps);
    free(run->system_taps);
    free(run->tap_runs);
    free(run->laid_taps);
    free(run->factors);
    free(run->factor_taps);
}

static ssize_t read_nothing(struct stream *stream, double *x, size_t frames)
{
    (void)stream, (void)x, (void)frames;
    return 0;
}

/* Of an empty signal or kernel the result is an empty array of one axis. */
static enum status write_empty(struct run *run)
{
    run->signal = stream_wrap(run->signal, sizeof *run->signal, read_nothing, NULL);
    run->signal->shape.channels = 1 + run->traits.complex;
    run->signal->shape.frames = 0;
    run->traits.array = (struct array){.axes = 1};
    struct result result = {.request = run->request,
                            .pool = run->setup->pool,
                            .output = &run->setup->output,
                            .losses = &run->setup->losses,
                            .traits = &run->traits};

    return result_write(&result, run->signal, 1);
}

static enum status convolve(struct run *run)
{
    if (run->empty)
        return run->request->explain ? STATUS_DONE : write_empty(run);
    if (run_plan(run) < 0)
        return STATUS_TROUBLE;
    if (run->request->explain)
        return explain_instead(run);
    if (run->request->verbose)
        explain_beside(run);
    return run_chain(run);
}

enum status run_all(struct setup *setup)
{
    struct source *source = format_open(setup->request.signal, &setup->request.reading);
    enum status status = source ? STATUS_DONE : STATUS_TROUBLE;
    int opened = 1;

    while (status == STATUS_DONE && opened > 0) {
        struct run run = {.setup = setup, .request = &setup->request, .source = source};
        opened = run_open_signal(&run);
        if (opened)
            status = opened > 0 ? convolve(&run) : (enum status)-opened;
        close_run(&run);
    }
    format_close(source);
    return status;
}

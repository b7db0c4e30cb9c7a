/* signal.c - the signals of a file, one after the other, each a run of its own. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "run.h"

#include "explain.h"
#include "util.h"

#include <stdlib.h>

/* Read ahead, so that the length of a short signal, and of one that is shorter than the kernel
 * where that matters, is known. */
static enum status peek(struct run *run)
{
    const struct request *request = run->request;
    size_t taps = run->kernel->taps;
    size_t frames = request->unbuffered ? 1 : engine_long_frames(taps, run->signal->shape.channels);

    if (kernel_needs_frames(&request->wanted) && frames < taps)
        frames = taps;
    return peek_open(&run->signal, frames);
}

/* The next signal. Returns as run_reopen_signal. */
static int open_signal(struct run *run)
{
    int opened = format_next(run->source, &run->signal, &run->traits);

    if (opened <= 0)
        return opened < 0 ? -STATUS_TROUBLE : 0;
    if (setup_fit(run->setup, run->signal) < 0)
        return -STATUS_TROUBLE;
    run->kernel = &run->setup->kernel;
    enum status status = peek(run);
    return status == STATUS_DONE ? 1 : -(int)status;
}

int run_reopen_signal(struct run *run)
{
    names_free(&run->traits.names);
    return format_rewind(run->source) < 0 ? -STATUS_TROUBLE : open_signal(run);
}

static void close_run(struct run *run)
{
    stream_close(run->signal);
    names_free(&run->traits.names);
    free(run->value_paths);
    free(run->system_paths);
    free(run->system_taps);
}

static enum status convolve(struct run *run)
{
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
    struct source *source = format_open(setup->request->signal, &setup->request->reading);
    enum status status = source ? STATUS_DONE : STATUS_TROUBLE;
    int opened = 1;

    while (status == STATUS_DONE && opened > 0) {
        struct run run = {.setup = setup, .request = setup->request, .source = source};
        opened = open_signal(&run);
        if (opened)
            status = opened > 0 ? convolve(&run) : (enum status)-opened;
        close_run(&run);
    }
    format_close(source);
    return status;
}

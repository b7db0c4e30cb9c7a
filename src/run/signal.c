/* signal.c - opens the signal of a run. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "run.h"

#include "stage/reorder.h"
#include "util.h"

/* Read ahead, so that the length of a short signal, and of one that is shorter than the kernel
 * where that matters, is known. */
static enum status peek(struct run *run)
{
    const struct request *request = run->request;
    size_t taps = run_taps(run, 0);
    size_t frames =
        request->unbuffered ? 1 : engine_long_frames(taps, run->signal->shape.channels);

    if ((kernel_needs_frames(&request->wanted) || request->overlapping) && frames < taps)
        frames = taps;
    return peek_open(&run->signal, frames);
}

int run_open_signal(struct run *run)
{
    int opened = format_next(run->source, &run->signal, &run->traits);

    if (opened <= 0)
        return opened < 0 ? -STATUS_TROUBLE : 0;
    run->empty = run->setup->kernel_empty || axes_is_empty(run->request, &run->traits);
    if (run->empty)
        return 1;
    if (setup_fit(run->setup, run->signal, &run->traits) < 0)
        return -STATUS_TROUBLE;
    run->empty = run->setup->kernel_empty; /* which may have been read but now */
    if (run->empty)
        return 1;
    run->kernel = &run->setup->kernel;
    const struct axes *axes = &run->setup->axes;
    enum status status = STATUS_DONE;
    if (axes->reordered)
        status = reorder_open(&run->signal, axes->rank, run->traits.array.length, axes->order);
    if (status == STATUS_DONE)
        status = peek(run);
    return status == STATUS_DONE ? 1 : -(int)status;
}

int run_reopen_signal(struct run *run)
{
    names_free(&run->traits.names);
    format_rewind(run->source);
    return run_open_signal(run);
}

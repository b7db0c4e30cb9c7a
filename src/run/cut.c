/* cut.c - tells what the outputs of a run leave out of the full result. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "plan.h"

#include "kernel/prepare.h"
#include "util.h"

#include <stdio.h>

/* "480 frames (0.01 s)"; without a rate the frames alone. */
static const char *describe(const struct run *run, int64_t frames, char text[64])
{
    double rate = run->signal->shape.rate;
    int n = snprintf(text, 64, "%lld frame%s", (long long)frames, frames == 1 ? "" : "s");

    if (rate > 0)
        snprintf(text + n, 64 - (size_t)n, " (%.6g s)", (double)frames / rate);
    return text;
}

void cut_tell(const struct run *run, int axis, const struct outputs *outputs)
{
    const struct wanted *wanted = &run->request->wanted;
    int64_t taps = (int64_t)run->kernel->extent[axis], after = taps - 1 - outputs->origin;
    int64_t tap = wanted->correlate ? after : outputs->origin; /* as given */
    char text[64];

    if (wanted->begins && outputs->origin > 0)
        util_note("time 0 is tap %lld of %s: what leads up to it is cut, %s", (long long)tap,
                  run->kernel->name, describe(run, outputs->origin, text));
    if (wanted->tailed && outputs->at.past < after)
        util_note("the end of the result is cut, %s",
                  describe(run, after - outputs->at.past, text));
}

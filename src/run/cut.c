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

/* Whether nearly all of the kernel, and its peak, lie to one side of a tap and far from it. */
static bool is_beside(const struct kernel *kernel, int64_t tap, int64_t peak)
{
    enum { FAR = 32 };
    int64_t taps = (int64_t)kernel->taps, away = peak < tap ? tap - peak : peak - tap;
    size_t first = peak < tap ? 0 : (size_t)tap + 1;
    size_t beside = peak < tap ? (size_t)tap : kernel->taps - first;

    return away >= FAR && away > taps / 4 && kernel_part(kernel, first, beside) > 0.9;
}

/* Mode same takes the middle of a kernel for time 0, which is right for filters that are
 * symmetric. Tell where a response from a file loses most of itself so. */
static void tell_middle(const struct run *run, const struct outputs *outputs)
{
    const struct request *request = run->request;
    const struct wanted *wanted = &request->wanted;
    const struct kernel *kernel = run->kernel;
    bool chosen = wanted->origins || request->preparation.align != ALIGN_NONE || request->specs;
    char text[64];

    if (wanted->mode != MODE_SAME || wanted->longest || wanted->correlate || chosen ||
        kernel->axes > 1)
        return;
    int64_t peak = (int64_t)kernel_find(kernel, ALIGN_PEAK);
    if (!is_beside(kernel, outputs->origin, peak))
        return;
    if (peak < outputs->origin)
        util_note("--mode=same leaves out the result's first %s: time 0 is the middle of %s, far "
                  "after its peak; --tail=none keeps them",
                  describe(run, outputs->origin, text), kernel->name);
    else
        util_note("--mode=same: time 0 is the middle of %s, %s before its peak; --align=peak puts "
                  "it there",
                  kernel->name, describe(run, peak - outputs->origin, text));
}

void cut_tell(const struct run *run, int axis, const struct outputs *outputs)
{
    const struct wanted *wanted = &run->request->wanted;
    int64_t taps = (int64_t)run->kernel->extent[axis], after = taps - 1 - outputs->origin;
    int64_t tap = wanted->correlate ? after : outputs->origin; /* as given */
    char text[64];

    tell_middle(run, outputs);
    if (wanted->begins && outputs->origin > 0)
        util_note("time 0 is tap %lld of %s: what leads up to it is cut, %s", (long long)tap,
                  run->kernel->name, describe(run, outputs->origin, text));
    if (wanted->tailed && outputs->at.past < after)
        util_note("the end of the result is cut, %s",
                  describe(run, after - outputs->at.past, text));
}

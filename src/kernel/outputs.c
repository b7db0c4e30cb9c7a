/* outputs.c - the outputs of a mode or of a range of lags. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "kernel.h"

#include "util.h"

#include <math.h>

bool kernel_needs_frames(const struct wanted *wanted)
{
    return wanted->mode == MODE_VALID || (wanted->mode == MODE_SAME && wanted->longest);
}

/* The tap at time 0 of `taps`, those of the kernel or, traded, the frames of the signal. Trading
 * places in a correlation reverses time, so left becomes right, as in numpy.correlate. */
static int64_t find_origin(const struct kernel *kernel, int axis, const struct wanted *wanted,
                           int64_t taps, bool traded)
{
    enum origin origin = wanted->origin[axis];
    int64_t tap = wanted->tap[axis];

    if (origin == ORIGIN_AT) /* counted in the kernel as given */
        return wanted->correlate && tap < taps ? taps - 1 - tap : tap;
    if (origin == ORIGIN_OWN &&
        kernel->origin[axis] >= 0) /* the first or the last, also of the signal's frames */
        return kernel->origin[axis] < taps ? kernel->origin[axis] : taps - 1;
    if (origin == ORIGIN_OWN && wanted->tailed)
        return 0;
    bool right = (origin == ORIGIN_RIGHT) != (traded && wanted->correlate);
    return right ? taps / 2 : (taps - 1) / 2;
}

static int check_origin(int64_t origin, int64_t taps, const char *whose)
{
    if (origin < taps)
        return 0;
    util_error("--origin=%lld: %s has only %lld tap%s, counted from 0", (long long)origin, whose,
               (long long)taps, taps == 1 ? "" : "s");
    return -1;
}

/* Where a tap of a kernel stands after its rate was changed. Of a reversed one taps are counted
 * from the other end. */
static int64_t move_tap(const struct kernel *kernel, bool reversed, int64_t tap)
{
    const struct resampled *resampled = &kernel->resampled;

    if (reversed)
        tap = (int64_t)resampled->taps - 1 - tap;
    tap = resampled->lead + (int64_t)rint((double)tap * resampled->ratio);
    return reversed ? (int64_t)kernel->extent[0] - 1 - tap : tap;
}

/* The tap at time 0 of the kernel as it is now, which an alignment has found there. 0, or -1:
 * already reported. */
static int find_own_origin(const struct kernel *kernel, int axis, const struct wanted *wanted,
                           int64_t *origin)
{
    bool found = wanted->origin[axis] == ORIGIN_OWN && kernel->origin[axis] >= 0;
    bool moved = axis == 0 && kernel->resampled.taps && !found;
    int64_t taps = (int64_t)(moved ? kernel->resampled.taps : kernel->extent[axis]);

    *origin = find_origin(kernel, axis, wanted, taps, false);
    if (check_origin(*origin, taps, kernel->name) < 0)
        return -1;
    if (moved)
        *origin = move_tap(kernel, wanted->correlate, *origin);
    return 0;
}

/* The value of an option in frames. 0, or -1: already reported. */
static int count_frames(const char *option, const struct time *time, const struct shape *shape,
                        const char *name, int64_t *frames)
{
    if (quantity_frames(time, shape->rate, frames))
        return 0;
    util_error("--%s in seconds: %s has no sample rate; give --rate", option, name);
    return -1;
}

/* The requested lags, cut to those of full, of which the least is given. */
static int find_lags(const struct wanted *wanted, int axis, const struct shape *shape,
                     const char *name, int64_t least, struct outputs *outputs)
{
    int64_t first, last, lead = -outputs->lag;

    if (count_frames("lags", &wanted->from[axis], shape, name, &first) < 0 ||
        count_frames("lags", &wanted->to[axis], shape, name, &last) < 0)
        return -1;
    if (last < first || last < least) {
        if (last < first)
            util_error("--lags: %lld is after %lld", (long long)first, (long long)last);
        else
            util_error("--lags: there is none up to %lld; the first is %lld", (long long)last,
                       (long long)least);
        return -1;
    }
    first = first > least ? first : least;
    outputs->at = (struct interval){
        .from = first + lead, .to = last + 1 + lead, .past = lead, .step = wanted->step[axis]};
    return 0;
}

/* Mode full, or what --align and --tail leave of it. 0, or -1: already reported. */
static int find_full(const struct wanted *wanted, const struct shape *shape, const char *name,
                     int64_t taps, int64_t lead, struct outputs *outputs)
{
    struct interval *at = &outputs->at;
    int64_t tail;

    at->from = wanted->begins ? 0 : (wanted->correlate ? 0 : lead) - outputs->origin;
    at->past = taps - 1 - outputs->origin - (wanted->correlate ? lead : 0);
    if (!wanted->tailed)
        return 0;
    if (count_frames("tail", &wanted->tail, shape, name, &tail) < 0)
        return -1;
    at->past = at->past < tail ? at->past : tail;
    return 0;
}

int kernel_outputs(const struct kernel *kernel, int axis, const struct wanted *wanted,
                   const struct shape *shape, const char *name, struct outputs *outputs)
{
    int64_t taps = (int64_t)kernel->extent[axis], frames = shape->frames, origin,
            lead = axis ? 0 : kernel->resampled.lead;
    bool traded = kernel_needs_frames(wanted) && frames >= 0 && frames < taps;
    struct interval at = {.from = 0, .to = INTERVAL_OPEN, .past = 0, .step = wanted->step[axis]};

    if (find_own_origin(kernel, axis, wanted, &origin) < 0)
        return -1;
    *outputs = (struct outputs){
        .at = at, .origin = origin, .lag = origin - (taps - 1) + lead, .traded = traded};
    if (wanted->mode == MODE_LAGS)
        return find_lags(wanted, axis, shape, name, 1 - taps + lead, outputs);
    if (wanted->mode == MODE_FULL)
        return find_full(wanted, shape, name, taps, lead, outputs);
    if (wanted->mode == MODE_VALID) {
        at.from = (traded ? frames : taps) - 1 - origin;
        at.past = traded ? taps - origin - frames : -origin;
    } else if (traded) { /* the signal's middle frame stands where the kernel's middle tap would */
        at.from = find_origin(kernel, axis, wanted, frames, true);
        if (check_origin(at.from, frames, "the signal, taken as the kernel,") < 0)
            return -1;
        at.from -= origin;
        at.past = at.from + taps - frames;
    }
    outputs->at = at;
    return 0;
}

struct interval kernel_needs(const struct kernel *kernel, int axis, const struct outputs *outputs)
{
    return interval_widen(&outputs->at, (int64_t)kernel->extent[axis] - 1 - outputs->origin,
                          outputs->origin);
}

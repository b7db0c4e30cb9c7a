/* reach.c - a mode is two integers: frames to add before and after the signal. */
#include "kernel.h"

#include "util.h"

bool kernel_reach_needs_frames(const struct extent *extent)
{
    return extent->mode == MODE_VALID || (extent->mode == MODE_SAME && extent->longest);
}

/* The tap at time 0 of `taps`, those of the kernel or, traded, the frames of the signal. Trading places in a
 * correlation reverses time, so left becomes right, as in numpy.correlate. */
static int64_t origin_of(const struct kernel *kernel, const struct extent *extent, int64_t taps, bool traded)
{
    if (extent->origin == ORIGIN_OWN && kernel->origin >= 0) /* the first or the last of the signal's frames as of the kernel's */
        return kernel->origin < taps ? kernel->origin : taps - 1;
    bool right = (extent->origin == ORIGIN_RIGHT) != (traded && extent->correlate);
    if (extent->origin == ORIGIN_AT) /* counted in the kernel as given */
        return extent->correlate && extent->tap < taps ? taps - 1 - extent->tap : extent->tap;
    return right ? taps / 2 : (taps - 1) / 2;
}

int kernel_reach(const struct kernel *kernel, const struct extent *extent, int64_t frames, struct reach *reach)
{
    int64_t taps = (int64_t)kernel->taps;
    bool traded = frames >= 0 && frames < taps && kernel_reach_needs_frames(extent);
    int64_t shorter = traded ? frames : taps, spare = traded ? taps - frames : 0;

    *reach = (struct reach){.traded = traded};
    if (extent->mode == MODE_FULL) {
        reach->before = reach->after = taps - 1;
    } else if (extent->mode == MODE_VALID) {
        reach->before = reach->after = spare;
    } else {
        int64_t origin = origin_of(kernel, extent, shorter, traded);
        if (origin >= shorter) {
            util_error("--origin=%lld: %s has only %lld taps, counted from 0", (long long)origin,
                       traded ? "the signal, taken as the kernel," : kernel->name, (long long)shorter);
            return -1;
        }
        reach->before = taps - 1 - origin;
        reach->after = spare + origin;
    }
    return 0;
}

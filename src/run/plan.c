/* plan.c - what is decided of a run before it begins: which frames, which sums, which engine. */
#include "run.h"

#include "stage/stage.h"
#include "util.h"

#include <math.h>
#include <stdlib.h>

/* The signal is short: it was read to its end, and its length is taken into account. Whether a header tells the length of
 * a longer one makes no difference. */
static bool is_short(const struct run *run)
{
    const struct shape *shape = &run->signal->shape;
    return shape->frames >= 0 && shape->frames < (int64_t)engine_long_frames(run->kernel.taps, shape->channels);
}

/* A lag in frames. 0, or -1: already reported. */
static int lag_frames(const struct run *run, const struct bound *bound, int64_t *lag)
{
    double rate = run->signal->shape.rate, frames = bound->value;

    if (bound->unit == UNIT_SECONDS) {
        if (rate <= 0) {
            util_error("--lags in seconds: %s has no sample rate; give --rate", run->signal->name);
            return -1;
        }
        frames = rint(frames * rate);
    }
    *lag = (int64_t)fmin(fmax(frames, -0x1p52), 0x1p52);
    return 0;
}

/* Whether there are any lags from first to last, as far as is known. */
static int check_lags(const struct run *run, int64_t first, int64_t last)
{
    int64_t least = 1 - (int64_t)run->kernel.taps, frames = run->signal->shape.frames;

    if (last < first)
        util_error("--lags: %lld is after %lld", (long long)first, (long long)last);
    else if (last < least)
        util_error("--lags: there is none up to %lld; the first is %lld", (long long)last, (long long)least);
    else if (is_short(run) && first >= frames)
        util_error("--lags: there is none from %lld on; the last is %lld", (long long)first, (long long)frames - 1);
    else
        return 0;
    return -1;
}

/* Outputs are those of the lags asked for, as far as any frame of the signal meets the kernel there. 0, or -1: already
 * reported. */
static int choose_lags(struct run *run)
{
    int64_t most = (int64_t)run->kernel.taps - 1, first, last;

    if (lag_frames(run, &run->opt->lags.first, &first) < 0 || lag_frames(run, &run->opt->lags.last, &last) < 0)
        return -1;
    if (check_lags(run, first, last) < 0)
        return -1;
    if (first < -most)
        first = -most;
    run->reach = (struct reach){.before = first < 0 ? -first : 0, .after = most};
    run->first = first;
    run->skip = first > 0 ? first : 0;
    run->frames = last - first + 1 + most;
    return 0;
}

/* Which frames are added and used. */
static int choose_extent(struct run *run)
{
    if (run->opt->lags.ranged)
        return choose_lags(run);
    if (kernel_reach(&run->kernel, &run->opt->extent, run->signal->shape.frames, &run->reach) < 0)
        return -1;
    run->first = -run->reach.before;
    run->frames = INT64_MAX;
    return 0;
}

/* What the engine may know of a short signal. */
static struct work count_work(const struct run *run)
{
    const struct request *opt = run->opt;
    int64_t before = run->reach.before, after = run->reach.after;
    int64_t frames = run->signal->shape.frames + before + after - run->skip;
    bool cut = frames > run->frames;
    bool zero = (opt->boundary.boundary == BOUNDARY_CONSTANT && opt->boundary.value == 0) || opt->extent.mode == MODE_VALID;
    bool weighed = run->weighed && !run->renormed; /* zeros are present, then, and present is 1 */

    if (!is_short(run))
        return (struct work){.outputs = -1};
    return (struct work){.outputs = (cut ? run->frames : frames) - (int64_t)run->kernel.taps + 1,
                         .zeros = zero && !cut && !weighed ? (size_t)(before < after ? before : after) : 0};
}

static enum ending choose_ending(const struct run *run)
{
    const struct request *opt = run->opt;

    if (opt->extent.mode == MODE_VALID || opt->boundary.boundary != BOUNDARY_WRAP || !run->reach.before)
        return ENDING_NONE;
    if (is_short(run))
        return ENDING_SHORT;
    return input_is_file(opt->signal) ? ENDING_READ : ENDING_HELD;
}

/* A coefficient of correlation is of one channel with one column. */
static int check_ncc(const struct run *run)
{
    bool traded = run->reach.traded && run->opt->extent.mode == MODE_VALID;

    if (run->opt->norm != NORM_XCORR || (run->plain.paths == (size_t)run->plain.outs && !traded))
        return 0;
    if (traded)
        util_error("--normalize=xcorr: %s is shorter than %s: there is no stretch to compare it with", run->signal->name,
                   run->kernel.name);
    else
        util_error("--normalize=xcorr: %s and %s are true stereo, whose sums are of several correlations",
                   run->signal->name, run->kernel.name);
    return -1;
}

/* Which channel meets which column. */
static int choose_system(struct run *run)
{
    if (kernel_route(&run->kernel, run->signal->shape.channels, run->signal->name, &run->plain, &run->paths) < 0)
        return -1;
    run->renormed = run->opt->boundary.renorm && run->opt->extent.mode != MODE_VALID;
    run->weighed = run->renormed || run->opt->nan == NAN_OMIT;
    run->system = run->plain;
    return run->weighed ? kernel_add_presence(&run->kernel, &run->plain, &run->system, &run->weighed_paths, &run->weighed_taps)
                        : 0;
}

int run_plan(struct run *run)
{
    if (choose_system(run) < 0 || choose_extent(run) < 0 || check_ncc(run) < 0)
        return -1;
    if (run->reach.traded && run->opt->extent.mode == MODE_VALID)
        util_note("%s is shorter than %s: they trade places", run->signal->name, run->kernel.name);
    run->ending = choose_ending(run);
    run->work = count_work(run);
    engine_choose(&run->system, run->opt->method, &run->work, &run->plan);
    run->plan.unbuffered = run->opt->unbuffered;
    if (run->plan.unbuffered)
        run->plan.block = 1;
    engine_share(&run->system, &run->work, run->pool, &run->plan);
    run->round = convolve_round(&run->system, &run->plan);
    return 0;
}

void run_close(struct run *run)
{
    stream_close(run->signal);
    manner_free(&run->manner);
    free(run->paths);
    free(run->weighed_paths);
    free(run->weighed_taps);
    kernel_free(&run->kernel);
}

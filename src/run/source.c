/* source.c - opens what a run reads: the kernel and the signal. */
#include "run.h"

#include "stage/stage.h"
#include "util.h"

bool run_kernel_waits(const struct request *opt)
{
    return opt->spec.generator && !opt->print_kernel && opt->rate <= 0 && generate_needs_rate(&opt->spec);
}

/* The kernel, made at a rate if it is made. */
static int load_kernel(const struct request *opt, double rate, struct kernel *kernel)
{
    struct manner manner = {0};
    int result = -1;

    if (opt->spec.generator) {
        result = generate_kernel(&opt->spec, rate, kernel);
    } else if (opt->taps) {
        result = kernel_parse(kernel, opt->taps);
    } else {
        struct stream *stream = format_open(opt->kernel, &opt->kernel_reading, &manner);
        if (stream)
            result = kernel_load(kernel, stream);
        manner_free(&manner);
    }
    if (result == 0)
        result = kernel_normalize(kernel, opt->norm);
    if (result == 0 && opt->extent.correlate && !opt->print_kernel)
        kernel_reverse(kernel);
    return result;
}

int run_open_kernel(struct run *run)
{
    return load_kernel(run->opt, run->opt->rate, &run->kernel);
}

int run_settle_rate(const struct request *opt, const struct kernel *kernel, struct stream *signal)
{
    double rate = signal->shape.rate;

    if (rate > 0 && opt->rate > 0 && rate != opt->rate)
        util_error("--rate=%.10g: %s has a rate of %.10g Hz", opt->rate, signal->name, rate);
    else if ((rate > 0 ? rate : opt->rate) > 0 && kernel->rate > 0 && kernel->rate != (rate > 0 ? rate : opt->rate))
        util_error("the rates differ: %s has %.10g Hz, %s %.10g Hz", signal->name, rate > 0 ? rate : opt->rate,
                   kernel->name, kernel->rate);
    else {
        signal->shape.rate = rate > 0 ? rate : opt->rate > 0 ? opt->rate : kernel->rate;
        return 0;
    }
    return -1;
}

/* Read ahead, so that the length of a short signal, and of one that is shorter than the kernel where that matters, is
 * known. */
static int hold(struct run *run)
{
    size_t frames = run->opt->unbuffered ? 1 : engine_long_frames(run->kernel.taps, run->signal->shape.channels);

    if (kernel_reach_needs_frames(&run->opt->extent) && frames < run->kernel.taps)
        frames = run->kernel.taps;
    run->signal = peek_open(run->signal, frames);
    return run->signal ? 0 : -1;
}

int run_open_signal(struct run *run)
{
    const struct request *opt = run->opt;

    run->signal = format_open(opt->signal, &opt->reading, &run->manner);
    if (!run->signal || run_settle_rate(opt, &run->kernel, run->signal) < 0)
        return -1;
    if (run_kernel_waits(opt) && load_kernel(opt, run->signal->shape.rate, &run->kernel) < 0)
        return -1;
    return hold(run);
}

int run_open_again(struct run *run)
{
    manner_free(&run->manner);
    run->signal = NULL;
    if (input_again(run->opt->signal) < 0)
        return -1;
    run->signal = format_open(run->opt->signal, &run->opt->reading, &run->manner);
    return run->signal && run_settle_rate(run->opt, &run->kernel, run->signal) == 0 ? hold(run) : -1;
}

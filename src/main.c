/* main.c - the chain: a signal, extended, convolved, into a sink. */
#include "explain.h"
#include "format/format.h"
#include "kernel/kernel.h"
#include "options.h"
#include "stage/stage.h"
#include "stream.h"
#include "util.h"

#include <math.h>
#include <stdlib.h>

/* Whether the kernel must wait for the rate of the signal. */
static bool kernel_waits(const struct options *opt)
{
    return opt->recipe.made && !opt->print_kernel && opt->rate <= 0 && generate_needs_rate(&opt->recipe);
}

/* The kernel, made at a rate if it is made. */
static int load_kernel(const struct options *opt, double rate, struct kernel *kernel)
{
    struct manner manner = {0};
    int result = -1;

    if (opt->recipe.made) {
        result = generate_kernel(&opt->recipe, rate, kernel);
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
    if (result == 0 && opt->extent.mirrored && !opt->print_kernel)
        kernel_reverse(kernel);
    return result;
}

/* One rate for signal, kernel and option. 0, or -1: already reported. */
static int settle_rate(const struct options *opt, const struct kernel *kernel, struct stream *signal)
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

/* A signal of fewer frames is short: its length is taken into account. */
static size_t short_frames(int channels)
{
    return ENGINE_SHORT / (size_t)channels ? ENGINE_SHORT / (size_t)channels : 1;
}

/* The outputs to be expected of a short signal, which was read to its end; -1 of others. Whether a header tells the
 * length of a longer one makes no difference. */
static int64_t expected_outputs(const struct stream *signal, const struct kernel *kernel, const struct reach *reach)
{
    int64_t frames = signal->shape.frames;

    if (frames < 0 || frames >= (int64_t)short_frames(signal->shape.channels))
        return -1;
    return frames + reach->before + reach->after - (int64_t)kernel->taps + 1;
}

/* Open the signal, load the kernel if it waits for that, and learn the signal's length as far as the mode needs it. */
static struct stream *open_signal(const struct options *opt, struct kernel *kernel, struct manner *manner)
{
    struct stream *signal = format_open(opt->signal, &opt->reading, manner);

    if (signal && (settle_rate(opt, kernel, signal) < 0 ||
                   (kernel_waits(opt) && load_kernel(opt, signal->shape.rate, kernel) < 0))) {
        stream_close(signal);
        return NULL;
    }
    if (!signal)
        return NULL;
    size_t frames = opt->prompt ? 1 : short_frames(signal->shape.channels);
    if (kernel_reach_needs_frames(&opt->extent) && frames < kernel->taps)
        frames = kernel->taps;
    return hold_open(signal, frames);
}

static struct sink *open_result(const struct options *opt, const struct shape *shape, struct manner *manner)
{
    const struct type *type = opt->type ? opt->type : format_type(manner->type);

    if (!opt->type && type->audio && !opt->output)
        type = &type_wav; /* what every program reads from a pipe */
    bool described = opt->reading.raw && !type->audio && type != &type_raw; /* --encoding was about the signal alone */
    if (format_dress(manner, type, described ? ENCODING_NONE : opt->encoding, shape->channels) < 0)
        return NULL;
    if (type->audio && shape->rate <= 0) {
        util_error("the result is %s, and no file says its sample rate: give --rate", type->name);
        return NULL;
    }
    manner->number_format = opt->number_format;
    manner->prompt = opt->prompt;
    return format_create(opt->output, shape, manner);
}

static enum ending ending_of(const struct options *opt, const struct stream *signal, const struct reach *reach)
{
    int64_t frames = signal->shape.frames;

    if (opt->extent.mode == MODE_VALID || opt->boundary.boundary != BOUNDARY_WRAP || !reach->before)
        return ENDING_NONE;
    if (frames >= 0 && frames < (int64_t)short_frames(signal->shape.channels))
        return ENDING_SHORT;
    return input_is_file(opt->signal) ? ENDING_READ : ENDING_HELD;
}

/* Read a file for its end, and open it again in place of the stream. NULL: failed, already reported. */
static struct stream *read_twice(const struct explanation *e, struct stream *signal, struct extension *extension,
                                 struct manner *manner, double **end)
{
    util_quiet(true); /* what is to be said of the file is said once */
    bool good = end_read(signal, extension, end) == 0 && input_again(e->opt->signal) == 0;
    manner_free(manner);
    signal = good ? open_signal(e->opt, e->kernel, manner) : NULL;
    util_quiet(e->opt->quiet);
    return signal;
}

/* Whether what is beyond the ends is missing, and whether weights are made up for what is missing. */
static bool is_renormed(const struct options *opt)
{
    return opt->boundary.renorm && opt->extent.mode != MODE_VALID;
}

static bool is_weighed(const struct options *opt)
{
    return is_renormed(opt) || opt->nan == NAN_OMIT;
}

/* The largest integer that the extended signal can hold; 0 when it may hold others than integers. */
static double largest_extended(const struct options *opt, const struct extension *extension, double largest)
{
    if (largest <= 0 || is_weighed(opt) || opt->gain != 1)
        return 0;
    if (extension->boundary == BOUNDARY_ODD) /* grows with each turn */
        return EXACT_INTEGERS;
    if (extension->boundary == BOUNDARY_CONSTANT && extension->value != rint(extension->value))
        return 0;
    return extension->boundary == BOUNDARY_CONSTANT ? fmax(largest, fabs(extension->value)) : largest;
}

/* Whether the result is integers, which the manner says of the signal so far, and how large. Where its type leaves room
 * for sums that are not exact, the frames to be convolved are watched. */
static struct stream *settle_integers(struct stream *stream, const struct explanation *e, const struct extension *extension,
                                      struct manner *manner, double *reached)
{
    double largest = largest_extended(e->opt, extension, manner->largest);
    double growth = largest > 0 ? kernel_growth(e->system) : 0;

    manner->largest = largest * growth;
    if (manner->largest < EXACT_INTEGERS)
        return stream;
    manner->reached = reached;
    return watch_open(stream, growth, reached);
}

/* The rest of the chain, over a signal whose plan is made. Closes the signal. */
static int run(const struct explanation *e, struct stream *stream, struct manner *manner, struct crew *crew)
{
    const struct options *opt = e->opt;
    bool valid = opt->extent.mode == MODE_VALID; /* nothing is outside, but a kernel that has traded places: zeros there */
    struct extension extension = {.before = e->reach.before,
                                  .after = e->reach.after,
                                  .boundary = valid ? BOUNDARY_CONSTANT : opt->boundary.boundary,
                                  .value = valid ? 0 : opt->boundary.value};
    double *end = NULL;
    int status = STATUS_TROUBLE;
    double reached;

    if (e->ending == ENDING_READ)
        stream = read_twice(e, stream, &extension, manner, &end);
    if (!stream)
        goto out;
    if (opt->threads > 1)
        stream = ahead_open(stream);
    if (opt->nan == NAN_FILL)
        stream = nan_fill_open(stream, opt->fill);
    if (opt->nan == NAN_ERROR)
        stream = nan_refuse_open(stream);
    if (is_renormed(opt))
        stream = weigh_begin(stream, opt->nan == NAN_OMIT);
    stream = extend_open(stream, &extension);
    if (is_weighed(opt) && !is_renormed(opt)) /* what an odd or mirrored NaN makes is missing too */
        stream = weigh_begin(stream, true);
    stream = settle_integers(stream, e, &extension, manner, &reached);
    stream = convolve_open(stream, e->system, e->plan, crew);
    if (is_weighed(opt))
        stream = weigh_end(stream, e->system);
    if (opt->gain != 1)
        stream = gain_open(stream, opt->gain);
    struct sink *sink = open_result(opt, &stream->shape, manner);
    if (sink && opt->threads > 1)
        sink = behind_open(sink, stream->shape.channels);
    if (sink)
        status = sink->close(sink, stream_pump(stream, sink, opt->prompt ? 1 : stream_block(stream->shape.channels)) == 0);
out:
    stream_close(stream);
    free(end);
    return status;
}

static int convolve(const struct options *opt, struct kernel *kernel, struct crew *crew)
{
    struct manner manner = {.crew = crew};
    struct system plain, weighed, *system = is_weighed(opt) ? &weighed : &plain;
    struct path *paths = NULL, *weighed_paths = NULL;
    double *weighed_taps = NULL;
    struct plan plan;
    int status = STATUS_TROUBLE;
    struct stream *signal = open_signal(opt, kernel, &manner);
    struct explanation e = {opt, kernel, signal, system, &plan, {0}, 0, 0, -1};

    if (!signal || kernel_route(kernel, signal->shape.channels, signal->name, &plain, &paths) < 0 ||
        (is_weighed(opt) && kernel_weigh(kernel, &plain, &weighed, &weighed_paths, &weighed_taps) < 0) ||
        kernel_reach(kernel, &opt->extent, signal->shape.frames, &e.reach) < 0)
        goto out;
    if (e.reach.traded && opt->extent.mode == MODE_VALID)
        util_note("%s is shorter than %s: they trade places", signal->name, kernel->name);
    e.ending = ending_of(opt, signal, &e.reach);
    e.outputs = expected_outputs(signal, kernel, &e.reach);
    engine_choose(system, opt->method, e.outputs, &plan);
    plan.lanes = (size_t)opt->threads;
    plan.prompt = opt->prompt;
    if (plan.prompt)
        plan.block = 1;
    e.round = convolve_round(system, &plan);
    if (opt->verbose && !opt->explain)
        explain_beside(&e);
    if (opt->explain) {
        status = explain_instead(&e);
    } else {
        status = run(&e, signal, &manner, crew);
        signal = NULL;
    }
out:
    stream_close(signal);
    free(paths);
    free(weighed_paths);
    free(weighed_taps);
    manner_free(&manner);
    return status;
}

/* The kernel in place of a result. */
static int print_kernel(const struct options *opt, const struct kernel *kernel, struct crew *crew)
{
    struct manner manner = {.type = type_text.name, .encoding = ENCODING_F64, .crew = crew};
    struct stream *stream = kernel_stream(kernel);
    struct sink *sink = NULL;
    int status = STATUS_TROUBLE;

    if (settle_rate(opt, kernel, stream) == 0) {
        if (opt->gain != 1)
            stream = gain_open(stream, opt->gain);
        sink = open_result(opt, &stream->shape, &manner);
    }
    if (sink)
        status = sink->close(sink, stream_pump(stream, sink, stream_block(stream->shape.channels)) == 0);
    stream_close(stream);
    return status;
}

int main(int argc, char **argv)
{
    struct options opt;
    struct kernel kernel = {0};
    int status;

    util_claim_descriptors();
    status = options_parse(&opt, argc, argv);
    if (status >= 0)
        return status;
    status = STATUS_TROUBLE;
    if (output_claim_standard() == 0 && (kernel_waits(&opt) || load_kernel(&opt, opt.rate, &kernel) == 0)) {
        struct crew *crew = crew_open(opt.threads);
        status = opt.print_kernel ? print_kernel(&opt, &kernel, crew) : convolve(&opt, &kernel, crew);
        if (status == STATUS_TROUBLE)
            status = util_trouble();
        crew_close(crew);
    }
    kernel_free(&kernel);
    return status;
}

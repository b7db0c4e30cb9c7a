/* chain.c - the chain: each stage wraps the one before it, and the pump pulls at the last. */
#include "run.h"

#include "stage/stage.h"
#include "util.h"

#include <math.h>
#include <stdlib.h>

/* What lives as long as the chain. */
struct links {
    struct extension extension;
    double *end;               /* of a wrapped signal */
    double reached;            /* how large integers get */
    struct ncc *ncc;
};

/* In valid nothing is outside, but for a kernel that has traded places with the signal: there are zeros. */
static struct extension extension_of(const struct run *run)
{
    bool valid = run->opt->extent.mode == MODE_VALID;

    return (struct extension){.before = run->reach.before,
                              .after = run->reach.after,
                              .boundary = valid ? BOUNDARY_CONSTANT : run->opt->boundary.boundary,
                              .value = valid ? 0 : run->opt->boundary.value};
}

/* Read a file for its end, and open it again. 0, or -1: already reported. */
static int read_end(struct run *run, struct links *links)
{
    util_quiet(true); /* what is to be said of the file is said once */
    struct stream *signal = run->opt->nan == NAN_FILL ? nan_fill_open(run->signal, run->opt->fill) : run->signal;
    int result = end_read(signal, &links->extension, &links->end);
    run->signal = NULL;
    if (result == 0)
        result = run_open_again(run);
    util_quiet(run->opt->quiet);
    return result;
}

/* The largest integer that the extended signal can hold; 0 when it may hold others than integers. */
static double largest_extended(const struct run *run, const struct extension *extension)
{
    const struct request *opt = run->opt;
    bool timed = opt->lags.shown && run->signal->shape.rate > 0;

    if (run->manner.largest <= 0 || run->weighed || timed || opt->gain != 1)
        return 0;
    if (extension->boundary == BOUNDARY_ODD) /* grows with each turn */
        return EXACT_INTEGERS;
    if (extension->boundary == BOUNDARY_CONSTANT && extension->value != rint(extension->value))
        return 0;
    return extension->boundary == BOUNDARY_CONSTANT ? fmax(run->manner.largest, fabs(extension->value))
                                                    : run->manner.largest;
}

/* Whether the result is integers, which the manner says of the signal so far, and how large. Where its type leaves room
 * for sums that are not exact, the frames to be convolved are watched. */
static struct stream *settle_integers(struct run *run, struct stream *stream, struct links *links)
{
    double largest = largest_extended(run, &links->extension);
    double growth = largest > 0 ? kernel_growth(&run->system) : 0;

    run->manner.largest = largest * growth;
    if (run->manner.largest < EXACT_INTEGERS)
        return stream;
    run->manner.reached = &links->reached;
    return integer_range_open(stream, growth, &links->reached);
}

/* From the signal to the frames that are convolved. */
static struct stream *chain_before(struct run *run, struct links *links)
{
    const struct request *opt = run->opt;
    struct stream *stream = run->signal;

    if (opt->lags.ranged && run->ending != ENDING_SHORT && run->ending != ENDING_HELD) /* nothing behind is read */
        stream = excerpt_open(stream, 0, run->skip + run->frames - run->reach.before);
    if (opt->threads > 1)
        stream = read_ahead_open(stream);
    if (opt->nan == NAN_FILL)
        stream = nan_fill_open(stream, opt->fill);
    if (opt->nan == NAN_ERROR)
        stream = nan_refuse_open(stream);
    if (run->renormed)
        stream = renormalize_begin(stream, opt->nan == NAN_OMIT);
    stream = extend_open(stream, &links->extension);
    if (run->weighed && !run->renormed) /* what an odd or correlate NaN makes is missing too */
        stream = renormalize_begin(stream, true);
    if (opt->lags.ranged)
        stream = excerpt_open(stream, run->skip, run->frames);
    if (links->ncc)
        stream = ncc_begin(stream, links->ncc);
    return settle_integers(run, stream, links);
}

/* From what is convolved to the result. */
static struct stream *chain_after(const struct run *run, struct stream *stream, const struct links *links)
{
    if (links->ncc)
        stream = ncc_end(stream, links->ncc, &run->system);
    if (run->weighed)
        stream = renormalize_end(stream, &run->system);
    if (run->opt->gain != 1)
        stream = gain_open(stream, run->opt->gain);
    if (run->opt->lags.shown)
        stream = lags_open(stream, run->first, stream->shape.rate);
    return stream;
}

static struct sink *open_result(struct run *run, const struct shape *shape)
{
    const struct request *opt = run->opt;
    const struct type *type = opt->type ? opt->type : format_type(run->manner.type);

    if (!opt->type && type->audio && !opt->output)
        type = &type_wav; /* what every program reads from a pipe */
    bool described = opt->described && !format_holds(type, opt->encoding); /* --encoding was about the signal alone */
    enum encoding encoding = described ? ENCODING_NONE : opt->encoding;
    if (type->audio && opt->lags.shown) {
        util_error("--lags puts numbers before the values, and the result is %s; use -t text", type->name);
        return NULL;
    }
    if (format_dress(&run->manner, type, encoding, shape->channels - opt->lags.shown) < 0)
        return NULL;
    if (opt->lags.shown)
        manner_lead(&run->manner, shape->rate > 0 ? "time" : "lag");
    if (type->audio && (shape->rate < 1 || shape->rate != rint(shape->rate))) {
        if (shape->rate > 0)
            util_error("the result is %s, whose sample rate is a whole number, not %.10g", type->name, shape->rate);
        else
            util_error("the result is %s, and no file says its sample rate: give --rate", type->name);
        return NULL;
    }
    if (type->binary && !opt->type && opt->output && format_has_suffix(opt->output))
        util_warn("%s is written as %s: no type has that suffix; -t says which", opt->output, type->name);
    run->manner.number_format = opt->number_format;
    run->manner.unbuffered = opt->unbuffered;
    return format_create(opt->output, shape, &run->manner);
}

/* Pump the stream into the result, in blocks, and close it. A status. */
static int finish(struct run *run, struct stream *stream, size_t block)
{
    const struct request *opt = run->opt;
    int status = STATUS_TROUBLE;
    struct sink *sink = open_result(run, &stream->shape);

    if (sink) {
        int pumped = opt->threads > 1 ? write_behind_pump(stream, sink, block) : stream_pump(stream, sink, block);
        status = sink->close(sink, pumped == 0);
    }
    stream_close(stream);
    return status;
}

int run_convolve(struct run *run)
{
    struct links links = {.extension = extension_of(run)};
    int status = STATUS_TROUBLE;

    if (run->ending != ENDING_READ || read_end(run, &links) == 0) {
        if (run->opt->norm == NORM_XCORR)
            links.ncc = ncc_create(run->kernel.taps, run->signal->shape.channels);
        struct stream *stream = chain_before(run, &links);
        run->signal = NULL; /* the chain's */
        stream = convolve_open(stream, &run->system, &run->plan, run->pool);
        status = finish(run, chain_after(run, stream, &links), convolve_block(&run->system, &run->plan));
    }
    ncc_free(links.ncc);
    free(links.end);
    return status;
}

int run_print_kernel(struct run *run)
{
    struct stream *stream = kernel_stream(&run->kernel);

    run->manner.type = type_text.name;
    run->manner.encoding = ENCODING_F64;
    if (run_settle_rate(run->opt, &run->kernel, stream) < 0) {
        stream_close(stream);
        return STATUS_TROUBLE;
    }
    return finish(run, run->opt->gain == 1 ? stream : gain_open(stream, run->opt->gain), stream_block(stream->shape.channels));
}

/* result.c - the form of a result, and how it is written. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "result.h"

#include "stage/stage.h"
#include "util.h"

#include <math.h>

static const struct type *choose_type(const struct result *result)
{
    const struct request *request = result->request;

    if (request->type)
        return request->type;
    const struct type *type = format_type(result->traits->type);
    if (type->audio && !request->output)
        return &type_wav; /* which every program reads from a pipe */
    return type;
}

/* Whether an audio file can hold frames of this shape. */
static bool check_audio(const struct result *result, const struct type *type, double rate)
{
    if (result->lags)
        util_error("--lags puts numbers before the values, and the result is %s; use -t text",
                   type->name);
    else if (rate <= 0)
        util_error("the result is %s, and no file says its sample rate: give --rate", type->name);
    else if (rate < 1 || rate != rint(rate))
        util_error("the result is %s, whose sample rate is a whole number, not %.10g; "
                   "--output-rate resamples it", type->name, rate);
    else
        return true;
    return false;
}

/* Whether a type can hold complex numbers, also as pairs of channels. */
static bool check_complex(const struct result *result, const struct type *type)
{
    if (format_holds_complex(type) || (type->audio && result->request->reading.complex))
        return true;
    if (type->audio)
        util_error("the result is complex: --complex writes %s whose channels are real and "
                   "imaginary parts; -t text, npy and raw hold complex numbers", type->name);
    else
        util_error("the result is complex, and %s holds real numbers; use -t text, npy or raw",
                   type->name);
    return false;
}

/* No type has the suffix of the output's name. */
static void warn_of_suffix(const struct result *result, const struct type *type)
{
    const char *path = result->request->output,
               *converter = result->traits->image ? format_converter(path) : NULL;

    if (converter)
        util_warn("%s is written as %s: no type has that suffix; in a pipe: conv ... | %s", path,
                  type->name, converter);
    else
        util_warn("%s is written as %s: no type has that suffix; -t says which", path, type->name);
}

/* Choose the form of the result. 0, or -1: already reported. */
static int choose_form(const struct result *result, const struct shape *shape, struct form *form)
{
    const struct request *request = result->request;
    const struct type *type = choose_type(result);
    /* --encoding may have been said of the signal's raw samples alone */
    bool of_signal =
        request->described && (type->array || !format_holds(type, request->encoding));
    enum encoding encoding = of_signal ? ENCODING_NONE : request->encoding;

    bool complex = result->traits->complex;
    int channels = shape->channels / (1 + complex) - result->lags;

    *form = (struct form){0};
    if (complex && !check_complex(result, type))
        return -1;
    if (type->audio && !check_audio(result, type, shape->rate))
        return -1;
    if (format_plan(result->traits, type, encoding, channels, form) < 0)
        return -1;
    for (int i = 0; i < result->lags; i++)
        format_add_column(form, shape->rate > 0 ? "time" : "lag");
    if (type->binary && !request->type && request->output && format_has_suffix(request->output))
        warn_of_suffix(result, type);
    bool integers = !encoding && !complex; /* f64 can be asked for */
    form->integers = integers ? result->integers : INTEGERS_NO;
    form->array.scalar &= request->all_axes && shape->frames == 1;
    form->number_format = request->number_format;
    form->unbuffered = request->unbuffered;
    form->clipping = request->clipping;
    form->losses = result->losses;
    return 0;
}

static enum outcome outcome_of(const struct result *result, enum status status)
{
    if (status != STATUS_DONE)
        return OUTCOME_FAILED;
    bool rounded = result->range && integer_range_reached(result->range) >= EXACT_INTEGERS;
    return rounded ? OUTCOME_ROUNDED : OUTCOME_WHOLE;
}

/* Open the output for the first result; see that it can hold this one after others. 0, or -1:
 * already reported. */
static int prepare_output(const struct result *result, const struct type *type, const char *signal)
{
    if (*result->output && !type->array) {
        util_error("%s holds several signals, and the result is %s, which holds one; npy and "
                   "images hold any",
                   signal, type->name);
        return -1;
    }
    if (!*result->output)
        *result->output = output_open(result->request->output);
    return *result->output ? 0 : -1;
}

enum status result_write(const struct result *result, struct stream *stream, size_t block)
{
    const struct request *request = result->request;
    struct form form;
    struct sink *sink = NULL;
    enum status status = STATUS_TROUBLE;

    if (choose_form(result, &stream->shape, &form) == 0 &&
        prepare_output(result, form.type, stream->name) == 0)
        sink = format_create(*result->output, &stream->shape, &form, result->pool);
    if (sink) {
        status = (request->threads > 1 ? write_behind_pump : stream_pump)(stream, sink, block);
        enum status closed = sink->close(sink, outcome_of(result, status));
        status = status == STATUS_DONE ? closed : status;
        if (status == STATUS_DONE && output_part(*result->output) < 0)
            status = STATUS_TROUBLE;
    }
    names_free(&form.names);
    return status;
}

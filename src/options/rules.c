/* rules.c - which options are compatible, and what follows from them. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "rules.h"

#include "util.h"
#include "values.h"

#include <string.h>

static bool is_given(const struct command *command, const char *name)
{
    for (size_t i = 0; options_table[i].help; i++)
        if (options_table[i].name && strcmp(options_table[i].name, name) == 0)
            return command->given[i];
    return false;
}

static bool is_standard(const char *name)
{
    return name && strcmp(name, "-") == 0;
}

/* Each rule is met, or is reported: 0 or -1. */
static int refuse(const char *text)
{
    util_error("%s", text);
    return -1;
}

static int check_kernel(const struct command *command)
{
    const struct request *request = command->request;
    const char *made = request->spec[0].text;

    if ((request->kernels > 0) + (request->taps != NULL) + (made != NULL) > 1) {
        util_error("%s and %s: only one kernel", request->kernels ? "--kernel" : "--taps",
                   made ? "--generate" : "--taps");
        return -1;
    }
    if (!request->kernels && !request->taps && !made)
        return refuse("no kernel: give a file, or taps as in -e 1,2,1");
    if (request->kernels > 1 && (request->listed || request->all_axes))
        return refuse("--kernel: several files are columns of a kernel for one axis: give no "
                      "--axes and no --dims=all");
    return 0;
}

static int check_operands(const struct command *command)
{
    const struct request *request = command->request;
    int most = request->print_kernel ? 0 : 1, standard = 0;

    if (command->operands > most) {
        util_error("%s: one operand too many", command->operand[most]);
        return -1;
    }
    for (int i = 0; i < request->kernels; i++)
        standard += is_standard(request->kernel[i]);
    if (standard > 1)
        return refuse("standard input can be only one file of the kernel");
    if (!request->print_kernel && standard && is_standard(request->signal))
        return refuse("standard input cannot be both the kernel and the signal");
    return 0;
}

static int check_output(const struct command *command)
{
    const struct request *request = command->request;

    if (request->print_kernel && request->explain)
        return refuse("--print-kernel and --explain: only one of them");
    if (request->output && !*request->output)
        return refuse("--output: the name is empty");
    if (request->unbuffered && request->method && request->method->in_blocks) {
        util_error("--line-buffered: --method=%s works in blocks; direct does not",
                   request->method->name);
        return -1;
    }
    return 0;
}

static bool is_beyond(const struct request *request, enum boundary boundary)
{
    return boundary_occurs(request->beyond, MOST_AXES, boundary);
}

static bool is_zero_beyond(const struct request *request)
{
    for (int a = 0; a < MOST_AXES; a++)
        if (request->beyond[a].boundary != BOUNDARY_CONSTANT || request->beyond[a].value != 0)
            return false;
    return true;
}

static int check_axes(const struct command *command)
{
    int axes = request_axes(command->request);

    if (is_given(command, "dims") && is_given(command, "axes"))
        return refuse("--dims and --axes: only one of them");
    return axes ? request_check_axes(command->request, axes) : 0;
}

static int check_same(const struct command *command)
{
    const struct request *request = command->request;
    bool other = is_given(command, "mode") && request->wanted.mode != MODE_SAME;

    if (is_given(command, "same") && (other || request->ranged || request->wanted.tailed))
        return refuse("--same is only for --mode=same");
    return 0;
}

static int check_align(const struct command *command)
{
    const struct request *request = command->request;
    const struct wanted *wanted = &request->wanted;

    if (request->preparation.align == ALIGN_NONE)
        return 0;
    if (is_given(command, "origin"))
        return refuse("--align and --origin: both say which tap is at time 0");
    if (wanted->mode == MODE_VALID)
        return refuse("--align is not for --mode=valid, which has the same outputs whatever tap "
                      "is at time 0");
    if (wanted->longest)
        return refuse("--align does not go with --same=longest, where signal and kernel may trade "
                      "places");
    if (request->lags)
        return refuse("--align does not go with --lags: a lag does not depend on it");
    return 0;
}

static int check_tail(const struct command *command)
{
    const struct wanted *wanted = &command->request->wanted;

    if (!wanted->tailed)
        return 0;
    if (wanted->correlate)
        return refuse("--tail does not go with -c: give --lags=from:to");
    if (wanted->mode != MODE_FULL)
        return refuse("--tail is for --mode=full: the others say themselves where they end");
    return 0;
}

static int refuse_norm(enum norm norm, const char *text)
{
    util_error("--normalize=%s %s", choice_word(norm_choice, (int)norm), text);
    return -1;
}

static int check_correlation(const struct command *command)
{
    const struct request *request = command->request;
    bool coefficients = request->norm == NORM_XCORR, scaled = request->norm > NORM_XCORR;
    bool bounded = is_given(command, "boundary");
    bool flipped = !request->wanted.correlate && !request->print_kernel;

    if (flipped && is_given(command, "lags"))
        return refuse("--lags is of correlation: give -c");
    if (flipped && (coefficients || scaled))
        return refuse_norm(request->norm, "is of correlation: give -c");
    if (scaled && !is_zero_beyond(request))
        return refuse_norm(request->norm, "is of signals with zeros beyond their ends: give no "
                                          "--boundary");
    if (scaled && (request->nan == NAN_OMIT || request->nan == NAN_KEEP))
        return refuse_norm(request->norm, "does not go with --nan=omit or keep; xcorr goes with "
                                          "omit");
    if (coefficients && is_beyond(request, BOUNDARY_NOTHING))
        return refuse("--normalize=xcorr does not go with --boundary=renorm: without --boundary "
                      "nothing is beyond the ends");
    if (coefficients && (request->nan == NAN_KEEP || request->present > 0))
        return refuse("--normalize=xcorr knows no --nan=keep and no part of a weight: --nan=omit "
                      "and --overlap are its own");
    if (coefficients && bounded && request->nan == NAN_OMIT)
        return refuse("--normalize=xcorr with --nan=omit is over what overlaps: give no "
                      "--boundary");
    if (is_given(command, "overlap") && (!coefficients || bounded))
        return refuse("--overlap is only for --normalize=xcorr without --boundary");
    if (request->lags && request->nan == NAN_KEEP)
        return refuse("--nan=keep does not go with --lags: at a lag no frame is missing");
    if (request->ranged && is_given(command, "mode"))
        return refuse("--lags=from:to and --mode: both say which outputs there are");
    return 0;
}

/* Polynomials at the ends are those that the kernel fits in between. */
static int check_fit(const struct command *command)
{
    const struct request *request = command->request;
    const struct preparation *preparation = &request->preparation;

    if (!is_beyond(request, BOUNDARY_FIT) || request->print_kernel)
        return 0;
    if (!generate_fits_polynomial(&request->spec[0]))
        return refuse("--boundary=fit is for -g savgol without pos: polynomials about their "
                      "middle");
    if (request->wanted.correlate)
        return refuse("--boundary=fit does not go with -c");
    if (request->wanted.mode != MODE_SAME || request->wanted.longest)
        return refuse("--boundary=fit is for --mode=same, one output for each frame");
    if (request->wanted.origin[0] == ORIGIN_AT || preparation->align != ALIGN_NONE)
        return refuse("--boundary=fit: --origin is left or right, of the middle");
    if (preparation->length.value > 0 || preparation->trim > 0)
        return refuse("--boundary=fit does not go with --trim and --kernel-length: polynomials "
                      "are fitted to all frames of the kernel");
    if (request->norm != NORM_NONE && request->norm != NORM_SUM)
        return refuse("--boundary=fit goes with --normalize=sum or none alone");
    if (request->map)
        return refuse("--boundary=fit does not go with --map: each channel keeps its own ends");
    if (request->nan == NAN_OMIT || request->nan == NAN_KEEP)
        return refuse("--boundary=fit does not go with --nan=omit: polynomials are not fitted "
                      "anew");
    return 0;
}

static int check_raw_signal(const struct command *command)
{
    const struct request *request = command->request;
    const struct reading *reading = &request->reading;

    if (!reading->raw && reading->encoding)
        return refuse("--signal-encoding is only for --signal-type=raw");
    if (!reading->raw && reading->channels)
        return refuse("--channels is only for --signal-type=raw");
    if (reading->raw && !pcm_bytes(reading->encoding ? reading->encoding : request->encoding))
        return refuse("--signal-type=raw needs --signal-encoding, which =help lists");
    return 0;
}

static int check_raw_kernel(const struct command *command)
{
    const struct reading *reading = &command->request->kernel_reading;

    if (!reading->raw && (reading->encoding || reading->channels || reading->rate > 0))
        return refuse("--kernel-encoding, --kernel-channels and --kernel-rate are only for "
                      "--kernel-type=raw");
    if (reading->raw && !command->request->kernels)
        return refuse("--kernel-type=raw is of a kernel from a file");
    if (reading->raw && !reading->encoding)
        return refuse("--kernel-type=raw needs --kernel-encoding, which =help lists");
    return 0;
}

static int check_rates(const struct command *command)
{
    const struct request *request = command->request;

    if (request->output_rate > 0 && request->lags)
        return refuse("--output-rate does not go with --lags: a row holds the time of its values");
    if (request->output_rate > 0 && request->print_kernel)
        return refuse("--output-rate is of a result, and --print-kernel writes the kernel");
    return 0;
}

/* The first operand is the kernel, unless an option gives the kernel. */
static void place_operands(struct command *command)
{
    struct request *request = command->request;

    if (!request->kernels && !request->taps && !request->spec[0].text && command->operands > 0) {
        request->kernel[request->kernels++] = *command->operand++;
        command->operands--;
    }
    request->signal = command->operands > 0 ? command->operand[0] : "-";
}

int rules_check(struct command *command)
{
    static int (*const checks[])(const struct command *) = {
        check_kernel, check_operands, check_output, check_axes, check_same, check_align,
        check_tail, check_correlation, check_fit, check_raw_signal, check_raw_kernel, check_rates,
    };

    place_operands(command);
    for (size_t i = 0; i < sizeof checks / sizeof *checks; i++)
        if (checks[i](command) < 0)
            return -1;
    return 0;
}

/* An encoding that is given once applies to a raw signal and to the result. */
static void complete_reading(struct request *request)
{
    struct reading *reading = &request->reading;

    if (reading->raw && !reading->encoding) {
        reading->encoding = request->encoding;
        request->described = true;
    }
    reading->refuse_nan = request->nan == NAN_ERROR;
    reading->rate = request->rate;
    request->kernel_reading.complex = reading->complex;
    reading->axes = request->listed ? 2 : request->all_axes ? ALL_AXES : request->axes;
    request->kernel_reading.axes = request->listed ? request->listed : reading->axes;
}

void rules_complete(struct command *command)
{
    struct request *request = command->request;

    complete_reading(request);
    for (int a = 0; a < MOST_AXES && !request->wanted.steps; a++)
        request->wanted.step[a] = 1;
    if (request->ranged)
        request->wanted.mode = MODE_LAGS;
    request->wanted.begins = request->wanted.tailed || request->preparation.align != ALIGN_NONE;
    request->mode_given = request->ranged || request->wanted.tailed || is_given(command, "mode");
    request->same_given = is_given(command, "same");
    request->boundary_given = is_given(command, "boundary");
    request->overlapping = request->norm == NORM_XCORR && !is_given(command, "boundary");
    if (is_standard(request->output))
        request->output = NULL;
    if (!request->type && request->output)
        request->type = format_type_of(request->output);
    if (!request->threads)
        request->threads = value_processors();
    if (request->unbuffered) /* nothing to share out */
        request->threads = 1;
}

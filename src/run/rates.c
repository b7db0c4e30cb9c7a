/* rates.c - brings the kernel to the signal's rate, and the result to the rate that is wanted. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "rates.h"

#include "util.h"

/* Load the kernel, cut as it is given, anew from itself, at another rate. */
static int resample_kernel(const struct preparation *preparation, double rate,
                           struct kernel *kernel)
{
    kernel_fold(kernel, 1, NULL, kernel->columns);
    if (kernel_cut(kernel, preparation, kernel->rate) < 0)
        return -1;
    struct kernel old = *kernel;
    kernel->h = NULL;
    struct stream *stream = kernel_stream(&old);
    int result = resample_open(&stream, rate, true, stream_block(old.columns));
    int64_t lead = -stream->shape.first;
    if (result == 0)
        result = kernel_load(kernel, gain_open(stream, old.rate / rate, 0, false), old.complex);
    else
        stream_close(stream);
    kernel->resampled =
        (struct resampled){.taps = old.taps, .lead = lead, .ratio = rate / old.rate};
    if (result == 0)
        util_note("%s is resampled from %.10g Hz to %.10g Hz: %zu taps become %zu, of which %lld "
                  "are before time 0", old.name, old.rate, rate, old.taps, kernel->taps,
                  (long long)lead);
    kernel_free(&old);
    return result;
}

int rates_fit_kernel(const struct request *request, double rate, struct kernel *kernel)
{
    bool differ = rate > 0 && kernel->rate > 0 && rate != kernel->rate;

    if (!differ || request->mismatch != MISMATCH_RESAMPLE)
        return 0;
    return resample_kernel(&request->preparation, rate, kernel);
}

int rates_check(const struct request *request, const char *signal, double rate,
                const struct kernel *kernel)
{
    bool differ = rate > 0 && kernel->rate > 0 && rate != kernel->rate;

    if (!differ || request->mismatch == MISMATCH_IGNORE)
        return 0;
    util_error("the rates differ: %s has %.10g Hz, %s %.10g Hz; --rate-mismatch=resample converts "
               "the kernel", signal, rate, kernel->name, kernel->rate);
    return -1;
}

int rates_fit_result(const struct request *request, struct stream **result, size_t frames)
{
    double rate = request->output_rate, own = (*result)->shape.rate;

    if (rate <= 0 || rate == own)
        return 0;
    if (own <= 0) {
        util_error("--output-rate: %s has no sample rate; give --rate", (*result)->name);
        return -1;
    }
    return resample_open(result, rate, false, frames);
}

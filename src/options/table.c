/* table.c - the table of options. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "entry.h"

#include "help.h"
#include "values.h"

const struct entry options_table[] = {
    {.help = "Kernel"},
    {"kernel", 'k', "FILE", "kernel from a file, or from several its columns",
     .set = value_kernel, .common = true},
    {"taps", 'e', "TAPS", "kernel given here: 1,2,1",
     .set = value_text, .member = offsetof(struct request, taps), .common = true, .once = true},
    {"generate", 'g', "SPEC", "made kernel",
     .set = value_spec, .list = generate_choice, .common = true},
    {"map", 0, "LIST", "channels SIGNAL:OUTPUT:KERNEL, from 1: 1:1:1,1:2:2; or true-stereo",
     .set = value_map},
    {"normalize", 0, "NORM", "scale the kernel",
     .set = value_choice, .member = offsetof(struct request, norm),
     .list = norm_choice, .first_is_default = true},
    {"overlap", 0, "N|P%", "the least overlap with --normalize=xcorr (default 10%)",
     .set = value_overlap},
    {"correlate", 'c', NULL, "do not flip the kernel",
     .member = offsetof(struct request, wanted.correlate), .common = true},
    {"trim", 0, "DB", "cut its end below this level: -80dB",
     .set = value_trim},
    {"kernel-length", 0, "T", "cut its end after that time: 50ms",
     .set = value_kernel_length},
    {"print-kernel", 0, NULL, "write the kernel in place of a result",
     .member = offsetof(struct request, print_kernel)},

    {.help = "Which outputs"},
    {"dims", 0, "K|all", "convolve along the first K axes, the others are channels (1; images 2)",
     .set = value_dims},
    {"axes", 0, "LIST", "convolve along these axes, from 0, or from the end: -1",
     .set = value_axes},
    {"mode", 'm', "MODE", "which outputs; of images same",
     .set = value_choice, .member = offsetof(struct request, wanted.mode),
     .list = mode_choice, .first_is_default = true, .common = true},
    {"same", 0, "LENGTH", "length in mode same",
     .set = value_either, .member = offsetof(struct request, wanted.longest),
     .list = mode_same_choice, .first_is_default = true},
    {"origin", 0, "ORIGIN", "the tap at time 0: left (default), right, or its number",
     .set = value_origin},
    {"align", 0, "TAP", "the tap at time 0, where the result begins",
     .set = value_choice, .member = offsetof(struct request, preparation.align),
     .list = kernel_align_choice, .first_is_default = true},
    {"tail", 0, "T|none", "the result from time 0 to so long after the signal: 1.5s",
     .set = value_tail},
    {"lags", 0, "[FROM:TO]", "with -c: the lag beside each value; those lags alone",
     .set = value_lags},
    {"step", 0, "N", "each N-th output, from the first on",
     .set = value_step},

    {.help = "Beyond the ends, and missing values"},
    {"boundary", 'b', "WHAT", "what is beyond the ends; of images edge",
     .set = value_boundary, .list = boundary_choice, .first_is_default = true, .common = true},
    {"nan", 0, "POLICY", "NaNs in the signal",
     .set = value_nan, .list = value_nan_choice, .first_is_default = true},

    {.help = "Computation"},
    {"method", 'M', "METHOD", "how it is computed",
     .set = value_method, .list = engine_choice, .first_is_default = true},
    {"threads", 'j', "N", "use N threads (default: one for each processor)",
     .set = value_threads},
    {"line-buffered", 'u', NULL, "write each output as soon as its inputs are there",
     .member = offsetof(struct request, unbuffered)},

    {.help = "Signal and kernel files"},
    {"delimiter", 'd', "C", "field separator of the signal",
     .set = value_delimiter},
    {"header", 'H', "[WHEN]", "whether its first row is a header",
     .set = value_header, .member = offsetof(struct request, reading.header),
     .list = value_header_choice, .first_is_default = true},
    {"rate", 0, "HZ", "sample rate of a signal that has none",
     .set = value_rate, .member = offsetof(struct request, rate), .common = true},
    {"rate-mismatch", 0, "WHAT", "where the kernel has another rate",
     .set = value_choice, .member = offsetof(struct request, mismatch),
     .list = value_mismatch_choice, .first_is_default = true},
    {"signal-type", 0, "TYPE", "what the signal is",
     .set = value_either, .member = offsetof(struct request, reading.raw),
     .list = value_raw_choice, .first_is_default = true},
    {"signal-encoding", 0, "E", "of a raw signal, if not --encoding",
     .set = value_choice, .member = offsetof(struct request, reading.encoding),
     .list = pcm_raw_choice},
    {"channels", 0, "N", "of a raw signal (default 1)",
     .set = value_channels, .member = offsetof(struct request, reading.channels)},
    {"complex", 0, NULL, "channels of audio are real and imaginary parts (IQ), in and out",
     .member = offsetof(struct request, reading.complex)},
    {"kernel-type", 0, "TYPE", "what the kernel is",
     .set = value_either, .member = offsetof(struct request, kernel_reading.raw),
     .list = value_raw_choice, .first_is_default = true},
    {"kernel-encoding", 0, "E", "of a raw kernel",
     .set = value_choice, .member = offsetof(struct request, kernel_reading.encoding),
     .list = pcm_raw_choice},
    {"kernel-channels", 0, "N", "of a raw kernel (default 1)",
     .set = value_channels, .member = offsetof(struct request, kernel_reading.channels)},
    {"kernel-rate", 0, "HZ", "of a raw kernel",
     .set = value_rate, .member = offsetof(struct request, kernel_reading.rate)},

    {.help = "Result"},
    {"output", 'o', "FILE", "write to FILE, whole or not at all",
     .set = value_text, .member = offsetof(struct request, output), .common = true},
    {"type", 't', "TYPE", "type of the result",
     .set = value_type, .list = format_choice, .common = true},
    {"encoding", 0, "E", "encoding of its samples",
     .set = value_choice, .member = offsetof(struct request, encoding),
     .list = pcm_choice},
    {"format", 0, "FMT", "format of its numbers, as in printf: %.6f",
     .set = value_number_format, .common = true},
    {"output-rate", 0, "HZ", "resample it to this rate",
     .set = value_rate, .member = offsetof(struct request, output_rate)},
    {"gain", 0, "DB", "gain on it, in decibels",
     .set = value_gain},
    {"offset", 0, "V", "a number added to it, after the gain",
     .set = value_offset},
    {"clip", 0, "WHAT", "where samples are too large for their encoding",
     .set = value_choice, .member = offsetof(struct request, clipping),
     .list = clip_choice, .first_is_default = true},

    {.help = "Messages and help"},
    {"verbose", 'v', NULL, "tell the plan beside the run",
     .member = offsetof(struct request, verbose)},
    {"explain", 0, NULL, "tell the plan in place of the run",
     .member = offsetof(struct request, explain)},
    {"quiet", 'q', NULL, "no warnings and notes",
     .member = offsetof(struct request, quiet)},
    {NULL, 'h', NULL, "the options used most",
     .print = help_brief},
    {"help", 0, NULL, "all options",
     .print = help_all},
    {"version", 'V', NULL, "version, licence, libraries",
     .print = help_version},
    {0},
};

_Static_assert(sizeof options_table / sizeof *options_table <= OPTIONS_MOST, "rows");

struct choice options_choice(size_t i)
{
    for (const struct entry *entry = options_table; entry->help; entry++)
        if (entry->name && i-- == 0)
            return (struct choice){entry->name, entry->help, 0, NULL};
    return (struct choice){0};
}

void *entry_member(const struct entry *entry, struct request *request)
{
    return (char *)request + entry->member;
}

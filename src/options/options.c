/* options.c - parses the command line; the only file that sees getopt. */
#include "options.h"

#include "util.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <string.h>

static const char help[] =
    "usage: conv [OPTION]... KERNEL [SIGNAL]\n"
    "       conv [OPTION]... {-k FILE | -e TAPS | -g SPEC} [SIGNAL]\n"
    "Convolve a signal with a kernel and write the result to standard output.\n"
    "Either may be text, CSV, .npy or an audio file; - or no SIGNAL is standard input.\n"
    "\n"
    "  -k, --kernel=FILE      kernel from a file; the operand is then the signal\n"
    "  -e, --taps=LIST        kernel given here: 1,2,1\n"
    "  -g, --generate=SPEC    kernel made: box:5, gauss:2.5, savgol:11,3, lowpass:1kHz ...\n"
    "      --normalize=NORM   scale the kernel: none (default) sum l1 l2 peak gain,\n"
    "                         or xcorr: coefficients of correlation\n"
    "      --print-kernel     write the kernel instead of a result\n"
    "  -m, --mode=MODE        full (default), same, valid\n"
    "      --same=LENGTH      in same: length of the signal (default) or the longest\n"
    "      --origin=ORIGIN    in same: left (default), right, or the tap at time 0\n"
    "  -b, --boundary=WHAT    beyond the ends: zero (default), constant:V, edge,\n"
    "                         symmetric, mirror, wrap, odd, renorm\n"
    "      --lags[=A:B]       with -c: tell the lags, or compute only these\n"
    "      --nan=POLICY       propagate (default), omit, error, fill:V\n"
    "  -c, --correlate        do not flip the kernel\n"
    "  -M, --method=METHOD    auto (default), direct, fft, exact\n"
    "  -d, --delimiter=C      field separator of tables\n"
    "  -H, --header[=WHEN]    first row is a header: yes, no, auto (default)\n"
    "  -o, --output=FILE      write to FILE, whole or not at all\n"
    "  -t, --type=TYPE        type of the result: text csv tsv npy wav ...\n"
    "      --encoding=E       samples of the result: s8 s16 s24 s32 f32 f64 ...\n"
    "      --format=FMT       numbers of the result, as in printf: %.6f\n"
    "      --rate=HZ          sample rate of a signal that has none\n"
    "      --signal-type=raw  samples without a header, in --encoding or, if the result\n"
    "                         has another, --signal-encoding; --channels, --rate\n"
    "      --kernel-type=raw  --kernel-encoding, --kernel-channels, --kernel-rate\n"
    "      --gain=DB          gain on the result, in decibels\n"
    "  -j, --threads=N        use N threads; default: one for each processor\n"
    "  -u, --line-buffered    write each output as soon as its inputs are there\n"
    "  -v, --verbose          tell the plan beside the run\n"
    "      --explain          tell the plan instead of the run\n"
    "  -q, --quiet            no warnings and notes\n"
    "  -h, --help             this text\n"
    "  -V, --version          version and licence\n"
    "\n"
    "Examples and all details: man conv\n";

static const char version[] =
    "conv " CONV_VERSION "\n"
    "License GPL-2.0-or-later <https://gnu.org/licenses/gpl.html>.\n"
    "This is free software: you are free to change and redistribute it.\n"
    "There is NO WARRANTY, to the extent permitted by law.\n";

/* The options that need no reading. */
static int set_kernel(struct request *opt, const char *value)
{
    opt->kernel = value;
    return 0;
}

static int set_taps(struct request *opt, const char *value)
{
    opt->taps = value;
    return 0;
}

static int set_output(struct request *opt, const char *value)
{
    opt->output = value;
    return 0;
}

static int set_print_kernel(struct request *opt, const char *value)
{
    (void)value;
    opt->print_kernel = true;
    return 0;
}

static int set_correlate(struct request *opt, const char *value)
{
    (void)value;
    opt->wanted.correlate = true;
    return 0;
}

static int set_unbuffered(struct request *opt, const char *value)
{
    (void)value;
    opt->unbuffered = true;
    return 0;
}

static int set_verbose(struct request *opt, const char *value)
{
    (void)value;
    opt->verbose = true;
    return 0;
}

static int set_explain(struct request *opt, const char *value)
{
    (void)value;
    opt->explain = true;
    return 0;
}

static int set_quiet(struct request *opt, const char *value)
{
    (void)value;
    opt->quiet = true;
    util_quiet(true);
    return 0;
}

/* An option: its long name, whether it has an argument, its letter, and what it does. */
struct entry {
    const char *name;
    int argument, letter;
    int (*set)(struct request *, const char *value);
};

static const struct entry entries[] = {
    {"kernel", required_argument, 'k', set_kernel},
    {"taps", required_argument, 'e', set_taps},
    {"generate", required_argument, 'g', value_spec},
    {"normalize", required_argument, 0, value_normalize},
    {"print-kernel", no_argument, 0, set_print_kernel},
    {"mode", required_argument, 'm', value_mode},
    {"same", required_argument, 0, value_same},
    {"origin", required_argument, 0, value_origin},
    {"boundary", required_argument, 'b', value_boundary},
    {"nan", required_argument, 0, value_nan},
    {"correlate", no_argument, 'c', set_correlate},
    {"lags", optional_argument, 0, value_lags},
    {"method", required_argument, 'M', value_method},
    {"delimiter", required_argument, 'd', value_delimiter},
    {"header", optional_argument, 0, value_header},
    {NULL, no_argument, 'H', value_header},
    {"output", required_argument, 'o', set_output},
    {"type", required_argument, 't', value_type},
    {"encoding", required_argument, 0, value_encoding},
    {"format", required_argument, 0, value_number_format},
    {"rate", required_argument, 0, value_rate},
    {"channels", required_argument, 0, value_channels},
    {"signal-type", required_argument, 0, value_signal_type},
    {"signal-encoding", required_argument, 0, value_signal_encoding},
    {"kernel-type", required_argument, 0, value_kernel_type},
    {"kernel-encoding", required_argument, 0, value_kernel_encoding},
    {"kernel-channels", required_argument, 0, value_kernel_channels},
    {"kernel-rate", required_argument, 0, value_kernel_rate},
    {"gain", required_argument, 0, value_gain},
    {"threads", required_argument, 'j', value_threads},
    {"line-buffered", no_argument, 'u', set_unbuffered},
    {"verbose", no_argument, 'v', set_verbose},
    {"explain", no_argument, 0, set_explain},
    {"quiet", no_argument, 'q', set_quiet},
    {"help", no_argument, 'h', NULL},
    {"version", no_argument, 'V', NULL},
};
enum { ENTRIES = sizeof entries / sizeof *entries, LETTERLESS = 256 };

/* The tables that getopt_long wants. Its results are letters, or LETTERLESS and the place in `entries`. */
static void compose(struct option *longs, char *letters)
{
    for (int i = 0; i < ENTRIES; i++) {
        const struct entry *entry = &entries[i];
        if (entry->name)
            *longs++ = (struct option){entry->name, entry->argument, NULL, LETTERLESS + i};
        if (entry->letter) {
            *letters++ = (char)entry->letter;
            if (entry->argument == required_argument)
                *letters++ = ':';
        }
    }
    *longs = (struct option){0};
    *letters = 0;
}

/* The place of the entry that getopt_long's result stands for; ENTRIES: none, already reported. */
static int find(int option)
{
    int i = 0;

    if (option >= LETTERLESS)
        return option - LETTERLESS;
    while (i < ENTRIES && entries[i].letter != option)
        i++;
    return i;
}

static bool is_given(const bool *given, const char *name)
{
    for (int i = 0; i < ENTRIES; i++)
        if (entries[i].name && strcmp(entries[i].name, name) == 0)
            return given[i];
    return false;
}

/* Print to standard output and see that it arrived. */
static int print(const char *text)
{
    if (fputs(text, stdout) >= 0 && fflush(stdout) == 0)
        return STATUS_DONE;
    util_error("standard output: %s", strerror(errno));
    return STATUS_TROUBLE;
}

/* The operands, and what only makes sense together. */
static int check(struct request *opt, const bool *given, int operands, char **operand)
{
    const char *made = opt->spec.text;

    if (!opt->kernel && !opt->taps && !made && operands > 0) {
        opt->kernel = *operand++;
        operands--;
    }
    opt->signal = operands > 0 ? operand[0] : "-";
    if ((opt->kernel != NULL) + (opt->taps != NULL) + (made != NULL) > 1)
        util_error("%s and %s: only one kernel", opt->kernel ? "--kernel" : "--taps", made ? "--generate" : "--taps");
    else if (!opt->kernel && !opt->taps && !made)
        util_error("no kernel: give a file, or taps as in -e 1,2,1");
    else if (operands > !opt->print_kernel)
        util_error("%s: one operand too many", operand[!opt->print_kernel]);
    else if (opt->print_kernel && opt->explain)
        util_error("--print-kernel and --explain: only one of them");
    else if (opt->kernel && !opt->print_kernel && strcmp(opt->kernel, "-") == 0 && strcmp(opt->signal, "-") == 0)
        util_error("standard input cannot be both the kernel and the signal");
    else if (opt->wanted.mode != MODE_SAME && is_given(given, "same"))
        util_error("--same is only for --mode=same");
    else if (!opt->wanted.correlate && (opt->lags || (opt->norm == NORM_XCORR && !opt->print_kernel)))
        util_error("%s is of correlation: give -c", opt->lags ? "--lags" : "--normalize=xcorr");
    else if (opt->norm == NORM_XCORR && (opt->nan == NAN_OMIT || opt->boundary.renorm))
        util_error("--normalize=xcorr does not go with --nan=omit or --boundary=renorm");
    else if (opt->ranged && is_given(given, "mode"))
        util_error("--lags=from:to and --mode: both say which outputs there are");
    else if (opt->output && !*opt->output)
        util_error("--output: the name is empty");
    else if (opt->unbuffered && strcmp(opt->method, "fft") == 0)
        util_error("--line-buffered: --method=fft works in blocks; direct does not");
    else if (!opt->reading.raw && opt->reading.encoding)
        util_error("--signal-encoding is only for --signal-type=raw");
    else if (opt->reading.raw && !pcm_bytes(opt->reading.encoding ? opt->reading.encoding : opt->encoding))
        util_error("--signal-type=raw needs --signal-encoding: s8 s16 s24 s32 f32 f64, u8, or s16be ... f64be");
    else if (opt->kernel_reading.raw && !pcm_bytes(opt->kernel_reading.encoding))
        util_error("--kernel-type=raw needs --kernel-encoding: s8 s16 s24 s32 f32 f64, u8, or s16be ... f64be");
    else if (!opt->reading.raw && opt->reading.channels)
        util_error("--channels is only for --signal-type=raw");
    else if (!opt->kernel_reading.raw &&
             (opt->kernel_reading.encoding || opt->kernel_reading.channels || opt->kernel_reading.rate > 0))
        util_error("--kernel-encoding, --kernel-channels and --kernel-rate are only for --kernel-type=raw");
    else
        return 0;
    return -1;
}

/* What follows from the options together. */
static void complete(struct request *opt)
{
    if (opt->output && strcmp(opt->output, "-") == 0)
        opt->output = NULL;
    if (opt->reading.raw && !opt->reading.encoding) {
        opt->reading.encoding = opt->encoding;
        opt->described = true;
    }
    if (opt->ranged)
        opt->wanted.mode = MODE_LAGS;
    opt->reading.refuse_nan = opt->nan == NAN_ERROR;
    if (!opt->threads)
        opt->threads = value_processors();
    if (opt->unbuffered) { /* nothing to share out */
        opt->threads = 1;
        opt->method = strcmp(opt->method, "auto") == 0 ? "direct" : opt->method;
    }
    opt->reading.rate = opt->rate;
    if (!opt->type && opt->output)
        opt->type = format_type_of(opt->output);
}

int options_parse(struct request *opt, int argc, char **argv)
{
    struct option longs[ENTRIES + 1];
    char letters[2 * ENTRIES + 1];
    bool given[ENTRIES] = {false};
    int option, result = 0;

    *opt = (struct request){.method = "auto", .gain = 1, .boundary.name = "zero"};
    compose(longs, letters);
    opterr = 1;
    argv[0] = "conv"; /* getopt's messages then look like ours */
    while (result == 0 && (option = getopt_long(argc, argv, letters, longs, NULL)) != -1) {
        int i = find(option);
        if (i == ENTRIES) {
            result = -1;
            break;
        }
        if (!entries[i].set)
            return print(entries[i].letter == 'h' ? help : version);
        given[i] = true;
        result = entries[i].set(opt, optarg);
    }
    if (result == 0)
        result = check(opt, given, argc - optind, argv + optind);
    if (result < 0) {
        util_note("try 'conv --help'");
        return STATUS_TROUBLE;
    }
    complete(opt);
    return -1;
}

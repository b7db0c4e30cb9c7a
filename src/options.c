/* options.c - parses the command line; the only file that sees getopt. */
#define _GNU_SOURCE /* sched_getaffinity */
#include "options.h"

#include "format/number.h"
#include "util.h"

#include <ctype.h>
#include <errno.h>
#include <getopt.h>
#include <math.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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
    "      --signal-type=raw  samples without a header: --encoding, --channels, --rate\n"
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

enum { MOST_THREADS = 256 };
enum { OPT_SAME = 256, OPT_ORIGIN, OPT_ENCODING, OPT_FORMAT, OPT_RATE, OPT_GAIN, OPT_HEADER, OPT_NAN, OPT_LAGS,
       OPT_EXPLAIN, OPT_CHANNELS, OPT_SIGNAL_TYPE, OPT_KERNEL_TYPE, OPT_KERNEL_ENCODING, OPT_KERNEL_CHANNELS, OPT_KERNEL_RATE,
       OPT_NORMALIZE, OPT_PRINT_KERNEL };

static const struct option long_options[] = {
    {"kernel", required_argument, NULL, 'k'},     {"taps", required_argument, NULL, 'e'},
    {"mode", required_argument, NULL, 'm'},       {"boundary", required_argument, NULL, 'b'},
    {"nan", required_argument, NULL, OPT_NAN},      {"lags", optional_argument, NULL, OPT_LAGS},
    {"same", required_argument, NULL, OPT_SAME},
    {"origin", required_argument, NULL, OPT_ORIGIN}, {"correlate", no_argument, NULL, 'c'},
    {"method", required_argument, NULL, 'M'},     {"delimiter", required_argument, NULL, 'd'},
    {"header", optional_argument, NULL, OPT_HEADER}, {"output", required_argument, NULL, 'o'},
    {"type", required_argument, NULL, 't'},       {"encoding", required_argument, NULL, OPT_ENCODING},
    {"format", required_argument, NULL, OPT_FORMAT}, {"rate", required_argument, NULL, OPT_RATE},
    {"generate", required_argument, NULL, 'g'},
    {"normalize", required_argument, NULL, OPT_NORMALIZE},
    {"print-kernel", no_argument, NULL, OPT_PRINT_KERNEL},
    {"threads", required_argument, NULL, 'j'},
    {"line-buffered", no_argument, NULL, 'u'},
    {"verbose", no_argument, NULL, 'v'},
    {"explain", no_argument, NULL, OPT_EXPLAIN},
    {"channels", required_argument, NULL, OPT_CHANNELS},
    {"signal-type", required_argument, NULL, OPT_SIGNAL_TYPE},
    {"kernel-type", required_argument, NULL, OPT_KERNEL_TYPE},
    {"kernel-encoding", required_argument, NULL, OPT_KERNEL_ENCODING},
    {"kernel-channels", required_argument, NULL, OPT_KERNEL_CHANNELS},
    {"kernel-rate", required_argument, NULL, OPT_KERNEL_RATE},
    {"gain", required_argument, NULL, OPT_GAIN},  {"quiet", no_argument, NULL, 'q'},
    {"help", no_argument, NULL, 'h'},             {"version", no_argument, NULL, 'V'},
    {NULL, 0, NULL, 0},
};

/* Print to standard output and see that it arrived. */
static int print(const char *text)
{
    if (fputs(text, stdout) >= 0 && fflush(stdout) == 0)
        return STATUS_DONE;
    util_error("standard output: %s", strerror(errno));
    return STATUS_TROUBLE;
}

/* The place of a value in a list of words, -1 after a message when it is none of them. */
static int choice(const char *option, const char *value, const char *const *words)
{
    char known[256] = "";
    for (int i = 0; words[i]; i++) {
        if (strcmp(value, words[i]) == 0)
            return i;
        snprintf(known + strlen(known), sizeof known - strlen(known), " %s", words[i]);
    }
    util_error("%s=%s: unknown; known are:%s", option, value, known);
    return -1;
}

/* A finite number that is all of value, or all but `unit`. */
static bool number(const char *value, const char *unit, double *x)
{
    const char *end = number_read(value, value + strlen(value), x);
    return end && isfinite(*x) && (!*end || strcmp(end, unit) == 0);
}

/* Any number, nan and infinities too. */
static bool read_number(const char *value, double *x)
{
    const char *end = number_read(value, value + strlen(value), x);
    return end && !*end;
}

static bool whole_number(const char *value, int64_t *n)
{
    char *end;
    errno = 0;
    *n = strtoll(value, &end, 10);
    return isdigit((unsigned char)*value) && !*end && !errno;
}

/* A printf format of exactly one double, whose text is short whatever the double. */
static bool is_number_format(const char *format)
{
    const char *p = format;
    int conversions = 0;

    for (; *p; p++) {
        if (*p != '%')
            continue;
        if (*++p == '%')
            continue;
        p += strspn(p, "-+ #0");
        size_t width = strspn(p, "0123456789");
        p += width;
        size_t precision = *p == '.' ? strspn(p + 1, "0123456789") : 0;
        p += *p == '.' ? 1 + precision : 0;
        if (width > 2 || precision > 2 || !*p || !strchr("eEfFgGaA", *p))
            return false;
        conversions++;
    }
    return conversions == 1 && p - format < 100;
}

static int set_delimiter(struct options *opt, const char *value)
{
    if (strcmp(value, "\\t") == 0)
        value = "\t";
    if (strlen(value) != 1 || strchr("\"#\r\n+-.", *value) || isalnum((unsigned char)*value)) {
        util_error("--delimiter='%s': one character is needed that cannot be part of a number", value);
        return -1;
    }
    opt->reading.delimiter = *value;
    return 0;
}

static int set_origin(struct options *opt, const char *value)
{
    if (strcmp(value, "left") == 0)
        opt->extent.origin = ORIGIN_LEFT;
    else if (strcmp(value, "right") == 0)
        opt->extent.origin = ORIGIN_RIGHT;
    else if (whole_number(value, &opt->extent.tap))
        opt->extent.origin = ORIGIN_AT;
    else {
        util_error("--origin=%s: left, right or the number of a tap, from 0", value);
        return -1;
    }
    return 0;
}

/* A boundary by one of its names; the first of each is ours. */
static int set_boundary(struct options *opt, const char *value)
{
    static const struct {
        const char *name;
        enum boundary boundary;
        bool renorm;
    } names[] = {
        {"zero", BOUNDARY_CONSTANT, false},       {"edge", BOUNDARY_EDGE, false},
        {"symmetric", BOUNDARY_SYMMETRIC, false}, {"mirror", BOUNDARY_MIRROR, false},
        {"wrap", BOUNDARY_WRAP, false},           {"odd", BOUNDARY_ODD, false},
        {"renorm", BOUNDARY_CONSTANT, true},      {"nearest", BOUNDARY_EDGE, false},
        {"replicate", BOUNDARY_EDGE, false},      {"extend", BOUNDARY_EDGE, false},
        {"symm", BOUNDARY_SYMMETRIC, false},      {"circular", BOUNDARY_WRAP, false},
        {"periodic", BOUNDARY_WRAP, false},
    };

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(value, names[i].name) == 0) {
            opt->boundary = (struct edges){names[i].name, names[i].boundary, 0, names[i].renorm};
            return 0;
        }
    if (strncmp(value, "constant:", 9) == 0 && read_number(value + 9, &opt->boundary.value)) {
        opt->boundary = (struct edges){value, BOUNDARY_CONSTANT, opt->boundary.value, false};
        return 0;
    }
    if (strcmp(value, "reflect") == 0)
        util_error("--boundary=reflect: numpy.pad means mirror by it (dcb|abcd|cba), scipy.ndimage symmetric "
                   "(cba|abcd|dcb): say which");
    else
        util_error("--boundary=%s: unknown; known are: zero constant:V edge symmetric mirror wrap odd renorm", value);
    return -1;
}

static int set_nan(struct options *opt, const char *value)
{
    static const char *const words[] = {"propagate", "omit", "error", "fill:V", NULL};

    if (strncmp(value, "fill:", 5) == 0 && read_number(value + 5, &opt->fill)) {
        opt->nan = NAN_FILL;
        return 0;
    }
    int n = choice("--nan", strcmp(value, "fill:V") == 0 ? "fill" : value, words);
    opt->nan = n < 0 ? NAN_PROPAGATE : (enum nan_policy)n;
    opt->reading.refuse_nan = opt->nan == NAN_ERROR;
    return n < 0 ? -1 : 0;
}

static bool read_bound(const char *begin, const char *end, struct bound *bound)
{
    return quantity_read(begin, end, &bound->value, &bound->unit) &&
           (bound->unit == UNIT_SECONDS || (bound->unit == UNIT_NONE && bound->value == rint(bound->value)));
}

static int set_lags(struct options *opt, const char *value)
{
    const char *colon = value ? strchr(value, ':') : NULL;

    opt->lags.shown = true;
    opt->lags.ranged = value;
    if (!value || (colon && read_bound(value, colon, &opt->lags.first) &&
                   read_bound(colon + 1, colon + strlen(colon), &opt->lags.last)))
        return 0;
    util_error("--lags=%s: from:to is needed, in whole frames or in seconds: -10:10, -5ms:5ms", value);
    return -1;
}

static int set_type(struct options *opt, const char *value)
{
    char names[256];
    opt->type = format_type(value);
    if (!opt->type)
        util_error("--type=%s: unknown; known are: %s", value, format_type_names(names, sizeof names));
    return opt->type ? 0 : -1;
}

static int set_encoding(enum encoding *encoding, const char *option, const char *value)
{
    static const char *const words[] = {"s8", "s16", "s24", "s32", "f32", "f64", "vorbis", "opus", "mp3", NULL};
    if (choice(option, value, words) < 0)
        return -1;
    *encoding = pcm_encoding(value);
    return 0;
}

static int set_channels(int *channels, const char *option, const char *value)
{
    int64_t n;
    if (!whole_number(value, &n) || n < 1 || n > 65535) {
        util_error("%s=%s: a whole number from 1 to 65535 is needed", option, value);
        return -1;
    }
    *channels = (int)n;
    return 0;
}

/* Content tells all types but raw. */
static int set_raw(bool *raw, const char *option, const char *value)
{
    static const char *const words[] = {"auto", "raw", NULL};
    int n = choice(option, value, words);
    *raw = n == 1;
    return n < 0 ? -1 : 0;
}

static int set_norm(struct options *opt, const char *value)
{
    int n = choice("--normalize", value, norm_names);
    opt->norm = n < 0 ? NORM_NONE : (enum norm)n;
    return n < 0 ? -1 : 0;
}

static int set_gain(struct options *opt, const char *value)
{
    double decibels;
    if (!number(value, "dB", &decibels) || fabs(decibels) > 1000) {
        util_error("--gain=%s: a number of decibels is needed, like -6 or -6dB", value);
        return -1;
    }
    opt->gain = pow(10, decibels / 20);
    return 0;
}

static int set_rate(double *rate, const char *option, const char *value)
{
    if (!number(value, "Hz", rate) || *rate < 1 || *rate > 4e9 || *rate != floor(*rate)) {
        util_error("%s=%s: a whole number of frames per second is needed", option, value);
        return -1;
    }
    return 0;
}

static int set_threads(struct options *opt, const char *value)
{
    int64_t threads;
    if (!whole_number(value, &threads) || threads < 1 || threads > MOST_THREADS) {
        util_error("--threads=%s: a whole number from 1 to %d is needed", value, MOST_THREADS);
        return -1;
    }
    opt->threads = (int)threads;
    return 0;
}

/* The processors that this process may use. */
static int processors(void)
{
    cpu_set_t set;
    int count = sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : (int)sysconf(_SC_NPROCESSORS_ONLN);
    return count < 1 ? 1 : count > MOST_THREADS ? MOST_THREADS : count;
}

static int set_number_format(struct options *opt, const char *value)
{
    if (!is_number_format(value)) {
        util_error("--format=%s: one of e, f, g, a is needed as in printf, with at most 99 digits: %%.6f", value);
        return -1;
    }
    opt->number_format = value;
    return 0;
}

/* The options that choose a word. Returns -1 when it is unknown. */
static int set_word(struct options *opt, int option, const char *value)
{
    static const char *const modes[] = {"full", "same", "valid", NULL};
    static const char *const sames[] = {"signal", "longest", NULL};
    static const char *const methods[] = {"auto", "direct", "fft", "exact", NULL};
    static const char *const headers[] = {"auto", "yes", "no", NULL};
    int n = option == 'm'        ? choice("--mode", value, modes)
            : option == OPT_SAME ? choice("--same", value, sames)
            : option == 'M'      ? choice("--method", value, methods)
                                 : choice("--header", value ? value : "yes", headers);
    if (n < 0)
        return -1;
    if (option == 'm')
        opt->extent.mode = (enum mode)n;
    else if (option == OPT_SAME)
        opt->extent.longest = n == 1;
    else if (option == 'M')
        opt->method = methods[n];
    else
        opt->reading.header = (enum header)n;
    return 0;
}

/* The options that describe samples. Returns -1 when the value is wrong, -2 when it is another option. */
static int set_samples(struct options *opt, int option, const char *value)
{
    switch (option) {
    case OPT_ENCODING:
        return set_encoding(&opt->encoding, "--encoding", value);
    case OPT_RATE:
        return set_rate(&opt->rate, "--rate", value);
    case OPT_CHANNELS:
        return set_channels(&opt->reading.channels, "--channels", value);
    case OPT_SIGNAL_TYPE:
        return set_raw(&opt->reading.raw, "--signal-type", value);
    case OPT_KERNEL_TYPE:
        return set_raw(&opt->kernel_reading.raw, "--kernel-type", value);
    case OPT_KERNEL_ENCODING:
        return set_encoding(&opt->kernel_reading.encoding, "--kernel-encoding", value);
    case OPT_KERNEL_CHANNELS:
        return set_channels(&opt->kernel_reading.channels, "--kernel-channels", value);
    case OPT_KERNEL_RATE:
        return set_rate(&opt->kernel_reading.rate, "--kernel-rate", value);
    default:
        return -2;
    }
}

/* One option. 0; -1: wrong, reported; -2: getopt has already reported it. */
static int set(struct options *opt, int option, const char *value)
{
    switch (option) {
    case 'k':
        opt->kernel = value;
        return 0;
    case 'e':
        opt->taps = value;
        return 0;
    case 'g':
        return generate_parse(&opt->recipe, value);
    case OPT_NORMALIZE:
        return set_norm(opt, value);
    case OPT_PRINT_KERNEL:
        opt->print_kernel = true;
        return 0;
    case 'c':
        opt->extent.mirrored = true;
        return 0;
    case 'H':
        opt->reading.header = HEADER_YES;
        return 0;
    case 'o':
        opt->output = value;
        return 0;
    case 'q':
        opt->quiet = true;
        util_quiet(true);
        return 0;
    case 'u':
        opt->prompt = true;
        return 0;
    case 'v':
        opt->verbose = true;
        return 0;
    case OPT_EXPLAIN:
        opt->explain = true;
        return 0;
    case 'j':
        return set_threads(opt, value);
    case 'd':
        return set_delimiter(opt, value);
    case 't':
        return set_type(opt, value);
    case 'b':
        return set_boundary(opt, value);
    case OPT_LAGS:
        return set_lags(opt, value);
    case OPT_NAN:
        return set_nan(opt, value);
    case OPT_ORIGIN:
        return set_origin(opt, value);
    case OPT_FORMAT:
        return set_number_format(opt, value);
    case OPT_GAIN:
        return set_gain(opt, value);
    case 'm':
    case 'M':
    case OPT_SAME:
    case OPT_HEADER:
        return set_word(opt, option, value);
    default:
        return set_samples(opt, option, value);
    }
}

/* Options whose absence is not seen in what they set. */
struct given {
    bool mode, same, origin;
};

/* The operands, and what only makes sense together. */
static int check(struct options *opt, struct given given, int operands, char **operand)
{
    const char *made = opt->recipe.text;

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
    else if (opt->extent.mode != MODE_SAME && (given.same || given.origin))
        util_error("%s is only for --mode=same", given.same ? "--same" : "--origin");
    else if (!opt->extent.mirrored && (opt->lags.shown || (opt->norm == NORM_XCORR && !opt->print_kernel)))
        util_error("%s is of correlation: give -c", opt->lags.shown ? "--lags" : "--normalize=xcorr");
    else if (opt->lags.ranged && given.mode)
        util_error("--lags=from:to and --mode: both say which outputs there are");
    else if (opt->output && !*opt->output)
        util_error("--output: the name is empty");
    else if (opt->prompt && strcmp(opt->method, "fft") == 0)
        util_error("--line-buffered: --method=fft works in blocks; direct does not");
    else if (opt->reading.raw && !pcm_bytes(opt->encoding))
        util_error("--signal-type=raw needs --encoding: s8 s16 s24 s32 f32 f64");
    else if (opt->kernel_reading.raw && !pcm_bytes(opt->kernel_reading.encoding))
        util_error("--kernel-type=raw needs --kernel-encoding: s8 s16 s24 s32 f32 f64");
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
static void complete(struct options *opt)
{
    if (opt->output && strcmp(opt->output, "-") == 0)
        opt->output = NULL;
    if (!opt->threads)
        opt->threads = processors();
    if (opt->prompt) { /* nothing to share out */
        opt->threads = 1;
        opt->method = strcmp(opt->method, "auto") == 0 ? "direct" : opt->method;
    }
    opt->reading.encoding = opt->encoding;
    opt->reading.rate = opt->rate;
    if (!opt->type && opt->output)
        opt->type = format_type_of(opt->output);
}

int options_parse(struct options *opt, int argc, char **argv)
{
    struct given given = {0};
    int option, result = 0;

    *opt = (struct options){.method = "auto", .gain = 1, .boundary.name = "zero"};
    opterr = 1;
    argv[0] = "conv"; /* getopt's messages then look like ours */
    while (result == 0 && (option = getopt_long(argc, argv, "k:e:g:m:b:cM:d:Ho:t:j:uvqhV", long_options, NULL)) != -1) {
        if (option == 'h' || option == 'V')
            return print(option == 'h' ? help : version);
        given.mode |= option == 'm';
        given.same |= option == OPT_SAME;
        given.origin |= option == OPT_ORIGIN;
        result = set(opt, option, optarg);
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

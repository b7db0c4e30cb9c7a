/* values.c - what each option's value means. */
#define _GNU_SOURCE /* sched_getaffinity */
#include "values.h"

#include "number.h"
#include "util.h"

#include <ctype.h>
#include <errno.h>
#include <math.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MOST_THREADS = 256 };

/* The place of a value in a list of words. 0, or -1 after a message when it is none of them, and *place is 0. */
static int choice(const char *option, const char *value, const char *const *words, int *place)
{
    char known[256] = "";
    for (int i = 0; words[i]; i++) {
        *place = i;
        if (strcmp(value, words[i]) == 0)
            return 0;
        snprintf(known + strlen(known), sizeof known - strlen(known), " %s", words[i]);
    }
    util_error("%s=%s: unknown; known are:%s", option, value, known);
    *place = 0;
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

int value_mode(struct request *opt, const char *value)
{
    static const char *const modes[] = {"full", "same", "valid", NULL};
    int n, result = choice("--mode", value, modes, &n);
    opt->wanted.mode = (enum mode)n;
    return result;
}

int value_same(struct request *opt, const char *value)
{
    static const char *const sames[] = {"signal", "longest", NULL};
    int n, result = choice("--same", value, sames, &n);
    opt->wanted.longest = n == 1;
    return result;
}

int value_method(struct request *opt, const char *value)
{
    static const char *const methods[] = {"auto", "direct", "fft", "exact", NULL};
    int n, result = choice("--method", value, methods, &n);
    opt->method = methods[n];
    return result;
}

int value_header(struct request *opt, const char *value)
{
    static const char *const headers[] = {"auto", "yes", "no", NULL};
    int n, result = choice("--header", value ? value : "yes", headers, &n);
    opt->reading.header = (enum header)n;
    return result;
}

int value_origin(struct request *opt, const char *value)
{
    if (strcmp(value, "left") == 0)
        opt->wanted.origin = ORIGIN_LEFT;
    else if (strcmp(value, "right") == 0)
        opt->wanted.origin = ORIGIN_RIGHT;
    else if (whole_number(value, &opt->wanted.tap))
        opt->wanted.origin = ORIGIN_AT;
    else {
        util_error("--origin=%s: left, right or the number of a tap, from 0", value);
        return -1;
    }
    return 0;
}

/* A boundary by one of its names; the first of each is ours. */
int value_boundary(struct request *opt, const char *value)
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

int value_nan(struct request *opt, const char *value)
{
    static const char *const words[] = {"propagate", "omit", "error", "fill:V", NULL};

    if (strncmp(value, "fill:", 5) == 0 && read_number(value + 5, &opt->fill)) {
        opt->nan = NAN_FILL;
        return 0;
    }
    int n, result = choice("--nan", strcmp(value, "fill:V") == 0 ? "fill" : value, words, &n);
    opt->nan = (enum nan_policy)n;
    return result;
}

static bool read_lag(const char *begin, const char *end, struct lag *lag)
{
    return quantity_read(begin, end, &lag->value, &lag->unit) &&
           (lag->unit == UNIT_SECONDS || (lag->unit == UNIT_NONE && lag->value == rint(lag->value)));
}

int value_lags(struct request *opt, const char *value)
{
    const char *colon = value ? strchr(value, ':') : NULL;

    opt->lags = true;
    opt->ranged = value;
    if (!value || (colon && read_lag(value, colon, &opt->wanted.from) &&
                   read_lag(colon + 1, colon + strlen(colon), &opt->wanted.to)))
        return 0;
    util_error("--lags=%s: from:to is needed, in whole frames or in seconds: -10:10, -5ms:5ms", value);
    return -1;
}

int value_spec(struct request *opt, const char *value)
{
    return generate_parse(&opt->spec, value);
}

int value_normalize(struct request *opt, const char *value)
{
    int n, result = choice("--normalize", value, norm_names, &n);
    opt->norm = (enum norm)n;
    return result;
}

int value_gain(struct request *opt, const char *value)
{
    double decibels;
    if (!number(value, "dB", &decibels) || fabs(decibels) > 1000) {
        util_error("--gain=%s: a number of decibels is needed, like -6 or -6dB", value);
        return -1;
    }
    opt->gain = pow(10, decibels / 20);
    return 0;
}

int value_delimiter(struct request *opt, const char *value)
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

int value_number_format(struct request *opt, const char *value)
{
    if (!is_number_format(value)) {
        util_error("--format=%s: one of e, f, g, a is needed as in printf, with at most 99 digits: %%.6f", value);
        return -1;
    }
    opt->number_format = value;
    return 0;
}

int value_type(struct request *opt, const char *value)
{
    char names[256];
    opt->type = format_type(value);
    if (!opt->type)
        util_error("--type=%s: unknown; known are: %s", value, format_type_names(names, sizeof names));
    return opt->type ? 0 : -1;
}

static int set_encoding(enum encoding *encoding, const char *option, const char *value)
{
    static const char *const words[] = {"s8",    "s16",   "s24",   "s32",    "f32",  "f64", "u8", "s16be", "s24be",
                                        "s32be", "f32be", "f64be", "vorbis", "opus", "mp3", NULL};
    int n, result = choice(option, value, words, &n);
    *encoding = pcm_encoding(words[n]);
    return result;
}

int value_encoding(struct request *opt, const char *value)
{
    return set_encoding(&opt->encoding, "--encoding", value);
}

int value_signal_encoding(struct request *opt, const char *value)
{
    return set_encoding(&opt->reading.encoding, "--signal-encoding", value);
}

int value_kernel_encoding(struct request *opt, const char *value)
{
    return set_encoding(&opt->kernel_reading.encoding, "--kernel-encoding", value);
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

int value_channels(struct request *opt, const char *value)
{
    return set_channels(&opt->reading.channels, "--channels", value);
}

int value_kernel_channels(struct request *opt, const char *value)
{
    return set_channels(&opt->kernel_reading.channels, "--kernel-channels", value);
}

/* Content tells all types but raw. */
static int set_raw(bool *raw, const char *option, const char *value)
{
    static const char *const words[] = {"auto", "raw", NULL};
    int n, result = choice(option, value, words, &n);
    *raw = n == 1;
    return result;
}

int value_signal_type(struct request *opt, const char *value)
{
    return set_raw(&opt->reading.raw, "--signal-type", value);
}

int value_kernel_type(struct request *opt, const char *value)
{
    return set_raw(&opt->kernel_reading.raw, "--kernel-type", value);
}

static int set_rate(double *rate, const char *option, const char *value)
{
    enum unit unit;
    if (quantity_read(value, value + strlen(value), rate, &unit) && (unit == UNIT_NONE || unit == UNIT_HERTZ) && *rate > 0 &&
        *rate <= 4e9)
        return 0;
    util_error("%s=%s: a number of frames per second is needed: 44100, 48kHz", option, value);
    return -1;
}

int value_rate(struct request *opt, const char *value)
{
    return set_rate(&opt->rate, "--rate", value);
}

int value_kernel_rate(struct request *opt, const char *value)
{
    return set_rate(&opt->kernel_reading.rate, "--kernel-rate", value);
}

int value_threads(struct request *opt, const char *value)
{
    int64_t threads;
    if (!whole_number(value, &threads) || threads < 1 || threads > MOST_THREADS) {
        util_error("--threads=%s: a whole number from 1 to %d is needed", value, MOST_THREADS);
        return -1;
    }
    opt->threads = (int)threads;
    return 0;
}

int value_processors(void)
{
    cpu_set_t set;
    int count = sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : (int)sysconf(_SC_NPROCESSORS_ONLN);
    return count < 1 ? 1 : count > MOST_THREADS ? MOST_THREADS : count;
}

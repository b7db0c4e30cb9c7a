/* explain.c - says how a result will be computed. */
#define _DEFAULT_SOURCE /* strsep */
#include "explain.h"

#include "format/output.h"
#include "util.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { TEXT_BYTES = 4096 };

struct text {
    char line[TEXT_BYTES];
    size_t len;
};

static void add(struct text *text, const char *format, ...) UTIL_PRINTF(2, 3);

static void add(struct text *text, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int n = vsnprintf(text->line + text->len, TEXT_BYTES - text->len, format, arguments);
    va_end(arguments);
    text->len += n > 0 ? (size_t)n : 0;
    if (text->len >= TEXT_BYTES)
        text->len = TEXT_BYTES - 1;
}

static void add_shape(struct text *text, int channels, double rate)
{
    add(text, "%d channel%s", channels, channels == 1 ? "" : "s");
    if (rate > 0)
        add(text, ", %.10g Hz", rate);
}

static void add_files(struct text *text, const struct explanation *e)
{
    add(text, "signal: %s: ", e->signal->name);
    add_shape(text, e->signal->shape.channels, e->signal->shape.rate);
    if (e->signal->shape.frames >= 0)
        add(text, ", %lld frames", (long long)e->signal->shape.frames);
    add(text, "\nkernel: %s: ", e->kernel->name);
    add_shape(text, e->kernel->columns, e->kernel->rate);
    add(text, ", %zu tap%s%s\n", e->kernel->taps, e->kernel->taps == 1 ? "" : "s",
        e->opt->extent.mirrored ? ", not flipped" : "");
}

static void add_mode(struct text *text, const struct explanation *e)
{
    static const char *const modes[] = {"full", "same", "valid"};
    static const char *const endings[] = {[ENDING_NONE] = "",
                                          [ENDING_SHORT] = "",
                                          [ENDING_READ] = "; the file is read twice, for its end comes first",
                                          [ENDING_HELD] = "; the signal is held whole, for its end comes first"};

    add(text, "mode: %s: %lld frames added before, %lld after%s\n", modes[e->opt->extent.mode],
        (long long)e->reach.before, (long long)e->reach.after,
        e->reach.traded ? "; signal and kernel trade places" : "");
    add(text, "boundary: %s%s\n", e->opt->boundary.name, endings[e->ending]);
    if (e->opt->nan == NAN_FILL)
        add(text, "NaN: %.17g in its place\n", e->opt->fill);
    else if (e->opt->nan != NAN_PROPAGATE)
        add(text, "NaN: %s\n", e->opt->nan == NAN_OMIT ? "omitted, and made up for by the others" : "an error");
}

static void add_method(struct text *text, const struct explanation *e)
{
    struct plan direct, fft;

    engine_choose(e->system, "direct", e->outputs, &direct);
    engine_choose(e->system, "fft", e->outputs, &fft);
    add(text, "method: %s%s, blocks of %zu frames", e->plan->engine->name,
        strcmp(e->opt->method, "auto") == 0 ? " (auto)" : "", e->plan->block);
    if (e->plan->transform)
        add(text, ", transforms of %zu samples", e->plan->transform);
    add(text, "\ncost: %.3g ns a frame predicted for one thread; direct %.3g, fft %.3g\n", e->plan->cost, direct.cost,
        fft.cost);
}

/* What is allocated for the kernel, the engine and the frames on their way. */
static double memory_bytes(const struct explanation *e)
{
    double channels = e->system->ins + e->system->outs, taps = (double)e->system->taps, round = (double)e->round;
    double once = taps * e->system->ins + round * channels;
    double doubles = taps * e->system->columns + once + (double)engine_doubles(e->system, e->plan);

    if (e->plan->lanes > 1) /* a second round, and the queues to and from the threads that read and write */
        doubles += once + 4 * channels * (double)stream_block(e->signal->shape.channels);
    return doubles * sizeof(double);
}

/* The proven bounds; see conv(1). */
static void add_error(struct text *text, const struct explanation *e)
{
    double most = 0;

    for (int c = 0; c < e->kernel->columns; c++) {
        double square = 0;
        for (size_t j = 0; j < e->kernel->taps; j++)
            square += e->kernel->h[(size_t)c * e->kernel->taps + j] * e->kernel->h[(size_t)c * e->kernel->taps + j];
        most = fmax(most, sqrt(square));
    }
    if (e->plan->transform)
        add(text, "error: at most %.3g times the 2-norm of a block's samples\n",
            (12 * log2((double)e->plan->transform) + 3) * 0x1p-53 * most);
    else
        add(text, "error: at most %.3g times the sum of |tap * sample|\n", (double)e->kernel->taps * 0x1p-53);
}

static void compose(struct text *text, const struct explanation *e)
{
    text->len = 0;
    add_files(text, e);
    add_mode(text, e);
    add_method(text, e);
    add_error(text, e);
    add(text, "memory: %.0f MiB and what the libraries take, %zu thread%s\n", ceil(memory_bytes(e) / 0x1p20),
        e->plan->lanes, e->plan->lanes == 1 ? "" : "s");
}

void explain_beside(const struct explanation *e)
{
    struct text text;
    char *rest = text.line, *line;

    compose(&text, e);
    while ((line = strsep(&rest, "\n")) && *line)
        util_note("%s", line);
}

int explain_instead(const struct explanation *e)
{
    struct text text;
    struct output *out = output_open(NULL);

    if (!out)
        return STATUS_TROUBLE;
    compose(&text, e);
    bool good = output_write(out, text.line, text.len) == 0;
    return output_close(out, good) == 0 && good ? STATUS_DONE : STATUS_TROUBLE;
}

/* explain.c - says how a result will be computed. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#define _DEFAULT_SOURCE /* strsep */
#include "explain.h"

#include "format/output.h"
#include "measure.h"
#include "util.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct text {
    char *bytes; /* bytes[len], and a NUL */
    size_t len;
};

static void add(struct text *text, const char *format, ...) UTIL_PRINTF(2, 3);

/* What is added must be safe to show; add_name makes it so. */
static void add(struct text *text, const char *format, ...)
{
    va_list arguments, again;

    va_start(arguments, format);
    va_copy(again, arguments);
    int n = vsnprintf(NULL, 0, format, again);
    size_t bytes = n > 0 ? (size_t)n : 0;
    text->bytes = util_grow(text->bytes, text->len + bytes + 1, 1);
    vsnprintf(text->bytes + text->len, bytes + 1, format, arguments);
    text->len += bytes;
    va_end(again);
    va_end(arguments);
}

/* Add a name as messages show it, without line breaks. */
static void add_name(struct text *text, const char *name)
{
    size_t bytes = strlen(name);

    text->bytes = util_grow(text->bytes, text->len + 4 * bytes + 1, 1);
    text->len += util_show(text->bytes + text->len, name, bytes);
    text->bytes[text->len] = 0;
}

static const char *plural(int64_t n)
{
    return n == 1 ? "" : "s";
}

static void add_shape(struct text *text, int channels, bool complex, double rate)
{
    channels /= 1 + complex;
    add(text, "%d %schannel%s", channels, complex ? "complex " : "", plural(channels));
    if (rate > 0)
        add(text, ", %.10g Hz", rate);
}

static void add_files(struct text *text, const struct run *run)
{
    add(text, "signal: ");
    add_name(text, run->signal->name);
    add(text, ": ");
    add_shape(text, run->channels, run->traits.complex, run->signal->shape.rate);
    if (run->signal->shape.frames >= 0)
        add(text, ", %lld frame%s", (long long)run->signal->shape.frames,
            plural(run->signal->shape.frames));
    for (int a = 0; a < run->grid.axes; a++)
        add(text, " x %zu", run->grid.axis[a].frames);
    add(text, "\nkernel: ");
    add_name(text, run->kernel->name);
    add(text, ": ");
    add_shape(text, run->kernel->columns, run->kernel->complex, run->kernel->rate);
    add(text, ", %zu", run->kernel->extent[0]);
    for (int a = 1; a < run->kernel->axes; a++)
        add(text, " x %zu", run->kernel->extent[a]);
    add(text, " tap%s%s\n", plural((int64_t)run->kernel->taps),
        run->request->wanted.correlate ? ", not flipped" : "");
}

static void add_map(struct text *text, const struct map *map)
{
    add(text, "map: %zu path%s to %d channel%s", map->paths, plural((int64_t)map->paths),
        map->outs, plural(map->outs));
    if (map->fed < map->outs)
        add(text, ", %d of them silent", map->outs - map->fed);
    add(text, "\n");
}

static void add_lags(struct text *text, const struct run *run)
{
    const struct interval *at = &run->outputs.at;
    int64_t lag = run->outputs.lag, frames = run->signal->shape.frames;
    int64_t end = frames < 0 ? at->to : interval_end(at, frames);
    int64_t steps = interval_steps(end - at->from, at->step) - 1;

    if (steps < 0)
        add(text, "lags: none from %lld on", (long long)(at->from + lag));
    else
        add(text, "lags: %lld to %lld", (long long)(at->from + lag),
            (long long)(at->from + steps * at->step + lag));
}

static void add_step(struct text *text, const struct run *run)
{
    double step = (double)run->outputs.at.step, rate = run->signal->shape.rate;

    add(text, "\nstep: one output in %.0f", step);
    if (rate > 0)
        add(text, ", %.10g Hz", rate / step);
}

/* The rate to which the result is brought. */
static void add_output_rate(struct text *text, const struct run *run)
{
    double rate = run->request->output_rate,
           own = run->signal->shape.rate / (double)run->outputs.at.step;

    if (rate > 0 && own > 0 && rate != own)
        add(text, "\nresult: resampled to %.10g Hz", rate);
}

static void add_mode(struct text *text, const struct run *run)
{
    static const char *const endings[] = {
        [WRAP_NOT] = "",
        [WRAP_SHORT] = "",
        [WRAP_READ] = "; the file is read twice, for its end comes first",
        [WRAP_HELD] = "; the signal is held whole, for its end comes first"};
    const struct wanted *wanted = &run->request->wanted;
    int64_t before = run->needed.from < 0 ? -run->needed.from : 0, after = run->needed.past;

    if (wanted->mode == MODE_LAGS)
        add_lags(text, run);
    else
        add(text, "mode: %s", choice_word(mode_choice, (int)wanted->mode));
    add(text, ": %lld frame%s added before, %lld after%s", (long long)before, plural(before),
        (long long)after, run->outputs.traded ? "; signal and kernel trade places" : "");
    if (wanted->origin[0] != ORIGIN_OWN || wanted->begins)
        add(text, "; the first output stands beside frame %lld", (long long)run->outputs.at.from);
    if (run->outputs.at.step > 1)
        add_step(text, run);
    add_output_rate(text, run);
    if (run->request->overlapping)
        add(text, "\nboundary: none; nan where fewer than %.0f frames overlap\n",
            ncc_least(run->ncc));
    else
        add(text, "\nboundary: %s%s\n", run->request->boundary, endings[run->wrap]);
    if (run->polynomial.frames)
        add(text,
            "ends: the first %lld and the last %lld by polynomials of order %d over %zu frames\n",
            (long long)(run->kernel->taps / 2), (long long)run->outputs.origin,
            run->polynomial.order, run->polynomial.frames);
    if (measure_is_needed(run))
        add(text, "temporary file: the signal, whose %s comes first\n",
            run->request->norm == NORM_COEFF ? "energy" : "length");
}

static void add_nan(struct text *text, const struct request *request)
{
    if (request->nan == NAN_FILL)
        add(text, "NaN: %.17g in its place\n", request->fill);
    if (request->nan == NAN_ERROR)
        add(text, "NaN: an error\n");
    if (request->nan != NAN_OMIT && request->nan != NAN_KEEP)
        return;
    if (request->norm == NORM_XCORR) {
        add(text, "NaN: omitted, in pairs\n");
        return;
    }
    add(text, "NaN: omitted, and made up for by the others");
    if (request->present > 0)
        add(text, " where these have %.10g of the weight", request->present);
    add(text, "%s\n", request->nan == NAN_KEEP ? "; NaN again at its own place" : "");
}

static void add_method(struct text *text, const struct run *run)
{
    const struct engine *engine;

    add(text, "method: %s%s, blocks of %zu frame%s", run->plan.engine->name,
        run->request->method ? "" : " (auto)", run->plan.block,
        plural((int64_t)run->plan.block));
    if (run->plan.transform)
        add(text, ", transforms of %zu samples", run->plan.transform);
    for (size_t f = 0; run->plan.engine->of_products && f < run->system.factors; f++)
        add(text, "%s%zu", f ? " and " : ", passes of ", run->system.factor[f].taps);
    add(text, "\ncost: %.3g ns a frame predicted for one thread", run->plan.cost);
    const char *separator = "; ";
    for (size_t i = 0; (engine = engine_at(i)); i++) {
        struct plan plan;
        if (!engine->automatic || (engine->of_products && !run->system.factors))
            continue;
        engine_choose(&run->system, engine, &run->work, &plan);
        add(text, "%s%s %.3g", separator, engine->name, plan.cost);
        separator = ", ";
    }
    add(text, "\n");
}

/* What padding and cropping hold: slabs as read, about two while they are padded, one that is read
 * in pixels and one of sums. */
static double slab_doubles(const struct run *run)
{
    double ins = run->system.ins, outs = run->system.outs,
           padded = (double)grid_padded(&run->grid);
    double pixels = (double)grid_pixels(&run->grid);

    return (double)stream_block((int)padded * run->system.ins) * pixels * ins + 3 * padded * ins +
           padded * outs;
}

static void add_slab(struct text *text, const struct run *run)
{
    double bytes = (double)grid_padded(&run->grid) * run->system.ins * sizeof(double);

    add(text, "slab: %zu", run->grid.axis[0].frames);
    for (int a = 1; a < run->grid.axes; a++)
        add(text, " x %zu", run->grid.axis[a].frames);
    for (int a = 0; a < run->grid.axes; a++) {
        const struct grid_axis *axis = &run->grid.axis[a];
        add(text, "%s%lld", a ? " x " : ", padded ",
            (long long)interval_count(&axis->needed, (int64_t)axis->frames));
    }
    add(text, ": %.0f KiB; the kernel reaches over %zu\n", ceil(bytes / 0x1p10), run_taps(run, 0));
}

/* The memory for the kernel, the engine and the blocks of frames. */
static double memory_bytes(const struct run *run)
{
    double ins = run->system.ins, outs = run->system.outs, taps = (double)run->system.taps,
           round = (double)run->batch;
    double once = (taps + fmax(taps, round)) * ins + round * outs, kept = 0;
    double doubles = taps * run->system.columns + once + (double)engine_doubles(&run->plan);

    if (outs > 1) /* before they are interleaved */
        doubles += outs * (double)run->plan.slots * (double)run->plan.block;
    if (run->request->threads > 1) /* what is read ahead, and written meanwhile */
        doubles += 4 * ins * (double)stream_block(run->signal->shape.channels) + outs * round;
    if (run->signal->shape.frames >= 0) /* read ahead */
        kept = fmin((double)run->signal->shape.frames,
                    (double)engine_long_frames(run_taps(run, 0), run->signal->shape.channels));
    if (run->beyond.boundary != BOUNDARY_CONSTANT)
        kept += (double)(run->needed.past - (run->needed.from < 0 ? run->needed.from : 0));
    if (run->ncc) /* samples for coefficients computed anew, and sums of taps */
        doubles += 2 * (taps + round) * run->values.ins + 8 * taps * run->values.columns;
    if (run->grid.axes)
        doubles += slab_doubles(run);
    kept += 2 * (double)run->polynomial.frames;
    return (doubles + kept * run->signal->shape.channels) * sizeof(double);
}

static void add_error(struct text *text, const struct run *run)
{
    char bound[ENGINE_BOUND_BYTES];

    run->plan.engine->bound(&run->system, &run->plan, bound);
    if (run->ncc)
        add(text, "a coefficient is computed anew where the sums leave it more than 1e-12; of the "
                  "sums, ");
    if ((run->renormalized && !run->plan.engine->divides) || run->request->norm > NORM_XCORR)
        add(text, "the sums are divided in the end; of the sums, ");
    add(text, "error: %s\n", bound);
}

static void compose(struct text *text, const struct run *run)
{
    add_files(text, run);
    if (run->map.outs)
        add_map(text, &run->map);
    add_mode(text, run);
    add_nan(text, run->request);
    if (run->grid.axes)
        add_slab(text, run);
    add_method(text, run);
    add_error(text, run);
    int threads = run->plan.pool ? pool_threads(run->plan.pool) : (int)run->plan.slots;
    add(text, "memory: %.0f MiB%s and what the libraries take, %d thread%s\n",
        ceil(memory_bytes(run) / 0x1p20), run->wrap == WRAP_HELD ? ", the whole signal" : "",
        threads, plural(threads));
}

void explain_beside(const struct run *run)
{
    struct text text = {0};

    compose(&text, run);
    char *rest = text.bytes, *line;
    while ((line = strsep(&rest, "\n")) && *line)
        util_note("%s", line);
    free(text.bytes);
}

enum status explain_instead(const struct run *run)
{
    struct text text = {0};
    struct output **output = &run->setup->output;

    compose(&text, run);
    if (!*output)
        *output = output_open(NULL);
    bool good = *output && output_write(*output, text.bytes, text.len) == 0;
    free(text.bytes);
    return good ? STATUS_DONE : STATUS_TROUBLE;
}

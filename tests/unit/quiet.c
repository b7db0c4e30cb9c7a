/* quiet.c - the outputs that engine/quiet.h finds, and the samples that these see, against windows
 * looked at one by one.
 *
 * Runs of 1 to 70 taps, up to as far apart, one of up to 210, and blocks of any number of samples,
 * so that they end at every place of a stretch and of a word; samples on both sides of the limit,
 * some NaN or infinite. Prints the systems tried, the spans found, and the searches whose spans
 * are wrong. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "engine/level.h"
#include "engine/quiet.h"
#include "util.h"

#include "systems.h"

#include <stdio.h>
#include <string.h>

enum { MOST_RUNS = 5, MOST_INPUTS = 3, MOST_TAPS = MOST_RUNS * 140, MOST_SAMPLES = 4 * MOST_TAPS };

/* A block of samples and what it is searched for. */
struct trial {
    struct tap_run run[MOST_RUNS];
    struct system system;
    size_t samples, inputs;
    double x[MOST_INPUTS][MOST_SAMPLES], stretch[MOST_INPUTS][MOST_SAMPLES];
    struct quiet_input input[MOST_INPUTS];
};

static void draw_runs(struct trial *t)
{
    size_t runs = below(3) ? 1 + below(MOST_RUNS) : 1, most = below(2) ? 70 : 4, end = 0;
    size_t count = 1 + below(runs > 1 ? most : 3 * most);
    bool equal = below(2);

    for (size_t r = 0; r < runs; r++) {
        count = equal ? count : 1 + below(most);
        t->run[r] = (struct tap_run){r > 0 ? end + below(70) : 0, count};
        end = t->run[r].begin + count;
    }
    t->system = (struct system){.taps = end, .runs = below(8) ? runs : 0, .run = t->run};
}

/* Samples up to the limit, 1, among which loud ones stand in groups or alone. */
static void draw_samples(struct trial *t, double *x, size_t samples)
{
    size_t group = 1 + below(below(2) ? 3 : 3 * t->system.taps);
    size_t rare = below(2) ? 1 : 4;
    bool alone = below(2), loud = false;

    for (size_t i = 0; i < samples; i++) {
        bool change = below(group) == 0;
        loud = alone ? change : loud != change;
        x[i] = loud && below(rare) == 0 ? -1.5 : fmin(1, 1 - uniform());
        x[i] = below(200) ? x[i] : below(2) ? NAN : loud ? INFINITY : 0;
    }
}

/* A block of at most so many samples. */
static void draw_block(struct trial *t, size_t most)
{
    t->samples = t->system.taps + below(below(2) ? 200 : 3 * t->system.taps);
    t->samples = t->samples < most ? t->samples : most;
    t->inputs = below(2) ? 1 : 1 + below(MOST_INPUTS);
    for (size_t k = 0; k < t->inputs; k++) {
        draw_samples(t, t->x[k], t->samples);
        level_measure(t->x[k], t->samples, &(struct level){.stretch = t->stretch[k]});
        t->input[k] = (struct quiet_input){t->x[k], t->stretch[k], below(20) ? 1 : INFINITY};
    }
}

static bool is_quiet(const struct trial *t, size_t output)
{
    for (size_t r = 0, j = 0; j < t->system.taps; j = system_next(&t->system, &r, j))
        for (size_t k = 0; k < t->inputs; k++)
            if (fabs(t->x[k][output + t->system.taps - 1 - j]) > t->input[k].limit)
                return false;
    return true;
}

/* Note which samples are in the window of an output. */
static void see(const struct trial *t, size_t output, bool *seen)
{
    for (size_t r = 0, j = 0; j < t->system.taps; j = system_next(&t->system, &r, j))
        seen[output + t->system.taps - 1 - j] = true;
}

/* Whether the spans are those of what is set in wanted[n], and no more of them than can be. */
static bool is_right(const struct trial *t, const bool *wanted, size_t n, const struct span *span,
                     size_t spans)
{
    size_t found = 0;

    for (size_t i = 0; i < n; i++) {
        if (wanted[i] && !(i > 0 && wanted[i - 1]) && (found == spans || span[found].begin != i))
            return false;
        if (wanted[i] && !(i + 1 < n && wanted[i + 1]) && span[found++].end != i + 1)
            return false;
    }
    return found == spans && spans <= quiet_most_spans(&t->system, t->samples);
}

/* Search a block, and then for the samples of some of the outputs. Returns how many spans there
 * are, and counts what is wrong. */
static size_t try(const struct trial *t, struct quiet *quiet, long *wrong)
{
    struct span output[MOST_SAMPLES], sample[MOST_SAMPLES];
    size_t outputs = t->samples - t->system.taps + 1, spans, parts = 0, samples;
    bool wanted[MOST_SAMPLES] = {0}, seen[MOST_SAMPLES] = {0};

    for (size_t i = 0; i < outputs; i++)
        wanted[i] = is_quiet(t, i);
    spans = quiet_find(quiet, t->input, t->inputs, t->samples, output);
    *wrong += !is_right(t, wanted, outputs, output, spans);
    for (size_t i = 0; i < outputs; i++)
        if (wanted[i] && below(20) > 0) {
            output[parts] = (struct span){i, i + 1};
            parts += parts == 0 || output[parts - 1].end < i;
            output[parts - 1].end = i + 1;
            see(t, i, seen);
        }
    samples = quiet_windows(quiet, output, parts, t->samples, sample);
    *wrong += !is_right(t, seen, t->samples, sample, samples);
    return spans + samples;
}

int main(void)
{
    struct trial *t = util_array(1, sizeof *t);
    long wrong = 0, spans = 0, tried = 0;

    for (; tried < 4000; tried++) {
        struct quiet quiet;
        draw_runs(t);
        draw_block(t, MOST_SAMPLES);
        quiet_open(&quiet, &t->system, t->samples);
        spans += (long)try(t, &quiet, &wrong);
        draw_block(t, t->samples); /* what a search leaves must not matter */
        spans += (long)try(t, &quiet, &wrong);
        quiet_close(&quiet);
    }
    printf("%ld systems, %ld spans, %ld searches wrong\n", tried, spans, wrong);
    free(t);
    return wrong > 0;
}

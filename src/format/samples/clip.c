/* clip.c - counts the samples that an encoding cannot hold, and reports them. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "clip.h"

#include "elementary.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { PLACE_BYTES = 96 };

struct choice clip_choice(size_t i)
{
    static const struct choice choices[] = {
        {"warn", "tell how many samples, and how loud they are", CLIPPING_WARN, NULL},
        {"error", "the run fails with status 1, and leaves no file", CLIPPING_ERROR, NULL},
        {"quiet", "say nothing", CLIPPING_QUIET, NULL},
        {0},
    };
    return choices[i];
}

void clip_open(struct clip *clip, int channels, int parts, double rate)
{
    *clip = (struct clip){.channels = channels, .parts = parts, .rate = rate};
    clip->channel = util_array((size_t)channels, sizeof *clip->channel);
}

void clip_close(struct clip *clip)
{
    free(clip->channel);
    clip->channel = NULL;
}

static void add(struct fate *fate, int64_t sample)
{
    if (!fate->count++)
        fate->first = sample;
}

/* The channel of a sample. */
static int channel_of(const struct clip *clip, int64_t sample)
{
    return (int)(sample / clip->parts % clip->channels);
}

static void add_clipped(struct clip *clip, int64_t sample, double size)
{
    add(&clip->clipped, sample);
    clip->peak = fmax(clip->peak, size);
    if (!clip->channel)
        return;
    struct loud *loud = &clip->channel[channel_of(clip, sample)];
    add(&loud->fate, sample);
    loud->peak = fmax(loud->peak, size);
}

void clip_note(struct clip *clip, const double *x, size_t samples, double least, double most)
{
    for (size_t i = 0; i < samples; i++)
        if (x[i] != x[i])
            add(&clip->nans, clip->samples + (int64_t)i);
        else if (x[i] < least || x[i] > most)
            add_clipped(clip, clip->samples + (int64_t)i, fabs(x[i]));
}

void clip_note_floats(struct clip *clip, const double *x, size_t samples, bool single)
{
    for (size_t i = 0; i < samples; i++) {
        int64_t sample = clip->samples + (int64_t)i;
        if (x[i] != x[i])
            add(&clip->nans, sample);
        else if (isinf(x[i]))
            add(&clip->infinite, sample);
        else if (single && isinf((float)x[i]))
            add(&clip->overflowed, sample);
    }
}

/* Where the first one is, for text[PLACE_BYTES]; empty where that is not told. */
static const char *place(const struct clip *clip, const struct fate *fate, bool in_channel,
                         char *text)
{
    const char *which = fate->count > 1 ? "the first " : "";
    char channel[32] = "";

    *text = 0;
    if (!clip->channel)
        return text;
    int64_t frame = fate->first / (clip->channels * clip->parts);
    if (in_channel && clip->channels > 1)
        snprintf(channel, sizeof channel, "in channel %d ", channel_of(clip, fate->first) + 1);
    if (clip->rate > 0)
        snprintf(text, PLACE_BYTES, ", %s%sat %.6f s", which, channel, (double)frame / clip->rate);
    else
        snprintf(text, PLACE_BYTES, ", %s%sat frame %lld", which, channel, (long long)frame);
    return text;
}

/* How loud a peak is, for text[PLACE_BYTES]. */
static const char *level(double peak, char *text)
{
    if (isinf(peak))
        return "infinite";
    snprintf(text, PLACE_BYTES, "%+.2f dBFS", elementary_to_decibels(peak));
    return text;
}

static void report_fate(void (*tell)(const char *, ...), const char *name,
                        const struct clip *clip, const struct fate *fate, const char *what)
{
    char where[PLACE_BYTES];

    if (fate->count)
        tell("%s: %lld sample%s %s%s", name, (long long)fate->count,
             fate->count == 1 ? " was" : "s were", what, place(clip, fate, true, where));
}

/* The gain that lets the peak fit, in text[PLACE_BYTES]. */
static const char *advice(const struct clip *clip, const struct clip_report *report, char *text)
{
    double most = report->lossy ? 1 : 1 - ldexp(1, 1 - report->bits);

    *text = 0;
    if (!isinf(clip->peak))
        snprintf(text, PLACE_BYTES, "; --gain=%.2f avoids it",
                 floor(100 * elementary_to_decibels(most / clip->peak)) / 100);
    return text;
}

/* The clipped samples of all channels. */
static void report_clipped(void (*tell)(const char *, ...), const struct clip *clip,
                           const struct clip_report *report)
{
    long long count = clip->clipped.count;
    const char *s = count == 1 ? "" : "s";
    char where[PLACE_BYTES], peak[PLACE_BYTES], gain[PLACE_BYTES];

    place(clip, &clip->clipped, true, where);
    advice(clip, report, gain);
    if (report->lossy)
        tell("%s: peaks at %s: players will clip %lld sample%s%s%s", report->name,
             isinf(clip->peak) ? "infinity" : level(clip->peak, peak), count, s, where, gain);
    else
        tell("%s: %lld sample%s clipped%s; the peak is %s%s", report->name, count, s, where,
             level(clip->peak, peak), gain);
}

static void report_channels(const struct clip *clip, const struct clip_report *report)
{
    char where[PLACE_BYTES], peak[PLACE_BYTES];

    for (int c = 0; clip->channels > 1 && c < clip->channels; c++) {
        const struct loud *loud = &clip->channel[c];
        if (loud->fate.count)
            util_note("%s: channel %d: %lld clipped%s; the peak is %s", report->name, c + 1,
                      (long long)loud->fate.count, place(clip, &loud->fate, false, where),
                      level(loud->peak, peak));
    }
}

enum status clip_report(const struct clip *clip, const struct clip_report *report)
{
    bool kept = !report->bits && !report->lossy, odd = report->audio || !kept;
    bool refused = report->clipping == CLIPPING_ERROR, quiet = report->clipping == CLIPPING_QUIET;
    void (*tell)(const char *, ...) = refused ? util_error : util_warn;

    if (odd)
        report_fate(util_warn, report->name, clip, &clip->nans,
                    kept ? "not a number" : "not a number, written as 0");
    if (odd)
        report_fate(util_warn, report->name, clip, &clip->infinite, "infinite");
    if (!quiet)
        report_fate(tell, report->name, clip, &clip->overflowed,
                    "too large for f32, written as infinite");
    if (clip->clipped.count && !quiet) {
        report_clipped(tell, clip, report);
        report_channels(clip, report);
    }
    bool any = clip->clipped.count || clip->overflowed.count;
    return refused && any ? STATUS_ASKED : STATUS_DONE;
}

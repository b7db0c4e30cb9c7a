/* quiet.c - finds quiet windows, and what is in windows (see quiet.h).
 *
 * Where many taps stand together, the search looks back from the end of a window for the last loud
 * sample: the next window to look at begins after it, as in the search for words by R. S. Boyer
 * and J S. Moore (Comm. ACM 20, 1977). So a loud block costs one sample for each window's length.
 *
 * Windows of few taps, or of several runs, are searched in words of bits, 64 samples at a time:
 * the bits of loud samples are joined over the length of a run, then over all runs. In most blocks
 * every output has a loud sample in the first run already. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "quiet.h"
#include "level.h"
#include "vector.h"

#include "util.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { WORD = 2 * LEVEL_STRETCH };
_Static_assert(WORD == 64, "a word's bits are the samples of two stretches");

void quiet_open(struct quiet *q, const struct system *system, size_t samples)
{
    *q = (struct quiet){.system = system};
    if (system_runs(system) == 1 && system->taps >= WORD)
        return;
    q->words = samples / WORD + system->taps / WORD + 2;
    q->mark = util_array(q->words, sizeof *q->mark);
    q->run = util_array(q->words, sizeof *q->run);
    q->window = util_array(q->words, sizeof *q->window);
}

void quiet_close(struct quiet *q)
{
    free(q->mark);
    free(q->run);
    free(q->window);
}

/* Between two spans there are at least as many outputs as see one loud sample in one run, and a
 * span of samples is at least as long as a run. */
size_t quiet_most_spans(const struct system *system, size_t samples)
{
    size_t shortest = system->taps;

    for (size_t i = 0; i < system_runs(system); i++)
        shortest = system_run(system, i).count < shortest ? system_run(system, i).count : shortest;
    return samples / (shortest + 1) + 1;
}

static bool is_loud(const struct quiet_input *input, size_t inputs, size_t s)
{
    for (size_t k = 0; k < inputs; k++)
        if (fabs(input[k].x[s]) > input[k].limit)
            return true;
    return false;
}

static bool has_loud(const struct quiet_input *input, size_t inputs, size_t stretch)
{
    for (size_t k = 0; k < inputs; k++)
        if (input[k].stretch[stretch] > input[k].limit)
            return true;
    return false;
}

/* The end of the last loud sample among begin ... end - 1; `begin` if there is none. */
static size_t after_last(const struct quiet_input *input, size_t inputs, size_t begin, size_t end)
{
    while (end > begin) {
        size_t first = (end - 1) / LEVEL_STRETCH * LEVEL_STRETCH;
        first = first < begin ? begin : first;
        if (!has_loud(input, inputs, (end - 1) / LEVEL_STRETCH))
            end = first;
        for (; end > first; end--)
            if (is_loud(input, inputs, end - 1))
                return end;
    }
    return begin;
}

/* The first loud sample among begin ... end - 1; `end` if there is none. */
static size_t find_first(const struct quiet_input *input, size_t inputs, size_t begin, size_t end)
{
    while (begin < end) {
        size_t last = (begin / LEVEL_STRETCH + 1) * LEVEL_STRETCH;
        last = last < end ? last : end;
        if (!has_loud(input, inputs, begin / LEVEL_STRETCH))
            begin = last;
        for (; begin < last; begin++)
            if (is_loud(input, inputs, begin))
                return begin;
    }
    return end;
}

static size_t find_together(const struct quiet_input *input, size_t inputs, size_t samples,
                            size_t taps, struct span *span)
{
    size_t begin = 0, spans = 0;

    while (begin <= samples - taps) {
        size_t next = after_last(input, inputs, begin, begin + taps);
        if (next > begin) {
            begin = next;
            continue;
        }
        size_t end = find_first(input, inputs, begin + taps, samples);
        span[spans++] = (struct span){begin, end - taps + 1};
        begin = end + 1;
    }
    return spans;
}

/* Set the bits of an input's loud samples in whole words. */
VECTOR static void mark_words(const struct quiet_input *input, size_t words, uint64_t *loud)
{
    const double *x = input->x, *stretch = input->stretch, limit = input->limit;

    for (size_t k = 0; k < words; k++, x += WORD, stretch += 2) {
        uint64_t word = 0;
        if (stretch[0] <= limit && stretch[1] <= limit)
            continue;
        for (size_t b = 0; b < WORD; b++)
            word |= (uint64_t)(fabs(x[b]) > limit) << b;
        loud[k] |= word;
    }
}

static void mark_loud(struct quiet *q, const struct quiet_input *input, size_t inputs,
                      size_t samples)
{
    size_t words = samples / WORD;

    memset(q->mark, 0, q->words * sizeof *q->mark);
    for (size_t k = 0; k < inputs; k++)
        mark_words(&input[k], words, q->mark);
    for (size_t s = words * WORD; s < samples; s++)
        q->mark[words] |= (uint64_t)is_loud(input, inputs, s) << s % WORD;
}

/* to[words] |= the bits that are so many places further on in `from`, which may be `to`. Returns
 * whether all bits are set then. */
VECTOR static bool add_bits(uint64_t *to, const uint64_t *from, size_t further, size_t words)
{
    size_t shift = further % WORD;
    uint64_t all = UINT64_MAX;

    from += further / WORD;
    for (size_t k = 0; k < words; k++) {
        to[k] |= from[k] >> shift | from[k + 1] << 1 << (WORD - 1 - shift);
        all &= to[k];
    }
    return all == UINT64_MAX;
}

/* Set the bits of q->run: whether one of `count` samples from here on is loud. */
static void join(struct quiet *q, size_t count, size_t samples)
{
    memcpy(q->run, q->mark, q->words * sizeof *q->run);
    for (size_t have = 1, more; have < count; have += more) {
        more = have < count - have ? have : count - have;
        add_bits(q->run, q->run, more, samples / WORD + 1);
    }
}

/* The first place from `at` on whose bit is `set`; `end` if there is none. */
static size_t find_bit(const uint64_t *bits, bool set, size_t at, size_t end)
{
    uint64_t none = set ? 0 : UINT64_MAX;

    while (at < end) {
        if (at % WORD == 0 && bits[at / WORD] == none)
            at += WORD;
        else if ((bits[at / WORD] >> at % WORD & 1) == set)
            return at;
        else
            at++;
    }
    return end;
}

/* Find the bits that are `set` among 0 ... end - 1. Returns the number of their spans. */
static size_t find_spans(const uint64_t *bits, bool set, size_t end, struct span *span)
{
    size_t spans = 0;

    for (size_t at = 0; at < end;) {
        size_t begin = find_bit(bits, set, at, end);
        at = find_bit(bits, !set, begin, end);
        if (begin < at)
            span[spans++] = (struct span){begin, at};
    }
    return spans;
}

/* Add to q->window[words] whether any run of taps from here on holds a mark, in the order of the
 * samples that they meet or in their own. Returns whether all bits are set then. */
static bool add_runs(struct quiet *q, bool as_samples, size_t samples, size_t words)
{
    size_t count = 0;
    bool all = false;

    for (size_t r = 0; r < system_runs(q->system) && !all; r++) {
        struct tap_run run = system_run(q->system, r);
        if (run.count != count)
            join(q, count = run.count, samples);
        size_t begin = as_samples ? system_first_sample(q->system, run) : run.begin;
        all = add_bits(q->window, q->run, begin, words);
    }
    return all;
}

static size_t find_in_words(struct quiet *q, const struct quiet_input *input, size_t inputs,
                            size_t samples, struct span *span)
{
    size_t frames = samples - q->system->taps + 1, words = frames / WORD + 1;

    mark_loud(q, input, inputs, samples);
    memset(q->window, 0, words * sizeof *q->window);
    q->window[words - 1] = UINT64_MAX << frames % WORD; /* these are no outputs */
    if (add_runs(q, true, samples, words))
        return 0;
    return find_spans(q->window, false, frames, span);
}

size_t quiet_find(struct quiet *q, const struct quiet_input *input, size_t inputs, size_t samples,
                  struct span *span)
{
    if (q->words == 0)
        return find_together(input, inputs, samples, q->system->taps, span);
    return find_in_words(q, input, inputs, samples, span);
}

static size_t join_windows(const struct span *output, size_t outputs, size_t taps,
                           struct span *span)
{
    size_t spans = 0;

    for (size_t k = 0; k < outputs; k++) {
        struct span window = {output[k].begin, output[k].end + taps - 1};
        if (spans > 0 && window.begin <= span[spans - 1].end)
            span[spans - 1].end = window.end;
        else
            span[spans++] = window;
    }
    return spans;
}

/* An output is marked as its newest sample: sample s is in its window if that is s + j for a tap j
 * in a run. */
size_t quiet_windows(struct quiet *q, const struct span *output, size_t outputs, size_t samples,
                     struct span *span)
{
    size_t newest = q->system->taps - 1, words = samples / WORD + 1;

    if (q->words == 0)
        return join_windows(output, outputs, q->system->taps, span);
    memset(q->mark, 0, q->words * sizeof *q->mark);
    for (size_t k = 0; k < outputs; k++)
        for (size_t i = output[k].begin + newest; i < output[k].end + newest; i++)
            q->mark[i / WORD] |= (uint64_t)1 << i % WORD;
    memset(q->window, 0, words * sizeof *q->window);
    add_runs(q, false, samples, words);
    return find_spans(q->window, true, samples, span);
}

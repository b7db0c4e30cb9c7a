/* quiet.h - the outputs that see only quiet samples: zeros, or samples up to a limit; and what
 * outputs see.
 *
 * The window of output i is what it is computed from: of the samples i ... i + taps - 1 of each of
 * its inputs those that the system's runs of taps meet. Where there are several runs, samples
 * between them belong to no window. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef QUIET_H
#define QUIET_H

#include "system.h"

#include <stdint.h>

/* An input of an output. Samples whose magnitude is above the limit are loud; NaNs are not. */
struct quiet_input {
    const double *x;       /* x[samples] */
    const double *stretch; /* of its level (level.h) */
    double limit;          /* >= 0 */
};

/* Outputs, or samples: begin ... end - 1. */
struct span {
    size_t begin, end;
};

/* The memory of a search. */
struct quiet {
    const struct system *system;
    size_t words;     /* of each of the following, 64 bits each; 0: they are not needed */
    uint64_t *mark;   /* loud samples; or outputs, as their newest samples */
    uint64_t *run;    /* runs of taps that hold a mark, as their first places */
    uint64_t *window; /* windows that do; or samples whose outputs are marked */
};

/* Prepare to search blocks of at most so many samples. Borrows the system until closed. */
void quiet_open(struct quiet *, const struct system *, size_t samples);
void quiet_close(struct quiet *);

/* The most spans that the following find in so many samples. */
size_t quiet_most_spans(const struct system *, size_t samples);

/* Find the outputs whose windows hold no loud sample of any input[inputs], as spans in ascending
 * order that do not touch. samples >= taps. Returns their number. */
size_t quiet_find(struct quiet *, const struct quiet_input *input, size_t inputs, size_t samples,
                  struct span *);

/* Find the samples of each input that are in the windows of output[outputs], as spans in ascending
 * order that do not touch; so are the outputs. Returns their number. */
size_t quiet_windows(struct quiet *, const struct span *output, size_t outputs, size_t samples,
                     struct span *);

#endif

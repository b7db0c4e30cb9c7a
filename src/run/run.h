/* run.h - one signal from open to close. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef RUN_H
#define RUN_H

#include "setup.h"
#include "stage/stage.h"

/* How the end of a signal is known before its beginning is computed, where WRAP wants it. */
enum wrap {
    WRAP_NOT,   /* it does not */
    WRAP_SHORT, /* the signal is short, and held as any such */
    WRAP_READ,  /* it is a file, and is read once for that */
    WRAP_HELD,  /* it is held whole */
};

/* Filled from top to bottom. */
struct run {
    struct setup *setup;
    struct source *source;
    const struct request *request; /* the setup's */
    const struct kernel *kernel;   /* the setup's, fit for the signal */

    struct stream *signal; /* what the chain begins with */
    struct traits traits;  /* of its file */

    struct outputs outputs;
    struct interval needed; /* frames for them */
    struct work work;       /* what is known of a short signal */
    enum wrap wrap;

    struct beyond beyond;
    bool ends_missing;      /* what is beyond the ends is missing, as a NaN may be */
    bool renormalized;      /* the weights are rescaled for what is missing */
    struct system values;   /* the system of the signal's channels; */
    struct system system;   /* that which runs: the same, or with presences beside the values */
    struct path *value_paths, *system_paths;
    double *system_taps;

    struct plan plan;
    size_t batch; /* convolve_batch() */
};

/* sequence.c: convolve every signal that the request names, one after the other. A status. */
enum status run_all(struct setup *);

/* signal.c: make the next signal of the source that of the run, or its first one again. 1, 0: there
 * is none, or the negative of a status, already reported. */
int run_open_signal(struct run *);
int run_reopen_signal(struct run *);

/* plan.c: decide the rest. 0, or -1: already reported. */
int run_plan(struct run *);

/* chain.c: the streams, one around the other, into the result. Closes the signal. A status. */
enum status run_chain(struct run *);

#endif

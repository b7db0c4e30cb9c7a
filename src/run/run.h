/* run.h - one signal from open to close. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef RUN_H
#define RUN_H

#include "setup.h"
#include "stage/grid.h"

/* Where the frames at the signal's end come from when WRAP puts them before its beginning. */
enum wrap {
    WRAP_NOT,   /* they are not needed */
    WRAP_SHORT, /* the signal is short and held anyway */
    WRAP_READ,  /* the signal is a file, which is read twice */
    WRAP_HELD,  /* the whole signal is held in memory */
};

/* Filled from top to bottom. */
struct run {
    struct setup *setup;
    struct source *source;
    const struct request *request; /* the setup's */
    const struct kernel *kernel;   /* the setup's, fit for the signal */

    struct stream *signal; /* the first stream of the chain; its frames are slabs (grid.h) */
    struct traits traits;  /* of the signal's file */

    bool empty;             /* the signal is, and so is the result */
    struct outputs outputs; /* along the first axis */
    struct interval needed; /* the frames from which they are computed */
    struct grid grid;       /* the axes after it */
    int channels;           /* of a pixel */
    bool complex;           /* the result: the signal is, or the kernel */
    struct work work;       /* what is known of a short signal */
    enum wrap wrap;

    struct beyond beyond;
    struct polynomial polynomial; /* at the ends of the signal; frames 0: none */
    bool ends_missing;      /* samples beyond the ends of an axis are missing, */
    bool first_missing;     /* those beyond the ends of the first are, */
    bool omit;              /* NaNs are: no output is computed from them */
    bool renormalized;      /* the weights are rescaled for missing samples */
    struct map map;             /* --map; outs 0: there is none */
    struct broadcast broadcast; /* of axes in another order; axes 0: there are none */
    struct system values;   /* for the signal's channels */
    struct system system;   /* the one that runs: the same, or with presence channels as well */
    struct path *value_paths, *system_paths;
    double *value_taps, *system_taps;
    struct tap_run *tap_runs; /* of several axes */
    double *laid_taps;
    struct factor *factors; /* of a product along several axes; NULL: it is none, or none is
                             * asked for */
    double *factor_taps;

    struct ncc *ncc;        /* of coefficients of correlation; NULL: there are none */
    struct plan plan;
    size_t batch; /* convolve_batch() */
};

/* sequence.c: convolve every signal in the requested file, one after the other. Returns a
 * status. */
enum status run_all(struct setup *);

/* signal.c: open the source's next signal as the run's signal, or its first one again. Returns 1;
 * 0: no more signals; or minus a status, already reported. */
int run_open_signal(struct run *);
int run_reopen_signal(struct run *);

/* span.c: the taps along an axis of the signal. */
size_t run_taps(const struct run *, int axis);

/* plan.c: fill in the plan of the run. 0, or -1: already reported. */
int run_plan(struct run *);

/* chain.c: build the chain of streams and write the result. Closes the signal. Returns a
 * status. */
enum status run_chain(struct run *);

#endif

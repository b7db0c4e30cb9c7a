/* request.h - the user's request, filled from the command line and read by a run. conv(1) explains
 * it to users. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef REQUEST_H
#define REQUEST_H

#include "format/format.h"
#include "kernel/generate/generate.h"
#include "kernel/kernel.h"
#include "kernel/normalize.h"
#include "kernel/prepare.h"
#include "quantity.h"
#include "stage/stage.h"

/* How NaNs in the signal are treated. */
enum nan_policy { NAN_PROPAGATE, NAN_OMIT, NAN_KEEP, NAN_ERROR, NAN_FILL };

enum { MOST_KERNELS = 256 };

/* What is done where the rates of signal and kernel differ. */
enum mismatch { MISMATCH_ERROR, MISMATCH_RESAMPLE, MISMATCH_IGNORE };

/* What the user asks for. */
struct request {
    const char *kernel[MOST_KERNELS]; /* files, "-" for standard input, */
    int kernels;               /* of so many; several: their columns stand side by side */
    const char *taps;          /* inline */
    const char *map;           /* --map: paths, as kernel_map() reads them; NULL: not given */
    struct spec spec[MOST_AXES]; /* -g, for each axis that is convolved, */
    int specs;                 /* of so many; 1: along every axis; 0: kernel or taps */
    enum norm norm;            /* --normalize */
    bool overlapping;          /* NORM_XCORR over what overlaps, without a boundary */
    double overlap;            /* --overlap, in frames, */
    bool overlap_percent;      /* or in percent of the shorter of signal and kernel */
    struct preparation preparation; /* --kernel-length, --trim, --align */
    bool print_kernel;         /* instead of a run */
    const char *signal;        /* file, "-" for standard input */
    int axes; /* --dims: the first of the signal, that are convolved; 0: not given,
               * then 1, or 2 of an image */
    bool all_axes;             /* --dims=all */
    int listed;                /* --axes: so many of the signal, */
    int list[MOST_AXES];       /* from 0; negative from the end */
    struct wanted wanted;      /* -m, --same, --origin, -c, --lags=from:to, --step, --tail */
    bool mode_given;           /* else it is full, and same for an image */
    bool same_given;           /* --same, which is for mode same alone */
    bool lags;                 /* --lags: each value is preceded by its lag */
    bool ranged;               /* --lags=from:to, which sets the mode */
    const char *boundary;      /* -b, as the user wrote it */
    struct beyond beyond[MOST_AXES]; /* the same, for each axis that is convolved, */
    int boundaries;            /* of so many values; 1: for every axis */
    bool boundary_given;       /* else it is zero, and edge for an image */
    enum nan_policy nan;       /* --nan */
    double fill;               /* NAN_FILL */
    double present;            /* NAN_OMIT, NAN_KEEP: the least part of the weight, 0 to 1 */
    const struct engine *method; /* NULL: the fastest */
    struct reading reading;    /* -d, -H, --signal-type and its details */
    struct reading kernel_reading;
    const char *output;        /* NULL: standard output */
    const struct type *type;   /* -t, or by the output's suffix; NULL: the signal's */
    enum encoding encoding;    /* ENCODING_NONE: the signal's */
    bool described;            /* the encoding is also that of the raw signal */
    const char *number_format; /* NULL: shortest */
    double rate;               /* of a signal without one; 0: not given */
    enum mismatch mismatch;    /* --rate-mismatch */
    double output_rate;        /* of the result; 0: the signal's */
    double gain;               /* factor on the result */
    double offset;             /* added after it */
    enum clipping clipping;    /* --clip */
    int threads;               /* >= 1 */
    bool verbose, explain;     /* print the plan and run; print it only */
    bool quiet;
    const char *rounded;       /* an option with an integer that no double equals; NULL: none */
    bool unbuffered;               /* -u: write each output as soon as possible */
};

/* How many axes the command line says are convolved; 0: the signal says it. */
int request_axes(const struct request *);

/* Check that every list has a value for each of so many axes, or one for all, and that what the
 * user asks for has a meaning along them. 0, or -1: already reported. */
int request_check_axes(const struct request *, int axes);

#endif

/* request.h - what the user asks for, as the command line fills it and a run reads it. What it
 * means to a user is in conv(1). */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef REQUEST_H
#define REQUEST_H

#include "format/format.h"
#include "kernel/generate/generate.h"
#include "kernel/kernel.h"
#include "kernel/normalize.h"
#include "quantity.h"
#include "stage/stage.h"

/* What becomes of NaNs in the signal. */
enum nan_policy { NAN_PROPAGATE, NAN_OMIT, NAN_ERROR, NAN_FILL };

/* What the user asks for. */
struct request {
    const char *kernel;        /* file, "-" for standard input */
    const char *taps;          /* inline */
    struct spec spec;      /* -g; spec.generator NULL: kernel or taps */
    enum norm norm;            /* --normalize */
    bool print_kernel;         /* instead of a run */
    const char *signal;        /* file, "-" for standard input */
    struct wanted wanted;      /* -m, --same, --origin, -c, --lags=from:to */
    bool lags;                 /* --lags: a lag stands before each value */
    bool ranged;               /* --lags=from:to, which is then the mode */
    const char *boundary;      /* -b, as the user said it, */
    struct beyond beyond;      /* and what it means */
    enum nan_policy nan;       /* --nan */
    double fill;               /* NAN_FILL */
    const char *method;        /* "auto" or an engine's name */
    struct reading reading;    /* -d, -H, --signal-type and what describes it */
    struct reading kernel_reading;
    const char *output;        /* NULL: standard output */
    const struct type *type;   /* -t, or by the output's suffix; NULL: the signal's */
    enum encoding encoding;    /* ENCODING_NONE: the signal's */
    bool described;            /* it describes raw samples of the signal as well */
    const char *number_format; /* NULL: shortest */
    double rate;               /* of a signal that has none; 0: not given */
    double gain;               /* factor on the result */
    int threads;               /* >= 1 */
    bool verbose, explain;     /* the plan beside the run, instead of it */
    bool quiet;
    bool unbuffered;               /* -u: each output as soon as its inputs are there */
};

#endif

/* setup.h - shared by all signals of one call: the request, the threads, the kernel. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef SETUP_H
#define SETUP_H

#include "axes.h"

struct setup {
    struct request request; /* from the first signal on with what follows from its kind */
    struct axes axes;      /* of the signal */
    struct pool *pool;
    struct kernel kernel;
    struct traits kernel_traits; /* of its file, without names */
    enum { KERNEL_NONE, KERNEL_LOADED, KERNEL_FINISHED } kernel_state;
    bool kernel_empty;   /* it is an empty array, which --dims=all allows */
    double kernel_rate;  /* the rate it was made for, if it depends on one */
    struct losses losses; /* of all results */
    struct output *output; /* of all results; NULL: there is none yet */
};

/* Start the threads. Load the kernel too, unless it depends on the rate of a signal, and finish it
 * if its axes do not depend on the kind of a signal. 0, or -1: already reported. Call setup_close
 * in either case. */
int setup_open(struct setup *, const struct request *);

/* Complete the output if the status is STATUS_DONE, else discard what can be discarded. Returns
 * the status, or STATUS_TROUBLE after a message. */
enum status setup_close(struct setup *, enum status);

/* Settle what follows from the signal: the axes, mode and boundary that the user left open; its
 * rate, which is its own, the user's or the kernel's; and the kernel for these. 0, or -1: already
 * reported (rates that differ). */
int setup_fit(struct setup *, struct stream *signal, const struct traits *);

/* The rate and the kernel alone, for axes that are settled. 0 or -1 as above. */
int setup_fit_rate(struct setup *, struct stream *signal);

/* kernel_files.c: read the kernel as it is, of several files with their columns side by side. 0,
 * or -1: already reported. */
int setup_read_kernel(struct setup *);

/* print.c: write the kernel instead of a result. Returns a status; any but STATUS_DONE has been
 * reported. */
enum status setup_print_kernel(struct setup *);

#endif

/* setup.h - shared by all signals of one call: the request, the threads, the kernel. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef SETUP_H
#define SETUP_H

#include "request.h"

struct setup {
    const struct request *request; /* borrowed */
    struct pool *pool;
    struct kernel kernel;
    bool loaded;         /* the kernel is loaded */
    double kernel_rate;  /* the rate it was made for, if it depends on one */
    struct output *output; /* of all results; NULL: there is none yet */
};

/* Start the threads. Load the kernel too, unless it depends on the rate of a signal. 0, or -1:
 * already reported. Call setup_close in either case. */
int setup_open(struct setup *, const struct request *);

/* Complete the output if the status is STATUS_DONE, else discard what can be discarded. Returns the
 * status, or STATUS_TROUBLE after a message. */
enum status setup_close(struct setup *, enum status);

/* Set the signal's rate, which is its own, the user's or the kernel's, and load the kernel for that
 * rate. 0, or -1: already reported (rates that differ). */
int setup_fit(struct setup *, struct stream *signal);

/* Write the kernel instead of a result. */
enum status setup_print_kernel(struct setup *);

#endif

/* setup.h - what all signals of one call share: what was asked for, threads, the kernel. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef SETUP_H
#define SETUP_H

#include "request.h"

struct setup {
    const struct request *request; /* borrowed */
    struct pool *pool;
    struct kernel kernel;
    bool loaded;         /* it has been, */
    double kernel_rate;  /* and, where it is made in seconds or hertz, for this rate */
};

/* Start the threads and load the kernel, unless it waits for the rate of a signal. 0, or -1:
 * already reported. Close it in either case. */
int setup_open(struct setup *, const struct request *);
void setup_close(struct setup *);

/* Give a signal its rate, its own, the user's or the kernel's, and the setup the kernel that
 * belongs to it. 0, or -1: already reported (rates that differ). */
int setup_fit(struct setup *, struct stream *signal);

/* Write the kernel in place of a result. */
enum status setup_print_kernel(struct setup *);

#endif

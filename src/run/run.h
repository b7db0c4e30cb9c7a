/* run.h - one convolution from its files to its result: what is opened and decided before the first frame is computed. */
#ifndef RUN_H
#define RUN_H

#include "kernel/kernel.h"
#include "request.h"
#include "thread/pool.h"

/* How a wrapped signal is begun with its end. */
enum ending {
    ENDING_NONE,  /* it is not */
    ENDING_SHORT, /* it is short, and held as any such */
    ENDING_READ,  /* it is a file, and is read once for that */
    ENDING_HELD,  /* it is held whole */
};

/* Filled from top to bottom by the functions below. */
struct run {
    const struct request *opt;
    struct pool *pool;

    struct kernel kernel;
    struct stream *signal; /* what the chain begins with */
    struct manner manner;

    struct reach reach;
    int64_t first;         /* lag of the first output, and so the frame of the signal where its sum begins */
    int64_t skip, frames;  /* of the extended signal: frames dropped, and then used */
    struct work work;      /* what is known of a short signal */
    enum ending ending;

    bool renormed;         /* what is beyond the ends is missing */
    bool weighed;          /* weights are made up for what is missing */
    struct system plain, system; /* the system, and that which runs: the same, or with weights beside the values */
    struct path *paths, *weighed_paths;
    double *weighed_taps;

    struct plan plan;
    size_t round;          /* convolve_round() */
};

/* source.c: open and load what is read. 0, or -1: already reported. */
int run_open_kernel(struct run *);
int run_open_signal(struct run *); /* and the kernel, if it waits for the signal's rate */
int run_open_again(struct run *);  /* the signal, from its beginning */

/* Whether the kernel is made for a rate that only the signal knows. */
bool run_kernel_waits(const struct request *);

/* Give a stream its rate: its own, the user's or the kernel's. 0, or -1: they differ, already reported. */
int run_settle_rate(const struct request *, const struct kernel *, struct stream *);

/* plan.c: decide the rest. 0, or -1: already reported. */
int run_plan(struct run *);

/* chain.c: the streams, one around the other, into the result. A status. */
int run_convolve(struct run *);

/* The kernel in place of a result. A status. */
int run_print_kernel(struct run *);

void run_close(struct run *);

#endif

/* kernel.h - the kernel: its taps, the routes of channels through it, and how far it reaches past a signal. */
#ifndef KERNEL_H
#define KERNEL_H

#include "engine/engine.h"
#include "stream.h"

#include <stdbool.h>

struct kernel {
    const char *name; /* for messages; borrowed */
    double rate;      /* frames per second; 0: none */
    int columns;      /* channels of the kernel, >= 1 */
    size_t taps;      /* >= 1 */
    double *h;        /* h[columns][taps]; owned: kernel_free */
    int64_t origin;   /* the tap at time 0, unless the user says otherwise; -1: the middle */
};

/* Read a whole stream as a kernel, frames are taps; closes it. Taps must be finite. 0, or -1: already
 * reported (no taps, or one that is not finite). */
int kernel_load(struct kernel *, struct stream *);

/* A kernel of one column from text: numbers separated by blanks or by single commas. 0 or -1 as above. */
int kernel_parse(struct kernel *, const char *text);

void kernel_free(struct kernel *);

/* The kernel as a stream: its taps are frames. Borrows it. */
struct stream *kernel_stream(const struct kernel *);

/* Reverse the taps: convolution with the reverse is correlation. */
void kernel_reverse(struct kernel *);

/* How signal channels pass through kernel columns to output channels: equal counts pair up; one column goes
 * to every channel; one signal channel goes to every column; a stereo signal with 4 columns is true
 * stereo (LL, LR, RL, RR: column 2 * in + out). Fills *system, which borrows the kernel's taps; its path list
 * is to be freed by the caller. 0, or -1: no such rule, already reported. */
int kernel_route(const struct kernel *, int channels, const char *signal, struct system *system, struct path **paths);

/* The system that convolves the values and, beside them, the weights and the number of those present: ins x and then ins
 * p, 1 or 0; outs sums of h x, then of h p, then of p. *paths and *h, which the system borrows, are to be freed by the
 * caller. 0, or -1: taps that sum to zero, already reported. */
int kernel_add_presence(const struct kernel *, const struct system *plain, struct system *, struct path **paths, double **h);

/* How much larger an output can be than the largest sample: the largest sum of |h| along the paths to one output, at
 * least 1. 0 when a tap is not an integer. Where it stays below 2^53 it is exact. */
double kernel_growth(const struct system *);

enum mode { MODE_FULL, MODE_SAME, MODE_VALID };
enum origin { ORIGIN_OWN, ORIGIN_LEFT, ORIGIN_RIGHT, ORIGIN_AT };

/* Which outputs are wanted. */
struct extent {
    enum mode mode;
    bool longest;       /* same: of the longer of signal and kernel */
    bool correlate;      /* the kernel was reversed: correlation */
    enum origin origin; /* same: the tap at time 0; OWN: the kernel's, left if it has none */
    int64_t tap;        /* ORIGIN_AT: that tap, from 0, of the kernel before it was reversed */
};

/* How many frames to add before and after the signal so that the fully overlapped sums are the outputs
 * wanted. With M taps, N frames, origin o (numpy.convolve and scipy.signal.convolve's rules):
 *
 *     full   M-1    M-1    N + M - 1 outputs
 *     same   M-1-o  o      N            o = floor((M-1)/2) left, floor(M/2) right
 *     valid  0      0      N - M + 1
 *
 * When M > N signal and kernel trade places for valid (M - N outputs more than one) and for same of
 * the longest (M outputs, o of the signal's N frames). N is needed for these two alone, and only when N < M:
 * kernel_reach_needs_frames; frames is -1 otherwise. */
struct reach {
    int64_t before, after; /* frames, >= 0 */
    bool traded;
};

bool kernel_reach_needs_frames(const struct extent *);

/* 0, or -1: already reported (an origin that is no tap). */
int kernel_reach(const struct kernel *, const struct extent *, int64_t frames, struct reach *);

#endif

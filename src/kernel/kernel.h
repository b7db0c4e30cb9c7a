/* kernel.h - the kernel: its taps, the routes of channels through it, and how far it reaches past
 * a signal. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef KERNEL_H
#define KERNEL_H

#include "choice.h"
#include "engine/engine.h"
#include "interval.h"
#include "quantity.h"
#include "stream.h"

#include <stdbool.h>

/* What a change of the sample rate has made of a kernel along its first axis: tap j stands where
 * tap lead + j * ratio is now. */
struct resampled {
    size_t taps;   /* that it had; 0: it is as it was read */
    int64_t lead;  /* taps before time 0: the filter rings there */
    double ratio;  /* of the new rate to the old one */
};

struct kernel {
    const char *name; /* for messages; borrowed */
    double rate;      /* frames per second; 0: none */
    int columns;      /* channels of the kernel, >= 1 */
    bool complex;     /* columns come in pairs, real and imaginary parts */
    size_t taps;      /* >= 1 */
    int axes;         /* >= 1 */
    size_t extent[MOST_AXES]; /* taps along each axis; their product is taps */
    double *h;        /* h[columns][taps], in row-major order; owned: kernel_free. As read it is
                       * h[taps][columns]: kernel_fold */
    double divisor;   /* > 0: h are integers, and a tap is h / divisor; 0: h are the taps */
    int64_t origin[MOST_AXES]; /* the tap at time 0 of each axis, unless the user says otherwise;
                                * -1: the middle */
    struct resampled resampled;
};

/* Read a whole stream, one tap per frame, and close the stream; complex: its channels are pairs.
 * Taps must be finite. kernel_fold makes a kernel of it. 0, or -1: already reported (no taps, or
 * one that is not finite). */
int kernel_load(struct kernel *, struct stream *, bool complex);

/* The same from text: numbers, all complex if one is, separated by blanks or by single commas, in
 * one column, or in *rows rows of equal length separated by semicolons, whose numbers are columns.
 * 0 or -1 as above. */
int kernel_parse(struct kernel *, const char *text, size_t *rows);

/* Put the columns of another kernel as read after those of a kernel as read; `most` in all. The
 * shorter one gets zeros at its end. 0, or -1: already reported (rates that differ, a real and a
 * complex kernel, too many columns). */
int kernel_join(struct kernel *, const struct kernel *other, int most);

/* See what was read as a kernel of so many axes and columns. Behind the first axis it has these
 * extents. */
void kernel_fold(struct kernel *, int axes, const int64_t *after, int columns);

/* Leave out the axes of the kernel for which place[axis] is negative and which have one tap. 0, or
 * -1: one has more, already reported. */
int kernel_leave_out(struct kernel *, const int *place);

/* Multiply a kernel of one column with a factor, whose one axis becomes its last. Integers over
 * divisors stay such where they can. 0, or -1: it is too large, already reported. */
int kernel_multiply(struct kernel *, const struct kernel *factor);

void kernel_free(struct kernel *);

/* The kernel as a stream, one frame per tap. Borrows the kernel. */
struct stream *kernel_stream(const struct kernel *);

/* Scale taps h[count] so that the largest is near 1. Exact, except for those that become
 * negligibly small beside it. */
void kernel_bring_near_one(double *h, size_t count);

/* Reverse the taps, and conjugate complex ones: convolution with the reverse is correlation. */
void kernel_reverse(struct kernel *);

/* Axes along which a signal's channels and a kernel's columns are as many, or of one of them there
 * is one for all of the other. */
struct broadcast {
    int axes;
    int64_t signal[MOST_AXES], kernel[MOST_AXES]; /* their lengths */
    int64_t result[MOST_AXES];
    int64_t first[MOST_AXES]; /* the first column that takes part */
};

/* Find result and first; cropped: results are no longer than the signal, the middle ones. 0, or
 * -1: the lengths differ, already reported. */
int kernel_broadcast(const struct kernel *, const char *signal, bool cropped, struct broadcast *);

/* The paths to all results, path[*count], which the caller frees. */
struct path *kernel_broadcast_paths(const struct broadcast *, size_t *count);

/* Paths that the user lists. Indices count from 0. */
struct map {
    struct path *path; /* path[paths], sorted by out; no two are equal */
    size_t paths;
    int fed;    /* outputs that a path leads to, which alone are outs of a path, */
    int *place; /* place[fed]: and the channel of the result that each is, ascending; */
    int outs;   /* channels of the result, of which the others are silent */
};

/* Read "IN:OUT:COLUMN,...", numbers from 1 up to 64, 64 and 4096, or "true-stereo", for a signal
 * of so many channels. The caller frees the map by kernel_map_free(), also after a failure. 0, or
 * -1: already reported. */
int kernel_map(struct map *, const char *text, int channels);

void kernel_map_free(struct map *);

/* How the channels of a signal meet the columns of a kernel. */
struct pairing {
    const char *signal; /* its name */
    int channels;       /* of it */
    bool complex;       /* they are pairs */
    const struct map *map;             /* NULL: */
    const struct broadcast *broadcast; /* NULL: by how many there are */
};

/* Route signal channels through kernel columns to output channels: by a map, by axes, or by how
 * many there are. Equal counts pair up; one column is used for every channel; one signal channel
 * goes through every column. A stereo signal with 4 columns is true stereo (LL, LR, RL, RR: column
 * 2 * in + out). A signal, or a kernel, may be complex: then these are channels, or columns, in
 * pairs, and so are those of the result. Fills *system, which borrows the kernel's taps, *paths
 * and *h; the caller frees these two. 0, or -1: no rule fits, or the map names what is not there,
 * already reported. */
int kernel_route(const struct kernel *, const struct pairing *, struct system *system,
                 struct path **paths, double **h);

/* Make of paths between complex channels, path[system->paths], those between their parts, of which
 * the real ones come first: as kernel_route(), for a signal that is complex or not. */
void kernel_split_paths(const struct kernel *, bool complex, struct system *system,
                        struct path **paths, double **h);

/* The system that convolves the samples x and, beside them, their presence p, which is 1 or 0. Its
 * inputs are the ins channels of x, then those of p. Its outputs are the outs sums of h x, then
 * those of h p, then those of p; and those of |h| p if magnitudes are wanted and the taps have
 * both signs. The system borrows *paths and *h; the caller frees them. 0, or -1: taps that sum to
 * zero, already reported. */
int kernel_add_presence(const struct kernel *, const struct system *plain, bool magnitudes,
                        struct system *, struct path **paths, double **h);

/* The same for a complex kernel, and a signal that is complex or not, whose presence is that of
 * its real parts. Its outputs are the outs sums of h x, the parts of outs / 2 values; those of h
 * p, the parts of their weights; and outs / 2 sums of p. Divisors are divided by. */
int kernel_add_complex_presence(const struct kernel *, const struct system *plain, bool complex,
                                struct system *, struct path **paths, double **h);

/* Lay the taps of a system of the kernel out so that along axis a, but the last, they stand
 * stride[a] apart. The caller frees *run and *h, which the system borrows. */
void kernel_lay_out(const struct kernel *, const size_t *stride, struct system *,
                    struct tap_run **run, double **h);

/* Find out whether each column of taps of a system of the kernel is a product of factors, one an
 * axis: exactly, where they are integers, and but for the roundings of their making where they
 * were made. If so, the system that is laid out gets them. The caller frees *factor and *h, which
 * that borrows; they may be NULL. */
void kernel_factor(const struct kernel *, const struct system *plain, const size_t *stride,
                   bool made, struct system *, struct factor **factor, double **h);

/* The largest ratio of an output to the largest sample: the largest sum of |h| over the paths to
 * one output, at least 1. 0 when a tap may not be an integer. Exact below 2^53. */
double kernel_growth(const struct system *);

enum mode { MODE_FULL, MODE_SAME, MODE_VALID, MODE_LAGS };

/* The choices of a mode, and of the length of mode same. */
struct choice mode_choice(size_t i);
struct choice mode_same_choice(size_t i);

enum origin { ORIGIN_OWN, ORIGIN_LEFT, ORIGIN_RIGHT, ORIGIN_AT };

/* The outputs that the user wants. */
struct wanted {
    enum mode mode;
    bool longest;        /* same: as long as the longer of signal and kernel */
    bool correlate;      /* the kernel was reversed */
    int origins;         /* how many were given; 1: for every axis */
    enum origin origin[MOST_AXES]; /* the tap at time 0 of each; OWN: the kernel's, left if it has
                                    * none */
    int64_t tap[MOST_AXES]; /* ORIGIN_AT: that tap, from 0, before the kernel was reversed */
    int ranges;          /* MODE_LAGS: so many, */
    struct time from[MOST_AXES], to[MOST_AXES]; /* from the first to the last along each axis */
    bool begins;         /* full: the first output stands beside the signal's first frame, */
    bool tailed;         /* and the last at most so long after its last one; time 0 is the first
                          * tap where neither user nor kernel say otherwise */
    struct time tail;
    int steps;           /* how many were given; 1: for every axis */
    int64_t step[MOST_AXES]; /* each so many-th of the outputs, from the first on: see struct
                              * interval */
};

/* The outputs of a run. The output at position n is the sum over j of h[j] x[n + origin - j]. With
 * M taps, N frames and origin o these are
 *
 *     valid  M-1-o ... N-o-1      N - M + 1 outputs
 *     full   -o ... N+M-o-2       N + M - 1
 *     same   0 ... N-1            N
 *
 * With o = floor((M-1)/2) (left) they are those of numpy.convolve and scipy.signal.convolve; right
 * is o = floor(M/2). The lag of a correlation is the position of the first sample of a sum,
 * n + o - (M-1). A range of lags is cut to those of full.
 *
 * Of a resampled kernel M and o count the taps that it had, and o is moved with them. The lag is
 * then the position of the sample that meets time 0, and full is without the outputs of the lead
 * alone, which stand before position 0 and beyond the last lag.
 *
 * Where M > N, signal and kernel trade places: valid has the M - N + 1 sums that hold the whole
 * signal, and same of the longest has M outputs. */
struct outputs {
    struct interval at; /* positions of the signal */
    int64_t origin;     /* of the kernel as it is now, 0 ... M-1 */
    int64_t lag;        /* of a correlation, at position 0 */
    bool traded;
};

/* Whether the outputs depend on N where N < M. */
bool kernel_needs_frames(const struct wanted *);

/* Find the outputs along an axis for a signal of this shape, whose frames are those of the axis,
 * and name. shape.frames must be exact where kernel_needs_frames says so. 0, or -1: already
 * reported (an origin outside the kernel, lags or a tail in seconds without a rate, or no lag at
 * which kernel and signal overlap). */
int kernel_outputs(const struct kernel *, int axis, const struct wanted *, const struct shape *,
                   const char *name, struct outputs *);

/* The frames of that axis from which these outputs are computed. */
struct interval kernel_needs(const struct kernel *, int axis, const struct outputs *);

#endif

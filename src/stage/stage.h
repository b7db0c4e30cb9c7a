/* stage.h - streams that wrap streams. Each owns the stream that it wraps, from the moment that it
 * is opened. Functions that open one never fail, unless they say so. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef STAGE_H
#define STAGE_H

#include "choice.h"
#include "engine/engine.h"
#include "interval.h"
#include "stream.h"
#include "thread/pool.h"

/* Read up to `frames` frames ahead, at least one, to learn whether there are so many: where the
 * signal ends within them, shape.frames is exact. *stream becomes the one that begins with them,
 * also after a failure. A status; what is not STATUS_DONE was reported, an empty signal too. */
enum status peek_open(struct stream **stream, size_t frames);

/* What stands before and after a signal a b c d, as in numpy.pad and scipy.ndimage. */
enum boundary {
    BOUNDARY_CONSTANT,  /* v v v | a b c d | v v v */
    BOUNDARY_EDGE,      /* a a a | a b c d | d d d */
    BOUNDARY_SYMMETRIC, /* c b a | a b c d | d c b */
    BOUNDARY_MIRROR,    /* d c b | a b c d | c b a */
    BOUNDARY_WRAP,      /* b c d | a b c d | a b c */
    BOUNDARY_ODD,       /* 2a-d 2a-c 2a-b | a b c d | 2d-c 2d-b 2d-a */
    BOUNDARY_NOTHING,   /* a b c d alone. extend does not know it: a run takes zeros in its place,
                         * and renormalize_begin() marks them as missing. */
};

/* For users to choose among. */
struct choice boundary_choice(size_t i);

struct beyond {
    enum boundary boundary;
    double value; /* of CONSTANT */
};

/* How a signal ends: its last `kept` frames, x[kept][channels]. */
struct ending {
    double *x;
    size_t kept;
    int64_t frames; /* of the whole signal */
};

/* Read a stream to its end, and close it, to learn its last `keep` frames, >= 1, or all of fewer:
 * ending->x, to be freed. A status; what is not STATUS_DONE was reported, and x is NULL then. */
enum status ending_read(struct stream *source, size_t keep, struct ending *ending);

/* The frames of an interval of the signal's positions; those beyond its ends are made. Nothing is
 * read that is not needed for them. Where WRAP begins before the signal it takes over the ending,
 * with at least as many frames as the interval has there; x NULL: the signal is held whole to find
 * them. Otherwise it holds as many frames as the interval has beyond the ends, and none for
 * constants. */
struct stream *extend_open(struct stream *source, const struct interval *, struct beyond,
                           struct ending);

/* Put a value in the place of every NaN; or fail at the first, as the user has asked. */
struct stream *nan_fill_open(struct stream *source, double value);
struct stream *nan_refuse_open(struct stream *source);

/* Before and after a convolution with a system that kernel_add_presence() has made: the weights of
 * the samples that are present are rescaled for those that are missing. renormalize_begin makes of
 * C channels 2 C: the samples, then 1 for each that is present and 0 for each that is missing. With
 * `omit` NaNs are missing. Zeros that are added after this stage are missing too. renormalize_end
 * makes of 3 C channels C. */
struct stream *renormalize_begin(struct stream *source, bool omit);
struct stream *renormalize_end(struct stream *source, const struct system *);

/* The fully overlapped sums: of N frames N - taps + 1 outputs. Each stands at the position of the
 * sample that meets tap `origin`. The system and all that it borrows must outlive the stream. The
 * pool shares out blocks where the plan has several slots. Where the source fails, the outputs of
 * whole tasks before the failure are handed on first, the same ones for any number of threads. */
struct stream *convolve_open(struct stream *source, const struct system *, int64_t origin,
                             const struct plan *, struct pool *);

/* Frames that it computes between two reads of its own. */
size_t convolve_batch(const struct system *, const struct plan *);

/* Frames that are best read at a time from it, or from what wraps it. */
size_t convolve_block(const struct system *, const struct plan *);

/* Before and after a correlation with taps of mean 0 and 2-norm 1, one path to each output: from
 * sums to coefficients of correlation in [-1, 1]; 0 where a window does not vary, NaN where it is
 * not finite. Both stages share what is known of the windows; free it after closing both. */
struct ncc;
struct ncc *ncc_create(size_t taps, int channels);
void ncc_free(struct ncc *);
struct stream *ncc_begin(struct stream *source, struct ncc *);
struct stream *ncc_end(struct stream *source, struct ncc *, const struct system *);

/* Multiply every sample. */
struct stream *gain_open(struct stream *source, double factor);

/* A channel in front of the others: the position of each frame plus `lag`, divided by the sample
 * rate if there is one. A stream without any frame fails. */
struct stream *lags_open(struct stream *source, int64_t lag);

/* Pass frames through and note how large they are: integer_range_reached() is growth times the
 * largest |x| so far, infinite once a sample was no integer. */
struct stream *integer_range_open(struct stream *source, double growth);
double integer_range_reached(const struct stream *);

/* The same stream, read in a thread of its own. */
struct stream *read_ahead_open(struct stream *source);

/* As stream_pump(), but the sink is written in a thread of its own while the next block is read. */
enum status write_behind_pump(struct stream *source, struct sink *sink, size_t block);

#endif

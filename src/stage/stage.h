/* stage.h - streams that wrap streams. A stage owns the stream that it wraps from the moment the
 * stage is opened. Functions that open a stage never fail, unless their comment says so. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef STAGE_H
#define STAGE_H

#include "choice.h"
#include "engine/engine.h"
#include "interval.h"
#include "stream.h"
#include "thread/pool.h"

/* Read ahead up to `frames` frames, at least one, to learn whether the signal is that long. If it
 * ends within them, shape.frames is exact. *stream is replaced by a stream that begins with these
 * frames, also after a failure. Returns a status; any but STATUS_DONE has been reported. An empty
 * signal is an error. */
enum status peek_open(struct stream **stream, size_t frames);

/* The extension of a signal a b c d at both ends, as in numpy.pad and scipy.ndimage. */
enum boundary {
    BOUNDARY_CONSTANT,  /* v v v | a b c d | v v v */
    BOUNDARY_EDGE,      /* a a a | a b c d | d d d */
    BOUNDARY_SYMMETRIC, /* c b a | a b c d | d c b */
    BOUNDARY_MIRROR,    /* d c b | a b c d | c b a */
    BOUNDARY_WRAP,      /* b c d | a b c d | a b c */
    BOUNDARY_ODD,       /* 2a-d 2a-c 2a-b | a b c d | 2d-c 2d-b 2d-a */
    BOUNDARY_NOTHING,   /* a b c d alone. extend does not support it: a run uses zeros instead, and
                         * renormalize_begin() marks them as missing. */
    BOUNDARY_FIT,       /* a b c d alone. extend does not support it either: fit_end() makes the
                         * outputs at the ends. */
};

/* For users to choose among. */
struct choice boundary_choice(size_t i);

struct beyond {
    enum boundary boundary;
    double value; /* of CONSTANT */
    bool complex; /* channels are pairs, and the value is real */
};

/* Whether one of so many axes has this boundary. */
bool boundary_occurs(const struct beyond *, int axes, enum boundary);

/* The last frames of a signal, as many as there is room for. */
struct tail {
    double *x; /* x[room][channels], a ring: frame i stands at i % room; NULL: there is no room */
    size_t room, channels;
    int64_t frames; /* of the signal so far */
};

void tail_open(struct tail *, size_t room, int channels);
void tail_close(struct tail *);

/* Take the next frames of the signal. */
void tail_add(struct tail *, const double *x, size_t frames);

/* Frame i of the signal, which must be one of the last: x[channels]. */
const double *tail_frame(const struct tail *, int64_t i);

/* Read a stream to its end and close it; *ending is opened for its last `keep` frames, >= 1. The
 * caller closes it. Returns a status; any but STATUS_DONE has been reported, and x is then
 * NULL. */
enum status ending_read(struct stream *source, size_t keep, struct tail *ending);

/* The frames at an interval of positions of the signal, whose step is 1; those beyond its ends are
 * extension. Only the frames needed for them are read. With WRAP and an interval that begins
 * before the signal, the stage takes ownership of the ending, which has at least as many frames as
 * the interval has there; if its x is NULL, the whole signal is held in memory. Otherwise as many
 * frames are held as the interval has beyond the ends, and none with CONSTANT. */
struct stream *extend_open(struct stream *source, const struct interval *, struct beyond,
                           struct tail ending);

/* Of channels that are pairs: make NaN of both parts where one is. */
struct stream *nan_join_open(struct stream *source);

/* Replace every NaN by a value; or fail at the first NaN, as the user has asked. complex: channels
 * are pairs, whose parts are NaN together; the value is real. */
struct stream *nan_fill_open(struct stream *source, double value, bool complex);
struct stream *nan_refuse_open(struct stream *source, bool complex);

/* At the end of a source, read what it has left of the signal that it wraps, which may refuse
 * it. */
struct stream *nan_rest_open(struct stream *source, struct stream *signal);

/* Before and after a convolution with a system from kernel_add_presence(): the weights of the
 * present samples are rescaled to make up for the missing ones. renormalize_begin turns C channels
 * into 2 C: the samples, then 1 for each present sample and 0 for each missing one. With `omit`,
 * NaNs are missing. Zeros added after this stage are missing too. renormalize_end turns the sums
 * into the outputs of the system without presence; where less than `least`, 0 to 1, of the sum of
 * |h| meets present samples, they are NaN. */
struct stream *renormalize_begin(struct stream *source, bool omit);
struct stream *renormalize_end(struct stream *source, const struct system *, double least);

/* The same after a system from kernel_add_complex_presence(), which is given itself. */
struct stream *renormalize_end_complex(struct stream *source, const struct system *);

/* Keeps missing what was missing: keep_begin notes where the signal's samples are NaN, and
 * keep_end makes NaN of the outputs at these positions. An output of several channels is missing
 * where one of them is. The system, which must outlive keep_end, is without presence channels.
 * Both stages share the notes, also from two threads. keep_begin owns them, for a thread that
 * cannot be stopped may still use them when the run is over. The memory is that of the frames
 * between the two. */
struct keep;
struct keep *keep_create(const struct system *);
struct stream *keep_begin(struct stream *source, struct keep *);
struct stream *keep_end(struct stream *source, struct keep *);

/* The fully overlapped sums: N frames give N - taps + 1 outputs. The position of an output is that
 * of the sample multiplied by tap `origin`. The system and all that it borrows must outlive the
 * stream. If the plan has several slots, the pool computes blocks in parallel. If the source
 * fails, the outputs of whole tasks before the failure are passed on first; they do not depend on
 * the number of threads. */
struct stream *convolve_open(struct stream *source, const struct system *, int64_t origin,
                             const struct plan *, struct pool *);

/* Frames in a batch: those that the stage computes at a time. */
size_t convolve_batch(const struct system *, const struct plan *);

/* The best number of frames per read of this stage, or of a stage that wraps it. */
size_t convolve_block(const struct system *, const struct plan *);

/* Which samples and taps a coefficient of correlation is computed from. */
struct overlap {
    bool ends;    /* samples beyond the ends are missing, else they count as what they are */
    bool omit;    /* so are NaNs; only with `ends` */
    double least; /* pairs of sample and tap, at least 2: with fewer a coefficient is NaN */
};

/* Before and after a convolution with ncc_system(): turns its sums into Pearson's coefficients of
 * correlation, in [-1, 1], between the taps of a system with one path to each output and the
 * samples that meet them. A coefficient is NaN where a sample is not finite. Where one of the two
 * does not vary it is NaN, or, without `ends`, 0. Their errors are about 1e-12, whatever the mean.
 *
 * The taps of the system stand side by side; the box (box.h) says how the frames lie that they
 * meet. ncc_begin takes the channels of the signal; with `ends` those of renormalize_begin(),
 * extended by zeros. ncc_end reads so many frames at a time, or a multiple: with transforms, those
 * of a block. Both share what ncc_create returns: free it after closing both. The system must
 * outlive it. */
struct ncc;
struct box;
struct ncc *ncc_create(const struct system *, const struct box *, const struct overlap *);
void ncc_free(struct ncc *);
const struct system *ncc_system(const struct ncc *);
double ncc_least(const struct ncc *); /* overlap.least */
struct stream *ncc_begin(struct stream *source, struct ncc *, const struct plan *);
struct stream *ncc_end(struct stream *source, struct ncc *, size_t frames);

/* What is fitted to so many frames by least squares, and evaluated: a polynomial of an order, or
 * its derivative, both 0 to 16; per second where there is a rate, else per frame. */
struct polynomial {
    size_t frames; /* 1 to 2^26, above the order */
    int order, derivative;
    double rate;
};

/* Before and after the convolution of N frames with N taps that evaluate a polynomial in their
 * middle: adds the outputs at the ends of the signal, N / 2 or one less at each, by the
 * polynomials that are fitted to its first and last N frames. NaN where one of these frames is not
 * finite. The channels are those of the signal. Fewer than N frames are an error. Both stages
 * share the frames; free them after closing both. */
struct fit;
struct fit *fit_create(const struct polynomial *, int channels);
void fit_free(struct fit *);
struct stream *fit_begin(struct stream *source, struct fit *);
struct stream *fit_end(struct stream *source, struct fit *);

/* Keep the first frame and each step-th after it, 2 or more. So many frames are read at a time. */
struct stream *step_open(struct stream *source, int64_t step, size_t frames);

/* The same signal at another rate, by at most a factor of 256, as libsoxr makes it: within 0.01 dB
 * up to 0.9 of half the lower rate, without delay, and by 170 dB down where half the lower rate is
 * passed. Frame k stands k - lead frames of the new rate after the source's first. The lead is 0,
 * and outputs are those before the source's end; or, with `ringing`, those in which the filter
 * rings before and after that are kept too, and the lead is -shape.first. So many frames are read
 * at a time. *stream is replaced, also after a failure. 0, or -1: already reported (rates too far
 * apart, or without a ratio of whole numbers up to 2^24). */
int resample_open(struct stream **stream, double rate, bool ringing, size_t frames);

/* libsoxr's name and version. */
const char *resample_library(void);

/* Divide each channel by its divisor, divisor[channels], of which the stage takes ownership. */
struct stream *divide_open(struct stream *source, double *divisor);

/* Divide each frame by `frames` less the magnitude of its lag, which is `lag` for the first; and
 * each channel by times[channels], of which the stage takes ownership. */
struct stream *divide_unbias_open(struct stream *source, int64_t frames, int64_t lag,
                                  double *times);

/* Put channel c of every frame at place[c], ascending, among so many; the others are 0. Where they
 * are complex, c, the places and their number count pairs. The places are copied. */
struct stream *place_open(struct stream *source, const int *place, int channels, bool complex);

/* Multiply every sample by a factor, then add an offset, which is real: of pairs to the first. */
struct stream *gain_open(struct stream *source, double factor, double offset, bool complex);

/* The lags along an axis: the first, from each to the next, and how many; not needed of axis 0. */
struct lag_axis {
    int64_t first, step, count;
};

/* Insert a first channel for each axis: the lag of each frame, divided by the sample rate if there
 * is one; if channels are pairs, a pair, whose second is 0. A stream without frames is an
 * error. */
struct stream *lags_open(struct stream *source, int axes, const struct lag_axis *, bool complex);

/* Pass frames through and track their magnitude: integer_range_reached() is growth times the
 * largest |x| so far, or infinite once a sample was not an integer. */
struct stream *integer_range_open(struct stream *source, double growth);
double integer_range_reached(const struct stream *);

/* The same stream, read ahead in a thread of its own. */
struct stream *read_ahead_open(struct stream *source);

/* As stream_pump(), but the sink is written in a thread of its own while the next block is
 * read. */
enum status write_behind_pump(struct stream *source, struct sink *sink, size_t block);

#endif

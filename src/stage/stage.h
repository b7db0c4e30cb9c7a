/* stage.h - streams that wrap streams. Each takes the stream it wraps, also when it fails. */
#ifndef STAGE_H
#define STAGE_H

#include "choice.h"
#include "engine/engine.h"
#include "interval.h"
#include "stream.h"
#include "thread/pool.h"

/* Read up to `frames` frames ahead, at least one, to learn whether there are so many: when the signal ends within them,
 * shape.frames is exact. *stream becomes the one that begins with them, also after a failure. A status; what is not
 * STATUS_DONE was reported, also that a signal is empty. */
enum status peek_open(struct stream **stream, size_t frames);

/* What stands before and behind a signal a b c d, as numpy.pad and scipy.ndimage have it. */
enum boundary {
    BOUNDARY_CONSTANT,  /* v v v | a b c d | v v v */
    BOUNDARY_EDGE,      /* a a a | a b c d | d d d */
    BOUNDARY_SYMMETRIC, /* c b a | a b c d | d c b */
    BOUNDARY_MIRROR,    /* d c b | a b c d | c b a */
    BOUNDARY_WRAP,      /* b c d | a b c d | a b c */
    BOUNDARY_ODD,       /* 2a-d 2a-c 2a-b | a b c d | 2d-c 2d-b 2d-a */
    BOUNDARY_NOTHING,   /* a b c d alone: a word for users, of zeros that renormalize_begin knows to be missing */
};

/* For users to choose among. */
struct choice boundary_choice(size_t i);

/* What stands beyond the ends of a signal. */
struct beyond {
    enum boundary boundary; /* extend does not know NOTHING */
    double value;           /* of CONSTANT */
};

/* How a signal ends: the last `kept` of its `frames` frames, x[kept][channels]; owned: ending_free(). */
struct ending {
    double *x;
    size_t kept;
    int64_t frames;
};

/* The frames of an interval of the signal's positions; those beyond its ends are made. Nothing is read past what is
 * needed for them. WRAP wants to know the ending where the interval begins before the signal, at
 * least -from frames of it, borrowed; where it is NULL the signal is held whole to find it. Else it holds as many
 * frames as the interval has beyond the signal's ends, if any but constants are made there. */
struct stream *extend_open(struct stream *source, const struct interval *, struct beyond, const struct ending *);

/* Read a stream through, and close it, to learn its last `keep` frames, >= 1, all if there are fewer. *ending is to be
 * freed also after a failure. A status; what is not STATUS_DONE was reported. */
enum status ending_read(struct stream *source, size_t keep, struct ending *);
void ending_free(struct ending *);

/* Put a value in the place of every NaN; or fail at the first, as the user has asked. */
struct stream *nan_fill_open(struct stream *source, double value);
struct stream *nan_refuse_open(struct stream *source);

/* Before and after a convolution with a system that kernel_add_presence made: what is missing is made up for. renormalize_begin makes of C
 * channels 2 C: the samples, then 1 for each that is present and 0 for each that is missing: NaNs, if they are to be
 * omitted, and frames of zeros that are added behind it. renormalize_end makes of 3 C channels C. */
struct stream *renormalize_begin(struct stream *source, bool omit);
struct stream *renormalize_end(struct stream *source, const struct system *);

/* The fully overlapped sums: N frames in, N - taps + 1 out. An output stands at the position of the sample that meets
 * tap `origin`. The system and what it borrows must outlive the stream. Blocks are shared out among the pool, whose threads
 * are plan->slots unless there is one. Where the source fails, whole batches of outputs that were computed before are
 * handed on first, the same ones for any number of threads. */
struct stream *convolve_open(struct stream *source, const struct system *, int64_t origin, const struct plan *,
                             struct pool *);

/* A channel in front of the others: the position of each frame plus `lag`, divided by the rate if there is one. A stream
 * without any frame is a failure. */
struct stream *lags_open(struct stream *source, int64_t lag);

/* Before and after a correlation with taps of mean 0 and 2-norm 1, one path to each output: from sums to coefficients of
 * correlation in [-1, 1]; 0 where a window does not vary, NaN where it is not finite. The two sides share what is
 * known of the windows, which is to be freed when both are closed. */
struct ncc;
struct ncc *ncc_create(size_t taps, int channels);
void ncc_free(struct ncc *);
struct stream *ncc_begin(struct stream *source, struct ncc *);
struct stream *ncc_end(struct stream *source, struct ncc *, const struct system *);

/* Multiply every sample. */
struct stream *gain_open(struct stream *source, double factor);

/* Pass frames through. integer_range_reached() is growth times the largest |x| of those that have passed, infinite when
 * one was not an integer. */
struct stream *integer_range_open(struct stream *source, double growth);
double integer_range_reached(const struct stream *);

/* Frames that are computed side by side between two looks at the stream. */
size_t convolve_batch(const struct system *, const struct plan *);

/* Frames that are best read at a time from convolve_open's stream, or what wraps it. */
size_t convolve_block(const struct system *, const struct plan *);

/* The same stream, read in a thread of its own. */
struct stream *read_ahead_open(struct stream *source);

/* As stream_pump(), but the sink is written in a thread of its own while the next block is read. */
enum status write_behind_pump(struct stream *source, struct sink *sink, size_t block);

#endif

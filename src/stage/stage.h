/* stage.h - streams that wrap streams. Each takes the stream it wraps, also when it fails. */
#ifndef STAGE_H
#define STAGE_H

#include "engine/engine.h"
#include "stream.h"
#include "thread/pool.h"

/* Read up to `frames` frames ahead, at least one, to learn whether there are so many: when the signal ends
 * within them, shape.frames is exact. NULL: failed, already reported; an empty signal is a failure. */
struct stream *peek_open(struct stream *source, size_t frames);

/* What stands before and behind a signal a b c d, as numpy.pad and scipy.ndimage have it. */
enum boundary {
    BOUNDARY_CONSTANT,  /* v v v | a b c d | v v v */
    BOUNDARY_EDGE,      /* a a a | a b c d | d d d */
    BOUNDARY_SYMMETRIC, /* c b a | a b c d | d c b */
    BOUNDARY_MIRROR,    /* d c b | a b c d | c b a */
    BOUNDARY_WRAP,      /* b c d | a b c d | a b c */
    BOUNDARY_ODD,       /* 2a-d 2a-c 2a-b | a b c d | 2d-c 2d-b 2d-a */
};

struct extension {
    int64_t before, after; /* frames to add, >= 0 */
    enum boundary boundary;
    double value;          /* CONSTANT */
    /* WRAP: the last end_frames >= before of the signal's `frames` frames, end[end_frames][channels], borrowed. NULL: the
     * signal is held whole to find them; or it has none before. */
    const double *end;
    size_t end_frames;
    int64_t frames;
};

/* Add frames before and after. Holds some `before` or `after` frames of the signal, whichever are more, if any but
 * constants are added. */
struct stream *extend_open(struct stream *source, const struct extension *);

/* Read a stream through, close it, and set what WRAP wants to know of its end; extension->before >= 1. *end is
 * to be freed by the caller, in any case. 0, or -1: already reported. */
int end_read(struct stream *source, struct extension *, double **end);

/* Put a value in the place of every NaN; or fail at the first, as the user has asked. */
struct stream *nan_fill_open(struct stream *source, double value);
struct stream *nan_refuse_open(struct stream *source);

/* Before and after a convolution with a system that kernel_add_presence made: what is missing is made up for. renormalize_begin makes of C
 * channels 2 C: the samples, then 1 for each that is present and 0 for each that is missing: NaNs, if they are to be
 * omitted, and frames of zeros that are added behind it. renormalize_end makes of 3 C channels C. */
struct stream *renormalize_begin(struct stream *source, bool omit);
struct stream *renormalize_end(struct stream *source, const struct system *);

/* The fully overlapped sums: N frames in, N - taps + 1 out. The system and what it borrows must outlive the stream.
 * Blocks are shared out among the pool, whose threads are plan->lanes unless there is one. */
struct stream *convolve_open(struct stream *source, const struct system *, const struct plan *, struct pool *);

/* What remains without the first `skip` frames, `frames` of it at most; the rest is not read. skip, frames >= 0. */
struct stream *excerpt_open(struct stream *source, int64_t skip, int64_t frames);

/* A channel in front of the others that counts the frames from `first` on, divided by `rate` if that is > 0. */
struct stream *lags_open(struct stream *source, int64_t first, double rate);

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

/* Pass frames through; *reached becomes growth times the largest |x| of those that were read, infinite when one is not an
 * integer. It is borrowed, and valid when the stream has been read to its end. */
struct stream *integer_range_open(struct stream *source, double growth, double *reached);

/* Frames that are computed side by side between two looks at the stream. */
size_t convolve_round(const struct system *, const struct plan *);

/* Frames that are best read at a time from convolve_open's stream, or what wraps it. */
size_t convolve_block(const struct system *, const struct plan *);

/* The same stream, read in a thread of its own. */
struct stream *read_ahead_open(struct stream *source);

/* As stream_pump(), but the sink is written in a thread of its own while the next block is read. */
int write_behind_pump(struct stream *source, struct sink *sink, size_t block);

#endif

/* stage.h - streams that wrap streams. Each takes the stream it wraps, also when it fails. */
#ifndef STAGE_H
#define STAGE_H

#include "../engine/engine.h"
#include "../stream.h"
#include "../thread/crew.h"

/* Read up to `frames` frames ahead, at least one, to learn whether there are so many: when the signal ends
 * within them, shape.frames is exact. NULL: failed, already reported; an empty signal is a failure. */
struct stream *hold_open(struct stream *source, size_t frames);

/* Add frames of zeros before and after. before, after >= 0. */
struct stream *extend_open(struct stream *source, int64_t before, int64_t after);

/* The fully overlapped sums: N frames in, N - taps + 1 out. The system and what it borrows must outlive the stream.
 * Blocks are shared out among the crew, whose threads are plan->lanes. */
struct stream *convolve_open(struct stream *source, const struct system *, const struct plan *, struct crew *);

/* Multiply every sample. */
struct stream *gain_open(struct stream *source, double factor);

/* Frames that are computed side by side between two looks at the stream. */
size_t convolve_round(const struct system *, const struct plan *);

/* The same stream, read in a thread of its own. */
struct stream *ahead_open(struct stream *source);

/* The same sink, written in a thread of its own. */
struct sink *behind_open(struct sink *target, int channels);

#endif

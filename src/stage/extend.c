/* extend.c - adds frames before and after a stream: where a mode ends, and what a boundary is.
 *
 * A frame that is added repeats frames of the signal: those near the ends, which are kept for it (head and tail), or,
 * where the signal is shorter than what is added, any of them, again and again: the extension is periodic, as in
 * numpy.pad and scipy.ndimage. So frames are addressed by their number i in the signal, which is negative before
 * it, and folded into it. */
#include "stage.h"

#include "util.h"

#include <stdlib.h>
#include <string.h>

struct extend {
    struct stream stream;
    struct stream *source;
    struct extension extension;
    double *head;      /* head[head_frames], the first of the signal; all of it if `whole` */
    size_t head_frames, head_taken;
    bool begun, whole;
    double *tail;      /* tail[tail_frames], a ring: frame i of the signal stands at i % tail_frames */
    size_t tail_frames;
    int64_t seen;      /* frames of the signal handed on so far */
    int64_t frames;    /* of the signal; -1: not known yet */
    int64_t added;     /* frames added so far, before and then after */
    bool ended;
};

/* Longer than any signal: where the end of one is not known, it is too far to matter. */
static const int64_t FAR = INT64_MAX / 4;

/* i modulo n, 0 <= the result < n. */
static int64_t modulo(int64_t i, int64_t n)
{
    int64_t r = i % n;
    return r < 0 ? r + n : r;
}

/* The frame of the signal that stands at i, for the boundaries that repeat frames. */
static int64_t fold(enum boundary boundary, int64_t i, int64_t frames)
{
    int64_t period = boundary == BOUNDARY_SYMMETRIC ? 2 * frames : 2 * frames - 2;

    if (boundary == BOUNDARY_EDGE || frames == 1)
        return i < 0 ? 0 : i < frames ? i : frames - 1;
    if (boundary == BOUNDARY_WRAP)
        return modulo(i, frames);
    i = modulo(i, period);
    return i < frames ? i : boundary == BOUNDARY_SYMMETRIC ? period - 1 - i : period - i;
}

/* Frame i of the signal, which is one of those that are kept. */
static const double *kept(const struct extend *e, int64_t i)
{
    size_t channels = (size_t)e->stream.shape.channels;
    const struct extension *x = &e->extension;

    if (i < (int64_t)e->head_frames)
        return e->head + (size_t)i * channels;
    if (i >= e->seen - (int64_t)e->tail_frames && i < e->seen)
        return e->tail + (size_t)i % e->tail_frames * channels;
    return x->end + (size_t)(i - (x->frames - (int64_t)x->end_frames)) * channels;
}

/* Odd about both end points: 2a - b. Twice around adds 2 (last - first). */
static double odd(const struct extend *e, int64_t i, int64_t frames, size_t k)
{
    int64_t period = 2 * frames - 2;

    if (frames == 1)
        return kept(e, 0)[k];
    if (i < 0 && -i < frames)
        return 2 * kept(e, 0)[k] - kept(e, -i)[k];
    if (i >= frames && i <= period)
        return 2 * kept(e, frames - 1)[k] - kept(e, period - i)[k];
    int64_t r = modulo(i, period), turns = (i - r) / period;
    double last = kept(e, frames - 1)[k], slope = 2 * (last - kept(e, 0)[k]);
    return (r < frames ? kept(e, r)[k] : 2 * last - kept(e, period - r)[k]) + (double)turns * slope;
}

/* The frame to add at i, where it repeats others. */
static void make_frame(const struct extend *e, int64_t i, double *x)
{
    size_t channels = (size_t)e->stream.shape.channels;
    int64_t frames = e->frames < 0 ? FAR : e->frames;
    enum boundary boundary = e->extension.boundary;

    if (boundary == BOUNDARY_ODD)
        for (size_t k = 0; k < channels; k++)
            x[k] = odd(e, i, frames, k);
    else
        memcpy(x, kept(e, fold(boundary, i, frames)), channels * sizeof *x);
}

/* Add up to `frames` frames of the `count` that begin at frame `first` of the signal, `*done` of which are there. */
static size_t add_frames(struct extend *e, double *x, size_t frames, int64_t first, int64_t count, int64_t *done)
{
    size_t channels = (size_t)e->stream.shape.channels, n = (int64_t)frames < count - *done ? frames : (size_t)(count - *done);

    if (e->extension.boundary == BOUNDARY_CONSTANT)
        for (size_t i = 0; i < n * channels; i++)
            x[i] = e->extension.value;
    else
        for (size_t i = 0; i < n; i++)
            make_frame(e, first + *done + (int64_t)i, x + i * channels);
    *done += (int64_t)n;
    return n;
}

/* How many of the first frames must be there before any can be handed on. */
static int64_t head_frames(const struct extension *x)
{
    switch (x->boundary) {
    case BOUNDARY_CONSTANT:
        return 0;
    case BOUNDARY_EDGE:
        return 1;
    case BOUNDARY_WRAP:
        if (x->before && !x->end)
            return FAR; /* the last frame comes first */
        return (x->before > x->after ? x->before : x->after) + 1;
    default:
        return x->before + 1;
    }
}

/* Read the head. 0, or -1: failed. */
static int begin(struct extend *e)
{
    size_t channels = (size_t)e->stream.shape.channels, room = 0;
    int64_t want = head_frames(&e->extension);

    while ((int64_t)e->head_frames < want && !e->whole) {
        if (e->head_frames == room)
            e->head = util_grow(e->head, (room = 2 * room + stream_block((int)channels)) * channels, sizeof *e->head);
        size_t n = room - e->head_frames;
        if ((int64_t)n > want - (int64_t)e->head_frames)
            n = (size_t)(want - (int64_t)e->head_frames);
        ssize_t got = e->source->read(e->source, e->head + e->head_frames * channels, n);
        if (got < 0)
            return -1;
        e->head_frames += (size_t)got;
        e->whole = (size_t)got < n;
    }
    e->frames = e->whole ? (int64_t)e->head_frames : e->extension.end ? e->extension.frames : -1;
    e->begun = true;
    return 0;
}

/* Keep the last of these frames for the end. */
static void keep(struct extend *e, const double *x, size_t frames)
{
    size_t channels = (size_t)e->stream.shape.channels;
    size_t skip = frames > e->tail_frames ? frames - e->tail_frames : 0;

    e->seen += (int64_t)skip;
    while (skip < frames) {
        size_t at = (size_t)e->seen % e->tail_frames, n = e->tail_frames - at;
        if (n > frames - skip)
            n = frames - skip;
        memcpy(e->tail + at * channels, x + skip * channels, n * channels * sizeof *x);
        e->seen += (int64_t)n;
        skip += n;
    }
}

/* Hand the signal itself on. Sets ended with the last frame; -1: failed. */
static ssize_t pass(struct extend *e, double *x, size_t frames)
{
    size_t channels = (size_t)e->stream.shape.channels, n = e->head_frames - e->head_taken;

    if (n > frames)
        n = frames;
    if (n)
        memcpy(x, e->head + e->head_taken * channels, n * channels * sizeof *x);
    e->head_taken += n;
    if (n < frames && !e->whole) {
        ssize_t got = e->source->read(e->source, x + n * channels, frames - n);
        if (got < 0)
            return -1;
        n += (size_t)got;
    }
    if (e->tail_frames)
        keep(e, x, n);
    else
        e->seen += (int64_t)n;
    if (n < frames) {
        e->ended = true;
        e->frames = e->seen;
        e->added = 0;
    }
    return (ssize_t)n;
}

static ssize_t read_extend(struct stream *stream, double *x, size_t frames)
{
    struct extend *e = (struct extend *)stream;
    size_t channels = (size_t)stream->shape.channels, done = 0;
    int64_t before = e->extension.before;

    if (!e->begun && begin(e) < 0)
        return -1;
    if (!e->ended) {
        done = add_frames(e, x, frames, -before, before, &e->added);
        ssize_t n = done < frames ? pass(e, x + done * channels, frames - done) : 0;
        if (n < 0)
            return -1;
        done += (size_t)n;
    }
    if (e->ended)
        done += add_frames(e, x + done * channels, frames - done, e->frames, e->extension.after, &e->added);
    return (ssize_t)done;
}

static void close_extend(struct stream *stream)
{
    struct extend *e = (struct extend *)stream;
    stream_close(e->source);
    free(e->head);
    free(e->tail);
    free(e);
}

struct stream *extend_open(struct stream *source, const struct extension *extension)
{
    struct extend *e = util_array(1, sizeof *e);
    int64_t frames = source->shape.frames, more = extension->before + extension->after;
    bool keeps = extension->after && extension->boundary != BOUNDARY_CONSTANT && extension->boundary != BOUNDARY_WRAP;

    e->stream = (struct stream){source->shape, source->name, read_extend, close_extend};
    e->stream.shape.frames = frames >= 0 && frames <= INT64_MAX - more ? frames + more : -1;
    e->source = source;
    e->extension = *extension;
    e->frames = -1;
    e->tail_frames = keeps ? (extension->boundary == BOUNDARY_EDGE ? 1 : (size_t)extension->after + 1) : 0;
    e->tail = keeps ? util_doubles(e->tail_frames * (size_t)source->shape.channels) : NULL;
    return &e->stream;
}

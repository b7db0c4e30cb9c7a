/* stream.h - the language that all rooms share: shapes, streams to pull from, sinks to push into.
 *
 * A frame is one sample per channel. Lengths are in frames unless a name says otherwise.
 * Blocks are interleaved: x[frames][channels], double. */
#ifndef STREAM_H
#define STREAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct shape {
    int channels;   /* >= 1 */
    double rate;    /* frames per second; 0 when the format has none */
    int64_t frames; /* total, or -1 when nobody knows (a pipe); a hint, never a size to allocate */
};

/* Concrete streams embed this first. A stream owns the one it wraps and closes it with itself. */
struct stream {
    struct shape shape;
    const char *name; /* for messages; borrowed, lives as long as the program's arguments */

    /* Fill x[frames][channels]. Returns the frames filled: all that were asked for until the end of the
     * stream, fewer or 0 there, and 0 on every call after it. -1: failed, already reported. */
    ssize_t (*read)(struct stream *, double *x, size_t frames);
    void (*close)(struct stream *);
};

/* Where frames end up. */
struct sink {
    /* Take x[frames][channels]. 0, or -1: failed, already reported. */
    int (*write)(struct sink *, const double *x, size_t frames);

    /* Finish and free. With good == false the run has failed: what can be taken back is taken back, and
     * nothing is reported. Returns a status: STATUS_DONE, or another when the end could not be written. */
    int (*close)(struct sink *, bool good);
};

/* NULL is a closed stream. */
void stream_close(struct stream *);

/* Frames of a pump's or a stage's block: about 2^16 samples whatever the channels, at least 1. */
size_t stream_block(int channels);

/* Write x[frames][channels] to a sink in blocks of stream_block(). 0, or -1: failed, already reported. */
int stream_push(struct sink *, const double *x, int channels, size_t frames);

/* Read everything from source, so many frames at a time, and push it into the sink. 0, or -1: failed, already reported. */
int stream_pump(struct stream *source, struct sink *sink, size_t block);

#endif

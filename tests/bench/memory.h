/* memory.h - what is timed without files: noise, and a stream of samples in memory. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef MEMORY_H
#define MEMORY_H

#include "stream.h"
#include "util.h"

#include <stdint.h>
#include <string.h>

struct memory {
    struct stream stream;
    const double *x;
    size_t frames, taken;
};

static ssize_t memory_read(struct stream *stream, double *x, size_t frames)
{
    struct memory *m = (struct memory *)stream;
    size_t n = m->frames - m->taken < frames ? m->frames - m->taken : frames;
    size_t samples = (size_t)stream->shape.channels;
    memcpy(x, m->x + m->taken * samples, n * samples * sizeof *x);
    m->taken += n;
    return (ssize_t)n;
}

/* A stream of x[frames][channels], which is borrowed. */
static inline struct stream *memory_open(const double *x, size_t frames, int channels)
{
    struct memory *m = util_array(1, sizeof *m);
    m->stream = (struct stream){.shape = {.channels = channels, .frames = (int64_t)frames},
                                .read = memory_read};
    m->x = x;
    m->frames = frames;
    return &m->stream;
}

/* n numbers from -1 to 1, the same ones always. */
static inline double *memory_noise(size_t n)
{
    double *x = util_doubles(n);
    uint64_t seed = 1;
    for (size_t i = 0; i < n; i++) {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        x[i] = (double)(int64_t)seed * 0x1p-63;
    }
    return x;
}

#endif

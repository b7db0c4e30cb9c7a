/* image_sink.c - writes PGM, PPM and PAM, raw, as netpbm does: samples are rounded to the nearest,
 * ties to even, and saturate at 0 and maxval.
 *
 * Where the number of rows is not known before, room for it is left in the header. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "sink.h"

#include "util.h"
#include "vector.h"

#include <stdio.h>
#include <stdlib.h>

enum { CHUNK = 1 << 12, LANES = 8 };

/* 2^52 * 1.5: adding it rounds to the nearest integer, ties to even, as in quantise.c. */
#define ROUNDER 0x1.8p52

struct image_sink {
    struct sink sink;
    struct output *output;
    struct losses *losses;
    struct image image;
    int64_t samples; /* written */
    bool begun;
    unsigned char *buf; /* buf[2 * CHUNK] */
};

/* The least and the largest of samples, a lane each, which a NaN leaves as they are. */
struct extremes {
    double least[LANES], most[LANES], odd[LANES]; /* odd: 0, or NaN once a sample was not finite */
};

VECTOR static void find_extremes(const double *restrict x, size_t samples,
                                 struct extremes *restrict e)
{
    for (size_t i = 0; i + LANES <= samples; i += LANES)
        INDEPENDENT for (size_t l = 0; l < LANES; l++) {
            double v = x[i + l];
            e->least[l] = v < e->least[l] ? v : e->least[l];
            e->most[l] = v > e->most[l] ? v : e->most[l];
            e->odd[l] += v - v;
        }
    for (size_t i = samples / LANES * LANES; i < samples; i++) {
        e->least[0] = x[i] < e->least[0] ? x[i] : e->least[0];
        e->most[0] = x[i] > e->most[0] ? x[i] : e->most[0];
        e->odd[0] += x[i] - x[i];
    }
}

/* A NaN becomes 0. */
VECTOR static void round_pixels(const double *restrict x, int32_t *restrict n, size_t samples,
                                double most)
{
    for (size_t i = 0; i < samples; i++) {
        double v = x[i] > 0 ? x[i] : 0;
        v = v < most ? v : most;
        n[i] = (int32_t)((v + ROUNDER) - ROUNDER);
    }
}

VECTOR static void put_bytes(const int32_t *restrict n, unsigned char *restrict buf,
                             size_t samples)
{
    for (size_t i = 0; i < samples; i++)
        buf[i] = (unsigned char)n[i];
}

VECTOR static void put_words(const int32_t *restrict n, unsigned char *restrict buf,
                             size_t samples)
{
    for (size_t i = 0; i < samples; i++) {
        buf[2 * i] = (unsigned char)(n[i] >> 8);
        buf[2 * i + 1] = (unsigned char)n[i];
    }
}

/* How many samples are beyond 0 and maxval once they are rounded. */
VECTOR static double count_clipped(const double *x, size_t samples, double maxval)
{
    double clipped[LANES] = {0}, sum = 0;
    size_t i = 0;

    for (; i + LANES <= samples; i += LANES)
        INDEPENDENT for (size_t l = 0; l < LANES; l++) {
            double v = (x[i + l] + ROUNDER) - ROUNDER;
            clipped[l] += (v < 0 ? 1.0 : 0.0) + (v > maxval ? 1.0 : 0.0);
        }
    for (; i < samples; i++) {
        double v = (x[i] + ROUNDER) - ROUNDER;
        clipped[0] += v < 0 || v > maxval ? 1 : 0;
    }
    for (size_t l = 0; l < LANES; l++)
        sum += clipped[l];
    return sum;
}

/* Look for samples that do not fit. */
static void look_at(struct image_sink *s, const double *x, size_t samples)
{
    struct losses *m = s->losses;
    struct extremes e = {0};
    double odd = 0;

    for (size_t l = 0; l < LANES; l++) {
        e.least[l] = m->least;
        e.most[l] = m->most;
    }
    find_extremes(x, samples, &e);
    for (size_t l = 0; l < LANES; l++) {
        m->least = e.least[l] < m->least ? e.least[l] : m->least;
        m->most = e.most[l] > m->most ? e.most[l] : m->most;
        odd += e.odd[l];
    }
    if (m->least < -0.5 || m->most > s->image.maxval)
        m->clipped += (int64_t)count_clipped(x, samples, s->image.maxval);
    for (size_t i = 0; i < samples && odd != 0; i++)
        m->nans += x[i] != x[i];
}

static int write_header(struct image_sink *s, int64_t rows)
{
    char text[IMAGE_HEADER_BYTES];
    size_t bytes = image_compose(&s->image, rows, text);

    if (s->begun)
        return output_patch(s->output, 0, text, bytes);
    s->begun = true;
    return output_write(s->output, text, bytes);
}

static int write_pixels(struct sink *sink, const double *x, size_t frames)
{
    struct image_sink *s = (struct image_sink *)sink;
    size_t samples = frames * image_row(&s->image);
    bool wide = s->image.maxval > 255;
    int32_t n[CHUNK];

    if (!s->begun && write_header(s, s->image.rows < 0 ? 0 : s->image.rows) < 0)
        return -1;
    s->samples += (int64_t)samples;
    while (samples) {
        size_t count = samples < CHUNK ? samples : CHUNK;
        look_at(s, x, count);
        round_pixels(x, n, count, s->image.maxval);
        (wide ? put_words : put_bytes)(n, s->buf, count);
        if (output_write(s->output, s->buf, wide ? 2 * count : count) < 0)
            return -1;
        x += count;
        samples -= count;
    }
    return 0;
}

static enum status close_pixels(struct sink *sink, enum outcome outcome)
{
    struct image_sink *s = (struct image_sink *)sink;
    int64_t rows = s->samples / (int64_t)image_row(&s->image);
    bool good = outcome != OUTCOME_FAILED;

    if (good && rows != s->image.rows && !output_can_patch(s->output)) {
        output_fall_short(s->output, s->image.rows, rows);
        good = false;
    } else if (good && (!s->begun || rows != s->image.rows))
        good = write_header(s, rows) == 0;
    free(s->buf);
    free(s);
    return good ? STATUS_DONE : STATUS_TROUBLE;
}

struct sink *image_create(struct output *output, const struct shape *shape,
                          const struct form *form, char kind)
{
    struct image image;

    if (image_plan(&image, shape, form, kind, output) < 0)
        return NULL;
    struct image_sink *s = util_array(1, sizeof *s);
    s->sink = (struct sink){.write = write_pixels, .close = close_pixels};
    s->output = output;
    s->losses = form->losses;
    s->image = image;
    s->buf = util_array(CHUNK, 2);
    if (image.maxval > s->losses->maxval)
        s->losses->maxval = image.maxval;
    return &s->sink;
}

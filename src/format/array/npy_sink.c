/* npy_sink.c - writes NumPy's arrays, byte for byte as numpy.save does: version 1.0, float64 or
 * int64, or the elements that the user asks for. Values are written as they are, not scaled.
 *
 * Whether the result is all integers may be known only at the end. It is then written as int64
 * and, if necessary, converted to float64 in place. Both have elements of 8 bytes and headers of
 * equal length. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "format/format.h"

#include "util.h"
#include "format/bytes.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* numpy aligns elements at 64 bytes and leaves the first length room to grow to 21 digits, so that
 * the length of a header depends on the other lengths alone. */
enum { LENGTH_DIGITS = 21, ALIGNED = 64, ELEMENT_BYTES = 8, CHUNK = 1 << 13 };
enum { HEADER_BYTES = 512 }; /* the longest: 16 axes, whose lengths have some 40 digits in all */

/* The elements of each encoding: descr, and the integers that it holds; 0, 0: floats. */
static const struct element {
    enum encoding encoding;
    char descr[5];
    double least, most;
} elements[] = {
    {ENCODING_F64, "<f8", 0, 0},
    {ENCODING_F32, "<f4", 0, 0},
    {ENCODING_S8, "|i1", -0x1p7, 0x1p7 - 1},
    {ENCODING_U8, "|u1", 0, 255},
    {ENCODING_S16, "<i2", -0x1p15, 0x1p15 - 1},
    {ENCODING_S32, "<i4", -0x1p31, 0x1p31 - 1},
    {ENCODING_F64BE, ">f8", 0, 0},
    {ENCODING_F32BE, ">f4", 0, 0},
    {ENCODING_S16BE, ">i2", -0x1p15, 0x1p15 - 1},
    {ENCODING_S32BE, ">i4", -0x1p31, 0x1p31 - 1},
    {ENCODING_CF64, "<c16", 0, 0},
    {ENCODING_CF32, "<c8", 0, 0},
    {ENCODING_CF64BE, ">c16", 0, 0},
    {ENCODING_CF32BE, ">c8", 0, 0},
};

static const enum encoding in_npy[] = {
    ENCODING_F64,    ENCODING_F32,    ENCODING_S8,     ENCODING_U8,     ENCODING_S16, ENCODING_S32,
    ENCODING_F64BE,  ENCODING_F32BE,  ENCODING_S16BE,  ENCODING_S32BE,  ENCODING_CF64,
    ENCODING_CF32,   ENCODING_CF64BE, ENCODING_CF32BE, ENCODING_NONE};

/* What did not fit into the elements. */
struct misfits {
    struct clip floats; /* NaNs written as 0 too */
    int64_t clipped;
    double least, most; /* of those */
};

struct npy_sink {
    struct sink sink;
    struct output *output;
    int channels;
    struct array array;    /* length[0] is not set */
    int64_t header_bytes;
    int64_t frames;        /* that the header declares; -1: not known yet */
    int64_t written;       /* elements */
    bool begun;
    bool integers;         /* int64 */
    bool likely;           /* it is not yet sure that the integers are exact */
    const struct element *element; /* of which `integers` makes int64 */
    size_t element_bytes;
    struct misfits misfits;
    enum clipping clipping;
    unsigned char *buf;    /* buf[CHUNK * ELEMENT_BYTES] */
};

/* "(5,)", "(5, 2)" and so on, or "()": put into text[HEADER_BYTES]. */
static void compose_shape(const struct npy_sink *a, int64_t frames, char *text)
{
    int bytes = snprintf(text, HEADER_BYTES, "(%lld", (long long)frames);

    for (int i = 1; i < a->array.axes; i++)
        bytes += snprintf(text + bytes, HEADER_BYTES - (size_t)bytes, ", %lld",
                          (long long)a->array.length[i]);
    snprintf(text + bytes, HEADER_BYTES - (size_t)bytes, a->array.axes > 1 ? ")" : ",)");
    if (a->array.scalar && frames == 1)
        snprintf(text, HEADER_BYTES, "()");
}

/* The header at h[HEADER_BYTES]; returns its length. */
static size_t compose_header(const struct npy_sink *a, int64_t frames, unsigned char *h)
{
    char shape[HEADER_BYTES], text[2 * HEADER_BYTES];
    int digits = snprintf(NULL, 0, "%lld", (long long)frames);

    compose_shape(a, frames, shape);
    int len = snprintf(text, sizeof text, "{'descr': '%s', 'fortran_order': False, 'shape': %s, }",
                       a->integers ? "<i8" : a->element->descr, shape);
    size_t least = 10 + (size_t)(len + LENGTH_DIGITS - digits) + 1;
    size_t bytes = least + ALIGNED - least % ALIGNED;
    memset(h, ' ', bytes);
    memcpy(h, "\x93NUMPY\x01\x00", 8);
    bytes_put_le(h + 8, bytes - 10, 2);
    memcpy(h + 10, text, (size_t)len);
    h[bytes - 1] = '\n';
    return bytes;
}

static int write_header(struct npy_sink *a)
{
    unsigned char h[HEADER_BYTES];

    a->begun = true;
    a->header_bytes = (int64_t)compose_header(a, a->frames < 0 ? 0 : a->frames, h);
    return output_write(a->output, h, (size_t)a->header_bytes);
}

static int patch_header(struct npy_sink *a, int64_t frames)
{
    unsigned char h[HEADER_BYTES];

    return output_patch(a->output, 0, h, compose_header(a, frames, h));
}

/* One NaN stands for all, as in pcm.c. */
static void put_double(unsigned char *b, double x)
{
    uint64_t bits;
    x = x == x ? x : NAN;
    memcpy(&bits, &x, sizeof bits);
    bytes_put_le(b, bits, ELEMENT_BYTES);
}

/* x[samples] -> buf. A conversion through int64 would lose the sign of a zero, so no zero that may
 * take that way keeps it. */
static void put_doubles(const struct npy_sink *a, const double *x, size_t samples)
{
    for (size_t i = 0; i < samples; i++)
        put_double(a->buf + ELEMENT_BYTES * i, a->likely ? x[i] + 0.0 : x[i]);
}

/* x[samples] -> buf. Returns false if that was uncertain and not all samples are exact
 * integers. */
static bool put_integers(const struct npy_sink *a, const double *x, size_t samples)
{
    for (size_t i = 0; i < samples; i++) {
        double nearest = rint(x[i]);
        if (a->likely && (nearest != x[i] || fabs(nearest) > EXACT_INTEGERS))
            return false;
        bytes_put_le(a->buf + ELEMENT_BYTES * i, (uint64_t)(int64_t)nearest, ELEMENT_BYTES);
    }
    return true;
}

/* The integer nearest to x, ties to even, or the one of the ends that is nearer to it. */
static int32_t saturate(struct npy_sink *a, double x)
{
    const struct element *e = a->element;
    struct misfits *m = &a->misfits;
    double v = rint(x);

    if (x != x) {
        m->floats.nans.count++;
        return 0;
    }
    if (v >= e->least && v <= e->most)
        return (int32_t)v;
    m->least = !m->clipped || v < m->least ? v : m->least;
    m->most = !m->clipped || v > m->most ? v : m->most;
    m->clipped++;
    return (int32_t)(v < e->least ? e->least : e->most);
}

/* x[samples] -> buf, as the elements that were asked for. */
static void put_elements(struct npy_sink *a, const double *x, size_t samples)
{
    int bytes = (int)a->element_bytes;

    if (a->element->most == 0) {
        pcm_encode(pcm_layout(a->element->encoding), x, a->buf, samples, &a->misfits.floats);
        return;
    }
    for (size_t i = 0; i < samples; i++) {
        uint64_t bits = (uint64_t)(int64_t)saturate(a, x[i]);
        unsigned char *b = a->buf + a->element_bytes * i;
        if (*a->element->descr == '>')
            bytes_put_be(b, bits, bytes);
        else
            bytes_put_le(b, bits, bytes);
    }
}

/* A status, as clip_report(). */
static enum status report_misfits(const struct npy_sink *a)
{
    const struct misfits *m = &a->misfits;
    struct clip_report report = {.name = output_name(a->output),
                                 .bits = a->element->most > 0 ? 8 * (int)a->element_bytes : 0,
                                 .clipping = a->clipping};
    enum status status = clip_report(&m->floats, &report);

    if (!m->clipped || a->clipping == CLIPPING_QUIET)
        return status;
    (a->clipping == CLIPPING_ERROR ? util_error : util_warn)(
        "%s: %lld sample%s clipped, from %.10g to %.10g; %s holds %.0f to %.0f", report.name,
        (long long)m->clipped, m->clipped == 1 ? "" : "s", m->least, m->most,
        pcm_name(a->element->encoding), a->element->least, a->element->most);
    return a->clipping == CLIPPING_ERROR ? STATUS_ASKED : status;
}

/* Turn what was written from int64 into float64. */
static int turn_to_doubles(struct npy_sink *a)
{
    int64_t at = a->header_bytes, end = at + a->written * ELEMENT_BYTES;

    a->integers = false;
    if (patch_header(a, a->frames < 0 ? 0 : a->frames) < 0) /* which also flushes */
        return -1;
    while (at < end) {
        int64_t bytes = end - at < CHUNK * ELEMENT_BYTES ? end - at : CHUNK * ELEMENT_BYTES;
        if (output_read(a->output, at, a->buf, (size_t)bytes) < 0)
            return -1;
        for (unsigned char *b = a->buf; b < a->buf + bytes; b += ELEMENT_BYTES)
            put_double(b, (double)(int64_t)bytes_le64(b));
        if (output_patch(a->output, at, a->buf, (size_t)bytes) < 0)
            return -1;
        at += bytes;
    }
    return 0;
}

static int write_array(struct sink *sink, const double *x, size_t frames)
{
    struct npy_sink *a = (struct npy_sink *)sink;
    size_t samples = frames * (size_t)a->channels;

    if (!a->begun && write_header(a) < 0)
        return -1;
    while (samples) {
        size_t count = samples < CHUNK ? samples : CHUNK;
        if (a->integers && !put_integers(a, x, count) && turn_to_doubles(a) < 0)
            return -1;
        if (!a->integers && a->element == elements)
            put_doubles(a, x, count);
        else if (!a->integers)
            put_elements(a, x, count);
        if (output_write(a->output, a->buf, count * a->element_bytes) < 0)
            return -1;
        a->written += (int64_t)count;
        x += count;
        samples -= count;
    }
    return 0;
}

/* Report a header that declares another length than came and can no longer be corrected. */
static bool keeps_promise(const struct npy_sink *a)
{
    int64_t frames = a->written / a->channels;

    if (frames == a->frames || output_can_patch(a->output))
        return true;
    output_fall_short(a->output, a->frames, frames);
    return false;
}

/* Settle what is known only at the end: whether the integers are exact, and the number of
 * frames. */
static int finish(struct npy_sink *a, enum outcome outcome)
{
    int64_t frames = a->written / a->channels;

    if (!a->begun && write_header(a) < 0)
        return -1;
    if (a->integers && outcome == OUTCOME_ROUNDED && turn_to_doubles(a) < 0)
        return -1;
    return frames != a->frames && output_can_patch(a->output) ? patch_header(a, frames) : 0;
}

static enum status close_array(struct sink *sink, enum outcome outcome)
{
    struct npy_sink *a = (struct npy_sink *)sink;

    bool good = outcome != OUTCOME_FAILED && finish(a, outcome) == 0;
    bool kept = good && keeps_promise(a);
    enum status misfits = good ? report_misfits(a) : STATUS_DONE;
    free(a->buf);
    free(a);
    return kept ? misfits : STATUS_TROUBLE;
}

static struct sink *create(struct output *output, const struct shape *shape,
                           const struct form *form, struct pool *pool)
{
    struct npy_sink *a = util_array(1, sizeof *a);
    bool patched =
        form->integers == INTEGERS_LIKELY || (shape->frames < 0 && !output_can_patch(output));

    (void)pool;
    a->sink = (struct sink){.write = write_array, .close = close_array};
    a->output = output;
    a->channels = shape->channels;
    a->array = form->array;
    a->frames = shape->frames;
    a->clipping = form->clipping;
    for (a->element = elements; a->element->encoding != form->encoding; a->element++)
        ;
    a->element_bytes = pcm_bytes(form->encoding);
    a->integers = form->integers != INTEGERS_NO;
    a->likely = form->integers == INTEGERS_LIKELY;
    a->buf = util_array(CHUNK, ELEMENT_BYTES);
    if (!patched || output_spool(output) >= 0)
        return &a->sink;
    close_array(&a->sink, OUTCOME_FAILED);
    return NULL;
}

const struct type type_npy = {"npy", ".npy.", true, false, in_npy, 0, create, true};

/* plain_sink.c - writes plain samples after a header. The header is exact from the start if the
 * length is known, and is corrected at the end if the length turns out to be different. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "plain.h"

#include "util.h"

#include <stdlib.h>

struct plain_sink {
    struct sink sink;
    struct output *output;
    const struct plain_header *header;
    struct plain plain; /* bytes: what the header that was written says */
    size_t frame_bytes;
    int64_t written; /* bytes of samples */
    bool begun, room;
    unsigned char *buf; /* buf[buf_bytes], samples on their way out */
    size_t buf_bytes;
    struct clip clip;
    bool audio;
    enum clipping clipping;
};

static int write_header(struct plain_sink *p)
{
    unsigned char h[PLAIN_HEADER_BYTES];
    p->begun = true;
    if (!p->header->write)
        return 0;
    return output_write(p->output, h, p->header->write(h, &p->plain, p->room));
}

static bool is_too_long(const struct plain_sink *p, int64_t bytes)
{
    if (!p->header->most || bytes <= p->header->most)
        return false;
    util_error("%s: this type of file cannot hold 4 GiB; wav, rf64, w64 and caf can",
               output_name(p->output));
    return true;
}

static int write_samples(struct sink *sink, const double *x, size_t frames)
{
    struct plain_sink *p = (struct plain_sink *)sink;
    size_t bytes = frames * p->frame_bytes;

    if (!p->begun && write_header(p) < 0)
        return -1;
    if (bytes > p->buf_bytes)
        p->buf = util_grow(p->buf, p->buf_bytes = bytes, 1);
    pcm_encode(p->plain.layout, x, p->buf, frames * (size_t)p->plain.channels, &p->clip);
    p->written += (int64_t)bytes;
    if (is_too_long(p, p->written))
        return -1;
    return output_write(p->output, p->buf, bytes);
}

/* The pad byte, and the lengths where they turned out otherwise than the header says. */
static int finish(struct plain_sink *p)
{
    unsigned char h[PLAIN_HEADER_BYTES];
    int64_t promised = p->plain.bytes;
    bool can_patch = output_can_patch(p->output);

    if (!p->begun && write_header(p) < 0)
        return -1;
    /* where the length is unknown a reader would take the pad byte for a sample */
    if (p->header->even && p->written & 1 && (promised >= 0 || can_patch) &&
        output_write(p->output, "", 1) < 0)
        return -1;
    if (p->written == promised || !p->header->write)
        return 0;
    if (can_patch) {
        p->plain.bytes = p->written;
        return output_patch(p->output, 0, h, p->header->write(h, &p->plain, p->room));
    }
    if (promised >= 0)
        util_warn("%s: the header, already written, tells %lld frames, but %lld followed",
                  output_name(p->output), (long long)(promised / (int64_t)p->frame_bytes),
                  (long long)(p->written / (int64_t)p->frame_bytes));
    return 0;
}

static enum status close_samples(struct sink *sink, enum outcome outcome)
{
    struct plain_sink *p = (struct plain_sink *)sink;
    enum status status = STATUS_TROUBLE;

    if (outcome != OUTCOME_FAILED && finish(p) == 0) {
        struct clip_report report = {.name = output_name(p->output),
                                     .bits = pcm_bits(p->plain.layout.encoding),
                                     .audio = p->audio,
                                     .clipping = p->clipping};
        status = clip_report(&p->clip, &report);
    }
    clip_close(&p->clip);
    free(p->buf);
    free(p);
    return status;
}

struct sink *plain_create(struct output *output, const struct shape *shape,
                          const struct form *form, const struct plain_header *header)
{
    struct plain_sink *p = util_array(1, sizeof *p);
    int parts = 1 + pcm_is_complex(form->encoding);
    unsigned char h[PLAIN_HEADER_BYTES];

    p->sink = (struct sink){.write = write_samples, .close = close_samples};
    p->output = output;
    p->header = header;
    p->audio = form->type->audio;
    p->clipping = form->clipping;
    clip_open(&p->clip, shape->channels / parts, parts, shape->rate);
    p->frame_bytes = pcm_bytes(form->encoding) * (size_t)shape->channels;
    bool known = shape->frames >= 0 && shape->frames <= INT64_MAX / 16 / (int64_t)p->frame_bytes;
    p->plain = (struct plain){.layout = pcm_layout(form->encoding),
                              .channels = shape->channels,
                              .rate = shape->rate,
                              .speakers = form->speakers,
                              .bytes = known ? shape->frames * (int64_t)p->frame_bytes : -1};
    if (header->layout.big_endian)
        p->plain.layout.big_endian = true;
    if (header->layout.offset_binary && form->encoding == ENCODING_S8)
        p->plain.layout.offset_binary = true;
    if (header->write && header->write(h, &p->plain, true) == 0)
        util_error("%s: a %s file cannot hold %d channels at %.0f Hz", output_name(output),
                   form->type->name, shape->channels, shape->rate);
    else if (is_too_long(p, p->plain.bytes))
        ;
    else if (known || header->streams || output_spool(output) >= 0) {
        p->room =
            p->plain.bytes > (int64_t)UINT32_MAX - 256 || (!known && output_can_patch(output));
        return &p->sink;
    }
    close_samples(&p->sink, OUTCOME_FAILED);
    return NULL;
}

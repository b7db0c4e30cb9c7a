/* floats_sink.c - writes PFM: single precision, the last row first.
 *
 * Rows are written as they come, and turned about in the end. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "sink.h"

#include "util.h"

#include <stdlib.h>

struct floats_sink {
    struct sink sink;
    struct output *output;
    struct image image;
    struct layout layout;
    size_t header_bytes, row_bytes;
    int64_t rows;            /* written */
    struct clip clip;
    enum clipping clipping;
    unsigned char *row[2];   /* row[i][row_bytes] */
};

static int write_header(struct floats_sink *s, int64_t rows)
{
    char text[IMAGE_HEADER_BYTES];
    bool begun = s->header_bytes > 0;

    s->header_bytes = image_compose(&s->image, rows, text);
    return begun ? output_patch(s->output, 0, text, s->header_bytes)
                 : output_write(s->output, text, s->header_bytes);
}

static int write_rows(struct sink *sink, const double *x, size_t frames)
{
    struct floats_sink *s = (struct floats_sink *)sink;
    size_t samples = image_row(&s->image);

    if (!s->header_bytes && write_header(s, s->image.rows < 0 ? 0 : s->image.rows) < 0)
        return -1;
    for (size_t i = 0; i < frames; i++, s->rows++) {
        pcm_encode(s->layout, x + i * samples, s->row[0], samples, &s->clip);
        if (output_write(s->output, s->row[0], s->row_bytes) < 0)
            return -1;
    }
    return 0;
}

/* Exchange rows i and j. */
static int exchange(struct floats_sink *s, int64_t i, int64_t j)
{
    const int64_t begin = (int64_t)s->header_bytes, bytes = (int64_t)s->row_bytes;
    const int64_t at[2] = {begin + i * bytes, begin + j * bytes};

    for (int k = 0; k < 2; k++)
        if (output_read(s->output, at[k], s->row[k], s->row_bytes) < 0)
            return -1;
    for (int k = 0; k < 2; k++)
        if (output_patch(s->output, at[k], s->row[!k], s->row_bytes) < 0)
            return -1;
    return 0;
}

static int finish(struct floats_sink *s)
{
    if ((!s->header_bytes || s->rows != s->image.rows) && write_header(s, s->rows) < 0)
        return -1;
    for (int64_t i = 0, j = s->rows - 1; i < j; i++, j--)
        if (exchange(s, i, j) < 0)
            return -1;
    return 0;
}

static enum status close_rows(struct sink *sink, enum outcome outcome)
{
    struct floats_sink *s = (struct floats_sink *)sink;
    enum status status = STATUS_TROUBLE;

    if (outcome != OUTCOME_FAILED && finish(s) == 0) {
        struct clip_report report = {.name = output_name(s->output), .clipping = s->clipping};
        status = clip_report(&s->clip, &report);
    }
    free(s->row[0]);
    free(s->row[1]);
    free(s);
    return status;
}

struct sink *floats_create(struct output *output, const struct shape *shape,
                           const struct form *form)
{
    struct image image;

    if (image_plan(&image, shape, form, 'f', output) < 0)
        return NULL;
    if (output_spool(output) < 0)
        return NULL;
    struct floats_sink *s = util_array(1, sizeof *s);
    s->sink = (struct sink){.write = write_rows, .close = close_rows};
    s->output = output;
    s->image = image;
    s->clipping = form->clipping;
    s->layout = pcm_layout(form->encoding);
    s->row_bytes = 4 * image_row(&image);
    for (int k = 0; k < 2; k++)
        s->row[k] = util_array(s->row_bytes, 1);
    return &s->sink;
}

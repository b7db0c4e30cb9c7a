/* sink.h - what the sinks of images share: how large they are, and their headers. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef IMAGE_SINK_H
#define IMAGE_SINK_H

#include "format/format.h"

enum { IMAGE_HEADER_BYTES = 512 };

/* An image as it is written. */
struct image {
    char kind;        /* '5', '6', '7', 'F', 'f' */
    int64_t columns, channels;
    int64_t rows;     /* that the header tells first; -1: not known yet */
    int maxval;       /* of '5' to '7' */
    double scale;     /* of floats, < 0: little-endian */
    char tuple[PICTURE_TUPLE_BYTES]; /* of '7'; empty: none */
};

/* Samples in a row. */
static inline size_t image_row(const struct image *image)
{
    return (size_t)(image->columns * image->channels);
}

/* Find what is to be written. kind: 'n' for what the channels say of '5' to '7', 'f' of the two of
 * floats. Where the number of rows is not known the output is made one that can be patched. 0, or
 * -1: already reported. */
int image_plan(struct image *, const struct shape *, const struct form *, char kind,
               struct output *);

/* The header at text[IMAGE_HEADER_BYTES]. Its length depends on all but the rows where these are
 * not known, or fewer than the header told first. Returns it. */
size_t image_compose(const struct image *, int64_t rows, char *text);

/* Sinks for samples up to maxval, and for floats; otherwise as struct type's open. */
struct sink *image_create(struct output *, const struct shape *, const struct form *, char kind);
struct sink *floats_create(struct output *, const struct shape *, const struct form *);

#endif

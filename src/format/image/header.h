/* header.h - the headers of netpbm's images, and of PFM.
 *
 * P1 to P3 are plain: decimal digits; P4 to P7 raw, P1 and P4 of single bits (pbm(5), pgm(5),
 * ppm(5), pam(5)). PF and Pf are floats (P. Debevec). */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef HEADER_H
#define HEADER_H

#include "format/format.h"

struct image_header {
    char kind;             /* what follows the P: '1' to '7', 'F', 'f' */
    int64_t columns, rows; /* >= 1 */
    int64_t channels;
    struct picture picture;
    bool big_endian;       /* floats */
    size_t bytes;          /* of the header, up to the first sample */
};

/* Samples in a row. */
static inline int64_t header_row(const struct image_header *h)
{
    return h->columns * h->channels;
}

/* Whether these may be the first bytes of such a file. */
bool header_probe(const unsigned char *head, size_t bytes);

/* Look at the header of the input, whose rows have at most `most` samples. Consumes nothing.
 * Returns 1 with *h filled; 0 where it is another kind of file, such as a table whose first row
 * happens to be P5; -1: already reported. */
int header_look(struct input *, int64_t most, struct image_header *h);

#endif

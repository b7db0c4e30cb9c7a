/* image.h - the samples of images as streams, whose frames are rows, from the top down.
 *
 * All streams below begin at the next byte of the input, which they share. NULL: failed, already
 * reported. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef IMAGE_H
#define IMAGE_H

#include "header.h"

/* Plain samples: digits (P1 to P3). A bit that is set is black, 0, and one that is not 255. What
 * follows the image in the input may be consumed. */
struct stream *decimal_open(struct input *, const struct image_header *);

/* Floats, whose rows are from the bottom up. Those of a pipe are copied to a temporary file, and
 * what follows them is left. */
struct stream *floats_open(struct input *, const struct image_header *);

#endif

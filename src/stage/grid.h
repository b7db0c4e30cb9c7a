/* grid.h - stages for arrays of several axes.
 *
 * An array is read in row-major order. A slab is all that stands at one position of its first
 * axis; a pixel is all that stands at one position of all the axes that are convolved. A stream
 * may be seen as frames of slabs or of pixels (view_open). Convolution with several axes is that
 * of pixels, with taps that lie as far apart as the pixels that they meet:
 *
 *     slabs -> extend -> pad -> pixels -> convolve -> crop -> slabs
 *
 * extend adds slabs before the first and after the last; pad extends each slab along the other
 * axes, first to last, as nested calls of numpy.pad would, so that no sum of interest goes across
 * a row's end; crop leaves out those that do. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef GRID_H
#define GRID_H

#include "stage.h"

/* An axis after the first. All its lengths are known. */
struct grid_axis {
    size_t frames;          /* of the signal */
    struct interval needed; /* the positions from which outputs are computed */
    struct beyond beyond;   /* for those beyond its ends; no NOTHING or FIT */
    bool missing;           /* they are missing */
    size_t taps;
    int64_t first, step;    /* the position of the first output, and from each to the next */
    int64_t lag;            /* of the first output, where this is a correlation */
};

struct grid {
    int axes;                         /* after the first */
    struct grid_axis axis[MOST_AXES - 1];
    int64_t first;                    /* the position of the first slab of outputs */
    bool presence;                    /* of a pixel's channels the second half is from
                                       * renormalize_begin() */
};

/* Pixels of a slab of the signal; of a padded one; of outputs. */
size_t grid_pixels(const struct grid *);
size_t grid_padded(const struct grid *);
size_t grid_outputs(const struct grid *);

/* Outputs along an axis. */
size_t grid_axis_outputs(const struct grid_axis *);

/* How many padded pixels lie between the taps 0 and 1 of an axis; of axis -1, the first. */
size_t grid_stride(const struct grid *, int axis);

/* Frames are slabs, before and after. */
struct stream *pad_open(struct stream *source, const struct grid *);

/* From the sums of padded pixels, which begin with the first of interest, to slabs of outputs. No
 * sum is read before it is needed. */
struct stream *crop_open(struct stream *source, const struct grid *);

/* The system of a slab, as that of a pixel is given: from each sample of the signal to the outputs
 * of the pixel that stands there, if it is an output; without taps. The caller frees *paths. */
void grid_paths(const struct grid *, const struct system *pixel, struct system *slab,
                struct path **paths);

/* The same samples in frames of so many channels: a multiple of those of the source, or a part. An
 * incomplete frame at the end is left out. */
struct stream *view_open(struct stream *source, int channels);

#endif

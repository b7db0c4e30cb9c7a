/* axes.h - which axes of a signal or kernel are convolved. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef AXES_H
#define AXES_H

#include "request.h"

/* The axes of a signal up to the last that is convolved; those after it are channels. The kernel
 * has an axis for each that is convolved, in the order of the signal. */
struct axes {
    int rank;                 /* of the signal */
    int spanned;              /* 1 ... rank, up to the last */
    int convolved;            /* 1 ... spanned */
    int of_kernel[MOST_AXES]; /* the kernel's axis for each that is spanned; -1: none, it is left
                               * alone */
    bool reordered;           /* those that are convolved are brought to the front, for the kernel
                               * differs along others; then they alone are spanned, and */
    int order[MOST_AXES];     /* axis a is axis order[a] of the signal, and of the kernel */
};

/* Find which axes of a signal with these traits and name the user asks for. 0, or -1: it has not
 * got them, already reported. */
int axes_find(const struct request *, const struct traits *, const char *name, struct axes *);

/* See whether a kernel with all the signal's axes needs them in another order, and if so choose
 * it. */
void axes_reorder(struct axes *, const struct array *signal, const struct array *kernel);

/* Whether an array is empty, and may be so. */
bool axes_is_empty(const struct request *, const struct traits *);

/* How many axes a file with these traits has. */
int axes_rank(const struct traits *);

/* Find the lengths of the first axes, so many, after the first one, of a file with these traits,
 * name, frames and channels; *columns is what stands at a position of them all. 0, or -1: the file
 * has fewer, already reported. */
int axes_measure(const struct traits *, const char *name, int64_t frames, int channels, int axes,
                 int64_t after[MOST_AXES], int *columns);

/* Check that what the user asks for has a meaning where axes are left alone or in another order.
 * 0, or -1: already reported. */
int axes_check_left(const struct request *, const struct axes *);

#endif

/* boundary.h - from which frames of a signal a frame beyond its ends is made. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef BOUNDARY_H
#define BOUNDARY_H

#include "stage.h"

/* Frame i is frame `at`; or, about an end point e, 2 e - frame `at`; and, with ODD, for each turn
 * 2 (last - first) in addition. */
struct origin_frame {
    int64_t at;
    enum { ABOUT_NONE, ABOUT_FIRST, ABOUT_LAST } about;
    int64_t turns;
    int64_t folds; /* ODD: how often the position is mirrored about an end until it is inside, */
    bool last_first;  /* in turn about the last and the first: the last comes first */
};

/* Where the frame at any position i comes from, in a signal of so many frames, >= 1, for the
 * boundaries that repeat frames: all but CONSTANT, NOTHING and FIT. */
struct origin_frame boundary_find(enum boundary, int64_t i, int64_t frames);

/* The constant in a channel. Of pairs it is a real number, or NaN in both. */
static inline double boundary_constant(const struct beyond *beyond, size_t channel)
{
    bool imaginary = beyond->complex && channel % 2;
    return imaginary && beyond->value == beyond->value ? 0 : beyond->value;
}

/* Make that frame, x[samples], from frame `at` and, where it takes them, the first and the
 * last. */
void boundary_make(const struct origin_frame *, const double *at, const double *first,
                   const double *last, size_t samples, double *x);

#endif

/* taps.h - the taps of a made kernel as pairs, so that they are rounded only once, at the end. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef TAPS_H
#define TAPS_H

#include "pair.h"

#include <stddef.h>

struct taps {
    size_t count;
    struct pair *at; /* at[count]; owned: taps_close */
};

/* Allocate `count` taps, all 0. */
void taps_open(struct taps *, size_t count);
void taps_close(struct taps *);

/* Divide the taps by their sum; NaN where it is 0. */
void taps_sum_to_one(struct taps *);
void taps_divide(struct taps *, struct pair divisor);

#endif

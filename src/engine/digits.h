/* digits.h - integers too large to be rounded from one pass of transforms: by their digits.
 *
 * x = sum over k of 2^(k bits) x_k with |x_k| <= 2^(bits - 1), and h likewise. The results for each
 * pair of digits are rounded to integers, and added up in 128 bits. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef DIGITS_H
#define DIGITS_H

#include "engine.h"
#include "integer.h"

struct digits {
    const struct system *system;
    const struct plan *plan;
    int bits;                     /* of a digit of the signal; 0: transforms cannot do it */
    int tap_bits;                 /* of a digit of the kernel */
    int tap_parts;                /* digits of a tap; 1: the tap itself */
    struct kernel_digits *kernel; /* when first needed, in any slot */
    struct digits_slot *slot;     /* slot[plan->slots] */
};

/* The digits for a system, whose integers are known, and a plan with transforms. All three stay
 * borrowed. */
void digits_open(struct digits *, const struct integer *, const struct plan *);
void digits_close(struct digits *);

/* What is not finite counts as 0. For each output o with y[o], whose samples are of at most `most`
 * in size: y[o][frames] = the double nearest to the sum, which is below 2^127. `state` is the
 * plan's engine, opened for the system. */
void digits_run(struct digits *, void *state, size_t slot, const double *const *x, double *const *y,
                size_t frames, double most);

/* Whether any finite y[frames] of the slot's last run stands for a sum beyond 2^53. */
bool digits_beyond(const struct digits *, size_t slot, int out, const double *y, size_t frames);

#endif

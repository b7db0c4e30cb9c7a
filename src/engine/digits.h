/* digits.h - integers too large for one pass of transforms, convolved digit by digit.
 *
 * x = sum over k of 2^(k bits) x_k with |x_k| <= 2^(bits - 1), and h likewise. The results for
 * each pair of digits are rounded to integers and summed in 128 bits. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef DIGITS_H
#define DIGITS_H

#include "engine.h"
#include "integer.h"

struct digits {
    const struct system *system;
    const struct plan *plan;
    int bits;                     /* of a digit of the signal; 0: transforms cannot be used */
    int tap_bits;                 /* of a digit of the kernel */
    int tap_parts;                /* digits of a tap; 1: the tap itself */
    struct kernel_digits *kernel; /* opened when first needed in any slot */
    struct digits_slot *slot;     /* slot[plan->slots] */
};

/* Prepare the digits for a system with its integer measures and a plan with transforms. Borrows
 * all three until closed. */
void digits_open(struct digits *, const struct integer *, const struct plan *);
void digits_close(struct digits *);

/* For each output o with y[o] not NULL, compute y[o][frames], the doubles nearest to the sums. Its
 * samples are at most `most` in magnitude. The sum over its paths of max|x| * sum|h| is below
 * 2^124; those of products of digits are then below 2^127. Non-finite samples count as 0. `state`
 * is that of the plan's engine, opened for the system. */
void digits_run(struct digits *, void *state, size_t slot, const double *const *x,
                double *const *y, size_t frames, double most);

/* Whether any finite y[frames] of the slot's last run is a sum beyond 2^53 in magnitude. */
bool digits_beyond(const struct digits *, size_t slot, int out, const double *y, size_t frames);

#endif

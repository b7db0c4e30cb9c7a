/* integer.h - systems of integers, whose results are to be exact integers.
 *
 * Integers here are doubles without a fraction and of at most 2^53 in size, so that each is told from its neighbours.
 * An output channel is integer in a block when all taps and all finite samples on its paths are. Then
 *
 *     sum over its paths of  max|x| * sum|h|  < 2^53      makes every partial sum of the direct sum exact;
 *     (12 log2 L + 2 + paths) 2^-53 * sum over its paths of |x||h|  < 1/2
 *                                                         makes the nearest integer of a result by transforms of
 *                                                         length L the exact one, |.| being the 2-norm: for one path
 *                                                         the bound of C. Percival, "Rapid multiplication modulo the
 *                                                         sum and difference of highly composite numbers", Math.
 *                                                         Comp. 72, 2003; a further path adds one rounding.
 *
 * Where transforms of the operands themselves do not suffice, transforms of their digits do: x = sum over k of
 * 2^(k bits) x_k with |x_k| <= 2^(bits - 1), and h likewise. */
#ifndef INTEGER_H
#define INTEGER_H

#include "engine.h"

#include <stdatomic.h>

/* Of an output channel in a block; infinite when it is not integer. */
struct found {
    double most; /* largest |x| */
    double sum;  /* over paths, of max|x| * sum|h| */
    double norm; /* over paths, of |x||h| */
};

struct integer {
    const struct system *system;
    struct column *column; /* column[columns] */
    bool any;              /* whether any output's taps are all integers */
    struct found *found;   /* found[slots][outs] */
    struct look *look;     /* look[slots][ins] */
    atomic_bool beyond;    /* a result beyond 2^53 was rounded */
};

/* The system stays borrowed. Never fails. */
void integer_open(struct integer *, const struct system *, size_t slots);

/* Tells, once, if results were rounded. */
void integer_close(struct integer *);

/* Look at a block, x[ins][samples]; NaNs and infinities are passed over. Returns found[outs], or NULL when no output is
 * integer, which costs next to nothing. Valid until the slot's next look. */
const struct found *integer_look(struct integer *, size_t slot, const double *const *x, size_t samples);

/* Note that an exact result was larger than 2^53. */
void integer_beyond(struct integer *);

/* y[frames] to the nearest integers, without -0. */
void integer_round(double *y, size_t frames);

/* Digits of operands. */
struct digits {
    int bits;      /* of a digit of the signal; 0: transforms cannot do it */
    int tap_bits;  /* of a digit of the kernel */
    int tap_parts; /* digits of a tap; 1: the tap itself */
};

/* The digits for a system whose transforms have `length` real samples. */
struct digits integer_digits(const struct integer *, size_t length);

/* Digits that samples of at most `most` in size need. */
int integer_parts(int bits, double most);

/* digit[n] = digit k of x[n], 0 for what is not finite. */
void integer_digit(const double *x, size_t n, int bits, int k, double *digit);

/* Whether transforms of the operands themselves suffice for results of this norm. */
bool integer_suffices(const struct integer *, size_t length, double norm);

/* sum[frames] += the nearest integers of y[frames], which are less than 2^52, times 2^place. */
void integer_gather(const double *y, size_t frames, int place, __int128 *sum);

/* y[frames] = sum[frames] rounded to the nearest double. */
void integer_settle(const __int128 *sum, size_t frames, double *y);

/* Whether any sum[frames] whose y is finite is beyond 2^53. */
bool integer_any_beyond(const __int128 *sum, const double *y, size_t frames);

#endif

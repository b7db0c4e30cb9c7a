/* values.h - what each option's value means. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef VALUES_H
#define VALUES_H

#include "entry.h"

/* Each of these parses the value of the entry's option into the request; `value` is NULL where
 * there is none. 0, or -1: invalid, already reported with the valid values. */
#define VALUE(name) int value_##name(const struct entry *, const char *value, struct request *)

/* choices.c: words of a list. The first three set the entry's member: an enum, or a bool
 * (either). */
VALUE(choice);
VALUE(header);
VALUE(either);
VALUE(method);
VALUE(boundary);
VALUE(nan);
VALUE(spec);
VALUE(type);

/* values.c: names, numbers and all else. The first three set the entry's member: a text, a number
 * of channels (int), or a rate (double). */
VALUE(text);
VALUE(channels);
VALUE(rate);
VALUE(kernel);
VALUE(map);
VALUE(gain);
VALUE(offset);
VALUE(overlap);
VALUE(delimiter);
VALUE(number_format);
VALUE(threads);
VALUE(trim);
VALUE(kernel_length);
VALUE(tail);

/* lists.c: one for all axes, or a list. */
VALUE(origin);
VALUE(axes);
VALUE(dims);
VALUE(lags);
VALUE(step);

#undef VALUE

/* The lists of their values, where no other module has them. */
struct choice value_header_choice(size_t i);
struct choice value_nan_choice(size_t i);
struct choice value_mismatch_choice(size_t i);
struct choice value_raw_choice(size_t i);

/* Parse all of text as a number; nan and infinities are allowed. */
bool value_number(const char *text, double *x);

/* Parse all of text as an integer, 0 or above. */
bool value_whole(const char *text, int64_t *n);

/* Parse all of text as a part of a whole: a number from 0 to 1, or a fraction such as 3/7. */
bool value_part(const char *text, double *x);

/* The processors that this process may use, at least 1. */
int value_processors(void);

#endif

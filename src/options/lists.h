/* lists.h - lists of one value for each axis. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef LISTS_H
#define LISTS_H

#include "values.h"

/* Takes an item of a list, the value for that axis. 0, or -1: invalid, already reported. */
typedef int list_taker(const struct entry *, const char *item, int axis, struct request *);

/* Take all items of "A,B,C", the first for axis 0. How many there are, or -1: already reported. */
int list_take(const struct entry *, const char *value, struct request *, list_taker *take);

#endif

/* help.h - what is printed to standard output instead of a run. Each returns a status:
 * STATUS_DONE, or STATUS_TROUBLE after a message. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef HELP_H
#define HELP_H

#include "entry.h"

/* One screen: the common options and examples. */
int help_brief(const struct entry *table);

/* All options. */
int help_all(const struct entry *table);

int help_version(const struct entry *table);

/* The values of an option that has a list. */
int help_choices(const struct entry *);

#endif

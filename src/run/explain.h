/* explain.h - says how a result will be computed: -v and --explain. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef EXPLAIN_H
#define EXPLAIN_H

#include "run.h"

/* Write the plan of a run, line by line, to standard error. */
void explain_beside(const struct run *);

/* Write the plan to standard output. STATUS_DONE, or STATUS_TROUBLE after a message. */
enum status explain_instead(const struct run *);

#endif

/* plan.h - the parts of a run's plan, in the order in which they are filled in. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef PLAN_H
#define PLAN_H

#include "run.h"

/* span.c: the axes after the first, without their outputs. 0, or -1: already reported. */
int span_axes(struct run *);

/* span.c: what lies beyond the ends of each axis. */
void span_beyond(struct run *);

/* span.c: the outputs along each axis, and the samples that they need. 0, or -1: already
 * reported. */
int span_outputs(struct run *);

/* cut.c: tell what outputs along an axis of the kernel, chosen by --align or --tail, leave out of
 * the full result, and where mode same loses most of a response. */
void cut_tell(const struct run *, int axis, const struct outputs *);

/* correlation.c: check that each normalized correlation is of one channel with one column. 0, or
 * -1: already reported. */
int correlation_check(const struct run *);

/* correlation.c: how coefficients of correlation are computed. 0, or -1: already reported. */
int correlation_choose(struct run *);

#endif

/* template.h - the taps of a correlation: as the engine takes them, and what they hold wherever a
 * signal overlaps them in part.
 *
 * Taps are counted as the samples of a window are that they meet: tap 0 meets the first. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef TEMPLATE_H
#define TEMPLATE_H

#include "box.h"
#include "engine/system.h"

/* A column of taps, centred (moments.h). */
struct column {
    struct sums *sums;      /* sums[extent + 1] along each axis: of all taps before there */
    size_t *same;           /* same[taps]: how many taps of its row, up to this one, are equal */
    const double *h;        /* h[taps] as given */
    bool flat;              /* all of them are equal */
    struct moments whole;   /* of all taps */
    double fourth;          /* root of the sum of their fourth powers */
    struct portion portion; /* the last overlap that was asked for, and what it holds */
    struct moments moments;
};

struct template {
    struct system plain;  /* whose taps are as given, side by side; borrowed */
    struct box box;       /* how they lie for the engine */
    struct system system; /* see template_open */
    struct tap_run *run;
    double *h;
    struct path *path;
    struct column *column; /* column[plain.columns] */
};

/* Prepare the taps of a system with one path to each output, which must outlive the template. Taps
 * that are NaN meet no sample, and count as 0. template->system takes samples that are 0 where
 * they are missing, as they lie in the box. Its outputs are their sums of products with the
 * centred taps. If `omit`, it also takes the presence of samples, 1 or 0, in as many channels, and
 * its outputs are those sums, then for each of them the sum of the centred taps that meet a
 * sample, then the sum of their squares. */
void template_open(struct template *, const struct system *plain, const struct box *, bool omit);
void template_close(struct template *);

/* The moments of a portion of the taps, one at least, centred. The spread is 0 if all are equal,
 * and only then; NaN if rounding has taken it. */
struct moments template_moments(struct template *, int column, const struct portion *);

#endif

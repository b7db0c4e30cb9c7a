/* pearson.h - Pearson's coefficient of correlation, by its definition. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef PEARSON_H
#define PEARSON_H

#include <math.h>
#include <stdbool.h>
#include <stddef.h>

/* The coefficient of u[count] and v[count], all finite, count >= 1, which may be scaled: in
 * [-1, 1], or NaN where all of u or all of v are equal. */
double pearson(double *u, double *v, size_t count);

/* Whether a coefficient of so many pairs must be rounded once, to be just 1 or -1 where they are
 * collinear. Many would take too long. */
static inline bool pearson_is_near(double r, size_t count)
{
    return count <= 32 && fabs(r) > 1 - 0x1p-40;
}

#endif

/* pearson.h - Pearson's coefficient of correlation, by its definition. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef PEARSON_H
#define PEARSON_H

#include <stddef.h>

/* The coefficient of u[count] and v[count], all finite, count >= 1, which are overwritten. NaN
 * where all of u or all of v are equal. */
double pearson(double *u, double *v, size_t count);

#endif

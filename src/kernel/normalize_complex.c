/* normalize_complex.c - scales a complex kernel.
 *
 * A column is its real and its imaginary part, a[taps] and b[taps]. All taps are first brought
 * near 1 by a power of two, so that no square overflows or vanishes. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "normalize.h"

#include "pair.h"
#include "util.h"

#include <math.h>

/* The parts of a column. */
struct column {
    double *a, *b;
    size_t taps;
};

static struct column column_of(const struct kernel *kernel, int c)
{
    double *a = kernel->h + 2 * (size_t)c * kernel->taps;
    return (struct column){a, a + kernel->taps, kernel->taps};
}

static double magnitude(double a, double b)
{
    return sqrt(a * a + b * b);
}

/* The norm of a column, > 0 unless its taps are all 0. */
static double norm_of(const struct column *column, enum norm norm)
{
    struct pair sum = {0};
    double peak = 0;

    for (size_t j = 0; j < column->taps; j++) {
        double a = column->a[j], b = column->b[j], size = magnitude(a, b);
        peak = fmax(peak, size);
        sum = pair_add(sum, (struct pair){norm == NORM_L1 ? size : a * a + b * b, 0});
    }
    return norm == NORM_PEAK ? peak : norm == NORM_L1 ? sum.high : sqrt(sum.high);
}

/* The sum of a part. */
static double sum_of(const double *h, size_t taps)
{
    struct pair sum = {0};

    for (size_t j = 0; j < taps; j++)
        sum = pair_add(sum, (struct pair){h[j], 0});
    return sum.high;
}

/* Multiply a column by the conjugate of p + qi. */
static void multiply(struct column *column, double p, double q)
{
    for (size_t j = 0; j < column->taps; j++) {
        double a = column->a[j], b = column->b[j];
        column->a[j] = a * p + b * q + 0.0; /* never -0 */
        column->b[j] = b * p - a * q + 0.0;
    }
}

static void divide(struct column *column, double divisor)
{
    for (size_t j = 0; j < column->taps; j++) {
        column->a[j] /= divisor;
        column->b[j] /= divisor;
    }
}

/* One column of integers that sums to p + qi becomes integers over p^2 + q^2. Whether it does, and
 * stays exact. */
static bool sum_whole(struct kernel *kernel)
{
    struct column column = column_of(kernel, 0);
    double p = sum_of(column.a, column.taps), q = sum_of(column.b, column.taps), size = 0;

    for (size_t j = 0; j < column.taps; j++) {
        if (column.a[j] != rint(column.a[j]) || column.b[j] != rint(column.b[j]))
            return false;
        size += fabs(column.a[j]) + fabs(column.b[j]);
    }
    double square = p * p + q * q;
    if (kernel->columns != 2 || square <= 0 || square * size >= 0x1p52)
        return false;
    multiply(&column, p, q);
    kernel->divisor = square;
    for (size_t j = 0; j < 2 * column.taps; j++) /* a follows b */
        if (fmod(column.a[j], square) != 0)
            return true;
    divide(&column, square);
    kernel->divisor = 0;
    return true;
}

/* Divide each column by its sum. 0, or -1: one is 0 up to rounding, already reported. */
static int sum_columns(struct kernel *kernel)
{
    for (int c = 0; c < kernel->columns / 2; c++) {
        struct column column = column_of(kernel, c);
        double p = sum_of(column.a, column.taps), q = sum_of(column.b, column.taps);
        double size = magnitude(p, q), all = norm_of(&column, NORM_L1);
        if (size <= (double)column.taps * 0x1p-53 * all) {
            util_error("--normalize=sum: column %d of %s sums to zero", c + 1, kernel->name);
            return -1;
        }
        multiply(&column, p / size, q / size);
        divide(&column, size);
    }
    return 0;
}

int kernel_normalize_complex(struct kernel *kernel, enum norm norm)
{
    double most = 0;

    kernel->divisor = 0; /* it would change no norm's result */
    if (norm == NORM_SUM && sum_whole(kernel))
        return 0;
    kernel_bring_near_one(kernel->h, kernel->taps * (size_t)kernel->columns);
    if (norm == NORM_SUM)
        return sum_columns(kernel);
    for (int c = 0; c < kernel->columns / 2; c++) {
        struct column column = column_of(kernel, c);
        most = fmax(most, norm_of(&column, norm));
    }
    for (int c = 0; c < kernel->columns / 2; c++) {
        struct column column = column_of(kernel, c);
        divide(&column, most);
    }
    return 0;
}

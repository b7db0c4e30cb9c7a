/* axes.c - kernels of several axes. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "kernel.h"

#include "util.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Bring h[taps][columns] into the order h[columns][taps]. */
static void order_by_column(struct kernel *kernel)
{
    size_t columns = (size_t)kernel->columns, taps = kernel->taps;

    if (columns == 1)
        return;
    double *h = util_doubles(taps * columns);
    for (size_t c = 0; c < columns; c++)
        for (size_t j = 0; j < taps; j++)
            h[c * taps + j] = kernel->h[j * columns + c];
    free(kernel->h);
    kernel->h = h;
}

void kernel_fold(struct kernel *kernel, int axes, const int64_t *behind, int columns)
{
    size_t product = 1;

    for (int a = 1; a < axes; a++)
        product *= kernel->extent[a] = (size_t)behind[a - 1];
    kernel->taps = kernel->taps * (size_t)kernel->columns / (size_t)columns;
    kernel->columns = columns;
    kernel->extent[0] = kernel->taps / product;
    kernel->axes = axes;
    order_by_column(kernel);
}

static double power(double x, int exponent)
{
    double product = 1;

    for (int i = 0; i < exponent; i++)
        product *= x;
    return product;
}

int kernel_spread(struct kernel *kernel, int axes)
{
    enum { MOST = 1 << 26 };
    size_t extent = kernel->taps;
    double sum = 0, divisor = kernel->divisor;

    if (axes == 1)
        return 0;
    double *factor = util_doubles(extent);
    for (size_t j = 0; j < extent; j++)
        sum += fabs(kernel->h[j]);
    bool exact = divisor > 0 && power(fmax(sum, divisor), axes) < 0x1p53;
    for (size_t j = 0; j < extent; j++) {
        factor[j] = divisor > 0 && !exact ? kernel->h[j] / divisor : kernel->h[j];
        kernel->h[j] = factor[j];
    }
    kernel->divisor = exact ? power(divisor, axes) : 0;
    for (int a = 1; a < axes && kernel->taps <= MOST / extent; a++) {
        double *h = util_doubles(kernel->taps * extent);
        for (size_t i = 0; i < kernel->taps; i++)
            for (size_t j = 0; j < extent; j++)
                h[i * extent + j] = kernel->h[i] * factor[j];
        free(kernel->h);
        kernel->h = h;
        kernel->taps *= extent;
        kernel->extent[kernel->axes++] = extent;
    }
    free(factor);
    if (kernel->axes == axes)
        return 0;
    util_error("%s: %zu taps along each of %d axes are too many", kernel->name, extent, axes);
    return -1;
}

/* Where the taps of row i, along the last axis, are laid. */
static size_t place_of(const struct kernel *kernel, const size_t *stride, size_t i)
{
    size_t place = 0;

    for (int a = kernel->axes - 2; a >= 0; a--) {
        place += i % kernel->extent[a] * stride[a];
        i /= kernel->extent[a];
    }
    return place;
}

void kernel_lay_out(const struct kernel *kernel, const size_t *stride, struct system *system,
                    struct tap_run **run, double **h)
{
    size_t row = kernel->extent[kernel->axes - 1], rows = kernel->taps / row;
    size_t taps = place_of(kernel, stride, rows - 1) + row, columns = (size_t)system->columns;

    *run = util_array(rows, sizeof **run);
    *h = util_zeros(columns * taps);
    for (size_t i = 0; i < rows; i++) {
        (*run)[i] = (struct tap_run){place_of(kernel, stride, i), row};
        for (size_t c = 0; c < columns; c++)
            memcpy(*h + c * taps + (*run)[i].begin, system->h + c * system->taps + i * row,
                   row * sizeof **h);
    }
    system->taps = taps;
    system->h = *h;
    system->runs = rows;
    system->run = *run;
}

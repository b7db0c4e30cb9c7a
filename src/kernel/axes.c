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

void kernel_fold(struct kernel *kernel, int axes, const int64_t *after, int columns)
{
    size_t product = 1;

    for (int a = 0; a < axes; a++)
        kernel->origin[a] = -1;
    for (int a = 1; a < axes; a++)
        product *= kernel->extent[a] = (size_t)after[a - 1];
    kernel->taps = kernel->taps * (size_t)kernel->columns / (size_t)columns;
    kernel->columns = columns;
    kernel->extent[0] = kernel->taps / product;
    kernel->axes = axes;
    order_by_column(kernel);
}

int kernel_leave_out(struct kernel *kernel, const int *place)
{
    int kept = 0;

    for (int a = 0; a < kernel->axes; a++) {
        if (place[a] < 0 && kernel->extent[a] != 1) {
            util_error("%s has %zu taps along axis %d, which is not convolved", kernel->name,
                       kernel->extent[a], a);
            return -1;
        }
        if (place[a] >= 0)
            kernel->extent[kept++] = kernel->extent[a];
    }
    kernel->axes = kept;
    return 0;
}

/* Whether all taps are integers, over the divisor. The sum of their magnitudes is *size. */
static bool is_whole(const struct kernel *kernel, double *size)
{
    bool whole = true;

    *size = 0;
    for (size_t j = 0; j < kernel->taps; j++) {
        *size += fabs(kernel->h[j]);
        whole &= kernel->h[j] == rint(kernel->h[j]);
    }
    return whole;
}

/* The divisor of the products of the taps of two kernels; 0: they are to be divided first, for
 * they are no integers or too large. */
static double common_divisor(const struct kernel *a, const struct kernel *b)
{
    double of_a = a->divisor > 0 ? a->divisor : 1, of_b = b->divisor > 0 ? b->divisor : 1;
    double size_a, size_b;
    bool whole = is_whole(a, &size_a) && is_whole(b, &size_b);

    return whole && fmax(size_a, of_a) * fmax(size_b, of_b) < 0x1p53 ? of_a * of_b : 0;
}

int kernel_multiply(struct kernel *kernel, const struct kernel *factor)
{
    enum { MOST = 1 << 26 };
    size_t extent = factor->taps;
    double divisor = common_divisor(kernel, factor);
    double of_kernel = divisor <= 0 && kernel->divisor > 0 ? kernel->divisor : 1;
    double of_factor = divisor <= 0 && factor->divisor > 0 ? factor->divisor : 1;

    if (kernel->taps > MOST / extent) {
        util_error("%s: %zu x %zu taps are too many", factor->name, kernel->taps, extent);
        return -1;
    }
    double *h = util_doubles(kernel->taps * extent);
    for (size_t i = 0; i < kernel->taps; i++)
        for (size_t j = 0; j < extent; j++)
            h[i * extent + j] = kernel->h[i] / of_kernel * (factor->h[j] / of_factor);
    free(kernel->h);
    kernel->h = h;
    kernel->taps *= extent;
    kernel->divisor = divisor > 1 ? divisor : 0;
    kernel->origin[kernel->axes] = factor->origin[0];
    kernel->extent[kernel->axes++] = extent;
    return 0;
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

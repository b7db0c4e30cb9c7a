/* join.c - the columns of several kernels, side by side. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "kernel.h"

#include "util.h"

#include <stdlib.h>
#include <string.h>

/* Whether the columns of two kernels can belong to one; otherwise it is reported. */
static bool check_alike(const struct kernel *kernel, const struct kernel *other, int most)
{
    if (kernel->rate > 0 && other->rate > 0 && kernel->rate != other->rate)
        util_error("the rates differ: %s has %.10g Hz, %s %.10g Hz", kernel->name, kernel->rate,
                   other->name, other->rate);
    else if (kernel->complex != other->complex)
        util_error("%s is %s, and %s is %s: they cannot be columns of one kernel", kernel->name,
                   kernel->complex ? "complex" : "real", other->name,
                   other->complex ? "complex" : "real");
    else if (kernel->columns > most - other->columns)
        util_error("%s: with its channels the kernel has more than %d", other->name, most);
    else
        return true;
    return false;
}

/* from[rows][columns] -> the columns from `first` on of to[rows][all] */
static void copy_columns(const double *from, size_t rows, size_t columns, double *to, size_t all,
                         size_t first)
{
    for (size_t j = 0; j < rows; j++)
        memcpy(to + j * all + first, from + j * columns, columns * sizeof *to);
}

int kernel_join(struct kernel *kernel, const struct kernel *other, int most)
{
    size_t own = (size_t)kernel->columns, more = (size_t)other->columns, all = own + more,
           taps = kernel->taps > other->taps ? kernel->taps : other->taps;

    if (!check_alike(kernel, other, most))
        return -1;
    double *h = util_array(taps, all * sizeof *h);
    copy_columns(kernel->h, kernel->taps, own, h, all, 0);
    copy_columns(other->h, other->taps, more, h, all, own);
    free(kernel->h);
    kernel->h = h;
    kernel->taps = taps;
    kernel->columns = (int)all;
    if (kernel->rate <= 0 && other->rate > 0) {
        kernel->rate = other->rate;
        kernel->name = other->name; /* where rates differ it says whose this is */
    }
    return 0;
}

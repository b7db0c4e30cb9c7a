/* complex.c - the real sums that a complex convolution consists of.
 *
 * With taps h = a + bi and samples x = u + vi the parts of a product are
 *
 *     real       a u - b v
 *     imaginary  b u + a v
 *
 * so that a path from a complex channel through a complex column becomes four real ones, through
 * the columns a, b and -b. Of a real signal v is missing, of a real kernel b: no zeros are
 * multiplied for them. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "kernel.h"

#include "util.h"

#include <stdlib.h>
#include <string.h>

enum { COLUMNS = 3 }; /* a, b, -b */

/* The columns of a complex kernel for a complex signal: h[complex columns][COLUMNS][taps]. */
static double *with_negatives(const struct kernel *kernel)
{
    size_t taps = kernel->taps, columns = (size_t)kernel->columns / 2;
    double *h = util_doubles(columns * taps * COLUMNS);

    for (size_t c = 0; c < columns; c++) {
        double *own = h + c * taps * COLUMNS;
        memcpy(own, kernel->h + 2 * c * taps, 2 * taps * sizeof *h);
        for (size_t j = 0; j < taps; j++)
            own[2 * taps + j] = -own[taps + j];
    }
    return h;
}

/* The real column on the way from one part to another; -1: there is none. */
static int column_of(const struct kernel *kernel, bool complex, int column, int from, int to)
{
    bool across = from != to;

    if (!kernel->complex)
        return across ? -1 : column;
    if (!complex)
        return 2 * column + across;
    return COLUMNS * column + (!across ? 0 : from ? 2 : 1);
}

void kernel_split_paths(const struct kernel *kernel, bool complex, struct system *system,
                        struct path **paths, double **h)
{
    struct path *whole = *paths, *next = util_array(4 * system->paths, sizeof *next);
    size_t begin = 0, end, count = 0;

    for (; begin < system->paths; begin = end) {
        for (end = begin; end < system->paths && whole[end].out == whole[begin].out;)
            end++;
        for (int to = 0; to < 2; to++)
            for (size_t k = begin; k < end; k++)
                for (int from = 0; from < 1 + complex; from++) {
                    int column = column_of(kernel, complex, whole[k].column, from, to);
                    if (column >= 0)
                        next[count++] = (struct path){.in = (1 + complex) * whole[k].in + from,
                                                      .column = column,
                                                      .out = 2 * whole[k].out + to};
                }
    }
    free(whole);
    *paths = next;
    system->path = next;
    system->paths = count;
    system->ins *= 1 + complex;
    system->outs *= 2;
    if (complex && kernel->complex) {
        system->h = *h = with_negatives(kernel);
        system->columns = COLUMNS * (kernel->columns / 2);
    }
}

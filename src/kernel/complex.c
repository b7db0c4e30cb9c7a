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

#include <math.h>
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

/* Whether each complex column has both a real and an imaginary part. */
static bool has_both_parts(const struct kernel *kernel)
{
    bool both = true;

    for (int c = 0; c < kernel->columns; c++) {
        bool any = false;
        for (size_t j = 0; j < kernel->taps; j++)
            any = any || kernel->h[(size_t)c * kernel->taps + j] != 0;
        both = both && any;
    }
    return both;
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
        system->complex = has_both_parts(kernel);
    }
}

/* Check that for every complex output the sum of the taps along its paths is finite and not 0:
 * those from the real parts, or the only ones, of its inputs. */
static int check_sums(const struct kernel *kernel, const struct system *plain, bool complex)
{
    double sum[2] = {0}, size = 0;

    for (const struct path *p = plain->path, *end = p + plain->paths; p < end; p++) {
        const double *h = plain->h + (size_t)p->column * plain->taps;
        for (size_t j = 0; j < plain->taps && (!complex || p->in % 2 == 0); j++) {
            sum[p->out % 2] += h[j];
            size += fabs(h[j]);
        }
        if (p + 1 < end && p[1].out / 2 == p->out / 2)
            continue;
        if (!isfinite(size) ||
            fabs(sum[0]) + fabs(sum[1]) <= size * ((double)plain->taps * 0x1p-52)) {
            util_error("%s: the taps sum to %s: --nan=omit and --boundary=renorm have no weights "
                       "to rescale",
                       kernel->name, isfinite(size) ? "zero" : "infinity");
            return -1;
        }
        sum[0] = sum[1] = size = 0;
    }
    return 0;
}

/* The columns of a system divided by its divisor, and one of ones after them. */
static double *with_ones(const struct system *plain)
{
    size_t taps = plain->taps, count = taps * (size_t)plain->columns;
    double *h = util_doubles(count + taps), divisor = plain->divisor > 0 ? plain->divisor : 1;

    for (size_t j = 0; j < count; j++)
        h[j] = plain->h[j] / divisor;
    for (size_t j = 0; j < taps; j++)
        h[count + j] = 1;
    return h;
}

int kernel_add_complex_presence(const struct kernel *kernel, const struct system *plain,
                                bool complex, struct system *system, struct path **paths,
                                double **h)
{
    const struct path *end = plain->path + plain->paths;
    size_t count = plain->paths;

    if (check_sums(kernel, plain, complex) < 0)
        return -1;
    *h = with_ones(plain);
    *paths = util_array(3 * count, sizeof **paths);
    memcpy(*paths, plain->path, count * sizeof **paths);
    for (const struct path *p = plain->path; p < end; p++)
        if (!complex || p->in % 2 == 0)
            (*paths)[count++] = (struct path){p->in + plain->ins, p->column, p->out + plain->outs};
    for (const struct path *p = plain->path; p < end; p++)
        if (p->out % 2 == 0 && (!complex || p->in % 2 == 0))
            (*paths)[count++] =
                (struct path){p->in + plain->ins, plain->columns, p->out / 2 + 2 * plain->outs};
    *system = (struct system){.taps = plain->taps,
                              .columns = plain->columns + 1,
                              .h = *h,
                              .ins = 2 * plain->ins,
                              .outs = 2 * plain->outs + plain->outs / 2,
                              .paths = count,
                              .path = *paths};
    return 0;
}

/* transform.c - the spectrum of a block against the sum that defines it, by the frequencies'
 * names.
 *
 * Prints a line for all lengths: points looked at, and whether the worst error is within the
 * bound. The reference adds in long double. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "engine/transform/transform.h"
#include "util.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static const long double TURN = 6.283185307179586476925286766559L;

/* H((k + 1/2) / length) of h[count]. */
static void sum_up(const double *h, size_t count, size_t k, size_t length, long double sum[2])
{
    sum[0] = sum[1] = 0;
    for (size_t n = 0; n < count; n++) {
        long double angle = TURN * ((long double)((2 * k + 1) * n % (2 * length)) /
                                    (long double)(2 * length));
        sum[0] += h[n] * cosl(angle);
        sum[1] -= h[n] * sinl(angle);
    }
}

/* The worst error of some points, in units of the 2-norm of h; infinite where a frequency is
 * missing. */
static double try(size_t length, long *looked)
{
    struct transform *t = transform_open(length);
    size_t count = length / 8, step = length < 1000 ? 1 : length / 50 - 1;
    double *h = util_doubles(count), *z = util_doubles(t->doubles), worst = 0, norm = 0,
           largest = 0;
    char *seen = util_array(t->points, 1);

    for (size_t n = 0; n < count; n++) {
        h[n] = n % 7 ? 1.0 / (double)(n % 100 + 1) : -0.5;
        norm += h[n] * h[n];
    }
    transform_forward(t, NULL, h, NULL, count, z);
    for (size_t k = 0; k < t->points; k++) {
        double re, im;
        transform_take(t, z, k, &re, &im);
        largest = fmax(largest, re * re + im * im);
        seen[transform_frequency(t, k)]++;
        if (k % step)
            continue;
        long double sum[2];
        sum_up(h, count, k, length, sum);
        worst = fmax(worst, hypot((double)(re - sum[0]), (double)(im - sum[1])) /
                                sqrt(norm * (double)length));
        (*looked)++;
    }
    for (size_t k = 0; k < t->points; k++)
        worst = seen[k] == 1 ? worst : INFINITY;
    for (size_t point = 0; (point = transform_find(t, z, point, largest)) < t->points; point++) {
        double re, im;
        transform_take(t, z, transform_frequency(t, point), &re, &im);
        worst = re * re + im * im < largest ? INFINITY : worst;
    }
    if (transform_largest(t, z) < largest || transform_find(t, z, 0, largest) == t->points)
        worst = INFINITY;
    free(h);
    free(z);
    free(seen);
    transform_close(t);
    return worst;
}

int main(void)
{
    double worst = 0;
    long looked = 0;

    for (size_t length = 512; length <= (size_t)1 << 17; length *= 2)
        worst = fmax(worst, fmax(try(length, &looked), try(length / 2 * 3, &looked)) /
                                (4 * log2((double)length) * 0x1p-53));
    printf("transform: %ld points, %s\n", looked,
           worst <= 1 ? "within the bound" : "BEYOND THE BOUND");
    return !(worst <= 1);
}

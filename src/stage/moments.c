/* moments.c - a number near the mean of others. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "moments.h"

#include <math.h>

double mean_nearest(const double *x, size_t count, size_t step)
{
    double mean = 0, n = 0, nearest = 0, least = INFINITY;

    for (size_t i = 0; i < count; i++)
        n += isfinite(x[i * step]);
    for (size_t i = 0; i < count; i++)
        mean += isfinite(x[i * step]) ? x[i * step] / n : 0;
    for (size_t i = 0; i < count; i++) {
        double distance = fabs(x[i * step] - mean);
        if (isfinite(x[i * step]) && distance < least) {
            nearest = x[i * step];
            least = distance;
        }
    }
    return nearest;
}

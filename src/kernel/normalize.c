/* normalize.c - scales a kernel.
 *
 * The taps are first brought near 1 by a power of two, so that no norm overflows or vanishes. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "normalize.h"

#include "engine/response.h"
#include "util.h"

#include <math.h>

struct choice norm_choice(size_t i)
{
    static const struct choice choices[] = {
        {"none", "the taps as they are", NORM_NONE, NULL},
        {"sum", "each column sums to 1", NORM_SUM, NULL},
        {"l1", "the magnitudes sum to 1", NORM_L1, NULL},
        {"l2", "the squares sum to 1", NORM_L2, NULL},
        {"peak", "the largest magnitude is 1", NORM_PEAK, NULL},
        {"gain", "the largest gain at any frequency is 1", NORM_GAIN, NULL},
        {"xcorr", "coefficients of correlation, in [-1, 1]; with -c", NORM_XCORR, NULL},
        {"coeff", "correlation over the norms of both; with -c", NORM_COEFF, NULL},
        {"biased", "correlation over the longer's length; with -c", NORM_BIASED, NULL},
        {"unbiased", "the same less the lag's magnitude; with -c", NORM_UNBIASED, NULL},
        {0},
    };
    return choices[i];
}

/* Add x to a sum whose rounding errors are summed in *lost. */
static double add(double sum, double x, double *lost)
{
    double next = sum + x;
    *lost += fabs(sum) >= fabs(x) ? (sum - next) + x : (x - next) + sum;
    return next;
}

/* The sum of h[count], compensated (A. Neumaier, ZAMM 54, 1974): its error is about that of
 * rounding it once, unless the terms cancel. */
static double sum_of(const double *h, size_t count)
{
    double sum = 0, lost = 0;
    for (size_t j = 0; j < count; j++)
        sum = add(sum, h[j], &lost);
    return sum + lost;
}

static double l1_of(const double *h, size_t count)
{
    double sum = 0, lost = 0;
    for (size_t j = 0; j < count; j++)
        sum = add(sum, fabs(h[j]), &lost);
    return sum + lost;
}

static double l2_of(const double *h, size_t count)
{
    double sum = 0, lost = 0;
    for (size_t j = 0; j < count; j++)
        sum = add(sum, h[j] * h[j], &lost);
    return sqrt(sum + lost);
}

static double peak_of(const double *h, size_t count)
{
    double peak = 0;
    for (size_t j = 0; j < count; j++)
        peak = fabs(h[j]) > peak ? fabs(h[j]) : peak;
    return peak;
}

static void divide(double *h, size_t count, double divisor)
{
    for (size_t j = 0; j < count; j++)
        h[j] /= divisor;
}

/* Divide h[count] by its sum. Returns false, with h unchanged, if the sum is 0 up to rounding. */
static bool sum_to_one(double *h, size_t count)
{
    double sum = sum_of(h, count);
    if (fabs(sum) <= (double)count * 0x1p-53 * l1_of(h, count))
        return false;
    divide(h, count, sum);
    return true;
}

/* Scale each column whose products with samples might overflow or vanish. */
static void bring_columns_near_one(struct kernel *kernel)
{
    for (int c = 0; c < kernel->columns; c++) {
        double *h = kernel->h + (size_t)c * kernel->taps, peak = peak_of(h, kernel->taps);
        if (peak < 0x1p-300 || peak > 0x1p300)
            kernel_bring_near_one(h, kernel->taps);
    }
}

static int sum_columns(struct kernel *kernel)
{
    for (int c = 0; c < kernel->columns; c++) {
        double *h = kernel->h + (size_t)c * kernel->taps;
        kernel_bring_near_one(h, kernel->taps);
        if (!sum_to_one(h, kernel->taps)) {
            util_error("--normalize=sum: column %d of %s sums to zero", c + 1, kernel->name);
            return -1;
        }
    }
    return 0;
}

/* Subtract its mean from each column, so that a correlation ignores the signal's offset. */
static int centre_columns(struct kernel *kernel)
{
    for (int c = 0; c < kernel->columns; c++) {
        double *h = kernel->h + (size_t)c * kernel->taps;
        kernel_bring_near_one(h, kernel->taps);
        double before = l2_of(h, kernel->taps);
        /* the second pass removes the rounding error of the first mean */
        for (int pass = 0; pass < 2; pass++) {
            double mean = sum_of(h, kernel->taps) / (double)kernel->taps;
            for (size_t j = 0; j < kernel->taps; j++)
                h[j] -= mean;
        }
        double norm = l2_of(h, kernel->taps);
        if (norm <= before * 0x1p-50) {
            util_error("--normalize=xcorr: column %d of %s does not vary", c + 1, kernel->name);
            return -1;
        }
        divide(h, kernel->taps, norm);
    }
    return 0;
}

int kernel_check_varies(const struct kernel *kernel)
{
    for (int c = 0; c < kernel->columns; c++) {
        const double *h = kernel->h + (size_t)c * kernel->taps;
        size_t j = 1;
        while (j < kernel->taps && h[j] == h[0])
            j++;
        if (j >= kernel->taps) {
            util_error("--normalize=xcorr: column %d of %s does not vary", c + 1, kernel->name);
            return -1;
        }
    }
    return 0;
}

/* The norm of one column, > 0 unless its taps are all 0. */
static double norm_of(const struct kernel *kernel, const double *h, enum norm norm,
                      struct pool *pool)
{
    size_t taps = kernel->taps;

    switch (norm) {
    case NORM_L1:
        return l1_of(h, taps);
    case NORM_L2:
        return l2_of(h, taps);
    case NORM_GAIN:
        return response_peak_along(h, kernel->axes, kernel->extent, pool);
    default:
        return peak_of(h, taps);
    }
}

/* The sum of |h| of the taps, if they are integers and it is below 2^53; else 0. */
static double whole_size(const double *h, size_t count)
{
    double size = 0;

    for (size_t j = 0; j < count; j++) {
        size += fabs(h[j]);
        if (h[j] != rint(h[j]) || size >= 0x1p53)
            return 0;
    }
    return size;
}

static double greatest_common_divisor(double a, double b)
{
    while (b > 0) {
        double rest = fmod(a, b);
        a = b;
        b = rest;
    }
    return a;
}

/* Columns of integers that sum to other integers become ones that all sum to the divisor, their
 * least common multiple. Returns false, with the kernel unchanged, where a column is no such one
 * or would not stay one. */
static bool sum_whole_columns(struct kernel *kernel)
{
    double all = 1, growth = 0;

    for (int c = 0; c < kernel->columns; c++) {
        const double *h = kernel->h + (size_t)c * kernel->taps;
        double size = whole_size(h, kernel->taps), sum = fabs(sum_of(h, kernel->taps));
        if (size <= 0 || sum <= 0)
            return false;
        all *= sum / greatest_common_divisor(all, sum);
        growth = fmax(growth, size / sum);
        if (all * growth >= 0x1p52) /* with room for the rounding of the growth */
            return false;
    }
    for (int c = 0; c < kernel->columns; c++) {
        double *h = kernel->h + (size_t)c * kernel->taps, factor = all / sum_of(h, kernel->taps);
        for (size_t j = 0; j < kernel->taps; j++)
            h[j] = h[j] * factor + 0.0; /* never -0 */
    }
    kernel->divisor = all;
    return true;
}

/* Divide the kernel by the largest norm of its columns, which is kept as the divisor of integers
 * where it is an integer itself. */
static void divide_by_norm(struct kernel *kernel, enum norm norm, struct pool *pool)
{
    size_t taps = kernel->taps, count = taps * (size_t)kernel->columns;
    bool whole = whole_size(kernel->h, count) > 0 && (norm == NORM_L1 || norm == NORM_PEAK);
    double most = 0;

    if (!whole)
        kernel_bring_near_one(kernel->h, count);
    for (int c = 0; c < kernel->columns; c++)
        most = fmax(most, norm_of(kernel, kernel->h + (size_t)c * taps, norm, pool));
    if (whole)
        kernel->divisor = most;
    else
        divide(kernel->h, count, most);
}

/* Where all quotients are integers, make them the taps. */
static void divide_whole(struct kernel *kernel)
{
    size_t count = kernel->taps * (size_t)kernel->columns;

    if (kernel->divisor <= 0)
        return;
    for (size_t j = 0; j < count; j++)
        if (fmod(kernel->h[j], kernel->divisor) != 0)
            return;
    divide(kernel->h, count, kernel->divisor);
    kernel->divisor = 0;
}

int kernel_normalize(struct kernel *kernel, enum norm norm, struct pool *pool)
{
    size_t count = kernel->taps * (size_t)kernel->columns;

    if (norm == NORM_NONE || norm == NORM_BIASED || norm == NORM_UNBIASED)
        return 0;
    if (peak_of(kernel->h, count) <= 0) {
        const char *name = choice_word(norm_choice, (int)norm);
        util_error("--normalize=%s: the taps of %s are all zero", name, kernel->name);
        return -1;
    }
    if (kernel->complex && norm < NORM_GAIN)
        return kernel_normalize_complex(kernel, norm);
    if (kernel->complex) {
        util_error("--normalize=%s is of real kernels, and %s is complex",
                   choice_word(norm_choice, (int)norm), kernel->name);
        return -1;
    }
    kernel->divisor = 0; /* it would change no norm's result */
    if (norm == NORM_COEFF) {
        bring_columns_near_one(kernel);
        return 0;
    }
    if (norm == NORM_XCORR)
        return centre_columns(kernel);
    if (norm == NORM_SUM && !sum_whole_columns(kernel))
        return sum_columns(kernel);
    if (norm != NORM_SUM)
        divide_by_norm(kernel, norm, pool);
    divide_whole(kernel);
    return 0;
}

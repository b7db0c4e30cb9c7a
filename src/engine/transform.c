/* transform.c - right-angle transforms (see transform.h) over FFTW's complex ones, in place.
 *
 * Plans are made with FFTW_ESTIMATE: measured plans differ from run to run, and their results with them. */
#include "transform.h"
#include "vector.h"

#include "../util.h"

#include <fftw3.h>
#include <math.h>
#include <stdlib.h>

struct transform {
    size_t half;       /* complex points */
    double *weight;    /* exp(i pi n / length), weight[half][2] */
    fftw_plan forward, backward;
};

/* exp(i pi n / length) for n < half. Each is the product of a coarse and a fine factor, both correct to
 * the last bit or so: within 2 units of rounding, and some 20 times faster than sine and cosine of each. */
static void fill_weights(double *weight, size_t half)
{
    enum { FINE = 256 };
    double fine[FINE][2], angle = acos(-1) / (2 * (double)half);

    for (size_t n = 0; n < FINE; n++) {
        fine[n][0] = cos(angle * (double)n);
        fine[n][1] = sin(angle * (double)n);
    }
    for (size_t n = 0; n < half; n += FINE) {
        double re = cos(angle * (double)n), im = sin(angle * (double)n);
        for (size_t k = 0; k < FINE && n + k < half; k++) {
            weight[2 * (n + k)] = re * fine[k][0] - im * fine[k][1];
            weight[2 * (n + k) + 1] = re * fine[k][1] + im * fine[k][0];
        }
    }
}

struct transform *transform_open(size_t length)
{
    struct transform *t = util_array(1, sizeof *t);
    int points = (int)(length / 2);

    t->half = length / 2;
    t->weight = util_doubles(length);
    fill_weights(t->weight, t->half);
    double *z = util_doubles(length);
    t->forward = fftw_plan_dft_1d(points, (fftw_complex *)z, (fftw_complex *)z, FFTW_FORWARD, FFTW_ESTIMATE);
    t->backward = fftw_plan_dft_1d(points, (fftw_complex *)z, (fftw_complex *)z, FFTW_BACKWARD, FFTW_ESTIMATE);
    free(z);
    return t;
}

void transform_close(struct transform *t)
{
    fftw_destroy_plan(t->forward);
    fftw_destroy_plan(t->backward);
    free(t->weight);
    free(t);
}

/* z[n] = (re[n] + i im[n]) weight[n] */
VECTOR static void weigh(const double *re, const double *im, const double *weight, double *z, size_t points)
{
    for (size_t n = 0; n < points; n++) {
        double a = re[n], b = im[n], c = weight[2 * n], s = weight[2 * n + 1];
        z[2 * n] = a * c - b * s;
        z[2 * n + 1] = a * s + b * c;
    }
}

/* The same where im is zero. */
VECTOR static void weigh_real(const double *re, const double *weight, double *z, size_t points)
{
    for (size_t n = 0; n < points; n++) {
        z[2 * n] = re[n] * weight[2 * n];
        z[2 * n + 1] = re[n] * weight[2 * n + 1];
    }
}

void transform_forward(const struct transform *t, const double *x, size_t count, double *z)
{
    size_t both = count > t->half ? count - t->half : 0, one = count < t->half ? count : t->half;

    weigh(x, x + t->half, t->weight, z, both);
    weigh_real(x + both, t->weight + 2 * both, z + 2 * both, one - both);
    for (size_t n = 2 * one; n < 2 * t->half; n++)
        z[n] = 0;
    fftw_execute_dft(t->forward, (fftw_complex *)z, (fftw_complex *)z);
}

/* y[n] = the real or, with w[0] and w[1] traded, imaginary part of z[n] / weight[n], scaled */
VECTOR static void unweigh_real(const double *z, const double *weight, double scale, double *y, size_t points)
{
    for (size_t n = 0; n < points; n++)
        y[n] = (z[2 * n] * weight[2 * n] + z[2 * n + 1] * weight[2 * n + 1]) * scale;
}

VECTOR static void unweigh_imaginary(const double *z, const double *weight, double scale, double *y, size_t points)
{
    for (size_t n = 0; n < points; n++)
        y[n] = (z[2 * n + 1] * weight[2 * n] - z[2 * n] * weight[2 * n + 1]) * scale;
}

void transform_inverse(const struct transform *t, double *z, double *y, size_t first, size_t count)
{
    double scale = 1 / (double)t->half;
    size_t end = first + count, half = t->half;

    fftw_execute_dft(t->backward, (fftw_complex *)z, (fftw_complex *)z);
    if (first < half) {
        size_t points = (end < half ? end : half) - first;
        unweigh_real(z + 2 * first, t->weight + 2 * first, scale, y, points);
        y += points;
        first = half;
    }
    if (end > half)
        unweigh_imaginary(z + 2 * (first - half), t->weight + 2 * (first - half), scale, y, end - first);
}

VECTOR void transform_multiply(const struct transform *t, const double *a, const double *b, double *to)
{
    for (size_t n = 0; n < 2 * t->half; n += 2) {
        double re = a[n] * b[n] - a[n + 1] * b[n + 1], im = a[n] * b[n + 1] + a[n + 1] * b[n];
        to[n] = re;
        to[n + 1] = im;
    }
}

VECTOR void transform_add(const struct transform *t, const double *a, const double *b, double *to)
{
    for (size_t n = 0; n < 2 * t->half; n += 2) {
        double re = a[n] * b[n] - a[n + 1] * b[n + 1], im = a[n] * b[n + 1] + a[n + 1] * b[n];
        to[n] += re;
        to[n + 1] += im;
    }
}

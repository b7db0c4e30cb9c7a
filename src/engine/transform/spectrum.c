/* spectrum.c - spectra: whole ones, their subtransforms one by one, and their frequencies (see
 * transform.h). */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "lanes.h"
#include "subtransform.h"
#include "transform.h"
#include "vector.h"

void transform_sub_forward(const struct transform *t, size_t s, double *z)
{
    subtransform_forward(t->sub, s, z + s * t->sub_stride);
}

void transform_sub_inverse(const struct transform *t, size_t s, double *z)
{
    subtransform_inverse(t->sub, s, z + s * t->sub_stride);
}

void transform_sub_convolve(const struct transform *t, size_t s, double *z, const double *h)
{
    subtransform_convolve(t->sub, s, z + s * t->sub_stride, h + s * t->sub_stride);
}

void transform_sub_product(const struct transform *t, size_t s, const double *z, const double *h,
                           double *to)
{
    size_t at = s * t->sub_stride;
    subtransform_product(t->sub, z + at, h + at, to + at);
}

void transform_sub_add(const struct transform *t, size_t s, const double *z, const double *h,
                       double *to)
{
    size_t at = s * t->sub_stride;
    subtransform_add(t->sub, z + at, h + at, to + at);
}

/* Samples and their spectrum. */
struct analysis {
    const struct transform *transform;
    const double *x, *im; /* im: NULL for real samples */
    size_t count;
    double *z;
};

static void enter_piece(void *context, size_t piece, size_t worker)
{
    const struct analysis *a = context;
    (void)worker;
    if (a->im)
        transform_enter_complex(a->transform, piece, a->x, a->im, a->count, a->z);
    else
        transform_enter(a->transform, piece, a->x, a->count, a->z);
}

static void forward_sub(void *context, size_t s, size_t worker)
{
    const struct analysis *a = context;
    (void)worker;
    transform_sub_forward(a->transform, s, a->z);
}

void transform_enter_all(const struct transform *t, struct pool *pool, const double *x,
                         const double *im, size_t count, double *z)
{
    pool_run(pool, t->pieces, enter_piece, &(struct analysis){t, x, im, count, z});
}

void transform_forward(const struct transform *t, struct pool *pool, const double *x,
                       const double *im, size_t count, double *z)
{
    transform_enter_all(t, pool, x, im, count, z);
    pool_run(pool, t->subs, forward_sub, &(struct analysis){.transform = t, .z = z});
}

/* Point K of the spectrum is H((4 K - 1) / 4 P), which is the conjugate of H((4 (P - K) + 1) / 4
 * P). */
void transform_take(const struct transform *t, const double *z, size_t k, double *re, double *im)
{
    bool conjugate = k % 2 == 0;
    size_t point = conjugate ? (t->points - k / 2) % t->points : (k + 1) / 2;
    const double *at = z + point % t->subs * t->sub_stride +
                       subtransform_place(t->sub, point / t->subs);

    *re = at[0];
    *im = conjugate ? -at[LANES] : at[LANES];
}

VECTOR static double largest_power(const struct transform *t, const double *z)
{
    double most[LANES] = {0}, largest = 0;

    for (size_t s = 0; s < t->subs; s++)
        for (size_t n = 0; n < 2 * t->sub_points; n += ELEMENT) {
            const double *at = z + s * t->sub_stride + n;
            for (size_t l = 0; l < LANES; l++) {
                double power = at[l] * at[l] + at[LANES + l] * at[LANES + l];
                most[l] = power > most[l] ? power : most[l];
            }
        }
    for (size_t l = 0; l < LANES; l++)
        largest = most[l] > largest ? most[l] : largest;
    return largest;
}

double transform_largest(const struct transform *t, const double *z)
{
    return largest_power(t, z);
}

size_t transform_find(const struct transform *t, const double *z, size_t point, double least)
{
    for (; point < t->points; point++) {
        size_t n = point % t->sub_points;
        const double *at = z + point / t->sub_points * t->sub_stride + n / LANES * ELEMENT +
                           n % LANES;
        if (at[0] * at[0] + at[LANES] * at[LANES] >= least)
            break;
    }
    return point;
}

size_t transform_frequency(const struct transform *t, size_t point)
{
    size_t n = point % t->sub_points, s = point / t->sub_points;
    size_t k = s + t->subs * subtransform_frequency(t->sub, n / LANES * ELEMENT + n % LANES);
    return 2 * k <= t->points && k > 0 ? 2 * k - 1 : 2 * (t->points - k) % (2 * t->points);
}

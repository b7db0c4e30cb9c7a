/* lanes.c - transforms across the lanes (see lanes.h). Eight elements are transposed, so that each
 * lane becomes a vector. Products are written as in subtransform.c. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "lanes.h"
#include "butterfly.h"

#include <string.h>

/* to[2 k] = a[k], to[2 k + 1] = a[32 + k]: the six bits of the index are rotated by one. */
ALWAYS_INLINE void shuffle(const double *restrict a, double *restrict to)
{
    for (size_t k = 0; k < 32; k++) {
        to[2 * k] = a[k];
        to[2 * k + 1] = a[32 + k];
    }
}

/* Transpose 8 x 8 by rotating the index bits three times, which is best for vectors of eight. */
ALWAYS_INLINE void transpose_by_bits(double *a)
{
    double b[64], c[64];
    shuffle(a, b);
    shuffle(b, c);
    shuffle(c, a);
}

#ifdef VECTOR_SHUFFLE
/* Transpose the 4 x 4 block at a, in rows of 8, to the block at b. */
ALWAYS_INLINE void transpose_block(const double *a, double *b)
{
    typedef double four __attribute__((vector_size(32), may_alias));
    four r0 = *(const four *)a, r1 = *(const four *)(a + 8), r2 = *(const four *)(a + 16),
         r3 = *(const four *)(a + 24);
    four s0 = VECTOR_SHUFFLE(r0, r1, 0, 4, 2, 6), s1 = VECTOR_SHUFFLE(r0, r1, 1, 5, 3, 7);
    four s2 = VECTOR_SHUFFLE(r2, r3, 0, 4, 2, 6), s3 = VECTOR_SHUFFLE(r2, r3, 1, 5, 3, 7);

    *(four *)b = VECTOR_SHUFFLE(s0, s2, 0, 1, 4, 5);
    *(four *)(b + 8) = VECTOR_SHUFFLE(s1, s3, 0, 1, 4, 5);
    *(four *)(b + 16) = VECTOR_SHUFFLE(s0, s2, 2, 3, 6, 7);
    *(four *)(b + 24) = VECTOR_SHUFFLE(s1, s3, 2, 3, 6, 7);
}

/* Transpose 8 x 8 by quarters, which is best for vectors of four. */
ALWAYS_INLINE void transpose_by_blocks(double *a)
{
    _Alignas(64) double b[64];
    memcpy(b, a, sizeof b);
    transpose_block(b, a);
    transpose_block(b + 4, a + 32);
    transpose_block(b + 32, a + 4);
    transpose_block(b + 36, a + 36);
}
#else
#define transpose_by_blocks transpose_by_bits
#endif

ALWAYS_INLINE void transpose(bool wide, double *a)
{
    if (wide)
        transpose_by_bits(a);
    else
        transpose_by_blocks(a);
}

/* The factor of lane k of the elements l: table times turn. */
#define FACTOR(c, s)                                                                              \
    double tr = w[(k - 1) * ELEMENT + l], ti = w[(k - 1) * ELEMENT + LANES + l];                  \
    double c = tr * turn[2 * k - 2] + -ti * turn[2 * k - 1],                                      \
           s = tr * turn[2 * k - 1] + ti * turn[2 * k - 2]

/* Transform the lanes of eight elements at a time; the elements then become the lanes. */
ALWAYS_INLINE void forward_eights(bool wide, double *restrict z, size_t elements,
                                  const double *restrict w, const double *restrict turn)
{
    for (size_t e = 0; e < elements; e += LANES, z += LANES * ELEMENT, w += LANES_TABLE) {
        _Alignas(64) double re[64], im[64];
        for (size_t k = 0; k < LANES; k++)
            for (size_t l = 0; l < LANES; l++)
                re[8 * k + l] = z[k * ELEMENT + l], im[8 * k + l] = z[k * ELEMENT + LANES + l];
        transpose(wide, re);
        transpose(wide, im);
        INDEPENDENT for (size_t l = 0; l < LANES; l++) {
            double r[LANES], i[LANES];
            r[0] = re[l], i[0] = im[l];
            UNROLLED for (size_t k = 1; k < LANES; k++) {
                FACTOR(c, s);
                double a = re[8 * k + l], b = im[8 * k + l];
                r[k] = a * c + -b * s;
                i[k] = a * s + b * c;
            }
            butterfly8(r, i);
            UNROLLED for (size_t k = 0; k < LANES; k++)
                z[k * ELEMENT + l] = r[k], z[k * ELEMENT + LANES + l] = i[k];
        }
    }
}

ALWAYS_INLINE void inverse_eights(bool wide, double *restrict z, size_t elements,
                                  const double *restrict w, const double *restrict turn)
{
    for (size_t e = 0; e < elements; e += LANES, z += LANES * ELEMENT, w += LANES_TABLE) {
        _Alignas(64) double re[64], im[64];
        INDEPENDENT for (size_t l = 0; l < LANES; l++) {
            double r[LANES], i[LANES];
            UNROLLED for (size_t k = 0; k < LANES; k++)
                r[k] = z[k * ELEMENT + l], i[k] = z[k * ELEMENT + LANES + l];
            butterfly8(i, r);
            re[l] = r[0], im[l] = i[0];
            UNROLLED for (size_t k = 1; k < LANES; k++) {
                FACTOR(c, s);
                re[8 * k + l] = r[k] * c + i[k] * s;
                im[8 * k + l] = i[k] * c + -r[k] * s;
            }
        }
        transpose(wide, re);
        transpose(wide, im);
        for (size_t k = 0; k < LANES; k++)
            for (size_t l = 0; l < LANES; l++)
                z[k * ELEMENT + l] = re[8 * k + l], z[k * ELEMENT + LANES + l] = im[8 * k + l];
    }
}

VECTOR static void forward_wide(double *z, size_t elements, const double *w, const double *turn)
{
    forward_eights(true, z, elements, w, turn);
}

VECTOR static void forward_narrow(double *z, size_t elements, const double *w, const double *turn)
{
    forward_eights(false, z, elements, w, turn);
}

VECTOR static void inverse_wide(double *z, size_t elements, const double *w, const double *turn)
{
    inverse_eights(true, z, elements, w, turn);
}

VECTOR static void inverse_narrow(double *z, size_t elements, const double *w, const double *turn)
{
    inverse_eights(false, z, elements, w, turn);
}

void lanes_forward(double *z, size_t elements, const double *table, const double *turn)
{
    (VECTOR_IS_WIDE ? forward_wide : forward_narrow)(z, elements, table, turn);
}

void lanes_inverse(double *z, size_t elements, const double *table, const double *turn)
{
    (VECTOR_IS_WIDE ? inverse_wide : inverse_narrow)(z, elements, table, turn);
}

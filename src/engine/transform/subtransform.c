/* subtransform.c - passes over the elements of a subtransform, in plain loops over the lanes.
 *
 * Products are written a * c + -b * s. From a * c - b * s next to a * s + b * c gcc generates
 * fused instructions where the CPU has them, even with -ffp-contract=off, and the bits of the
 * result would depend on the CPU. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "subtransform.h"
#include "butterfly.h"
#include "lanes.h"

#include "util.h"

#include <stdlib.h>

enum {
    LEVELS = 16,
    NEAR = 64,    /* elements transformed forward and back at a time: 8 KiB */
    TABLED = 256, /* most elements of the table of lanes: 28 KiB */
};

/* A pass over m elements, which combines their `radix` parts and leaves each part to the next
 * pass. */
struct level {
    int radix;
    size_t bits; /* radix = 2^bits */
    size_t m;
    double *twiddle; /* exp(-2 pi i j k / m): twiddle[m / radix][radix - 1][2], k from 1 on */
};

/* After its passes element e of subtransform s holds frequency K = s + count k(e) of every lane;
 * lane l is to be multiplied by exp(-2 pi i l (4 K - 1) / 4 P). k(e) is the sum of a term for its
 * part and one for its place in the part, so the factor is a product. */
struct subtransform {
    size_t elements, count;
    size_t bits; /* elements = 2^bits */
    int levels;
    struct level level[LEVELS];
    size_t part;  /* elements */
    double *lane; /* of a place in a part, for lanes.h: lane[part / 8][LANES_TABLE] */
    double *turn; /* of a part: turn[count][elements / part][LANES_TURN] */
};

/* Plan passes of radix 8, preceded by as many of radix 4 as the size requires. */
static void plan_levels(struct subtransform *sub)
{
    size_t bits = 0, m = sub->elements;

    while ((size_t)1 << bits < m)
        bits++;
    sub->bits = bits;
    sub->part = m;
    while (m > 1) {
        size_t pass = bits % 3 == 0 ? 3 : 2;
        sub->part = sub->part > TABLED ? m : sub->part;
        sub->level[sub->levels++] = (struct level){.radix = 1 << pass, .bits = pass, .m = m};
        m >>= pass;
        bits -= pass;
    }
}

static void fill_levels(struct subtransform *sub, const struct roots *roots)
{
    for (int v = 0; v < sub->levels; v++) {
        struct level *level = &sub->level[v];
        size_t radix = (size_t)level->radix, unit = roots->n / level->m;
        double *w = level->twiddle = util_doubles(2 * (level->m / radix) * (radix - 1));
        for (size_t j = 0; j < level->m / radix; j++)
            for (size_t k = 1; k < radix; k++, w += 2)
                roots_take(roots, j * k * unit, &w[0], &w[1]);
    }
}

/* k(e) */
static size_t frequency(const struct subtransform *sub, size_t e)
{
    size_t k = 0, e_bits = sub->bits, k_bits = 0;

    for (int v = 0; v < sub->levels; v++) {
        e_bits -= sub->level[v].bits;
        k |= (e >> e_bits) << k_bits;
        e &= ((size_t)1 << e_bits) - 1;
        k_bits += sub->level[v].bits;
    }
    return k;
}

/* The element e with k(e) = k. */
static size_t element_of(const struct subtransform *sub, size_t k)
{
    size_t e = 0;

    for (int v = 0; v < sub->levels; v++) {
        size_t bits = sub->level[v].bits;
        e = e << bits | (k & (((size_t)1 << bits) - 1));
        k >>= bits;
    }
    return e;
}

size_t subtransform_place(const struct subtransform *sub, size_t k)
{
    size_t e = element_of(sub, k & (sub->elements - 1)), q = k >> sub->bits;
    return (e / LANES * LANES + q) * ELEMENT + e % LANES;
}

size_t subtransform_frequency(const struct subtransform *sub, size_t place)
{
    size_t e = place / ELEMENT / LANES * LANES + place % ELEMENT, q = place / ELEMENT % LANES;
    return frequency(sub, e) + sub->elements * q;
}

/* The roots are those of order 4 P. */
static void fill_lanes(struct subtransform *sub, const struct roots *roots)
{
    size_t parts = sub->elements / sub->part;
    double *turn = sub->turn = util_doubles(sub->count * parts * LANES_TURN);

    sub->lane = util_doubles(sub->part / LANES * LANES_TABLE);
    for (size_t e = 0; e < sub->part; e++) {
        double *w = sub->lane + e / LANES * LANES_TABLE + e % LANES;
        for (size_t l = 1; l < LANES; l++, w += ELEMENT)
            roots_take(roots, l * 4 * sub->count * frequency(sub, e), &w[0], &w[LANES]);
    }
    for (size_t s = 0; s < sub->count; s++)
        for (size_t part = 0; part < parts; part++) {
            size_t k = s + sub->count * frequency(sub, part * sub->part);
            for (size_t l = 1; l < LANES; l++, turn += 2)
                roots_take(roots, l * (4 * k + roots->n - 1), &turn[0], &turn[1]);
        }
}

struct subtransform *subtransform_open(size_t points, size_t count, const struct roots *roots)
{
    struct subtransform *sub = util_array(1, sizeof *sub);

    sub->elements = points / LANES;
    sub->count = count;
    plan_levels(sub);
    fill_levels(sub, roots);
    fill_lanes(sub, roots);
    return sub;
}

void subtransform_close(struct subtransform *sub)
{
    for (int v = 0; v < sub->levels; v++)
        free(sub->level[v].twiddle);
    free(sub->lane);
    free(sub->turn);
    free(sub);
}

/* One pass over m elements, and its inverse. Inlined where the radix is a constant. */
ALWAYS_INLINE void pass(int radix, double *z, size_t m, const double *w)
{
    size_t parts = (size_t)radix, step = m / parts * ELEMENT;

    for (size_t j = 0; j < m / parts; j++, z += ELEMENT, w += 2 * (parts - 1)) {
        INDEPENDENT for (size_t l = 0; l < LANES; l++) {
            double r[BUTTERFLY_MOST], im[BUTTERFLY_MOST];
            UNROLLED for (size_t k = 0; k < parts; k++)
                r[k] = z[k * step + l], im[k] = z[k * step + LANES + l];
            butterfly(radix, r, im);
            z[l] = r[0], z[LANES + l] = im[0];
            UNROLLED for (size_t k = 1; k < parts; k++) {
                double c = w[2 * k - 2], s = w[2 * k - 1];
                z[k * step + l] = r[k] * c + -im[k] * s;
                z[k * step + LANES + l] = r[k] * s + im[k] * c;
            }
        }
    }
}

ALWAYS_INLINE void pass_back(int radix, double *z, size_t m, const double *w)
{
    size_t parts = (size_t)radix, step = m / parts * ELEMENT;

    for (size_t j = 0; j < m / parts; j++, z += ELEMENT, w += 2 * (parts - 1)) {
        INDEPENDENT for (size_t l = 0; l < LANES; l++) {
            double r[BUTTERFLY_MOST], im[BUTTERFLY_MOST];
            r[0] = z[l], im[0] = z[LANES + l];
            UNROLLED for (size_t k = 1; k < parts; k++) {
                double c = w[2 * k - 2], s = w[2 * k - 1], a = z[k * step + l],
                       b = z[k * step + LANES + l];
                r[k] = a * c + b * s;
                im[k] = b * c + -a * s;
            }
            butterfly(radix, im, r);
            UNROLLED for (size_t k = 0; k < parts; k++)
                z[k * step + l] = r[k], z[k * step + LANES + l] = im[k];
        }
    }
}

/* A level's pass over elements[count], m elements at a time. */
VECTOR static void forward_level(const struct level *level, double *z, size_t count)
{
    for (; count > 0; count -= level->m, z += level->m * ELEMENT) {
        if (level->radix == 8)
            pass(8, z, level->m, level->twiddle);
        else
            pass(4, z, level->m, level->twiddle);
    }
}

VECTOR static void inverse_level(const struct level *level, double *z, size_t count)
{
    for (; count > 0; count -= level->m, z += level->m * ELEMENT) {
        if (level->radix == 8)
            pass_back(8, z, level->m, level->twiddle);
        else
            pass_back(4, z, level->m, level->twiddle);
    }
}

VECTOR static void scale(double *restrict z, const double *restrict h, size_t elements)
{
    for (size_t e = 0; e < elements; e++, z += ELEMENT, h += ELEMENT)
        for (size_t l = 0; l < LANES; l++) {
            double a = z[l], b = z[LANES + l], c = h[l], d = h[LANES + l];
            z[l] = a * c + -b * d;
            z[LANES + l] = a * d + b * c;
        }
}

/* The work on subtransform s, which is z. */
struct task {
    const struct subtransform *sub;
    size_t s;
    bool there, back;
    double *z;
    const double *h; /* spectrum to multiply by; NULL: none */
};

/* All that remains to be done with the m elements from e on, which are in one part of the
 * tables. */
static void work_lanes(const struct task *task, size_t e, size_t m)
{
    const struct subtransform *sub = task->sub;
    size_t part = task->s * (sub->elements / sub->part) + e / sub->part;
    const double *lane = sub->lane + e % sub->part / LANES * LANES_TABLE,
                 *turn = sub->turn + part * LANES_TURN;
    double *z = task->z + e * ELEMENT;

    if (task->there)
        lanes_forward(z, m, lane, turn);
    if (task->h)
        scale(z, task->h + e * ELEMENT, m);
    if (task->back)
        lanes_inverse(z, m, lane, turn);
}

/* Transform the m elements from e on, a part that the levels before v leave. A small part is done
 * level by level, a large one in turn part by part, so that each is transformed forward and back
 * while it is in the nearest cache that holds it. */
static void work_part(const struct task *task, int v, size_t e, size_t m)
{
    const struct subtransform *sub = task->sub;
    double *z = task->z + e * ELEMENT;
    int level = v, end = m <= NEAR ? sub->levels : v + 1;

    for (; level < end; level++)
        if (task->there)
            forward_level(&sub->level[level], z, m);
    if (m <= NEAR) {
        work_lanes(task, e, m);
    } else {
        size_t part = m / (size_t)sub->level[v].radix;
        for (size_t at = e; at < e + m; at += part)
            work_part(task, v + 1, at, part);
    }
    while (level-- > v)
        if (task->back)
            inverse_level(&sub->level[level], z, m);
}

void subtransform_forward(const struct subtransform *sub, size_t s, double *z)
{
    work_part(&(struct task){.sub = sub, .s = s, .there = true, .z = z}, 0, 0, sub->elements);
}

void subtransform_inverse(const struct subtransform *sub, size_t s, double *z)
{
    work_part(&(struct task){.sub = sub, .s = s, .back = true, .z = z}, 0, 0, sub->elements);
}

void subtransform_convolve(const struct subtransform *sub, size_t s, double *z, const double *h)
{
    work_part(&(struct task){sub, s, true, true, z, h}, 0, 0, sub->elements);
}

VECTOR static void multiply(const double *restrict z, const double *restrict h,
                            double *restrict to, size_t elements)
{
    for (size_t n = 0; n < elements * ELEMENT; n += ELEMENT)
        for (size_t l = n; l < n + LANES; l++) {
            to[l] = z[l] * h[l] + -z[l + LANES] * h[l + LANES];
            to[l + LANES] = z[l] * h[l + LANES] + z[l + LANES] * h[l];
        }
}

VECTOR static void multiply_add(const double *restrict z, const double *restrict h,
                                double *restrict to, size_t elements)
{
    for (size_t n = 0; n < elements * ELEMENT; n += ELEMENT)
        for (size_t l = n; l < n + LANES; l++) {
            to[l] += z[l] * h[l] + -z[l + LANES] * h[l + LANES];
            to[l + LANES] += z[l] * h[l + LANES] + z[l + LANES] * h[l];
        }
}

void subtransform_product(const struct subtransform *sub, const double *z, const double *h,
                          double *to)
{
    multiply(z, h, to, sub->elements);
}

void subtransform_add(const struct subtransform *sub, const double *z, const double *h, double *to)
{
    multiply_add(z, h, to, sub->elements);
}

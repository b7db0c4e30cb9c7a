/* row.c - the rows of a transform (see row.h), in plain loops over the lanes.
 *
 * Products are written a * c + -b * s: from a * c - b * s beside a * s + b * c gcc makes fused instructions where the CPU has
 * them, -ffp-contract=off or not, and the bits would depend on the CPU. */
#include "row.h"
#include "butterfly.h"

#include "../util.h"

#include <stdlib.h>
#include <string.h>

enum {
    LANES = 8,
    LEVELS = 16,
    NEAR = 64,     /* elements that are transformed there and back at a time: 8 KiB */
    TABLED = 256,  /* most elements of the table of lanes: 28 KiB */
    LANE_TABLE = (LANES - 1) * ROW_ELEMENT, /* doubles for eight elements */
    TURN = 2 * (LANES - 1), /* doubles for a part */
};

/* A pass over m elements: their `radix` parts together, then the parts each by itself. */
struct level {
    int radix;
    size_t m;
    double *twiddle; /* exp(-2 pi i j k / m): twiddle[m / radix][radix - 1][2], k from 1 on */
};

/* Element e of a row holds frequency K = index + rows k(e) of every lane; lane l is to be multiplied by
 * exp(-2 pi i l (4 K - 1) / 4 P). k(e) is that of the first element of its part and that of its place in the part, and so
 * the factor is a product. */
struct row {
    size_t elements, rows;
    int levels;
    struct level level[LEVELS];
    size_t part;  /* elements */
    double *lane; /* of a place in a part: lane[part / 8][l - 1][2][8], l from 1 on */
    double *turn; /* of a part: turn[rows][elements / part][l - 1][2] */
};

/* Passes of radix 8, and before them those of radix 4 that make it come out. */
static void plan_levels(struct row *row)
{
    size_t bits = 0, m = row->elements;

    while ((size_t)1 << bits < m)
        bits++;
    row->part = m;
    while (m > 1) {
        int radix = bits % 3 == 0 ? 8 : 4;
        row->part = row->part > TABLED ? m : row->part;
        row->level[row->levels++] = (struct level){.radix = radix, .m = m};
        m /= (size_t)radix;
        bits -= radix == 8 ? 3 : 2;
    }
}

static void fill_levels(struct row *row, const struct roots *roots)
{
    for (int v = 0; v < row->levels; v++) {
        struct level *level = &row->level[v];
        size_t radix = (size_t)level->radix, unit = roots->n / level->m;
        double *w = level->twiddle = util_doubles(2 * (level->m / radix) * (radix - 1));
        for (size_t j = 0; j < level->m / radix; j++)
            for (size_t k = 1; k < radix; k++, w += 2)
                roots_take(roots, j * k * unit, &w[0], &w[1]);
    }
}

/* k(e) */
static size_t frequency(const struct row *row, size_t e)
{
    size_t k = 0, scale = 1;

    for (int v = 0; v < row->levels; v++) {
        size_t part = row->level[v].m / (size_t)row->level[v].radix;
        k += scale * (e / part);
        e %= part;
        scale *= (size_t)row->level[v].radix;
    }
    return k;
}

/* The roots are of 4 P. */
static void fill_lanes(struct row *row, const struct roots *roots)
{
    size_t parts = row->elements / row->part;
    double *turn = row->turn = util_doubles(row->rows * parts * TURN);

    row->lane = util_doubles(row->part / LANES * LANE_TABLE);
    for (size_t e = 0; e < row->part; e++) {
        double *w = row->lane + e / LANES * LANE_TABLE + e % LANES;
        for (size_t l = 1; l < LANES; l++, w += ROW_ELEMENT)
            roots_take(roots, l * 4 * row->rows * frequency(row, e), &w[0], &w[LANES]);
    }
    for (size_t index = 0; index < row->rows; index++)
        for (size_t part = 0; part < parts; part++) {
            size_t k = index + row->rows * frequency(row, part * row->part);
            for (size_t l = 1; l < LANES; l++, turn += 2)
                roots_take(roots, l * (4 * k + roots->n - 1), &turn[0], &turn[1]);
        }
}

struct row *row_open(size_t points, size_t rows, const struct roots *roots)
{
    struct row *row = util_array(1, sizeof *row);

    row->elements = points / LANES;
    row->rows = rows;
    plan_levels(row);
    fill_levels(row, roots);
    fill_lanes(row, roots);
    return row;
}

void row_close(struct row *row)
{
    for (int v = 0; v < row->levels; v++)
        free(row->level[v].twiddle);
    free(row->lane);
    free(row->turn);
    free(row);
}

/* One pass over m elements, and its inverse. Inlined where the radix is a constant. */
ALWAYS_INLINE void pass(int radix, double *z, size_t m, const double *w)
{
    size_t parts = (size_t)radix, step = m / parts * ROW_ELEMENT;

    for (size_t j = 0; j < m / parts; j++, z += ROW_ELEMENT, w += 2 * (parts - 1)) {
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
    size_t parts = (size_t)radix, step = m / parts * ROW_ELEMENT;

    for (size_t j = 0; j < m / parts; j++, z += ROW_ELEMENT, w += 2 * (parts - 1)) {
        INDEPENDENT for (size_t l = 0; l < LANES; l++) {
            double r[BUTTERFLY_MOST], im[BUTTERFLY_MOST];
            r[0] = z[l], im[0] = z[LANES + l];
            UNROLLED for (size_t k = 1; k < parts; k++) {
                double c = w[2 * k - 2], s = w[2 * k - 1], a = z[k * step + l], b = z[k * step + LANES + l];
                r[k] = a * c + b * s;
                im[k] = b * c + -a * s;
            }
            butterfly(radix, im, r);
            UNROLLED for (size_t k = 0; k < parts; k++)
                z[k * step + l] = r[k], z[k * step + LANES + l] = im[k];
        }
    }
}

/* A level's pass over each of the elements[count], m at a time. */
VECTOR static void forward_level(const struct level *level, double *z, size_t count)
{
    for (; count > 0; count -= level->m, z += level->m * ROW_ELEMENT) {
        if (level->radix == 8)
            pass(8, z, level->m, level->twiddle);
        else
            pass(4, z, level->m, level->twiddle);
    }
}

VECTOR static void inverse_level(const struct level *level, double *z, size_t count)
{
    for (; count > 0; count -= level->m, z += level->m * ROW_ELEMENT) {
        if (level->radix == 8)
            pass_back(8, z, level->m, level->twiddle);
        else
            pass_back(4, z, level->m, level->twiddle);
    }
}

/* to[2 k] = a[k], to[2 k + 1] = a[32 + k]: a number of six bits is turned by one. */
ALWAYS_INLINE void shuffle(const double *restrict a, double *restrict to)
{
    for (size_t k = 0; k < 32; k++) {
        to[2 * k] = a[k];
        to[2 * k + 1] = a[32 + k];
    }
}

/* 8 x 8 by turning three times, which is best for vectors of eight. */
ALWAYS_INLINE void transpose_by_bits(double *a)
{
    double b[64], c[64];
    shuffle(a, b);
    shuffle(b, c);
    shuffle(c, a);
}

#ifdef VECTOR_SHUFFLE
/* The 4 x 4 at a, of rows of 8, to those at b. */
ALWAYS_INLINE void transpose_block(const double *a, double *b)
{
    typedef double four __attribute__((vector_size(32), may_alias));
    four r0 = *(const four *)a, r1 = *(const four *)(a + 8), r2 = *(const four *)(a + 16), r3 = *(const four *)(a + 24);
    four s0 = VECTOR_SHUFFLE(r0, r1, 0, 4, 2, 6), s1 = VECTOR_SHUFFLE(r0, r1, 1, 5, 3, 7);
    four s2 = VECTOR_SHUFFLE(r2, r3, 0, 4, 2, 6), s3 = VECTOR_SHUFFLE(r2, r3, 1, 5, 3, 7);

    *(four *)b = VECTOR_SHUFFLE(s0, s2, 0, 1, 4, 5);
    *(four *)(b + 8) = VECTOR_SHUFFLE(s1, s3, 0, 1, 4, 5);
    *(four *)(b + 16) = VECTOR_SHUFFLE(s0, s2, 2, 3, 6, 7);
    *(four *)(b + 24) = VECTOR_SHUFFLE(s1, s3, 2, 3, 6, 7);
}

/* 8 x 8 by quarters, which is best for vectors of four. */
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
#define FACTOR(c, s)                                                                            \
    double tr = w[(k - 1) * ROW_ELEMENT + l], ti = w[(k - 1) * ROW_ELEMENT + LANES + l];        \
    double c = tr * turn[2 * k - 2] + -ti * turn[2 * k - 1], s = tr * turn[2 * k - 1] + ti * turn[2 * k - 2]

/* The lanes of eight elements at a time, which are then lanes themselves. */
ALWAYS_INLINE void forward_eights(bool wide, double *restrict z, size_t elements, const double *restrict w,
                                  const double *restrict turn)
{
    for (size_t e = 0; e < elements; e += LANES, z += LANES * ROW_ELEMENT, w += LANE_TABLE) {
        _Alignas(64) double re[64], im[64];
        for (size_t k = 0; k < LANES; k++)
            for (size_t l = 0; l < LANES; l++)
                re[8 * k + l] = z[k * ROW_ELEMENT + l], im[8 * k + l] = z[k * ROW_ELEMENT + LANES + l];
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
                z[k * ROW_ELEMENT + l] = r[k], z[k * ROW_ELEMENT + LANES + l] = i[k];
        }
    }
}

ALWAYS_INLINE void inverse_eights(bool wide, double *restrict z, size_t elements, const double *restrict w,
                                  const double *restrict turn)
{
    for (size_t e = 0; e < elements; e += LANES, z += LANES * ROW_ELEMENT, w += LANE_TABLE) {
        _Alignas(64) double re[64], im[64];
        INDEPENDENT for (size_t l = 0; l < LANES; l++) {
            double r[LANES], i[LANES];
            UNROLLED for (size_t k = 0; k < LANES; k++)
                r[k] = z[k * ROW_ELEMENT + l], i[k] = z[k * ROW_ELEMENT + LANES + l];
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
                z[k * ROW_ELEMENT + l] = re[8 * k + l], z[k * ROW_ELEMENT + LANES + l] = im[8 * k + l];
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

VECTOR static void scale(double *restrict z, const double *restrict h, size_t elements)
{
    for (size_t e = 0; e < elements; e++, z += ROW_ELEMENT, h += ROW_ELEMENT)
        for (size_t l = 0; l < LANES; l++) {
            double a = z[l], b = z[LANES + l], c = h[l], d = h[LANES + l];
            z[l] = a * c + -b * d;
            z[LANES + l] = a * d + b * c;
        }
}

/* A transform of row z. */
struct task {
    const struct row *row;
    size_t index;
    bool there, back;
    double *z;
    const double *h; /* to multiply by in between; NULL: nothing */
};

/* All that remains of m elements from e on, which are in one part of the tables. */
static void work_lanes(const struct task *task, size_t e, size_t m)
{
    const struct row *row = task->row;
    size_t part = task->index * (row->elements / row->part) + e / row->part;
    const double *lane = row->lane + e % row->part / LANES * LANE_TABLE, *turn = row->turn + part * TURN;
    double *z = task->z + e * ROW_ELEMENT;

    if (task->there)
        (VECTOR_IS_WIDE ? forward_wide : forward_narrow)(z, m, lane, turn);
    if (task->h)
        scale(z, task->h + e * ROW_ELEMENT, m);
    if (task->back)
        (VECTOR_IS_WIDE ? inverse_wide : inverse_narrow)(z, m, lane, turn);
}

/* The m elements from e on, which the levels before v leave together: a few level by level, many part by part, so that
 * each is done there and back while it is in the nearest cache that holds it. */
static void work_part(const struct task *task, int v, size_t e, size_t m)
{
    const struct row *row = task->row;
    double *z = task->z + e * ROW_ELEMENT;
    int level = v, end = m <= NEAR ? row->levels : v + 1;

    for (; level < end; level++)
        if (task->there)
            forward_level(&row->level[level], z, m);
    if (m <= NEAR) {
        work_lanes(task, e, m);
    } else {
        size_t part = m / (size_t)row->level[v].radix;
        for (size_t at = e; at < e + m; at += part)
            work_part(task, v + 1, at, part);
    }
    while (level-- > v)
        if (task->back)
            inverse_level(&row->level[level], z, m);
}

void row_forward(const struct row *row, size_t index, double *z)
{
    work_part(&(struct task){.row = row, .index = index, .there = true, .z = z}, 0, 0, row->elements);
}

void row_inverse(const struct row *row, size_t index, double *z)
{
    work_part(&(struct task){.row = row, .index = index, .back = true, .z = z}, 0, 0, row->elements);
}

void row_convolve(const struct row *row, size_t index, double *z, const double *h)
{
    work_part(&(struct task){row, index, true, true, z, h}, 0, 0, row->elements);
}

VECTOR void row_product(const struct row *row, const double *restrict z, const double *restrict h, double *restrict to)
{
    for (size_t n = 0; n < row->elements * ROW_ELEMENT; n += ROW_ELEMENT)
        for (size_t l = n; l < n + LANES; l++) {
            to[l] = z[l] * h[l] + -z[l + LANES] * h[l + LANES];
            to[l + LANES] = z[l] * h[l + LANES] + z[l + LANES] * h[l];
        }
}

VECTOR void row_add(const struct row *row, const double *restrict z, const double *restrict h, double *restrict to)
{
    for (size_t n = 0; n < row->elements * ROW_ELEMENT; n += ROW_ELEMENT)
        for (size_t l = n; l < n + LANES; l++) {
            to[l] += z[l] * h[l] + -z[l + LANES] * h[l + LANES];
            to[l + LANES] += z[l] * h[l + LANES] + z[l + LANES] * h[l];
        }
}

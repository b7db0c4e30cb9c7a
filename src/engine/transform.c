/* transform.c - right-angle transforms (see transform.h) out of small complex ones by FFTW.
 *
 * FFTW's estimated plans are at their best up to some 128 points, so every transform is made of such. A row of C = A B
 * points, n = a B + b, lies as A lines of B points:
 *
 *     columns   A points each, in place, n -> k = (a', b)
 *     twiddle   times exp(-2 pi i b a' / C)
 *     lines     B points each
 *
 * which leaves the spectrum in another order; nobody minds. That is all where a transform has one row. Longer ones
 * have R rows, n = r C + c, and the same steps once more around it: columns of R points, gathered GROUP at a
 * time from memory, and a twiddle factor exp(-2 pi i c r' / P), then each row as above, in the cache. (D. Bailey, "FFTs in
 * external or hierarchical memory", J. Supercomputing 4, 1990.)
 *
 * The weights w^n of the outermost step are the product of w^(a B), one factor a line, and w^b, which goes through the
 * columns and is taken into the twiddle factor: exp(-2 pi i b (4 a' - 1) / 4C). Lines and rows are padded, so that
 * the points of a column do not fall into the same sets of a cache.
 *
 * Products are written a * c + -b * s: from a * c - b * s beside a * s + b * c gcc makes fused instructions where the CPU has
 * them, -ffp-contract=off or not, and the bits would depend on the CPU.
 *
 * Plans are made with FFTW_ESTIMATE: measured plans differ from run to run, and their results with them. */
#include "transform.h"
#include "../vector.h"

#include "../util.h"

#include <fftw3.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    GROUP = 32,          /* columns gathered at a time: fewer do not keep the memory busy */
    PAD = 4,             /* points behind a line or a group: a cache line */
    STEP = 2 * (GROUP + PAD), /* doubles from a row of a group to the next */
    LEAST = 128,         /* points of the shortest transform */
    ONE_ROW = 1 << 14,   /* most points of one row: 256 KiB */
    MOST_ROWS = 1 << 16, /* of one transform */
    PIECES = 32,         /* of one with many rows: its columns, GROUP or more a piece */
};

struct tables {
    size_t lines, line_points, line_stride;  /* A, B, doubles from a line to the next */
    fftw_plan columns[2], line[2];           /* forward, inverse; all of a row */
    fftw_plan group[2];                      /* GROUP columns of a transform of many rows */
    double *weight;  /* outermost w^(a B) or w^(r C): weight[lines or rows][2] */
    double *twiddle; /* within a row, laid out as a row is; 0 in the padding */
    double *fine;    /* between rows, of columns 0 ... GROUP-1: fine[rows][GROUP + PAD][2] */
    double *coarse;  /* and of every GROUPth column: coarse[row_points / GROUP][rows][2] */
};

/* Lengths of columns that FFTW does without splitting them, which is up to 3 times as fast. */
static bool is_short(size_t rows)
{
    return rows <= 16 || rows == 20 || rows == 25 || rows == 32 || rows == 64 || rows == 128;
}

/* How many points a row has: no more than lets the columns be short. */
static size_t row_points(size_t points)
{
    if (points <= ONE_ROW)
        return points;
    size_t row = 1 << 11;
    while (row < ONE_ROW && !(points % row == 0 && is_short(points / row)))
        row *= 2;
    return row;
}

/* Points of a line: about the root, a power of two. */
static size_t line_points(size_t row)
{
    size_t line = 16;
    while (line * line < row)
        line *= 2;
    return line;
}

bool transform_fits(size_t length)
{
    size_t points = length / 2;
    size_t row = row_points(points), rows = points / row, line = line_points(row);
    return length % 2 == 0 && points >= LEAST && points % row == 0 && row % line == 0 && is_short(row / line) &&
           (is_short(rows) || (rows & (rows - 1)) == 0) && rows <= MOST_ROWS;
}

/* w = exp(2 pi i m / n), n a multiple of 4, m < n; correct to the last bit or so, as the angle stays below pi / 4. */
static void root(double *w, size_t m, size_t n)
{
    bool below = m > n / 2, left, steep;
    if (below)
        m = n - m;
    left = m > n / 4;
    if (left)
        m = n / 2 - m;
    steep = 8 * m > n;
    if (steep)
        m = n / 4 - m;
    double angle = 6.283185307179586476925 * ((double)m / (double)n);
    double c = steep ? sin(angle) : cos(angle), s = steep ? cos(angle) : sin(angle);
    w[0] = left ? -c : c;
    w[1] = below ? -s : s;
}

/* exp(-2 pi i c (4 k - quarter) / 4n): quarter is 1 where the weight is taken in, else 0. */
static void twiddle(double *w, size_t c, size_t k, size_t quarter, size_t n)
{
    size_t full = 4 * n, m = c * ((4 * k + full - quarter) % full) % full;
    root(w, m ? full - m : 0, full);
}

static void multiply(const double *a, const double *b, double *to)
{
    double re = a[0] * b[0] - a[1] * b[1], im = a[0] * b[1] + a[1] * b[0];
    to[0] = re;
    to[1] = im;
}

/* The factors of columns 0, step, 2 step, ... at row k, to[stride c]. 16 near ones times each 16th give all: within
 * two roundings, and sines and cosines are slow. */
static void fill_series(double *to, size_t stride, size_t columns, size_t step, size_t k, size_t quarter, size_t n)
{
    double near[16][2], far[2] = {1, 0};

    for (size_t c = 0; c < columns; c++) {
        if (c < 16)
            twiddle(near[c], step * c, k, quarter, n);
        if (c % 16 == 0)
            twiddle(far, step * c, k, quarter, n);
        multiply(far, near[c % 16], to + stride * c);
    }
}

static void fill_tables(struct transform *t)
{
    struct tables *tables = t->tables;
    size_t outer = t->rows > 1 ? t->rows : tables->lines, groups = t->row_points / GROUP;

    tables->weight = util_doubles(2 * outer);
    for (size_t r = 0; r < outer; r++)
        root(tables->weight + 2 * r, r, 4 * outer);
    tables->twiddle = util_zeros(t->row_stride);
    for (size_t a = 0; a < tables->lines; a++)
        fill_series(tables->twiddle + a * tables->line_stride, 2, tables->line_points, 1, a, t->rows == 1, t->row_points);
    if (t->rows == 1)
        return;
    tables->fine = util_doubles(2 * GROUP * t->rows);
    tables->coarse = util_doubles(2 * groups * t->rows);
    for (size_t k = 0; k < t->rows; k++) {
        fill_series(tables->fine + 2 * GROUP * k, 2, GROUP, 1, k, 1, t->points);
        fill_series(tables->coarse + 2 * k, 2 * t->rows, groups, GROUP, k, 1, t->points);
    }
}

/* `count` transforms of n points, `stride` points apart within one and `distance` from one to the next, in place. */
static void make_plans(fftw_plan plan[2], size_t n, size_t count, size_t stride, size_t distance, double *memory)
{
    int points = (int)n;
    fftw_complex *z = (fftw_complex *)memory;
    for (int k = 0; k < 2; k++)
        plan[k] = fftw_plan_many_dft(1, &points, (int)count, z, NULL, (int)stride, (int)distance, z, NULL, (int)stride,
                                     (int)distance, k ? FFTW_BACKWARD : FFTW_FORWARD, FFTW_ESTIMATE);
}

struct transform *transform_open(size_t length)
{
    struct transform *t = util_array(1, sizeof *t);
    struct tables *tables = util_array(1, sizeof *tables);

    t->tables = tables;
    t->points = length / 2;
    t->row_points = row_points(t->points);
    t->rows = t->points / t->row_points;
    tables->line_points = line_points(t->row_points);
    tables->lines = t->row_points / tables->line_points;
    tables->line_stride = 2 * (tables->line_points + PAD);
    t->row_stride = tables->lines * tables->line_stride;
    t->doubles = t->rows * t->row_stride;
    t->pieces = t->rows > 1 ? PIECES : 1;
    fill_tables(t);

    size_t scratch = transform_scratch(t);
    double *memory = util_doubles(t->row_stride > scratch ? t->row_stride : scratch);
    make_plans(tables->columns, tables->lines, tables->line_points, tables->line_stride / 2, 1, memory);
    make_plans(tables->line, tables->line_points, tables->lines, 1, tables->line_stride / 2, memory);
    make_plans(tables->group, t->rows, GROUP, STEP / 2, 1, memory);
    free(memory);
    return t;
}

void transform_close(struct transform *t)
{
    struct tables *tables = t->tables;

    for (int k = 0; k < 2; k++) {
        fftw_destroy_plan(tables->columns[k]);
        fftw_destroy_plan(tables->line[k]);
        fftw_destroy_plan(tables->group[k]);
    }
    free(tables->weight);
    free(tables->twiddle);
    free(tables->fine);
    free(tables->coarse);
    free(tables);
    free(t);
}

size_t transform_scratch(const struct transform *t)
{
    return STEP * t->rows;
}

/* z[n] = (re[n] + i im[n]) (u + i v) */
static inline __attribute__((always_inline)) void weigh(const double *restrict re, const double *restrict im, double u,
                                                        double v, double *restrict z, size_t points)
{
    for (size_t n = 0; n < points; n++) {
        double a = re[n], b = im[n];
        z[2 * n] = a * u + -b * v;
        z[2 * n + 1] = a * v + b * u;
    }
}

/* re[n] or, with u and v exchanged and v negated, im[n] of z[n] / (u + i v). To finite[8] is added what is 0, or NaN where
 * one is not finite. */
static inline __attribute__((always_inline)) void unweigh(const double *restrict z, double u, double v, double *restrict y,
                                                          size_t points, double *finite)
{
    size_t n = 0;

    for (size_t k = 0; k < points; k++)
        y[k] = z[2 * k] * u + z[2 * k + 1] * v;
    for (; n + 8 <= points; n += 8)
        for (size_t l = 0; l < 8; l++)
            finite[l] += y[n + l] - y[n + l];
    for (; n < points; n++)
        finite[0] += y[n] - y[n];
}

/* `points` samples of x[count] from n on: where they lie, or a copy in pad with zeros behind the end. */
static inline const double *samples_at(const double *x, size_t count, size_t n, size_t points, double *pad)
{
    if (n + points <= count)
        return x + n;
    size_t there = n < count ? count - n : 0;
    if (there)
        memcpy(pad, x + n, there * sizeof *pad);
    memset(pad + there, 0, (points - there) * sizeof *pad);
    return pad;
}

VECTOR static void enter_one_row(const struct transform *t, const double *x, size_t count, double *z)
{
    const struct tables *tables = t->tables;
    size_t points = tables->line_points;
    double pad_re[points], pad_im[points]; /* at most 128 each: line_points(ONE_ROW) */

    for (size_t a = 0; a < tables->lines; a++) {
        const double *re = samples_at(x, count, a * points, points, pad_re);
        const double *im = samples_at(x, count, a * points + t->points, points, pad_im);
        weigh(re, im, tables->weight[2 * a], tables->weight[2 * a + 1], z + a * tables->line_stride, points);
        memset(z + a * tables->line_stride + 2 * points, 0, 2 * PAD * sizeof *z);
    }
}

VECTOR static bool leave_one_row(const struct transform *t, const double *z, double *y, size_t first, size_t count)
{
    const struct tables *tables = t->tables;
    size_t points = tables->line_points, end = first + count;
    double scale = 1 / (double)t->points, finite[8] = {0}, sum = 0;

    for (size_t part = 0; part < 2; part++)
        for (size_t a = 0; a < tables->lines; a++) {
            size_t n = part * t->points + a * points;
            size_t from = n > first ? n : first, to = n + points < end ? n + points : end;
            double u = tables->weight[2 * a] * scale, v = tables->weight[2 * a + 1] * scale;
            if (from < to)
                unweigh(z + a * tables->line_stride + 2 * (from - n), part ? -v : u, part ? u : v, y + (from - first),
                        to - from, finite);
        }
    for (size_t l = 0; l < 8; l++)
        sum += finite[l];
    return sum == 0;
}

/* A group of columns from c on: weighed, into column[rows][GROUP + PAD][2]. */
VECTOR static void gather(const struct transform *t, const double *x, size_t count, size_t c, double *restrict column)
{
    double pad_re[GROUP], pad_im[GROUP];

    for (size_t r = 0; r < t->rows; r++) {
        size_t n = r * t->row_points + c;
        const double *re = samples_at(x, count, n, GROUP, pad_re);
        const double *im = samples_at(x, count, n + t->points, GROUP, pad_im);
        double u = t->tables->weight[2 * r], v = t->tables->weight[2 * r + 1], *to = column + STEP * r;
        for (size_t g = 0; g < GROUP; g++) {
            double a = re[g], b = im[g];
            to[2 * g] = a * u + -b * v;
            to[2 * g + 1] = a * v + b * u;
        }
    }
}

/* Where column c of row 0 lies in z. */
static size_t column_offset(const struct transform *t, size_t c)
{
    const struct tables *tables = t->tables;
    return c / tables->line_points * tables->line_stride + 2 * (c % tables->line_points);
}

/* column[rows][GROUP + PAD][2], multiplied by their twiddle factors, to columns c ... of z, and zeros to the padding behind
 * them. */
VECTOR static void scatter(const struct transform *t, const double *restrict column, size_t c, double *restrict z)
{
    const double *coarse = t->tables->coarse + 2 * (c / GROUP) * t->rows;
    bool last = (c + GROUP) % t->tables->line_points == 0;

    z += column_offset(t, c);
    for (size_t k = 0; k < t->rows; k++) {
        const double *fine = t->tables->fine + 2 * GROUP * k, *from = column + STEP * k;
        double u = coarse[2 * k], v = coarse[2 * k + 1], *to = z + k * t->row_stride;
        if (last)
            memset(to + 2 * GROUP, 0, 2 * PAD * sizeof *to);
        for (size_t g = 0; g < 2 * GROUP; g += 2) {
            double wr = u * fine[g] + -v * fine[g + 1], wi = u * fine[g + 1] + v * fine[g];
            to[g] = from[g] * wr + -from[g + 1] * wi;
            to[g + 1] = from[g] * wi + from[g + 1] * wr;
        }
    }
}

void transform_enter(const struct transform *t, size_t piece, const double *x, size_t count, double *z, double *scratch)
{
    if (t->rows == 1) {
        enter_one_row(t, x, count, z);
        return;
    }
    size_t columns = t->row_points / PIECES;
    for (size_t c = piece * columns; c < (piece + 1) * columns; c += GROUP) {
        gather(t, x, count, c, scratch);
        fftw_execute_dft(t->tables->group[0], (fftw_complex *)scratch, (fftw_complex *)scratch);
        scatter(t, scratch, c, z);
    }
}

/* row[] *= conjugate of w[] */
VECTOR static void scale_conjugate(double *restrict row, const double *restrict w, size_t doubles)
{
    for (size_t n = 0; n < doubles; n += 2) {
        double re = row[n] * w[n] + row[n + 1] * w[n + 1], im = row[n + 1] * w[n] + -row[n] * w[n + 1];
        row[n] = re;
        row[n + 1] = im;
    }
}

VECTOR static void scale(double *restrict row, const double *restrict w, size_t doubles)
{
    for (size_t n = 0; n < doubles; n += 2) {
        double re = row[n] * w[n] + -row[n + 1] * w[n + 1], im = row[n] * w[n + 1] + row[n + 1] * w[n];
        row[n] = re;
        row[n + 1] = im;
    }
}

void transform_row_forward(const struct transform *t, double *row)
{
    fftw_execute_dft(t->tables->columns[0], (fftw_complex *)row, (fftw_complex *)row);
    scale(row, t->tables->twiddle, t->row_stride);
    fftw_execute_dft(t->tables->line[0], (fftw_complex *)row, (fftw_complex *)row);
}

void transform_row_inverse(const struct transform *t, double *row)
{
    fftw_execute_dft(t->tables->line[1], (fftw_complex *)row, (fftw_complex *)row);
    scale_conjugate(row, t->tables->twiddle, t->row_stride);
    fftw_execute_dft(t->tables->columns[1], (fftw_complex *)row, (fftw_complex *)row);
}

void transform_row_scale(const struct transform *t, double *row, const double *h)
{
    scale(row, h, t->row_stride);
}

VECTOR void transform_row_product(const struct transform *t, const double *restrict row, const double *restrict h,
                                  double *restrict to)
{
    for (size_t n = 0; n < t->row_stride; n += 2) {
        to[n] = row[n] * h[n] + -row[n + 1] * h[n + 1];
        to[n + 1] = row[n] * h[n + 1] + row[n + 1] * h[n];
    }
}

VECTOR void transform_row_add(const struct transform *t, const double *restrict row, const double *restrict h,
                              double *restrict to)
{
    for (size_t n = 0; n < t->row_stride; n += 2) {
        to[n] += row[n] * h[n] + -row[n + 1] * h[n + 1];
        to[n + 1] += row[n] * h[n + 1] + row[n + 1] * h[n];
    }
}

/* Columns c ... of z, divided by their twiddle factors, to column[rows][GROUP + PAD][2]. */
VECTOR static void gather_back(const struct transform *t, const double *restrict z, size_t c, double *restrict column)
{
    const double *coarse = t->tables->coarse + 2 * (c / GROUP) * t->rows;

    z += column_offset(t, c);
    for (size_t k = 0; k < t->rows; k++) {
        const double *fine = t->tables->fine + 2 * GROUP * k, *from = z + k * t->row_stride;
        double u = coarse[2 * k], v = coarse[2 * k + 1], *to = column + STEP * k;
        for (size_t g = 0; g < 2 * GROUP; g += 2) {
            double wr = u * fine[g] + -v * fine[g + 1], wi = u * fine[g + 1] + v * fine[g];
            to[g] = from[g] * wr + from[g + 1] * wi;
            to[g + 1] = from[g + 1] * wr + -from[g] * wi;
        }
    }
}

/* Put value[GROUP] at samples n ... of which those in first ... end go to y, which begins at first. */
static inline void put(const double *value, size_t n, double *y, size_t first, size_t end)
{
    if (n >= first && n + GROUP <= end) {
        memcpy(y + (n - first), value, GROUP * sizeof *y);
        return;
    }
    for (size_t g = 0; g < GROUP; g++)
        if (n + g >= first && n + g < end)
            y[n + g - first] = value[g];
}

/* column[rows][GROUP + PAD][2], unweighed and scaled, to the samples of columns c ... Returns 0 where all are finite, or NaN. */
VECTOR static double scatter_back(const struct transform *t, const double *restrict column, size_t c,
                                double *restrict y, size_t first, size_t end)
{
    double factor = 1 / (double)t->points, re[GROUP], im[GROUP], finite[GROUP] = {0}, sum = 0;

    for (size_t r = 0; r < t->rows; r++) {
        size_t n = r * t->row_points + c;
        double u = t->tables->weight[2 * r] * factor, v = t->tables->weight[2 * r + 1] * factor;
        const double *from = column + STEP * r;
        for (size_t g = 0; g < GROUP; g++) {
            re[g] = from[2 * g] * u + from[2 * g + 1] * v;
            im[g] = from[2 * g + 1] * u + -from[2 * g] * v;
            finite[g] += (re[g] - re[g]) + (im[g] - im[g]);
        }
        put(re, n, y, first, end);
        put(im, n + t->points, y, first, end);
    }
    for (size_t g = 0; g < GROUP; g++)
        sum += finite[g];
    return sum;
}

bool transform_leave(const struct transform *t, size_t piece, const double *z, double *y, size_t first, size_t count,
                     double *scratch)
{
    double finite = 0;

    if (t->rows == 1)
        return leave_one_row(t, z, y, first, count);
    size_t columns = t->row_points / PIECES;
    for (size_t c = piece * columns; c < (piece + 1) * columns; c += GROUP) {
        gather_back(t, z, c, scratch);
        fftw_execute_dft(t->tables->group[1], (fftw_complex *)scratch, (fftw_complex *)scratch);
        finite += scatter_back(t, scratch, c, y, first, first + count);
    }
    return finite == 0;
}

/* transform.h - the spectrum of a real block, for convolution. The only room that knows FFTW.
 *
 * Negacyclic ("right-angle") convolution: a real sequence x of even length L, taken modulo X^L + 1, is the complex
 * sequence of half that length, P = L/2, c[n] = x[n] + i x[n + P] modulo X^P - i. Weighted by w^n with
 * w = exp(i pi / L) it becomes cyclic, so one complex transform of P points serves L real samples, and two
 * spectra multiply point by point with nothing to unpack. What wraps around returns with its sign changed; overlap-save
 * throws those outputs away, as it does with a cyclic transform.
 * (R. Crandall, B. Fagin, "Discrete weighted transforms and large-integer arithmetic", Math. Comp. 62, 1994.)
 *
 * A spectrum is `rows` rows of `row_points` complex points; long transforms have many rows, so that each step works in
 * the cache. Since products are taken point by point, nobody asks in which order the points are. A whole
 * transform is transform_enter of every piece and then transform_row_forward of every row; back, transform_row_inverse of
 * every row and then transform_leave of every piece. Between the two a row is transformed, multiplied and transformed back
 * while it is in the cache. Different pieces, and different rows, may be done at the same time. */
#ifndef TRANSFORM_H
#define TRANSFORM_H

#include <stdbool.h>
#include <stddef.h>

struct transform {
    size_t points;     /* P, half the real length */
    size_t rows;       /* of a spectrum */
    size_t row_points; /* points = rows * row_points */
    size_t row_stride; /* doubles from a row to the next, >= 2 * row_points */
    size_t doubles;    /* of a spectrum: rows * row_stride */
    size_t pieces;     /* of entering and leaving; 1 where there is one row */
    struct tables *tables;
};

/* Whether blocks of so many real samples can be transformed. */
bool transform_fits(size_t length);

/* For blocks of `length` real samples that fit. Never NULL. Opening and closing are not thread-safe; using is,
 * with other data. */
struct transform *transform_open(size_t length);
void transform_close(struct transform *);

/* Doubles of the scratch memory that entering and leaving a piece need: scratch[...] from util_doubles. */
size_t transform_scratch(const struct transform *);

/* x[count], zeros behind it up to the length -> a piece of z[doubles], from util_doubles. */
void transform_enter(const struct transform *, size_t piece, const double *x, size_t count, double *z, double *scratch);

/* One row of z, row_points points. */
void transform_row_forward(const struct transform *, double *row);
void transform_row_inverse(const struct transform *, double *row);

/* row[] *= h[], point by point; to[] = or += row[] * h[], to apart from both. */
void transform_row_scale(const struct transform *, double *row, const double *h);
void transform_row_product(const struct transform *, const double *row, const double *h, double *to);
void transform_row_add(const struct transform *, const double *row, const double *h, double *to);

/* A piece of z[doubles] -> those samples of it that are in y[count], the real samples first .. first + count. z is left as
 * it is. There and back multiplies by 1. Returns whether all the samples are finite; some not in y may be seen as well. */
bool transform_leave(const struct transform *, size_t piece, const double *z, double *y, size_t first, size_t count,
                     double *scratch);

#endif

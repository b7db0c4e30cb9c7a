/* coefficient.c - Pearson's coefficients of correlation, from the sums of products.
 *
 * With n samples x and taps h that overlap, both shifted so that little of their means is left,
 * the coefficient is
 *
 *     (sum x h - sum x sum h / n) / sqrt((sum x^2 - (sum x)^2 / n) (sum h^2 - (sum h)^2 / n))
 *
 * The engine gives sum x h. Sums of x run along the signal. Sums of h are differences of sums over
 * its first taps, or, with missing samples between others, the engine's as well. (J. P. Lewis,
 * "Fast normalized cross-correlation", Vision Interface 1995; D. Padfield, "Masked object
 * registration in the Fourier domain", IEEE Transactions on Image Processing 21, 2012.)
 *
 * Where the engine's errors may be felt, since what overlaps varies far less than what is around
 * it, or lies far from its shift, the coefficient is not sure, and is computed anew (anew.h). */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "coefficient.h"

#include "pearson.h"

#include <math.h>

/* The error that a coefficient may have. */
static const double TOLERANCE = 0x1p-42;

/* Of a spread below this the squares had too few digits. */
static const double LEAST = 0x1p-900;

struct accuracy coefficient_accuracy(const struct plan *plan, const struct box *box)
{
    double taps = (double)box_pixels(box);

    return (struct accuracy){.error = plan->transform ? 0x1p-50 : 0x1p-53 * (8 + sqrt(taps)),
                             .samples = plan->transform ? plan->block + box_span(box) - 1 : 0};
}

bool coefficient_runs(const struct box *box)
{
    return box->axes == 1 && box->axis[0].stride == 1;
}

/* Set the energy, which a transform's accuracy needs, to that of x[count]. */
static void measure_energy(struct scan *s, struct samples x, size_t count)
{
    s->accuracy.energy = 0;
    for (size_t i = 0; i < count && s->accuracy.samples; i++) {
        double sample = x.x[i * x.step], centred = centre_apply(s->centre, sample);
        s->accuracy.energy += isfinite(sample) ? centred * centred : 0;
    }
}

void coefficient_prime(struct scan *s, struct samples x)
{
    if (!coefficient_runs(&s->template->box))
        return;
    for (size_t i = 0; i + 1 < s->template->plain.taps; i++)
        window_enter(&s->window, x.x[i * x.step]);
}

/* The moments of the taps that meet the samples of the window, or none if all taps are equal; y
 * are the sums of its output. */
static struct moments taps_of(struct scan *s, double present, const double *y, size_t part)
{
    const struct template *t = s->template;

    if (t->column[s->column].flat)
        return (struct moments){.count = present};
    if (present >= (double)t->plain.taps)
        return t->column[s->column].whole;
    if (!s->overlap->omit) {
        struct portion portion = box_portion(&t->box, s->pixel, (size_t)present);
        return template_moments(s->template, s->column, &portion);
    }
    double sum = y[part], squares = y[2 * part], spread = squares - sum * sum / present;
    return (struct moments){present, sum, squares, spread > 0 ? spread : NAN};
}

/* About the largest error of a coefficient. */
static double error_of(const struct scan *s, const struct moments *x, const struct moments *h)
{
    const struct accuracy *a = &s->accuracy;
    const struct column *c = &s->template->column[s->column];
    double pairs = (double)s->template->plain.taps;
    double around = a->samples ? a->energy : x->squares;
    double taps = a->samples ? c->whole.squares : h->squares;
    double error = a->error * sqrt(around / x->spread * (taps / h->spread));

    if (!s->overlap->omit || x->count >= pairs)
        return error;
    /* the sums of taps are the engine's as well, of as many ones */
    double ones = a->error * sqrt(a->samples ? (double)a->samples : pairs);
    double of_sum = ones * sqrt(c->whole.squares), of_squares = ones * c->fourth;
    return error + fabs(x->sum) / x->count / sqrt(x->spread) * (of_sum / sqrt(h->spread)) +
           (of_squares + 2 * fabs(h->sum) / x->count * of_sum) / h->spread;
}

/* The coefficient of a window that holds x; y are the sums of its output. */
static double coefficient(struct scan *s, struct moments x, const double *y, size_t part)
{
    if (isinf(x.count) || x.count < s->overlap->least)
        return NAN;
    if (x.spread == 0)
        return s->overlap->ends ? NAN : 0;
    struct moments h = taps_of(s, x.count, y, part);
    if (h.spread == 0)
        return NAN;
    double r = (*y - x.sum * h.sum / x.count) / (sqrt(x.spread) * sqrt(h.spread));
    bool sure = x.spread > LEAST && h.spread > LEAST && error_of(s, &x, &h) <= TOLERANCE;
    if (!sure || pearson_is_near(r, (size_t)x.count))
        return COEFFICIENT_UNSURE;
    return r > 1 ? 1 : r < -1 ? -1 : r;
}

/* With sums that run along the samples. */
static void run_along(struct scan *s, struct samples x, struct results results, double *r,
                      size_t step, size_t count)
{
    size_t taps = s->template->plain.taps;

    for (size_t i = 0; i < count; i++, s->pixel++) {
        const double *oldest = x.x + i * x.step;
        window_enter(&s->window, oldest[(taps - 1) * x.step]);
        if (window_is_worn(&s->window))
            window_renew(&s->window, oldest, taps, x.step);
        if (r[i * step] == COEFFICIENT_UNSURE)
            r[i * step] = coefficient(s, window_moments(&s->window), results.y + i * results.row,
                                      results.part);
        window_leave(&s->window, *oldest);
    }
}

/* With what windows of several axes hold. */
static void run_over(struct scan *s, struct samples x, struct results results, double *r,
                     size_t step, size_t count)
{
    contents_measure(s->contents, &s->template->box, x, s->centre, count);
    for (size_t i = 0; i < count; i++, s->pixel++)
        if (r[i * step] == COEFFICIENT_UNSURE)
            r[i * step] = coefficient(s, contents_moments(s->contents, i),
                                      results.y + i * results.row, results.part);
}

void coefficient_run(struct scan *s, struct samples x, struct results results, double *r,
                     size_t step, size_t count)
{
    measure_energy(s, x, count + box_span(&s->template->box) - 1);
    (coefficient_runs(&s->template->box) ? run_along : run_over)(s, x, results, r, step, count);
}

/* savgol.c - derivatives out of polynomials: savgol, deriv.
 *
 * savgol fits a polynomial to the taps' frames, whose middle is time 0, and takes its derivative there. In polynomials t[k]
 * that are orthogonal over the frames the fit is a sum of projections, so that
 *
 *     h[-x] = sum over k = 0 ... order of  t[k](x) t[k]^(d)(0) / norm[k]
 *
 * and nothing is to be solved. With X = 2x, N taps (discrete Chebyshev, or Gram, polynomials: NIST DLMF 18.22, Hahn's with
 * alpha = beta = 0):
 *
 *     (k+1) t[k+1] = (2k+1) X t[k] - k (N^2 - k^2) t[k-1],    norm[k] = N (N^2 - 1) ... (N^2 - k^2) / (2k+1)
 *
 * These are integers, exact in doubles where N is small; where it is not, the recurrence is stable for so low an order.
 * The error is below 2e-15 of the peak against rational arithmetic. */
#include "util.h"
#include "generator.h"

#include <math.h>
#include <stdlib.h>

enum { N, ORDER, DERIVATIVE, MOST_ORDER = 16, MOST_DIFFERENCE = 20 };

/* From the derivatives 0 ... d at x = 0 of t[k-1] and t[k] to those of t[k] and t[k+1]. */
static void step_derivatives(double *before, double *here, int d, int k, double last)
{
    for (int e = d; e >= 0; e--) {
        double next = ((2 * k + 1) * (e ? 2.0 * e * here[e - 1] : 0) - last * before[e]) / (k + 1);
        before[e] = here[e];
        here[e] = next;
    }
}

/* The same of t at the points; the first of them is X = 1 - taps. */
static void step_points(double *before, double *here, size_t taps, int k, double last)
{
    for (size_t j = 0; j < taps; j++) {
        double x = 2 * (double)j - ((double)taps - 1);
        double next = ((2 * k + 1) * x * here[j] - last * before[j]) / (k + 1);
        before[j] = here[j];
        here[j] = next;
    }
}

static void fit(double *h, size_t taps, int order, int d)
{
    double *before = util_zeros(taps), *here = util_zeros(taps), square = (double)taps * (double)taps;
    double derivatives_before[MOST_ORDER + 1] = {0}, derivatives[MOST_ORDER + 1] = {1}, norm = (double)taps;

    for (size_t j = 0; j < taps; j++)
        here[j] = 1;
    for (int k = 0; k <= order; k++) {
        double factor = derivatives[d] * (2 * k + 1) / norm, last = k * (square - k * k);
        for (size_t j = 0; j < taps; j++)
            h[taps - 1 - j] += factor * here[j];
        step_points(before, here, taps, k, last);
        step_derivatives(derivatives_before, derivatives, d, k, last);
        norm *= square - (k + 1) * (k + 1);
    }
    free(before);
    free(here);
}

static const char *make_savgol(const double *argument, struct kernel *kernel)
{
    if (argument[ORDER] >= argument[N])
        return "order must be below n";
    if (argument[DERIVATIVE] > argument[ORDER])
        return "d must not be above order: that derivative is 0";
    kernel->taps = (size_t)argument[N];
    kernel->h = util_zeros(kernel->taps);
    fit(kernel->h, kernel->taps, (int)argument[ORDER], (int)argument[DERIVATIVE]);
    return NULL;
}

/* h[taps] convolved in place with 1, 0, -1 or 1, -2, 1: h[taps + 2]. */
static void differ(double *h, size_t taps, double middle, double last)
{
    for (size_t j = taps + 2; j-- > 0;)
        h[j] = (j < taps ? h[j] : 0) + (j >= 1 && j <= taps ? middle * h[j - 1] : 0) + (j >= 2 ? last * h[j - 2] : 0);
}

/* Second differences, and a central first one where the order is odd. All taps are integers, or halves of such. */
static const char *make_deriv(const double *argument, struct kernel *kernel)
{
    int order = (int)argument[0];

    kernel->h = util_zeros(2 * (size_t)order + 1);
    kernel->taps = 1;
    kernel->h[0] = order % 2 ? 0.5 : 1;
    for (int left = order; left > 0; left -= left % 2 ? 1 : 2, kernel->taps += 2)
        differ(kernel->h, kernel->taps, left % 2 ? 0 : -2, left % 2 ? -1 : 1);
    return NULL;
}

const struct generator generator_savgol = {
    .name = "savgol",
    .grammar = "savgol:N,ORDER[,d=0]",
    .help = "Savitzky-Golay: polynomials fitted to N frames",
    .parameter = {{.name = "n", .kind = KIND_TAPS, .required = true},
                  {.name = "order", .kind = KIND_WHOLE, .required = true, .most = MOST_ORDER},
                  {.name = "d", .kind = KIND_WHOLE, .most = MOST_ORDER}},
    .derivative = DERIVATIVE + 1,
    .make = make_savgol,
};

const struct generator generator_deriv = {
    .name = "deriv",
    .grammar = "deriv:K",
    .help = "the K-th derivative, by central differences",
    .parameter = {{.name = "k", .kind = KIND_WHOLE, .required = true, .least = 1, .most = MOST_DIFFERENCE}},
    .derivative = 1,
    .make = make_deriv,
};

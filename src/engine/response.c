/* response.c - finds the peak of a frequency response.
 *
 * H is computed at L frequencies k / L, L at least 8 times the taps. Turned by exp(2 pi i c k / L) with c the middle of the
 * taps, it oscillates by at most pi / 8 from one k to the next, so that between two of them the polynomial through the
 * 10 nearest on each side is right to 1e-15 of the peak (Lagrange's remainder: (pi/8)^20 (0.5 1.5 ... 9.5)^2 / 20!).
 * Every local maximum of |H(k / L)| that may be near the largest is then refined
 * on that polynomial by golden section. Within 1/2 of a k, |H|^2 falls to no less than cos(pi / 8) of its peak (M. Riesz),
 * so none is overlooked; and a parabola tells, within a factor of two, how far the peak is above the k beside it. */
#include "response.h"

#include "util.h"

#include <fftw3.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { SIDE = 10, POINTS = 2 * SIDE, OVERSAMPLE = 8, MOST_TAPS = 1 << 26, STEPS = 36 /* leave 1e-7 of what lies between two k */ };

static const double NOISE = 1 + 0x1p-47; /* what is above by no more is rounding: a peak at a k stays as it is */

struct response {
    const double *z;       /* z[length / 2 + 1][2]: H(k / length) */
    size_t length, taps;
    double turn[2];        /* the cosine and sine that turn H from one k to the next */
    double weight[POINTS]; /* barycentric, of equidistant points: (-1)^j binomial(POINTS - 1, j) */
};

/* The angle between two k, seen from the middle of the taps. */
static double turn_of(const struct response *r)
{
    return M_PI * (double)(r->taps - 1) / (double)r->length;
}

/* |H|^2 at k; H(-f) is the conjugate of H(f). */
static double power(const struct response *r, long k)
{
    size_t n = (size_t)labs(k);
    n = n > r->length / 2 ? r->length - n : n;
    return r->z[2 * n] * r->z[2 * n] + r->z[2 * n + 1] * r->z[2 * n + 1];
}

/* |H|^2 at `at`, between two k. */
static double power_at(const struct response *r, double at)
{
    double real = 0, imaginary = 0, weights = 0, first = floor(at) - (SIDE - 1);
    double angle = turn_of(r) * (first - at), c = cos(angle), s = sin(angle);

    if (at <= floor(at))
        return power(r, (long)at);
    for (int j = 0; j < POINTS; j++) {
        double k = first + j, weight = r->weight[j] / (at - k);
        bool beyond = k > (double)(r->length / 2), conjugate = k < 0 || beyond;
        size_t n = (size_t)(beyond ? (double)r->length - k : fabs(k));
        double a = r->z[2 * n], b = conjugate ? -r->z[2 * n + 1] : r->z[2 * n + 1];
        real += weight * (a * c + -b * s);
        imaginary += weight * (a * s + b * c);
        weights += weight;
        double next = c * r->turn[0] + -s * r->turn[1];
        s = c * r->turn[1] + s * r->turn[0];
        c = next;
    }
    return (real * real + imaginary * imaginary) / (weights * weights);
}

/* The largest |H|^2 between k - 1 and k + 1, where it has one maximum. */
static double refine(const struct response *r, long k)
{
    const double golden = 0.6180339887498949;
    double low = (double)k - 1, high = (double)k + 1;
    double left = high - golden * (high - low), right = low + golden * (high - low);
    double at_left = power_at(r, left), at_right = power_at(r, right);

    for (int i = 0; i < STEPS; i++) {
        if (at_left > at_right) {
            high = right;
            right = left;
            at_right = at_left;
            left = high - golden * (high - low);
            at_left = power_at(r, left);
        } else {
            low = left;
            left = right;
            at_left = at_right;
            right = low + golden * (high - low);
            at_right = power_at(r, right);
        }
    }
    return fmax(at_left, at_right);
}

static double peak_of(const struct response *r)
{
    long last = (long)(r->length / 2);
    double most = 0;

    for (long k = 0; k <= last; k++)
        most = fmax(most, power(r, k));
    for (long k = 0; k <= last; k++) {
        double before = power(r, k - 1), here = power(r, k), after = power(r, k + 1);
        double bend = 2 * here - before - after; /* the parabola's peak is at most bend / 8 above here */
        if (here < before || here < after || here + bend / 4 <= most * NOISE)
            continue;
        double refined = refine(r, k);
        if (refined > most * NOISE)
            most = refined;
    }
    return sqrt(most);
}

double response_peak(const double *h, size_t taps)
{
    struct response r = {.taps = taps, .length = 4 * POINTS};

    if (taps > MOST_TAPS)
        return -1;
    while (r.length < OVERSAMPLE * taps)
        r.length *= 2;
    double *z = util_zeros(r.length + 2);
    fftw_plan plan = fftw_plan_dft_r2c_1d((int)r.length, z, (fftw_complex *)z, FFTW_ESTIMATE);
    if (!plan) {
        free(z);
        return -1;
    }
    memcpy(z, h, taps * sizeof *z);
    fftw_execute(plan);
    fftw_destroy_plan(plan);
    r.z = z;
    r.turn[0] = cos(turn_of(&r));
    r.turn[1] = sin(turn_of(&r));
    for (int j = 0; j < POINTS; j++)
        r.weight[j] = j ? -r.weight[j - 1] * (POINTS - j) / j : 1;
    double peak = peak_of(&r);
    free(z);
    return peak;
}

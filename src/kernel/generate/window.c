/* window.c - windows as they are defined, whatever their sum. */
#include "window.h"

#include <math.h>

const char *const window_names[] = {"hamming", "hann", "blackman", "kaiser", NULL};

/* The modified Bessel function of order 0, of 2 sqrt(q): sum q^k / k!^2, whose terms are all positive. */
static double bessel(double q)
{
    double term = 1, sum = 1;
    for (int k = 1; term > sum * 0x1p-60; k++) {
        term *= q / ((double)k * k);
        sum += term;
    }
    return sum;
}

/* cos(2 pi turns), exact at every quarter up to a half. */
static double cosine(double turns)
{
    return sin(2 * M_PI * (0.25 - turns));
}

/* a0 - a1 cos t + a2 cos 2t, t = 2 pi n / (count - 1), n in the first half. */
static double cosines(enum window window, double turns)
{
    static const double a[][3] = {
        [WINDOW_HAMMING] = {0.54, 0.46, 0}, [WINDOW_HANN] = {0.5, 0.5, 0}, [WINDOW_BLACKMAN] = {0.42, 0.5, 0.08}};
    return a[window][0] + a[window][2] * cosine(turns > 0.25 ? 1 - 2 * turns : 2 * turns) - a[window][1] * cosine(turns);
}

void window_fill(enum window window, double beta, double *w, size_t count)
{
    double last = (double)count - 1, whole = bessel(beta * beta / 4);

    w[0] = 1;
    for (size_t n = 0; n <= (count - 1) / 2 && count > 1; n++) {
        /* kaiser: 1 - ((n - last/2) / (last/2))^2 = 4 n (last - n) / last^2 */
        double q = beta / last * (beta / last) * (double)n * (last - (double)n);
        w[n] = w[count - 1 - n] =
            window == WINDOW_KAISER ? bessel(q) / whole : cosines(window, (double)n / last);
    }
}

double window_lobe(enum window window, double beta)
{
    if (window == WINDOW_KAISER)
        return 2 * sqrt(1 + beta / M_PI * (beta / M_PI));
    return window == WINDOW_BLACKMAN ? 6 : 4;
}

/* window.c - windows as defined, not normalised. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "window.h"

#include "elementary.h"

#include <math.h>

const char *const window_names[] = {"hamming", "hann", "blackman", "kaiser", NULL};

/* The modified Bessel function of order 0 at beta sqrt(u), 0 <= u <= 1, as a polynomial in u:
 * the sum of (beta / 2)^2k u^k / k!^2, whose terms are all positive. */
struct bessel {
    int terms, plain; /* from `plain` on, terms are so small that doubles suffice */
    struct pair term[128]; /* at u = 1, where the later ones matter most; 122 at the largest beta */
};

static void open_bessel(struct bessel *bessel, double beta)
{
    struct pair square = pair_product(beta / 2, beta / 2), *term = bessel->term;
    double sum = term[0].high = 1;
    int k = 1;

    term[0].low = 0;
    bessel->plain = 0;
    for (; k < 2 || term[k - 1].high > sum * 0x1p-108; k++) {
        term[k] = pair_divide(pair_multiply(term[k - 1], square), (struct pair){(double)k * k, 0});
        sum += term[k].high;
        if (term[k].high > sum * 0x1p-56)
            bessel->plain = k + 1;
    }
    bessel->terms = k;
}

static struct pair bessel_at(const struct bessel *bessel, struct pair u)
{
    double tail = 0;
    int k = bessel->terms;
    while (--k >= bessel->plain)
        tail = tail * u.high + bessel->term[k].high;
    struct pair sum = {tail, 0};
    for (; k >= 0; k--)
        sum = pair_add(pair_multiply(sum, u), bessel->term[k]);
    return sum;
}

static struct pair plus(double a, struct pair x)
{
    return pair_add((struct pair){a, 0}, x);
}

/* a0 - a1 cos t + a2 cos 2t, t = 2 pi n / last, in terms of s = sin(t / 2)^2, where nothing
 * cancels:
 *
 *     hann      1/2 - 1/2 cos t                 = s
 *     hamming   0.54 - 0.46 cos t               = (2 + 23 s) / 25
 *     blackman  0.42 - 0.5 cos t + 0.08 cos 2t  = (9 + 16 s) s / 25 */
static struct pair cosines(enum window window, size_t n, size_t last)
{
    struct pair sine = elementary_turn((int64_t)n, 2 * (int64_t)last).sine;
    struct pair s = pair_multiply(sine, sine);

    switch (window) {
    case WINDOW_HANN:
        return s;
    case WINDOW_HAMMING:
        return plus(2, pair_times(s, 23));
    default:
        return pair_multiply(s, plus(9, pair_times(s, 16)));
    }
}

void window_fill(enum window window, double beta, struct taps *taps)
{
    size_t last = taps->count - 1;
    struct bessel bessel;

    if (window == WINDOW_KAISER)
        open_bessel(&bessel, beta);
    taps->at[0] = (struct pair){1, 0};
    for (size_t n = 0; n <= last / 2 && last > 0; n++) {
        /* kaiser: 1 - ((n - last/2) / (last/2))^2 = 4 n (last - n) / last^2 */
        double u = 4 * (double)n * (double)(last - n), square = (double)last * (double)last;
        taps->at[n] = taps->at[last - n] = window == WINDOW_KAISER
                                               ? bessel_at(&bessel, pair_quotient(u, square))
                                               : cosines(window, n, last);
    }
}

double window_lobe(enum window window, double beta)
{
    if (window == WINDOW_KAISER)
        return 2 * sqrt(1 + beta / M_PI * (beta / M_PI));
    return window == WINDOW_BLACKMAN ? 6 : 4;
}

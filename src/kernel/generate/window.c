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
    int terms, plain;      /* from `plain` on, terms are so small that doubles suffice */
    struct pair term[128]; /* at u = 1, where the later ones matter most; 122 for most beta */
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
static struct pair cosines(enum window_kind kind, size_t n, size_t last)
{
    struct pair sine = elementary_turn((int64_t)n, 2 * (int64_t)last).sine;
    struct pair s = pair_multiply(sine, sine);

    switch (kind) {
    case WINDOW_HAMMING:
        return plus(2, pair_times(s, 23));
    case WINDOW_BLACKMAN:
        return pair_multiply(s, plus(9, pair_times(s, 16)));
    default:
        return s;
    }
}

/* Hann's window with its middle drawn out to 1 - alpha of the length. */
static struct pair tukey(double alpha, size_t n, size_t last)
{
    if (alpha >= 1)
        return cosines(WINDOW_HANN, n, last);
    if (alpha <= 0 || (double)n > floor(alpha * (double)last / 2))
        return (struct pair){1, 0};
    struct pair ends = pair_product(alpha, 2 * (double)last);
    struct pair sine = elementary_turns(pair_divide((struct pair){(double)n, 0}, ends)).sine;
    return pair_multiply(sine, sine);
}

/* kaiser: 1 - ((n - last/2) / (last/2))^2 = 4 n (last - n) / last^2 */
static struct pair kaiser(const struct bessel *bessel, size_t n, size_t last)
{
    double u = 4 * (double)n * (double)(last - n), square = (double)last * (double)last;
    return bessel_at(bessel, pair_quotient(u, square));
}

void window_fill(const struct window *window, struct taps *taps)
{
    size_t count = taps->count, last = count - 1 + window->periodic;
    struct bessel bessel;

    if (window->kind == WINDOW_KAISER)
        open_bessel(&bessel, window->parameter);
    for (size_t n = 0; n <= last / 2 && count > 1; n++) {
        struct pair tap = window->kind == WINDOW_KAISER  ? kaiser(&bessel, n, last)
                          : window->kind == WINDOW_TUKEY ? tukey(window->parameter, n, last)
                                                         : cosines(window->kind, n, last);
        taps->at[n] = tap;
        if (last - n < count)
            taps->at[last - n] = tap;
    }
    if (count == 1)
        taps->at[0] = window_factor(window);
}

struct pair window_factor(const struct window *window)
{
    struct bessel bessel;

    switch (window->kind) {
    case WINDOW_HAMMING:
    case WINDOW_BLACKMAN:
        return (struct pair){25, 0};
    case WINDOW_KAISER:
        open_bessel(&bessel, window->parameter);
        return bessel_at(&bessel, (struct pair){1, 0});
    default:
        return (struct pair){1, 0};
    }
}

double window_lobe(const struct window *window)
{
    double beta = window->parameter;

    if (window->kind == WINDOW_KAISER)
        return 2 * sqrt(1 + beta / M_PI * (beta / M_PI));
    return window->kind == WINDOW_BLACKMAN ? 6 : 4;
}

/* response.c - finds the peak of a frequency response.
 *
 * H is computed at the frequencies (k + 1/2) / L, where L is at least 3/2 times the number of
 * taps. Multiplied by exp(2 pi i c f), with c the middle of the taps, its phase changes by less
 * than 2 pi / 3 from one k to the next. Between two k it is then
 *
 *     sum over j of  H[j] w(x - j),    w(x) = sin(pi x) / (pi x)  cosh(b s) / cosh(b),
 *
 * s^2 = 1 - (x / m)^2, over the m nearest points on each side, but for some exp(-b) of the peak,
 * b = pi m / 3 (J. J. Knab, IEEE Transactions on Information Theory 25, 1979): 1e-16 for m = 36.
 *
 * Within d of the peak |H| falls to no less than cos(2 pi d / 3) of it (M. Riesz): to 1/2 at the
 * nearest k. Where |H| is that large it is computed halfway between two k too. So the nearest half
 * of a k has at least cos(pi / 6) of the peak, and a parabola estimates, within a factor of two,
 * how far the peak lies above it. What may be the largest is refined by golden-section search.
 *
 * 32 arcs of the spectrum are read side by side, because their points are neighbours in memory. A
 * share of each arc is the work of one thread. No share knows the peaks of another, so that the
 * result does not depend on the number of threads.
 *
 * Most kernels have their peak at a frequency of 0, 1/4 or 1/2. There H needs no products, and is
 * summed separately. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "response.h"
#include "engine/transform/transform.h"

#include "elementary.h"
#include "thread/pool.h"
#include "util.h"
#include "vector.h"

#include <math.h>
#include <stdlib.h>

enum {
    SIDE = 36,
    POINTS = 2 * SIDE,
    MIDDLES = 16,        /* are computed at a time */
    GROUP = MIDDLES - 1, /* of k, looked at together */
    ARCS = 32,
    SHARES = 16,
    TILE = 64 * GROUP,                    /* k of an arc */
    ROW = SIDE + TILE + GROUP + SIDE + 1, /* with their neighbours */
    PARTS = 8,                            /* into which half a k is divided before the search */
    STEPS = 32                            /* reduce 2 parts to less than 1e-7 */
};

static const double FALL = 0.249;        /* < cos(pi / 3)^2 */
static const double NOISE = 1 + 0x1p-47; /* exceeding a peak by no more than this is rounding */

/* A place where |H|^2 may reach `most`. */
struct candidate {
    double at, most;
};

struct response {
    struct transform *transform;
    const double *z;             /* z[transform->doubles]: the spectrum of the taps */
    long count;                  /* frequencies: 0 <= k < count = L / 2 */
    double turn[ROW][2];         /* exp(2 pi i c j / L) */
    double middle[POINTS];       /* weights for half a k */
    double best;                 /* the largest |H|^2 known */
    struct candidate *candidate; /* candidate[candidates], room for `room` */
    size_t candidates, room;
};

/* H of ROW neighbouring k, turned so that its phase changes slowly. */
struct row {
    double re[ROW], im[ROW];
};

/* w(u + SIDE - 1 - j), 0 < u < 1. */
static void fill_weights(double u, double weight[POINTS])
{
    const double beta = M_PI * SIDE / 3;
    double sine = elementary_turns((struct pair){u / 2, 0}).sine.high / M_PI;

    for (int j = 0; j < POINTS; j++) {
        double x = u + (SIDE - 1 - j), square = x / SIDE * (x / SIDE), s = sqrt(1 - square);
        int up, down; /* b s - b = -b (x / m)^2 / (1 + s) */
        struct pair rising = elementary_exp((struct pair){-beta * square / (1 + s), 0}, &up);
        struct pair falling = elementary_exp((struct pair){-beta * s - beta, 0}, &down);
        double cosh = ldexp(rising.high, up) + ldexp(falling.high, down);
        weight[j] = (j % 2 ? sine : -sine) / x * cosh;
    }
}

/* H at any k, turned by j: H(-f) is the conjugate of H(f), and H(1 + f) is H(f). */
static void take(const struct response *r, long k, int j, double *re, double *im)
{
    bool inside = k >= 0 && k < r->count;
    long own = inside ? k : k < 0 ? -1 - k : 2 * r->count - 1 - k;
    double a, b, c = r->turn[j][0], s = r->turn[j][1];

    transform_take(r->transform, r->z, (size_t)own, &a, &b);
    b = inside ? b : -b;
    *re = a * c + -b * s;
    *im = a * s + b * c;
}

/* |H|^2 at `at`. */
static double power_at(const struct response *r, double at)
{
    double weight[POINTS], real = 0, imaginary = 0, re, im;
    long k = (long)floor(at);

    if (at <= (double)k) {
        take(r, k, 0, &re, &im);
        return re * re + im * im;
    }
    fill_weights(at - (double)k, weight);
    for (int j = 0; j < POINTS; j++) {
        take(r, k - (SIDE - 1) + j, j, &re, &im);
        real += weight[j] * re;
        imaginary += weight[j] * im;
    }
    return real * real + imaginary * imaginary;
}

/* The largest |H|^2 from low to high, where it has a single maximum. */
static double search(const struct response *r, double low, double high)
{
    const double golden = 0.6180339887498949;
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

/* The largest |H|^2 within half a k. */
static double refine(const struct response *r, double at)
{
    double best = 0, best_at = at;

    for (int i = -PARTS; i <= PARTS; i++) {
        double here = at + 0.5 * i / PARTS, power = power_at(r, here);
        if (power > best) {
            best = power;
            best_at = here;
        }
    }
    return fmax(best, search(r, best_at - 0.5 / PARTS, best_at + 0.5 / PARTS));
}

static void raise_best(struct response *r, double power)
{
    if (power > r->best * NOISE)
        r->best = power;
}

/* Forget the candidates that are no longer any. */
static void thin(struct response *r)
{
    size_t kept = 0;
    for (size_t i = 0; i < r->candidates; i++)
        if (r->candidate[i].most > r->best * NOISE)
            r->candidate[kept++] = r->candidate[i];
    r->candidates = kept;
}

static void add_candidate(struct response *r, double at, double most)
{
    if (r->candidates == r->room) {
        thin(r);
        if (r->candidates >= r->room / 2)
            r->candidate =
                util_grow(r->candidate, r->room = 2 * r->room + 1024, sizeof *r->candidate);
    }
    r->candidate[r->candidates++] = (struct candidate){at, most};
}

/* |H|^2 halfway after each of MIDDLES points; re and im are those of the first. */
VECTOR static void middle_powers(const double *re, const double *im, const double *weight,
                                 double *power)
{
    double real[MIDDLES] = {0}, imaginary[MIDDLES] = {0};

    for (int j = 0; j < POINTS; j++)
        for (int i = 0; i < MIDDLES; i++) {
            real[i] += weight[j] * re[i + j - (SIDE - 1)];
            imaginary[i] += weight[j] * im[i + j - (SIDE - 1)];
        }
    for (int i = 0; i < MIDDLES; i++)
        power[i] = real[i] * real[i] + imaginary[i] * imaginary[i];
}

/* The largest |H|^2 of a group and the k after it. */
static double largest_of(const double *re, const double *im)
{
    double most = 0;
    for (int i = 0; i <= GROUP; i++) {
        double power = re[i] * re[i] + im[i] * im[i];
        most = power > most ? power : most;
    }
    return most;
}

/* Look at a group of k, the first of which is re[0] and im[0], in steps of half a k. */
static void look_at(struct response *r, long k, const double *re, const double *im)
{
    double middle[MIDDLES], power[2 * MIDDLES];

    middle_powers(re - 1, im - 1, r->middle, middle);
    for (int i = 0; i < MIDDLES; i++) {
        power[2 * i] = middle[i];
        power[2 * i + 1] = re[i] * re[i] + im[i] * im[i];
        raise_best(r, middle[i]);
    }
    for (int i = 1; i < 2 * MIDDLES - 1; i++) {
        double bend = 2 * power[i] - power[i - 1] - power[i + 1];
        /* the peak of the parabola exceeds power[i] by at most bend / 8 */
        double most = power[i] + bend / 4;
        if (power[i] >= power[i - 1] && power[i] >= power[i + 1] && most > r->best * NOISE)
            add_candidate(r, (double)k + (i - 1) / 2.0, most);
    }
}

/* Look at the k from `first` of each arc on, as many as a tile has. */
static void look_at_tile(struct response *r, long first, struct row *rows)
{
    long arc = r->count / ARCS;
    long size = arc - first < TILE ? arc - first : TILE;

    for (int j = 0; j < SIDE + size + GROUP + SIDE + 1; j++)
        for (int a = 0; a < ARCS; a++)
            take(r, a * arc + first - SIDE + j, j, &rows[a].re[j], &rows[a].im[j]);
    for (int a = 0; a < ARCS; a++)
        for (long i = 0; i < size; i += GROUP) {
            const double *re = rows[a].re + SIDE + i, *im = rows[a].im + SIDE + i;
            if (largest_of(re, im) >= FALL * r->best)
                look_at(r, a * arc + first + i, re, im);
        }
}

/* A share of the tiles. */
static void look_at_share(void *context, size_t number, size_t worker)
{
    struct response *r = (struct response *)context + number;
    long tiles = r->count / ARCS / TILE + 1, share = (long)number;
    struct row *rows = util_array(ARCS, sizeof *rows);

    (void)worker;
    for (long t = tiles * share / SHARES; t < tiles * (share + 1) / SHARES; t++)
        look_at_tile(r, t * TILE, rows);
    free(rows);
}

/* The largest |H|^2; r->best is the largest already known. */
static double peak_of(struct response *r, struct pool *pool)
{
    struct response *share = util_array(SHARES, sizeof *share);

    r->best = fmax(r->best, transform_largest(r->transform, r->z));
    for (size_t s = 0; s < SHARES; s++)
        share[s] = *r;
    pool_run(pool, SHARES, look_at_share, share);
    for (size_t s = 0; s < SHARES; s++)
        raise_best(r, share[s].best);
    for (struct response *s = share; s < share + SHARES; s++) {
        for (size_t i = 0; i < s->candidates; i++)
            if (s->candidate[i].most > r->best * NOISE)
                raise_best(r, refine(r, s->candidate[i].at));
        free(s->candidate);
    }
    free(share);
    return r->best;
}

/* |H|^2 at 0, 1/4 or 1/2, whichever is largest, from compensated sums over every fourth tap. */
static double power_at_quarters(const double *h, size_t taps)
{
    double sum[4] = {0}, lost[4] = {0};

    for (size_t j = 0; j < taps; j++) {
        double *s = &sum[j % 4], next = *s + h[j], back = next - *s;
        lost[j % 4] += (*s - (next - back)) + (h[j] - back);
        *s = next;
    }
    for (int k = 0; k < 4; k++)
        sum[k] += lost[k];
    double even = sum[0] + sum[2], odd = sum[1] + sum[3], re = sum[0] - sum[2],
           im = sum[1] - sum[3];
    double ends = fabs(even) + fabs(odd);
    return fmax(ends * ends, re * re + im * im);
}

/* The length of the shortest transform that samples H densely enough. */
static size_t length_of(size_t taps)
{
    size_t length = 4, least = taps + (taps + 1) / 2;

    while (length < least || !transform_fits(length))
        length *= 2;
    size_t shorter = length / 4 * 3;
    return shorter >= least && transform_fits(shorter) ? shorter : length;
}

double response_peak(const double *h, size_t taps, struct pool *pool)
{
    size_t length = length_of(taps);
    struct transform *t = transform_open_once(length);
    double *z = util_doubles(t->doubles);
    struct response r = {.transform = t, .z = z, .count = (long)(length / 2)};

    transform_forward(t, pool, h, NULL, taps, z);
    for (int j = 0; j < ROW; j++) {
        struct pair turns = pair_quotient((double)j * (double)(taps - 1), 2 * (double)length);
        struct turn turn = elementary_turns(turns);
        r.turn[j][0] = turn.cosine.high;
        r.turn[j][1] = turn.sine.high;
    }
    fill_weights(0.5, r.middle);
    r.best = power_at_quarters(h, taps);
    double peak = sqrt(peak_of(&r, pool));
    free(z);
    transform_close(t);
    return peak;
}

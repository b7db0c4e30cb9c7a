/* nonfinite.c - NaN and infinity kept out of transforms.
 *
 * Once an IEEE 754 sum contains a non-finite term, its finite terms no longer matter. So the
 * transform gets zeros in place of non-finite samples, and their products are added to its
 * result. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "nonfinite.h"
#include "vector.h"

/* A power of two that scales samples down, so that no partial sum overflows unless the sum does. */
static const double SMALL = 0x1p-64;

enum { LANES = 8, PIECE = 256 };

VECTOR static bool any_nonfinite(const double *x, size_t samples)
{
    double sum = 0; /* x - x is 0 for a finite x and NaN for any other, and NaN stays */
    for (size_t i = 0; i < samples; i += PIECE) {
        size_t end = samples - i < PIECE ? samples : i + PIECE;
        double part[LANES] = {0};
        size_t k = i;
        for (; k + 4 * LANES <= end; k += 4 * LANES)
            INDEPENDENT for (size_t l = 0; l < LANES; l++) {
                double a = x[k + l], b = x[k + LANES + l];
                double c = x[k + 2 * LANES + l], d = x[k + 3 * LANES + l];
                part[l] += ((a - a) + (b - b)) + ((c - c) + (d - d));
            }
        for (; k < end; k++)
            sum += x[k] - x[k];
        for (size_t l = 0; l < LANES; l++)
            sum += part[l];
        if (sum != 0)
            return true;
    }
    return false;
}

bool nonfinite_any(const double *x, size_t samples)
{
    return any_nonfinite(x, samples);
}

/* Add the products of the non-finite samples along one path. An output that is NaN stays NaN, so a
 * run of NaNs is added only once to each output; `spoilt` is the end of the outputs that this path
 * has already made NaN. */
static void add_products(const double *h, size_t taps, const double *x, double *y, size_t frames)
{
    size_t spoilt = 0;

    for (size_t s = 0; s < frames + taps - 1; s++) {
        if (x[s] - x[s] == 0)
            continue;
        size_t begin = s < taps ? 0 : s - taps + 1, end = s < frames ? s + 1 : frames;
        if (x[s] != x[s] && begin < spoilt)
            begin = spoilt;
        for (size_t i = begin; i < end; i++)
            y[i] += h[i + taps - 1 - s] * x[s];
        if (x[s] != x[s] && end > spoilt)
            spoilt = end;
    }
}

/* An output's sum, computed from samples times `scale`, a power of two. */
static double sum_scaled(const struct system *system, const double *const *x, int out, size_t i,
                         double scale)
{
    double sum = 0;
    for (size_t k = 0; k < system->paths; k++) {
        const struct path *p = &system->path[k];
        const double *h = system_taps(system, p);
        for (size_t j = 0; p->out == out && j < system->taps; j++)
            sum += h[j] * (x[p->in][i + system->taps - 1 - j] * scale);
    }
    return sum / scale;
}

static double sum_directly(const struct system *system, const double *const *x, int out, size_t i)
{
    double sum = sum_scaled(system, x, out, i, 1);
    return sum - sum == 0 ? sum : sum_scaled(system, x, out, i, SMALL);
}

void nonfinite_repair(const struct system *system, const double *const *x, double *const *y,
                      size_t frames)
{
    for (int o = 0; o < system->outs; o++)
        if (nonfinite_any(y[o], frames))
            for (size_t i = 0; i < frames; i++)
                if (y[o][i] != y[o][i])
                    y[o][i] = sum_directly(system, x, o, i);
    for (size_t k = 0; k < system->paths; k++) {
        const struct path *p = &system->path[k];
        if (nonfinite_any(x[p->in], frames + system->taps - 1))
            add_products(system_taps(system, p), system->taps, x[p->in], y[p->out], frames);
    }
}

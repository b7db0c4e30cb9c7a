/* rescale.c - divides sums (see rescale.h). */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "rescale.h"

#include "pair.h"
#include "util.h"
#include "vector.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

void rescale_open(struct rescale *r, const struct system *system)
{
    *r = (struct rescale){.system = system};
    if (!system->presence)
        return;
    r->sum = util_array((size_t)system->presence, sizeof *r->sum);
    r->all = util_array((size_t)system->presence, sizeof *r->all);
    for (const struct path *p = system->path; p->out < system->presence; p++) {
        for (size_t j = 0; j < system->taps; j++)
            r->sum[p->out] += system_taps(system, p)[j];
        r->all[p->out] += (double)system_products(system);
    }
}

void rescale_close(struct rescale *r)
{
    free(r->sum);
    free(r->all);
}

/* Whether a product is as far from overflow and underflow as pairs need. */
static bool is_normal(double x)
{
    return fabs(x) < 0x1p960 && fabs(x) > 0x1p-900;
}

/* value * sum / (weight * divisor) */
static double rescaled(double value, double sum, double weight, double divisor)
{
    if (sum == divisor) /* a mean, of which this is the only rounding */
        return value / weight;
    struct pair whole = pair_product(value, sum), part = pair_product(weight, divisor);
    return is_normal(whole.high) && is_normal(part.high)
               ? pair_divide(whole, part).high
               : value * (sum / divisor / weight);
}

VECTOR static void divide_frames(double *y, size_t frames, double divisor)
{
    for (size_t i = 0; i < frames; i++)
        y[i] /= divisor;
}

void rescale_output(const struct rescale *r, double *const *y, int o, size_t frames)
{
    int presence = r->system->presence;
    double divisor = r->system->divisor > 0 ? r->system->divisor : 1;

    if (presence && o >= presence)
        return;
    if (!presence) {
        divide_frames(y[o], frames, divisor);
        return;
    }
    for (size_t i = 0; i < frames; i++) {
        double count = y[o + 2 * presence][i];
        if (count > 0 && count < r->all[o])
            y[o][i] = rescaled(y[o][i], r->sum[o], y[o + presence][i], divisor);
        else
            y[o][i] /= divisor;
    }
}

/* digits.c - splits integers into digits and combines the products of digits.
 *
 * The digits of the taps are the columns of a system of their own, with one set of outputs per
 * digit. So each digit of the signal is transformed only once for all digits of the taps. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "digits.h"
#include "vector.h"

#include "util.h"

#include <math.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

/* With fewer bits the samples would have too many digits; the taps are split instead. */
enum { FEWEST_BITS = 4, MOST_TAP_PARTS = 8 };

/* The system whose columns are the digits of the taps: column and output n of digit `part` are
 * part * columns + n and part * outs + n. */
struct kernel_digits {
    pthread_mutex_t lock; /* of state */
    struct system system;
    double *h;
    struct path *path;
    void *state; /* of the engine, opened for the system; NULL: not yet */
};

/* Allocated when first needed. */
struct digits_slot {
    double **x;      /* x[ins][block + taps - 1]: a digit of the samples */
    double **y; /* y[tap_parts][outs]: where the engine writes its results; NULL: not wanted */
    double *results; /* results[tap_parts - 1][outs][block], not for the taps' first digit */
    bool *spoilt;    /* spoilt[tap_parts][outs]; never true, for digits are small */
    __int128 *total; /* total[outs][block] */
};

/* The largest sum over an output's paths of the columns' norms, integer outputs only. *most is the
 * largest of their taps. */
static double kernel_norm(const struct integer *integer, double *most)
{
    const struct system *system = integer->system;
    double largest = 0, sum = 0;

    *most = 0;
    for (size_t k = 0; k < system->paths; k++) {
        const struct path *p = &system->path[k];
        const struct measure *column = &integer->column[p->column];
        sum = k && p->out == p[-1].out ? sum + column->norm : column->norm;
        if (isfinite(sum)) {
            largest = fmax(largest, sum);
            *most = fmax(*most, column->most);
        }
    }
    return largest;
}

/* Split the taps into the fewest digits that leave enough bits to the signal's digits. */
static void choose_bits(struct digits *d, const struct integer *integer, size_t length)
{
    double most_norm = integer_most_norm(d->system, length);
    double most, norm = kernel_norm(integer, &most);

    for (int parts = 1; parts <= MOST_TAP_PARTS && d->bits < FEWEST_BITS; parts++) {
        /* most < 2^(tap_bits parts - 1), and 2^(bits - 1) <= ratio */
        int tap_bits = most > 0 ? (ilogb(most) + 2 + parts - 1) / parts : 1;
        double part = (double)system_most_paths(d->system) *
                      ldexp(sqrt((double)d->system->taps), tap_bits - 1);
        double ratio = most_norm / ((parts == 1 ? norm : part) * sqrt((double)length)) /
                       INTEGER_MARGIN;
        int bits = ratio < 1 ? 0 : ratio < 0x1p52 ? ilogb(ratio) + 1 : 53;
        if (bits > d->bits) {
            d->bits = bits;
            d->tap_bits = tap_bits;
            d->tap_parts = parts;
        }
    }
}

/* digit[n] = digit k of x[n], 0 for non-finite x. With q_k = x / 2^(k bits), rounded to the
 * nearest integer, digit k is q_k - 2^bits q_(k+1). The weighted sum of the digits telescopes to
 * q_0 = x. Since each q is within 1/2 of its quotient, no digit exceeds 2^(bits - 1) in
 * magnitude. */
VECTOR static void take_digit(const double *x, size_t n, int bits, int k, double *digit)
{
    double scale = ldexp(1, -k * bits), next = ldexp(1, -(k + 1) * bits), base = ldexp(1, bits);

    for (size_t i = 0; i < n; i++) {
        double v = x[i] - x[i] == 0 ? x[i] : 0;
        digit[i] = rint(v * scale) - base * rint(v * next);
    }
}

/* The number of digits of samples of magnitude at most `most`. */
static int parts_of(int bits, double most)
{
    int parts = 1;
    while (most > ldexp(1, bits * parts - 1))
        parts++;
    return parts;
}

void digits_open(struct digits *d, const struct integer *integer, const struct plan *plan)
{
    *d = (struct digits){.system = integer->system, .plan = plan, .tap_parts = 1};
    choose_bits(d, integer, plan->transform);
    d->kernel = util_array(1, sizeof *d->kernel);
    pthread_mutex_init(&d->kernel->lock, NULL);
    d->slot = util_array(plan->slots, sizeof *d->slot);
}

static void close_slot(const struct digits *d, struct digits_slot *slot)
{
    for (int i = 0; slot->x && i < d->system->ins; i++)
        free(slot->x[i]);
    free(slot->x);
    free(slot->y);
    free(slot->spoilt);
    free(slot->results);
    free(slot->total);
}

void digits_close(struct digits *d)
{
    for (size_t s = 0; s < d->plan->slots; s++)
        close_slot(d, &d->slot[s]);
    if (d->kernel->state)
        d->plan->engine->close(d->kernel->state);
    pthread_mutex_destroy(&d->kernel->lock);
    free(d->kernel->h);
    free(d->kernel->path);
    free(d->kernel);
    free(d->slot);
}

static void open_slot(const struct digits *d, struct digits_slot *slot)
{
    size_t ins = (size_t)d->system->ins, outs = (size_t)d->system->outs;
    size_t parts = (size_t)d->tap_parts;

    if (slot->x)
        return;
    slot->x = util_array(ins, sizeof *slot->x);
    for (size_t i = 0; i < ins; i++)
        slot->x[i] = util_doubles(d->plan->block + d->system->taps - 1);
    slot->y = util_array(parts * outs, sizeof *slot->y);
    slot->spoilt = util_array(parts * outs, sizeof *slot->spoilt);
    if (parts > 1)
        slot->results = util_array(d->plan->block, (parts - 1) * outs * sizeof *slot->results);
    slot->total = util_array(d->plan->block, outs * sizeof *slot->total);
}

static void open_kernel(const struct digits *d, struct kernel_digits *kernel)
{
    const struct system *system = d->system;
    int parts = d->tap_parts;
    size_t taps = system->taps * (size_t)system->columns;

    kernel->h = util_array((size_t)parts * sizeof *kernel->h, taps);
    kernel->path = util_array((size_t)parts * sizeof *kernel->path, system->paths);
    for (int part = 0; part < parts; part++) {
        take_digit(system->h, taps, d->tap_bits, part, kernel->h + (size_t)part * taps);
        for (size_t k = 0; k < system->paths; k++) {
            const struct path *p = &system->path[k];
            kernel->path[(size_t)part * system->paths + k] = (struct path){
                p->in, part * system->columns + p->column, part * system->outs + p->out};
        }
    }
    kernel->system = (struct system){.taps = system->taps,
                                     .columns = parts * system->columns,
                                     .h = kernel->h,
                                     .ins = system->ins,
                                     .outs = parts * system->outs,
                                     .paths = (size_t)parts * system->paths,
                                     .path = kernel->path};
    kernel->state = d->plan->engine->open(&kernel->system, d->plan);
}

/* The engine's state for all digits of the taps; `state` itself if the taps have one digit. */
static void *kernel_state(const struct digits *d, void *state)
{
    if (d->tap_parts == 1)
        return state;
    pthread_mutex_lock(&d->kernel->lock);
    if (!d->kernel->state)
        open_kernel(d, d->kernel);
    pthread_mutex_unlock(&d->kernel->lock);
    return d->kernel->state;
}

/* sum[frames] += the nearest integers of y[frames], which are less than 2^52, times 2^place. */
static void gather(const double *y, size_t frames, int place, __int128 *sum)
{
    __int128 weight = (__int128)1 << place;
    for (size_t i = 0; i < frames; i++)
        sum[i] += (int64_t)rint(y[i]) * weight;
}

static __int128 *total_of(const struct digits *d, size_t slot, int out)
{
    return d->slot[slot].total + (size_t)out * d->plan->block;
}

/* Set where the results go: those of the first digit of the taps go directly to y. */
static void place_results(const struct digits *d, struct digits_slot *slot, double *const *y)
{
    int outs = d->system->outs;

    for (int n = 0; n < d->tap_parts * outs; n++)
        slot->y[n] = !y[n % outs] ? NULL
                     : n < outs   ? y[n]
                                  : slot->results + (size_t)(n - outs) * d->plan->block;
}

void digits_run(struct digits *d, void *state, size_t number, const double *const *x,
                double *const *y, size_t frames, double most)
{
    struct digits_slot *slot = &d->slot[number];
    int outs = d->system->outs;

    open_slot(d, slot);
    place_results(d, slot, y);
    state = kernel_state(d, state);
    memset(slot->total, 0, d->plan->block * (size_t)outs * sizeof *slot->total);
    for (int digit = parts_of(d->bits, most) - 1; digit >= 0; digit--) {
        for (int i = 0; i < d->system->ins; i++)
            take_digit(x[i], frames + d->system->taps - 1, d->bits, digit, slot->x[i]);
        d->plan->engine->run(state, number, (const double *const *)slot->x, slot->y, frames,
                             slot->spoilt);
        for (int n = 0; n < d->tap_parts * outs; n++)
            if (slot->y[n])
                gather(slot->y[n], frames, digit * d->bits + n / outs * d->tap_bits,
                       total_of(d, number, n % outs));
    }
    for (int o = 0; o < outs; o++)
        for (size_t i = 0; y[o] && i < frames; i++)
            y[o][i] = (double)total_of(d, number, o)[i];
}

bool digits_beyond(const struct digits *d, size_t slot, int out, const double *y, size_t frames)
{
    const __int128 limit = (__int128)1 << 53, *sum = total_of(d, slot, out);

    for (size_t i = 0; i < frames; i++)
        if ((sum[i] > limit || sum[i] < -limit) && isfinite(y[i]))
            return true;
    return false;
}

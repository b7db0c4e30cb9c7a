/* integer.c - finds out what is integer, and takes integers apart and together again. */
#include "integer.h"
#include "vector.h"

#include "util.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A column of taps; all infinite when one of them is no integer. */
struct column {
    double most, sum, norm; /* largest |h|, sum|h|, 2-norm */
};

/* A channel of a block likewise. */
struct look {
    double most, norm;
};

/* Above what the rounding errors of the norms themselves amount to. */
static const double MARGIN = 1.0001;

/* Fewer bits make too many digits of the samples: rather take the taps apart. */
enum { FEWEST_BITS = 4, MOST_TAP_PARTS = 8 };

enum { STRIDE = 8, PIECE = 256 };

/* What is found of 256 samples or fewer. */
struct tally {
    double most[STRIDE], sum[STRIDE], square[STRIDE], broken[STRIDE];
};

/* Samples of n, a multiple of STRIDE. What is not finite counts as 0. */
VECTOR static void count(const double *x, size_t n, struct tally *tally)
{
    struct tally t = *tally;
    for (size_t i = 0; i < n; i += STRIDE)
        for (size_t l = 0; l < STRIDE; l++) {
            double v = x[i + l] - x[i + l] == 0 ? fabs(x[i + l]) : 0;
            t.most[l] = v > t.most[l] ? v : t.most[l];
            t.sum[l] += v;
            t.square[l] += v * v;
            t.broken[l] += v == rint(v) ? 0.0 : 1.0;
        }
    *tally = t;
}

/* x[n]; false when one is no integer. */
static bool measure(const double *x, size_t n, struct column *found)
{
    struct tally all = {0};

    *found = (struct column){INFINITY, INFINITY, INFINITY};
    for (size_t i = 0; i < n; i += PIECE) {
        size_t left = n - i < PIECE ? n - i : PIECE, even = left / STRIDE * STRIDE;
        double rest[STRIDE] = {0};
        count(x + i, even, &all);
        memcpy(rest, x + i + even, (left - even) * sizeof *rest);
        if (left > even)
            count(rest, STRIDE, &all);
        for (int l = 0; l < STRIDE; l++)
            if (all.broken[l] > 0 || all.most[l] > 0x1p53)
                return false;
    }
    *found = (struct column){0};
    for (int l = 0; l < STRIDE; l++) {
        found->most = fmax(found->most, all.most[l]);
        found->sum += all.sum[l];
        found->norm += all.square[l];
    }
    found->norm = sqrt(found->norm);
    return true;
}

void integer_open(struct integer *integer, const struct system *system, size_t slots)
{
    *integer = (struct integer){.system = system};
    integer->column = util_array((size_t)system->columns, sizeof *integer->column);
    for (int c = 0; c < system->columns; c++)
        if (measure(system->h + (size_t)c * system->taps, system->taps, &integer->column[c]))
            integer->any = true;
    integer->found = util_array(slots * (size_t)system->outs, sizeof *integer->found);
    integer->look = util_array(slots * (size_t)system->ins, sizeof *integer->look);
    atomic_init(&integer->beyond, false);
}

void integer_close(struct integer *integer)
{
    if (atomic_load(&integer->beyond))
        util_note("results beyond 2^53 are rounded");
    free(integer->column);
    free(integer->found);
    free(integer->look);
}

void integer_beyond(struct integer *integer)
{
    atomic_store(&integer->beyond, true);
}

/* Along one path, onto what the paths before it came to. */
static void add_path(struct found *found, const struct column *column, const struct look *look)
{
    if (isinf(column->sum) || isinf(look->most) || isinf(found->sum)) {
        *found = (struct found){INFINITY, INFINITY, INFINITY};
    } else {
        found->most = fmax(found->most, look->most);
        found->sum += look->most * column->sum;
        found->norm += look->norm * column->norm;
    }
}

const struct found *integer_look(struct integer *integer, size_t slot, const double *const *x, size_t samples)
{
    const struct system *system = integer->system;
    struct found *found = integer->found + slot * (size_t)system->outs;
    struct look *look = integer->look + slot * (size_t)system->ins;
    bool any = false;

    for (int i = 0; i < system->ins && integer->any; i++) {
        struct column channel;
        any = measure(x[i], samples, &channel) || any;
        look[i] = (struct look){channel.most, channel.norm};
    }
    if (!any)
        return NULL;
    memset(found, 0, (size_t)system->outs * sizeof *found);
    for (size_t k = 0; k < system->paths; k++) {
        const struct path *p = &system->path[k];
        add_path(&found[p->out], &integer->column[p->column], &look[p->in]);
    }
    return found;
}

VECTOR void integer_round(double *y, size_t frames)
{
    for (size_t i = 0; i < frames; i++)
        y[i] = rint(y[i]) + 0.0;
}

/* |x||h| must be less than this. */
static double most_norm(const struct integer *integer, size_t length)
{
    return 0x1p52 / (12 * log2((double)length) + 2 + (double)system_most_paths(integer->system)) / MARGIN;
}

bool integer_suffices(const struct integer *integer, size_t length, double norm)
{
    return norm < most_norm(integer, length);
}

/* The largest sum over an output's paths of the columns' norms, integer outputs only; with digits of bits, their
 * bound. *most is the largest of their taps. */
static double kernel_norm(const struct integer *integer, double *most)
{
    const struct system *system = integer->system;
    double largest = 0, sum = 0;

    *most = 0;
    for (size_t k = 0; k < system->paths; k++) {
        const struct path *p = &system->path[k];
        const struct column *column = &integer->column[p->column];
        sum = k && p->out == p[-1].out ? sum + column->norm : column->norm;
        if (isfinite(sum)) {
            largest = fmax(largest, sum);
            *most = fmax(*most, column->most);
        }
    }
    return largest;
}

struct digits integer_digits(const struct integer *integer, size_t length)
{
    double most, norm = kernel_norm(integer, &most);
    struct digits digits = {0};

    for (int parts = 1; parts <= MOST_TAP_PARTS && digits.bits < FEWEST_BITS; parts++) {
        int tap_bits = most > 0 ? (ilogb(most) + 2 + parts - 1) / parts : 1; /* most < 2^(tap_bits parts - 1) */
        double part = (double)system_most_paths(integer->system) * ldexp(sqrt((double)integer->system->taps), tap_bits - 1);
        double ratio = most_norm(integer, length) / ((parts == 1 ? norm : part) * sqrt((double)length)) / MARGIN;
        int bits = ratio < 1 ? 0 : ratio < 0x1p52 ? ilogb(ratio) + 1 : 53; /* 2^(bits - 1) <= ratio */
        if (bits > digits.bits)
            digits = (struct digits){bits, tap_bits, parts};
    }
    return digits;
}

int integer_parts(int bits, double most)
{
    int parts = 1;
    while (most > ldexp(1, bits * parts - 1))
        parts++;
    return parts;
}

/* With q_k = x / 2^(k bits) to the nearest integer, digit k is q_k - 2^bits q_(k+1): their weighted sum
 * telescopes to q_0 = x, and both being within 1/2 of their quotients, none is larger than 2^(bits - 1). */
VECTOR void integer_digit(const double *x, size_t n, int bits, int k, double *digit)
{
    double scale = ldexp(1, -k * bits), next = ldexp(1, -(k + 1) * bits), base = ldexp(1, bits);

    for (size_t i = 0; i < n; i++) {
        double v = x[i] - x[i] == 0 ? x[i] : 0;
        digit[i] = rint(v * scale) - base * rint(v * next);
    }
}

void integer_gather(const double *y, size_t frames, int place, __int128 *sum)
{
    __int128 weight = (__int128)1 << place;
    for (size_t i = 0; i < frames; i++)
        sum[i] += (int64_t)rint(y[i]) * weight;
}

void integer_settle(const __int128 *sum, size_t frames, double *y)
{
    for (size_t i = 0; i < frames; i++)
        y[i] = (double)sum[i];
}

bool integer_any_beyond(const __int128 *sum, const double *y, size_t frames)
{
    const __int128 limit = (__int128)1 << 53;

    for (size_t i = 0; i < frames; i++)
        if ((sum[i] > limit || sum[i] < -limit) && isfinite(y[i]))
            return true;
    return false;
}

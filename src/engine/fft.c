/* fft.c - overlap-save: blocks of a fixed length through spectra.
 *
 * A transform of length L holds the taps - 1 samples before a block and its L - taps + 1 new ones; of the product
 * with the kernel's spectrum the first taps - 1 samples are spoilt by what wraps around, the rest are the
 * outputs. A short signal between zeros needs only one, shorter transform: its zeros may be spoilt by each other, so those
 * before it and those behind it take the same place. Each signal channel is transformed once for all its paths, each
 * output channel once back.
 * (T. Stockham, "High-speed convolution and correlation", AFIPS 28, 1966.) */
#include "fft.h"
#include "exact.h"
#include "integer.h"
#include "nonfinite.h"
#include "engine/transform/transform.h"

#include "thread/pool.h"
#include "util.h"

#include <math.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

/* How an output channel of a block is computed: integers are to be exact, see integer.h. */
enum way {
    FLOATS,  /* as it is */
    ROUNDED, /* rounded to integers */
    DIGITS,  /* from the digits of integers */
    SUMMED,  /* not by transforms */
};

/* Makes samples so small that no transform there and back overflows whose outputs do not; a power of two. */
static const double SMALL = 0x1p-64;

/* What one run works in. */
struct slot {
    double **z;      /* spectra of the signal's channels in this block, z[ins] */
    double **sum;    /* spectra of the output channels, sum[outs]; z of the one input if `apart` */
    enum way *way;   /* way[outs] in this block */
    /* of what is being transformed, one pass after the other */
    const double *h; /* spectra of the kernel's columns, or of their digits */
    bool *wanted;    /* wanted[outs] */
    bool *spoilt;    /* spoilt[outs]: some of it was not finite in the last pass that wanted it */
    bool dirty;      /* this block holds NaNs or infinities: zeros in their place */
    bool small;      /* transforms of it overflow: of SMALL times its samples they do not */
    int bits, digit; /* that digit of the samples; bits 0: the samples */
    double *changed; /* a channel as the pass wants it, changed[length]; when first needed, as is the next */
    __int128 *total; /* total[outs][block], of the passes over digits */
};

struct fft {
    const struct system *system;
    struct transform *transform;
    size_t length;     /* of the transform */
    size_t block;      /* most frames of a run */
    size_t zeros;      /* that every channel of the one run begins and ends with */
    double *h;         /* spectra of the kernel's columns, h[columns][doubles] */
    struct integer integer;
    struct digits digits;
    double *digit_h;   /* spectra of their digits, digit_h[digits.tap_parts][columns][doubles]; NULL: h serves */
    pthread_mutex_t lock; /* of digit_h */
    bool apart;        /* every input and every output has one path: spectra are multiplied in place */
    struct pool *pool; /* that shares out the steps of a run */
    size_t slots;
    struct slot *slot; /* slot[slots] */
};

/* A step of a run, whose pieces can be done at the same time. */
struct step {
    const struct fft *f;
    const struct slot *slot;
    const double *x; /* x[samples], to be entered into z */
    size_t samples;
    double *z, *y;   /* y[frames], to be left to from z */
    size_t frames;
    const struct path *path;
    atomic_bool spoilt; /* an output is not finite */
};

static void enter_piece(void *context, size_t piece, size_t worker)
{
    struct step *s = context;
    (void)worker;
    transform_enter(s->f->transform, piece, s->x, s->samples, s->z);
}

static void leave_piece(void *context, size_t piece, size_t worker)
{
    struct step *s = context;
    (void)worker;
    if (!transform_leave(s->f->transform, piece, s->z, s->slot->small ? 1 / SMALL : 1, s->y,
                         s->f->system->taps - 1 - s->f->zeros, s->frames))
        atomic_store(&s->spoilt, true);
}

static void analyse_row(void *context, size_t r, size_t worker)
{
    struct step *s = context;
    (void)worker;
    row_forward(s->f->transform->row, r, s->z + r * s->f->transform->row_stride);
}

/* The spectrum of one column of taps. */
static void analyse_taps(const struct fft *f, const double *taps, double *h)
{
    struct step s = {.f = f, .x = taps, .samples = f->system->taps, .z = h};

    pool_run(f->pool, f->transform->pieces, enter_piece, &s);
    pool_run(f->pool, f->transform->rows, analyse_row, &s);
}

static void open_slot(const struct fft *f, struct slot *slot)
{
    size_t ins = (size_t)f->system->ins, outs = (size_t)f->system->outs;

    slot->z = util_array(ins, sizeof *slot->z);
    slot->sum = util_array(outs, sizeof *slot->sum);
    slot->way = util_array(outs, sizeof *slot->way);
    slot->wanted = util_array(outs, sizeof *slot->wanted);
    slot->spoilt = util_array(outs, sizeof *slot->spoilt);
    for (size_t i = 0; i < ins; i++)
        slot->z[i] = i && f->apart ? slot->z[0] : util_doubles(f->transform->doubles);
    for (size_t o = 0; o < outs; o++)
        slot->sum[o] = f->apart ? slot->z[0] : util_doubles(f->transform->doubles);
}

static void close_slot(const struct fft *f, struct slot *slot)
{
    for (int i = 0; i < f->system->ins && (i == 0 || !f->apart); i++)
        free(slot->z[i]);
    for (int o = 0; o < f->system->outs && !f->apart; o++)
        free(slot->sum[o]);
    free(slot->z);
    free(slot->sum);
    free(slot->way);
    free(slot->wanted);
    free(slot->spoilt);
    free(slot->changed);
    free(slot->total);
}

/* The digits of the taps, where those of the signal alone would be too many; when they are first needed, in any slot. */
static void analyse_digits(struct fft *f)
{
    const struct system *system = f->system;

    if (f->digits.tap_parts < 2)
        return;
    pthread_mutex_lock(&f->lock);
    if (f->digit_h) {
        pthread_mutex_unlock(&f->lock);
        return;
    }
    double *digit = util_doubles(system->taps);
    f->digit_h = util_doubles((size_t)f->digits.tap_parts * (size_t)system->columns * f->transform->doubles);
    for (int part = 0; part < f->digits.tap_parts; part++)
        for (int c = 0; c < system->columns; c++) {
            size_t at = (size_t)part * (size_t)system->columns + (size_t)c;
            integer_digit(system->h + (size_t)c * system->taps, system->taps, f->digits.tap_bits, part, digit);
            analyse_taps(f, digit, f->digit_h + at * f->transform->doubles);
        }
    free(digit);
    pthread_mutex_unlock(&f->lock);
}

static void *open_fft(const struct system *system, const struct plan *plan)
{
    struct fft *f = util_array(1, sizeof *f);

    f->system = system;
    f->length = plan->transform;
    f->block = plan->block;
    f->zeros = plan->zeros;
    f->transform = transform_open(plan->transform);
    f->apart = fft_is_apart(system);
    f->pool = plan->pool;
    f->slots = plan->slots;
    f->slot = util_array(f->slots, sizeof *f->slot);
    for (size_t l = 0; l < f->slots; l++)
        open_slot(f, &f->slot[l]);
    f->h = util_doubles((size_t)system->columns * f->transform->doubles);
    for (int c = 0; c < system->columns; c++)
        analyse_taps(f, system->h + (size_t)c * system->taps, f->h + (size_t)c * f->transform->doubles);
    integer_open(&f->integer, system, f->slots);
    f->digits = integer_digits(&f->integer, f->length);
    pthread_mutex_init(&f->lock, NULL);
    return f;
}

static void close_fft(void *state)
{
    struct fft *f = state;

    for (size_t l = 0; l < f->slots; l++)
        close_slot(f, &f->slot[l]);
    transform_close(f->transform);
    integer_close(&f->integer);
    pthread_mutex_destroy(&f->lock);
    free(f->slot);
    free(f->h);
    free(f->digit_h);
    free(f);
}

/* One channel, x[samples], into z, without the zeros that it begins and ends with. */
static void enter(const struct fft *f, struct slot *slot, const double *x, size_t samples, double *z)
{
    x += f->zeros;
    samples -= 2 * f->zeros;
    if (!slot->changed && (slot->bits || slot->dirty))
        slot->changed = util_doubles(f->length);
    if (slot->bits)
        integer_digit(x, samples, slot->bits, slot->digit, slot->changed);
    else if (slot->dirty)
        nonfinite_clean(x, samples, slot->small ? SMALL : 1, slot->changed);
    if (slot->bits || slot->dirty)
        x = slot->changed;
    struct step s = {.f = f, .slot = slot, .x = x, .samples = samples, .z = z};
    pool_run(f->pool, f->transform->pieces, enter_piece, &s);
}

/* Output o, y[frames], from its spectrum z. */
static void leave(const struct fft *f, struct slot *slot, int o, double *z, double *y, size_t frames)
{
    struct step s = {.f = f, .slot = slot, .z = z, .y = y, .frames = frames};
    pool_run(f->pool, f->transform->pieces, leave_piece, &s);
    slot->spoilt[o] = s.spoilt;
}

static void multiply_row(void *context, size_t r, size_t worker)
{
    struct step *s = context;
    const struct transform *t = s->f->transform;

    (void)worker;
    row_convolve(t->row, r, s->z + r * t->row_stride, s->slot->h + (size_t)s->path->column * t->doubles + r * t->row_stride);
}

/* One path from its input to its output, nothing shared with others. */
static void run_path(const struct fft *f, struct slot *slot, const struct path *p, const double *x, double *y, size_t frames)
{
    struct step s = {.f = f, .slot = slot, .z = slot->z[0], .path = p};

    enter(f, slot, x, f->system->taps - 1 + frames, s.z);
    pool_run(f->pool, f->transform->rows, multiply_row, &s);
    leave(f, slot, p->out, s.z, y, frames);
}

/* Row r of every output's spectrum from that row of every input's. */
static void sum_row(void *context, size_t r, size_t worker)
{
    struct step *s = context;
    const struct slot *slot = s->slot;
    const struct transform *t = s->f->transform;
    const struct path *p = s->f->system->path, *end = p + s->f->system->paths;

    (void)worker;
    for (int i = 0; i < s->f->system->ins; i++)
        row_forward(t->row, r, slot->z[i] + r * t->row_stride);
    for (int o = 0; o < s->f->system->outs; o++) {
        double *sum = slot->sum[o] + r * t->row_stride;
        for (bool first = true; p < end && p->out == o; p++, first = false)
            (first ? row_product : row_add)(t->row, slot->z[p->in] + r * t->row_stride,
                                            slot->h + (size_t)p->column * t->doubles + r * t->row_stride, sum);
        row_inverse(t->row, r, sum);
    }
}

/* The outputs wanted, of the operands that the slot says. */
static void run_pass(const struct fft *f, struct slot *slot, const double *const *x, double *const *y, size_t frames)
{
    const struct system *system = f->system;
    struct step s = {.f = f, .slot = slot};

    if (f->apart) {
        for (const struct path *p = system->path; p < system->path + system->paths; p++)
            if (slot->wanted[p->out])
                run_path(f, slot, p, x[p->in], y[p->out], frames);
    } else {
        for (int i = 0; i < system->ins; i++)
            enter(f, slot, x[i], system->taps - 1 + frames, slot->z[i]);
        pool_run(f->pool, f->transform->rows, sum_row, &s);
        for (int o = 0; o < system->outs; o++)
            if (slot->wanted[o])
                leave(f, slot, o, slot->sum[o], y[o], frames);
    }
}

/* Want the outputs that go these ways. Returns whether there are any. */
static bool want(const struct fft *f, struct slot *slot, enum way from, enum way to)
{
    bool any = false;

    for (int o = 0; o < f->system->outs; o++) {
        slot->wanted[o] = slot->way[o] >= from && slot->way[o] <= to;
        any = any || slot->wanted[o];
    }
    return any;
}

static enum way way_of(const struct fft *f, const struct found *found)
{
    if (isinf(found->sum))
        return FLOATS;
    if (integer_suffices(&f->integer, f->length, found->norm))
        return ROUNDED;
    return f->digits.bits && found->sum < 0x1p124 ? DIGITS : SUMMED;
}

/* Want only those outputs that were not finite. Returns whether there are any. */
static bool want_spoilt(const struct fft *f, struct slot *slot)
{
    bool any = false;

    for (int o = 0; o < f->system->outs; o++) {
        slot->wanted[o] = slot->wanted[o] && slot->spoilt[o];
        any = any || slot->wanted[o];
    }
    return any;
}

/* A NaN or infinity reaches every output of a transform, so it shows there; then the block is done again with zeros
 * in the place of such samples. Their products are for the caller to add. Where samples are so large that transforms
 * overflow, those of smaller ones do not. */
static void run_samples(const struct fft *f, struct slot *slot, const double *const *x, double *const *y, size_t frames)
{
    if (!want(f, slot, FLOATS, ROUNDED))
        return;
    slot->h = f->h;
    run_pass(f, slot, x, y, frames);
    slot->dirty = want_spoilt(f, slot);
    if (slot->dirty) {
        run_pass(f, slot, x, y, frames);
        slot->small = want_spoilt(f, slot);
    }
    if (slot->small)
        run_pass(f, slot, x, y, frames);
    slot->small = false;
    for (int o = 0; o < f->system->outs; o++)
        if (slot->way[o] == ROUNDED)
            integer_round(y[o], frames);
}

static void clear_totals(const struct fft *f, struct slot *slot)
{
    size_t outs = (size_t)f->system->outs;
    if (!slot->total)
        slot->total = util_array(f->block, outs * sizeof *slot->total);
    else
        memset(slot->total, 0, f->block * outs * sizeof *slot->total);
}

/* The digits of every sample with those of every tap. */
static void run_digits(struct fft *f, struct slot *slot, const struct found *found, const double *const *x,
                       double *const *y, size_t frames)
{
    const struct digits *d = &f->digits;
    double most = 0;

    if (!want(f, slot, DIGITS, DIGITS))
        return;
    clear_totals(f, slot);
    analyse_digits(f);
    for (int o = 0; o < f->system->outs; o++)
        most = slot->wanted[o] ? fmax(most, found[o].most) : most;
    slot->bits = d->bits;
    for (slot->digit = integer_parts(d->bits, most) - 1; slot->digit >= 0; slot->digit--)
        for (int part = 0; part < d->tap_parts; part++) {
            slot->h = f->digit_h ? f->digit_h + (size_t)part * (size_t)f->system->columns * f->transform->doubles : f->h;
            run_pass(f, slot, x, y, frames);
            for (int o = 0; o < f->system->outs; o++)
                if (slot->wanted[o])
                    integer_gather(y[o], frames, slot->digit * d->bits + part * d->tap_bits,
                                   slot->total + (size_t)o * f->block);
        }
    slot->bits = 0;
    for (int o = 0; o < f->system->outs; o++)
        if (slot->wanted[o])
            integer_settle(slot->total + (size_t)o * f->block, frames, y[o]);
}

static void run_fft(void *state, size_t number, const double *const *x, double *const *y, size_t frames)
{
    struct fft *f = state;
    struct slot *slot = &f->slot[number];
    const struct found *found = integer_look(&f->integer, number, x, f->system->taps - 1 + frames);
    int outs = f->system->outs;

    for (int o = 0; o < outs; o++)
        slot->way[o] = found ? way_of(f, &found[o]) : FLOATS;
    run_samples(f, slot, x, y, frames);
    run_digits(f, slot, found, x, y, frames);
    for (int o = 0; o < outs; o++)
        if (slot->way[o] == SUMMED && exact_sums(f->system, x, o, y[o], frames))
            integer_beyond(&f->integer);
    if (slot->dirty || want(f, slot, DIGITS, DIGITS))
        nonfinite_repair(f->system, x, y, frames); /* adding them once more to a sum changes nothing */
    slot->dirty = false;
    for (int o = 0; o < outs; o++)
        if (slot->way[o] == DIGITS && integer_any_beyond(slot->total + (size_t)o * f->block, y[o], frames))
            integer_beyond(&f->integer);
}

const struct engine engine_fft = {
    .name = "fft",
    .automatic = true,
    .shares = true,
    .plan = fft_plan,
    .bound = fft_bound,
    .open = open_fft,
    .run = run_fft,
    .close = close_fft,
};

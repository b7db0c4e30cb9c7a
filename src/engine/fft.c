/* fft.c - overlap-save: blocks of a fixed length through spectra.
 *
 * A transform of length L takes the taps - 1 samples before a block and the L - taps + 1 new ones.
 * In the result, the first taps - 1 samples are spoilt by wrap-around; the rest are the outputs. A
 * short signal between zeros needs only one, shorter transform: the zeros before and after it may
 * share the same place. Each signal channel is transformed once for all its paths, and each output
 * channel is transformed back once. (T. Stockham, "High-speed convolution and correlation", AFIPS
 * 28, 1966.) */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "fft.h"
#include "engine/transform/transform.h"

#include "thread/pool.h"
#include "util.h"

#include <math.h>
#include <stdatomic.h>
#include <stdlib.h>

/* The memory of one run. */
struct slot {
    double **z;   /* spectra of the signal's channels in this block, z[ins] */
    double **sum; /* spectra of the output channels, sum[outs]; z of the one input if `apart` */
};

struct fft {
    const struct system *system;
    struct transform *transform;
    size_t zeros; /* at the beginning and at the end of every channel of the only run */
    double *h;    /* spectra of the kernel's columns times `scale`, h[columns][doubles] */
    double scale; /* a power of two; 1 unless all taps are near the subnormal numbers */
    bool apart;   /* every input and every output has one path: spectra are multiplied in place */
    struct pool *pool; /* that runs the pieces of each step */
    size_t slots;
    struct slot *slot; /* slot[slots] */
};

/* A step of a run, whose pieces can be done in parallel. */
struct step {
    const struct fft *f;
    const struct slot *slot;
    const double *x; /* x[samples], input of transform_enter */
    size_t samples;
    double *z, *y; /* y[frames], output of transform_leave */
    size_t frames;
    const struct path *path;
    const double *const *entered; /* entered[ins], wanted[outs]: not NULL */
    double *const *wanted;
    atomic_bool spoilt;    /* set if any output is not finite */
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
    if (!transform_leave(s->f->transform, piece, s->z, s->y, s->f->system->taps - 1 - s->f->zeros,
                         s->frames))
        atomic_store(&s->spoilt, true);
}

static void analyse_sub(void *context, size_t sub, size_t worker)
{
    struct step *s = context;
    (void)worker;
    transform_sub_forward(s->f->transform, sub, s->z);
}

/* The spectrum of a path's column. */
static const double *spectrum_of(const struct fft *f, const struct path *path)
{
    return f->h + (size_t)path->column * f->transform->doubles;
}

/* The power of two that brings the largest tap near 1, if all are so small that their spectra would
 * lose digits. */
static double scale_of(const struct system *system)
{
    double most = 0;

    for (size_t j = 0; j < system->taps * (size_t)system->columns; j++)
        most = fabs(system->h[j]) > most ? fabs(system->h[j]) : most;
    return most > 0 && most < 0x1p-900 ? ldexp(1, most < 0x1p-1000 ? 1000 : -ilogb(most)) : 1;
}

/* Compute the spectrum of one column of taps. */
static void analyse_taps(const struct fft *f, const double *taps, double *h)
{
    size_t n = f->system->taps;
    double *scaled = f->scale > 1 ? util_doubles(n) : NULL;
    struct step s = {.f = f, .x = scaled ? scaled : taps, .samples = n, .z = h};

    for (size_t j = 0; scaled && j < n; j++)
        scaled[j] = taps[j] * f->scale;
    pool_run(f->pool, f->transform->pieces, enter_piece, &s);
    pool_run(f->pool, f->transform->subs, analyse_sub, &s);
    free(scaled);
}

static void open_slot(const struct fft *f, struct slot *slot)
{
    size_t ins = (size_t)f->system->ins, outs = (size_t)f->system->outs;

    slot->z = util_array(ins, sizeof *slot->z);
    slot->sum = util_array(outs, sizeof *slot->sum);
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
}

static void *open_fft(const struct system *system, const struct plan *plan)
{
    struct fft *f = util_array(1, sizeof *f);

    f->system = system;
    f->zeros = plan->zeros;
    f->scale = scale_of(system);
    f->transform = transform_open(plan->transform);
    f->apart = fft_is_apart(system);
    f->pool = plan->pool;
    f->slots = plan->slots;
    f->slot = util_array(f->slots, sizeof *f->slot);
    for (size_t l = 0; l < f->slots; l++)
        open_slot(f, &f->slot[l]);
    f->h = util_doubles((size_t)system->columns * f->transform->doubles);
    for (int c = 0; c < system->columns; c++)
        analyse_taps(f, system->h + (size_t)c * system->taps,
                     f->h + (size_t)c * f->transform->doubles);
    return f;
}

static void close_fft(void *state)
{
    struct fft *f = state;

    for (size_t l = 0; l < f->slots; l++)
        close_slot(f, &f->slot[l]);
    transform_close(f->transform);
    free(f->slot);
    free(f->h);
    free(f);
}

/* Enter one channel, x[samples], into z, without the zeros at its beginning and end. */
static void enter(const struct fft *f, const double *x, size_t samples, double *z)
{
    struct step s = {.f = f, .x = x + f->zeros, .samples = samples - 2 * f->zeros, .z = z};
    pool_run(f->pool, f->transform->pieces, enter_piece, &s);
}

/* Compute an output, y[frames], from its spectrum z. Returns whether any sample is not finite. */
static bool leave(const struct fft *f, double *z, double *y, size_t frames)
{
    struct step s = {.f = f, .z = z, .y = y, .frames = frames};
    pool_run(f->pool, f->transform->pieces, leave_piece, &s);
    for (size_t i = 0; f->scale > 1 && i < frames; i++)
        y[i] /= f->scale;
    return s.spoilt;
}

static void multiply_sub(void *context, size_t sub, size_t worker)
{
    struct step *s = context;
    (void)worker;
    transform_sub_convolve(s->f->transform, sub, s->z, spectrum_of(s->f, s->path));
}

/* Compute one subtransform of every wanted output's spectrum from those of the inputs. */
static void sum_sub(void *context, size_t sub, size_t worker)
{
    struct step *s = context;
    const struct system *system = s->f->system;
    const struct transform *t = s->f->transform;
    const struct path *p = system->path, *end = p + system->paths;
    const struct slot *slot = s->slot;

    (void)worker;
    for (int i = 0; i < system->ins; i++)
        if (s->entered[i])
            transform_sub_forward(t, sub, slot->z[i]);
    for (int o = 0; o < system->outs; o++) {
        bool first = true;
        for (; p < end && p->out == o; p++, first = false)
            if (s->wanted[o])
                (first ? transform_sub_product : transform_sub_add)(
                    t, sub, slot->z[p->in], spectrum_of(s->f, p), slot->sum[o]);
        if (s->wanted[o])
            transform_sub_inverse(t, sub, slot->sum[o]);
    }
}

/* Compute each path from its input to its output, independently of the others. */
static void run_apart(const struct fft *f, double *z, const double *const *x, double *const *y,
                      size_t frames, bool *spoilt)
{
    for (const struct path *p = f->system->path; p < f->system->path + f->system->paths; p++) {
        struct step s = {.f = f, .z = z, .path = p};
        if (!y[p->out])
            continue;
        enter(f, x[p->in], f->system->taps - 1 + frames, z);
        pool_run(f->pool, f->transform->subs, multiply_sub, &s);
        spoilt[p->out] = leave(f, z, y[p->out], frames);
    }
}

static void run_fft(void *state, size_t number, const double *const *x, double *const *y,
                    size_t frames, bool *spoilt)
{
    struct fft *f = state;
    struct slot *slot = &f->slot[number];
    struct step s = {.f = f, .slot = slot, .entered = x, .wanted = y};

    if (f->apart) {
        run_apart(f, slot->z[0], x, y, frames, spoilt);
        return;
    }
    for (int i = 0; i < f->system->ins; i++)
        if (x[i])
            enter(f, x[i], f->system->taps - 1 + frames, slot->z[i]);
    pool_run(f->pool, f->transform->subs, sum_sub, &s);
    for (int o = 0; o < f->system->outs; o++)
        if (y[o])
            spoilt[o] = leave(f, slot->sum[o], y[o], frames);
}

const struct engine engine_fft = {
    .name = "fft",
    .automatic = true,
    .in_blocks = true,
    .shares = true,
    .plan = fft_plan,
    .bound = fft_bound,
    .open = open_fft,
    .run = run_fft,
    .close = close_fft,
};

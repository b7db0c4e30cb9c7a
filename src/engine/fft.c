/* fft.c - overlap-save: blocks of a fixed length through spectra.
 *
 * A transform of length L takes the taps - 1 samples before a block and the L - taps + 1 new ones.
 * In the result, the first taps - 1 samples are spoilt by wrap-around; the rest are the outputs. A
 * short signal between zeros needs only one, shorter transform: the zeros before and after it may
 * share the same place. Each signal channel is transformed once for all its paths, and each output
 * channel is transformed back once. (T. Stockham, "High-speed convolution and correlation", AFIPS
 * 28, 1966.)
 *
 * Where each complex channel has one complex path, L / 2 complex samples are the points of a
 * transform, and one product of spectra does what four between the parts would do. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "fft.h"
#include "engine/transform/transform.h"

#include "thread/pool.h"
#include "util.h"

#include <stdatomic.h>
#include <stdlib.h>

/* The memory of one run. */
struct slot {
    double **z;   /* spectra of this block's channels, z[ins]; NULL: no path; one if `apart` */
    double **sum; /* spectra of the output channels, sum[outs]; z[0] if `apart` */
};

struct fft {
    const struct system *system;
    struct transform *transform;
    size_t zeros; /* at the beginning and at the end of every channel of the only run */
    double *h;    /* spectra of the kernel's columns times their scale, h[columns][doubles] */
    double *scale; /* scale[columns]: powers of two, 1 but of tiny and of huge taps; the same on
                    * all paths to an output */
    bool apart;   /* every input and every output has one path: spectra are multiplied in place */
    bool complex; /* these are complex paths: the spectra are those of complex columns */
    struct pool *pool; /* that runs the pieces of each step */
    size_t slots;
    struct slot *slot; /* slot[slots] */
};

/* A step of a run, whose pieces can be done in parallel. */
struct step {
    const struct fft *f;
    const struct slot *slot;
    double *z, *y; /* y[frames], output of transform_leave */
    double *y_im;  /* of transform_leave_complex, then y is the real part; y or y_im may be NULL */
    size_t frames;
    const struct path *path;
    const double *const *entered; /* entered[ins], wanted[outs]: not NULL */
    double *const *wanted;
    atomic_bool spoilt;    /* set if any output is not finite */
};

static void leave_piece(void *context, size_t piece, size_t worker)
{
    struct step *s = context;
    size_t first = s->f->system->taps - 1 - s->f->zeros;
    (void)worker;
    if (!(s->f->complex ? transform_leave_complex(s->f->transform, piece, s->z, s->y, s->y_im,
                                                  first, s->frames)
                        : transform_leave(s->f->transform, piece, s->z, s->y, first, s->frames)))
        atomic_store(&s->spoilt, true);
}

/* The spectra of columns: of complex ones, which are three each, one. */
static int spectra_of(const struct fft *f)
{
    return f->complex ? f->system->columns / 3 : f->system->columns;
}

/* The spectrum of a path's column. */
static const double *spectrum_of(const struct fft *f, const struct path *path)
{
    size_t column = (size_t)(f->complex ? path->column / 3 : path->column);
    return f->h + column * f->transform->doubles;
}

/* taps[n] themselves, or scaled in copy[n]. */
static const double *scale_taps(const double *taps, size_t n, double scale, double *copy)
{
    if (scale == 1)
        return taps;
    for (size_t j = 0; j < n; j++)
        copy[j] = taps[j] * scale;
    return copy;
}

/* Compute the spectrum of one column of taps, or of the real and the imaginary column of complex
 * ones. */
static void analyse_taps(const struct fft *f, int spectrum)
{
    size_t n = f->system->taps, column = (size_t)(f->complex ? 3 * spectrum : spectrum);
    const double *taps = f->system->h + column * n;
    double scale = f->scale[column], *scaled = scale != 1 ? util_doubles(2 * n) : NULL;
    const double *re = scale_taps(taps, n, scale, scaled);
    const double *im = f->complex ? scale_taps(taps + n, n, scale, scaled + n) : NULL;

    transform_forward(f->transform, f->pool, re, im, n,
                      f->h + (size_t)spectrum * f->transform->doubles);
    free(scaled);
}

static void open_slot(const struct fft *f, struct slot *slot)
{
    size_t ins = (size_t)f->system->ins, outs = (size_t)f->system->outs;

    slot->z = util_array(ins, sizeof *slot->z);
    slot->sum = util_array(outs, sizeof *slot->sum);
    for (size_t k = 0, i; k < f->system->paths; k++)
        if (!slot->z[i = f->apart ? 0 : (size_t)f->system->path[k].in])
            slot->z[i] = util_doubles(f->transform->doubles);
    for (size_t o = 0; o < outs; o++)
        slot->sum[o] = f->apart ? slot->z[0] : util_doubles(f->transform->doubles);
}

static void close_slot(const struct fft *f, struct slot *slot)
{
    for (int i = 0; i < f->system->ins; i++)
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
    f->scale = fft_scales(system);
    f->transform = transform_open(plan->transform);
    f->apart = fft_is_apart(system);
    f->complex = f->apart && system->complex;
    f->pool = plan->pool;
    f->slots = plan->slots;
    f->slot = util_array(f->slots, sizeof *f->slot);
    for (size_t l = 0; l < f->slots; l++)
        open_slot(f, &f->slot[l]);
    f->h = util_doubles((size_t)spectra_of(f) * f->transform->doubles);
    for (int c = 0; c < spectra_of(f); c++)
        analyse_taps(f, c);
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
    free(f->scale);
    free(f);
}

/* Enter one channel, x[samples], into z, without the zeros at its beginning and end; or a complex
 * one, with `im`. */
static void enter(const struct fft *f, const double *x, const double *im, size_t samples,
                  double *z)
{
    transform_enter_all(f->transform, f->pool, x + f->zeros, im ? im + f->zeros : NULL,
                        samples - 2 * f->zeros, z);
}

static void divide(double *y, double scale, size_t frames)
{
    for (size_t i = 0; y && scale != 1 && i < frames; i++)
        y[i] /= scale;
}

/* Compute an output, y[frames], or the parts of a complex one that are not NULL, from its spectrum
 * z by taps of that scale. Returns whether any sample was not finite before it was divided by the
 * scale. */
static bool leave(const struct fft *f, double scale, double *z, double *y, double *im,
                  size_t frames)
{
    struct step s = {.f = f, .z = z, .y = y, .y_im = im, .frames = frames};
    pool_run(f->pool, f->transform->pieces, leave_piece, &s);
    divide(y, scale, frames);
    divide(im, scale, frames);
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
        if (s->entered[i] && slot->z[i])
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
        enter(f, x[p->in], NULL, f->system->taps - 1 + frames, z);
        pool_run(f->pool, f->transform->subs, multiply_sub, &s);
        spoilt[p->out] = leave(f, f->scale[p->column], z, y[p->out], NULL, frames);
    }
}

/* The same of complex channels, whose paths are four between their parts. */
static void run_complex(const struct fft *f, double *z, const double *const *x, double *const *y,
                        size_t frames, bool *spoilt)
{
    for (const struct path *p = f->system->path; p < f->system->path + f->system->paths; p += 4) {
        struct step s = {.f = f, .z = z, .path = p};
        double *re = y[p->out], *im = y[p->out + 1];
        if (!re && !im)
            continue;
        enter(f, x[p->in], x[p->in + 1], f->system->taps - 1 + frames, z);
        pool_run(f->pool, f->transform->subs, multiply_sub, &s);
        bool any = leave(f, f->scale[p->column], z, re, im, frames);
        for (int part = 0; part < 2; part++)
            if (y[p->out + part])
                spoilt[p->out + part] = any;
    }
}

static void run_fft(void *state, size_t number, const double *const *x, double *const *y,
                    size_t frames, bool *spoilt)
{
    struct fft *f = state;
    struct slot *slot = &f->slot[number];
    struct step s = {.f = f, .slot = slot, .entered = x, .wanted = y};

    if (f->apart) {
        (f->complex ? run_complex : run_apart)(f, slot->z[0], x, y, frames, spoilt);
        return;
    }
    for (int i = 0; i < f->system->ins; i++)
        if (x[i] && slot->z[i])
            enter(f, x[i], NULL, f->system->taps - 1 + frames, slot->z[i]);
    pool_run(f->pool, f->transform->subs, sum_sub, &s);
    const struct path *path = f->system->path;
    for (size_t k = 0; k < f->system->paths; k++) {
        int o = path[k].out;
        if (y[o] && (k == 0 || path[k - 1].out != o))
            spoilt[o] = leave(f, f->scale[path[k].column], slot->sum[o], y[o], NULL, frames);
    }
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

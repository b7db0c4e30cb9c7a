/* fft.c - overlap-save: blocks of a fixed length through spectra.
 *
 * A transform of length L holds the taps - 1 samples before a block and its L - taps + 1 new ones; of the product
 * with the kernel's spectrum the first taps - 1 samples are spoilt by what wraps around, the rest are the
 * outputs. Each signal channel is transformed once for all its paths, each output channel once back.
 * (T. Stockham, "High-speed convolution and correlation", AFIPS 28, 1966.) */
#include "engine.h"
#include "nonfinite.h"
#include "transform.h"

#include "../util.h"

#include <stdlib.h>
#include <string.h>

struct fft {
    const struct system *system;
    struct transform *transform;
    double *h;       /* spectra of the kernel's columns, h[columns][doubles] */
    double **z;      /* spectra of the signal's channels in this block, z[ins] */
    double **sum;    /* spectra of the output channels, sum[outs]; z of the one input if `apart` */
    double *clean;   /* a channel without its NaNs and infinities, clean[length] */
    double *scratch; /* of the transform */
    bool dirty;      /* this block holds NaNs or infinities */
    bool apart;      /* every input and every output has one path: spectra are multiplied in place */
};

static bool is_apart(const struct system *system)
{
    bool apart = true;
    char *used = util_array((size_t)system->ins, 1);

    for (size_t k = 0; k < system->paths; k++) {
        const struct path *p = &system->path[k];
        apart = apart && !used[p->in] && (k == 0 || p->out != p[-1].out);
        used[p->in] = 1;
    }
    free(used);
    return apart;
}

/* The spectrum of one column of taps. */
static void analyse_taps(struct fft *f, const double *taps, double *h)
{
    transform_enter(f->transform, taps, f->system->taps, h, f->scratch);
    for (size_t r = 0; r < f->transform->rows; r++)
        transform_row_forward(f->transform, h + r * f->transform->row_stride);
}

static void *open_fft(const struct system *system, const struct plan *plan)
{
    struct fft *f = util_array(1, sizeof *f);

    f->system = system;
    f->transform = transform_open(plan->transform);
    f->scratch = util_doubles(transform_scratch(f->transform));
    f->clean = util_doubles(plan->transform);
    f->h = util_doubles((size_t)system->columns * f->transform->doubles);
    for (int c = 0; c < system->columns; c++)
        analyse_taps(f, system->h + (size_t)c * system->taps, f->h + (size_t)c * f->transform->doubles);
    f->apart = is_apart(system);
    f->z = util_array((size_t)system->ins, sizeof *f->z);
    f->sum = util_array((size_t)system->outs, sizeof *f->sum);
    for (int i = 0; i < system->ins; i++)
        f->z[i] = i && f->apart ? f->z[0] : util_doubles(f->transform->doubles);
    for (int o = 0; o < system->outs; o++)
        f->sum[o] = f->apart ? f->z[0] : util_doubles(f->transform->doubles);
    return f;
}

static void close_fft(void *state)
{
    struct fft *f = state;

    for (int i = 0; i < f->system->ins && (i == 0 || !f->apart); i++)
        free(f->z[i]);
    for (int o = 0; o < f->system->outs && !f->apart; o++)
        free(f->sum[o]);
    transform_close(f->transform);
    free(f->z);
    free(f->sum);
    free(f->scratch);
    free(f->clean);
    free(f->h);
    free(f);
}

/* One channel, x[samples], into z. */
static void enter(struct fft *f, const double *x, size_t samples, double *z)
{
    if (f->dirty) {
        nonfinite_clean(x, samples, f->clean);
        x = f->clean;
    }
    transform_enter(f->transform, x, samples, z, f->scratch);
}

/* One path from its input to its output, nothing shared with others. */
static void run_path(struct fft *f, const struct path *p, const double *x, double *y, size_t frames)
{
    const struct transform *t = f->transform;
    const double *h = f->h + (size_t)p->column * t->doubles;
    double *z = f->z[0];

    enter(f, x, f->system->taps - 1 + frames, z);
    for (size_t r = 0; r < t->rows; r++) {
        double *row = z + r * t->row_stride;
        transform_row_forward(t, row);
        transform_row_scale(t, row, h + r * t->row_stride);
        transform_row_inverse(t, row);
    }
    transform_leave(t, z, y, f->system->taps - 1, frames, f->scratch);
}

/* Row r of every output's spectrum from that row of every input's. */
static void run_row(struct fft *f, size_t r)
{
    const struct transform *t = f->transform;
    const struct path *p = f->system->path, *end = p + f->system->paths;

    for (int i = 0; i < f->system->ins; i++)
        transform_row_forward(t, f->z[i] + r * t->row_stride);
    for (int o = 0; o < f->system->outs; o++) {
        double *sum = f->sum[o] + r * t->row_stride;
        for (bool first = true; p < end && p->out == o; p++, first = false)
            (first ? transform_row_product : transform_row_add)(
                t, f->z[p->in] + r * t->row_stride, f->h + (size_t)p->column * t->doubles + r * t->row_stride, sum);
        transform_row_inverse(t, sum);
    }
}

static void run_block(struct fft *f, const double *const *x, double *const *y, size_t frames)
{
    const struct system *system = f->system;
    size_t history = system->taps - 1;

    if (f->apart) {
        for (size_t k = 0; k < system->paths; k++)
            run_path(f, &system->path[k], x[system->path[k].in], y[system->path[k].out], frames);
    } else {
        for (int i = 0; i < system->ins; i++)
            enter(f, x[i], history + frames, f->z[i]);
        for (size_t r = 0; r < f->transform->rows; r++)
            run_row(f, r);
        for (int o = 0; o < system->outs; o++)
            transform_leave(f->transform, f->sum[o], y[o], history, frames, f->scratch);
    }
}

/* A NaN or infinity reaches every output of a transform, so it shows there; then the block is done again with zeros
 * in the place of such samples, and their products are added. */
static void run_fft(void *state, const double *const *x, double *const *y, size_t frames)
{
    struct fft *f = state;

    run_block(f, x, y, frames);
    f->dirty = false;
    for (int o = 0; o < f->system->outs; o++)
        f->dirty = f->dirty || nonfinite_any(y[o], frames);
    if (f->dirty) {
        run_block(f, x, y, frames);
        nonfinite_repair(f->system, x, y, frames);
        f->dirty = false;
    }
}

const struct engine engine_fft = {"fft", open_fft, run_fft, close_fft};

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

/* What one run works in. */
struct lane {
    double **z;      /* spectra of the signal's channels in this block, z[ins] */
    double **sum;    /* spectra of the output channels, sum[outs]; z of the one input if `apart` */
    double *clean;   /* a channel without its NaNs and infinities, clean[length] */
    double *scratch; /* of the transform */
    bool dirty;      /* this block holds NaNs or infinities */
};

struct fft {
    const struct system *system;
    struct transform *transform;
    size_t length;     /* of the transform */
    double *h;         /* spectra of the kernel's columns, h[columns][doubles] */
    bool apart;        /* every input and every output has one path: spectra are multiplied in place */
    size_t lanes;
    struct lane *lane; /* lane[lanes] */
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
    transform_enter(f->transform, taps, f->system->taps, h, f->lane[0].scratch);
    for (size_t r = 0; r < f->transform->rows; r++)
        transform_row_forward(f->transform, h + r * f->transform->row_stride);
}

static void open_lane(const struct fft *f, struct lane *lane)
{
    size_t ins = (size_t)f->system->ins, outs = (size_t)f->system->outs;

    lane->scratch = util_doubles(transform_scratch(f->transform));
    lane->z = util_array(ins, sizeof *lane->z);
    lane->sum = util_array(outs, sizeof *lane->sum);
    for (size_t i = 0; i < ins; i++)
        lane->z[i] = i && f->apart ? lane->z[0] : util_zeros(f->transform->doubles);
    for (size_t o = 0; o < outs; o++)
        lane->sum[o] = f->apart ? lane->z[0] : util_zeros(f->transform->doubles);
}

static void close_lane(const struct fft *f, struct lane *lane)
{
    for (int i = 0; i < f->system->ins && (i == 0 || !f->apart); i++)
        free(lane->z[i]);
    for (int o = 0; o < f->system->outs && !f->apart; o++)
        free(lane->sum[o]);
    free(lane->z);
    free(lane->sum);
    free(lane->clean);
    free(lane->scratch);
}

static void *open_fft(const struct system *system, const struct plan *plan)
{
    struct fft *f = util_array(1, sizeof *f);

    f->system = system;
    f->length = plan->transform;
    f->transform = transform_open(plan->transform);
    f->apart = is_apart(system);
    f->lanes = plan->lanes;
    f->lane = util_array(f->lanes, sizeof *f->lane);
    for (size_t l = 0; l < f->lanes; l++)
        open_lane(f, &f->lane[l]);
    f->h = util_zeros((size_t)system->columns * f->transform->doubles);
    for (int c = 0; c < system->columns; c++)
        analyse_taps(f, system->h + (size_t)c * system->taps, f->h + (size_t)c * f->transform->doubles);
    return f;
}

static void close_fft(void *state)
{
    struct fft *f = state;

    for (size_t l = 0; l < f->lanes; l++)
        close_lane(f, &f->lane[l]);
    transform_close(f->transform);
    free(f->lane);
    free(f->h);
    free(f);
}

/* One channel, x[samples], into z. */
static void enter(const struct fft *f, struct lane *lane, const double *x, size_t samples, double *z)
{
    if (lane->dirty) {
        nonfinite_clean(x, samples, lane->clean);
        x = lane->clean;
    }
    transform_enter(f->transform, x, samples, z, lane->scratch);
}

/* One path from its input to its output, nothing shared with others. */
static void run_path(const struct fft *f, struct lane *lane, const struct path *p, const double *x, double *y, size_t frames)
{
    const struct transform *t = f->transform;
    const double *h = f->h + (size_t)p->column * t->doubles;
    double *z = lane->z[0];

    enter(f, lane, x, f->system->taps - 1 + frames, z);
    for (size_t r = 0; r < t->rows; r++) {
        double *row = z + r * t->row_stride;
        transform_row_forward(t, row);
        transform_row_scale(t, row, h + r * t->row_stride);
        transform_row_inverse(t, row);
    }
    transform_leave(t, z, y, f->system->taps - 1, frames, lane->scratch);
}

/* Row r of every output's spectrum from that row of every input's. */
static void run_row(const struct fft *f, struct lane *lane, size_t r)
{
    const struct transform *t = f->transform;
    const struct path *p = f->system->path, *end = p + f->system->paths;

    for (int i = 0; i < f->system->ins; i++)
        transform_row_forward(t, lane->z[i] + r * t->row_stride);
    for (int o = 0; o < f->system->outs; o++) {
        double *sum = lane->sum[o] + r * t->row_stride;
        for (bool first = true; p < end && p->out == o; p++, first = false)
            (first ? transform_row_product : transform_row_add)(
                t, lane->z[p->in] + r * t->row_stride, f->h + (size_t)p->column * t->doubles + r * t->row_stride, sum);
        transform_row_inverse(t, sum);
    }
}

static void run_block(const struct fft *f, struct lane *lane, const double *const *x, double *const *y, size_t frames)
{
    const struct system *system = f->system;
    size_t history = system->taps - 1;

    if (f->apart) {
        for (size_t k = 0; k < system->paths; k++)
            run_path(f, lane, &system->path[k], x[system->path[k].in], y[system->path[k].out], frames);
    } else {
        for (int i = 0; i < system->ins; i++)
            enter(f, lane, x[i], history + frames, lane->z[i]);
        for (size_t r = 0; r < f->transform->rows; r++)
            run_row(f, lane, r);
        for (int o = 0; o < system->outs; o++)
            transform_leave(f->transform, lane->sum[o], y[o], history, frames, lane->scratch);
    }
}

/* A NaN or infinity reaches every output of a transform, so it shows there; then the block is done again with zeros
 * in the place of such samples, and their products are added. */
static void run_fft(void *state, size_t number, const double *const *x, double *const *y, size_t frames)
{
    const struct fft *f = state;
    struct lane *lane = &f->lane[number];

    run_block(f, lane, x, y, frames);
    for (int o = 0; o < f->system->outs; o++)
        lane->dirty = lane->dirty || nonfinite_any(y[o], frames);
    if (lane->dirty) {
        if (!lane->clean)
            lane->clean = util_doubles(f->length);
        run_block(f, lane, x, y, frames);
        nonfinite_repair(f->system, x, y, frames);
        lane->dirty = false;
    }
}

const struct engine engine_fft = {"fft", open_fft, run_fft, close_fft};

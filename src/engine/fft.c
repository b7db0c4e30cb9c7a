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
    size_t length;   /* L */
    double *h;       /* spectra of the kernel's columns, h[columns][length] */
    double **z;      /* spectra of the signal's channels in this block, z[ins]; all the same one if `apart` */
    double *sum;     /* spectrum of an output channel; z itself if `apart` */
    double *clean;   /* a channel without its NaNs and infinities, clean[length] */
    bool apart;      /* every input and every output has one path: no spectrum outlives its path */
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

static void *open_fft(const struct system *system, const struct plan *plan)
{
    struct fft *f = util_array(1, sizeof *f);

    f->system = system;
    f->length = plan->transform;
    f->transform = transform_open(f->length);
    f->h = util_doubles((size_t)system->columns * f->length);
    for (int c = 0; c < system->columns; c++)
        transform_forward(f->transform, system->h + (size_t)c * system->taps, system->taps,
                          f->h + (size_t)c * f->length);
    f->apart = is_apart(system);
    f->sum = util_doubles(f->length);
    f->clean = util_doubles(f->length);
    f->z = util_array((size_t)system->ins, sizeof *f->z);
    for (int i = 0; i < system->ins; i++)
        f->z[i] = f->apart ? f->sum : util_doubles(f->length);
    return f;
}

static void close_fft(void *state)
{
    struct fft *f = state;

    for (int i = 0; i < f->system->ins && !f->apart; i++)
        free(f->z[i]);
    transform_close(f->transform);
    free(f->z);
    free(f->sum);
    free(f->clean);
    free(f->h);
    free(f);
}

/* The spectrum of one channel: x[samples], with zeros for what is not finite. */
static void analyse(struct fft *f, const double *x, size_t samples, double *z)
{
    if (nonfinite_any(x, samples)) {
        nonfinite_clean(x, samples, f->clean);
        x = f->clean;
    }
    transform_forward(f->transform, x, samples, z);
}

static void run_fft(void *state, const double *const *x, double *const *y, size_t frames)
{
    struct fft *f = state;
    const struct system *system = f->system;
    size_t history = system->taps - 1, samples = history + frames;
    size_t k = 0;

    for (int i = 0; i < system->ins && !f->apart; i++)
        analyse(f, x[i], samples, f->z[i]);
    for (int o = 0; o < system->outs; o++) {
        for (bool first = true; k < system->paths && system->path[k].out == o; k++, first = false) {
            const struct path *p = &system->path[k];
            const double *h = f->h + (size_t)p->column * f->length;
            if (f->apart)
                analyse(f, x[p->in], samples, f->z[p->in]);
            (first ? transform_multiply : transform_add)(f->transform, f->z[p->in], h, f->sum);
        }
        transform_inverse(f->transform, f->sum, y[o], history, frames);
    }
    nonfinite_repair(system, x, y, frames);
}

const struct engine engine_fft = {"fft", open_fft, run_fft, close_fft};

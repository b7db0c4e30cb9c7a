/* gauss.c - kernels that decay exponentially: gauss and its derivatives, exp. */
#include "util.h"
#include "generator.h"
#include "kernel/normalize.h"

#include <math.h>

enum { SIGMA, TRUNCATE, ORDER, MOST_ORDER = 10 };

/* The derivative of exp(-z^2 / 2), divided by it: (-1)^order He(z), He[k+1] = z He[k] - k He[k-1]. */
static double hermite(int order, double z)
{
    double before = 0, here = 1;
    for (int k = 0; k < order; k++) {
        double next = 0 - z * here - k * before; /* 0, never -0, in the middle */
        before = here;
        here = next;
    }
    return here;
}

/* As scipy.ndimage.gaussian_filter1d: the Gaussian sums to 1, and the derivatives are those of its formula. */
static const char *make_gauss(const double *argument, struct kernel *kernel)
{
    double sigma = argument[SIGMA], radius = floor(argument[TRUNCATE] * sigma + 0.5);
    int order = (int)argument[ORDER];

    if (!(radius < GENERATOR_MOST / 2))
        return GENERATOR_TOO_LONG;
    if (order > 0 && radius < 1)
        return "sigma times truncate leaves one tap, which has no derivative";
    kernel->taps = 2 * (size_t)radius + 1;
    kernel->h = util_doubles(kernel->taps);
    for (size_t j = 0; j < kernel->taps; j++) {
        double z = ((double)j - radius) / sigma;
        kernel->h[j] = exp(-z * z / 2);
    }
    kernel_sum_to_one(kernel->h, kernel->taps);
    for (size_t j = 0; j < kernel->taps && order > 0; j++)
        kernel->h[j] *= hermite(order, ((double)j - radius) / sigma) / pow(sigma, order);
    return NULL;
}

/* As scipy.signal.windows.exponential with center=0, sym=False, scaled to sum 1. */
static const char *make_exp(const double *argument, struct kernel *kernel)
{
    double tau = argument[0], last = ceil(argument[1] * tau);

    if (!(last < GENERATOR_MOST))
        return GENERATOR_TOO_LONG;
    kernel->taps = (size_t)last + 1;
    kernel->h = util_doubles(kernel->taps);
    for (size_t j = 0; j < kernel->taps; j++)
        kernel->h[j] = exp(-(double)j / tau);
    kernel_sum_to_one(kernel->h, kernel->taps);
    return NULL;
}

const struct generator generator_gauss = {
    .name = "gauss",
    .grammar = "gauss:SIGMA[,truncate=4][,d=0]",
    .help = "a Gaussian; d: its derivatives",
    .parameter = {{.name = "sigma", .kind = KIND_TIME, .required = true},
                  {.name = "truncate", .kind = KIND_NUMBER, .fallback = 4, .most = 1e6},
                  {.name = "d", .kind = KIND_WHOLE, .most = MOST_ORDER}},
    .derivative = ORDER + 1,
    .make = make_gauss,
};

/* exp(-37) is below 2^-53. */
const struct generator generator_exp = {
    .name = "exp",
    .grammar = "exp:TAU[,truncate=37]",
    .help = "a running mean, weights exp(-n/TAU); causal",
    .parameter = {{.name = "tau", .kind = KIND_TIME, .required = true},
                  {.name = "truncate", .kind = KIND_NUMBER, .fallback = 37, .most = 1e6}},
    .causal = true,
    .make = make_exp,
};

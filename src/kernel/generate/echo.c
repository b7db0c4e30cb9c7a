/* echo.c - kernels of one impulse or two: delta, echo. */
#include "util.h"
#include "generator.h"

static void make_impulse(double delay, double gain, struct kernel *kernel)
{
    kernel->taps = (size_t)delay + 1;
    kernel->h = util_zeros(kernel->taps);
    kernel->h[kernel->taps - 1] = gain;
}

static const char *make_delta(const double *argument, struct kernel *kernel)
{
    make_impulse(argument[0], 1, kernel);
    return NULL;
}

static const char *make_echo(const double *argument, struct kernel *kernel)
{
    make_impulse(argument[0], argument[1], kernel);
    kernel->h[0] = 1;
    return NULL;
}

const struct generator generator_delta = {
    .name = "delta",
    .grammar = "delta[:SHIFT]",
    .help = "a delay; causal",
    .parameter = {{.name = "shift", .kind = KIND_DELAY}},
    .causal = true,
    .make = make_delta,
};

const struct generator generator_echo = {
    .name = "echo",
    .grammar = "echo:DELAY,GAIN",
    .help = "the signal and one echo; causal",
    .parameter = {{.name = "delay", .kind = KIND_DELAY, .required = true, .least = 1},
                  {.name = "gain", .kind = KIND_FACTOR, .required = true}},
    .causal = true,
    .make = make_echo,
};

/* route.c - which signal channel passes through which column of the kernel to which output channel. */
#include "kernel.h"

#include "../util.h"

int kernel_route(const struct kernel *kernel, int channels, const char *signal, struct system *system,
                 struct path **paths)
{
    bool true_stereo = channels == 2 && kernel->columns == 4;
    int outs = true_stereo ? 2 : channels > kernel->columns ? channels : kernel->columns;
    size_t count = true_stereo ? 4 : (size_t)outs;

    if (!true_stereo && channels != kernel->columns && channels != 1 && kernel->columns != 1) {
        util_error("%s has %d channels and %s %d: there is no rule how to pair them", signal, channels,
                   kernel->name, kernel->columns);
        return -1;
    }
    struct path *path = util_array(count, sizeof *path);
    for (int k = 0; k < (int)count; k++) {
        if (true_stereo) /* out-major: L from LL and RL, R from LR and RR */
            path[k] = (struct path){.in = k % 2, .column = 2 * (k % 2) + k / 2, .out = k / 2};
        else
            path[k] = (struct path){
                .in = channels == 1 ? 0 : k, .column = kernel->columns == 1 ? 0 : k, .out = k};
    }
    *paths = path;
    *system = (struct system){.taps = kernel->taps,
                              .columns = kernel->columns,
                              .h = kernel->h,
                              .ins = channels,
                              .outs = outs,
                              .paths = count,
                              .path = path};
    return 0;
}

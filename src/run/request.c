/* request.c - what a request means for a number of axes (see request.h). */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "request.h"

#include "util.h"

int request_axes(const struct request *request)
{
    return request->listed ? request->listed : request->axes;
}

/* Whether an option has one value, or one for each axis; else it is reported, with the list that
 * the user wrote where that is known. */
static bool check_list(const char *option, const char *list, int values, int axes)
{
    if (values <= 1 || values == axes)
        return true;
    util_error("--%s%s%s: %d values, and %d %s convolved", option, list ? "=" : "",
               list ? list : "", values, axes, axes == 1 ? "axis is" : "axes are");
    return false;
}

/* Rates are changed along the frames alone. */
static bool check_rates(const struct request *request, int axes)
{
    bool resampled = request->mismatch == MISMATCH_RESAMPLE;

    if ((axes <= 1 && !request->listed) || (!resampled && request->output_rate <= 0))
        return true;
    util_error("--%s is for one axis, the time of audio",
               resampled ? "rate-mismatch=resample" : "output-rate");
    return false;
}

int request_check_axes(const struct request *request, int axes)
{
    const struct wanted *wanted = &request->wanted;

    if (request->kernels > 1 && axes > 1) {
        util_error("--kernel: several files are columns of a kernel for one axis, and %d axes are "
                   "convolved",
                   axes);
        return -1;
    }
    if (!check_list("boundary", request->boundary, request->boundaries, axes) ||
        !check_list("origin", NULL, wanted->origins, axes) ||
        !check_list("step", NULL, wanted->steps, axes) ||
        !check_list("lags", NULL, wanted->ranges, axes) ||
        !check_list("generate", NULL, request->specs, axes) || !check_rates(request, axes))
        return -1;
    if (axes > 1 && wanted->tailed) {
        util_error("--tail is for one axis, not for %d", axes);
        return -1;
    }
    if (axes <= 1 || !boundary_occurs(request->beyond, MOST_AXES, BOUNDARY_FIT))
        return 0;
    util_error("--boundary=fit is for one axis, not for %d: it fits polynomials in one variable",
               axes);
    return -1;
}

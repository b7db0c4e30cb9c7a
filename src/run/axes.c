/* axes.c - which axes of a signal or kernel are convolved (see axes.h). */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "axes.h"

#include "util.h"

int axes_find(const struct traits *traits, const char *name, int64_t frames, int channels, int axes,
              int64_t behind[MOST_AXES], int *columns)
{
    const struct array *array = &traits->array;
    bool table = !format_type(traits->type)->binary;
    int has = array->axes ? array->axes : table ? 2 : 1;

    *columns = channels;
    if (axes > has) {
        util_error("--dims=%d: %s has only %d ax%s", axes, name, has, has == 1 ? "is" : "es");
        return -1;
    }
    if (traits->row && axes == 2) {
        behind[0] = frames;
        return 0;
    }
    for (int a = 1; a < axes; a++) {
        behind[a - 1] = array->axes ? array->length[a] : channels;
        *columns /= (int)behind[a - 1];
    }
    return 0;
}

int axes_check(const struct request *request, int axes)
{
    bool gain = request->norm == NORM_GAIN;
    bool fit = boundary_occurs(request->beyond, MOST_AXES, BOUNDARY_FIT);
    const char *wrong = gain                                       ? "--normalize=gain"
                        : request->norm > NORM_XCORR               ? "--normalize"
                        : fit                                      ? "--boundary=fit"
                        : request->lags                            ? "--lags"
                        : request->wanted.step > 1                 ? "--step"
                        : request->nan == NAN_KEEP                 ? "--nan=keep"
                        : request->unbuffered                      ? "--line-buffered"
                                                                   : NULL;

    if (axes <= 1 || !wrong)
        return 0;
    util_error("%s is for one axis, not with --dims=%d", wrong, axes);
    return -1;
}

int axes_check_list(const char *option, const char *list, int values, int axes)
{
    if (values <= 1 || values == axes)
        return 0;
    util_error("--%s%s%s: %d values, and %d ax%s convolved", option, list ? "=" : "",
               list ? list : "", values, axes, axes == 1 ? "is is" : "es are");
    return -1;
}

/* axes.c - which axes of a signal or kernel are convolved (see axes.h). */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "axes.h"

#include "util.h"

bool axes_is_empty(const struct request *request, const struct traits *traits)
{
    return request->all_axes && traits->array.axes && !traits->array.length[0];
}

int axes_rank(const struct traits *traits)
{
    bool table = !format_type(traits->type)->binary;

    return traits->array.axes ? traits->array.axes : table ? 2 : 1;
}

static int refuse_rank(const char *name, int has, int axes)
{
    util_error("%s has only %d %s, and %d %s convolved", name, has, has == 1 ? "axis" : "axes",
               axes, axes == 1 ? "is" : "are");
    return -1;
}

/* Mark the axes of a list as convolved. 0, or -1: already reported. */
static int mark_listed(const struct request *request, const char *name, struct axes *axes)
{
    for (int i = 0; i < request->listed; i++) {
        int given = request->list[i], axis = given < 0 ? given + axes->rank : given;
        if (axis < 0 || axis >= axes->rank) {
            util_error("--axes: %s has no axis %d, only %d %s", name, given, axes->rank,
                       axes->rank == 1 ? "axis" : "axes");
            return -1;
        }
        if (axes->of_kernel[axis] >= 0) {
            util_error("--axes: axis %d of %s is given twice", axis, name);
            return -1;
        }
        axes->of_kernel[axis] = 0;
    }
    return 0;
}

int axes_find(const struct request *request, const struct traits *traits, const char *name,
              struct axes *axes)
{
    *axes = (struct axes){.rank = axes_rank(traits)};
    int first = request->all_axes ? axes->rank : request->axes;

    if (!request->listed && first > axes->rank)
        return refuse_rank(name, axes->rank, first);
    for (int a = 0; a < axes->rank; a++)
        axes->of_kernel[a] = request->listed || a >= first ? -1 : 0;
    if (mark_listed(request, name, axes) < 0)
        return -1;
    for (int a = 0; a < axes->rank; a++) {
        if (axes->of_kernel[a] < 0)
            continue;
        axes->of_kernel[a] = axes->convolved++;
        axes->spanned = a + 1;
    }
    return 0;
}

/* Whether there are several columns along an axis before the last that is convolved, or after that
 * a mixture of several and one. */
static bool is_mixed(const struct axes *axes, const struct array *signal,
                     const struct array *kernel)
{
    bool several = false, one = false;

    for (int a = 0; a < axes->rank; a++) {
        if (a < axes->spanned && axes->of_kernel[a] < 0 && kernel->length[a] != 1)
            return true;
        if (a < axes->spanned)
            continue;
        several |= kernel->length[a] != 1;
        one |= kernel->length[a] != signal->length[a];
    }
    return several && one;
}

void axes_reorder(struct axes *axes, const struct array *signal, const struct array *kernel)
{
    int next = 0;

    if (signal->axes != axes->rank || kernel->axes != axes->rank ||
        !is_mixed(axes, signal, kernel))
        return;
    for (int convolved = 1; convolved >= 0; convolved--)
        for (int a = 0; a < axes->rank; a++)
            if ((a < axes->spanned && axes->of_kernel[a] >= 0) == convolved)
                axes->order[next++] = a;
    for (int a = 0; a < axes->convolved; a++)
        axes->of_kernel[a] = a;
    axes->spanned = axes->convolved;
    axes->reordered = true;
}

int axes_measure(const struct traits *traits, const char *name, int64_t frames, int channels,
                 int axes, int64_t after[MOST_AXES], int *columns)
{
    const struct array *array = &traits->array;

    *columns = channels;
    if (axes > axes_rank(traits))
        return refuse_rank(name, axes_rank(traits), axes);
    if (traits->row && axes == 2) {
        after[0] = frames;
        return 0;
    }
    for (int a = 1; a < axes; a++) {
        after[a - 1] = array->axes ? array->length[a] : channels / (1 + traits->complex);
        *columns /= (int)after[a - 1];
    }
    return 0;
}

int axes_check_left(const struct request *request, const struct axes *axes)
{
    if (axes->spanned == axes->convolved && !axes->reordered)
        return 0;
    if (axes->reordered && request->lags)
        util_error("--lags: the kernel differs along axes that are not convolved");
    else if (boundary_occurs(request->beyond, MOST_AXES, BOUNDARY_FIT))
        util_error("--boundary=fit is for the first axis");
    else if (request->norm > NORM_XCORR)
        util_error("--normalize=%s is of a whole array: --axes may leave none alone before the "
                   "last",
                   choice_word(norm_choice, (int)request->norm));
    else
        return 0;
    return -1;
}

/* sink.c - the size and the header of an image that is written (see sink.h). */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "sink.h"

#include "util.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { ROWS_DIGITS = 10 }; /* room for rows that are not known */

/* What the samples of a pixel are, unless the signal says so. */
static const char *tuple_for(int64_t channels)
{
    static const char *const tuples[] = {"", "GRAYSCALE", "GRAYSCALE_ALPHA", "RGB", "RGB_ALPHA"};

    return channels < (int64_t)(sizeof tuples / sizeof *tuples) ? tuples[channels] : "";
}

/* What to do with a result that does not fit. */
static const char *find_fault(const struct image *image, const struct form *form)
{
    int64_t channels = image->channels;

    if (form->lags)
        return "and --lags puts numbers before the values: use -t text";
    if (form->array.axes > 3)
        return "and the result has more than three axes: use -t npy";
    if (image->kind == '5' && channels != 1)
        return channels == 3 ? "which has one channel, and the result has 3: use -t ppm or -t pnm"
                             : "which has one channel, and the result has more: use -t pam";
    if (image->kind == '6' && channels != 3)
        return channels == 1 ? "which has 3 channels, and the result has one: use -t pgm or -t pnm"
                             : "which has 3 channels, and the result another number: use -t pam";
    if ((image->kind == 'f' || image->kind == 'F') && channels != 1 && channels != 3)
        return "which has 1 or 3 channels, and the result another number: use -t npy";
    return NULL;
}

int image_plan(struct image *image, const struct shape *shape, const struct form *form, char kind,
               struct output *output)
{
    const struct array *array = &form->array;
    const struct picture *picture = &form->picture;
    double scale = picture->scale > 0 ? picture->scale : 1;

    *image = (struct image){.kind = kind,
                            .columns = array->axes > 1 ? array->length[1] : 1,
                            .channels = array->axes > 2 ? array->length[2] : 1,
                            .rows = shape->frames,
                            .maxval = picture->maxval,
                            .scale = form->encoding == ENCODING_F32BE ? scale : -scale};
    if (kind == 'n')
        image->kind = image->channels == 1 ? '5' : image->channels == 3 ? '6' : '7';
    if (kind == 'f' && image->channels == 3)
        image->kind = 'F';
    const char *fault = find_fault(image, form);
    if (fault) {
        util_error("the result is %s, %s", form->type->name, fault);
        return -1;
    }
    const char *tuple = *picture->tuple ? picture->tuple : tuple_for(image->channels);
    snprintf(image->tuple, sizeof image->tuple, "%s", tuple);
    if (image->rows >= 0 || output_can_patch(output))
        return 0;
    return output_spool(output) < 0 ? -1 : 0;
}

size_t image_compose(const struct image *image, int64_t rows, char *text)
{
    int digits = image->rows < 0 ? ROWS_DIGITS
                                 : snprintf(NULL, 0, "%lld", (long long)image->rows);
    long long columns = image->columns, channels = image->channels;
    const char *label = *image->tuple ? "TUPLTYPE " : "", *end = *image->tuple ? "\n" : "";

    if (image->kind == '7')
        return (size_t)snprintf(text, IMAGE_HEADER_BYTES,
                                "P7\nWIDTH %lld\nHEIGHT %*lld\nDEPTH %lld\nMAXVAL %d\n%s%s%s"
                                "ENDHDR\n",
                                columns, digits, (long long)rows, channels, image->maxval, label,
                                image->tuple, end);
    if (image->kind == '5' || image->kind == '6')
        return (size_t)snprintf(text, IMAGE_HEADER_BYTES, "P%c\n%lld %*lld\n%d\n", image->kind,
                                columns, digits, (long long)rows, image->maxval);
    /* readers of PFM take one blank alone, so that the room is zeros in the scale */
    int room = digits - snprintf(NULL, 0, "%lld", (long long)rows);
    int width = snprintf(NULL, 0, "%.17g", image->scale) + room;
    return (size_t)snprintf(text, IMAGE_HEADER_BYTES, "P%c\n%lld %lld\n%0*.17g\n", image->kind,
                            columns, (long long)rows, width, image->scale);
}

enum status format_report(const struct losses *m, enum clipping clipping, const char *name)
{
    if (m->nans)
        util_warn("%s: %lld sample%s not a number, written as 0", name, (long long)m->nans,
                  m->nans == 1 ? " was" : "s were");
    if (!m->clipped || clipping == CLIPPING_QUIET)
        return STATUS_DONE;
    (clipping == CLIPPING_ERROR ? util_error : util_warn)(
        "%s: %lld sample%s clipped: the result is from %.10g to %.10g, and 0 to %d is written; "
        "-t pfm keeps all",
        name, (long long)m->clipped, m->clipped == 1 ? "" : "s", rint(m->least), rint(m->most),
        m->maxval);
    return clipping == CLIPPING_ERROR ? STATUS_ASKED : STATUS_DONE;
}

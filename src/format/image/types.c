/* types.c - the types of images that can be written. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "sink.h"

static const enum encoding in_image[] = {ENCODING_U8, ENCODING_U16, ENCODING_NONE};
static const enum encoding in_floats[] = {ENCODING_F32, ENCODING_F32BE, ENCODING_NONE};

#define CREATOR(name, call)                                                        \
    static struct sink *name(struct output *output, const struct shape *shape,     \
                             const struct form *form, struct pool *pool)           \
    {                                                                              \
        (void)pool;                                                                \
        return call;                                                               \
    }

CREATOR(create_pnm, image_create(output, shape, form, 'n'))
CREATOR(create_pgm, image_create(output, shape, form, '5'))
CREATOR(create_ppm, image_create(output, shape, form, '6'))
CREATOR(create_pam, image_create(output, shape, form, '7'))
CREATOR(create_pfm, floats_create(output, shape, form))

const struct type type_pnm = {"pnm", ".pnm.", true, false, in_image, 0, create_pnm, true};
const struct type type_pgm = {"pgm", ".pgm.", true, false, in_image, 0, create_pgm, true};
const struct type type_ppm = {"ppm", ".ppm.", true, false, in_image, 0, create_ppm, true};
const struct type type_pam = {"pam", ".pam.", true, false, in_image, 0, create_pam, true};
const struct type type_pfm = {"pfm", ".pfm.", true, false, in_floats, 0, create_pfm, true};

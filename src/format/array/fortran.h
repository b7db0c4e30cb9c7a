/* fortran.h - arrays in Fortran order, whose first axis varies fastest. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef FORTRAN_H
#define FORTRAN_H

#include "format/samples/plain.h"

/* The stream of an array's elements, of one sample or, if complex, of two, plain->decode each,
 * after `skip` bytes of the input, which it shares: frames along the first axis, channels in C
 * order along the others. What is no regular file is copied to a temporary one. NULL: already
 * reported. */
struct stream *fortran_stream(struct input *, const struct plain *, size_t skip,
                              const struct array *);

#endif

/* literal.h - the header of a .npy file: a dictionary literal of Python with the type of the
 * elements, their order and the shape, as numpy.lib.format describes it. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef LITERAL_H
#define LITERAL_H

#include "format/format.h"

/* A piece of the header, not NUL-terminated. */
struct piece {
    const char *text;
    int bytes;
};

/* Set name, begin, p and end; literal_parse() finds the rest. */
struct literal {
    const char *name;          /* of the file, for messages */
    const char *begin, *p, *end;
    struct piece descr, shape; /* text NULL: not seen yet */
    bool fortran, ordered;     /* ordered: fortran was seen */
    struct array array;        /* as many axes as the shape has, though not all lengths are kept */
};

/* Parse the dictionary, which is all of the header. 0, or -1: already reported. */
int literal_parse(struct literal *);

bool piece_is(struct piece, const char *text);

/* As many of its bytes as a message shows. */
int piece_shown(struct piece);

#endif

/* literal.c - parses the header of a .npy file. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "literal.h"

#include "util.h"

#include <string.h>

int piece_shown(struct piece piece)
{
    enum { SHOWN = 60 };

    return piece.bytes < SHOWN ? piece.bytes : SHOWN;
}

static int complain(const struct literal *h, const char *expected)
{
    util_error("%s: malformed .npy header: %s expected at its byte %td", h->name, expected,
               h->p - h->begin);
    return -1;
}

static void skip_blanks(struct literal *h)
{
    while (h->p < h->end && strchr(" \t\r\n\f", *h->p) && *h->p)
        h->p++;
}

/* If c comes next, skip it and the blanks before it. */
static bool take(struct literal *h, char c)
{
    skip_blanks(h);
    bool found = h->p < h->end && *h->p == c;
    h->p += found;
    return found;
}

static bool take_word(struct literal *h, const char *word)
{
    size_t bytes = strlen(word);
    if ((size_t)(h->end - h->p) < bytes || memcmp(h->p, word, bytes) != 0)
        return false;
    h->p += bytes;
    return true;
}

/* A string in quotes of either kind. Nothing that stands in these headers needs a backslash. */
static int take_string(struct literal *h, struct piece *string, const char *expected)
{
    skip_blanks(h);
    if (h->p == h->end || (*h->p != '\'' && *h->p != '"'))
        return complain(h, expected);
    const char *text = h->p + 1, *p = text;
    while (p < h->end && *p != *h->p && *p != '\\' && *p != '\n')
        p++;
    if (p == h->end || *p != *h->p)
        return complain(h, expected);
    *string = (struct piece){text, (int)(p - text)};
    h->p = p + 1;
    return 0;
}

/* A length. One that is too large becomes the largest possible, a negative one -1. Python 2
 * appends an L. */
static int take_length(struct literal *h, int64_t *length)
{
    bool negative = take(h, '-');
    const char *digits = h->p;

    *length = 0;
    for (; h->p < h->end && *h->p >= '0' && *h->p <= '9'; h->p++)
        *length = *length > (INT64_MAX - 9) / 10 ? INT64_MAX : *length * 10 + (*h->p - '0');
    if (h->p == digits)
        return complain(h, "a length");
    if (negative && *length)
        *length = -1;
    take_word(h, "L");
    return 0;
}

/* "()", "(5,)", "(5, 2)" and so on. */
static int take_shape(struct literal *h)
{
    if (!take(h, '('))
        return complain(h, "a tuple of lengths");
    const char *begin = h->p - 1;
    bool comma = true;
    struct array *array = &h->array;
    for (array->axes = 0; !take(h, ')'); array->axes++) {
        int64_t length;
        if (!comma)
            return complain(h, "a comma");
        if (take_length(h, &length) < 0)
            return -1;
        if (array->axes < MOST_AXES)
            array->length[array->axes] = length;
        comma = take(h, ',');
    }
    if (array->axes == 1 && !comma) /* a number in parentheses */
        return complain(h, "a tuple of lengths");
    h->shape = (struct piece){begin, (int)(h->p - begin)};
    return 0;
}

static int take_order(struct literal *h)
{
    skip_blanks(h);
    h->fortran = take_word(h, "True");
    h->ordered = h->fortran || take_word(h, "False");
    return h->ordered ? 0 : complain(h, "True or False");
}

static int take_descr(struct literal *h)
{
    skip_blanks(h);
    if (h->p < h->end && (*h->p == '[' || *h->p == '(')) {
        util_error("%s: its elements have fields; arrays of plain numbers can be convolved",
                   h->name);
        return -1;
    }
    return take_string(h, &h->descr, "a type");
}

bool piece_is(struct piece piece, const char *text)
{
    return (size_t)piece.bytes == strlen(text) && memcmp(piece.text, text, strlen(text)) == 0;
}

static int take_item(struct literal *h)
{
    struct piece key;

    if (take_string(h, &key, "a key") < 0)
        return -1;
    if (!take(h, ':'))
        return complain(h, "a colon");
    if (piece_is(key, "descr"))
        return take_descr(h);
    if (piece_is(key, "fortran_order"))
        return take_order(h);
    if (piece_is(key, "shape"))
        return take_shape(h);
    util_error("%s: malformed .npy header: '%.*s' is not known", h->name,
               piece_shown(key), key.text);
    return -1;
}

int literal_parse(struct literal *h)
{
    bool comma = true;

    if (!take(h, '{'))
        return complain(h, "a dictionary");
    while (!take(h, '}')) {
        if (!comma)
            return complain(h, "a comma");
        if (take_item(h) < 0)
            return -1;
        comma = take(h, ',');
    }
    skip_blanks(h);
    if (h->p < h->end)
        return complain(h, "the end");
    if (h->descr.text && h->shape.text && h->ordered)
        return 0;
    util_error("%s: malformed .npy header: it lacks '%s'", h->name,
               !h->descr.text ? "descr" : !h->shape.text ? "shape" : "fortran_order");
    return -1;
}

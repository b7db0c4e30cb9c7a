/* field.h - one field of a table: where it ends, its quotes, its value. Blanks are space, tab and
 * carriage return; delimiter 0 stands for any blanks. No byte at or past `end` is read. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef FIELD_H
#define FIELD_H

#include <stdbool.h>

/* The text of one field, without the blanks around it; borrowed. */
struct span {
    const char *begin, *end;
};

static inline bool field_is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

static inline bool field_is_line_end(char c)
{
    return c == '\n' || c == '#';
}

/* Whether a field may end at c. */
static inline bool field_ends_at(char c, char delimiter)
{
    return field_is_line_end(c) || (delimiter ? c == delimiter : field_is_blank(c));
}

static inline const char *field_skip_blanks(const char *p, const char *end, char delimiter)
{
    while (p < end && field_is_blank(*p) && *p != delimiter)
        p++;
    return p;
}

/* The end of the quoted text that begins at p; a doubled quote stands for one. NULL: it does not
 * end, or, unless it may span lines, not in its line. */
const char *field_quote_end(const char *p, const char *end, bool lines);

/* The field that begins at p, quotes included; lines: the quotes may span lines. Returns where the
 * separator after it begins. */
const char *field_span(const char *p, const char *end, char delimiter, bool lines,
                       struct span *field);

/* The field without the quotes around it, if it has any; doubled ones within remain. */
struct span field_inside_quotes(struct span);

/* The field as a name, as which quotes may span lines; the caller frees it. */
char *field_name(struct span);

/* The value of the field, NaN where it is missing: empty, NA or null. Whether it is a number. */
bool field_read(struct span, double *value);

/* The same for a complex number, value[2]; a real one is complex too. */
bool field_read_complex(struct span, double *value);

#endif

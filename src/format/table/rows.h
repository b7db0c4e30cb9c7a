/* rows.h - the grammar of a table: text in memory -> fields, names and frames. No file I/O.
 *
 * Text consists of whole lines, so that its last byte is a newline. For rows_parse_fields it
 * consists of whole fields, so that its last byte ends a line or separates fields. No byte at or
 * past the end is read. Blanks are space, tab and carriage return. Fields are separated by the
 * delimiter, or by blanks when it is 0. '#' outside quotes ends a line. A quote may hold newlines
 * in a header, not in a row of values. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef ROWS_H
#define ROWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct rows {
    const char *name; /* for messages */
    char delimiter;
    int columns;      /* fields that a row must have */
    bool complex;     /* fields are complex numbers, two doubles each */
    bool refuse_nan;  /* a value that is NaN or missing is an error */
    bool refused;     /* such a value was found */
    bool rounded;     /* an integer that no double equals was found: a warning said so */
    bool failed;      /* the text at text[at] cannot be parsed: already reported */
    int64_t line;     /* number of the line at text[at], from 1 */
    int64_t fields;   /* of this row that rows_parse_fields has parsed so far */
    const char *text; /* text[at..end) is parsed; borrowed, and may move between calls */
    size_t at, end;
};

/* Skip blank lines and comments. */
void rows_skip_blank(struct rows *);

/* The length of the row at the start of text[bytes], newline included. A newline inside quotes
 * does not end it. whole: no more text follows, so a quote that is not closed is an ordinary
 * character. Delimiter 0: unknown. Returns 0 where the row does not end in this text. */
size_t rows_row_bytes(const char *text, size_t bytes, char delimiter, bool whole);

/* The first of semicolon, tab and comma to occur outside quotes in row[bytes]; 0: none. */
char rows_sniff_delimiter(const char *row, size_t bytes);

/* Whether c ends a line or separates fields. */
bool rows_ends_field(const struct rows *, char c);

/* The kinds of fields in a row. */
struct count {
    size_t fields, numbers, missing; /* the rest are words */
    size_t complex;                  /* numbers that are not real */
};

/* Count the fields of the first row in text[at..end). lines: it may be a header, whose quotes may
 * hold newlines. */
struct count rows_count_fields(const struct rows *, bool lines);

/* Parse the row text[at..end) as names, without their quotes, and move past it. Returns
 * names[count]; the caller frees each name and the array. */
char **rows_take_names(struct rows *, size_t count);

/* Parse up to `rows` rows into x[rows][columns], where a complex number takes two places, and move
 * past them; missing values (an empty field, NA, null) are nan. Returns the number of rows. It is
 * less than `rows` only when the text ends or the next row is invalid; -1: the first row is
 * invalid. */
ssize_t rows_parse(struct rows *, double *x, size_t rows);

/* Parse up to `fields` fields of one row into x[fields] and move past them and the delimiter after
 * each. Stops at the end of the line (text[at] is then its newline or '#', and *ended is set), at
 * the end of the text, before a field whose quote may be closed by more text, or before an invalid
 * field. Returns the number of fields; -1: the first field is invalid. */
ssize_t rows_parse_fields(struct rows *, double *x, size_t fields, bool *ended);

#endif

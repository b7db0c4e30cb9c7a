/* rows.h - the grammar of a table: text in memory -> fields, names and frames. Knows no file.
 *
 * Text is whole lines: its last byte is a newline; or, for rows_parse_fields, whole fields: its
 * last byte ends a line or separates fields. No byte at or past the end is read. Blanks are
 * space, tab and carriage return. Fields are separated by the delimiter, or by blanks when it is
 * 0. '#' outside quotes ends a line. A quote may hold newlines in a header, not in a row of
 * values. */
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
    bool refuse_nan;  /* a value that is NaN, or missing, is a failure, */
    bool refused;     /* and this was one */
    bool failed;      /* what follows at text[at] cannot be parsed: already reported */
    int64_t line;     /* number of the line at text[at], from 1 */
    int64_t fields;   /* that rows_parse_fields has taken of this row so far */
    const char *text; /* text[at..end) is parsed; borrowed, and may move between calls */
    size_t at, end;
};

/* Move on over blank lines and comments. */
void rows_skip_blank(struct rows *);

/* The bytes of the row that begins text[bytes], with its newline; a newline inside quotes does
 * not end it. whole: there is no more text, so a quote that is not closed here is none. Delimiter
 * 0: not known. 0: the row does not end here. */
size_t rows_row_bytes(const char *text, size_t bytes, char delimiter, bool whole);

/* The first of semicolon, tab and comma that stands outside quotes in the row[bytes]; 0: none. */
char rows_sniff_delimiter(const char *row, size_t bytes);

/* Whether c ends a line or separates fields. */
bool rows_ends_field(const struct rows *, char c);

/* What the fields of a row are. */
struct count {
    size_t fields, numbers, missing; /* the rest are words */
};

/* Count the fields of the first row in text[at..end). lines: it may be a header, whose quotes may
 * hold newlines. */
struct count rows_count_fields(const struct rows *, bool lines);

/* Take the row that is text[at..end) as names, without their quotes, and move past it.
 * names[count], to be freed each and in all by the caller. */
char **rows_take_names(struct rows *, size_t count);

/* Parse up to `rows` rows into x[rows][columns] and move past them; missing values (an empty
 * field, NA, null) are nan. Returns the rows, fewer only when the text ends or the next row is
 * wrong; -1: no row comes before that one. */
ssize_t rows_parse(struct rows *, double *x, size_t rows);

/* Parse up to `fields` fields of one row into x[fields] and move past them and the delimiter
 * after each. Stops at the end of the line (at is then that of its newline or '#'; *ended is
 * set), of the text, before a field whose quote may be closed by more text, or before one that is
 * wrong. Returns the fields; -1: none comes before a wrong one. */
ssize_t rows_parse_fields(struct rows *, double *x, size_t fields, bool *ended);

#endif

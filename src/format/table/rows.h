/* rows.h - the grammar of a table: text in memory -> fields, names and frames. Knows no file.
 *
 * Text is whole lines: the byte before `end` is a newline; or, for rows_parse_fields, whole fields: the byte before `end` is
 * what separates them, and the one at `end` can be read and is none. Blanks are space, tab and carriage return. Fields
 * are separated by the delimiter, or by blanks when it is 0. '#' outside quotes ends a line. */
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
    bool refused;     /* and one has been met */
    bool failed;      /* at p nothing can be parsed: already reported */
    int64_t line;     /* number of the line at p, from 1 */
    int64_t fields;   /* that rows_parse_fields has taken of this row so far */
    const char *p, *end;
};

/* Move p over blank lines and comments. */
void rows_skip_blank(struct rows *);

/* The end of the row at p, past its newline; a newline inside quotes does not end it. whole: there is no more text,
 * so a quote that is not closed here is none. Delimiter 0: not known. NULL: the row does not end here. */
const char *rows_row_end(const char *p, const char *end, char delimiter, bool whole);

/* The first of semicolon, tab and comma that stands outside quotes in the row [p, row_end); 0: none. */
char rows_sniff_delimiter(const char *p, const char *row_end);

/* What the fields of a row are. */
struct count {
    size_t fields, numbers, missing; /* the rest are words */
};

/* Count the fields of the row at p. */
struct count rows_count_fields(const struct rows *);

/* Take the row at p as names, without their quotes, and move p past it. names[count], to be freed each and
 * in all by the caller. */
char **rows_take_names(struct rows *, size_t count);

/* Parse up to `rows` rows at p into x[rows][columns] and move p past them; missing values (an empty
 * field, NA, null) are nan. Returns the rows, fewer only when the text ends or the next row is wrong; -1: there is none
 * before that one. */
ssize_t rows_parse(struct rows *, double *x, size_t rows);

/* Parse up to `fields` fields at p into x[fields] and move p past them and the delimiter behind each.
 * Stops at the end of the line (p then stands on its newline or '#'; *ended is set) or of the text.
 * Returns the fields; -1: there is none before one that is wrong. */
ssize_t rows_parse_fields(struct rows *, double *x, size_t fields, bool *ended);

#endif

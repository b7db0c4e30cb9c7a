/* rows.c - the grammar of a table, over lines in memory. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "rows.h"

#include "field.h"
#include "util.h"
#include "number.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char *next_line(const char *p, const char *end)
{
    const char *newline = memchr(p, '\n', (size_t)(end - p));
    return newline ? newline + 1 : end;
}

void rows_skip_blank(struct rows *r)
{
    const char *end = r->text + r->end;

    while (r->at < r->end) {
        const char *p = field_skip_blanks(r->text + r->at, end, r->delimiter);
        if (p < end && !field_is_line_end(*p))
            return;
        r->at = (size_t)(next_line(p, end) - r->text);
        r->line++;
    }
}

/* The first byte at or after p, outside quotes, of those in `set`. NULL: none. A quote counts only
 * at the beginning of a field and if it is closed; *open is set if one is not closed. Delimiter 0:
 * any possible delimiter. */
static const char *find_unquoted(const char *p, const char *end, const char *set, char delimiter,
                                 bool *open)
{
    bool fresh = true;

    for (*open = false; p < end; p++) {
        if (*p == '"' && fresh) {
            const char *q = field_quote_end(p, end, true);
            *open |= !q;
            p = q ? q - 1 : p;
            fresh = false;
            continue;
        }
        if (*p && strchr(set, *p))
            return p;
        fresh = delimiter ? *p == delimiter || (fresh && field_is_blank(*p))
                          : field_is_blank(*p) || *p == ',' || *p == ';';
    }
    return NULL;
}

size_t rows_row_bytes(const char *text, size_t bytes, char delimiter, bool whole)
{
    const char *end = text + bytes;
    bool open;
    const char *stop = find_unquoted(text, end, "\n#", delimiter, &open);

    if (open && !whole)
        return 0; /* it may yet be closed, on another line */
    if (stop && *stop == '#')
        stop = memchr(stop, '\n', (size_t)(end - stop));
    return stop ? (size_t)(stop + 1 - text) : 0;
}

char rows_sniff_delimiter(const char *row, size_t bytes)
{
    static const char candidates[][3] = {";#", "\t#", ",#"};
    const char *p = row, *row_end = row + bytes;

    while (p < row_end && (*p == ' ' || *p == '\t')) /* an indent is no empty field */
        p++;
    for (size_t i = 0; i < sizeof candidates / sizeof *candidates; i++) {
        bool open;
        const char *found = find_unquoted(p, row_end, candidates[i], 0, &open);
        if (found && *found == candidates[i][0])
            return *found;
    }
    return 0;
}

bool rows_ends_field(const struct rows *r, char c)
{
    return c == '\n' || (r->delimiter ? c == r->delimiter : field_is_blank(c));
}

/* The value of the field at p. Returns NULL when it is not a number, else as field_span. */
static inline const char *field_value(const char *p, const char *end, char delimiter,
                                      double *value)
{
    /* the common case, without looking for the field's end first */
    const char *q = number_read(p, end, value);
    if (q && (q == end || field_ends_at(*q, delimiter)))
        return field_skip_blanks(q, end, delimiter);
    struct span field;
    q = field_span(p, end, delimiter, false, &field);
    return field_read(field, value) ? q : NULL;
}

/* The same for a complex number, value[2]. */
static const char *complex_value(const char *p, const char *end, char delimiter, double *value)
{
    const char *q = number_read_complex(p, end, value);
    if (q && (q == end || field_ends_at(*q, delimiter)))
        return field_skip_blanks(q, end, delimiter);
    struct span field;
    q = field_span(p, end, delimiter, false, &field);
    return field_read_complex(field, value) ? q : NULL;
}

static void report_field(const struct rows *r, const char *p, size_t field)
{
    struct span text;
    double value[2];
    const char *what = "not a number";
    field_span(p, r->text + r->end, r->delimiter, false, &text);
    if (field_read_complex(text, value))
        what = "complex, and the first row is real (1+0j were complex)";
    int bytes = (int)(text.end - text.begin), shown = bytes > 60 ? 60 : bytes;
    util_error("%s:%lld: field %zu: '%.*s%s' is %s", r->name, (long long)r->line, field, shown,
               text.begin, bytes > shown ? "..." : "", what);
}

/* The same for a value that is NaN, where the user has asked for that to be an error. */
static void report_nan(struct rows *r, const char *p, size_t field)
{
    struct span text;
    field_span(p, r->text + r->end, r->delimiter, false, &text);
    int bytes = (int)(text.end - text.begin);
    r->refused = true;
    util_error("%s:%lld: field %zu: '%.*s' is %s", r->name, (long long)r->line, field, bytes,
               text.begin, bytes ? "NaN" : "missing");
}

struct count rows_count_fields(const struct rows *r, bool lines)
{
    const char *end = r->text + r->end, *p = field_skip_blanks(r->text + r->at, end, r->delimiter);
    struct count count = {0};

    for (;;) {
        struct span field;
        double value[2];
        p = field_span(p, end, r->delimiter, lines, &field);
        count.fields++;
        bool real = field_read(field, value), complex = !real && field_read_complex(field, value);
        if (real || complex)
            (*(complex || *value == *value ? &count.numbers : &count.missing))++;
        count.complex += complex;
        if (p == end || field_is_line_end(*p))
            return count;
        if (r->delimiter)
            p = field_skip_blanks(p + 1, end, r->delimiter);
    }
}

char **rows_take_names(struct rows *r, size_t count)
{
    char **names = util_array(count, sizeof *names);
    const char *end = r->text + r->end, *p = field_skip_blanks(r->text + r->at, end, r->delimiter);

    for (size_t i = 0; i < count; i++) {
        struct span field;
        if (i && r->delimiter)
            p = field_skip_blanks(p + 1, end, r->delimiter);
        p = field_span(p, end, r->delimiter, true, &field);
        names[i] = field_name(field);
    }
    for (; r->at < r->end; r->at++)
        r->line += r->text[r->at] == '\n';
    return names;
}

/* The rest of a row that has more fields than columns, to say how many. */
static void report_ragged(const struct rows *r)
{
    size_t fields = rows_count_fields(r, false).fields;
    util_error("%s:%lld: %zu field%s where the rows before have %d", r->name, (long long)r->line,
               fields, fields == 1 ? "" : "s", r->columns);
}

/* Warn once of an integer that a double cannot hold. */
static void check_integer(struct rows *r, const char *p)
{
    struct span text;
    field_span(p, r->text + r->end, r->delimiter, false, &text);
    text = field_inside_quotes(text);
    r->rounded = number_is_rounded_complex(text.begin, text.end);
    if (r->rounded)
        util_warn("%s:%lld: integers beyond 2^53 are rounded to the nearest double", r->name,
                  (long long)r->line);
}

/* Places in a row, or of a field. */
static size_t parts_of(const struct rows *r)
{
    return r->complex ? 2 : 1;
}

/* The value of field `number` at p, from 1. Returns as field_value, NULL: already reported. */
static inline const char *take_value(struct rows *r, const char *p, size_t number,
                                     double *value)
{
    const char *q = (r->complex ? complex_value : field_value)(p, r->text + r->end, r->delimiter,
                                                               value);
    double size = q ? fabs(*value) : 0;

    if (q && r->complex)
        size = fmax(size, fabs(value[1]));
    if (!q)
        report_field(r, p, number);
    else if (size >= NUMBER_INTEGERS && !r->rounded)
        check_integer(r, p);
    return q;
}

/* Whether a value is refused; if so, already reported. */
static inline bool is_refused(struct rows *r, const char *p, size_t number, const double *value)
{
    bool nan = *value != *value || (r->complex && value[1] != value[1]);
    if (!r->refuse_nan || !nan)
        return false;
    report_nan(r, p, number);
    return true;
}

/* The row at text[at], which is not blank. Returns the start of the next line, NULL: already
 * reported. */
static const char *row_parse(struct rows *r, double *x)
{
    const char *end = r->text + r->end, *p = field_skip_blanks(r->text + r->at, end, r->delimiter);

    for (int i = 0;; i++) {
        double value[2];
        const char *q = take_value(r, p, (size_t)i + 1, value);
        if (!q)
            return NULL;
        bool last = q == end || field_is_line_end(*q);
        if (i == r->columns || (last && i + 1 < r->columns)) {
            report_ragged(r);
            return NULL;
        }
        if (is_refused(r, p, (size_t)i + 1, value))
            return NULL;
        *x++ = value[0];
        if (r->complex)
            *x++ = value[1];
        if (last)
            return q < end && *q == '\n' ? q + 1 : next_line(q, end);
        p = r->delimiter ? field_skip_blanks(q + 1, end, r->delimiter) : q;
    }
}

ssize_t rows_parse(struct rows *r, double *x, size_t rows)
{
    size_t done = 0;

    while (done < rows && !r->failed) {
        if (r->at < r->end &&
            (field_is_blank(r->text[r->at]) || field_is_line_end(r->text[r->at])))
            rows_skip_blank(r);
        if (r->at == r->end)
            break;
        const char *next = row_parse(r, x + done * (size_t)r->columns * parts_of(r));
        r->failed = !next;
        if (!next)
            break;
        r->at = (size_t)(next - r->text);
        r->line++;
        done++;
    }
    return done || !r->failed ? (ssize_t)done : -1;
}

/* Whether the field at p has a quote that more text may close. */
static bool is_open(const char *p, const char *end)
{
    return *p == '"' && !field_quote_end(p, end, false) && !memchr(p, '\n', (size_t)(end - p));
}

ssize_t rows_parse_fields(struct rows *r, double *x, size_t fields, bool *ended)
{
    const char *end = r->text + r->end;
    size_t done = 0;

    *ended = false;
    while (done < fields && !*ended && !r->failed) {
        const char *p = field_skip_blanks(r->text + r->at, end, r->delimiter);
        r->at = (size_t)(p - r->text);
        if (p == end || is_open(p, end))
            break;
        *ended = field_is_line_end(*p) && !r->delimiter;
        if (*ended)
            break;
        double *value = x + done * parts_of(r);
        const char *q = take_value(r, p, (size_t)r->fields + 1, value);
        r->failed = !q || is_refused(r, p, (size_t)r->fields + 1, value);
        if (r->failed)
            break;
        done++;
        r->fields++;
        *ended = q < end && field_is_line_end(*q);
        r->at = (size_t)(q - r->text) + (q < end && r->delimiter && !*ended);
    }
    return done || !r->failed ? (ssize_t)done : -1;
}

/* rows.c - the grammar of a table, over lines in memory. */
#include "rows.h"

#include "util.h"
#include "number.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

static bool is_line_end(char c)
{
    return c == '\n' || c == '#';
}

static const char *skip_blanks(const char *p, char delimiter)
{
    while (is_blank(*p) && *p != delimiter)
        p++;
    return p;
}

static const char *next_line(const char *p, const char *end)
{
    const char *newline = memchr(p, '\n', (size_t)(end - p));
    return newline ? newline + 1 : end;
}

void rows_skip_blank(struct rows *r)
{
    while (r->p < r->end) {
        const char *p = skip_blanks(r->p, r->delimiter);
        if (!is_line_end(*p))
            return;
        r->p = next_line(p, r->end);
        r->line++;
    }
}

/* Past the quoted text that begins at p; a doubled quote stands for one. NULL: it does not end. */
static const char *quote_end(const char *p, const char *end)
{
    for (p++; p < end; p++)
        if (*p == '"') {
            if (p + 1 == end || p[1] != '"')
                return p + 1;
            p++;
        }
    return NULL;
}

/* The first byte at or after p, outside quotes, of those in `set`. NULL: none. A quote is one only where a field
 * begins and if it is closed again; *open is set when one is not. Delimiter 0: any that might be one. */
static const char *find_unquoted(const char *p, const char *end, const char *set, char delimiter, bool *open)
{
    bool fresh = true;

    for (*open = false; p < end; p++) {
        if (*p == '"' && fresh) {
            const char *q = quote_end(p, end);
            *open |= !q;
            p = q ? q - 1 : p;
            fresh = false;
            continue;
        }
        if (*p && strchr(set, *p))
            return p;
        fresh = delimiter ? *p == delimiter || (fresh && is_blank(*p)) : is_blank(*p) || *p == ',' || *p == ';';
    }
    return NULL;
}

const char *rows_row_end(const char *p, const char *end, char delimiter, bool whole)
{
    bool open;
    const char *stop = find_unquoted(p, end, "\n#", delimiter, &open);

    if (open && !whole)
        return NULL; /* it may yet be closed, on another line */
    if (stop && *stop == '#')
        stop = memchr(stop, '\n', (size_t)(end - stop));
    return stop ? stop + 1 : NULL;
}

char rows_sniff_delimiter(const char *p, const char *row_end)
{
    static const char candidates[][3] = {";#", "\t#", ",#"};

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

/* The text of one field, without the blanks around it. */
struct span {
    const char *begin, *end;
};

/* Whether a field may end at p. */
static bool is_field_end(const char *p, char delimiter)
{
    return is_line_end(*p) || (delimiter ? *p == delimiter : is_blank(*p));
}

/* The field that begins at p, quotes and all. Returns where what separates it begins. */
static const char *field_span(const char *p, const char *end, char delimiter, struct span *field)
{
    field->begin = p;
    if (*p == '"') {
        const char *q = quote_end(p, end);
        p = q ? q : p; /* one that is not closed is a character like others */
    }
    while (!is_field_end(p, delimiter))
        p++;
    field->end = p;
    while (field->end > field->begin && is_blank(field->end[-1]))
        field->end--;
    return skip_blanks(p, delimiter);
}

static bool is_word(struct span field, const char *word)
{
    size_t bytes = strlen(word);
    return (size_t)(field.end - field.begin) == bytes && strncasecmp(field.begin, word, bytes) == 0;
}

static bool span_value(struct span field, double *value)
{
    if (field.end - field.begin >= 2 && *field.begin == '"' && field.end[-1] == '"') {
        field.begin++;
        field.end--;
        while (field.begin < field.end && is_blank(*field.begin))
            field.begin++;
        while (field.end > field.begin && is_blank(field.end[-1]))
            field.end--;
    }
    if (field.begin == field.end || is_word(field, "na") || is_word(field, "null")) {
        *value = NAN;
        return true;
    }
    return number_read(field.begin, field.end, value) == field.end;
}

/* The value of the field at p; NULL when it is no number, else as field_span. */
static inline const char *field_value(const char *p, const char *end, char delimiter, double *value)
{
    const char *q = number_read(p, end, value); /* the common case, without looking for the field's end first */
    if (q && is_field_end(q, delimiter))
        return skip_blanks(q, delimiter);
    struct span field;
    q = field_span(p, end, delimiter, &field);
    return span_value(field, value) ? q : NULL;
}

static void report_field(const struct rows *r, const char *p, size_t field)
{
    struct span text;
    field_span(p, r->end, r->delimiter, &text);
    ptrdiff_t bytes = text.end - text.begin;
    util_error("%s:%lld: field %zu: '%.*s%s' is not a number", r->name, (long long)r->line, field,
               (int)(bytes > 60 ? 60 : bytes), text.begin, bytes > 60 ? "..." : "");
}

/* The same for a value that is NaN, where the user has asked for that to be an error. */
static void report_nan(struct rows *r, const char *p, size_t field)
{
    struct span text;
    field_span(p, r->end, r->delimiter, &text);
    r->refused = true;
    util_error("%s:%lld: field %zu: '%.*s' is %s", r->name, (long long)r->line, field, (int)(text.end - text.begin),
               text.begin, text.begin == text.end ? "missing" : "NaN");
}

struct count rows_count_fields(const struct rows *r)
{
    const char *p = skip_blanks(r->p, r->delimiter);
    struct count count = {0};

    for (;;) {
        struct span field;
        double value;
        p = field_span(p, r->end, r->delimiter, &field);
        count.fields++;
        if (span_value(field, &value))
            (*(value == value ? &count.numbers : &count.missing))++;
        if (is_line_end(*p))
            return count;
        if (r->delimiter)
            p = skip_blanks(p + 1, r->delimiter);
    }
}

static char *unquote(struct span field)
{
    size_t bytes = (size_t)(field.end - field.begin), len = 0;
    char *text = util_array(bytes + 1, 1);

    if (bytes < 2 || *field.begin != '"' || !quote_end(field.begin, field.end))
        return memcpy(text, field.begin, bytes);
    for (const char *p = field.begin + 1; p < field.end; p++) {
        if (*p == '"' && *++p != '"')
            break;
        text[len++] = *p;
    }
    return text;
}

char **rows_take_names(struct rows *r, size_t count)
{
    char **names = util_array(count, sizeof *names);
    const char *p = skip_blanks(r->p, r->delimiter), *begin = r->p;

    for (size_t i = 0; i < count; i++) {
        struct span field;
        if (i && r->delimiter)
            p = skip_blanks(p + 1, r->delimiter);
        p = field_span(p, r->end, r->delimiter, &field);
        names[i] = unquote(field);
    }
    r->p = next_line(p, r->end);
    for (p = begin; p < r->p; p++)
        r->line += *p == '\n';
    return names;
}

/* The rest of a row that has more fields than columns, to say how many. */
static void report_ragged(const struct rows *r)
{
    size_t fields = rows_count_fields(r).fields;
    util_error("%s:%lld: %zu field%s where the rows before have %d", r->name, (long long)r->line, fields,
               fields == 1 ? "" : "s", r->columns);
}

/* The row at p, which is not blank. Returns the start of the next line, NULL: already reported. */
static const char *row_parse(struct rows *r, double *x)
{
    const char *p = skip_blanks(r->p, r->delimiter);

    for (int i = 0;; i++) {
        double value;
        const char *q = field_value(p, r->end, r->delimiter, &value);
        if (!q) {
            report_field(r, p, (size_t)i + 1);
            return NULL;
        }
        if (i == r->columns || (is_line_end(*q) && i + 1 < r->columns)) {
            report_ragged(r);
            return NULL;
        }
        if (r->refuse_nan && value != value) {
            report_nan(r, p, (size_t)i + 1);
            return NULL;
        }
        x[i] = value;
        if (is_line_end(*q))
            return *q == '\n' ? q + 1 : next_line(q, r->end);
        p = r->delimiter ? skip_blanks(q + 1, r->delimiter) : q;
    }
}

ssize_t rows_parse(struct rows *r, double *x, size_t rows)
{
    size_t done = 0;

    while (done < rows && !r->failed) {
        rows_skip_blank(r);
        if (r->p == r->end)
            break;
        const char *next = row_parse(r, x + done * (size_t)r->columns);
        if (!next) {
            r->failed = true;
            break;
        }
        r->p = next;
        r->line++;
        done++;
    }
    return done || !r->failed ? (ssize_t)done : -1;
}

ssize_t rows_parse_fields(struct rows *r, double *x, size_t fields, bool *ended)
{
    size_t done = 0;

    *ended = false;
    while (done < fields && !r->failed) {
        const char *p = r->p < r->end ? skip_blanks(r->p, r->delimiter) : r->end;
        if (p == r->end || (!r->delimiter && is_line_end(*p))) {
            *ended = p < r->end;
            r->p = p;
            break;
        }
        const char *q = field_value(p, r->end, r->delimiter, &x[done]);
        if (!q) {
            report_field(r, p, (size_t)r->fields + 1);
            r->failed = true;
            break;
        }
        if (r->refuse_nan && x[done] != x[done]) {
            report_nan(r, p, (size_t)r->fields + 1);
            r->failed = true;
            break;
        }
        done++;
        r->fields++;
        r->p = q;
        if (is_line_end(*q)) {
            *ended = true;
            break;
        }
        if (r->delimiter)
            r->p++;
    }
    return done || !r->failed ? (ssize_t)done : -1;
}

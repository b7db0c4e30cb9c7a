/* field.c - one field of a table: where it ends, its quotes, its value. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "field.h"

#include "util.h"
#include "number.h"

#include <math.h>
#include <string.h>
#include <strings.h>

const char *field_quote_end(const char *p, const char *end, bool lines)
{
    for (p++; p < end && (lines || *p != '\n'); p++)
        if (*p == '"') {
            if (p + 1 == end || p[1] != '"')
                return p + 1;
            p++;
        }
    return NULL;
}

static struct span trim(struct span field)
{
    while (field.begin < field.end && field_is_blank(*field.begin))
        field.begin++;
    while (field.end > field.begin && field_is_blank(field.end[-1]))
        field.end--;
    return field;
}

const char *field_span(const char *p, const char *end, char delimiter, bool lines,
                       struct span *field)
{
    const char *begin = p, *q = p < end && *p == '"' ? field_quote_end(p, end, lines) : NULL;

    p = q ? q : p; /* a quote that is not closed is a character like others */
    while (p < end && !field_ends_at(*p, delimiter))
        p++;
    *field = trim((struct span){begin, p});
    return field_skip_blanks(p, end, delimiter);
}

static bool is_word(struct span field, const char *word)
{
    size_t bytes = strlen(word);
    return (size_t)(field.end - field.begin) == bytes &&
           strncasecmp(field.begin, word, bytes) == 0;
}

struct span field_inside_quotes(struct span field)
{
    if (field.end - field.begin >= 2 && *field.begin == '"' && field.end[-1] == '"')
        return trim((struct span){field.begin + 1, field.end - 1});
    return field;
}

static bool is_missing(struct span field)
{
    return field.begin == field.end || is_word(field, "na") || is_word(field, "null");
}

bool field_read(struct span field, double *value)
{
    field = field_inside_quotes(field);
    if (is_missing(field)) {
        *value = NAN;
        return true;
    }
    return number_read(field.begin, field.end, value) == field.end;
}

bool field_read_complex(struct span field, double *value)
{
    field = field_inside_quotes(field);
    if (is_missing(field)) {
        value[0] = value[1] = NAN;
        return true;
    }
    return number_read_complex(field.begin, field.end, value) == field.end;
}

char *field_name(struct span field)
{
    size_t bytes = (size_t)(field.end - field.begin), len = 0;
    char *text = util_array(bytes + 1, 1);

    if (bytes < 2 || *field.begin != '"' || !field_quote_end(field.begin, field.end, true))
        return memcpy(text, field.begin, bytes);
    for (const char *p = field.begin + 1; p < field.end; p++) {
        if (*p == '"' && *++p != '"')
            break;
        text[len++] = *p;
    }
    return text;
}

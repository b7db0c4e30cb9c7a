/* text.c - holds the text of a table and shows whole lines of it. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "text.h"

#include "util.h"

#include <stdlib.h>
#include <string.h>

void text_open(struct text *t, struct input *input)
{
    *t = (struct text){.input = input, .room = CHUNK_BYTES};
    t->bytes = util_array(t->room + 1, 1);
    t->rows.text = t->bytes;
}

void text_close(struct text *t)
{
    free(t->bytes);
}

size_t text_held(const struct text *t)
{
    return t->end - t->rows.at;
}

bool text_is_full(const struct text *t)
{
    return text_held(t) > ROW_BYTES;
}

void text_compact(struct text *t)
{
    size_t used = t->rows.at;

    if (!used)
        return;
    memmove(t->bytes, t->bytes + used, t->end - used);
    t->end -= used;
    t->searched -= t->searched < used ? t->searched : used;
    t->rows.end -= used;
    t->rows.at = 0;
}

int text_fill(struct text *t)
{
    text_compact(t);
    if (t->end > t->room / 2) {
        t->room *= 2;
        t->bytes = util_grow(t->bytes, t->room + 1, 1);
        t->rows.text = t->bytes;
    }
    ssize_t n = input_read_some(t->input, t->bytes + t->end, t->room - t->end);
    if (n < 0)
        return -1;
    t->end += (size_t)n;
    t->last = n == 0;
    if (t->last && t->end && t->bytes[t->end - 1] != '\n')
        t->bytes[t->end++] = '\n';
    return 0;
}

size_t text_find_end(const struct text *t, size_t from, size_t to)
{
    for (; to > from; to--) {
        char c = t->bytes[to - 1];
        if (t->fields ? rows_ends_field(&t->rows, c) : c == '\n')
            break;
    }
    return to;
}

/* Show more of what is held. Whether there is more. */
static bool show(struct text *t)
{
    size_t from = t->searched > t->rows.end ? t->searched : t->rows.end;
    size_t to = text_is_full(t) ? t->rows.at + ROW_BYTES : t->end;
    size_t end = text_find_end(t, from, to);

    t->searched = to;
    if (end <= from)
        return false;
    t->rows.end = end;
    return true;
}

int text_more(struct text *t)
{
    while (!show(t)) {
        if (t->last || text_is_full(t))
            return 0;
        if (text_fill(t) < 0)
            return -1;
    }
    return 1;
}

void text_hide(struct text *t, size_t from)
{
    t->rows.end = from;
    t->searched = 0;
}

int text_seek_row(struct text *t)
{
    for (;;) {
        rows_skip_blank(&t->rows);
        if (t->rows.at < t->rows.end)
            return 1;
        int more = text_more(t);
        if (more <= 0)
            return more;
    }
}

int text_check(const struct text *t, int more)
{
    if (more || !text_is_full(t))
        return more;
    util_error("%s:%lld: a %s of more than %d MiB", t->rows.name, (long long)t->rows.line,
               t->fields ? "field" : "line", ROW_BYTES >> 20);
    return -1;
}

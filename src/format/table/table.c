/* table.c - text and CSV files as streams.
 *
 * The first row determines the delimiter, the header and the columns. A table of one row without a
 * header is one channel, whose frames are the fields. A first row longer than ROW_BYTES is taken
 * for such a table before its end is read, so that memory is bounded. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "format/format.h"

#include "util.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>

struct table {
    struct stream stream;
    struct input *input;
    struct text text;
    bool row_ended; /* of a table of one row: nothing but blank lines may follow */
};

/* Return the frames before a failure first, then the failure, which is reported once. */
static ssize_t hand_on(struct table *table, size_t frames, bool failed)
{
    table->stream.refused = table->text.rows.refused;
    table->text.rows.failed |= failed;
    return frames || !failed ? (ssize_t)frames : -1;
}

static ssize_t read_rows(struct stream *stream, double *x, size_t frames)
{
    struct table *table = (struct table *)stream;
    struct text *t = &table->text;
    size_t done = 0, channels = (size_t)stream->shape.channels;

    for (;;) {
        ssize_t n = rows_parse(&t->rows, x + done * channels, frames - done);
        done += n > 0 ? (size_t)n : 0;
        if (done == frames || t->rows.failed)
            return hand_on(table, done, t->rows.failed);
        int more = text_check(t, text_more(t));
        if (more <= 0)
            return hand_on(table, done, more < 0);
    }
}

/* After the only row: nothing more may come. */
static int expect_end(struct text *t)
{
    t->fields = false; /* what follows is lines */
    text_hide(t, t->rows.at);
    int more = text_check(t, text_seek_row(t));
    if (more > 0)
        util_error("%s:%lld: a second row, but the first is too long to be a row of channels",
                   t->rows.name, (long long)t->rows.line);
    return more ? -1 : 0;
}

/* The text after the row is checked only when more frames are requested, so that a failure there
 * does not lose the frames before it, however the input was split into reads. */
static ssize_t read_fields(struct stream *stream, double *x, size_t frames)
{
    struct table *table = (struct table *)stream;
    struct text *t = &table->text;
    size_t done = 0, channels = (size_t)stream->shape.channels;

    for (;;) {
        ssize_t n = 0;
        if (!table->row_ended)
            n = rows_parse_fields(&t->rows, x + done * channels, frames - done,
                                  &table->row_ended);
        done += n > 0 ? (size_t)n : 0;
        if (done == frames || t->rows.failed)
            return hand_on(table, done, t->rows.failed);
        int more = table->row_ended ? expect_end(t) : text_check(t, text_more(t));
        if (more <= 0)
            return hand_on(table, done, more < 0);
    }
}

static void release_table(struct stream *stream)
{
    struct table *t = (struct table *)stream;
    input_close(t->input);
    text_close(&t->text);
}

/* Begin after a byte order mark. */
static int skip_mark(struct text *t)
{
    static const char mark[] = "\xef\xbb\xbf";

    while (!t->last && t->end < 3 && memcmp(t->bytes, mark, t->end) == 0)
        if (text_fill(t) < 0)
            return -1;
    if (t->end >= 3 && memcmp(t->bytes, mark, 3) == 0)
        t->rows.at = t->rows.end = 3;
    return 0;
}

/* Show the first row and nothing else. Show nothing if there is no row, or if it is too long to be
 * a row of channels. 0, or -1: already reported. */
static int show_first_row(struct text *t)
{
    size_t bytes = 0;

    if (text_seek_row(t) < 0)
        return -1;
    while (text_held(t)) {
        bool full = text_is_full(t), whole = full || t->last;
        bytes = rows_row_bytes(t->bytes + t->rows.at, full ? ROW_BYTES : text_held(t),
                               t->rows.delimiter, whole);
        if (bytes || whole)
            break;
        if (text_more(t) < 0)
            return -1;
    }
    text_hide(t, t->rows.at + bytes);
    return 0;
}

/* Whether the row that is shown is the only one. 1, 0, or -1: already reported. */
static int is_only_row(struct text *t)
{
    text_compact(t); /* so that offsets stay true below */
    struct rows ahead = t->rows;
    size_t searched = ahead.at = ahead.end;

    for (;;) {
        size_t end = text_find_end(t, searched, t->end);
        ahead.end = end > searched ? end : ahead.end;
        ahead.text = t->bytes;
        rows_skip_blank(&ahead);
        if (ahead.at < ahead.end || text_held(t) > 2 * (size_t)ROW_BYTES)
            return 0;
        if (t->last)
            return 1;
        searched = t->end;
        if (text_fill(t) < 0)
            return -1;
    }
}

/* Join the names to one, with blanks between them. */
static void join_names(struct names *names)
{
    size_t bytes = 0, at = 0;
    for (int i = 0; i < names->count; i++)
        bytes += strlen(names->name[i]) + 1;
    char *name = util_array(bytes, 1);
    for (int i = 0; i < names->count; i++) {
        size_t len = strlen(names->name[i]);
        memcpy(name + at, names->name[i], len);
        at += len;
        name[at++] = i + 1 < names->count ? ' ' : 0;
        free(names->name[i]);
    }
    names->name[0] = name;
    names->count = 1;
}

/* Take the row that is shown as the header. A table of one column separated by blanks may have a
 * name with blanks: one name, then. 0, or -1: already reported. */
static int take_header(struct text *t, struct names *names)
{
    names->name = rows_take_names(&t->rows, (size_t)t->rows.columns);
    names->count = t->rows.columns;
    int more = text_check(t, text_seek_row(t));

    if (more == 0)
        util_error("%s: a header without rows: '%s' is not a number", t->rows.name,
                   names->name[0]);
    if (more <= 0)
        return -1;
    if (!t->rows.delimiter && names->count > 1 && rows_count_fields(&t->rows, false).fields == 1) {
        join_names(names);
        t->rows.columns = 1;
    }
    return 0;
}

/* Count the columns of the row that is shown. Whether it is a header. */
static bool is_header(struct text *t, enum header header)
{
    struct count count = rows_count_fields(&t->rows, true);

    t->rows.columns = (int)count.fields;
    if (header != HEADER_AUTO)
        return header == HEADER_YES;
    if (count.numbers + count.missing == count.fields)
        return false;
    if (count.numbers)
        util_note("%s:%lld: taken for a header, though %zu of its %zu fields are numbers; "
                  "-H says that it is one",
                  t->rows.name, (long long)t->rows.line, count.numbers, count.fields);
    return true;
}

/* Whether a number in the first row is complex, of which nothing is shown where it is too long. */
static bool is_complex(const struct text *t)
{
    struct rows first = t->rows;

    if (first.at == first.end)
        first.end = t->end;
    return rows_count_fields(&first, false).complex;
}

/* Look at the first row: delimiter, header, columns, and whether it is the only one. */
static int examine(struct text *t, const struct reading *reading, struct names *names)
{
    if (skip_mark(t) < 0 || show_first_row(t) < 0)
        return -1;
    if (!text_held(t))
        return 0; /* an empty table has one column and no rows */
    const char *row = t->bytes + t->rows.at;
    size_t bytes = t->rows.end - t->rows.at, seen = bytes ? bytes : ROW_BYTES;
    if (memchr(row, 0, seen)) {
        util_error("%s: no text, and no audio or array that conv reads; "
                   "raw samples need --signal-type=raw",
                   t->rows.name);
        return -1;
    }
    if (!reading->delimiter)
        t->rows.delimiter = rows_sniff_delimiter(row, seen);
    if (bytes && is_header(t, reading->header)) {
        int taken = take_header(t, names);
        t->rows.complex = taken == 0 && is_complex(t);
        return taken;
    }
    t->rows.complex = is_complex(t);
    if (!bytes && reading->axes > 1) {
        util_error("%s:%lld: the row is too long", t->rows.name, (long long)t->rows.line);
        return -1;
    }
    bool wide = t->rows.columns > 1 && reading->axes <= 1;
    int only = !bytes ? 1 : wide ? is_only_row(t) : 0;
    t->fields = only > 0;
    return only < 0 ? -1 : 0;
}

static int open_table(struct input *input, const struct reading *reading, struct stream **stream,
                      struct traits *traits)
{
    struct table *t = util_array(1, sizeof *t);

    t->stream.release = release_table;
    t->input = input_share(input);
    text_open(&t->text, input);
    struct rows *rows = &t->text.rows;
    rows->name = input_name(input);
    rows->columns = 1;
    rows->line = 1;
    rows->refuse_nan = reading->refuse_nan;
    rows->delimiter = reading->delimiter == ' ' ? 0 : reading->delimiter;
    if (examine(&t->text, reading, &traits->names) < 0) {
        stream_close(&t->stream);
        return -1;
    }
    bool row = t->text.fields;
    t->stream.shape = (struct shape){
        .channels = (row ? 1 : rows->columns) * (1 + rows->complex), .frames = -1};
    t->stream.name = input_name(input);
    t->stream.read = row ? read_fields : read_rows;
    char delimiter = rows->delimiter;
    traits->row = row;
    traits->complex = rows->complex;
    traits->delimiter = delimiter;
    traits->type = delimiter == ',' ? "csv" : delimiter == '\t' ? "tsv" : "text";
    traits->encoding = ENCODING_F64; /* no digit is lost where the result is audio */
    *stream = &t->stream;
    return 1;
}

static bool probe(const unsigned char *head, size_t bytes)
{
    (void)head, (void)bytes; /* a file of no other kind is a table */
    return true;
}

const struct reader reader_table = {probe, open_table, NULL};

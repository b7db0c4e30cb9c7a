/* table.c - text and CSV files as streams.
 *
 * Whole lines are gathered in a buffer and parsed by rows.c. The first row decides the delimiter, the
 * header and the columns. A table of one row and no header is one channel, its fields are the frames;
 * a first row longer than ROW_BYTES is taken for one without waiting for its end, so that memory is bounded. */
#include "format/format.h"

#include "util.h"
#include "rows.h"

#include <stdlib.h>
#include <string.h>

enum {
    CHUNK_BYTES = 1 << 18, /* room for text; some thousands of rows */
    ROW_BYTES = 1 << 22,   /* a longer row is no row of channels */
};

struct table {
    struct stream stream;
    struct input *input;
    struct rows rows; /* the whole lines, or fields, at the front of text[begin..end) */
    char *text;
    size_t begin, end, room; /* text[room] is there, for the newline that a last line may lack */
    bool last;               /* the input has ended */
    bool squeeze;            /* one row: fields are frames */
    bool row_ended;          /* squeeze: nothing but blank lines may follow */
};

static int fail_too_long(const struct table *t)
{
    util_error("%s:%lld: a line of more than %d MiB", t->rows.name, (long long)t->rows.line, ROW_BYTES >> 20);
    return -1;
}

/* Read some more text behind what is there. 0, or -1: already reported. */
static int fill(struct table *t)
{
    if (t->begin) {
        memmove(t->text, t->text + t->begin, t->end - t->begin);
        t->end -= t->begin;
        t->begin = 0;
    }
    if (t->end > t->room / 2) {
        if (t->room > 4 * (size_t)ROW_BYTES)
            return fail_too_long(t);
        t->room *= 2;
        t->text = util_grow(t->text, t->room + 1, 1);
    }
    ssize_t n = input_read_some(t->input, t->text + t->end, t->room - t->end);
    if (n < 0)
        return -1;
    t->end += (size_t)n;
    t->text[t->end] = 0; /* no blank and no end of a line: where blanks at the end of a part are skipped, they end here */
    if (n == 0) {
        t->last = true;
        if (t->end && t->text[t->end - 1] != '\n')
            t->text[t->end++] = '\n';
    }
    return 0;
}

/* Show rows.c the text up to the last byte for which `ends` holds, all of it when the input has ended. */
static void show(struct table *t, bool (*ends)(const struct table *, char))
{
    size_t end = t->end;
    while (!t->last && end > t->begin && !ends(t, t->text[end - 1]))
        end--;
    t->rows.p = t->text + t->begin;
    t->rows.end = t->text + end;
}

static bool ends_line(const struct table *t, char c)
{
    (void)t;
    return c == '\n';
}

static bool ends_field(const struct table *t, char c)
{
    return c == '\n' || c == (t->rows.delimiter ? t->rows.delimiter : ' ') || (!t->rows.delimiter && c == '\t');
}

/* Take back what rows.c has not used. */
static void used(struct table *t)
{
    t->begin = (size_t)(t->rows.p - t->text);
}

/* Until there is a row at rows.p (1), or the input has ended (0). -1: already reported. */
static int seek_row(struct table *t)
{
    for (;;) {
        show(t, ends_line);
        rows_skip_blank(&t->rows);
        used(t);
        if (t->rows.p < t->rows.end)
            return 1;
        if (t->last)
            return 0;
        if (fill(t) < 0)
            return -1;
        if (!t->last && t->end - t->begin > ROW_BYTES)
            return 1; /* too long to be whole: the caller looks */
    }
}

/* A row is wrong: hand on those before it first. */
static ssize_t fail_after(struct table *t, size_t frames)
{
    t->stream.refused = t->rows.refused;
    return frames ? (ssize_t)frames : -1;
}

static ssize_t read_rows(struct stream *stream, double *x, size_t frames)
{
    struct table *t = (struct table *)stream;
    size_t done = 0;

    while (done < frames) {
        ssize_t n = rows_parse(&t->rows, x + done * (size_t)t->rows.columns, frames - done);
        if (n < 0)
            return fail_after(t, done);
        used(t);
        done += (size_t)n;
        if (done == frames || t->rows.p < t->rows.end)
            continue;
        if (t->last)
            break;
        if (fill(t) < 0)
            return -1;
        if (t->end - t->begin > ROW_BYTES && !memchr(t->text + t->begin, '\n', t->end - t->begin))
            return fail_too_long(t);
        show(t, ends_line);
    }
    return (ssize_t)done;
}

/* After the only row: nothing more may come. */
static int expect_end(struct table *t)
{
    int more = seek_row(t);
    if (more > 0)
        util_error("%s:%lld: a second row, but the first is too long to be a row of channels", t->rows.name,
                   (long long)t->rows.line);
    return more ? -1 : 0;
}

static ssize_t read_fields(struct stream *stream, double *x, size_t frames)
{
    struct table *t = (struct table *)stream;
    size_t done = 0;

    while (done < frames && !t->row_ended) {
        ssize_t n = rows_parse_fields(&t->rows, x + done, frames - done, &t->row_ended);
        if (n < 0)
            return fail_after(t, done);
        used(t);
        done += (size_t)n;
        if (t->row_ended && expect_end(t) < 0)
            return -1;
        if (t->row_ended || done == frames || t->rows.p < t->rows.end)
            continue;
        if (t->last)
            break;
        if (fill(t) < 0)
            return -1;
        show(t, ends_field);
    }
    return (ssize_t)done;
}

static void release_table(struct stream *stream)
{
    struct table *t = (struct table *)stream;
    input_close(t->input);
    free(t->text);
}

/* The first text, from behind a byte order mark. */
static int fill_first(struct table *t)
{
    static const char mark[] = "\xef\xbb\xbf";

    while (!t->last && t->end < 3 && memcmp(t->text, mark, t->end) == 0)
        if (fill(t) < 0)
            return -1;
    if (t->end >= 3 && memcmp(t->text, mark, 3) == 0)
        t->begin = 3;
    if (memchr(t->text, 0, t->end)) {
        util_error("%s: no text, and no audio or array that conv reads; raw samples need --signal-type=raw", t->rows.name);
        return -1;
    }
    return 0;
}

/* Until the row at text[begin] is whole, or too long to be one of channels. 0, or -1: already reported. */
static int fill_row(struct table *t, const char **row_end)
{
    for (;;) {
        bool whole = t->last || t->end - t->begin > ROW_BYTES;
        *row_end = rows_row_end(t->text + t->begin, t->text + t->end, t->rows.delimiter, whole);
        if (*row_end || whole)
            break;
        if (fill(t) < 0)
            return -1;
    }
    if (!*row_end && t->last)
        *row_end = t->text + t->end;
    return 0;
}

/* Whether the row that ends at row_end is the only one. 1, 0, or -1: already reported. Moves the text. */
static int is_only_row(struct table *t, const char *row_end)
{
    size_t row_bytes = (size_t)(row_end - (t->text + t->begin));
    struct rows ahead;

    for (;;) {
        show(t, ends_line);
        ahead = t->rows;
        ahead.p = t->text + t->begin + row_bytes;
        rows_skip_blank(&ahead);
        if (ahead.p < ahead.end || t->end - t->begin > 2 * (size_t)ROW_BYTES)
            return 0;
        if (t->last)
            return 1;
        if (fill(t) < 0)
            return -1;
    }
}

/* A table of one column separated by blanks may have a name with blanks: one name, then. Moves the text. */
static int fit_header(struct table *t, struct traits *traits)
{
    int more = seek_row(t);

    if (more == 0)
        util_error("%s: a header without rows: '%s' is not a number", t->rows.name, traits->names.name[0]);
    if (more <= 0)
        return -1;
    if (t->rows.delimiter || traits->names.count == 1 || rows_count_fields(&t->rows).fields != 1)
        return 0;
    size_t bytes = 1;
    for (int i = 0; i < traits->names.count; i++)
        bytes += strlen(traits->names.name[i]) + 1;
    char *name = util_array(bytes, 1);
    for (int i = 0; i < traits->names.count; i++)
        strcat(strcat(name, i ? " " : ""), traits->names.name[i]);
    for (int i = 0; i < traits->names.count; i++)
        free(traits->names.name[i]);
    traits->names.name[0] = name;
    traits->names.count = 1;
    t->rows.columns = 1;
    return 0;
}

/* Look at the first row: delimiter, header, columns, and whether it is the only one. */
static int examine(struct table *t, const struct reading *reading, struct traits *traits)
{
    const char *row_end;
    int more = fill_first(t);

    if (more < 0 || (more = seek_row(t)) <= 0)
        return more; /* an empty table has one column and no rows */
    if (fill_row(t, &row_end) < 0)
        return -1;
    if (!reading->delimiter)
        t->rows.delimiter = rows_sniff_delimiter(t->text + t->begin, row_end ? row_end : t->text + t->end);
    if (!row_end) {
        t->squeeze = true;
        show(t, ends_field);
        return 0;
    }
    show(t, ends_line);
    struct count count = rows_count_fields(&t->rows);
    size_t fields = count.fields;
    t->rows.columns = (int)fields;
    if (reading->header == HEADER_YES || (reading->header == HEADER_AUTO && count.numbers + count.missing < fields)) {
        if (reading->header == HEADER_AUTO && count.numbers)
            util_note("%s:%lld: taken for a header, though %zu of its %zu fields are numbers; -H says that it is one",
                      t->rows.name, (long long)t->rows.line, count.numbers, fields);
        traits->names.name = rows_take_names(&t->rows, fields);
        traits->names.count = (int)fields;
        used(t);
        return fit_header(t, traits);
    }
    int only = fields > 1 ? is_only_row(t, row_end) : 0;
    show(t, ends_line);
    t->squeeze = only > 0;
    return only < 0 ? -1 : 0;
}

static int open_table(struct input *input, const struct reading *reading, struct stream **stream, struct traits *traits)
{
    struct table *t = util_array(1, sizeof *t);

    t->input = input_share(input);
    t->room = CHUNK_BYTES;
    t->text = util_array(t->room + 1, 1);
    t->rows = (struct rows){.name = input_name(input), .columns = 1, .line = 1};
    t->rows.refuse_nan = reading->refuse_nan;
    t->rows.delimiter = reading->delimiter == ' ' ? 0 : reading->delimiter;
    t->stream.release = release_table;
    if (examine(t, reading, traits) < 0) {
        stream_close(&t->stream);
        return -1;
    }
    t->stream.shape = (struct shape){.channels = t->squeeze ? 1 : t->rows.columns, .frames = -1};
    t->stream.name = input_name(input);
    t->stream.read = t->squeeze ? read_fields : read_rows;
    traits->row = t->squeeze;
    traits->delimiter = t->rows.delimiter;
    traits->type = t->rows.delimiter == ',' ? &type_csv : t->rows.delimiter == '\t' ? &type_tsv : &type_text;
    traits->encoding = ENCODING_F64; /* no digit is lost where the result is audio */
    *stream = &t->stream;
    return 1;
}

static bool probe(const unsigned char *head, size_t bytes)
{
    (void)head, (void)bytes; /* what is no other file is a table */
    return true;
}

const struct reader reader_table = {probe, open_table};

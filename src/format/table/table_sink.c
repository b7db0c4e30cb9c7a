/* table_sink.c - text and CSV files as sinks. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "format/format.h"

#include "util.h"
#include "number.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The text of some rows of a block, formatted by one thread. */
struct piece {
    const double *x; /* x[frames][channels] */
    size_t frames;
    char *text; /* text[len], room for more */
    size_t len, room;
};

struct table_sink {
    struct sink sink;
    struct output *output;
    const struct form *form;
    struct pool *pool;
    int channels;
    char delimiter;
    bool begun;          /* the header has been written, or the first field of a one-row table */
    size_t pieces;
    struct piece *piece; /* piece[pieces] */
};

/* Room for a real number by the user's format, whose width and precision options/ bounds; and the
 * samples that are worth a thread. */
enum { FORMATTED_BYTES = 1024, PIECE_SAMPLES = 2048 };

static char *format_number(const struct table_sink *t, char *p, double x)
{
    if (!t->form->number_format)
        return number_write(p, x);
    if (x != x)
        x = NAN; /* one without a sign */
    return p + snprintf(p, FORMATTED_BYTES, t->form->number_format, x);
}

/* Both parts of a complex number, x[2]; those of a format may be padded. */
static char *format_complex(const struct table_sink *t, char *p, const double *x)
{
    char imaginary[FORMATTED_BYTES];

    if (!t->form->number_format)
        return number_write_complex(p, x);
    p = format_number(t, p, x[0]);
    *format_number(t, imaginary, x[1]) = 0;
    const char *from = imaginary + strspn(imaginary, " ");
    if (*from != '+' && *from != '-')
        *p++ = '+';
    size_t bytes = strlen(from);
    memcpy(p, from, bytes);
    p[bytes] = 'j';
    return p + bytes + 1;
}

/* A name as a field: in quotes where it would be read back as something else, also where it holds
 * the delimiter that readers look for first. */
static int write_name(struct table_sink *t, const char *name)
{
    const char *special = t->delimiter == ' ' ? "\" \t\r\n#" : "\" \t\r\n#;";
    bool quote = !*name || strpbrk(name, special) || strchr(name, t->delimiter);

    if (!quote)
        return output_write(t->output, name, strlen(name));
    if (output_write(t->output, "\"", 1) < 0)
        return -1;
    for (; *name; name++)
        if (output_write(t->output, *name == '"' ? "\"\"" : name, *name == '"' ? 2 : 1) < 0)
            return -1;
    return output_write(t->output, "\"", 1);
}

static int write_header(struct table_sink *t)
{
    for (int i = 0; i < t->form->names.count; i++) {
        if (write_name(t, t->form->names.name[i]) < 0)
            return -1;
        if (output_write(t->output, i + 1 < t->form->names.count ? &t->delimiter : "\n", 1) < 0)
            return -1;
    }
    return 0;
}

static int write_fields(struct sink *sink, const double *x, size_t frames);

/* The rows of one piece. The delimiter follows each field, a newline the last of a row. */
static void format_piece(void *context, size_t number, size_t worker)
{
    const struct table_sink *t = context;
    struct piece *piece = &t->piece[number];
    size_t parts = t->form->complex ? 2 : 1, channels = (size_t)t->channels / parts,
           samples = piece->frames * channels, left = channels;
    bool row = t->sink.write == write_fields;

    (void)worker;
    piece->len = 0;
    for (size_t i = 0; i < samples; i++) {
        if (piece->room - piece->len < 2 * FORMATTED_BYTES + 1)
            piece->text =
                util_grow(piece->text, piece->room += piece->room / 2 + 2 * FORMATTED_BYTES, 1);
        bool lead = t->form->lags && left == channels;
        const double *x = piece->x + i * parts;
        char *p = piece->text + piece->len;
        if (lead)
            p = number_write(p, *x);
        else
            p = t->form->complex ? format_complex(t, p, x) : format_number(t, p, *x);
        bool last = --left == 0;
        *p++ = last && !row ? '\n' : t->delimiter;
        left = last ? channels : left;
        piece->len = (size_t)(p - piece->text);
    }
}

/* Format x[frames][channels] in pieces, in parallel, and write them in order. */
static int write_pieces(struct table_sink *t, const double *x, size_t frames)
{
    size_t pieces = frames * (size_t)t->channels / PIECE_SAMPLES;

    pieces = pieces < 1 ? 1 : pieces > t->pieces ? t->pieces : pieces;
    for (size_t i = 0; i < pieces; i++) {
        size_t begin = frames * i / pieces;
        t->piece[i].x = x + begin * (size_t)t->channels;
        t->piece[i].frames = frames * (i + 1) / pieces - begin;
    }
    pool_run(t->pool, pieces, format_piece, t);
    for (size_t i = 0; i < pieces; i++)
        if (output_write(t->output, t->piece[i].text, t->piece[i].len) < 0)
            return -1;
    return 0;
}

static int write_rows(struct sink *sink, const double *x, size_t frames)
{
    struct table_sink *t = (struct table_sink *)sink;

    if (!t->begun && write_header(t) < 0)
        return -1;
    t->begun = true;
    return write_pieces(t, x, frames);
}

/* Fields of the one row: the delimiter after the last of them waits until another follows. */
static int write_fields(struct sink *sink, const double *x, size_t frames)
{
    struct table_sink *t = (struct table_sink *)sink;

    if (t->begun && output_write(t->output, &t->delimiter, 1) < 0)
        return -1;
    t->begun = true;
    t->piece[0].x = x;
    t->piece[0].frames = frames;
    format_piece(t, 0, 0);
    return output_write(t->output, t->piece[0].text, t->piece[0].len - 1);
}

/* Write what is missing at the end of the table. */
static int finish(struct table_sink *t)
{
    if (t->sink.write == write_fields)
        return t->begun ? output_write(t->output, "\n", 1) : 0;
    return t->begun ? 0 : write_header(t);
}

static enum status close_sink(struct sink *sink, enum outcome outcome)
{
    struct table_sink *t = (struct table_sink *)sink;

    bool good = outcome != OUTCOME_FAILED && finish(t) == 0;
    for (size_t i = 0; i < t->pieces; i++)
        free(t->piece[i].text);
    free(t->piece);
    free(t);
    return good ? STATUS_DONE : STATUS_TROUBLE;
}

static struct sink *create(struct output *output, const struct shape *shape,
                           const struct form *form, struct pool *pool)
{
    struct table_sink *t = util_array(1, sizeof *t);
    bool row = form->row && shape->channels == 1 + form->complex;

    t->sink = (struct sink){.write = row ? write_fields : write_rows, .close = close_sink};
    t->output = output;
    t->form = form;
    t->pool = pool;
    t->channels = shape->channels;
    t->delimiter = form->delimiter ? form->delimiter : ' ';
    t->pieces = (size_t)pool_threads(pool);
    t->piece = util_array(t->pieces, sizeof *t->piece);
    return &t->sink;
}

const struct type type_text = {"text", ".txt.text.dat.asc.", false, false, NULL, 0, create, false};
const struct type type_csv = {"csv", ".csv.", false, false, NULL, ',', create, false};
const struct type type_tsv = {"tsv", ".tsv.tab.", false, false, NULL, '\t', create, false};

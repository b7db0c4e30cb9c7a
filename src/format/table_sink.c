/* table_sink.c - text and CSV files as sinks. */
#include "format.h"

#include "../util.h"
#include "number.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct table_sink {
    struct sink sink;
    struct output *output;
    const struct manner *manner;
    int channels;
    char delimiter;
    bool begun; /* the header has been written, or the first field of a one-row table */
};

enum { FORMATTED_BYTES = 1024 }; /* room for a number by the user's format: options.c bounds width and precision */

static char *number_format(const struct table_sink *t, char *p, double x)
{
    if (!t->manner->number_format)
        return number_write(p, x);
    return p + snprintf(p, FORMATTED_BYTES, t->manner->number_format, x);
}

/* A name as a field: in quotes where it would be read back as something else. */
static int write_name(struct table_sink *t, const char *name)
{
    bool quote = !*name || strpbrk(name, "\" \t\r\n#") || (*name == t->delimiter) || strchr(name, t->delimiter);

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
    for (int i = 0; i < t->manner->count; i++) {
        if (write_name(t, t->manner->names[i]) < 0)
            return -1;
        if (output_write(t->output, i + 1 < t->manner->count ? &t->delimiter : "\n", 1) < 0)
            return -1;
    }
    return 0;
}

static int write_rows(struct sink *sink, const double *x, size_t frames)
{
    struct table_sink *t = (struct table_sink *)sink;
    char field[FORMATTED_BYTES + 1];

    if (!t->begun && write_header(t) < 0)
        return -1;
    t->begun = true;
    for (size_t i = 0; i < frames; i++)
        for (int k = 0; k < t->channels; k++) {
            char *p = number_format(t, field, *x++);
            *p++ = k + 1 < t->channels ? t->delimiter : '\n';
            if (output_write(t->output, field, (size_t)(p - field)) < 0)
                return -1;
        }
    return 0;
}

static int write_fields(struct sink *sink, const double *x, size_t frames)
{
    struct table_sink *t = (struct table_sink *)sink;
    char field[FORMATTED_BYTES + 1];

    for (size_t i = 0; i < frames; i++) {
        char *p = field;
        if (t->begun)
            *p++ = t->delimiter;
        t->begun = true;
        p = number_format(t, p, x[i]);
        if (output_write(t->output, field, (size_t)(p - field)) < 0)
            return -1;
    }
    return 0;
}

/* What the end of the table still lacks. */
static int finish(struct table_sink *t)
{
    if (t->sink.write == write_fields)
        return t->begun ? output_write(t->output, "\n", 1) : 0;
    return t->begun ? 0 : write_header(t);
}

static int close_sink(struct sink *sink, bool good)
{
    struct table_sink *t = (struct table_sink *)sink;

    good = good && finish(t) == 0;
    int result = output_close(t->output, good);
    free(t);
    return good && result == 0 ? STATUS_DONE : STATUS_TROUBLE;
}

static struct sink *create(struct output *output, const struct shape *shape, const struct manner *manner)
{
    struct table_sink *t = util_array(1, sizeof *t);
    bool row = manner->row && shape->channels == 1;

    t->sink = (struct sink){.write = row ? write_fields : write_rows, .close = close_sink};
    t->output = output;
    t->manner = manner;
    t->channels = shape->channels;
    t->delimiter = manner->delimiter ? manner->delimiter : ' ';
    return &t->sink;
}

const struct type type_text = {"text", ".txt.text.dat.asc.", false, NULL, 0, create};
const struct type type_csv = {"csv", ".csv.", false, NULL, ',', create};
const struct type type_tsv = {"tsv", ".tsv.tab.", false, NULL, '\t', create};

/* tables.c - reads many tables in one process, for tests/tables.py. usage: unit-tables FILE
 * < RECORDS
 *
 * A record is a line "BYTES DELIMITER HEADER FRAMES" (a code, an enum header, frames for each
 * call of read) and then the table, which is put into FILE. For each one the messages, the names,
 * the shape and the values are printed. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "format/format.h"

#include "util.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void print_values(struct stream *stream, size_t frames)
{
    size_t channels = (size_t)stream->shape.channels;
    double *x = util_doubles(frames * channels);
    ssize_t n;

    while ((n = stream->read(stream, x, frames)) > 0)
        for (size_t i = 0; i < (size_t)n * channels; i++)
            printf("%.17g ", x[i]);
    printf("%s\n", n < 0 ? "failed" : "end");
    free(x);
}

static void print_table(const char *path, const struct reading *reading, size_t frames)
{
    struct source *source = format_open(path, reading);
    struct traits traits = {0};
    struct stream *stream;

    if (source && format_next(source, &stream, &traits) > 0) {
        for (int i = 0; i < traits.names.count; i++)
            printf("'%s' ", traits.names.name[i]);
        printf("%d channels%s: ", stream->shape.channels, traits.row ? " in a row" : "");
        print_values(stream, frames);
        stream_close(stream);
    }
    names_free(&traits.names);
    format_close(source);
}

static void put(const char *path, const char *text, size_t bytes)
{
    FILE *file = fopen(path, "w");
    if (!file || fwrite(text, 1, bytes, file) != bytes || fclose(file) != 0)
        exit(STATUS_TROUBLE);
}

int main(int argc, char **argv)
{
    size_t bytes, frames;
    int delimiter, header;

    if (argc != 2 || dup2(STDOUT_FILENO, STDERR_FILENO) < 0)
        return STATUS_TROUBLE;
    setvbuf(stdout, NULL, _IOLBF, 0);
    while (scanf("%zu %d %d %zu", &bytes, &delimiter, &header, &frames) == 4 &&
           getchar() == '\n') {
        char *text = util_array(bytes, 1);
        if (fread(text, 1, bytes, stdin) != bytes)
            return STATUS_TROUBLE;
        put(argv[1], text, bytes);
        free(text);
        struct reading reading = {.delimiter = (char)delimiter, .header = (enum header)header};
        print_table(argv[1], &reading, frames);
        printf("%c\n", 0); /* no name holds a NUL */
    }
    return STATUS_DONE;
}

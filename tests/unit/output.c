/* output.c - tests what output.h says of several outputs at a time, and of the grid of writes. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "format/output.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { GRID = 1 << 17, MOST = 5 * GRID, PIECES = 400 };

static char bytes[MOST];
static struct output *volatile left_open;

/* Append pieces of any size: what the file holds must depend on their sum alone. */
static int wrong_writes(void)
{
    char path[32];
    FILE *file = tmpfile();
    struct stat st;
    long long total = 0;
    int wrong = 0;

    if (!file)
        return -1;
    snprintf(path, sizeof path, "/dev/fd/%d", fileno(file));
    struct output *out = output_open(path);
    srand(1);
    for (int i = 0; out && i < PIECES; i++) {
        size_t piece = (size_t)rand() % (rand() % 8 ? 3000 : MOST);
        wrong += output_write(out, bytes, piece) < 0;
        total += (long long)piece;
        wrong += fstat(fileno(file), &st) < 0 || st.st_size != total / GRID * GRID;
    }
    wrong += !out || output_close(out, true) < 0;
    wrong += fstat(fileno(file), &st) < 0 || st.st_size != total;
    fclose(file);
    return wrong;
}

/* Two files at a time, of which one becomes whole, and a third that exit() finds open. */
static int wrong_files(void)
{
    struct output *one = output_open("one"), *two = output_open("two");

    left_open = output_open("three");
    if (!one || !two || !left_open)
        return -1;
    return (output_write(one, "1\n", 2) < 0) + (output_write(two, "2\n", 2) < 0) +
           (output_close(two, true) < 0) + (output_close(one, false) < 0);
}

int main(void)
{
    printf("%d writes off the grid\n", wrong_writes());
    printf("%d files wrong\n", wrong_files());
    return 0;
}

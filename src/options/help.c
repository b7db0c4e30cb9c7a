/* help.c - help, version and lists, made from the tables. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "help.h"

#include "util.h"
#include "vector.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

enum { COLUMN = 29, WIDTH = 79 }; /* where an option's help begins, and what a line has */

/* Flush standard output and check that all was written. */
static int finish(void)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return STATUS_DONE;
    util_error("standard output: %s", strerror(errno));
    return STATUS_TROUBLE;
}

static void print_usage(void)
{
    printf("usage: %s [OPTION]... KERNEL [SIGNAL]\n", util_program());
    printf("       %s [OPTION]... {-k FILE | -e TAPS | -g SPEC} [SIGNAL]\n", util_program());
    printf("Convolve a signal with a kernel and write the result to standard output.\n"
           "Both may be text, CSV, .npy, images or audio; - or no SIGNAL is standard input.\n");
}

/* "  -k, --kernel=FILE". Returns its length. */
static int print_label(const struct entry *entry)
{
    const char *argument = entry->argument ? entry->argument : "";
    const char *equals = *argument == '[' ? "[=" : *argument ? "=" : "";

    int len = entry->letter ? printf("  -%c", entry->letter) : printf("    ");
    if (entry->name)
        len += printf("%s--%s%s%s", entry->letter ? ", " : "  ", entry->name, equals,
                      argument + (*argument == '['));
    return len;
}

/* Words in lines from COLUMN to WIDTH, the first of which has `used` columns already. */
static void print_wrapped(const char *text, int used)
{
    int at = used;

    while (*text) {
        int n = (int)strcspn(text, " ");
        if (at != used && at + 1 + n > WIDTH) {
            putchar('\n');
            at = used = 0;
        }
        at += printf("%*s%.*s", at == used ? COLUMN - used : 1, "", n, text);
        text += n + (text[n] == ' ');
    }
    putchar('\n');
}

/* Print an option with its help and its list of values; if brief, without long lists. */
static void print_entry(const struct entry *entry, bool brief)
{
    bool listed = entry->list && (entry->first_is_default || !brief);
    char text[1024];
    size_t len = (size_t)snprintf(text, sizeof text, "%s", entry->help);

    for (size_t i = 0; listed && entry->list(i).word; i++) {
        struct choice choice = entry->list(i);
        const char *shown = entry->first_is_default && choice.form ? choice.form : choice.word;
        if (choice.help)
            len += (size_t)snprintf(text + len, sizeof text - len, "%s %s%s", i ? "," : ":", shown,
                                    i == 0 && entry->first_is_default ? " (default)" : "");
    }
    if (entry->list && !listed)
        snprintf(text + len, sizeof text - len, ": -%c help lists them", entry->letter);
    print_wrapped(text, print_label(entry));
}

int help_brief(const struct entry *table)
{
    const char *program = util_program();

    print_usage();
    putchar('\n');
    for (const struct entry *entry = table; entry->help; entry++)
        if (entry->common)
            print_entry(entry, true);
    printf("\n"
           "  %s -g gauss:2 -m same -b edge noisy.csv     smooth every column\n"
           "  %s hall.wav speech.wav -o wet.wav           put a room on a recording\n"
           "  %s -c -m valid --lags pattern.txt x.txt     find a pattern\n"
           "All options: %s --help. All details: man %s\n",
           program, program, program, program, program);
    return finish();
}

int help_all(const struct entry *table)
{
    print_usage();
    for (const struct entry *entry = table; entry->help; entry++) {
        if (entry->name || entry->letter)
            print_entry(entry, false);
        else
            printf("\n%s:\n", entry->help);
    }
    printf("\nThe value help lists what an option chooses among: -g help, -b help, -t help.\n"
           "Examples and all details: man %s\n",
           util_program());
    return finish();
}

int help_version(const struct entry *table)
{
    (void)table;
    printf("conv %s\n"
           "Copyright (C) 2026 the conv authors. MIT License; there is NO WARRANTY.\n"
           "libraries: %s, %s\n",
           CONV_VERSION, format_libraries(), resample_library());
    if (VECTOR_BITS)
        printf("vectors: %d bits\n", VECTOR_BITS);
    else
        printf("vectors: as compiled\n");
    return finish();
}

int help_choices(const struct entry *entry)
{
    choice_print(entry->list, entry->first_is_default);
    return finish();
}

/* choice.c - words that a user chooses among. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "choice.h"

#include "util.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

enum {
    LONGEST = 32, /* letters of a word that may have been mistyped */
    COLUMN = 18,  /* where the help of a printed choice begins */
};

bool choice_find(struct choice list(size_t), const char *text, struct choice *found)
{
    for (size_t i = 0; list(i).word; i++) {
        struct choice choice = list(i);
        size_t len = choice.form ? strcspn(text, ":") : strlen(text);
        if (strlen(choice.word) == len && memcmp(choice.word, text, len) == 0) {
            *found = choice;
            return true;
        }
    }
    return false;
}

const char *choice_word(struct choice list(size_t), int value)
{
    size_t i = 0;
    while (list(i).word && list(i).value != value)
        i++;
    return list(i).word;
}

/* Levenshtein's distance: letters to change, insert or leave out; case does not count.
 * n <= LONGEST. */
static size_t distance(const char *text, size_t n, const char *word)
{
    size_t row[LONGEST + 1];

    for (size_t i = 0; i <= n; i++)
        row[i] = i;
    for (; *word; word++) {
        size_t diagonal = row[0]++;
        for (size_t i = 1; i <= n; i++) {
            bool same = tolower((unsigned char)text[i - 1]) == tolower((unsigned char)*word);
            size_t changed = diagonal + !same;
            diagonal = row[i];
            size_t other = (row[i] < row[i - 1] ? row[i] : row[i - 1]) + 1;
            row[i] = changed < other ? changed : other;
        }
    }
    return row[n];
}

/* Whether one of text[n] and word begins with the other, which has at least two letters. */
static bool is_prefix(const char *text, size_t n, const char *word)
{
    size_t len = strlen(word) < n ? strlen(word) : n;
    return len >= 2 && strncmp(text, word, len) == 0;
}

const char *choice_nearest(struct choice list(size_t), const char *text)
{
    size_t n = strcspn(text, ":"), least = LONGEST;
    const char *nearest = NULL;

    for (size_t i = 0; n <= LONGEST && list(i).word; i++) {
        const char *word = list(i).word;
        bool begins = is_prefix(text, n, word);
        size_t letters = begins ? 1 : distance(text, n, word);
        if (letters < least && (begins || 3 * letters < n)) {
            least = letters;
            nearest = word;
        }
    }
    return nearest;
}

void choice_refuse(const char *option, struct choice list(size_t), const char *text)
{
    const char *nearest = choice_nearest(list, text);
    char known[512] = "";

    if (nearest) {
        util_error("%s=%.200s: unknown; did you mean %s?", option, text, nearest);
        return;
    }
    for (size_t i = 0; list(i).word; i++)
        if (list(i).help)
            snprintf(known + strlen(known), sizeof known - strlen(known), " %s", list(i).word);
    util_error("%s=%.200s: unknown; known are:%s", option, text, known);
}

/* The other words for a choice. */
static void print_others(struct choice list(size_t), int value)
{
    const char *lead = "; also ";

    for (size_t i = 0; list(i).word; i++)
        if (!list(i).help && list(i).value == value) {
            printf("%s%s", lead, list(i).word);
            lead = ", ";
        }
}

void choice_print(struct choice list(size_t), bool first_is_default)
{
    for (size_t i = 0; list(i).word; i++) {
        struct choice choice = list(i);
        if (!choice.help)
            continue;
        int len = printf("%s", choice.form ? choice.form : choice.word);
        printf("%s%*s%s", len < COLUMN ? "" : "\n", len < COLUMN ? COLUMN - len : COLUMN, "",
               choice.help);
        printf("%s", i == 0 && first_is_default ? " (default)" : "");
        print_others(list, choice.value);
        putchar('\n');
    }
}

/* choice.h - words that a user chooses among, and what is said of a word that is none of them.
 *
 * The room that owns a meaning owns the list of its words, as a function: list(i) is choice i,
 * from 0. Behind the last comes one whose word is NULL. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef CHOICE_H
#define CHOICE_H

#include <stdbool.h>
#include <stddef.h>

struct choice {
    const char *word;
    const char *help; /* one line; NULL: another word for the choice of the same value */
    int value;
    const char *form; /* "constant:V": what follows the word; NULL: nothing does */
};

/* What `text` says, up to its colon where the choice has one. false: none, *found is not set. */
bool choice_find(struct choice list(size_t), const char *text, struct choice *found);

/* The word of the first choice of that value. */
const char *choice_word(struct choice list(size_t), int value);

/* The word that was probably meant: it begins alike, or few letters differ. NULL: none. */
const char *choice_nearest(struct choice list(size_t), const char *text);

/* Report that OPTION=TEXT is unknown, with the word that was probably meant or else all. */
void choice_refuse(const char *option, struct choice list(size_t), const char *text);

/* Print all choices to standard output, one a line; of the first, whether it is the default. */
void choice_print(struct choice list(size_t), bool first_is_default);

#endif

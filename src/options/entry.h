/* entry.h - an option: all that is known of one is one row. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef ENTRY_H
#define ENTRY_H

#include "choice.h"
#include "run/request.h"

/* An option, or the title of a section. */
struct entry {
    const char *name;     /* long; NULL: there is a letter alone, or none and it is a title */
    char letter;          /* 0: none */
    const char *argument; /* "FILE"; "[WHEN]": only the long name has one; NULL: none */
    const char *help;     /* what it does, without what is on the list; or the title */

    /* One of these: what reads its value (values.h), what it prints in place of a run (help.h),
     * or the bool that it sets, by its offset in struct request. */
    int (*set)(const struct entry *, const char *value, struct request *);
    int (*print)(const struct entry *table);
    size_t flag;

    struct choice (*list)(size_t); /* what its value is chosen among; NULL: anything */
    bool first_is_default;         /* of the list */
    bool common;                   /* -h shows it */
    bool once;                     /* not to be given again; of the others the last counts */
};

enum { OPTIONS_MOST = 64 }; /* rows of the table, at most */

/* In the order of --help, up to one without help. */
extern const struct entry options_table[];

/* The options' long names. */
struct choice options_choice(size_t i);

#endif

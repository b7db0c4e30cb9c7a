/* entry.h - an option: one row of the table holds everything about it. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef ENTRY_H
#define ENTRY_H

#include "choice.h"
#include "run/request.h"

#include <stddef.h>

/* An option, or the title of a section. */
struct entry {
    const char *name;     /* long name; NULL: a letter alone, or with no letter a title */
    char letter;          /* 0: none */
    const char *argument; /* "FILE"; "[WHEN]": only the long name has one; NULL: none */
    const char *help;     /* what it does, without the values in the list; or the title */

    /* The function that parses the value (values.h), or that prints instead of running (help.h).
     * Without either the option sets a bool. */
    int (*set)(const struct entry *, const char *value, struct request *);
    int (*print)(const struct entry *table);
    size_t member; /* the offset in struct request of what is set, unless the function knows it */

    struct choice (*list)(size_t); /* the values to choose from; NULL: any value */
    bool first_is_default;         /* of the list */
    bool common;                   /* -h shows it */
    bool once;                     /* may be given only once; of others the last counts */
};

enum { OPTIONS_MOST = 64 }; /* rows of the table, at most */

/* In the order of --help; ends with an entry without help. */
extern const struct entry options_table[];

/* The member of the request that the option sets. */
static inline void *entry_member(const struct entry *entry, struct request *request)
{
    return (char *)request + entry->member;
}

/* The options' long names. */
struct choice options_choice(size_t i);

#endif

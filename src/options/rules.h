/* rules.h - what options mean together. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef RULES_H
#define RULES_H

#include "entry.h"

/* A command line, taken apart. */
struct command {
    struct request *request;
    bool given[OPTIONS_MOST]; /* for each row of options_table */
    int operands;
    char **operand; /* operand[operands] */
};

/* Put the operands in their places, and see that all goes together. 0, or -1: already reported. */
int rules_check(struct command *);

/* Fill in what follows from the others. */
void rules_complete(struct command *);

#endif

/* rules.h - what options mean together. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef RULES_H
#define RULES_H

#include "entry.h"

/* A parsed command line. */
struct command {
    struct request *request;
    bool given[OPTIONS_MOST]; /* for each row of options_table */
    int operands;
    char **operand; /* operand[operands] */
};

/* Assign the operands, and check that options and operands are consistent. 0, or -1: already
 * reported. */
int rules_check(struct command *);

/* Fill in the settings that follow from others. */
void rules_complete(struct command *);

#endif

/* options.c - parses the command line; the only file that sees getopt. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "options.h"

#include "help.h"
#include "rules.h"
#include "util.h"
#include "values.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

enum { LETTERLESS = 256 }; /* getopt's results: a letter, or this and the place of the entry */

/* Whether the letter takes an argument, and how the long name does. */
static bool needs_argument(const struct entry *entry)
{
    return entry->argument && *entry->argument != '[';
}

static int kind_of_argument(const struct entry *entry)
{
    if (!entry->argument)
        return no_argument;
    return needs_argument(entry) ? required_argument : optional_argument;
}

/* Build the tables for getopt_long. The colon suppresses its own messages. */
static void compose(struct option *longs, char *letters)
{
    *letters++ = ':';
    for (int i = 0; options_table[i].help; i++) {
        const struct entry *entry = &options_table[i];
        if (entry->name)
            *longs++ = (struct option){entry->name, kind_of_argument(entry), NULL, LETTERLESS + i};
        if (entry->letter) {
            *letters++ = entry->letter;
            if (needs_argument(entry))
                *letters++ = ':';
        }
    }
    *longs = (struct option){0};
    *letters = 0;
}

/* The entry that getopt_long's result stands for; NULL: none. */
static const struct entry *find(int option)
{
    const struct entry *entry = options_table;

    if (option >= LETTERLESS)
        return &options_table[option - LETTERLESS];
    while (entry->help && (!option || entry->letter != option))
        entry++;
    return entry->help ? entry : NULL;
}

/* Report a long option that is ambiguous or unknown. */
static void report_unknown(const char *text)
{
    size_t len = strcspn(text, "=");
    char name[64], several[256] = "";

    snprintf(name, sizeof name, "%.*s", (int)len, text);
    for (size_t i = 0; options_choice(i).word; i++)
        if (len > 2 && strncmp(options_choice(i).word, name + 2, len - 2) == 0)
            snprintf(several + strlen(several), sizeof several - strlen(several), " --%s",
                     options_choice(i).word);
    const char *nearest = choice_nearest(options_choice, name + 2);
    if (*several)
        util_error("option '%s' is ambiguous:%s", name, several);
    else if (nearest)
        util_error("unrecognized option '%s'; did you mean --%s?", name, nearest);
    else
        util_error("unrecognized option '%s'", name);
}

/* Report what getopt_long has rejected. */
static void report(int option, const char *text)
{
    const struct entry *entry = find(optopt);

    if (!entry && optopt)
        util_error("invalid option -- '%c'", optopt);
    else if (!entry)
        report_unknown(text);
    else if (option == ':' && optopt < LETTERLESS)
        util_error("option '-%c' requires an argument: %s", entry->letter, entry->argument);
    else if (option == ':')
        util_error("option '--%s' requires an argument: %s", entry->name, entry->argument);
    else
        util_error("option '--%s' takes no argument", entry->name);
}

/* Take an option into the request. 0, or -1: already reported. */
static int take(struct command *command, const struct entry *entry, const char *value)
{
    struct request *request = command->request;

    if (command->given[entry - options_table] && entry->once) {
        util_error("--%s is given twice: only one kernel", entry->name);
        return -1;
    }
    command->given[entry - options_table] = true;
    if (entry->set)
        return entry->set(entry, value, request);
    *(bool *)entry_member(entry, request) = true;
    util_quiet(request->quiet);
    return 0;
}

/* Point to --help after an error message. Returns a status. */
static int point_to_help(void)
{
    util_note("try '%s --help'", util_program());
    return STATUS_TROUBLE;
}

/* Take all options; operands follow them then. -1: all is well; otherwise a status. */
static int take_all(struct command *command, int argc, char **argv)
{
    struct option longs[OPTIONS_MOST + 1];
    char letters[2 * OPTIONS_MOST + 2];
    int option;

    compose(longs, letters);
    while ((option = getopt_long(argc, argv, letters, longs, NULL)) != -1) {
        if (option == '?' || option == ':') {
            report(option, argv[optind - 1]);
            return point_to_help();
        }
        const struct entry *entry = find(option);
        if (entry->print)
            return entry->print(options_table);
        if (entry->list && optarg && strcmp(optarg, "help") == 0)
            return help_choices(entry);
        if (take(command, entry, optarg) < 0)
            return point_to_help();
    }
    command->operands = argc - optind;
    command->operand = argv + optind;
    return -1;
}

int options_parse(struct request *request, int argc, char **argv)
{
    struct command command = {.request = request};

    util_set_program(argv[0]);
    *request = (struct request){.gain = 1,
                                .overlap = 10,
                                .overlap_percent = true,
                                .boundary = boundary_choice(0).word};
    int status = take_all(&command, argc, argv);
    if (status >= 0)
        return status;
    if (rules_check(&command) < 0)
        return point_to_help();
    rules_complete(&command);
    if (request->rounded)
        util_warn("--%s: integers beyond 2^53 are rounded to the nearest double",
                  request->rounded);
    return -1;
}

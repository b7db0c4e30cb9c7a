/* choices.c - options whose value is one of a few words. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "lists.h"

#include "number.h"
#include "util.h"

#include <stdio.h>
#include <string.h>

/* Find the choice that a value names. 0, or -1: none, already reported. */
static int choose(const struct entry *entry, const char *value, struct choice *choice)
{
    char option[64];

    if (choice_find(entry->list, value, choice))
        return 0;
    snprintf(option, sizeof option, "--%s", entry->name);
    choice_refuse(option, entry->list, value);
    return -1;
}

/* The same of a choice that has a number after a colon, "constant:V": the number too. */
static int choose_number(const struct entry *entry, const char *value, struct choice *choice,
                         double *x, struct request *request)
{
    if (choose(entry, value, choice) < 0)
        return -1;
    const char *colon = strchr(value, ':');
    if (choice->form && colon && number_is_rounded(colon + 1, value + strlen(value)))
        request->rounded = entry->name;
    if (!choice->form || (colon && value_number(colon + 1, x)))
        return 0;
    util_error("--%s=%s: a number is needed: %s", entry->name, value, choice->form);
    return -1;
}

/* The enums are as large as an int, which C leaves to compilers. */
_Static_assert(sizeof(enum mode) == sizeof(int) && sizeof(enum norm) == sizeof(int), "enum");

int value_choice(const struct entry *entry, const char *value, struct request *request)
{
    struct choice choice;
    if (choose(entry, value, &choice) < 0)
        return -1;
    *(int *)entry_member(entry, request) = choice.value;
    return 0;
}

int value_either(const struct entry *entry, const char *value, struct request *request)
{
    struct choice choice;
    if (choose(entry, value, &choice) < 0)
        return -1;
    *(bool *)entry_member(entry, request) = choice.value;
    return 0;
}

int value_method(const struct entry *entry, const char *value, struct request *request)
{
    struct choice choice;
    if (choose(entry, value, &choice) < 0)
        return -1;
    request->method = choice.value ? engine_at((size_t)choice.value - 1) : NULL;
    return 0;
}

struct choice value_header_choice(size_t i)
{
    static const struct choice choices[] = {
        {"auto", "if it has a field that is no number", HEADER_AUTO, NULL},
        {"yes", "also -H alone", HEADER_YES, NULL},
        {"no", "it is numbers", HEADER_NO, NULL},
        {0},
    };
    return choices[i];
}

int value_header(const struct entry *entry, const char *value, struct request *request)
{
    return value_choice(entry, value ? value : "yes", request);
}

static int take_boundary(const struct entry *entry, const char *item, int axis,
                         struct request *request)
{
    struct choice choice;
    double number = 0;

    if (strcmp(item, "reflect") == 0) {
        util_error("--boundary=reflect: numpy.pad means mirror by it (dcb|abcd|cba), "
                   "scipy.ndimage symmetric (cba|abcd|dcb): say which");
        return -1;
    }
    if (choose_number(entry, item, &choice, &number, request) < 0)
        return -1;
    request->beyond[axis] =
        (struct beyond){.boundary = (enum boundary)choice.value, .value = number};
    return 0;
}

int value_boundary(const struct entry *entry, const char *value, struct request *request)
{
    request->boundary = value;
    memset(request->beyond, 0, sizeof request->beyond);
    request->boundaries = list_take(entry, value, request, take_boundary);
    for (int a = 1; a < MOST_AXES; a++)
        if (request->boundaries == 1)
            request->beyond[a] = request->beyond[0];
    return request->boundaries < 0 ? -1 : 0;
}

struct choice value_nan_choice(size_t i)
{
    static const struct choice choices[] = {
        {"propagate", "they make NaN of the outputs that they enter", NAN_PROPAGATE, NULL},
        {"omit", "they are left out, and the weights rescaled", NAN_OMIT, "omit[:MIN]"},
        {"keep", "the same, but they stay NaN themselves", NAN_KEEP, "keep[:MIN]"},
        {"error", "the run fails with status 1 and names the first", NAN_ERROR, NULL},
        {"fill", "the number V takes their place", NAN_FILL, "fill:V"},
        {0},
    };
    return choices[i];
}

/* The part after the colon of "omit:MIN", if there is one. */
static int choose_part(const struct entry *entry, const char *value, const char *form,
                       double *part)
{
    const char *colon = strchr(value, ':');

    if (!colon || value_part(colon + 1, part))
        return 0;
    util_error("--%s=%s: a part is needed, from 0 to 1, as 0.5 or 3/7: %s", entry->name, value,
               form);
    return -1;
}

int value_nan(const struct entry *entry, const char *value, struct request *request)
{
    struct choice choice;
    if (choose(entry, value, &choice) < 0)
        return -1;
    request->nan = (enum nan_policy)choice.value;
    request->present = 0;
    if (request->nan == NAN_OMIT || request->nan == NAN_KEEP)
        return choose_part(entry, value, choice.form, &request->present);
    return choose_number(entry, value, &choice, &request->fill, request);
}

struct choice value_mismatch_choice(size_t i)
{
    static const struct choice choices[] = {
        {"error", "the run fails", MISMATCH_ERROR, NULL},
        {"resample", "it is converted to the signal's, its gain kept", MISMATCH_RESAMPLE, NULL},
        {"ignore", "its taps are taken as they are", MISMATCH_IGNORE, NULL},
        {0},
    };
    return choices[i];
}

int value_spec(const struct entry *entry, const char *value, struct request *request)
{
    if (request->specs == MOST_AXES) {
        util_error("--%s=%s: more than %d", entry->name, value, MOST_AXES);
        return -1;
    }
    return generate_parse(&request->spec[request->specs++], value);
}

int value_type(const struct entry *entry, const char *value, struct request *request)
{
    struct choice choice;
    if (choose(entry, value, &choice) < 0)
        return -1;
    request->type = format_type(choice.word);
    return 0;
}

struct choice value_raw_choice(size_t i)
{
    static const struct choice choices[] = {
        {"auto", "what its content says", false, NULL},
        {"raw", "samples without a header", true, NULL},
        {0},
    };
    return choices[i];
}

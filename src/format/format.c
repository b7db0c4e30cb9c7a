/* format.c - the tables of formats: which reader knows a file by its first bytes, which type
 * writes the result. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#define _GNU_SOURCE /* strcasestr */
#include "format.h"

#include "util.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* In the order in which they are tried; the last accepts any file. */
static const struct reader *const readers[] = {&reader_plain, &reader_npy, &reader_image,
                                               &reader_foreign, &reader_audio, &reader_table};

static const struct {
    const struct type *type;
    const char *help;
} types[] = {
    {&type_text, "a table, blanks between its fields"},
    {&type_csv, "a table, commas"},
    {&type_tsv, "a table, tabs"},
    {&type_wav, "audio"},
    {&type_rf64, "audio: WAV past 4 GiB"},
    {&type_w64, "audio: Sony Wave64"},
    {&type_au, "audio"},
    {&type_aiff, "audio"},
    {&type_caf, "audio: Apple's"},
    {&type_flac, "audio, compressed without loss"},
    {&type_ogg, "audio, lossy: Vorbis"},
    {&type_opus, "audio, lossy"},
    {&type_mp3, "audio, lossy"},
    {&type_raw, "samples without a header"},
    {&type_npy, "an array of NumPy"},
    {&type_pnm, "an image: pgm, ppm or pam, by its channels"},
    {&type_pgm, "an image of one channel"},
    {&type_ppm, "an image of three"},
    {&type_pam, "an image of any number"},
    {&type_pfm, "an image of floats, one channel or three"},
};
enum { TYPES = sizeof types / sizeof *types };

/* Whether these bytes are lines of text, and not the beginning of a binary file that resembles
 * text. */
static bool is_text(const unsigned char *head, size_t bytes)
{
    static const char *const names[] = {"RIFF", "RIFX", "RF64", "riff", "FORM", ".snd",
                                        "dns.", "caff", "fLaC", "OggS", "ID3"};

    for (size_t i = 0; i < bytes; i++)
        if (!head[i] || (head[i] < ' ' && !strchr("\t\r\n", head[i])))
            return false;
    if (bytes == 0 || *head == 0xff || (*head & 0xc0) == 0x80) /* begins no character in UTF-8 */
        return false;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (memcmp(head, names[i], bytes < strlen(names[i]) ? bytes : strlen(names[i])) == 0)
            return false;
    return memchr(head, '\n', bytes);
}

/* Peek at enough bytes to detect the file's type. If they are text, one line is enough, and an
 * image may be shorter. */
static const unsigned char *peek_head(struct input *input, size_t *bytes)
{
    const unsigned char *head = input_peek_some(input, FORMAT_HEAD_BYTES, bytes);

    if (!head || is_text(head, *bytes) || reader_image.probe(head, *bytes))
        return head;
    return input_peek(input, FORMAT_HEAD_BYTES, bytes);
}

struct source {
    struct input *input;
    const struct reading *reading;
    const struct reader *reader; /* of the first signal, and so of all */
    int64_t at, next; /* where the last signal begins, and the next; next < 0: there is none */
};

struct source *format_open(const char *path, const struct reading *reading)
{
    struct input *input = input_open(path);

    if (!input)
        return NULL;
    struct source *source = util_array(1, sizeof *source);
    source->input = input;
    source->reading = reading;
    return source;
}

/* Open what comes next in the input by the reader that knows its first bytes. After a signal
 * another may follow of a kind of which a file holds several. */
static int open_any(struct source *source, struct stream **stream, struct traits *traits)
{
    unsigned char head[FORMAT_HEAD_BYTES];
    size_t bytes;
    int opened = 0;
    const unsigned char *peeked = peek_head(source->input, &bytes);

    if (!peeked)
        return -1;
    if (source->next && !bytes)
        return 0;
    memcpy(head, peeked, bytes);
    for (size_t i = 0; opened == 0 && i < sizeof readers / sizeof *readers; i++)
        if (readers[i]->probe(head, bytes) && (!source->next || readers[i] == source->reader)) {
            opened = readers[i]->open(source->input, source->reading, stream, traits);
            source->reader = readers[i];
        }
    if (source->next && !opened)
        util_warn("%s: what follows the last %s is left out", input_name(source->input),
                  source->reader->several);
    return opened;
}

int format_next(struct source *source, struct stream **stream, struct traits *traits)
{
    int opened;

    *traits = (struct traits){0};
    if (source->next < 0)
        return 0;
    if (input_seek(source->input, source->next) < 0)
        return -1;
    if (source->reading->raw)
        opened = reader_raw.open(source->input, source->reading, stream, traits);
    else
        opened = open_any(source, stream, traits);
    if (opened > 0 && source->reading->complex && format_type(traits->type)->audio)
        traits->complex = (*stream)->shape.channels % 2 == 0;
    source->at = source->next;
    source->next = traits->bytes ? source->at + traits->bytes : -1;
    return opened;
}

bool format_can_rewind(const struct source *source)
{
    return input_can_rewind(source->input);
}

void format_rewind(struct source *source)
{
    source->next = source->at;
}

void format_close(struct source *source)
{
    if (!source)
        return;
    input_close(source->input);
    free(source);
}

struct choice format_choice(size_t i)
{
    if (i >= TYPES)
        return (struct choice){0};
    return (struct choice){types[i].type->name, types[i].help, (int)i, NULL};
}

const struct type *format_type(const char *name)
{
    struct choice choice;
    return choice_find(format_choice, name, &choice) ? types[choice.value].type : NULL;
}

static const char *suffix_of(const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path,
               *dot = strrchr(name, '.');
    return dot > name ? dot : NULL;
}

bool format_has_suffix(const char *path)
{
    return suffix_of(path);
}

const struct type *format_type_of(const char *path)
{
    const char *dot = suffix_of(path);
    char suffix[16];

    if (!dot || (size_t)snprintf(suffix, sizeof suffix, "%s.", dot) >= sizeof suffix)
        return NULL;
    for (size_t i = 0; i < TYPES; i++)
        if (strcasestr(types[i].type->suffixes, suffix))
            return types[i].type;
    return NULL;
}

bool format_holds(const struct type *type, enum encoding encoding)
{
    for (const enum encoding *e = type->encodings; e && *e; e++)
        if (*e == encoding)
            return true;
    return false;
}

bool format_holds_complex(const struct type *type)
{
    bool holds = !type->binary;

    for (const enum encoding *e = type->encodings; e && *e; e++)
        holds |= pcm_is_complex(*e);
    return holds;
}

struct sink *format_create(struct output *output, const struct shape *shape,
                           const struct form *form, struct pool *pool)
{
    if (form->unbuffered)
        output_unbuffered(output);
    if (form->type->binary && output_is_terminal(output)) {
        util_error("the result is %s, not for a terminal; use -o, a pipe, or -t text",
                   form->type->name);
        return NULL;
    }
    return form->type->open(output, shape, form, pool);
}

/* format.c - the tables of formats: which reader knows a file by its first bytes, which type writes the result. */
#define _GNU_SOURCE /* strcasestr */
#include "format.h"

#include "util.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* In the order of asking; the last takes any file. */
static const struct reader *const readers[] = {&reader_plain, &reader_npy, &reader_audio, &reader_table};

static const struct type *const types[] = {
    &type_text, &type_csv, &type_tsv,  &type_wav, &type_rf64, &type_w64, &type_au,
    &type_aiff, &type_caf, &type_flac, &type_ogg, &type_opus, &type_mp3, &type_raw,
    &type_npy,
};
enum { TYPES = sizeof types / sizeof *types };

void manner_free(struct manner *manner)
{
    for (int i = 0; i < manner->count; i++)
        free(manner->names[i]);
    free(manner->names);
    manner->names = NULL;
    manner->count = 0;
}

/* Whether these bytes are lines of text, and no beginning of one of the binary files that begin like that. */
static bool is_text(const unsigned char *head, size_t bytes)
{
    static const char *const names[] = {"RIFF", "RIFX", "RF64", "riff", "FORM", ".snd", "dns.", "caff", "fLaC", "OggS", "ID3"};

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

/* Enough of the first bytes to know the file by; a line of text is waited for no longer than until it comes. */
static const unsigned char *peek_head(struct input *input, size_t *bytes)
{
    const unsigned char *head = input_peek_some(input, FORMAT_HEAD_BYTES, bytes);

    return !head || is_text(head, *bytes) ? head : input_peek(input, FORMAT_HEAD_BYTES, bytes);
}

void manner_lead(struct manner *manner, const char *name)
{
    manner->row = false;
    manner->lead = true;
    if (!manner->count)
        return;
    manner->names = util_grow(manner->names, (size_t)manner->count + 1, sizeof *manner->names);
    memmove(manner->names + 1, manner->names, (size_t)manner->count++ * sizeof *manner->names);
    manner->names[0] = util_copy(name);
}

struct stream *format_open(const char *path, const struct reading *reading, struct manner *manner)
{
    struct stream *stream = NULL;
    struct input *input = input_open(path);
    size_t bytes;
    int opened = -1;

    if (!input)
        return NULL;
    const unsigned char *peeked = reading->raw ? NULL : peek_head(input, &bytes);
    if (reading->raw)
        opened = reader_raw.open(input, reading, &stream, manner);
    if (peeked) {
        unsigned char head[FORMAT_HEAD_BYTES];
        memcpy(head, peeked, bytes);
        opened = 0;
        for (size_t i = 0; opened == 0 && i < sizeof readers / sizeof *readers; i++)
            if (readers[i]->probe(head, bytes))
                opened = readers[i]->open(input, reading, &stream, manner);
    }
    if (opened <= 0)
        input_close(input);
    return opened > 0 ? stream : NULL;
}

const struct type *format_type(const char *name)
{
    for (size_t i = 0; i < TYPES; i++)
        if (strcmp(types[i]->name, name) == 0)
            return types[i];
    return NULL;
}

static const char *suffix_of(const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path, *dot = strrchr(name, '.');
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
        if (strcasestr(types[i]->suffixes, suffix))
            return types[i];
    return NULL;
}

char *format_type_names(char *buf, size_t bytes)
{
    size_t len = 0;
    buf[0] = 0;
    for (size_t i = 0; i < TYPES && len < bytes; i++)
        len += (size_t)snprintf(buf + len, bytes - len, "%s%s", i ? " " : "", types[i]->name);
    return buf;
}

bool format_holds(const struct type *type, enum encoding encoding)
{
    for (const enum encoding *e = type->encodings; e && *e; e++)
        if (*e == encoding)
            return true;
    return false;
}

/* The type's encoding that keeps most of the signal's: the same, if only in another byte order, else the narrowest integers
 * that are wide enough, else the type's first. A lossy signal counts as f32. */
static enum encoding nearest(const struct type *type, enum encoding wanted)
{
    if (!format_holds(type, wanted))
        wanted = pcm_layout(wanted).encoding;
    if (format_holds(type, wanted))
        return wanted;
    int bits = pcm_bits(wanted), best_bits = 0;
    enum encoding best = type->encodings[0];
    for (const enum encoding *e = type->encodings; bits && *e; e++)
        if (pcm_bits(*e) >= bits && (!best_bits || pcm_bits(*e) < best_bits)) {
            best = *e;
            best_bits = pcm_bits(*e);
        }
    return best;
}

/* A header of one name for `channels` channels. */
static void number_names(struct manner *manner, int channels)
{
    const char *stem = manner->names[0];
    size_t bytes = strlen(stem) + 16;
    char **names = util_array((size_t)channels, sizeof *names);

    for (int i = 0; i < channels; i++) {
        names[i] = util_array(bytes, 1);
        snprintf(names[i], bytes, "%s_%d", stem, i + 1);
    }
    manner_free(manner);
    manner->names = names;
    manner->count = channels;
}

int format_dress(struct manner *manner, const struct type *type, enum encoding encoding, int channels)
{
    if (manner->count == 1 && channels > 1)
        number_names(manner, channels);
    if (strcmp(type->name, manner->type) != 0)
        manner->delimiter = type->delimiter;
    manner->type = type->name;
    if (!type->binary) {
        if (encoding) {
            util_error("--encoding=%s is for audio, and the result is %s", pcm_name(encoding), type->name);
            return -1;
        }
        return 0;
    }
    if (encoding && !format_holds(type, encoding)) {
        char names[128] = "";
        for (const enum encoding *e = type->encodings; *e; e++)
            snprintf(names + strlen(names), sizeof names - strlen(names), " %s", pcm_name(*e));
        util_error("%s has no encoding %s; it has:%s", type->name, pcm_name(encoding), names);
        return -1;
    }
    if (encoding) { /* asked for, also where integers would be written */
        manner->largest = 0;
        manner->reached = NULL;
    }
    manner->encoding = encoding ? encoding : nearest(type, manner->encoding);
    return 0;
}

struct sink *format_create(const char *path, const struct shape *shape, const struct manner *manner)
{
    const struct type *type = format_type(manner->type);
    struct output *output = output_open(path);

    if (!output)
        return NULL;
    if (manner->unbuffered)
        output_unbuffered(output);
    if (type->binary && output_is_terminal(output)) {
        util_error("the result is %s, not for a terminal; use -o, a pipe, or -t text", type->name);
        output_close(output, false);
        return NULL;
    }
    return type->open(output, shape, manner);
}

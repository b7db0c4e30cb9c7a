/* header.c - the headers of netpbm's images, and of PFM (see header.h). */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "header.h"

#include "number.h"
#include "util.h"

#include <math.h>
#include <string.h>

enum { MOST_BYTES = 1 << 14, MOST_MAXVAL = 65535 };
#define MOST_NUMBER ((int64_t)1 << 62)

/* What a look at the bytes so far says. */
enum found { FOUND_NONE, FOUND_PART, FOUND_WHOLE };

struct scan {
    const char *p, *end;
    int lines; /* that ended */
};

static bool is_blank(char c)
{
    return c && strchr(" \t\n\v\f\r", c);
}

/* Skip blanks and comments. */
static void skip_blanks(struct scan *s)
{
    bool comment = false;

    for (; s->p < s->end; s->p++) {
        s->lines += *s->p == '\n';
        if (*s->p == '\n' || *s->p == '\r')
            comment = false;
        else if (*s->p == '#')
            comment = true;
        else if (!comment && !is_blank(*s->p))
            break;
    }
}

/* Take a number of digits, which ends before a blank. */
static enum found take_number(struct scan *s, int64_t *n)
{
    const char *begin;

    skip_blanks(s);
    for (begin = s->p, *n = 0; s->p < s->end && *s->p >= '0' && *s->p <= '9'; s->p++)
        *n = *n < MOST_NUMBER / 10 ? 10 * *n + (*s->p - '0') : MOST_NUMBER;
    if (s->p == s->end)
        return FOUND_PART;
    return s->p > begin && (is_blank(*s->p) || *s->p == '#') ? FOUND_WHOLE : FOUND_NONE;
}

/* Take the scale of floats, whose sign tells the byte order. */
static enum found take_scale(struct scan *s, struct image_header *h)
{
    double scale;

    skip_blanks(s);
    const char *end = s->p < s->end ? number_read(s->p, s->end, &scale) : s->end;
    if (!end || (end < s->end && !is_blank(*end)))
        return FOUND_NONE;
    const char *blank = end;
    while (blank < s->end && *blank == ' ') /* vips pads the scale up to its line's end */
        blank++;
    if (blank == s->end)
        return FOUND_PART;
    s->p = *blank == '\n' ? blank : end;
    h->picture.scale = fabs(scale);
    h->big_endian = scale > 0;
    return isfinite(scale) && scale != 0 ? FOUND_WHOLE : FOUND_NONE;
}

/* All kinds but P7. */
static enum found scan_numbers(struct scan *s, struct image_header *h, int *lines)
{
    bool floats = h->kind == 'F' || h->kind == 'f', bits = h->kind == '1' || h->kind == '4';
    int64_t maxval = 255;
    enum found found = take_number(s, &h->columns);

    s->lines = 0;
    if (found == FOUND_WHOLE)
        found = take_number(s, &h->rows);
    *lines = s->lines;
    if (found == FOUND_WHOLE && floats)
        found = take_scale(s, h);
    else if (found == FOUND_WHOLE && !bits)
        found = take_number(s, &maxval);
    if (found == FOUND_WHOLE && *s->p == '#') /* its line's end is the blank before the samples */
        while (s->p < s->end && *s->p != '\n' && *s->p != '\r')
            s->p++;
    if (s->p == s->end)
        return found == FOUND_NONE ? FOUND_NONE : FOUND_PART;
    s->p++;
    h->channels = h->kind == '3' || h->kind == '6' || h->kind == 'F' ? 3 : 1;
    h->picture.maxval = floats ? 0 : maxval <= MOST_MAXVAL ? (int)maxval : -1;
    return found;
}

/* Take the name of a line's first word; what follows it is at s->p. */
static bool take_word(struct scan *s, const char *word)
{
    size_t bytes = strlen(word);

    if ((size_t)(s->end - s->p) < bytes || memcmp(s->p, word, bytes) != 0)
        return false;
    if (s->p + bytes < s->end && !is_blank(s->p[bytes]))
        return false;
    s->p += bytes;
    return true;
}

/* Append the rest of a line to the type of tuples, which may be said in several. */
static void take_tuple(struct scan *line, char *tuple)
{
    size_t held = strlen(tuple);

    while (line->p < line->end && is_blank(*line->p))
        line->p++;
    while (line->end > line->p && is_blank(line->end[-1]))
        line->end--;
    size_t bytes = (size_t)(line->end - line->p);
    if (held + 1 + bytes >= PICTURE_TUPLE_BYTES || !bytes)
        return;
    if (held)
        tuple[held++] = ' ';
    memcpy(tuple + held, line->p, bytes);
    tuple[held + bytes] = 0;
}

/* A line of P7, without its end. Returns false if it is none. */
static bool take_line(struct scan *line, struct image_header *h, int64_t *maxval)
{
    static const char *const words[] = {"WIDTH", "HEIGHT", "DEPTH", "MAXVAL"};
    int64_t *const numbers[] = {&h->columns, &h->rows, &h->channels, maxval};
    struct scan whole = *line;

    whole.end++; /* a number ends before a blank */
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (take_word(&whole, words[i])) {
            enum found found = take_number(&whole, numbers[i]);
            skip_blanks(&whole);
            return found == FOUND_WHOLE && whole.p == whole.end;
        }
    if (take_word(line, "TUPLTYPE"))
        take_tuple(line, h->picture.tuple);
    else
        return line->p == line->end || *line->p == '#';
    return true;
}

static enum found scan_lines(struct scan *s, struct image_header *h)
{
    int64_t maxval = 0;

    if (*s->p++ != '\n')
        return FOUND_NONE;
    for (;;) {
        const char *end = memchr(s->p, '\n', (size_t)(s->end - s->p));
        if (!end)
            return FOUND_PART;
        struct scan line = {s->p, end, 0};
        s->p = end + 1;
        if (take_word(&line, "ENDHDR"))
            break;
        if (!take_line(&line, h, &maxval))
            return FOUND_NONE;
    }
    h->picture.maxval = maxval <= MOST_MAXVAL ? (int)maxval : -1;
    return FOUND_WHOLE;
}

/* Find the header in head[bytes]. */
static enum found scan_header(const char *head, size_t bytes, struct image_header *h, int *lines)
{
    struct scan s = {head + 2, head + bytes, 0};

    *h = (struct image_header){.kind = head[1]};
    *lines = 0;
    enum found found = h->kind == '7' ? scan_lines(&s, h) : scan_numbers(&s, h, lines);
    h->bytes = (size_t)(s.p - head);
    return found;
}

static int check(const struct image_header *h, const char *name, int64_t most)
{
    const char *wrong = NULL;

    if (h->columns <= 0 || h->rows <= 0 || h->channels <= 0)
        wrong = "it has no pixels";
    else if (h->picture.maxval < (h->picture.scale > 0 ? 0 : 1))
        wrong = "its maxval is not from 1 to 65535";
    else if (h->channels > MOST_CHANNELS)
        wrong = "at most 65535 channels are read";
    else if (h->columns > most / h->channels)
        wrong = most > MOST_CHANNELS ? "rows of at most 4194304 samples are read"
                                     : "with --dims=1 rows of at most 65535 samples are read";
    else if (h->rows > INT64_MAX / 8 / header_row(h))
        wrong = "no file is so large";
    if (!wrong)
        return 1;
    util_error("%s: an image of %lld x %lld pixels: %s", name, (long long)h->columns,
               (long long)h->rows, wrong);
    return -1;
}

bool header_probe(const unsigned char *head, size_t bytes)
{
    return bytes >= 3 && head[0] == 'P' && head[1] && strchr("1234567Ff", head[1]) &&
           (is_blank((char)head[2]) || head[2] == '#');
}

/* Whether the samples begin like text: a table may have the words of a header in a column. */
static bool is_column(const unsigned char *head, size_t bytes, const struct image_header *h)
{
    if (h->kind <= '3')
        return true;
    for (size_t i = h->bytes; i < bytes; i++)
        if (!strchr("0123456789.+-eE \t\r\n", head[i]) || !head[i])
            return false;
    return true;
}

/* What the end of the file, or too many bytes, within a header means. */
static int end_within(struct input *input, const struct image_header *h, int lines)
{
    bool text = h->kind == '7' ? !h->columns && !h->rows : lines || !h->rows;

    if (text)
        return 0; /* such as a table of one column, whose name is P5 */
    util_error("%s: the header of an image does not end", input_name(input));
    return -1;
}

int header_look(struct input *input, int64_t most, struct image_header *h)
{
    size_t got = FORMAT_HEAD_BYTES, bytes;
    enum found found;
    int lines;
    const unsigned char *head = input_peek_some(input, got, &got);

    while (head && (found = scan_header((const char *)head, got, h, &lines)) == FOUND_PART) {
        bytes = input_can_rewind(input) ? 2 * got : got + 1;
        size_t held = got;
        head = bytes <= MOST_BYTES ? input_peek(input, bytes, &got) : head;
        if (head && got == held)
            return end_within(input, h, lines);
    }
    if (!head)
        return -1;
    if (found == FOUND_NONE)
        return 0;
    if (lines) {
        head = input_peek(input, h->bytes + FORMAT_HEAD_BYTES, &got);
        if (!head || is_column(head, got, h))
            return head ? 0 : -1;
    }
    return check(h, input_name(input), most);
}

/* text.h - the text of a table: read in pieces, shown to rows.c in whole lines. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef TEXT_H
#define TEXT_H

#include "format/input.h"
#include "rows.h"

/* Tests make these small, so that texts of every kind meet the edges. */
#ifndef TABLE_CHUNK_BYTES
#define TABLE_CHUNK_BYTES (1 << 18)
#endif
#ifndef TABLE_ROW_BYTES
#define TABLE_ROW_BYTES (1 << 22)
#endif

enum {
    CHUNK_BYTES = TABLE_CHUNK_BYTES, /* room for text at first; some thousands of rows */
    ROW_BYTES = TABLE_ROW_BYTES,     /* the longest row of channels, with its newline */
};

/* bytes[rows.at..end) is held, of it bytes[rows.at..rows.end) is shown. What is known of the text
 * is kept as offsets, since the bytes move when there is more to hold. */
struct text {
    struct input *input; /* borrowed */
    struct rows rows;
    char *bytes;         /* bytes[room], and one more for the newline that a last line may lack */
    size_t end, room;
    size_t searched;     /* no line (or field) ends in bytes[rows.end..searched) */
    bool last;           /* the input has ended */
    bool fields;         /* whole fields are shown, of one row, in place of whole lines */
};

/* An empty text of an input. The rest of text->rows is for the caller to fill. */
void text_open(struct text *, struct input *);
void text_close(struct text *);

size_t text_held(const struct text *);

/* Whether more is held than one row, or one field, may have. */
bool text_is_full(const struct text *);

/* Read some more after what is held. 0, or -1: already reported. */
int text_fill(struct text *);

/* Move what is held to the front of bytes; text_fill does it too. */
void text_compact(struct text *);

/* Show more, and read for it. At most ROW_BYTES are shown, so that what is too long depends on
 * the text and not on the pieces in which it came. Returns 1; 0 where the input has ended or is
 * full; -1: already reported. */
int text_more(struct text *);

/* Show nothing from there on, until text_more shows it again. */
void text_hide(struct text *, size_t from);

/* Show a row that is not blank at rows.at. Returns as text_more. */
int text_seek_row(struct text *);

/* What text_more or text_seek_row returned, or -1 where it was 0 because of too long a line. */
int text_check(const struct text *, int more);

/* The end of the last whole line (or field) in bytes[from..to); from: there is none. */
size_t text_find_end(const struct text *, size_t from, size_t to);

#endif

/* text.h - the text of a table: read in chunks, passed to rows.c in whole lines. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef TEXT_H
#define TEXT_H

#include "format/input.h"
#include "rows.h"

/* Tests make these small, so that texts of every kind cross a chunk boundary. */
#ifndef TABLE_CHUNK_BYTES
#define TABLE_CHUNK_BYTES (1 << 18)
#endif
#ifndef TABLE_ROW_BYTES
#define TABLE_ROW_BYTES (1 << 22)
#endif

enum {
    CHUNK_BYTES = TABLE_CHUNK_BYTES, /* initial size of the buffer, some thousands of rows */
    ROW_BYTES = TABLE_ROW_BYTES,     /* longest row of channels, newline included */
};

/* bytes[rows.at..end) is held in memory; of it, bytes[rows.at..rows.end) is shown to rows.c.
 * Positions are kept as offsets, since the buffer moves when it grows. */
struct text {
    struct input *input; /* borrowed */
    struct rows rows;
    char *bytes;         /* bytes[room + 1]: the last line may lack a newline */
    size_t end, room;
    size_t searched;     /* no line (or field) ends in bytes[rows.end..searched) */
    bool last;           /* the input has ended */
    bool fields;         /* whole fields of one row are shown instead of whole lines */
};

/* Open a text of which nothing is held yet. The caller fills in the rest of text->rows. */
void text_open(struct text *, struct input *);
void text_close(struct text *);

size_t text_held(const struct text *);

/* Whether more is held than the longest row or field allowed. */
bool text_is_full(const struct text *);

/* Read some more of the input after the bytes that are held. 0, or -1: already reported. */
int text_fill(struct text *);

/* Move the held bytes to the front of the buffer; text_fill does so too. */
void text_compact(struct text *);

/* Show more of the text, reading as needed. At most ROW_BYTES are shown, so that the verdict "too
 * long" depends on the text alone, not on how it was split into reads. Returns 1; 0 where the
 * input has ended or the text is full; -1: already reported. */
int text_more(struct text *);

/* Hide what is shown from offset `from` on, until text_more shows it again. */
void text_hide(struct text *, size_t from);

/* Advance to the next row that is not blank: rows.at is its start. Returns as text_more does. */
int text_seek_row(struct text *);

/* Check the result of text_more or text_seek_row: `more`, or -1 if it was 0 because the line is
 * too long. */
int text_check(const struct text *, int more);

/* The end of the last whole line (or field) in bytes[from..to); `from` if there is none. */
size_t text_find_end(const struct text *, size_t from, size_t to);

#endif

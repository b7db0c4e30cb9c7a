/* format.h - files as streams and sinks: what a file is, how one is read, how the result is
 * written. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef FORMAT_H
#define FORMAT_H

#include "choice.h"
#include "stream.h"
#include "thread/pool.h"
#include "input.h"
#include "output.h"
#include "format/samples/pcm.h"

/* Doubles hold every integer up to this size. Sums of integers that stay below it on the way are
 * exact. */
#define EXACT_INTEGERS 0x1p53

enum header { HEADER_AUTO, HEADER_YES, HEADER_NO };

/* What the user says of a file that is read. The last three are of tables. */
struct reading {
    bool raw;               /* samples without a header, as these say */
    enum encoding encoding; /* plain */
    int channels;           /* 0: one */
    double rate;            /* 0: none */
    char delimiter; /* 0: found out; ' ': any blanks */
    enum header header;
    bool refuse_nan; /* fail at the first NaN, and report its line */
};

/* A header, name[count]; owned: names_free(). */
struct names {
    char **name;
    int count; /* 0: there is none */
};

void names_free(struct names *);

/* What a reader has learned of a file, so that the result can be written alike. */
struct traits {
    const char *type; /* the name of the struct type that writes such files */
    enum encoding encoding;
    char delimiter;     /* tables; 0: blanks */
    bool row;           /* the table is one row, its fields are the frames */
    struct names names; /* tables */
    bool matrix;        /* an array is 2-D though it has one channel */
    double largest;     /* samples are integers, for each |x| <= largest; 0: they may be anything */
};

/* Whether samples are integers. */
enum integers {
    INTEGERS_NO,
    INTEGERS_SURE,
    INTEGERS_LIKELY, /* known only at the end: enum outcome */
};

/* What the result shall be. */
struct form {
    const struct type *type;
    enum encoding encoding;
    char delimiter;            /* tables; 0: blank */
    bool row;                  /* the table is one row, its fields are the frames */
    bool lags;                 /* the first column is lags: number_format is not for it */
    struct names names;        /* tables */
    bool matrix;               /* an array is 2-D though it has one channel */
    enum integers integers;
    const char *number_format; /* printf format of one double; NULL: shortest; borrowed */
    bool unbuffered;           /* what is written is not kept in a buffer */
};

/* A type of file that can be written, as -t names it. */
struct type {
    const char *name;
    const char *suffixes; /* of file names, each in dots: ".aif.aiff." */
    bool binary;
    bool audio; /* has a sample rate; wav stands for it on standard output unless asked for */
    const enum encoding *encodings; /* up to ENCODING_NONE, the default first; NULL: a table */
    char delimiter;                 /* of a table */
    /* Takes the output, also when it fails (NULL, already reported). Borrows the form and the pool,
     * for work that can be shared out. */
    struct sink *(*open)(struct output *, const struct shape *, const struct form *, struct pool *);
};

/* A kind of file that can be read, known by its first bytes. */
struct reader {
    bool (*probe)(const unsigned char *head, size_t bytes);
    /* Returns 1 with *stream set, which shares the input, and *traits filled; 0 when it is no such
     * file after all, with nothing taken from it; -1: already reported. */
    int (*open)(struct input *, const struct reading *, struct stream **stream, struct traits *);
};

/* The implementations, each defined in the file that owns the format. */
extern const struct reader reader_plain, reader_audio, reader_table, reader_raw, reader_npy;
extern const struct type type_text, type_csv, type_tsv, type_wav, type_rf64, type_w64, type_au,
    type_aiff, type_caf, type_flac, type_ogg, type_opus, type_mp3, type_raw, type_npy;

enum { FORMAT_HEAD_BYTES = 64 }; /* what a probe gets to see, fewer of a shorter file */

/* A file of any kind, which holds signals one after the other; "-" is standard input. Borrows its
 * arguments. NULL: failed, already reported. */
struct source *format_open(const char *path, const struct reading *);

/* The next signal. Returns 1 with *stream set and *traits filled, whose names are to be freed; 0:
 * there is none; -1: failed, already reported. */
int format_next(struct source *, struct stream **stream, struct traits *traits);

/* Whether format_rewind can be used: it is a regular file. */
bool format_can_rewind(const struct source *);

/* Let format_next return the first signal again. 0, or -1: failed, already reported. */
int format_rewind(struct source *);

/* Streams that it gave out may outlive it. */
void format_close(struct source *);

/* Whether the name of a path, which need not be there, has a suffix. */
bool format_has_suffix(const char *path);

/* The types that can be written, for users to choose among. */
struct choice format_choice(size_t i);

/* The type by its name or by the suffix of a path; NULL: none. */
const struct type *format_type(const char *name);
const struct type *format_type_of(const char *path);

/* Whether its samples can be in that encoding; never in a table. */
bool format_holds(const struct type *, enum encoding);

/* The form of a result of so many channels, like the signal that has these traits but written as
 * this type, with this encoding (NONE: the signal's, or the nearest that the type has, never a
 * narrower one if it can be helped). Where one named channel has become several, they are NAME_1,
 * NAME_2, ... 0, or -1: already reported. Free its names. */
int format_plan(const struct traits *, const struct type *, enum encoding, int channels,
                struct form *);

/* Name a column in front of the others, which number_format is not for. */
void format_add_column(struct form *, const char *name);

/* Open the result at a path (NULL or "-": standard output) for frames of this shape; shape.frames
 * is the length if >= 0. NULL: failed, already reported. */
struct sink *format_create(const char *path, const struct shape *, const struct form *,
                           struct pool *);

/* The libraries that read and write audio, with their versions. */
const char *format_libraries(void);

#endif

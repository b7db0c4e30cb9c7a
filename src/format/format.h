/* format.h - files as streams and sinks: what a file is, how one is read, how the result is written. */
#ifndef FORMAT_H
#define FORMAT_H

#include "stream.h"
#include "thread/pool.h"
#include "input.h"
#include "output.h"
#include "format/samples/pcm.h"

/* Doubles hold every integer up to this size. Sums of integers that stay below it on the way are exact. */
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
    bool refuse_nan; /* fail at the first NaN, and tell the line */
};

/* How a file is written: what a source can tell about the signal, so that the result is written alike, and
 * what a sink needs to know. */
struct manner {
    const char *type;          /* the name of its struct type */
    enum encoding encoding;    /* audio; ENCODING_NONE: the type's first */
    char delimiter;            /* tables; 0: blank */
    bool lead;                 /* the first column is none of the values: number_format is not for it */
    bool row;                  /* the table is one row, its fields are the frames */
    char **names;              /* the header, names[count]; owned: manner_free */
    int count;                 /* 0: no header */
    bool matrix;               /* an array is 2-D though it has one channel */
    double largest;            /* samples are integers, for each |x| <= largest; 0: they may be anything */
    const double *reached;     /* that bound, where largest >= EXACT_INTEGERS, as the samples turn out: valid when all
                                * were written, infinite when there were others than integers; borrowed, or NULL */
    struct pool *pool;         /* for work that can be shared out; borrowed */
    bool unbuffered;               /* what is written is not kept in a buffer */
    const char *number_format; /* printf format of one double; NULL: shortest */
};

void manner_free(struct manner *);

/* Put a name in front of the header, if there is one. */
void manner_lead(struct manner *, const char *name);

/* A type of file that can be written, as -t names it. */
struct type {
    const char *name;
    const char *suffixes; /* of file names, each in dots: ".aif.aiff." */
    bool binary;
    bool audio;           /* has a sample rate; wav stands for it on standard output unless it was asked for */
    const enum encoding *encodings; /* allowed ones, up to ENCODING_NONE, the default first; NULL: a table */
    char delimiter;                 /* of a table */
    /* Takes the output, also when it fails (NULL, already reported). Names of the manner are borrowed. */
    struct sink *(*open)(struct output *, const struct shape *, const struct manner *);
};

/* A kind of file that can be read, known by its first bytes. */
struct reader {
    bool (*probe)(const unsigned char *head, size_t bytes);
    /* Returns 1 with *stream set, which then owns the input. Else the input stays the caller's: 0 when it is no
     * such file after all, with nothing taken from it; -1: already reported. Fills the manner. */
    int (*open)(struct input *, const struct reading *, struct stream **stream, struct manner *);
};

/* The implementations, each defined in the file that owns the format. */
extern const struct reader reader_plain, reader_audio, reader_table, reader_raw, reader_npy;
extern const struct type type_text, type_csv, type_tsv, type_wav, type_rf64, type_w64, type_au, type_aiff, type_caf,
    type_flac, type_ogg, type_opus, type_mp3, type_raw, type_npy;

enum { FORMAT_HEAD_BYTES = 64 }; /* what a probe gets to see, fewer of a shorter file */

/* Open a file of any kind as a stream; "-" is standard input. *manner is filled, and is to be freed by the
 * caller also after a failure. NULL: failed, already reported. */
struct stream *format_open(const char *path, const struct reading *, struct manner *);

/* Whether the name of a path, which need not be there, has a suffix. */
bool format_has_suffix(const char *path);

/* The type by its name or by the suffix of a path; NULL: none. */
const struct type *format_type(const char *name);
const struct type *format_type_of(const char *path);

/* Whether its samples can be in that encoding; never in a table. */
bool format_holds(const struct type *, enum encoding);

/* Turn the signal's manner into the result's: written as this type, with this encoding (NONE: the signal's, or
 * the nearest that the type has, never a narrower one if it can be helped), of so many channels. Where one named
 * channel has become several, they are NAME_1, NAME_2, ... 0, or -1: already reported. */
int format_dress(struct manner *, const struct type *, enum encoding, int channels);

/* Open the result at a path (NULL or "-": standard output) for frames of this shape; shape.frames is
 * the length if >= 0. NULL: failed, already reported. */
struct sink *format_create(const char *path, const struct shape *, const struct manner *);

/* For messages: the names of all types in a row. buf[bytes], returned. */
char *format_type_names(char *buf, size_t bytes);

#endif

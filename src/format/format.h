/* format.h - files as streams and sinks: detecting a file's type, reading it, writing the
 * result. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef FORMAT_H
#define FORMAT_H

#include "choice.h"
#include "interval.h"
#include "stream.h"
#include "thread/pool.h"
#include "input.h"
#include "output.h"
#include "format/samples/pcm.h"

/* Doubles represent every integer up to this magnitude. A sum of integers is exact while all its
 * partial sums stay below it. */
#define EXACT_INTEGERS 0x1p53

enum header { HEADER_AUTO, HEADER_YES, HEADER_NO };

enum { ALL_AXES = MOST_AXES + 1 };

/* The most samples of a frame that are read: of its channels, where one axis is convolved; of all
 * that stands at a place of the first axis, where several are. */
enum { MOST_CHANNELS = 65535, MOST_SAMPLES = 1 << 22 };

/* How the user says that a file is to be read. */
struct reading {
    bool raw;               /* samples without a header, described by the next three */
    enum encoding encoding; /* of pcm_raw */
    int channels;           /* 0: one */
    double rate;            /* 0: none */
    char delimiter;         /* of tables; 0: detected; ' ': any blanks */
    enum header header;     /* of tables */
    bool refuse_nan;        /* of tables: fail at the first NaN, and report its line */
    int axes;     /* > 1: a table of one row is a row of an array, not frames; 0: open;
                   * ALL_AXES: an array may be empty, and is then one of no frames */
    bool complex; /* channels of audio are pairs, if there is an even number of them */
};

/* A header, name[count]; owned: names_free(). */
struct names {
    char **name;
    int count; /* 0: there is none */
};

void names_free(struct names *);

/* The lengths of an array's axes. The first is that of the frames, the others are those of the
 * channels, whose number is their product. */
struct array {
    int axes; /* 0: it is no array */
    int64_t length[MOST_AXES];
    bool scalar; /* it has no axes, but one element: axes and length[0] are 1 */
};

/* The product of the lengths after the first. */
static inline int64_t array_channels(const struct array *array)
{
    int64_t channels = 1;

    for (int a = 1; a < array->axes; a++)
        channels *= array->length[a];
    return channels;
}

enum { PICTURE_TUPLE_BYTES = 256 };

/* What an image's header says beside its size. */
struct picture {
    int maxval;   /* samples are 0 to maxval, 1 to 65535; 0: floats, or no image */
    double scale; /* of PFM, whose samples it does not touch; 0: no PFM */
    char tuple[PICTURE_TUPLE_BYTES]; /* the type of PAM's tuples; empty: none */
};

/* Samples that images could not hold, of all results together. */
struct losses {
    int64_t clipped, nans; /* samples beyond 0 to maxval; not numbers, written as 0 */
    double least, most;    /* of all samples, rounded */
    int maxval;            /* the largest */
};

/* Report them, if any, on standard error: a status, as clip_report(). */
enum status format_report(const struct losses *, enum clipping, const char *name);

/* What a reader has learned about a file, so that the result can be written in the same form. */
struct traits {
    const char *type; /* the name of the struct type that writes such files */
    enum encoding encoding;
    char delimiter;     /* tables; 0: blanks */
    bool row;           /* the table is one row, its fields are the frames */
    struct names names; /* tables */
    struct array array;
    bool image;         /* rows of pixels */
    struct picture picture;
    double largest;     /* samples are integers with |x| <= largest; 0: they may be any numbers */
    bool complex;       /* channels come in pairs, real and imaginary parts; names and lengths are
                         * those of complex channels */
    uint32_t speakers;  /* of audio: dwChannelMask of WAV, a bit for each channel; 0: not known */
    int64_t bytes;      /* that it takes of its file, where another may follow; 0: all */
};

/* Whether samples are integers. */
enum integers {
    INTEGERS_NO,
    INTEGERS_SURE,
    INTEGERS_LIKELY, /* known only at the end: enum outcome */
};

/* The form of the result. */
struct form {
    const struct type *type;
    enum encoding encoding;
    char delimiter;            /* tables; 0: blank */
    bool row;                  /* the table is one row, its fields are the frames */
    bool lags;                 /* the first column is lags, which number_format does not touch */
    struct names names;        /* tables */
    struct array array;        /* if it is written as one; length[0] is not set */
    bool complex;              /* as in struct traits, a column of lags too */
    struct picture picture;    /* if it is written as an image: maxval >= 1 */
    uint32_t speakers;         /* as in struct traits */
    struct losses *losses;   /* of images; borrowed */
    enum integers integers;
    enum clipping clipping;
    const char *number_format; /* printf format of one double; NULL: shortest; borrowed */
    bool unbuffered;           /* output is not buffered */
};

/* A type of file that can be written, as -t names it. */
struct type {
    const char *name;
    const char *suffixes; /* of file names, each between dots: ".aif.aiff." */
    bool binary;
    bool audio; /* has a sample rate; on standard output wav replaces it, unless -t names it */
    const enum encoding *encodings; /* ends with ENCODING_NONE, default first; NULL: a table */
    char delimiter;                 /* of a table */
    /* Borrows the output, the form, and the pool, on which it may run parts of its work. NULL:
     * failed, already reported. */
    struct sink *(*open)(struct output *, const struct shape *, const struct form *,
                         struct pool *);
    /* Arrays: values as they are, so that a signal's encoding says nothing of them; and a file may
     * hold several results, one after the other. */
    bool array;
};

/* A kind of file that can be read, known by its first bytes. */
struct reader {
    bool (*probe)(const unsigned char *head, size_t bytes);
    /* Returns 1 with *stream set, which shares the input, and *traits filled; 0 when the file is
     * of another kind after all, with nothing consumed; -1: already reported. */
    int (*open)(struct input *, const struct reading *, struct stream **stream, struct traits *);
    /* The word for a signal of which a file may hold several, one after the other: traits.bytes.
     * NULL: it holds one. */
    const char *several;
};

/* The implementations, each defined in the file that owns the format. */
extern const struct reader reader_plain, reader_audio, reader_table, reader_raw, reader_npy,
    reader_image, reader_foreign;
extern const struct type type_text, type_csv, type_tsv, type_wav, type_rf64, type_w64, type_au,
    type_aiff, type_caf, type_flac, type_ogg, type_opus, type_mp3, type_raw, type_npy,
    type_pnm, type_pgm, type_ppm, type_pam, type_pfm;

enum { FORMAT_HEAD_BYTES = 64 }; /* that a probe gets; fewer if the file is shorter */

/* Open a file of any kind; "-" is standard input. A file may hold several signals in sequence.
 * Borrows its arguments. NULL: failed, already reported. */
struct source *format_open(const char *path, const struct reading *);

/* Open the next signal. Returns 1 with *stream set and *traits filled, whose names the caller
 * frees; 0: no more signals; -1: failed, already reported. */
int format_next(struct source *, struct stream **stream, struct traits *traits);

/* Whether format_rewind can be used: it is a regular file, or a pipe that was spooled. */
bool format_can_rewind(const struct source *);

/* Go back, so that format_next returns the last signal again. */
void format_rewind(struct source *);

/* Streams opened by format_next may outlive the source. */
void format_close(struct source *);

/* Whether the file name in a path has a suffix. The file need not exist. */
bool format_has_suffix(const char *path);

/* The types that can be written, for users to choose among. */
struct choice format_choice(size_t i);

/* Find a type by its name, or by the suffix of a path; NULL: none. */
const struct type *format_type(const char *name);
const struct type *format_type_of(const char *path);

/* The command that makes an image or a video of another kind, as the suffix of the path names it,
 * out of netpbm's. NULL: none is known. */
const char *format_converter(const char *path);

/* Whether the type supports the encoding; a table supports none. */
bool format_holds(const struct type *, enum encoding);

/* Whether the type has complex numbers; of audio, only pairs of channels can stand for them. */
bool format_holds_complex(const struct type *);

/* Choose the form of a result with `channels` channels, or as many pairs of them if it is complex:
 * that of the signal with these traits, but of this type and encoding. ENCODING_NONE selects the
 * signal's encoding, or the nearest that the type supports, a narrower one only if there is no
 * other. Where one named channel has become several, they are named NAME_1, NAME_2, ... The caller
 * frees form->names. 0, or -1: already reported. */
int format_plan(const struct traits *, const struct type *, enum encoding, int channels,
                struct form *);

/* Put the name of a column of lags, to which number_format does not apply, before the others. */
void format_add_column(struct form *, const char *name);

/* Create a result in the output, which is borrowed, for frames of this shape. shape.frames is the
 * length, or < 0 if unknown. NULL: failed, already reported. */
struct sink *format_create(struct output *, const struct shape *, const struct form *,
                           struct pool *);

/* The libraries that read and write audio, with their versions. */
const char *format_libraries(void);

#endif

/* npy.c - reads NumPy's arrays, as numpy.lib.format describes them: magic, version, the length of
 * a header, the header as a dictionary literal of Python, elements.
 *
 * Values are taken as they are. The first axis is that of the frames; what stands along the others
 * are channels. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "format/samples/plain.h"

#include "fortran.h"
#include "literal.h"
#include "util.h"
#include "vector.h"
#include "format/bytes.h"

#include <math.h>
#include <string.h>

enum {
    MAGIC_BYTES = 6,
    MOST_HEADER_BYTES = 1 << 20, /* numpy itself reads 10000 */
};

/* Decoders, one loop a type and byte order. */

#define DECODER(name, bytes, value)                                              \
    VECTOR static bool name(const unsigned char *buf, double *x, size_t samples) \
    {                                                                            \
        for (size_t i = 0; i < samples; i++) {                                   \
            const unsigned char *b = buf + (bytes) * i;                          \
            x[i] = (double)(value);                                              \
        }                                                                        \
        return true;                                                             \
    }

DECODER(decode_bool, 1, *b != 0)
DECODER(decode_int8, 1, (int8_t)*b)
DECODER(decode_uint8, 1, *b)
DECODER(decode_int16_little, 2, (int16_t)bytes_le16(b))
DECODER(decode_int16_big, 2, (int16_t)bytes_be16(b))
DECODER(decode_uint16_little, 2, bytes_le16(b))
DECODER(decode_uint16_big, 2, bytes_be16(b))
DECODER(decode_int32_little, 4, (int32_t)bytes_le32(b))
DECODER(decode_int32_big, 4, (int32_t)bytes_be32(b))
DECODER(decode_uint32_little, 4, bytes_le32(b))
DECODER(decode_uint32_big, 4, bytes_be32(b))

/* Whether a double represents an integer of this magnitude exactly: it has at most 53 significant
 * bits. */
static bool is_exact(uint64_t size)
{
    while (size > (uint64_t)1 << 53) {
        if (size & 1)
            return false;
        size >>= 1;
    }
    return true;
}

#define WIDE_DECODER(name, type, word)                                           \
    static bool name(const unsigned char *buf, double *x, size_t samples)        \
    {                                                                            \
        bool exact = true;                                                       \
        for (size_t i = 0; i < samples; i++) {                                   \
            uint64_t bits = word(buf + 8 * i);                                   \
            x[i] = (double)(type)bits;                                           \
            if (fabs(x[i]) >= 0x1p53)                                            \
                exact &= is_exact(x[i] < 0 ? 0 - bits : bits);                   \
        }                                                                        \
        return exact;                                                            \
    }

WIDE_DECODER(decode_int64_little, int64_t, bytes_le64)
WIDE_DECODER(decode_int64_big, int64_t, bytes_be64)
WIDE_DECODER(decode_uint64_little, uint64_t, bytes_le64)
WIDE_DECODER(decode_uint64_big, uint64_t, bytes_be64)

/* IEEE 754 binary16: 1 bit of sign, 5 of exponent, 10 of fraction. */
static double half(uint32_t bits)
{
    int exponent = (int)(bits >> 10 & 31);
    double fraction = bits & 1023, size;

    if (exponent == 31)
        size = fraction > 0 ? NAN : INFINITY;
    else
        size = exponent ? ldexp(1024 + fraction, exponent - 25) : ldexp(fraction, -24);
    return bits & 0x8000 ? -size : size;
}

static inline float single(uint32_t bits)
{
    float value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

static inline double whole(uint64_t bits)
{
    double value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

DECODER(decode_float16_little, 2, half(bytes_le16(b)))
DECODER(decode_float16_big, 2, half(bytes_be16(b)))
DECODER(decode_float32_little, 4, single(bytes_le32(b)))
DECODER(decode_float32_big, 4, single(bytes_be32(b)))
DECODER(decode_float64_little, 8, whole(bytes_le64(b)))
DECODER(decode_float64_big, 8, whole(bytes_be64(b)))

/* The types of elements that can be convolved. */
static const struct element {
    char name[4]; /* kind and bytes, as in descr */
    plain_decoder *little, *big;
    enum encoding encoding; /* of an audio result: keeps all bits of what is in its range */
    double largest;         /* |x| of an integer; 0: no integers */
} elements[] = {
    {"b1", decode_bool, decode_bool, ENCODING_F64, 1},
    {"i1", decode_int8, decode_int8, ENCODING_F64, 0x1p7},
    {"u1", decode_uint8, decode_uint8, ENCODING_F64, 255},
    {"i2", decode_int16_little, decode_int16_big, ENCODING_F64, 0x1p15},
    {"u2", decode_uint16_little, decode_uint16_big, ENCODING_F64, 65535},
    {"i4", decode_int32_little, decode_int32_big, ENCODING_F64, 0x1p31},
    {"u4", decode_uint32_little, decode_uint32_big, ENCODING_F64, 4294967295},
    {"i8", decode_int64_little, decode_int64_big, ENCODING_F64, 0x1p63},
    {"u8", decode_uint64_little, decode_uint64_big, ENCODING_F64, 0x1p64},
    {"f2", decode_float16_little, decode_float16_big, ENCODING_F32, 0},
    {"f4", decode_float32_little, decode_float32_big, ENCODING_F32, 0},
    {"f8", decode_float64_little, decode_float64_big, ENCODING_F64, 0},
    {"c8", decode_float32_little, decode_float32_big, ENCODING_CF32, 0},
    {"c16", decode_float64_little, decode_float64_big, ENCODING_CF64, 0},
};
enum { ELEMENTS = sizeof elements / sizeof *elements };

/* Name an unsupported kind of elements by its letter. */
static const char *describe_kind(char kind)
{
    static const struct {
        const char *kinds, *words;
    } known[] = {{"O", "Python objects"},  {"SaU", "texts"},      {"V", "records"},
                 {"Mm", "dates or times"}, {"fg", "long doubles"}, {"c", "complex long doubles"}};

    for (size_t i = 0; i < sizeof known / sizeof *known && kind; i++)
        if (strchr(known[i].kinds, kind))
            return known[i].words;
    return "unknown";
}

/* The element type, after the letter of the byte order if there is one. NULL: not one of ours,
 * already reported. */
static const struct element *find_element(const struct literal *h, bool *big)
{
    struct piece name = h->descr;

    *big = name.bytes && *name.text == '>';
    if (name.bytes && strchr("<>|=", *name.text) && *name.text) {
        name.text++;
        name.bytes--;
    }
    for (size_t i = 0; i < ELEMENTS; i++)
        if (piece_is(name, elements[i].name))
            return &elements[i];
    util_error("%s: its elements are %s ('%.*s'); bool, int8 to int64, uint8 to uint64, float16 "
               "to float64, complex64 and complex128 can be convolved",
               h->name, describe_kind(name.bytes ? *name.text : 0),
               piece_shown(h->descr), h->descr.text);
    return NULL;
}

/* Frames, then channels along any axes. */
static int check_shape(const struct literal *h, size_t element_bytes, int axes)
{
    int64_t most = axes > 1 ? MOST_SAMPLES : MOST_CHANNELS;
    const char *wrong = NULL;
    int64_t channels = 1, frames = h->array.axes ? h->array.length[0] : 1;
    bool negative = frames < 0;

    for (int a = 1; a < h->array.axes && a < MOST_AXES; a++) {
        int64_t length = h->array.length[a];
        negative = negative || length < 0;
        channels = length > 0 && channels > most / length ? most + 1 : channels * length;
    }
    if (h->array.axes > MOST_AXES)
        wrong = "arrays of up to 16 axes can be convolved";
    else if (negative)
        wrong = "a length is negative";
    else if (channels == 0)
        wrong = "it has no channels; the first axis is frames, the others are channels";
    else if (channels > most && axes > 1)
        wrong = "at most 4194304 elements at a place of the first axis are read";
    else if (channels > most)
        wrong =
            "at most 65535 channels are read; the first axis is frames, the others are channels";
    else if (frames > INT64_MAX / 2 / channels / (int64_t)element_bytes)
        wrong = "no file is so large";
    if (!wrong)
        return 0;
    util_error("%s: an array of shape %.*s: %s", h->name, piece_shown(h->shape), h->shape.text,
               wrong);
    return -1;
}

/* Find the header. 0 with its bounds in *h, which borrow from the input, and *skip = the offset of
 * the first element; -1: already reported. */
static int find_header(struct input *input, struct literal *h, size_t *skip)
{
    size_t got, bytes;
    const unsigned char *b = input_peek(input, 12, &got);

    if (!b)
        return -1;
    if (got >= 8 && (b[6] < 1 || b[6] > 3 || b[7] != 0)) {
        util_error("%s: a .npy file of version %d.%d; 1.0, 2.0 and 3.0 are known", h->name, b[6],
                   b[7]);
        return -1;
    }
    size_t begin = got >= 8 && b[6] > 1 ? 12 : 10;
    bytes = got < begin ? 0 : begin == 12 ? bytes_le32(b + 8) : bytes_le16(b + 8);
    if (bytes > MOST_HEADER_BYTES) {
        util_error("%s: a .npy header of %zu bytes; at most %d are read", h->name, bytes,
                   MOST_HEADER_BYTES);
        return -1;
    }
    *skip = begin + bytes;
    b = input_peek(input, *skip, &got);
    if (b && got < *skip)
        util_error("%s: the file ends within its .npy header", h->name);
    if (!b || got < *skip)
        return -1;
    h->begin = h->p = (const char *)b + begin;
    h->end = h->begin + bytes;
    return 0;
}

static bool probe(const unsigned char *head, size_t bytes)
{
    return bytes >= MAGIC_BYTES && memcmp(head, "\x93NUMPY", MAGIC_BYTES) == 0;
}

/* An array of which a length is 0 has no frames, where no axis is left for channels. */
static void see_empty(struct array *array)
{
    bool empty = false;

    for (int a = 0; a < array->axes && a < MOST_AXES; a++) {
        if (array->length[a] < 0)
            return;
        empty |= array->length[a] == 0;
    }
    if (empty && array->axes <= MOST_AXES)
        *array = (struct array){.axes = 1};
}

static int open_npy(struct input *input, const struct reading *reading, struct stream **stream,
                    struct traits *traits)
{
    struct literal h = {.name = input_name(input)};
    struct plain plain = {0};
    const struct element *element;
    size_t skip;
    bool big;

    if (find_header(input, &h, &skip) < 0 || literal_parse(&h) < 0)
        return -1;
    element = find_element(&h, &big);
    if (!element)
        return -1;
    if (reading->axes == ALL_AXES)
        see_empty(&h.array);
    plain.decode = big ? element->big : element->little;
    traits->complex = pcm_is_complex(element->encoding);
    int parts = 1 + traits->complex;
    plain.sample_bytes =
        traits->complex ? pcm_bytes(element->encoding) : (size_t)(element->name[1] - '0');
    if (check_shape(&h, plain.sample_bytes * (size_t)parts, reading->axes) < 0)
        return -1;
    int64_t frames = h.array.axes ? h.array.length[0] : 1; /* without axes it is a number */
    plain.channels = (int)array_channels(&h.array) * parts;
    plain.bytes = frames * plain.channels * (int64_t)plain.sample_bytes;
    if (h.fortran && (frames > 1 || h.array.axes > 2) && plain.channels > parts)
        *stream = fortran_stream(input, &plain, skip, &h.array);
    else
        *stream = plain_stream(input, &plain, skip);
    traits->bytes = (int64_t)skip + plain.bytes;
    traits->type = type_npy.name;
    traits->encoding = element->encoding;
    traits->array = h.array;
    if (!h.array.axes)
        traits->array = (struct array){.axes = 1, .length = {1}, .scalar = true};
    traits->largest = element->largest;
    return *stream ? 1 : -1;
}

const struct reader reader_npy = {probe, open_npy, "array"};

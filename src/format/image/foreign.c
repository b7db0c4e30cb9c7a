/* foreign.c - names the images that conv does not read, and the pipes that read them. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "format/format.h"

#include "util.h"

#include <string.h>

static const struct kind {
    const char *magic;
    size_t bytes;
    const char *more; /* 4 bytes from the ninth on; NULL: any */
    const char *name, *reader, *writer;
} kinds[] = {
    {"\x89PNG\r\n\x1a\n", 8, NULL, "PNG", "pngtopnm IN", "pnmtopng > OUT"},
    {"\xff\xd8\xff", 3, NULL, "JPEG", "jpegtopnm IN", "pnmtojpeg > OUT"},
    {"II*\0", 4, NULL, "TIFF", "tifftopnm IN", "pnmtotiff > OUT"},
    {"MM\0*", 4, NULL, "TIFF", "tifftopnm IN", "pnmtotiff > OUT"},
    {"GIF87a", 6, NULL, "GIF", "giftopnm IN", "pnmquant 256 | pamtogif > OUT"},
    {"GIF89a", 6, NULL, "GIF", "giftopnm IN", "pnmquant 256 | pamtogif > OUT"},
    {"RIFF", 4, "WEBP", "WebP", "dwebp -pam IN -o -", "cwebp -o OUT -- -"},
};

static const struct kind bitmap = {"BM", 2, NULL, "BMP", "bmptopnm IN", "ppmtobmp > OUT"};

/* NULL: none of them. */
static const struct kind *find(const unsigned char *head, size_t bytes)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (bytes >= 12 && memcmp(head, kinds[i].magic, kinds[i].bytes) == 0 &&
            (!kinds[i].more || memcmp(head + 8, kinds[i].more, 4) == 0))
            return &kinds[i];
    /* 4 bytes of length, 4 that are 0, 4 of an offset below 64 KiB */
    bool is_bitmap = bytes >= 18 && memcmp(head, "BM", 2) == 0 &&
                     memcmp(head + 6, "\0\0\0\0", 4) == 0 && memcmp(head + 12, "\0\0", 2) == 0;
    return is_bitmap ? &bitmap : NULL;
}

static bool probe(const unsigned char *head, size_t bytes)
{
    return find(head, bytes);
}

static int refuse(struct input *input, const struct reading *reading, struct stream **stream,
                  struct traits *traits)
{
    size_t bytes;
    const unsigned char *head = input_peek(input, FORMAT_HEAD_BYTES, &bytes);
    const struct kind *kind = head ? find(head, bytes) : NULL;

    (void)reading, (void)stream, (void)traits;
    if (kind)
        util_error("%s is a %s image; conv reads it from a pipe: "
                   "%s | conv ... | %s",
                   input_name(input), kind->name, kind->reader, kind->writer);
    return -1;
}

const struct reader reader_foreign = {probe, refuse, NULL};

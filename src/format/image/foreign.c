/* foreign.c - names the images and other files that conv does not read, and the pipes that read
 * them. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#define _GNU_SOURCE /* strcasestr */
#include "format/format.h"

#include "util.h"

#include <string.h>

static const struct kind {
    const char *magic;
    size_t bytes;
    const char *more; /* 4 bytes from the ninth on; NULL: any */
    const char *name, *reader;
    const char *writer;   /* NULL: none */
    const char *suffixes; /* of file names, each between dots */
} kinds[] = {
    {"\x89PNG\r\n\x1a\n", 8, NULL, "a PNG image", "pngtopnm IN", "pnmtopng > OUT", ".png."},
    {"\xff\xd8\xff", 3, NULL, "a JPEG image", "jpegtopnm IN", "pnmtojpeg > OUT", ".jpg.jpeg."},
    {"II*\0", 4, NULL, "a TIFF image", "tifftopnm IN", "pnmtotiff > OUT", ".tif.tiff."},
    {"MM\0*", 4, NULL, "a TIFF image", "tifftopnm IN", "pnmtotiff > OUT", ".tif.tiff."},
    {"GIF87a", 6, NULL, "a GIF image", "giftopnm IN", "pnmquant 256 | pamtogif > OUT", ".gif."},
    {"GIF89a", 6, NULL, "a GIF image", "giftopnm IN", "pnmquant 256 | pamtogif > OUT", ".gif."},
    {"RIFF", 4, "WEBP", "a WebP image", "dwebp -pam IN -o -", "cwebp -o OUT -- -", ".webp."},
    {"YUV4MPEG2", 9, NULL, "a video", "ffmpeg -i IN -f image2pipe -c:v ppm -",
     "ffmpeg -f image2pipe -i - OUT", ".y4m.mp4.mkv.webm.mov.avi."},
    {"PK\3\4", 4, NULL, "a ZIP archive", "unzip -p IN ARRAY.npy", NULL, ".npz."},
};

static const struct kind bitmap = {
    "BM", 2, NULL, "a BMP image", "bmptopnm IN", "ppmtobmp > OUT", ".bmp."};

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
        util_error("%s is %s; conv reads it from a pipe: %s | conv ...%s%s", input_name(input),
                   kind->name, kind->reader, kind->writer ? " | " : "",
                   kind->writer ? kind->writer : "");
    return -1;
}

static bool has_suffix(const struct kind *kind, const char *suffix)
{
    const char *found = strcasestr(kind->suffixes, suffix);

    return found && found[strlen(suffix)] == '.';
}

const char *format_converter(const char *path)
{
    const char *suffix = strrchr(path, '.');

    if (!suffix || !suffix[1])
        return NULL;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (has_suffix(&kinds[i], suffix))
            return kinds[i].writer;
    return has_suffix(&bitmap, suffix) ? bitmap.writer : NULL;
}

const struct reader reader_foreign = {probe, refuse, NULL};

/* au.c - the header of Sun/NeXT AU files, as in the audio(4) manual page of SunOS. */
#include "plain.h"

#include "bytes.h"

int au_parse(struct input *input, struct plain *plain, size_t *skip)
{
    static const enum encoding encodings[] = {[2] = ENCODING_S8,  [3] = ENCODING_S16, [4] = ENCODING_S24,
                                              [5] = ENCODING_S32, [6] = ENCODING_F32, [7] = ENCODING_F64};
    enum { ENCODINGS = sizeof encodings / sizeof *encodings, LOOK_BYTES = 1 << 20, CHANNELS = 1024 };
    size_t got;
    const unsigned char *h = input_peek(input, 24, &got);

    if (!h)
        return -1;
    if (got < 24)
        return 0;
    uint32_t begin = bytes_be32(h + 4), bytes = bytes_be32(h + 8), code = bytes_be32(h + 12);
    uint32_t rate = bytes_be32(h + 16), channels = bytes_be32(h + 20);
    if (begin < 24 || begin > LOOK_BYTES || code >= ENCODINGS || !encodings[code] || !rate || !channels ||
        channels > CHANNELS)
        return 0;
    plain->layout = (struct layout){.encoding = encodings[code], .big_endian = true};
    plain->channels = (int)channels;
    plain->rate = rate;
    plain->bytes = bytes == UINT32_MAX ? -1 : (int64_t)bytes;
    *skip = begin;
    return 1;
}

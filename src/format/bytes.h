/* bytes.h - numbers in the headers of files, by byte order. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef BYTES_H
#define BYTES_H

#include <stdint.h>
#include <string.h>

static inline uint32_t bytes_le16(const unsigned char *b)
{
    return (uint32_t)b[0] | (uint32_t)b[1] << 8;
}

static inline uint32_t bytes_le32(const unsigned char *b)
{
    return bytes_le16(b) | bytes_le16(b + 2) << 16;
}

static inline uint64_t bytes_le64(const unsigned char *b)
{
    return bytes_le32(b) | (uint64_t)bytes_le32(b + 4) << 32;
}

static inline uint32_t bytes_be16(const unsigned char *b)
{
    return (uint32_t)b[1] | (uint32_t)b[0] << 8;
}

static inline uint32_t bytes_be32(const unsigned char *b)
{
    return bytes_be16(b + 2) | bytes_be16(b) << 16;
}

static inline uint64_t bytes_be64(const unsigned char *b)
{
    return bytes_be32(b + 4) | (uint64_t)bytes_be32(b) << 32;
}

/* Write a number of `bytes` bytes, or a name of 4 bytes, at h. Returns the address after it. */
static inline unsigned char *bytes_put_le(unsigned char *h, uint64_t value, int bytes)
{
    for (int i = 0; i < bytes; i++)
        *h++ = (unsigned char)(value >> 8 * i);
    return h;
}

static inline unsigned char *bytes_put_be(unsigned char *h, uint64_t value, int bytes)
{
    for (int i = bytes - 1; i >= 0; i--)
        *h++ = (unsigned char)(value >> 8 * i);
    return h;
}

static inline unsigned char *bytes_name(unsigned char *h, const char *name)
{
    memcpy(h, name, 4);
    return h + 4;
}

#endif

/* raw.c - samples without a header: the user says what they are. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "plain.h"

static int open_raw(struct input *input, const struct reading *reading, struct stream **stream,
                    struct traits *traits)
{
    int parts = 1 + pcm_is_complex(reading->encoding);
    struct plain plain = {.layout = pcm_layout(reading->encoding),
                          .channels = parts * (reading->channels ? reading->channels : 1),
                          .rate = reading->rate,
                          .bytes = -1};

    traits->complex = pcm_is_complex(reading->encoding);
    *stream = plain_stream(input, &plain, 0);
    traits->type = type_raw.name;
    traits->encoding = reading->encoding;
    return *stream ? 1 : -1;
}

static bool probe(const unsigned char *head, size_t bytes)
{
    (void)head, (void)bytes;
    return false; /* raw samples cannot be told from other bytes */
}

const struct reader reader_raw = {probe, open_raw, NULL};

static struct sink *create(struct output *output, const struct shape *shape,
                           const struct form *form, struct pool *pool)
{
    static const struct plain_header none = {.streams = true};
    (void)pool;
    return plain_create(output, shape, form, &none);
}

const struct type type_raw = {"raw", ".raw.pcm.", true, false, pcm_raw, 0, create, false};

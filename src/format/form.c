/* form.c - the form of the result: that of the signal, as far as the type allows, unless the user
 * asks for another. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "format.h"

#include "util.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void names_free(struct names *names)
{
    for (int i = 0; i < names->count; i++)
        free(names->name[i]);
    free(names->name);
    *names = (struct names){0};
}

/* The type's encoding that keeps most of the signal's: the same, if only in another byte order,
 * else the narrowest integers that are wide enough, else the type's first. A lossy signal counts
 * as f32. */
static enum encoding nearest(const struct type *type, enum encoding wanted)
{
    if (!format_holds(type, wanted))
        wanted = pcm_layout(wanted).encoding;
    if (format_holds(type, wanted))
        return wanted;
    int bits = pcm_bits(wanted), best_bits = 0;
    enum encoding best = type->encodings[0];
    for (const enum encoding *e = type->encodings; bits && *e; e++) {
        bool enough = pcm_bits(*e) >= bits && !pcm_is_complex(*e);
        if (enough && (!best_bits || pcm_bits(*e) < best_bits)) {
            best = *e;
            best_bits = pcm_bits(*e);
        }
    }
    return best;
}

/* The names of so many channels: the signal's, those of parts of its only one, or none where their
 * number is another. */
static struct names names_for(const struct names *old, int channels)
{
    bool parts = old->count == 1 && channels > 1;
    struct names names = {.count = parts || old->count == channels ? channels : 0};

    if (!names.count)
        return names;
    names.name = util_array((size_t)names.count, sizeof *names.name);
    for (int i = 0; i < names.count; i++) {
        const char *name = old->name[parts ? 0 : i];
        size_t bytes = strlen(name) + 16;
        names.name[i] = util_array(bytes, 1);
        if (parts)
            snprintf(names.name[i], bytes, "%s_%d", name, i + 1);
        else
            memcpy(names.name[i], name, bytes - 16);
    }
    return names;
}

/* Whether the type has the encoding that was asked for, and for such numbers. */
static bool check_encoding(const struct type *type, enum encoding encoding, bool complex)
{
    char names[256] = "";
    bool pairs = complex && !type->audio;

    if (!type->binary) {
        util_error("--encoding=%s is for audio, and the result is %s", pcm_name(encoding),
                   type->name);
        return false;
    }
    if (format_holds(type, encoding) && pcm_is_complex(encoding) == pairs)
        return true;
    if (format_holds(type, encoding)) {
        if (pairs)
            util_error("--encoding=%s: the result is complex, as %s is", pcm_name(encoding),
                       pcm_name(pcm_complex(encoding)));
        else
            util_error("--encoding=%s: the result is real", pcm_name(encoding));
        return false;
    }
    for (const enum encoding *e = type->encodings; *e; e++)
        snprintf(names + strlen(names), sizeof names - strlen(names), " %s", pcm_name(*e));
    util_error("%s has no encoding %s; it has:%s", type->name, pcm_name(encoding), names);
    return false;
}

/* The axes of a result: the signal's, if it has as many channels. */
static struct array array_for(const struct array *old, int channels)
{
    if (old->axes > 0 && array_channels(old) == channels)
        return *old;
    return (struct array){.axes = old->axes > 1 || channels > 1 ? 2 : 1, .length = {0, channels}};
}

/* What the header of an image says: what the signal's says, or what it is asked to say, or of a
 * signal of another kind what its samples may be. */
static struct picture picture_for(const struct traits *traits, enum encoding encoding)
{
    struct picture picture = traits->picture;

    if (encoding == ENCODING_U8 || encoding == ENCODING_U16)
        picture.maxval = encoding == ENCODING_U8 ? 255 : 65535;
    else if (!picture.maxval)
        picture.maxval = traits->largest == 65535 ? 65535 : 255;
    return picture;
}

int format_plan(const struct traits *traits, const struct type *type, enum encoding encoding,
                int channels, struct form *form)
{
    bool pairs = traits->complex && !type->audio;

    *form = (struct form){.type = type, .row = traits->row, .complex = traits->complex};
    form->array = array_for(&traits->array, channels);
    form->picture = picture_for(traits, encoding);
    form->speakers = traits->speakers;
    if (encoding && !check_encoding(type, encoding, traits->complex))
        return -1;
    form->delimiter = strcmp(type->name, traits->type) == 0 ? traits->delimiter : type->delimiter;
    form->encoding = encoding;
    if (!encoding && type->binary)
        form->encoding = type->array ? type->encodings[0] : nearest(type, traits->encoding);
    if (type->binary && pairs)
        form->encoding = pcm_complex(form->encoding);
    form->names = names_for(&traits->names, channels);
    return 0;
}

void format_add_column(struct form *form, const char *name)
{
    struct names *names = &form->names;

    form->row = false;
    form->lags = true;
    form->array = (struct array){.axes = 2, .length = {0, array_channels(&form->array) + 1}};
    if (!names->count)
        return;
    names->name = util_grow(names->name, (size_t)names->count + 1, sizeof *names->name);
    memmove(names->name + 1, names->name, (size_t)names->count++ * sizeof *names->name);
    names->name[0] = util_copy(name);
}

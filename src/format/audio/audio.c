/* audio.c - audio files as streams, through libsndfile.
 *
 * libsndfile never gets a file name, which it would trust, or a pipe, which it would misread. It
 * reads through callbacks from a seekable input (a pipe is spooled first). */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "audio.h"

#include "speakers.h"
#include "util.h"

#include <stdlib.h>
#include <string.h>

static bool has(const unsigned char *head, size_t bytes, size_t at, const char *magic, size_t len)
{
    return bytes >= at + len && memcmp(head + at, magic, len) == 0;
}

/* An MPEG audio layer III frame header: sync, no reserved bitrate or rate. */
static bool is_mp3_frame(const unsigned char *b, size_t bytes)
{
    return bytes >= 4 && b[0] == 0xff && (b[1] & 0xe6) == 0xe2 && (b[1] & 0x18) != 0x08 &&
           (b[2] & 0xf0) != 0xf0 && (b[2] & 0x0c) != 0x0c;
}

static bool probe(const unsigned char *head, size_t bytes)
{
    return (has(head, bytes, 8, "WAVE", 4) &&
            (has(head, bytes, 0, "RIFF", 4) || has(head, bytes, 0, "RIFX", 4) ||
             has(head, bytes, 0, "RF64", 4))) ||
           has(head, bytes, 0, "riff\x2e\x91\xcf\x11", 8) ||
           (has(head, bytes, 0, "FORM", 4) &&
            (has(head, bytes, 8, "AIFF", 4) || has(head, bytes, 8, "AIFC", 4))) ||
           has(head, bytes, 0, ".snd\0", 5) ||
           (has(head, bytes, 0, "dns.", 4) && has(head, bytes, 7, "", 1)) ||
           has(head, bytes, 0, "caff\0\1", 6) || has(head, bytes, 0, "fLaC", 4) ||
           has(head, bytes, 0, "OggS\0", 5) ||
           (has(head, bytes, 0, "ID3", 3) && bytes > 3 && head[3] < 0x20) ||
           is_mp3_frame(head, bytes);
}

/* The containers that are read, and how each is written again. */
static const struct {
    int container;
    const char *type;
} containers[] = {
    {SF_FORMAT_WAV, "wav"},  {SF_FORMAT_WAVEX, "wav"}, {SF_FORMAT_RF64, "rf64"},
    {SF_FORMAT_W64, "w64"},  {SF_FORMAT_AIFF, "aiff"}, {SF_FORMAT_AU, "au"},
    {SF_FORMAT_CAF, "caf"},  {SF_FORMAT_FLAC, "flac"}, {SF_FORMAT_OGG, "ogg"},
    {SF_FORMAT_OGG, "opus"}, {SF_FORMAT_MPEG, "mp3"},
};

static const struct {
    int coding;
    enum encoding encoding;
} codings[] = {
    {SF_FORMAT_PCM_S8, ENCODING_S8},   {SF_FORMAT_PCM_U8, ENCODING_S8},
    {SF_FORMAT_PCM_16, ENCODING_S16},  {SF_FORMAT_PCM_24, ENCODING_S24},
    {SF_FORMAT_PCM_32, ENCODING_S32},  {SF_FORMAT_FLOAT, ENCODING_F32},
    {SF_FORMAT_DOUBLE, ENCODING_F64},  {SF_FORMAT_VORBIS, ENCODING_VORBIS},
    {SF_FORMAT_OPUS, ENCODING_OPUS},   {SF_FORMAT_MPEG_LAYER_III, ENCODING_MP3},
    {SF_FORMAT_ALAC_16, ENCODING_S16}, {SF_FORMAT_ALAC_20, ENCODING_S24},
    {SF_FORMAT_ALAC_24, ENCODING_S24}, {SF_FORMAT_ALAC_32, ENCODING_S32},
};

static enum encoding encoding_of(int format)
{
    for (size_t i = 0; i < sizeof codings / sizeof *codings; i++)
        if (codings[i].coding == (format & SF_FORMAT_SUBMASK))
            return codings[i].encoding;
    return ENCODING_S16; /* the companded and predicted ones decode to 16 bits */
}

int audio_coding(enum encoding encoding)
{
    for (size_t i = 0; i < sizeof codings / sizeof *codings; i++)
        if (codings[i].encoding == encoding && codings[i].coding != SF_FORMAT_PCM_U8)
            return codings[i].coding;
    return 0;
}

int audio_container(const char *type)
{
    for (size_t i = 0; i < sizeof containers / sizeof *containers; i++)
        if (strcmp(containers[i].type, type) == 0)
            return containers[i].container;
    return 0;
}

/* libsndfile's error message, without its "Error : ". */
const char *audio_reason(SNDFILE *file)
{
    const char *text = sf_strerror(file);
    return strncmp(text, "Error : ", 8) == 0 ? text + 8 : text;
}

int64_t audio_moved(int64_t offset, int whence, int64_t position, int64_t length)
{
    int64_t from = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? position : length, to;

    return __builtin_add_overflow(from, offset, &to) ? -1 : to;
}

struct audio_stream {
    struct stream stream;
    struct input *input;
    int64_t position; /* of the callbacks */
    bool failed;      /* a read failed and was reported */
    SNDFILE *file;
    int64_t declared, done; /* frames; declared -1: not */
    bool vorbis_order;      /* of its channels */
};

static sf_count_t in_length(void *user)
{
    return input_bytes(((struct audio_stream *)user)->input);
}

static sf_count_t in_seek(sf_count_t offset, int whence, void *user)
{
    struct audio_stream *a = user;
    sf_count_t to = audio_moved(offset, whence, a->position, in_length(user));
    if (to < 0)
        return -1;
    return a->position = to;
}

static sf_count_t in_read(void *buf, sf_count_t bytes, void *user)
{
    struct audio_stream *a = user;
    bool there = bytes > 0 && a->position < in_length(user);
    ssize_t n = there ? input_read_at(a->input, buf, (size_t)bytes, a->position) : 0;
    if (n < 0) {
        a->failed = true;
        return 0;
    }
    a->position += n;
    return n;
}

static sf_count_t in_write(const void *buf, sf_count_t bytes, void *user)
{
    (void)buf, (void)bytes, (void)user;
    return 0; /* never called on a file that is read */
}

static sf_count_t tell(void *user)
{
    return ((struct audio_stream *)user)->position;
}

static ssize_t read_audio(struct stream *stream, double *x, size_t frames)
{
    struct audio_stream *a = (struct audio_stream *)stream;
    size_t done = 0;

    while (done < frames && a->file) {
        sf_count_t n = sf_readf_double(a->file, x + done * (size_t)stream->shape.channels,
                                       (sf_count_t)(frames - done));
        if (a->failed)
            return -1;
        if (n <= 0) {
            if (sf_error(a->file))
                util_warn("%s: damaged: %s", stream->name, audio_reason(a->file));
            if (a->declared > a->done + (int64_t)done)
                input_fall_short(a->input, a->declared, a->done + (int64_t)done);
            sf_close(a->file);
            a->file = NULL;
            break;
        }
        done += (size_t)n;
    }
    if (a->vorbis_order)
        speakers_from_vorbis(x, stream->shape.channels, done);
    a->done += (int64_t)done;
    return (ssize_t)done;
}

static void release_audio(struct stream *stream)
{
    struct audio_stream *a = (struct audio_stream *)stream;
    if (a->file)
        sf_close(a->file);
    input_close(a->input);
}

/* The length, if plausible. No codec here packs more than 2^16 frames into a byte, so a header
 * with a larger length is not trusted. */
static int64_t plausible(sf_count_t frames, int64_t bytes)
{
    return frames > 0 && frames / 65536 <= bytes ? frames : -1;
}

/* Whether channels are in the order of Vorbis: an Opus file says so by its mapping family, whose
 * byte in its first page is this. */
static bool has_vorbis_order(struct input *input, enum encoding encoding)
{
    enum { ID = 28, FAMILY = ID + 18 };
    unsigned char page[FAMILY + 1];

    if (encoding != ENCODING_OPUS)
        return encoding == ENCODING_VORBIS;
    return input_read_at(input, page, sizeof page, 0) < (ssize_t)sizeof page ||
           memcmp(page + ID, "OpusHead", 8) != 0 || page[FAMILY] == 1;
}

/* As far as they are known, and in the order of WAV. */
static uint32_t find_speakers(const struct audio_stream *a, int container)
{
    int channels = a->stream.shape.channels;

    if (a->vorbis_order || container == SF_FORMAT_FLAC)
        return speakers_by_number(channels);
    if (container == SF_FORMAT_WAVEX || container == SF_FORMAT_RF64 || container == SF_FORMAT_W64)
        return speakers_read(a->input, channels);
    return 0;
}

/* The type that writes files of this format again; NULL: they are not read. */
static const char *type_of(int format)
{
    if (encoding_of(format) == ENCODING_OPUS)
        return "opus";
    for (size_t i = 0; i < sizeof containers / sizeof *containers; i++)
        if (containers[i].container == (format & SF_FORMAT_TYPEMASK))
            return containers[i].type;
    return NULL;
}

/* Open a->file, and describe it in *info. Returns its type; NULL: already reported. */
static const char *open_file(struct audio_stream *a, SF_INFO *info)
{
    SF_VIRTUAL_IO io = {/* which libsndfile copies */ .get_filelen = in_length,
                        .seek = in_seek,
                        .read = in_read,
                        .write = in_write,
                        .tell = tell};

    if (input_spool(a->input) < 0)
        return NULL;
    a->file = sf_open_virtual(&io, SFM_READ, info, a);
    const char *type = a->file ? type_of(info->format) : NULL;
    if (!type && !a->failed)
        util_error("%s: not a readable audio file: %s", input_name(a->input),
                   a->file ? "unsupported container" : audio_reason(NULL));
    if (!type && a->file)
        sf_close(a->file);
    return type;
}

static int open_audio(struct input *input, const struct reading *reading, struct stream **stream,
                      struct traits *traits)
{
    struct audio_stream *a = util_array(1, sizeof *a);
    SF_INFO info = {0};

    (void)reading;
    a->input = input;
    traits->type = open_file(a, &info);
    if (!traits->type) {
        free(a);
        return -1;
    }
    input_share(input);
    traits->encoding = encoding_of(info.format);
    a->stream = (struct stream){
        .shape = {.channels = info.channels,
                  .rate = info.samplerate,
                  .frames = plausible(info.frames, input_bytes(input))},
        .name = input_name(input),
        .read = read_audio,
        .release = release_audio,
    };
    a->declared = info.frames == SF_COUNT_MAX ? -1 : info.frames;
    if (traits->encoding == ENCODING_MP3) /* an estimate, a few blocks off */
        a->stream.shape.frames = a->declared = -1;
    a->vorbis_order = has_vorbis_order(input, traits->encoding);
    traits->speakers = find_speakers(a, info.format & SF_FORMAT_TYPEMASK);
    *stream = &a->stream;
    return 1;
}

const struct reader reader_audio = {probe, open_audio, NULL};

const char *format_libraries(void)
{
    return sf_version_string();
}

/* audio_sink.c - audio files as sinks, through libsndfile.
 *
 * It writes through callbacks into a file of ours, which the output may have to copy when it is
 * whole. Integers are quantised here, since its own conversions wrap or floor. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "audio.h"

#include "speakers.h"
#include "util.h"
#include "format/spool.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { CHUNK_SAMPLES = 1 << 14, LIBRARY_CHANNELS = 1024 /* libsndfile's own limit */ };

struct audio_sink {
    struct sink sink;
    struct output *output;
    int fd;                   /* the file that libsndfile writes */
    int64_t position, length; /* of the callbacks, bytes */
    int error;                /* errno of the first write that failed */
    SNDFILE *file;
    int channels, bits;
    bool vorbis_order; /* of channels */
    bool lossy, single; /* f32 */
    struct clip clip;
    enum clipping clipping;
    int32_t *n; /* n[CHUNK_SAMPLES], quantised */
    double *x;  /* x[CHUNK_SAMPLES], made finite */
};

static sf_count_t out_length(void *user)
{
    return ((struct audio_sink *)user)->length;
}

static sf_count_t out_seek(sf_count_t offset, int whence, void *user)
{
    struct audio_sink *a = user;
    sf_count_t to = audio_moved(offset, whence, a->position, a->length);
    if (to < 0)
        return -1;
    return a->position = to;
}

static sf_count_t out_read(void *buf, sf_count_t bytes, void *user)
{
    struct audio_sink *a = user;
    ssize_t n = spool_read_at(a->fd, buf, (size_t)bytes, a->position);
    if (n < 0)
        return 0;
    a->position += n;
    return n;
}

static sf_count_t out_write(const void *buf, sf_count_t bytes, void *user)
{
    struct audio_sink *a = user;
    if (spool_write_at(a->fd, buf, (size_t)bytes, a->position) < 0) {
        if (!a->error)
            a->error = errno;
        return 0;
    }
    a->position += bytes;
    if (a->position > a->length)
        a->length = a->position;
    return bytes;
}

static sf_count_t out_tell(void *user)
{
    return ((struct audio_sink *)user)->position;
}

static int fail_write(struct audio_sink *a)
{
    util_error("%s: %s", output_name(a->output),
               a->error ? strerror(a->error) : audio_reason(a->file));
    return -1;
}

/* What a lossy encoder gets: no NaN, no infinity. */
static void make_finite(struct audio_sink *a, const double *x, size_t samples)
{
    clip_note(&a->clip, x, samples, -1, 1);
    for (size_t i = 0; i < samples; i++)
        a->x[i] = isfinite(x[i]) ? x[i] : x[i] > 0 ? 1 : x[i] < 0 ? -1 : 0;
    a->clip.samples += (int64_t)samples;
}

/* Floats, as they are. */
static sf_count_t write_floats(struct audio_sink *a, const double *x, size_t samples)
{
    bool odd = false;

    for (size_t i = 0; i < samples; i++)
        odd |= !isfinite(a->single ? (float)x[i] : x[i]);
    if (odd)
        clip_note_floats(&a->clip, x, samples, a->single);
    a->clip.samples += (int64_t)samples;
    return sf_write_double(a->file, x, (sf_count_t)samples);
}

static int write_chunk(struct audio_sink *a, const double *x, size_t samples)
{
    sf_count_t n;

    if (a->bits) {
        pcm_quantise(a->bits, x, a->n, samples, &a->clip);
        for (size_t i = 0; i < samples; i++)
            a->n[i] =
                (int32_t)((uint32_t)a->n[i] << (32 - a->bits)); /* libsndfile takes the top bits */
        n = sf_write_int(a->file, a->n, (sf_count_t)samples);
    } else if (a->lossy) {
        make_finite(a, x, samples);
        if (a->vorbis_order)
            speakers_to_vorbis(a->x, a->channels, samples / (size_t)a->channels);
        n = sf_write_double(a->file, a->x, (sf_count_t)samples);
    } else {
        n = write_floats(a, x, samples);
    }
    return n != (sf_count_t)samples || a->error || sf_error(a->file) ? fail_write(a) : 0;
}

static int write_audio(struct sink *sink, const double *x, size_t frames)
{
    struct audio_sink *a = (struct audio_sink *)sink;
    size_t samples = frames * (size_t)a->channels,
           most = CHUNK_SAMPLES / (size_t)a->channels * (size_t)a->channels;

    while (samples) {
        size_t chunk = samples < most ? samples : most;
        if (write_chunk(a, x, chunk) < 0)
            return -1;
        x += chunk;
        samples -= chunk;
    }
    return 0;
}

static enum status close_audio_sink(struct sink *sink, enum outcome outcome)
{
    struct audio_sink *a = (struct audio_sink *)sink;
    bool good = outcome != OUTCOME_FAILED;
    enum status status = STATUS_TROUBLE;

    if (a->file && sf_close(a->file) && good && !a->error)
        a->error = EIO;
    a->file = NULL;
    if (good && a->error)
        good = fail_write(a) == 0;
    if (good) {
        struct clip_report report = {.name = output_name(a->output),
                                     .bits = a->bits,
                                     .audio = true,
                                     .lossy = a->lossy,
                                     .clipping = a->clipping};
        status = clip_report(&a->clip, &report);
    }
    clip_close(&a->clip);
    free(a->n);
    free(a->x);
    free(a);
    return status;
}

/* The rate of an encoder, which may have only some, that is nearest to one and not below it if it
 * can be. */
static double find_rate(const struct type *type, double rate)
{
    static const double opus[] = {8000, 12000, 16000, 24000, 48000, 0};
    static const double mp3[] = {8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000, 0};
    const double *own = type == &type_opus ? opus : type == &type_mp3 ? mp3 : NULL;

    if (type == &type_ogg && rate > 200000)
        return 192000;
    if (type == &type_flac && (rate > 655350 || (rate > 65535 && fmod(rate, 10) != 0)))
        return 192000;
    if (!own)
        return rate;
    while (*own < rate && own[1] > 0)
        own++;
    return *own;
}

static int open_file(struct audio_sink *a, const struct shape *shape, const struct form *form)
{
    SF_VIRTUAL_IO io = {/* which libsndfile copies */
                        .get_filelen = out_length,
                        .seek = out_seek,
                        .read = out_read,
                        .write = out_write,
                        .tell = out_tell};
    int container = audio_container(form->type->name);
    SF_INFO info = {.samplerate = (int)(shape->rate + 0.5),
                    .channels = shape->channels,
                    .format = container | audio_coding(form->encoding)};

    if (!sf_format_check(&info) && form->encoding == ENCODING_S8)
        info.format = container | SF_FORMAT_PCM_U8;
    if (shape->channels > LIBRARY_CHANNELS || shape->rate > 2e9 || !sf_format_check(&info)) {
        util_error("%s: a %s file cannot hold %d channels of %s at %.0f Hz",
                   output_name(a->output), form->type->name, shape->channels,
                   pcm_name(form->encoding), shape->rate);
        return -1;
    }
    double rate = find_rate(form->type, shape->rate);
    if (rate != shape->rate) {
        util_error("%s: %s has no sample rate of %.10g Hz; --output-rate=%.0f resamples the "
                   "result", output_name(a->output), form->type->name, shape->rate, rate);
        return -1;
    }
    a->fd = output_spool(a->output);
    if (a->fd < 0)
        return -1;
    a->file = sf_open_virtual(&io, SFM_WRITE, &info, a);
    if (!a->file)
        return fail_write(a);
    return 0;
}

/* Warn of speakers that are not those that a type has for so many channels. A part of a recording
 * may be left or right alone, or a pair of surrounds: that is no mistake. */
static void check_speakers(const struct audio_sink *a, const struct form *form)
{
    bool by_number = a->vorbis_order || strcmp(form->type->name, "flac") == 0;

    if (by_number && a->channels > 2 && !speakers_fit(form->speakers, a->channels))
        util_warn("%s: %d channels of %s are other speakers than those of the signal (mask 0x%x)",
                  output_name(a->output), a->channels, form->type->name, (unsigned)form->speakers);
}

static struct sink *create(struct output *output, const struct shape *shape,
                           const struct form *form, struct pool *pool)
{
    struct audio_sink *a = util_array(1, sizeof *a);

    (void)pool; /* encoders cannot run in parallel */
    a->sink = (struct sink){.write = write_audio, .close = close_audio_sink};
    a->output = output;
    a->fd = -1;
    a->channels = shape->channels;
    a->bits = pcm_bits(form->encoding);
    a->lossy = pcm_bytes(form->encoding) == 0;
    a->vorbis_order = form->encoding == ENCODING_VORBIS || form->encoding == ENCODING_OPUS;
    a->single = form->encoding == ENCODING_F32;
    a->clipping = form->clipping;
    clip_open(&a->clip, shape->channels, 1, shape->rate);
    a->n = util_array(CHUNK_SAMPLES, sizeof *a->n);
    a->x = util_doubles(CHUNK_SAMPLES);
    if (open_file(a, shape, form) < 0) {
        close_audio_sink(&a->sink, OUTCOME_FAILED);
        return NULL;
    }
    check_speakers(a, form);
    return &a->sink;
}

static const enum encoding in_flac[] = {ENCODING_S24, ENCODING_S16, ENCODING_S8, ENCODING_NONE};
static const enum encoding in_ogg[] = {ENCODING_VORBIS, ENCODING_NONE};
static const enum encoding in_opus[] = {ENCODING_OPUS, ENCODING_NONE};
static const enum encoding in_mp3[] = {ENCODING_MP3, ENCODING_NONE};

const struct type type_w64 = {"w64", ".w64.", true, true, pcm_plain, 0, create, false};
const struct type type_caf = {"caf", ".caf.", true, true, pcm_plain, 0, create, false};
const struct type type_flac = {"flac", ".flac.", true, true, in_flac, 0, create, false};
const struct type type_ogg = {"ogg", ".ogg.oga.", true, true, in_ogg, 0, create, false};
const struct type type_opus = {"opus", ".opus.", true, true, in_opus, 0, create, false};
const struct type type_mp3 = {"mp3", ".mp3.", true, true, in_mp3, 0, create, false};

/* audio.c - audio files through libsndfile, whose only user this is.
 *
 * It is never given a name or a pipe: it trusts file names, and misreads pipes. It reads and writes through
 * callbacks over an input that can seek (a spooled copy of a pipe) and over a file of ours. Integers are
 * quantised here, since its own conversions wrap or floor. */
#include "audio.h"

#include "../util.h"
#include "spool.h"

#include <errno.h>
#include <sndfile.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { CHUNK_SAMPLES = 1 << 14, MOST_CHANNELS = 1024 /* libsndfile's own limit */ };

static bool has(const unsigned char *head, size_t bytes, size_t at, const char *magic, size_t len)
{
    return bytes >= at + len && memcmp(head + at, magic, len) == 0;
}

/* An MPEG audio layer III frame header: sync, no reserved bitrate or rate. */
static bool is_mp3_frame(const unsigned char *b, size_t bytes)
{
    return bytes >= 4 && b[0] == 0xff && (b[1] & 0xe6) == 0xe2 && (b[1] & 0x18) != 0x08 && (b[2] & 0xf0) != 0xf0 &&
           (b[2] & 0x0c) != 0x0c;
}

bool audio_probe(const unsigned char *head, size_t bytes)
{
    return (has(head, bytes, 8, "WAVE", 4) &&
            (has(head, bytes, 0, "RIFF", 4) || has(head, bytes, 0, "RIFX", 4) || has(head, bytes, 0, "RF64", 4))) ||
           has(head, bytes, 0, "riff\x2e\x91\xcf\x11", 8) ||
           (has(head, bytes, 0, "FORM", 4) && (has(head, bytes, 8, "AIFF", 4) || has(head, bytes, 8, "AIFC", 4))) ||
           has(head, bytes, 0, ".snd", 4) || has(head, bytes, 0, "dns.", 4) || has(head, bytes, 0, "caff\0\1", 6) ||
           has(head, bytes, 0, "fLaC", 4) || has(head, bytes, 0, "OggS", 4) || has(head, bytes, 0, "ID3", 3) ||
           is_mp3_frame(head, bytes);
}

/* The containers that are read, and how each is written again. */
static const struct {
    int container;
    const char *type;
} containers[] = {
    {SF_FORMAT_WAV, "wav"},   {SF_FORMAT_WAVEX, "wav"}, {SF_FORMAT_RF64, "rf64"}, {SF_FORMAT_W64, "w64"},
    {SF_FORMAT_AIFF, "aiff"}, {SF_FORMAT_AU, "au"},     {SF_FORMAT_CAF, "caf"},   {SF_FORMAT_FLAC, "flac"},
    {SF_FORMAT_OGG, "ogg"},   {SF_FORMAT_OGG, "opus"},  {SF_FORMAT_MPEG, "mp3"},
};

static const struct {
    int coding;
    enum encoding encoding;
} codings[] = {
    {SF_FORMAT_PCM_S8, ENCODING_S8},   {SF_FORMAT_PCM_U8, ENCODING_S8},   {SF_FORMAT_PCM_16, ENCODING_S16},
    {SF_FORMAT_PCM_24, ENCODING_S24},  {SF_FORMAT_PCM_32, ENCODING_S32},  {SF_FORMAT_FLOAT, ENCODING_F32},
    {SF_FORMAT_DOUBLE, ENCODING_F64},  {SF_FORMAT_VORBIS, ENCODING_VORBIS}, {SF_FORMAT_OPUS, ENCODING_OPUS},
    {SF_FORMAT_MPEG_LAYER_III, ENCODING_MP3},
    {SF_FORMAT_ALAC_16, ENCODING_S16}, {SF_FORMAT_ALAC_20, ENCODING_S24}, {SF_FORMAT_ALAC_24, ENCODING_S24},
    {SF_FORMAT_ALAC_32, ENCODING_S32},
};

static enum encoding encoding_of(int format)
{
    for (size_t i = 0; i < sizeof codings / sizeof *codings; i++)
        if (codings[i].coding == (format & SF_FORMAT_SUBMASK))
            return codings[i].encoding;
    return ENCODING_S16; /* the companded and predicted ones decode to 16 bits */
}

static int coding_of(enum encoding encoding)
{
    for (size_t i = 0; i < sizeof codings / sizeof *codings; i++)
        if (codings[i].encoding == encoding && codings[i].coding != SF_FORMAT_PCM_U8)
            return codings[i].coding;
    return 0;
}

/* libsndfile's word for what went wrong, without its "Error : ". */
static const char *reason(SNDFILE *file)
{
    const char *text = sf_strerror(file);
    return strncmp(text, "Error : ", 8) == 0 ? text + 8 : text;
}

/* Reading. */

struct audio_stream {
    struct stream stream;
    struct input *input;
    int64_t position; /* of the callbacks */
    bool failed;      /* a read failed and was reported */
    SNDFILE *file;
    int64_t declared, done; /* frames; declared -1: not */
};

static sf_count_t in_length(void *user)
{
    return input_bytes(((struct audio_stream *)user)->input);
}

static sf_count_t moved(sf_count_t offset, int whence, int64_t position, int64_t length)
{
    return offset + (whence == SEEK_SET ? 0 : whence == SEEK_CUR ? position : length);
}

static sf_count_t in_seek(sf_count_t offset, int whence, void *user)
{
    struct audio_stream *a = user;
    sf_count_t to = moved(offset, whence, a->position, in_length(user));
    if (to < 0)
        return -1;
    return a->position = to;
}

static sf_count_t in_read(void *buf, sf_count_t bytes, void *user)
{
    struct audio_stream *a = user;
    ssize_t n = bytes > 0 ? input_read_at(a->input, buf, (size_t)bytes, a->position) : 0;
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
        sf_count_t n = sf_readf_double(a->file, x + done * (size_t)stream->shape.channels, (sf_count_t)(frames - done));
        if (a->failed)
            return -1;
        if (n <= 0) {
            if (sf_error(a->file))
                util_warn("%s: damaged: %s", stream->name, reason(a->file));
            if (a->declared > a->done + (int64_t)done)
                util_warn("%s: truncated: %lld frames declared, %lld there", stream->name, (long long)a->declared,
                          (long long)(a->done + (int64_t)done));
            sf_close(a->file);
            a->file = NULL;
            break;
        }
        done += (size_t)n;
    }
    a->done += (int64_t)done;
    return (ssize_t)done;
}

static void close_audio(struct stream *stream)
{
    struct audio_stream *a = (struct audio_stream *)stream;
    if (a->file)
        sf_close(a->file);
    input_close(a->input);
    free(a);
}

/* A length worth passing on. No codec here packs more than 2^16 frames into a byte, so a header that says
 * so is not believed. */
static int64_t plausible(sf_count_t frames, int64_t bytes)
{
    return frames > 0 && frames / 65536 <= bytes ? frames : -1;
}

int audio_open(struct input *input, const struct reading *reading, struct stream **stream, struct manner *manner)
{
    static SF_VIRTUAL_IO io = {.get_filelen = in_length, .seek = in_seek, .read = in_read, .write = in_write, .tell = tell};
    struct audio_stream *a = util_array(1, sizeof *a);
    SF_INFO info = {0};
    size_t i = 0;

    (void)reading;
    a->input = input;
    a->stream.name = input_name(input);
    if (input_spool(input) < 0) {
        free(a);
        return -1;
    }
    a->file = sf_open_virtual(&io, SFM_READ, &info, a);
    while (a->file && i < sizeof containers / sizeof *containers &&
           containers[i].container != (info.format & SF_FORMAT_TYPEMASK))
        i++;
    if (!a->file || i == sizeof containers / sizeof *containers) {
        if (!a->failed)
            util_error("%s: not a readable audio file: %s", a->stream.name,
                       a->file ? "unsupported container" : reason(NULL));
        if (a->file)
            sf_close(a->file);
        free(a);
        return -1;
    }
    a->stream = (struct stream){
        .shape = {.channels = info.channels,
                  .rate = info.samplerate,
                  .frames = plausible(info.frames, input_bytes(input))},
        .name = a->stream.name,
        .read = read_audio,
        .close = close_audio,
    };
    a->declared = info.frames == SF_COUNT_MAX ? -1 : info.frames;
    manner->encoding = encoding_of(info.format);
    manner->type = manner->encoding == ENCODING_OPUS ? "opus" : containers[i].type;
    *stream = &a->stream;
    return 1;
}

/* Writing. */

static int container_of(const char *type)
{
    for (size_t i = 0; i < sizeof containers / sizeof *containers; i++)
        if (strcmp(containers[i].type, type) == 0)
            return containers[i].container;
    return 0;
}

struct audio_sink {
    struct sink sink;
    struct output *output;
    int fd;                   /* the file that libsndfile writes */
    bool spooled;             /* it is a temporary one, copied to the output when whole */
    int64_t position, length; /* of the callbacks, bytes */
    int error;                /* errno of the first write that failed */
    SNDFILE *file;
    int channels, bits;
    bool lossy;
    int64_t limit, written; /* bytes of samples that the container can hold, and has; limit 0: no matter */
    enum encoding encoding;
    struct clip clip;
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
    sf_count_t to = moved(offset, whence, a->position, a->length);
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
    util_error("%s: %s", output_name(a->output), a->error ? strerror(a->error) : reason(a->file));
    return -1;
}

/* What an encoder for floats gets: no NaN, no infinity. */
static void make_finite(struct audio_sink *a, const double *x, size_t samples)
{
    for (size_t i = 0; i < samples; i++) {
        bool nan = x[i] != x[i], infinite = x[i] - x[i] != 0 && !nan;
        a->clip.nans += nan;
        a->clip.clipped += infinite;
        a->x[i] = nan ? 0 : !infinite ? x[i] : x[i] < 0 ? -1 : 1;
    }
}

static int write_chunk(struct audio_sink *a, const double *x, size_t samples)
{
    sf_count_t n;

    if (a->bits) {
        pcm_quantise(a->bits, x, a->n, samples, &a->clip);
        for (size_t i = 0; i < samples; i++)
            a->n[i] = (int32_t)((uint32_t)a->n[i] << (32 - a->bits)); /* libsndfile takes the top bits */
        n = sf_write_int(a->file, a->n, (sf_count_t)samples);
    } else if (a->lossy) {
        make_finite(a, x, samples);
        n = sf_write_double(a->file, a->x, (sf_count_t)samples);
    } else {
        n = sf_write_double(a->file, x, (sf_count_t)samples);
    }
    return n != (sf_count_t)samples || a->error || sf_error(a->file) ? fail_write(a) : 0;
}

static int write_audio(struct sink *sink, const double *x, size_t frames)
{
    struct audio_sink *a = (struct audio_sink *)sink;
    size_t samples = frames * (size_t)a->channels, most = CHUNK_SAMPLES / (size_t)a->channels * (size_t)a->channels;

    a->written += (int64_t)(samples * pcm_bytes(a->encoding));
    if (a->limit && a->written > a->limit) {
        util_error("%s: the file format cannot hold more than 4 GiB; w64, caf, rf64 and wav can", output_name(a->output));
        return -1;
    }
    while (samples) {
        size_t chunk = samples < most ? samples : most;
        if (write_chunk(a, x, chunk) < 0)
            return -1;
        x += chunk;
        samples -= chunk;
    }
    return 0;
}

static int copy_out(struct audio_sink *a)
{
    char buf[1 << 15];
    int64_t at = 0;
    ssize_t n;

    while ((n = spool_read_at(a->fd, buf, sizeof buf, at)) > 0) {
        if (output_write(a->output, buf, (size_t)n) < 0)
            return -1;
        at += n;
    }
    if (n < 0)
        util_error("temporary file: %s", strerror(errno));
    return n < 0 ? -1 : 0;
}

static int close_audio_sink(struct sink *sink, bool good)
{
    struct audio_sink *a = (struct audio_sink *)sink;

    if (a->file && sf_close(a->file) && good && !a->error)
        a->error = EIO;
    a->file = NULL;
    if (good && a->error)
        good = fail_write(a) == 0;
    if (good && a->spooled)
        good = copy_out(a) == 0;
    if (good)
        pcm_report(&a->clip, a->bits ? a->bits : 32, output_name(a->output));
    int result = output_close(a->output, good);
    if (a->spooled && a->fd >= 0)
        close(a->fd);
    free(a->n);
    free(a->x);
    free(a);
    return good && result == 0 ? STATUS_DONE : STATUS_TROUBLE;
}

static int open_file(struct audio_sink *a, const struct shape *shape, const struct manner *manner)
{
    static SF_VIRTUAL_IO io = {
        .get_filelen = out_length, .seek = out_seek, .read = out_read, .write = out_write, .tell = out_tell};
    int container = container_of(manner->type);
    SF_INFO info = {.samplerate = (int)(shape->rate + 0.5),
                    .channels = shape->channels,
                    .format = container | coding_of(manner->encoding)};

    if (shape->channels > MOST_CHANNELS || shape->rate > 2e9 || !sf_format_check(&info)) {
        util_error("%s: a %s file cannot hold %d channels of %s at %.0f Hz", output_name(a->output),
                   manner->type, shape->channels, pcm_name(manner->encoding), shape->rate);
        return -1;
    }
    a->fd = output_descriptor(a->output);
    a->spooled = a->fd < 0;
    if (a->spooled && (a->fd = spool_open()) < 0)
        return -1;
    a->file = sf_open_virtual(&io, SFM_WRITE, &info, a);
    if (!a->file)
        return fail_write(a);
    return 0;
}

struct sink *audio_create(struct output *output, const struct shape *shape, const struct manner *manner)
{
    struct audio_sink *a = util_array(1, sizeof *a);
    int container = container_of(manner->type);

    a->sink = (struct sink){.write = write_audio, .close = close_audio_sink};
    a->output = output;
    a->fd = -1;
    a->channels = shape->channels;
    a->encoding = manner->encoding;
    a->bits = pcm_bits(manner->encoding);
    a->lossy = pcm_bytes(manner->encoding) == 0;
    a->limit = container == SF_FORMAT_AIFF || container == SF_FORMAT_AU ? (int64_t)UINT32_MAX - 4096 : 0;
    a->n = util_array(CHUNK_SAMPLES, sizeof *a->n);
    a->x = util_doubles(CHUNK_SAMPLES);
    if (open_file(a, shape, manner) < 0) {
        close_audio_sink(&a->sink, false);
        return NULL;
    }
    return &a->sink;
}

#!/usr/bin/python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""make-audio.py - writes tests/data's audio files and the cases that read them.

Samples expected are those that python3-soundfile reads from a path; each is also read from a pipe.
Needs python3-soundfile; running the tests does not. Ogg files have a random serial number, so they
change with each run.
"""
import os
import struct
import numpy as np
import soundfile

HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.path.join(HERE, "data")
RATE = 8000
rng = np.random.default_rng(7)
FRAMES = 300
t = np.arange(FRAMES) / RATE
x = np.stack([0.6 * np.sin(2 * np.pi * 440 * t), 0.5 * np.sin(2 * np.pi * 1000 * t)], axis=1)
x += 0.05 * rng.standard_normal(x.shape)

FILES = {
    "u8.wav": ("WAV", "PCM_U8"), "s16.wav": ("WAV", "PCM_16"), "s24.wav": ("WAV", "PCM_24"),
    "s32.wav": ("WAV", "PCM_32"),
    "f32.wav": ("WAV", "FLOAT"), "f64.wav": ("WAV", "DOUBLE"), "ulaw.wav": ("WAV", "ULAW"),
    "adpcm.wav": ("WAV", "MS_ADPCM"),
    "extensible16.wav": ("WAVEX", "PCM_16"), "extensible24.wav": ("WAVEX", "PCM_24"),
    "extensiblef32.wav": ("WAVEX", "FLOAT"),
    "s16.rf64": ("RF64", "PCM_16"), "f64.rf64": ("RF64", "DOUBLE"), "s24.w64": ("W64", "PCM_24"),
    "f32.w64": ("W64", "FLOAT"),
    "s8.aiff": ("AIFF", "PCM_S8"), "s16.aiff": ("AIFF", "PCM_16"), "s24.aiff": ("AIFF", "PCM_24"),
    "s32.aiff": ("AIFF", "PCM_32"),
    "f32.aiff": ("AIFF", "FLOAT"), "f64.aiff": ("AIFF", "DOUBLE"), "s16.au": ("AU", "PCM_16"),
    "s24.au": ("AU", "PCM_24"),
    "f32.au": ("AU", "FLOAT"), "f64.au": ("AU", "DOUBLE"), "ulaw.au": ("AU", "ULAW"),
    "s16.caf": ("CAF", "PCM_16"),
    "f32.caf": ("CAF", "FLOAT"), "alac16.caf": ("CAF", "ALAC_16"), "s16.flac": ("FLAC", "PCM_16"),
    "s24.flac": ("FLAC", "PCM_24"),
    "vorbis.ogg": ("OGG", "VORBIS"), "opus.opus": ("OGG", "OPUS"),
    "mp3.mp3": ("MP3", "MPEG_LAYER_III"),
    "little.aiff": ("AIFF", "PCM_16"), "big.wav": ("WAV", "PCM_16"),
}

# A lossless file has one meaning. What a lossy one decodes to is left to the decoder's arithmetic,
# which changes with its version and, after a seek, with where it began.
LOSSY = "1e-4 of the largest: versions of a lossy decoder round in their own ways"


def put(name, data):
    with open(os.path.join(DATA, name), "wb") as f:
        f.write(data)


def case(name, command, lines, suffix):
    base = os.path.join(HERE, "cases/audio", name)
    os.makedirs(os.path.dirname(base), exist_ok=True)
    with open(base + ".sh", "w") as f:
        f.write(command + "\n")
    with open(base + suffix, "w") as f:
        f.write(lines)


for name, (container, coding) in FILES.items():
    path = os.path.join(DATA, name)
    endian = {"little.aiff": "LITTLE", "big.wav": "BIG"}.get(name)
    soundfile.write(path, x, RATE, format=container, subtype=coding, endian=endian)
    y, rate = soundfile.read(path, always_2d=True)
    assert rate == RATE
    rows = "".join(" ".join(repr(float(v)).removesuffix(".0") for v in row) + "\n" for row in y)
    tolerance = LOSSY if coding in ("VORBIS", "OPUS", "MPEG_LAYER_III") else "0"
    case("read-" + name.replace(".", "-"),
         f"conv -e 1 -t text $DATA/{name} > file\ncat $DATA/{name} | conv -e 1 -t text > pipe\ncmp "
         f"file pipe && cat file",
         f"# {tolerance}\n" + rows, ".near")

# Headers that no library here writes.
s16 = open(os.path.join(DATA, "s16.wav"), "rb").read()
at = s16.index(b"data") + 8
samples = s16[at:at + 4 * FRAMES]
fmt = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 2, RATE, 4 * RATE, 4, 16)


def wav(riff_bytes, data_bytes, body, before=b""):
    return struct.pack("<4sI4s", b"RIFF", riff_bytes & 0xffffffff, b"WAVE") + fmt + before + \
        struct.pack("<4sI", b"data", data_bytes & 0xffffffff) + body


put("truncated.wav", wav(36 + 1200, 1200, samples[:1000]))
put("stray.wav", wav(0xffffffff, 0xffffffff, samples[:1002]))
put("streamed-sox.wav", wav(0x7ffff024, 0x7ffff000, samples))
put("streamed-ffmpeg.wav", wav(-1, -1, samples))
put("streamed-zero.wav", wav(36, 0, samples))
put("tail.wav", wav(36 + 1200 + 12, 1200, samples + b"LIST\4\0\0\0abcd"))
put("preface.wav", wav(36 + 1200 + 1009, 1200, samples,
                       b"junk" + struct.pack("<I", 1001) + bytes(1002)))
put("empty.wav", wav(36, 0, b""))
put("bomb.wav", wav(0xfffffff0, 0xffffff00, samples[:40]))
au = struct.pack(">4sIIIII", b".snd", 24, 0xffffffff, 3, RATE, 2)
put("streamed.au", au + np.frombuffer(samples, "<i2").astype(">i2").tobytes())
flac = bytearray(open(os.path.join(DATA, "s16.flac"), "rb").read())
flac[21] |= 0x0f  # the 36-bit count of frames in STREAMINFO
flac[22:26] = b"\xff\xff\xff\xff"
put("bomb.flac", bytes(flac))
put("cut.flac", open(os.path.join(DATA, "s16.flac"), "rb").read()[:900])
put("noise.bin", rng.bytes(3000))

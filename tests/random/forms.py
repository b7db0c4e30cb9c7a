# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""forms.py - files of samples: what each form can hold, how it is written and how it is read.

Columns are lists of doubles, one for each channel. A form has args, which tell conv what the file
is, and hold(v), the double that the file says in place of v.
"""
import io
import math
import re

import numpy as np
import soundfile

WIDTHS = {"s8": 8, "u8": 8, "s16": 16, "s24": 24, "s32": 32}
SUBTYPES = {"s8": "PCM_S8", "u8": "PCM_U8", "s16": "PCM_16", "s24": "PCM_24", "s32": "PCM_32",
            "f32": "FLOAT", "f64": "DOUBLE"}
WHOLE, FLOATING = ["s8", "s16", "s24", "s32"], ["f32", "f64"]
# Types of audio without loss, what they hold, and what soundfile calls them.
AUDIO = {"wav": (WHOLE + FLOATING, "WAV"), "au": (WHOLE + FLOATING, "AU"),
         "aiff": (WHOLE + FLOATING, "AIFF"), "flac": (["s8", "s16", "s24"], "FLAC"),
         "caf": (WHOLE + FLOATING, "CAF"), "w64": (WHOLE + FLOATING, "W64"),
         "rf64": (WHOLE + FLOATING, "RF64")}
BIG = ["s16be", "s24be", "s32be", "f32be", "f64be"]
RAW = list(WIDTHS) + FLOATING + BIG
ARRAYS = ["f8", "f8", ">f8", "f4", "f2", "i1", "u1", "i2", ">i4", "i8", "u8", "?"]


def width(encoding):
    """Bits of integers, or None."""
    return WIDTHS.get(encoding.removesuffix("be"))


def rounded(v, encoding, full):
    """v as a result of that encoding says it; full is what 1 is, of integers."""
    if encoding.startswith("f32"):
        with np.errstate(over="ignore"):
            return float(np.float32(v))
    if encoding.startswith("f64"):
        return v
    if math.isnan(v):
        return 0.0
    top = 2 ** (width(encoding) - 1)
    low, high = (0, 2 * top - 1) if encoding == "u8" and full == 1 else (-top, top - 1)
    return float(np.clip(np.rint(v * full), low, high)) / full


def whole(v, low, high):
    """An integer that a file can hold, made of any v; a small one is scaled up."""
    v = v if math.isfinite(v) else 0.0
    v = v * high if abs(v) < 1 else v
    return (int(v) - low) % (high - low + 1) + low


def single(v, top):
    """Too large a number loses its exponent."""
    return v if abs(v) < top or not math.isfinite(v) else math.frexp(v)[0]


class Table:
    """Text: rows with a separator, perhaps below a header, or one row that is one channel."""

    def __init__(self, rng, columns, frames):
        self.rng, self.args, self.rate = rng, [], None
        self.separator = rng.choice([" ", "  ", ",", ",", "\t", ";"])
        self.row = columns == 1 and frames > 1 and rng.random() < 0.1
        self.header = None
        if not self.row and rng.random() < 0.2:
            self.header = [f"{rng.choice('abc')}{i}" for i in range(columns)]
            if rng.random() < 0.2:
                self.header = [str(i) for i in range(columns)]
            needed = self.header[0][0].isdigit() or columns == 1
            self.args += rng.choice([["-H"], ["--header=yes"]]) if needed \
                else rng.choice([[], ["--header=auto"]])
        elif rng.random() < 0.1:
            self.args += ["--header=no"]
        if self.separator in (",", ";") and columns > 1 and rng.random() < 0.2:
            self.separator = rng.choice([":", "|", self.separator])
            self.args += ["-d", self.separator]
        self.type = {"\t": "tsv", ",": "csv"}.get(self.separator, "text")

    def hold(self, v):
        return v

    def spell(self, v):
        draw = self.rng.random()
        if math.isnan(v) and draw < 0.3 and self.separator in ",;":
            return self.rng.choice(["NA", "null", "NaN", '"nan"'])
        if math.isfinite(v) and draw < 0.05:
            return v.hex()
        return f"{v:.17g}" if draw < 0.1 else repr(v)

    def write(self, columns, path):
        end = "\r\n" if self.rng.random() < 0.05 else "\n"
        lines = [self.separator.join(map(self.spell, row)) for row in zip(*columns)]
        if self.row:
            sep = self.separator if self.separator != ";" else ","
            lines = [sep.join(lines)]
        for _ in range(self.rng.choice([0, 0, 0, 1, 2])):
            lines.insert(self.rng.randrange(len(lines) + 1), self.rng.choice(["", "# words", " "]))
        if self.header:
            lines.insert(0, self.separator.join(self.header))
        last = "" if self.rng.random() < 0.05 else end
        with open(path, "w", newline="") as f:
            f.write(end.join(lines) + last)


class Array:
    """A .npy file; values are not scaled."""

    def __init__(self, rng, columns, _):
        self.kind, self.args, self.rate = rng.choice(ARRAYS), [], None
        self.header, self.row, self.type = None, False, "npy"
        self.encoding = "f32" if self.kind in ("f4", "f2") else "f64"
        self.flat = columns == 1 and rng.random() < 0.8

    def hold(self, v):
        kind = np.dtype(self.kind)
        if kind.kind == "b":
            return float(v > 0)
        if kind.kind in "iu":
            top = np.iinfo(kind)
            return float(whole(v, max(top.min, -2**53), min(top.max, 2**53)))
        return float(kind.type(single(v, float(np.finfo(kind).max))))

    def write(self, columns, path):
        a = np.array(columns).T.astype(self.kind)
        with open(path, "wb") as f:
            np.save(f, np.ascontiguousarray(a[:, 0] if self.flat else a))


class Samples:
    """What audio files and raw ones have in common: an encoding, and 1 for full scale."""

    header, row = None, False

    def hold(self, v):
        bits = width(self.encoding)
        if bits:
            return whole(v, -2 ** (bits - 1), 2 ** (bits - 1) - 1) / 2 ** (bits - 1)
        return float(np.float32(single(v, 3e38))) if self.encoding.startswith("f32") else v


class Audio(Samples):
    def __init__(self, rng, rate):
        self.type = rng.choice(["wav", "wav", "wav", *AUDIO])
        some = AUDIO[self.type][0]
        # libsndfile counts the byte that pads an odd number of 8-bit samples as one more frame
        self.encoding = rng.choice(some[1:] if self.type == "aiff" else some)
        self.rate, self.args = rate, []

    def write(self, columns, path):
        a, bits = np.array(columns).T, width(self.encoding)
        if bits:
            a = (a * 2.0**31).astype(np.int32)
        name = AUDIO[self.type][1]
        subtype = SUBTYPES["u8" if (self.encoding, name) in
                           (("s8", "WAV"), ("s8", "W64"), ("s8", "RF64")) else self.encoding]
        soundfile.write(path, a, self.rate, subtype, format=name)


class Raw(Samples):
    """whose: signal or kernel, as the options say it."""

    def __init__(self, rng, columns, rate, whose):
        self.encoding, self.type = rng.choice(RAW), "raw"
        of, self.rate = "kernel-" if whose == "kernel" else "", rate
        self.args = [f"--{whose}-type=raw", f"--{whose}-encoding={self.encoding}"]
        self.args += [f"--{of}channels={columns}"] if columns > 1 or rng.random() < 0.5 else []
        self.args += [f"--{of}rate={rate}"] if rate else []

    def write(self, columns, path):
        with open(path, "wb") as f:
            f.write(raw_bytes(np.array(columns).T, self.encoding))


def raw_bytes(a, encoding):
    bits = width(encoding)
    order = ">" if encoding.endswith("be") else "<"
    if not bits:
        kind = order + ("f4" if encoding.startswith("f32") else "f8")
        return np.ascontiguousarray(a, kind).tobytes()
    k = (a * 2 ** (bits - 1)).astype(np.int64) + (128 if encoding == "u8" else 0)
    size = {8: 1, 16: 2, 24: 3, 32: 4}[bits]
    b = np.ascontiguousarray(k, "<i8").view(np.uint8).reshape(-1, 8)[:, :size]
    return (b[:, ::-1] if order == ">" else b).tobytes()


def read_raw(data, encoding, channels):
    bits = width(encoding)
    order = ">" if encoding.endswith("be") else "<"
    if not bits:
        a = np.frombuffer(data, order + ("f4" if encoding.startswith("f32") else "f8"))
        return a.astype(float).reshape(-1, channels)
    size = bits // 8
    b = np.frombuffer(data, np.uint8).reshape(-1, size).astype(np.int64)
    b = b[:, ::-1] if order == ">" else b
    k = sum(b[:, i] << (8 * i) for i in range(size))
    k = k - 128 if encoding == "u8" else (k + 2 ** (bits - 1)) % 2**bits - 2 ** (bits - 1)
    return (k / 2.0 ** (bits - 1)).reshape(-1, channels)


def read_table(data, headed):
    """(header or None, rows of numbers)."""
    fields = [re.split(r"[;,:|\t]|\s+", line.strip()) for line in data.decode().splitlines()]
    header = fields.pop(0) if headed else None
    return header, [[part for field in r for part in parts_of(field)] for r in fields]


def parts_of(field):
    """A number, or the two parts of a complex one."""
    if "j" not in field:
        return [float(field)]
    value = complex(field)
    return [value.real, value.imag]


def read_array(data):
    """(dtype, rows)."""
    a = np.load(io.BytesIO(data))
    if a.dtype.kind == "c":
        a = np.stack([a.real, a.imag], axis=-1)
    return a.dtype, [[float(v) for v in np.ravel(r)] for r in a]


def read_audio(data):
    """(rate, encoding, rows)."""
    with soundfile.SoundFile(io.BytesIO(data)) as f:
        encoding = {v: k for k, v in SUBTYPES.items()}[f.subtype]
        a = f.read(dtype="float64", always_2d=True)
        return f.samplerate, "s8" if encoding == "u8" else encoding, a.tolist()

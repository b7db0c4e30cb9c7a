# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""results.py - the form of a result: what conv is told of it, how numbers are rounded in it, and
how it is read.
"""
import os

import forms

FORMATS = ["%.3f", "%.6e", "%.9g", "%g", "%.0f", "%+.12e"]


class Result:
    """type: of the file; encoding: None where there is none; format: None for shortest numbers."""

    def __init__(self, rng, signal, folder, lags, rate):
        self.signal, self.lags, self.rate = signal, lags, rate
        self.options, self.path, self.format, self.asked = [], None, None, None
        self.headed = signal.header is not None
        self.type = signal.type if signal.type not in forms.AUDIO else "wav"
        self._draw_type(rng, folder)
        self._draw_encoding(rng)
        if self.type in ("text", "csv", "tsv") and rng.random() < 0.15:
            self.format = rng.choice(FORMATS)
            self.options.append(f"--format={self.format}")

    def _draw_type(self, rng, folder):
        audio = [] if self.lags else list(forms.AUDIO)
        draw = rng.random()
        if self.lags and self.type in ("raw", *forms.AUDIO) or draw < 0.35:
            some = ["text", "csv", "tsv", "npy"] + (["raw", *audio] if not self.lags else [])
            self.type = rng.choice(some)
            if rng.random() < 0.6:
                self.options += ["-t", self.type]
            else:
                self._to_file(folder, {"text": "txt"}.get(self.type, self.type))
        elif draw < 0.45:
            self.type = self.signal.type
            self._to_file(folder, self.type if self.type in forms.AUDIO else "unknown")
        elif draw < 0.5:
            self.options += ["-o", "-"]

    def _to_file(self, folder, suffix):
        self.path = os.path.join(folder, "result." + suffix)
        self.options += ["-o", self.path]

    def _draw_encoding(self, rng):
        """What the samples become; encoding None: as they are."""
        signal, some = getattr(self.signal, "encoding", None), {
            "npy": forms.FLOATING + ["s8", "u8", "s16", "s32", "s16be", "s32be", "f32be", "f64be"],
            "raw": forms.RAW}.get(self.type)
        if self.type in forms.AUDIO:
            some = forms.AUDIO[self.type][0]
        self.encoding = None
        if not some:
            return
        if rng.random() < 0.4:
            self.encoding = self.asked = rng.choice(some)
            self.options.append(f"--encoding={self.encoding}")
        elif self.type != "npy":
            self.encoding = default(signal, self.type, some)

    def round(self, v):
        """The number that the file says of the double v."""
        if self.format:
            return float(self.format % v)
        if not self.encoding:
            return v
        width = forms.width(self.encoding)
        full = 2 ** (width - 1) if width and self.type != "npy" else 1
        return forms.rounded(v, self.encoding, full)

    def refused(self):
        """Whether such a result cannot be."""
        return self.type in forms.AUDIO and (not self.rate or self.rate != int(self.rate))

    def read(self, data, columns):
        """(rows, what is wrong)."""
        if self.type == "npy":
            kind, rows = forms.read_array(data)
            want = forms_of_arrays(self.asked) if self.asked else ("<f8", "<i8")
            return rows, None if kind.str in want else f"an array of {kind.str} for {want}"
        if self.type == "raw":
            return forms.read_raw(data, self.encoding, columns).tolist(), None
        if self.type in forms.AUDIO:
            rate, encoding, rows = forms.read_audio(data)
            wrong = None if (rate, encoding) == (self.rate, self.encoding) else \
                f"audio of {rate} Hz, {encoding} for {self.rate} Hz, {self.encoding}"
            return rows, wrong
        header, rows = forms.read_table(data, self.headed)
        return rows, self._wrong_header(header, columns)

    def _wrong_header(self, got, columns):
        want = self.signal.header
        if not self.headed or len(want) != columns:
            return None  # the manual does not give the names of more or fewer columns
        if self.lags:
            want = ["time" if self.rate else "lag", *want]
        return None if got == want else f"header {got} for {want}"


def forms_of_arrays(encoding):
    order = ">" if encoding.endswith("be") else "<"
    kind = encoding[0].replace("s", "i")
    size = {"8": 1, "1": 2, "3": 4, "6": 8}[encoding[1]]
    return (f"{order if size > 1 else '|'}{kind}{size}",)


def default(signal, kind, some):
    """The signal's encoding, or the nearest that keeps all bits if one does."""
    signal = signal or "f64"
    if signal in some:
        return signal
    signal = signal.removesuffix("be").replace("u8", "s8")
    if signal in some:
        return signal
    return "f64" if kind != "flac" else "s24"

# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""commands.py - random commands: what conv is told, over most of its options."""
import math
import os

import kernels

BOUNDARIES = ["zero"] * 4 + ["constant", "edge", "symmetric", "mirror", "wrap", "odd", "renorm"]
POLICIES = ["propagate"] * 5 + ["omit", "omit", "omit:0.5", "keep", "keep:2/3", "error", "fill:2.5"]
KINDS = ["digit", "digit", "count", "large", "unit", "unit", "decimal", "wide", "tiny", "huge"]
def number(rng, kind):
    """A sample or a tap."""
    sign = rng.choice([-1, 1])
    if kind == "digit":
        return float(rng.randint(-9, 9))
    if kind == "count":
        return float(rng.randint(-40000, 40000))
    if kind == "large":
        return float(sign * rng.getrandbits(rng.randint(1, 53)))
    if kind == "unit":
        return rng.uniform(-1, 1)
    if kind == "decimal":
        return round(rng.uniform(-100, 100), rng.randint(0, 3))
    if kind == "wide":
        return sign * rng.random() * 10.0 ** rng.randint(-30, 30)
    if kind == "tiny":
        return sign * rng.random() * 2.0 ** rng.randint(-1074, -1000)
    return sign * rng.random() * 2.0 ** rng.randint(900, 1023)


class Case:
    """One random command: its options, its kernel and its signal."""

    def __init__(self, rng, folder):
        self.rng, self.folder, self.options = rng, folder, []
        self.method = rng.choice(["auto", "direct", "fft", "exact"])
        self.correlate = rng.random() < 0.3
        self.mode = rng.choice(["full", "same", "valid"])
        self.boundary, self.constant = rng.choice(BOUNDARIES), 0.0
        self.policy = rng.choice(POLICIES)
        self.gain = rng.choice([-6.0, 3.0]) if rng.random() < 0.05 else None
        self.long = rng.random() < 0.006
        self._draw_columns()
        self._draw_signal()
        self._draw_kernel()
        self._draw_options()

    def _draw_columns(self):
        shapes = [(1, 1)] * 6 + [(2, 1), (3, 1), (2, 2), (3, 3), (1, 2), (1, 3), (2, 4)]
        self.channels, self.kernel_channels = self.rng.choice(shapes)

    def _draw_signal(self):
        rng, kind = self.rng, self.rng.choice(KINDS[:7] if self.long else KINDS)
        n = rng.randint(20000, 32000) if self.long else rng.choice([1, 2, 3, 5]) \
            if rng.random() < 0.2 else rng.randint(1, 60)
        if n == 1:
            self.channels = 1
            self.kernel_channels = min(self.kernel_channels, 3)
        self.kind = kind
        self.x = [[number(rng, kind) for _ in range(n)] for _ in range(self.channels)]
        for what, chance in ((math.nan, 0.35), (math.inf, 0.07), (1e17, 0.1), (0.5, 0.05)):
            if rng.random() < chance:
                for _ in range(rng.randint(1, 4)):
                    sign = rng.choice([-1, 1])
                    rng.choice(self.x)[rng.randrange(n)] = sign * what
        if rng.random() < 0.04:
            self.x[0] = [0.0] * n

    def _draw_kernel(self):
        rng, path = self.rng, os.path.join(self.folder, "kernel")
        draw = rng.random()
        if self.kernel_channels == 1 and draw < 0.25:
            self.kernel = kernels.made_of_integers(rng)
        elif self.kernel_channels == 1 and draw < 0.45:
            self.kernel = kernels.made_of_doubles(rng)
        else:
            kind = self.kind if rng.random() < 0.5 else rng.choice(KINDS[:-2])
            self.kernel = kernels.given(rng, self.kernel_channels, kind, number, path)
        self.kernel_channels = len(self.kernel.columns)
        if rng.random() < 0.2 and self.kind not in ("tiny", "huge"):
            norm = rng.choice(["sum", "l1", "l2", "peak", "gain"])
            normal = kernels.normalized(rng, self.kernel, norm)
            if normal is None:
                self.kernel.args.pop()
            else:
                self.kernel = normal

    def _draw_options(self):
        rng, o, m = self.rng, self.options, self.kernel.length
        if self.boundary == "constant":
            self.constant = rng.choice([-1.5, 3.0, 0.1])
        if self.kernel.savgol and self.kernel.length % 2 and self.kernel.origin is None \
                and not any("normalize" in a for a in self.kernel.args) \
                and rng.random() < 0.3:
            self.boundary, self.mode, self.correlate = "fit", "same", False
            if self.policy.startswith(("omit", "keep")):
                self.policy = "propagate"
        self.origin = self.kernel.origin if self.kernel.origin is not None else \
            (m - 1) * self.correlate if self.kernel.causal else (m - 1) // 2
        if self.kernel.origin is not None and self.correlate:
            self.origin = m - 1 - self.origin
        if rng.random() < 0.25 and self.boundary != "fit":
            place = rng.choice(["left", "right", rng.randrange(m)])
            o.append(f"--origin={place}")
            self.origin = {"left": (m - 1) // 2, "right": m // 2}.get(
                place, place if not self.correlate or isinstance(place, str) else m - 1 - place)
        self.lags = self.correlate and rng.random() < 0.3 and not self.policy.startswith("keep")
        if self.lags and rng.random() < 0.5:
            self.range = sorted(rng.randint(-m, len(self.x[0])) for _ in range(2))
            self.range = [min(self.range[0], len(self.x[0]) - 1), max(self.range[1], 1 - m)]
            self.mode = "range"
            o.append("--lags={}:{}".format(*self.range))
        else:
            o += ["-m", self.mode] + (["--lags"] if self.lags else [])
        o += ["-M", self.method, f"--nan={self.policy}", "-v"]
        value = f":{self.constant}" if self.boundary == "constant" else ""
        o.append(f"-b{self.boundary}{value}")
        o += ["-c"] if self.correlate else []
        o += [f"--gain={self.gain}"] if self.gain is not None else []
        if self.method in ("direct", "exact", "auto") and rng.random() < 0.1:
            o.append("-u")
        elif rng.random() < 0.2:
            o.append(f"-j{rng.randint(1, 3)}")
        o += rng.choice([[], [], [], ["-t", "csv"], ["-t", "npy"]])
        self.pipe, self.npy = rng.random() < 0.5, rng.random() < 0.1

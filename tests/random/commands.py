# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""commands.py - random commands: what conv is told, over its options."""
import math
import os

import forms
import kernels
from promise import Expected
from results import Result

BOUNDARIES = ["zero"] * 4 + ["constant"] * 2 + ["edge", "symmetric", "mirror", "wrap", "odd",
                                                "renorm"]
ALIASES = {"edge": ["nearest", "replicate", "extend"], "symmetric": ["symm"],
           "wrap": ["circular", "periodic"]}
POLICIES = ["propagate"] * 5 + ["omit", "omit", "omit:0.5", "omit:1", "keep", "keep:2/3", "error",
                                "fill:2.5", "fill:-1e3"]
KINDS = ["digit", "digit", "count", "large", "unit", "unit", "decimal", "wide", "tiny", "huge"]
NORMS = ["sum", "l1", "l2", "peak", "gain"]
SCALED = ["coeff", "biased", "unbiased"]


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
    """One random command: its options, its kernel, its signal and the form of its result."""

    map = None  # the paths of --map: (channel of the signal, of the result, of the kernel)

    def __init__(self, rng, folder):
        self.rng, self.folder, self.options = rng, folder, []
        self.method = rng.choice(["auto", "direct", "fft", "exact"])
        self.correlate = rng.random() < 0.35
        self.norm = rng.choice(["xcorr", "xcorr", *SCALED]) \
            if self.correlate and rng.random() < 0.45 else None
        self.mode = rng.choice(["full", "same", "valid"])
        self.longest = self.mode == "same" and rng.random() < 0.2
        self.long = rng.random() < 0.006
        self._draw_columns()
        self._draw_signal()
        self._draw_kernel()
        self._draw_missing()
        self._draw_outputs()
        self._draw_computation()
        self.result = Result(rng, self.form, folder, self.lags, self.rate)
        self.result.headed &= not self.map
        self.options += self.result.options
        rng.shuffle(self.words)
        self.options += [w for words in self.words for w in words]

    def add(self, short, name, value=None):
        """An option, in one of the ways to write it."""
        draw = self.rng.randrange(4 if short else 2)
        name = name[:-1] if len(name) > 5 and self.rng.random() < 0.1 else name
        if value is None:
            self.options.append(f"--{name}" if draw < 2 else f"-{short}")
        elif draw < 2:
            self.options += [f"--{name}={value}"] if draw else [f"--{name}", str(value)]
        else:
            self.options += [f"-{short}{value}"] if draw == 2 else [f"-{short}", str(value)]

    def expected(self):
        return Expected(self)

    def taps_in(self, rows):
        """The columns of a kernel that is printed as a table."""
        return [list(c) for c in zip(*rows)]

    def printing(self):
        """What --print-kernel is given."""
        rate = [f"--rate={self.rate}"] if self.rate else []
        return [a for a in self.kernel.args if a != "--normalize=xcorr"] + rate

    def misshapen(self, data):
        """What is wrong with the axes of a result, or None."""
        return None

    def _draw_columns(self):
        shapes = [(1, 1)] * 6 + [(2, 1), (3, 1), (2, 2), (3, 3), (1, 2), (1, 3), (1, 4), (2, 4)]
        self.channels, self.kernel_channels = self.rng.choice(shapes[:-1] if self.norm else shapes)

    def _draw_signal(self):
        rng, kind = self.rng, self.rng.choice(KINDS[:7] if self.long else KINDS)
        n = rng.randint(20000, 32000) if self.long else rng.choice([1, 2, 3, 5]) \
            if rng.random() < 0.2 else rng.randint(1, 60)
        self.kind = kind
        self.rate = rng.choice([8000, 44100, 48000, 100, 0.5]) if rng.random() < 0.25 else None
        self._draw_form(n)
        x = [[number(rng, kind) for _ in range(n)] for _ in range(self.channels)]
        for what, chance in ((math.nan, 0.35), (math.inf, 0.07), (1e17, 0.1), (0.5, 0.05)):
            if rng.random() < chance:
                for _ in range(rng.randint(1, 4)):
                    sign = rng.choice([-1, 1])
                    rng.choice(x)[rng.randrange(n)] = sign * what
        if rng.random() < 0.04:
            x[0] = [0.0] * n
        self.x = [[self.form.hold(v) for v in c] for c in x]

    def _draw_form(self, n):
        rng = self.rng
        draw = rng.random()
        if draw < 0.6:
            if n == 1:
                self.channels, self.kernel_channels = 1, min(self.kernel_channels, 3)
            self.form = forms.Table(rng, self.channels, n)
        elif draw < 0.75:
            self.form = forms.Array(rng, self.channels, n)
        elif draw < 0.9:
            self.rate = rng.choice([8000, 44100, 48000])
            self.form = forms.Audio(rng, self.rate)
        else:
            self.form = forms.Raw(rng, self.channels, None, "signal")
        self.words = [self.form.args] if self.form.args else []
        if self.rate and not self.form.rate:
            self.words.append([f"--rate={self.rate}"] if self.rate < 1000 or rng.random() < 0.5
                              else [f"--rate={self.rate / 1000}kHz"])

    def _draw_kernel(self):
        rng, path = self.rng, os.path.join(self.folder, "kernel")
        draw = rng.random()
        if self.kernel_channels == 1 and draw < 0.25:
            self.kernel = kernels.made_of_integers(rng, self.rate)
        elif self.kernel_channels == 1 and draw < 0.45:
            self.kernel = kernels.made_of_doubles(rng, self.rate)
        else:
            kind = self.kind if rng.random() < 0.5 else rng.choice(KINDS[:-2])
            self.kernel = kernels.given(rng, self.kernel_channels, kind, number, path, self.rate)
        self.kernel_channels = len(self.kernel.columns)
        if self.norm:
            self.kernel.args.append(f"--normalize={self.norm}")
        elif rng.random() < 0.2 and self.kind not in ("tiny", "huge"):
            kernels.normalize(rng, self.kernel, rng.choice(NORMS))
        if not self.norm and rng.random() < 0.1:
            self._draw_map()

    def _draw_map(self):
        rng, outs = self.rng, self.rng.randint(1, 4)
        every = [(i, out, k) for i in range(self.channels) for out in range(outs)
                 for k in range(self.kernel_channels)]
        self.map = rng.sample(every, rng.randint(1, min(4, len(every))))
        words = [":".join(str(c + 1) for c in path) for path in self.map]
        self.options.append("--map=" + ",".join(words))

    def _draw_missing(self):
        """What is beyond the ends, and what becomes of NaNs."""
        rng = self.rng
        self.boundary, self.constant = rng.choice(BOUNDARIES), 0.0
        self.policy = rng.choice(POLICIES)
        self.bounded = True
        if self.norm in SCALED:
            self.boundary = "zero"
        if self.norm == "xcorr":
            self.bounded = rng.random() < 0.5
            if not self.bounded or self.boundary == "renorm":
                self.boundary = "none" if not self.bounded else "zero"
        if self.norm and self.policy.startswith(("omit", "keep")):
            self.policy = "propagate" if self.bounded else "omit"
        if self.boundary == "constant":
            self.constant = rng.choice([-1.5, 3.0, 0.1, math.nan, math.inf, 0.0])
        if self._may_fit() and rng.random() < 0.5:
            self.boundary, self.mode, self.correlate = "fit", "same", False
            self.longest = False
            if self.policy.startswith(("omit", "keep")):
                self.policy = "propagate"

    def _may_fit(self):
        kernel = self.kernel
        return kernel.savgol and kernel.length % 2 and kernel.origin is None and not self.norm \
            and not self.map and not any("normalize" in a for a in kernel.args)

    def _draw_outputs(self):
        rng, m, n = self.rng, self.kernel.length, len(self.x[0])
        self.swapped = m > n and (self.mode == "valid" or self.longest)
        if self.swapped and self.longest and (
                self.kernel.causal or self.kernel.origin is not None or self.policy[0] == "k"):
            self.longest = self.swapped = False  # whose time 0 that is, the manual does not say
        self._draw_origin(n if self.swapped and self.longest else m)
        self.lags = self.correlate and rng.random() < 0.3 and not self.policy.startswith("keep")
        if self.lags and not self.longest and rng.random() < 0.5:
            self._draw_range(m, n)
        else:
            self.add("m", "mode", self.mode)
            self.options += ["--lags"] if self.lags else []
        if self.longest:
            self.options.append("--same=longest")
        elif self.mode == "same" and rng.random() < 0.05:
            self.options.append("--same=signal")
        self.begins, self.tail = False, math.inf
        if self.mode in ("full", "same") and not self.lags and not self.longest \
                and self.boundary != "fit":
            self._draw_time(m)

    def _draw_origin(self, m):
        """The tap of the flipped sum at time 0; m: of the kernel, or of what trades places."""
        rng, kernel, o = self.rng, self.kernel, self.options
        self.origin = kernel.origin if kernel.origin is not None else \
            (m - 1) * self.correlate if kernel.causal else (m - 1) // 2
        if kernel.origin is not None and self.correlate:
            self.origin = m - 1 - kernel.origin
        self.named = rng.random() < 0.25 and self.boundary != "fit"
        if self.named:
            named = self.swapped and self.longest
            place = rng.choice(["left", "right"] + [rng.randrange(m)] * (not named))
            o.append(f"--origin={place}")
            self.origin = {"left": (m - 1) // 2, "right": m // 2}.get(
                place, place if not self.correlate or isinstance(place, str) else m - 1 - place)
        if self.swapped and self.longest and self.correlate:
            self.origin = m - 1 - self.origin  # lags of the other sign, as in numpy.correlate

    def _draw_time(self, m):
        """--align, which begins the result beside the first frame, and --tail, which ends it."""
        rng, kernel = self.rng, self.kernel
        own = kernel.causal or kernel.origin is not None or self.named
        as_given = not kernel.printed() and not any("normalize" in a for a in kernel.args)
        if not self.named and as_given and rng.random() < 0.15:
            align, own, self.begins = rng.choice(["peak", "onset"]), True, True
            self.options.append(f"--align={align}")
            sizes = [max(abs(float(c[j])) for c in kernel.columns) for j in range(m)]
            high = max(sizes) if align == "peak" else max(sizes) * 0.1
            tap = next((j for j in range(m)
                        if sizes[j] > high or (align == "peak" and sizes[j] == high)), 0)
            self.origin = m - 1 - tap if self.correlate else tap
        if self.mode == "full" and not self.correlate and rng.random() < 0.15:
            self.tail, self.begins = rng.choice([0, 0, rng.randint(0, 2 * m)]), True
            self.options.append(f"--tail={self.tail or rng.choice(['none', 0])}")
            self.origin = self.origin if own else 0

    def _draw_range(self, m, n):
        rng = self.rng
        low, high = sorted(rng.randint(-m, n) for _ in range(2))
        self.range = [min(low, n - 1), max(high, 1 - m)]
        self.mode, self.swapped = "range", False
        words = map(str, self.range)
        if self.rate and rng.random() < 0.5:
            words = [kernels.time(rng, v, self.rate) for v in self.range]
        self.options.append("--lags=" + ":".join(words))

    def _draw_computation(self):
        rng = self.rng
        self.gain = rng.choice([-6.0, 3.0]) if rng.random() < 0.05 else None
        self.add("M", "method", self.method)
        if self.policy != "propagate" or rng.random() < 0.5:
            self.options.append(f"--nan={self.policy}")
        self._add_boundary()
        self._add_overlap()
        if self.correlate:
            self.add("c", "correlate")
        if self.gain is not None:
            self.options.append(f"--gain={self.gain}" + rng.choice(["", "dB"]))
        self.quiet = rng.random() < 0.05
        self.options.append("-q" if self.quiet else "-v")
        if self.method != "fft" and rng.random() < 0.1:
            self.add("u", "line-buffered")
        elif rng.random() < 0.2:
            self.add("j", "threads", rng.randint(1, 3))
        self.pipe = rng.random() < 0.5

    def _add_boundary(self):
        rng = self.rng
        name = rng.choice([self.boundary, *ALIASES.get(self.boundary, [])])
        value = f":{self.constant}" if self.boundary == "constant" else ""
        if self.norm in SCALED or not self.bounded:
            return
        if self.boundary != "zero" or self.norm or rng.random() < 0.5:
            self.add("b", "boundary", name + value)

    def _add_overlap(self):
        """The least frames that overlap: at least 2, by default 10% of the shorter."""
        rng, shorter = self.rng, min(self.kernel.length, len(self.x[0]))
        if self.norm != "xcorr" or self.bounded:
            return
        draw, percent = rng.random(), 10
        if draw < 0.4:
            self.least = rng.randint(2, shorter + (shorter < 2))
            self.options.append(f"--overlap={self.least}")
            return
        if draw < 0.7:
            percent = rng.randint(1, 100)
            self.options.append(f"--overlap={percent}%")
        self.least = max(2, -(-percent * shorter // 100))

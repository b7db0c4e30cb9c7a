# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""kernels.py - random kernels: what conv is told, and the taps that the manual says it means.

A kernel has args, columns of taps (lists of doubles or of fractions), whether it is a mean
(a fraction of integers), whether it is causal, and how near the printed taps must be to these.
"""
import math
from fractions import Fraction

import numpy as np
from scipy import ndimage, signal

import reference as ref


class Kernel:
    def __init__(self, args, columns, mean=False, causal=False, near=0.0):
        self.args, self.columns, self.mean = args, columns, mean
        self.causal, self.near, self.origin, self.savgol = causal, near, None, None
        self.integers = [[int(t) for t in c] for c in columns] if mean else None

    @property
    def length(self):
        return len(self.columns[0])

    def printed(self):
        """Whether conv's own doubles are taken, once they are found near these."""
        return self.near > 0


def fractions_of(args, taps):
    """A made kernel whose taps are fractions of integers."""
    k = Kernel(args, [taps])
    numerators, _ = ref.scaled(taps)
    k.mean, k.integers = True, [list(numerators)]
    return k


def central(order):
    """0.5 0 -0.5 and 1 -2 1 and their products."""
    taps = [Fraction(1)]
    for part in [[1, -2, 1]] * (order // 2) + [[Fraction(1, 2), 0, -Fraction(1, 2)]] * (order % 2):
        taps = [sum(taps[i] * part[n - i] for i in range(len(taps)) if 0 <= n - i < 3)
                for n in range(len(taps) + 2)]
    return [Fraction(t) for t in taps]


def made_of_integers(rng):
    n = rng.randint(1, 24)
    kind = rng.choice(["box", "triangle", "bartlett", "binomial", "savgol", "deriv"])
    if kind == "box":
        return fractions_of(["-g", f"box:{n}"], [Fraction(1, n)] * n)
    if kind == "binomial":
        return fractions_of(["-g", f"binomial:{n}"],
                            [Fraction(math.comb(n - 1, i), 2 ** (n - 1)) for i in range(n)])
    if kind == "triangle":
        taps = [min(i + 1, n - i) * 2 - (n % 2 == 0) for i in range(n)]
        return fractions_of(["-g", f"triangle:{n}"], [Fraction(t, sum(taps)) for t in taps])
    if kind == "bartlett":
        n += 2
        taps = [min(i, n - 1 - i) for i in range(n)]
        return fractions_of(["-g", f"bartlett:{n}"], [Fraction(t, sum(taps)) for t in taps])
    if kind == "deriv":
        order = rng.randint(1, 8)
        return fractions_of(["-g", f"deriv:{order}"], central(order))
    n, order = rng.randint(3, 13), rng.randint(0, 5)
    order = min(order, n - 1)
    d = rng.randint(0, min(2, order)) if rng.random() < 0.5 else 0
    pos = rng.randrange(n) if n % 2 == 0 or rng.random() < 0.2 else None
    at = (n - 1) // 2 if pos is None else pos
    taps = ref.polynomial_taps(n, order, d, at)[::-1]
    spec = f"savgol:{n},{order}" + (f",d={d}" if d else "")
    spec += f",pos={pos}" if pos is not None else ""
    k = fractions_of(["-g", spec], taps)
    if pos is not None:
        k.origin = n - 1 - pos  # time 0 is at frame pos of the n, which the flipped taps meet
    k.savgol = (n, order, d)
    return k


def made_of_doubles(rng):
    n = rng.randint(2, 30)
    kind = rng.choice(["window", "gauss", "exp", "firwin", "delta", "echo"])
    if kind == "window":
        name = rng.choice(["hann", "hamming", "blackman", "tukey", "kaiser"])
        beta = rng.choice([3.0, 8.6, 14.0])
        what = {"tukey": ("tukey", 0.5), "kaiser": ("kaiser", beta)}.get(name, name)
        more = f",beta={beta}" if name == "kaiser" else ""
        n += 2
        scale, fft = rng.random() < 0.8, rng.random() < 0.3
        w = signal.get_window(what, n, fftbins=fft)
        w = w / w.sum() if scale else w
        more += ("" if scale else ",scale=0") + (",periodic=1" if fft else "")
        return Kernel(["-g", f"{name}:{n}{more}"], [list(w)], near=1e-14)
    if kind == "gauss":
        sigma, d = rng.choice([0.5, 1.0, 1.7, 3.0]), rng.choice([0, 0, 0, 1, 2])
        delta = np.zeros(2 * int(4 * sigma + 0.5) + 1)
        delta[len(delta) // 2] = 1
        taps = ndimage.gaussian_filter1d(delta, sigma, order=d, mode="constant")
        return Kernel(["-g", f"gauss:{sigma}" + (f",d={d}" if d else "")], [list(taps)], near=1e-14)
    if kind == "exp":
        alpha = rng.choice([0.5, 0.7, 0.9])
        tau = -1 / math.log1p(-alpha) if alpha < 1 else 1
        text = rng.choice([f"exp:{rng.choice([0.5, 1.0, 2.0])},truncate=5", f"exp:alpha={alpha}"])
        if not text.startswith("exp:alpha"):
            tau = float(text[4:].split(",")[0])
        count = math.ceil((5 if "truncate" in text else 37) * tau) + 1
        w = np.exp(-np.arange(count) / tau)
        return Kernel(["-g", text], [list(w / w.sum())], causal=True, near=2e-14)
    if kind == "firwin":
        taps, window = 2 * rng.randint(2, 15) + 1, rng.choice(["hamming", "hann", "blackman"])
        f, band = rng.choice([0.1, 0.17, 0.3]), rng.choice(["lowpass", "highpass"])
        w = signal.firwin(taps, f, window=window, pass_zero=band, fs=1.0)
        return Kernel(["-g", f"{band}:{f},{taps},{window}"], [list(w)], near=1e-14)
    if kind == "delta":
        shift = rng.randint(0, 20)
        return Kernel(["-g", f"delta:{shift}"], [[0.0] * shift + [1.0]], causal=True)
    delay, gain = rng.randint(1, 20), rng.choice([0.5, 0.3, -0.75])
    taps = [1.0] + [0.0] * (delay - 1) + [gain]
    return Kernel(["-g", f"echo:{delay},{gain}"], [taps], causal=True)


def normalized(rng, kernel, norm):
    """The kernel divided by its norm."""
    kernel.args += [f"--normalize={norm}"]
    columns = [[Fraction(t) for t in c] for c in kernel.columns]
    if norm == "sum":
        norms = [sum(c) for c in columns]
        if not all(norms):
            return None
    else:
        measure = {"l1": lambda c: sum(map(abs, c)), "peak": lambda c: max(map(abs, c)),
                   "l2": lambda c: ref.root(sum(t * t for t in c)), "gain": gain_of}[norm]
        norms = [max(map(measure, columns))] * len(columns)
        if not norms[0]:
            return None
    exact = kernel.mean and norm in ("sum", "l1", "peak")
    kernel.columns = [[t / n for t in c] for c, n in zip(columns, norms)]
    if exact and norm == "sum":
        sums = [sum(c) for c in kernel.integers]
        common = math.lcm(*sums)
        kernel.integers = [[t * (common // s) for t in c] for c, s in zip(kernel.integers, sums)]
    if not exact:
        spread = max(sum(map(abs, c)) / abs(n) for c, n in zip(columns, norms))
        rounding = 1e-15 * (1 + float(spread)) * kernel.length
        kernel.near = 2e-6 if norm == "gain" else kernel.near * float(spread) + rounding
        kernel.mean = False
    return kernel


def gain_of(column):
    """The largest gain, to 1e-6: the transform at 2^19 frequencies."""
    peak = max(map(abs, column))
    taps = np.array([float(t / peak) for t in column]) if peak else np.zeros(1)
    return Fraction(float(abs(np.fft.rfft(taps, 2**19)).max())) * peak


def given(rng, columns, kind, number, path):
    """Taps of -e, or of a file."""
    n = rng.choice([1, 2, 3, 4, 5, 7, 8, 12, 17, 33, 64, 65, 70, 130, 200]) if rng.random() < 0.3 \
        else rng.randint(1, 12)
    taps = [[number(rng, kind) for _ in range(n)] for _ in range(columns)]
    if rng.random() < 0.1:
        taps[rng.randrange(columns)][rng.randrange(n)] = 0.0
    if columns == 1 and rng.random() < 0.7:
        args = ["-e", ",".join(map(repr, taps[0]))]
    else:
        with open(path, "w") as f:
            f.writelines(" ".join(map(repr, row)) + "\n" for row in zip(*taps))
        if n == 1 and columns > 1:
            args = ["-k", path]
            taps = [[v for (v,) in taps]]  # a table of one row is one channel
        else:
            args = ["-k", path]
    whole = all(ref.is_integer(t) for c in taps for t in c)
    return Kernel(args, taps, mean=whole)

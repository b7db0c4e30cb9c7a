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

import forms
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
    """A made kernel whose taps are fractions of integers, or doubles where these are too large."""
    numerators, _ = ref.scaled(taps)
    if sum(map(abs, numerators)) >= 2**53:
        return Kernel(args, [[float(t) for t in taps]])
    k = Kernel(args, [taps])
    plain = all(t.denominator == 1 for t in taps)
    k.mean, k.integers = not plain or max(map(abs, taps)) <= 2**53, [list(numerators)]
    return k


def central(order):
    """0.5 0 -0.5 and 1 -2 1 and their products."""
    taps = [Fraction(1)]
    for part in [[1, -2, 1]] * (order // 2) + [[Fraction(1, 2), 0, -Fraction(1, 2)]] * (order % 2):
        taps = [sum(taps[i] * part[n - i] for i in range(len(taps)) if 0 <= n - i < 3)
                for n in range(len(taps) + 2)]
    return [Fraction(t) for t in taps]


UNITS = {"s": 1, "ms": 1000, "us": 1000000}


def time(rng, frames, rate):
    """A number of frames as a time, or as it is."""
    if not rate or rng.random() < 0.5:
        return str(frames)
    unit = rng.choice(list(UNITS))
    return f"{frames * UNITS[unit] / rate!r}{unit}"


def frequency(rng, cycles, rate):
    """Cycles per frame, or per second where the rate is known."""
    if not rate:
        return str(cycles)
    hertz = cycles * rate
    return rng.choice([f"{hertz!r}", f"{hertz!r}Hz", f"{hertz / 1000!r}kHz"])


def per_second(taps, rate, d):
    """The taps of derivative d, per second where the rate is known."""
    return [t * Fraction(rate or 1) ** d for t in taps]


def made_of_integers(rng, rate):
    n = rng.randint(1, 24)
    kind = rng.choice(["box", "triangle", "bartlett", "binomial", "savgol", "deriv"])
    if kind == "box":
        other = f"{n * 1000 / rate!r},ms" if rate else f"n={n}"
        text = rng.choice([time(rng, n, rate), other])
        return fractions_of(["-g", f"box:{text}"], [Fraction(1, n)] * n)
    if kind == "binomial":
        return fractions_of(["-g", f"binomial:{time(rng, n, rate)}"],
                            [Fraction(math.comb(n - 1, i), 2 ** (n - 1)) for i in range(n)])
    if kind == "triangle":
        taps = [min(i + 1, n - i) * 2 - (n % 2 == 0) for i in range(n)]
        return fractions_of(["-g", f"triangle:{time(rng, n, rate)}"],
                            [Fraction(t, sum(taps)) for t in taps])
    if kind == "bartlett":
        n += 2
        taps = [min(i, n - 1 - i) for i in range(n)]
        return fractions_of(["-g", f"bartlett:{time(rng, n, rate)}"],
                            [Fraction(t, sum(taps)) for t in taps])
    if kind == "deriv":
        order = rng.randint(1, 8)
        return fractions_of(["-g", f"deriv:{order}"], per_second(central(order), rate, order))
    return savgol(rng, rate)


def savgol(rng, rate):
    n, order = rng.randint(3, 13), rng.randint(0, 5)
    order = min(order, n - 1)
    d = rng.randint(0, min(2, order)) if rng.random() < 0.5 else 0
    pos = rng.randrange(n) if n % 2 == 0 or rng.random() < 0.2 else None
    at = (n - 1) // 2 if pos is None else pos
    taps = per_second(ref.polynomial_taps(n, order, d, at)[::-1], rate, d)
    spec = f"savgol:{n},{order}" + (f",d={d}" if d else "")
    spec += f",pos={pos}" if pos is not None else ""
    k = fractions_of(["-g", spec], taps)
    if pos is not None:
        k.origin = n - 1 - pos  # time 0 is at frame pos of the n, which the flipped taps meet
    k.savgol = (n, order, d, Fraction(rate or 1) ** d)
    return k


def made_of_doubles(rng, rate):
    return rng.choice([window, gauss, exponential, filter_of, filter_of, echo])(rng, rate)


def window(rng, rate):
    n, name = rng.randint(4, 32), rng.choice(["hann", "hamming", "blackman", "tukey", "kaiser"])
    beta, alpha = rng.choice([3.0, 8.6, 14.0]), rng.choice([0.25, 0.5, 0.9])
    what = {"tukey": ("tukey", alpha), "kaiser": ("kaiser", beta)}.get(name, name)
    more = {"tukey": f",alpha={alpha}", "kaiser": rng.choice([f",{beta}", f",beta={beta}"])}
    more = more.get(name, "")
    scale, fft = rng.random() < 0.8, rng.random() < 0.3
    w = signal.get_window(what, n, fftbins=fft)
    w = w / w.sum() if scale else w
    more += ("" if scale else ",scale=0") + (",periodic=1" if fft else "")
    return Kernel(["-g", f"{name}:{time(rng, n, rate)}{more}"], [list(w)], near=1e-14)


def gauss(rng, rate):
    sigma, d = rng.choice([0.5, 1.0, 1.7, 3.0]), rng.choice([0, 0, 0, 1, 2])
    radius, truncate = int(4 * sigma + 0.5), rng.choice([None, None, 2, 4, 6])
    more = f",d={d}" if d else ""
    if truncate:
        radius, more = int(truncate * sigma + 0.5), more + f",truncate={truncate}"
    elif rng.random() < 0.3:
        radius = rng.randint(1, 12)
        more += f",radius={radius}"
    delta = np.zeros(2 * radius + 1)
    delta[radius] = 1
    taps = ndimage.gaussian_filter1d(delta, sigma, order=d, mode="constant",
                                     truncate=(radius + 0.1) / sigma)
    taps = taps * float(rate or 1) ** d
    return Kernel(["-g", f"gauss:{time(rng, sigma, rate)}{more}"], [list(taps)], near=1e-14)


def exponential(rng, rate):
    """exp by its four parameters: -1 / tau is the logarithm of the weights' ratio."""
    name = rng.choice(["tau", "alpha", "span", "halflife"])
    v = rng.choice({"tau": [0.5, 1.0, 2.0], "alpha": [0.5, 0.7, 0.9], "span": [2, 3],
                    "halflife": [0.5, 1.0]}[name])
    tau = {"tau": lambda: v, "alpha": lambda: -1 / math.log1p(-v),
           "span": lambda: 1 / math.log((v + 1) / (v - 1)),
           "halflife": lambda: v / math.log(2)}[name]()
    text = f"exp:{v if name == 'alpha' else time(rng, v, rate)}" if name == "tau" else \
        f"exp:{name}={v if name == 'alpha' else time(rng, v, rate)}"
    truncate, scale = rng.choice([5, 37]), rng.random() < 0.8
    text += (f",truncate={truncate}" if truncate != 37 else "") + ("" if scale else ",scale=0")
    w = np.exp(-np.arange(math.ceil(truncate * tau) + 1) / tau)
    return Kernel(["-g", text], [list(w / w.sum() if scale else w)], causal=True, near=2e-14)


def filter_of(rng, rate):
    """firwin's: a low, high or band pass or stop."""
    band = rng.choice(["lowpass", "highpass", "bandpass", "bandstop", "notch"])
    taps, name = 2 * rng.randint(2, 15) + 1, rng.choice(["hamming", "hann", "blackman", "kaiser"])
    taps -= band in ("lowpass", "bandpass") and rng.random() < 0.3
    edges = [rng.choice([0.1, 0.17, 0.3])]
    if band.startswith(("band", "notch")):
        edges = rng.choice([[0.1, 0.2], [0.05, 0.3], [0.1, 0.15, 0.25, 0.4]])
    beta = rng.choice([5.0, 8.6])
    what = ("kaiser", beta) if name == "kaiser" else name
    kind = "bandstop" if band == "notch" else band
    scale = rng.random() < 0.8
    w = signal.firwin(taps, edges, window=what, pass_zero=kind, fs=1.0, scale=scale)
    words = [frequency(rng, f, rate) for f in edges] + [str(taps), name]
    words += [str(beta)] if name == "kaiser" else []
    words += [] if scale else ["scale=0"]
    return Kernel(["-g", f"{band}:" + ",".join(words)], [list(w)], near=1e-14)


def echo(rng, rate):
    """echo, or delta: a delay."""
    delay, gain = rng.randint(1, 20), rng.choice([0.5, 0.3, -0.75])
    if rng.random() < 0.5:
        taps = [0.0] * delay + [1.0]
        return Kernel(["-g", f"delta:{time(rng, delay, rate)}"], [taps], causal=True)
    taps = [1.0] + [0.0] * (delay - 1) + [gain]
    return Kernel(["-g", f"echo:{time(rng, delay, rate)},{gain}"], [taps], causal=True)


def normalize(rng, kernel, norm):
    """Divides the kernel by its norm, unless that is 0."""
    columns = [[Fraction(t) for t in c] for c in kernel.columns]
    if norm == "sum":
        norms = [sum(c) if abs(sum(c)) > sum(map(abs, c)) / 2**48 else 0 for c in columns]
    else:
        measure = {"l1": lambda c: sum(map(abs, c)), "peak": lambda c: max(map(abs, c)),
                   "l2": lambda c: ref.root(sum(t * t for t in c)), "gain": gain_of}[norm]
        norms = [max(map(measure, columns))] * len(columns)
    if not all(norms):
        return
    kernel.args.append(f"--normalize={norm}")
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


def gain_of(column):
    """The largest gain, to 1e-6: the transform at 2^19 frequencies."""
    peak = max(map(abs, column))
    taps = np.array([float(t / peak) for t in column]) if peak else np.zeros(1)
    return Fraction(float(abs(np.fft.rfft(taps, 2**19)).max())) * peak


def given(rng, columns, kind, number, path, rate):
    """Taps of -e, or of a file."""
    n = rng.choice([1, 2, 3, 4, 5, 7, 8, 12, 17, 33, 64, 65, 70, 130, 200]) if rng.random() < 0.3 \
        else rng.randint(1, 12)
    taps = [[number(rng, kind) for _ in range(n)] for _ in range(columns)]
    if rng.random() < 0.1:
        taps[rng.randrange(columns)][rng.randrange(n)] = 0.0
    if columns == 1 and rng.random() < 0.6:
        words = rng.choice([",", " ", ", "]).join(map(repr, taps[0]))
        args = rng.choice([["-e", words], [f"--taps={words}"]])
    else:
        form = form_of(rng, columns, n, rate)
        taps = [[form.hold(v) for v in c] for c in taps]
        form.write(taps, path)
        args = form.args + rng.choice([["-k", path], [f"--kernel={path}"], [path]])
        if isinstance(form, forms.Table) and n == 1 and columns > 1:
            taps = [[v for (v,) in taps]]  # a table of one row is one channel
    return Kernel(args, taps, mean=all(ref.is_integer(t) for c in taps for t in c))


def form_of(rng, columns, n, rate):
    """The form of a kernel's file. One with a rate needs a signal that has it."""
    draw = rng.random()
    if draw < 0.5:
        form = forms.Table(rng, columns, n)
        form.header, form.args, form.separator = None, [], rng.choice([" ", ",", "\t", ";"])
        return form
    if draw < 0.7:
        return forms.Array(rng, columns, n)
    if rate and rate == int(rate) and draw < 0.85:
        return forms.Audio(rng, rate)
    return forms.Raw(rng, columns, rng.choice([None, rate]), "kernel")

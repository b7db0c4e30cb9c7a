#!/usr/bin/python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""make-weights.py - writes the cases of missing values that leave little weight, from sums of
fractions.

Run it from anywhere, after make-cases.py; needs numpy, which running the tests does not.
"""
import math
from fractions import Fraction

import numpy as np

from golden import case, load, save

noise = load("noise-1000.txt")


def omitted(x, h):
    """The sums over what is there, rescaled by its share of the taps, mode full; nothing beyond the
    ends."""
    here = [j for j, v in enumerate(h) if v]
    taps = [Fraction(v) for v in h]
    whole = sum(taps)
    signal = [None if math.isnan(v) else Fraction(v) for v in x]
    y = []
    for n in range(len(x) + len(h) - 1):
        met = [(taps[j], signal[n - j]) for j in here if 0 <= n - j < len(x)
               and signal[n - j] is not None]
        weight = sum(t for t, _ in met)
        y.append(float(sum(t * v for t, v in met) * whole / weight) if weight else math.nan)
    return y


def gaps(x, *runs):
    x = x.copy()
    for first, last in runs:
        x[first:last] = np.nan
    return x


signals = {
    "runs": gaps(noise + 3, (100, 300), (320, 321), (500, 900)),
    "few": gaps(noise, *[(n + 1, n + 89) for n in range(0, 900, 89)]),
}
j = np.arange(151)
kernels = {
    "exp": np.exp(-j / 9),
    "gauss": np.exp(-((j - 75) / 12.0) ** 2 / 2),
    "cancel": np.r_[1, -1 + 2**-20, 3, -3 + 2**-22, np.sin(j[4:] / 7.0)],
    "zeros": np.where(j % 50 == 0, 1.5 + j, 0),
}
for kind, h in kernels.items():
    save(f"weights-{kind}.txt", h)
for where, x in signals.items():
    save(f"weights-{where}.txt", x)
    for kind, h in kernels.items():
        for method in ("direct", "fft"):
            case(f"nan/weights-{where}-{kind}-{method}",
                 f"conv -q -M {method} --nan=omit -b renorm $DATA/weights-{kind}.txt "
                 f"$DATA/weights-{where}.txt",
                 omitted(x, h), 1e-12)

# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""coefficients.py - what the manual promises of correlations that are normalised.

Pearson's coefficients are quotients of exact integers, but for one square root.
"""
import math
from fractions import Fraction

import numpy as np

import reference as ref

NEAR = Fraction(1, 10**12)


class Moments:
    """Sums over what a kernel and a signal share, for each output: all integers.

    x: samples from frame start-M+1 on, None where there is none that counts.
    """

    def __init__(self, x, taps, count):
        there = np.array([v is not None for v in x]).astype(object)
        odd = np.array([v is not None and not math.isfinite(v) for v in x])
        values, _ = ref.scaled([0.0 if v is None or not math.isfinite(v) else v for v in x])
        squares, m = values * values, len(taps)
        h, _ = ref.scaled(taps)
        self.n, self.x, self.h, self.xx, self.hh, self.xh = (
            np.zeros(count, dtype=object) for _ in range(6))
        self.special = np.zeros(count, dtype=bool)
        for j in range(m):
            k = slice(m - 1 - j, m - 1 - j + count)
            self.n += there[k]
            self.x += values[k]
            self.xx += squares[k]
            self.h += h[j] * there[k]
            self.hh += h[j] * h[j] * there[k]
            self.xh += h[j] * values[k]
            self.special |= odd[k]

    def pearson(self, i, least, bounded):
        """(coefficient, limit of its error)."""
        if self.special[i] or self.n[i] < least:
            return ref.NAN, 0
        spread = self.n[i] * self.xx[i] - self.x[i] ** 2
        other = self.n[i] * self.hh[i] - self.h[i] ** 2
        if spread == 0 or other == 0:
            return (0.0 if bounded else ref.NAN), 0
        product = self.n[i] * self.xh[i] - self.x[i] * self.h[i]
        return Fraction(product << 64, math.isqrt(spread * other << 128)), NEAR


def divided(column, divisors):
    """What is left of (value, limit) when each is divided, and rounded again."""
    return [quotient(y, limit, d) for (y, limit), d in zip(column, divisors)]


def quotient(y, limit, d):
    if y is None or isinstance(y, Fraction) and abs(y) >= 2**1023:
        return None, 0
    if isinstance(y, float) or isinstance(d, float) or d == 0:
        d = ref.NAN if d == 0 and y == 0 else d
        return float(y) / float(d), 0
    ask = limit if callable(limit) else lambda: limit
    least = Fraction(1, 2**1074)  # the sum is a double too
    return y / d, lambda: (ask() + least) / d + 6 * ref.U * abs(y / d) + least


def divisors(norm, x, taps, start, count):
    """What coeff, biased and unbiased divide the outputs by."""
    m, n = len(taps), len(x)
    if norm == "coeff":
        return [energy_root(x, taps)] * count
    longer = Fraction(max(m, n))
    lags = range(start - m + 1, start - m + 1 + count)
    return [longer if norm == "biased" else longer - abs(lag) for lag in lags]


def energy_root(x, taps):
    """The root of the product of both energies; NaN where that of the signal is not finite."""
    if not all(map(math.isfinite, x)):
        return ref.NAN
    squares = [sum(Fraction(v) ** 2 for v in part) for part in (x, taps)]
    return ref.root(squares[0] * squares[1])

# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""reference.py - what conv's manual promises of an output, in exact integers.

A sum of products of doubles is an integer times a power of two: samples and taps are scaled to
integers of any size, and each output is kept as a fraction num/den beside sum|h x| and the weights
that its limits of error are made of. Nothing here is taken from conv's sources.
"""
import functools
import math
from fractions import Fraction

import numpy as np

U = Fraction(1, 2**53)
NAN, INF = math.nan, math.inf


def scaled(values):
    """Finite doubles or fractions as integers over one denominator: (object array, denominator)."""
    ratios = [v.as_integer_ratio() for v in values]
    den = math.lcm(*(d for _, d in ratios)) if ratios else 1
    return np.array([n * (den // d) for n, d in ratios], dtype=object), den


def nearest(num, den):
    """The double nearest to num/den, ties to even, infinite past the largest."""
    try:
        return num / den
    except OverflowError:
        return INF if num > 0 else -INF


def is_integer(v):
    return math.isfinite(v) and v == int(v) and abs(v) <= 2**53


def grid(values):
    """An array of objects, of one axis if it is none yet."""
    if isinstance(values, np.ndarray):
        return values
    array = np.empty(len(values), dtype=object)
    array[:] = values
    return array


def beyond(column, i, boundary, constant):
    """The sample at frame i, which may lie beyond the ends; None where there is nothing."""
    n = len(column)
    if 0 <= i < n:
        return column[i]
    if boundary == "constant":
        return constant
    if boundary == "edge":
        return column[0 if i < 0 else n - 1]
    if boundary == "wrap":
        return column[i % n]
    if boundary == "symmetric":
        i %= 2 * n
        return column[min(i, 2 * n - 1 - i)]
    if boundary in ("mirror", "odd"):
        if n == 1:
            return column[0]
        turns, i = divmod(i, 2 * (n - 1)) if boundary == "odd" else (0, i % (2 * (n - 1)))
        if boundary == "mirror":
            return column[min(i, 2 * (n - 1) - i)]
        first, last = column[0], column[-1]
        if not (math.isfinite(first) and math.isfinite(last)):
            return odd_by_steps(column, turns * 2 * (n - 1) + i)
        r = column[i] if i < n else column[2 * (n - 1) - i]
        if not math.isfinite(r):
            return odd_by_steps(column, turns * 2 * (n - 1) + i)
        value = Fraction(r) if i < n else 2 * Fraction(last) - Fraction(r)
        return nearest(*(value + 2 * turns * (Fraction(last) - Fraction(first))).as_integer_ratio())
    return None if boundary in ("renorm", "fit", "none") else 0.0


def odd_by_steps(column, i):
    """The odd extension fold by fold, in doubles: NaN and infinity as they come."""
    n = len(column)
    if 0 <= i < n:
        return column[i]
    if i < 0:
        return 2 * column[0] - odd_by_steps(column, -i)
    return 2 * column[-1] - odd_by_steps(column, 2 * (n - 1) - i)


def start_and_count(n, m, mode, origin, longest=False):
    """Which outputs of the full result a mode wants; origin is the tap of the flipped sum."""
    if mode == "full":
        return 0, n + m - 1
    if mode == "valid":
        return min(n, m) - 1, abs(n - m) + 1
    return origin, m if longest and m > n else n


class Sums:
    """The sums of one output channel: sums over pairs of a column of samples and one of taps, both
    of the same number of axes. The outputs are numbered in row-major order.

    num/den is the sum, size/den sum|h x|, weight and part (over hden) the sum of the taps that meet
    something and of their magnitudes; special is what NaN and infinity make of it, 0 where nothing.
    square is the sum of the squares of the samples that an output is computed from.
    """

    def __init__(self, pairs):
        """pairs: (samples that outputs are computed from, None where nothing; taps as fractions),
        nothing but the sums in which all taps meet some."""
        pairs = [(grid(x), grid(taps)) for x, taps in pairs]
        self.taps = [t for _, taps in pairs for t in taps.flat]
        flat, self.hden = self.flat, _ = scaled(self.taps)
        finite = [[0.0 if v is None or not math.isfinite(v) else v for v in x.flat]
                  for x, _ in pairs]
        self.samples = [v for x in finite for v in x]
        every, xden = scaled(self.samples)
        self.den = self.hden * xden
        x, taps = pairs[0]
        self.shape = tuple(n - m + 1 for n, m in zip(x.shape, taps.shape))
        zero = np.zeros(self.shape, dtype=object)
        self.num, self.size, self.weight, self.part, self.square = (zero.copy() for _ in range(5))
        self.special = np.zeros(self.shape)
        self.missing = np.zeros(self.shape, dtype=bool)
        self.xden, self.total = xden, sum(flat)
        self.whole = sum(abs(flat))
        self.energy = Fraction(sum(v * v for v in every), xden**2)
        at = hat = 0
        for x, taps in pairs:
            n, m = x.size, taps.size
            self._add(x, every[at:at + n].reshape(x.shape), taps, flat[hat:hat + m])
            at, hat = at + n, hat + m
        for name in ("num", "size", "weight", "part", "square", "special", "missing"):
            setattr(self, name, getattr(self, name).ravel())

    def _add(self, x, ints, taps, htaps):
        there = np.array([v is not None for v in x.flat]).reshape(x.shape)
        odd = np.array([v if v is not None and not math.isfinite(v) else 0.0
                        for v in x.flat]).reshape(x.shape)
        sizes, squares, strange = abs(ints), ints * ints, odd.any() or np.isnan(odd).any()
        absent = not there.all()
        htaps = htaps.reshape(taps.shape)
        for j in np.ndindex(taps.shape):
            k = tuple(slice(m - 1 - a, m - 1 - a + n)
                      for a, m, n in zip(j, taps.shape, self.shape))
            self.num += htaps[j] * ints[k]
            self.size += abs(htaps[j]) * sizes[k]
            self.square += squares[k]
            if absent:
                self.weight += htaps[j] * there[k]
                self.part += abs(htaps[j]) * there[k]
                self.missing |= ~there[k]
            if strange:
                with np.errstate(invalid="ignore"):
                    self.special += float(taps[j]) * odd[k]
        if not absent:
            self.weight += htaps.sum()
            self.part += abs(htaps).sum()

    @functools.cached_property
    def norm_of_taps(self):
        return root(Fraction(sum(h * h for h in self.flat), self.hden**2))

    @functools.cached_property
    def norm_of_samples(self):
        return root(self.energy)

    def value(self, i, rescaled):
        """The true output i: a special double or a Fraction's (num, den)."""
        if not rescaled or not self.missing[i]:
            return self.num[i], self.den
        if self.weight[i] == 0:
            return NAN
        num, den = self.num[i] * self.total, self.den * self.weight[i]
        return (num, den) if den > 0 else (-num, -den)


def root(x):
    """The square root of a fraction from above, as a fraction."""
    if x == 0:
        return Fraction(0)
    shift = max(0, 128 - x.numerator.bit_length() + x.denominator.bit_length())
    shift += shift % 2
    return Fraction(math.isqrt((x.numerator << shift) // x.denominator) + 1, 2 ** (shift // 2))


def limit_direct(sums, i, m, rescaled, slack):
    """m u sum|h x|; where weights are rescaled their own errors come to it."""
    parts = min(m, 65 + 4 * math.log2(m / 64)) if m > 64 else m
    parts = Fraction(parts) + slack
    tiny = m * Fraction(1, 2**1074)
    size = Fraction(sums.size[i], sums.den)
    if not rescaled or not sums.missing[i]:
        return parts * U * size + tiny
    ratio = Fraction(abs(sums.total), abs(sums.weight[i]))
    y = ratio * abs(Fraction(sums.num[i], sums.den))
    parts += 3
    return parts * U * ratio * size + limit_weights(sums, i, parts, y) + tiny * (1 + ratio)


def limit_weights(sums, i, parts, y):
    """What the errors of both sums of weights make of an output of size y."""
    spread = Fraction(sums.part[i], abs(sums.weight[i])) + Fraction(sums.whole, abs(sums.total))
    return parts * U * y * spread


def limit_fft(sums, i, m, length, rescaled, slack):
    """log2(L) u |x||h|, and 2^-20 of the 2-norms of the taps and the samples under them."""
    taps = sums.norm_of_taps
    block = sums.norm_of_samples * taps
    window = root(Fraction(sums.square[i], sums.xden**2)) * taps
    tiny = m * Fraction(1, 2**1075) + Fraction(1, 2**1074)
    limit = min((math.ceil(math.log2(length)) + slack) * U * block, window / 2**20)
    if rescaled and sums.missing[i]:
        total = Fraction(abs(sums.total), sums.hden)
        y = total * abs(Fraction(sums.num[i], sums.den)) * sums.hden / abs(sums.weight[i])
        limit = max(5 * limit, y / 10**12, total * sums.norm_of_samples / 10**12)
    return limit + tiny


def polynomial_taps(n, order, d, at):
    """Least squares: the taps, in the order of frames, of derivative d at frame `at` of n."""
    size = min(order, n - 1) + 1
    rows = [[Fraction(f - at) ** p for p in range(size)] for f in range(n)]
    gram = [[sum(r[a] * r[b] for r in rows) for b in range(size)] for a in range(size)]
    want = [Fraction(math.factorial(d) if p == d else 0) for p in range(size)]
    solution = solve(gram, want)
    return [sum(s * r[p] for p, s in enumerate(solution)) for r in rows]


def solve(a, b):
    """Gauss and Jordan, in fractions."""
    rows = [list(r) + [v] for r, v in zip(a, b)]
    for c in range(len(rows)):
        pivot = next(r for r in range(c, len(rows)) if rows[r][c])
        rows[c], rows[pivot] = rows[pivot], rows[c]
        rows[c] = [v / rows[c][c] for v in rows[c]]
        for r in range(len(rows)):
            if r != c and rows[r][c]:
                rows[r] = [v - rows[r][c] * w for v, w in zip(rows[r], rows[c])]
    return [r[-1] for r in rows]

# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""promise.py - what the manual promises of a command's result: status, numbers, limits of error."""
import math
from fractions import Fraction

import numpy as np

import coefficients
import reference as ref

# where the weights that are left are less than this part of all for each tap, they may be said to
# cancel: the output is then not looked at
LOST = Fraction(1, 2**50)


class Expected:
    """What is to come of a command."""

    def __init__(self, case):
        self.case = case
        self.x, self.kernel, self.policy = case.x, case.kernel, case.policy
        self.boundary, self.mode, self.origin = case.boundary, case.mode, case.origin
        self.correlate, self.constant = case.correlate, case.constant
        self.channels, self.kernel_channels = case.channels, case.kernel_channels

    def outputs(self):
        """The pairs of channels of each output: (column of x, column of h)."""
        c, k, paths = self.channels, self.kernel_channels, self.case.map
        if paths:
            return [sorted((i, k) for i, o, k in paths if o == out)
                    for out in range(1 + max(o for _, o, _ in paths))]
        if (c, k) == (2, 4):
            return [[(0, 0), (1, 2)], [(0, 1), (1, 3)]]
        return [[(i if c > 1 else 0, i if k > 1 else 0)] for i in range(max(c, k))]

    def swaps(self):
        """Whether signal and kernel trade places in valid, where no boundary is then reached."""
        return self.mode == "valid" and self.kernel.length > len(self.x[0])

    def unlike(self):
        """Whether xcorr with -b cannot compare: equal taps, or a signal that is shorter."""
        flat = any(len(set(c)) == 1 for c in self.kernel.columns)
        return self.case.norm == "xcorr" and self.case.bounded and (flat or self.swaps())

    def overlap_is_too_much(self):
        shorter = min(self.kernel.length, len(self.x[0]))
        return any(int(a[10:]) > shorter for a in self.case.options
                   if a.startswith("--overlap=") and a[-1] != "%")

    def refused(self):
        """The status that is not 0, or None where rounding decides."""
        omits = self.policy.startswith(("omit", "keep")) or (
            "renorm" in self.boundary and self.mode != "valid")
        sums = []
        for pairs in filter(None, self.outputs()):
            taps = [Fraction(t) for _, k in pairs for t in self.kernel.columns[k]]
            sums.append((sum(taps), sum(map(abs, taps))))
        if self.case.norm == "xcorr":
            omits = False
        if omits and any(s and abs(s) < w / 2**44 or w > 2**1000 for s, w in sums):
            return None
        if omits and self.policy == "error" and any(s == 0 for s, _ in sums):
            return None
        if self.case.norm == "coeff" and all(w == 0 for _, w in sums):
            return 2
        if self.case.result.refused() or self.unlike() or self.overlap_is_too_much():
            return 2 if self.policy != "error" else None
        if omits and any(s == 0 for s, _ in sums):
            return 2
        if self.boundary == "fit" and len(self.x[0]) < self.kernel.length:
            return 2 if self.policy != "error" else None
        if self.policy == "error" and any(math.isnan(v) for c in self.x for v in c):
            return 1
        return 0

    def signal(self, c):
        """Column c as the policy fills it."""
        if not self.policy.startswith("fill"):
            return self.x[c]
        value = float(self.policy.split(":")[1])
        return [value if math.isnan(v) else v for v in self.x[c]]

    def positions(self):
        """The first output, as a position of the full result, and how many there are."""
        m, n = self.kernel.length, len(self.x[0])
        if self.mode == "range":
            low, high = max(self.case.range[0], 1 - m), min(self.case.range[1], n - 1)
            return low + m - 1, high - low + 1
        if self.case.begins and self.mode == "full":
            return self.origin, n + min(self.case.tail, m - 1 - self.origin)
        return ref.start_and_count(n, m, self.mode, self.origin, self.case.longest)

    def wide(self, c, start, count):
        """Samples of column c from frame start-M+1 on, None where nothing counts."""
        x, boundary = self.signal(c), self.boundary
        if self.swaps() and boundary != "none":
            boundary = "zero"
        first = start - self.kernel.length + 1
        wide = [ref.beyond(x, i, boundary, self.constant) for i in range(first, start + count)]
        if self.policy.startswith(("omit", "keep")):
            wide = [None if v is not None and math.isnan(v) else v for v in wide]
        return wide

    def taps_of(self, column):
        return column[::-1] if self.correlate else column

    def gone(self, pairs, start, count):
        """Where the frame at the place of an output is missing."""
        gone, n = np.zeros(count, dtype=bool), len(self.x[0])
        for c, _ in pairs:
            for i in range(count):
                at = start + i - self.origin
                gone[i] |= 0 <= at < n and math.isnan(self.x[c][at])
        return gone

    def expect(self, taps, method, length):
        """For each output channel and output: (true value, limit of the error)."""
        start, count = self.positions()
        column = self._coefficients if self.case.norm == "xcorr" else self._outputs
        table = [column(pairs, taps, method, length, start, count) for pairs in self.outputs()]
        return table, start - (self.kernel.length - 1)

    def _coefficients(self, pairs, taps, method, length, start, count):
        (c, k), = pairs
        moments = coefficients.Moments(self.wide(c, start, count), self.taps_of(taps[k]), count)
        least, bounded = 0 if self.case.bounded else self.case.least, self.case.bounded
        return [moments.pearson(i, least, bounded) for i in range(count)]

    def _outputs(self, pairs, taps, method, length, start, count):
        if not pairs:  # silence
            return [(Fraction(0), 0)] * count
        both = [(self.wide(c, start, count), self.taps_of(taps[k])) for c, k in pairs]
        column = self.promised(ref.Sums(both), pairs, method, length)
        if self.policy.startswith("keep"):
            gone = self.gone(pairs, start, count)
            column = [(ref.NAN, 0) if g else y for g, y in zip(gone, column)]
        if self.boundary == "fit":
            self._fit_ends(column, pairs[0][0])
        if self.case.norm:
            (c, k), = pairs
            column = coefficients.divided(column, coefficients.divisors(
                self.case.norm, self.signal(c), taps[k], start, count))
        return column

    def promised(self, sums, pairs, method, length):
        """The sums of an output channel as (true value, limit of the error)."""
        omits = self.policy.startswith(("omit", "keep"))
        least = Fraction(self.policy.split(":")[1]) if ":" in self.policy and omits else None
        promise = Promise(self.case, sums, pairs, omits or "renorm" in self.boundary, method,
                          length)
        column = [promise.of(i) for i in range(len(sums.num))]
        if least is not None:
            few = (least - Fraction(1, 2**30)) * sums.whole
            column = [(ref.NAN, 0) if part < few else y for part, y in zip(sums.part, column)]
        return column

    def _fit_ends(self, column, c):
        n, order, d, per_second = self.kernel.savgol
        x = self.signal(c)
        for i in [*range(n // 2), *range(len(x) - n // 2, len(x))]:
            first = 0 if i < n // 2 else len(x) - n
            frames = x[first:first + n]
            if not all(map(math.isfinite, frames)):
                column[i] = (ref.NAN, 0)
                continue
            taps = [t * per_second for t in ref.polynomial_taps(n, order, d, i - first)]
            y = sum(Fraction(t) * Fraction(v) for t, v in zip(taps, frames))
            size = max(map(abs, map(Fraction, frames))) * (sum(map(abs, taps)) + per_second)
            column[i] = (y, (n + 4) * ref.U * size + Fraction(1, 2**1070))


class Promise:
    """The limit of error of one output channel's outputs."""

    def __init__(self, case, sums, pairs, rescaled, method, length):
        self.sums, self.rescaled, self.method, self.length = sums, rescaled, method, length
        self.case, self.taps = case, case.kernel.length * len(pairs)
        used = sums.samples
        whole = all(map(ref.is_integer, used))
        kernel = case.kernel
        self.exact, self.whole, self.rough = method == "exact", False, False
        self.plain = False
        if kernel.mean:
            size = max(map(abs, used), default=0) * max(sum(map(abs, c)) * len(pairs)
                                                          for c in kernel.integers)
            plain = all(Fraction(t).denominator == 1 for c in kernel.columns for t in c)
            self.plain = plain
            self.whole = whole and (size < 2**53 or plain)
            self.exact |= self.whole
            if max(sum(map(abs, c)) for c in kernel.integers) >= 2**52:
                self.rough = not plain
        self.exact &= not ("odd" in case.boundary and not whole)

    def of(self, i):
        sums = self.sums
        weight = abs(sums.weight[i])
        if self.rescaled and sums.missing[i] and weight <= self.taps * sums.whole * LOST:
            return None, 0
        if self.rescaled and sums.missing[i] and abs(sums.total) < sums.whole:
            signs = abs(sums.total) < sums.whole * (1 - self.taps * Fraction(1, 2**52))
            part = Fraction(weight, sums.whole) * 2**30  # up to 1 the weights count as cancelled
            if part < 2:
                return (ref.NAN if signs and part < Fraction(1, 2) else None), 0
        huge = Fraction(sums.size[i], sums.den) >= 2**1020 and self.method != "exact"
        if sums.special[i] != 0 and huge and not math.isnan(sums.special[i]):
            return None, 0
        if sums.special[i] != 0:
            turned = self.rescaled and sums.missing[i] and (sums.weight[i] < 0) != (sums.total < 0)
            return -sums.special[i] if turned else sums.special[i], 0
        value = sums.value(i, self.rescaled)
        if not isinstance(value, tuple):
            return value, 0
        y = Fraction(*value)
        if self.exact and not self.rough:
            divided = self.rescaled and (sums.missing[i] or self.case.kernel.mean)
            if self.method == "exact" or not divided or self.whole and not self.plain:
                return y, 0
            weights, ratio = Fraction(0), 1
            if sums.missing[i]:
                weights = ref.limit_weights(sums, i, self.taps, abs(y))
                ratio += Fraction(abs(sums.total), abs(sums.weight[i]))
            return y, 6 * ref.U * abs(y) + weights + ratio / 2**1073
        if huge:
            return y, Fraction(2**1024)
        return y, lambda: self.limit(i)

    def limit(self, i):
        """How far output i may be from the true one."""
        sums = self.sums
        slack = 4 if "odd" in self.case.boundary or self.case.kernel.mean else 0
        limit = ref.limit_direct(sums, i, self.taps, self.rescaled, slack)
        if self.method == "fft":
            limit = max(limit, ref.limit_fft(sums, i, self.taps, self.length, self.rescaled, slack))
        return limit

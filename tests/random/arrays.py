# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""arrays.py - what the manual promises of commands with several axes, or complex numbers.

The reference knows no strides: it extends arrays axis by axis and adds products over slices. A sum
of complex products is two sums of real ones, each of two pairs.
"""
import functools
from fractions import Fraction

import numpy as np

import reference as ref
from layout import arrange
from promise import Expected


class AxesExpected(Expected):
    """What is to come of a command with several axes."""

    def swaps(self):
        taps, shape = self.case.taps, self.case.shape
        return self.mode == "valid" and taps != shape and all(m >= n for m, n in zip(taps, shape))

    def refused(self):
        taps, shape = self.case.taps, self.case.shape
        longer = [m > n for m, n in zip(taps, shape)]
        if self.mode == "valid" and any(longer) and not self.swaps():
            return 2 if self.policy != "error" else None
        return super().refused()

    def positions(self):
        case = self.case
        return [ref.start_and_count(n, m, self.mode, o)
                for n, m, o in zip(case.shape, case.taps, case.origin)]

    def outputs(self):
        """For each output channel, real and imaginary parts by turns, its pairs of columns."""
        case, both = self.case, []
        for c, k in self.routes():
            x, h = [[p * i + j for j in range(p)]
                    for p, i in ((case.parts, c), (case.kernel_parts, k))]
            if len(x) == len(h) == 2:
                both += [[(x[0], h[0]), (x[1], h[1])], [(x[0], h[1]), (x[1], h[0])]]
            else:
                both += [[(i, j)] for i in x for j in h]
        return both

    def routes(self):
        """The channel of the signal and that of the kernel that each output channel is made of."""
        case = self.case
        c, k = case.channels, case.kernel_channels
        if not case.named or len(case.kernel_rest) != len(case.rest):
            return [(i if c > 1 else 0, i if k > 1 else 0) for i in range(max(c, k))]
        wide = np.broadcast_shapes(case.rest, case.kernel_rest)
        x, h = [np.broadcast_to(np.arange(np.prod(rest, dtype=int)).reshape(rest), wide)
                for rest in (case.rest, case.kernel_rest)]
        if self.mode == "same":  # cropped to the signal's
            part = tuple(slice((w - n) // 2, (w - n) // 2 + n) for w, n in zip(wide, case.rest))
            x, h = x[part], h[part]
        return [*zip(x.flat, h.flat)]

    def rest(self):
        """The lengths of the result along axes that are not convolved; None: not promised."""
        case = self.case
        if case.named and len(case.kernel_rest) == len(case.rest):
            wide = np.broadcast_shapes(case.rest, case.kernel_rest)
            return case.rest if self.mode == "same" else wide
        channels = max(case.channels, case.kernel_channels)
        if channels == case.channels:
            return case.rest
        return None if case.named or case.rest else (channels,)

    def lengths(self):
        """Those of the result, or None."""
        rest, shape = self.rest(), tuple(n for _, n in self.positions())
        if rest is None:
            return None
        return arrange(np.empty(rest + shape), len(rest), self.places(rest)).shape

    def places(self, rest):
        """Which axes of the result are those that are convolved."""
        return self.case.where if len(rest) == len(self.case.rest) else range(self.case.axes)

    def signal(self, c):
        """Column c as the policy fills it: a complex number is missing if one part is."""
        parts = self.case.parts
        both = [self.x[c - c % parts + j] for j in range(parts)]
        gone = [any(v != v for v in pair) for pair in zip(*both)]
        value = float(self.policy.split(":")[1]) if self.policy.startswith("fill") else ref.NAN
        value = real_part(value, c % parts)
        return [value if g else v for g, v in zip(gone, self.x[c])]

    @functools.cache
    def wide(self, c):
        """Samples that outputs are computed from, extended along one axis after the other."""
        case, swaps = self.case, self.swaps()
        x = ref.grid(self.signal(c)).reshape(case.shape)
        for a, (start, count) in enumerate(self.positions()):
            boundary = "zero" if swaps else case.boundaries[a]
            constant = real_part(case.constants[a], c % case.parts)
            lines, first = np.moveaxis(x, a, -1), start - case.taps[a] + 1
            wide = np.empty(lines.shape[:-1] + (count + case.taps[a] - 1,), dtype=object)
            for i in np.ndindex(wide.shape):
                wide[i] = sample(lines[i[:-1]], first + i[-1], boundary, constant)
            x = np.moveaxis(wide, -1, a)
        if self.policy.startswith(("omit", "keep")):
            x[x != x] = None
        return x

    def taps_of(self, column, k):
        """-c conjugates the kernel."""
        case = self.case
        h = ref.grid(column).reshape(case.taps)
        if not self.correlate:
            return h
        h = h[(slice(None, None, -1),) * case.axes]
        return -h if case.kernel_parts == 2 and k % 2 else h

    def sums(self, pairs, taps):
        grids = [(self.wide(c), self.taps_of(taps[k], k)) for c, k in pairs]
        if len(grids) == 2 and pairs[1][1] % 2:  # i squared
            grids[1] = (grids[1][0], -grids[1][1])
        sums, case = ref.Sums(grids), self.case
        if case.where != tuple(range(case.axes)):
            self._mix(sums)
        return sums

    def _mix(self, sums):
        """What stands before an axis that is convolved is computed in the same blocks."""
        columns = [self.wide(c) for c in range(len(self.x))]
        sums.samples = [v for x in columns for v in x.flat if v is not None and np.isfinite(v)]
        sums.energy = sum(map(energy, columns))

    def promised(self, sums, pairs, method, length):
        column = super().promised(sums, pairs, method, length)
        if not self.policy.startswith("keep"):
            return column
        gone = np.zeros(sums.shape, dtype=bool)
        for c, _ in pairs:
            x = np.array(self.signal(c)).reshape(self.case.shape)
            for i in np.ndindex(gone.shape):
                at = tuple(start + j - o for j, (start, _), o in
                           zip(i, self.positions(), self.case.origin))
                inside = all(0 <= a < n for a, n in zip(at, x.shape))
                gone[i] |= inside and np.isnan(x[at])
        return [(ref.NAN, 0) if g else y for g, y in zip(gone.flat, column)]

    def expect(self, taps, method, length):
        """For each column and row of the result: (true value, limit of the error)."""
        channels = [self.promised(self.sums(pairs, taps), pairs, method, length)
                    for pairs in self.outputs()]
        parts = max(self.case.parts, self.case.kernel_parts)
        rest, shape = self.rest(), tuple(n for _, n in self.positions())
        rest = (len(channels) // parts,) if rest is None else rest
        each = np.empty((len(channels) // parts, parts, len(channels[0])), dtype=object)
        for c, column in enumerate(channels):
            for i, y in enumerate(column):
                each[c // parts, c % parts, i] = y
        each = np.moveaxis(each, 1, -1).reshape(rest + shape + (parts,))
        rows = np.moveaxis(each, range(len(rest), len(rest) + len(shape)), self.places(rest))
        rows = rows.reshape(rows.shape[0], -1)
        return [list(column) for column in rows.T], 0


def energy(x):
    return sum(Fraction(v) ** 2 for v in np.ravel(x) if v is not None and np.isfinite(v))


def real_part(value, imaginary):
    """A real number as a complex one: its part."""
    return 0.0 if imaginary and value == value else value


def sample(line, i, boundary, constant):
    """Beyond what is itself beyond the ends of another axis, there is nothing as well."""
    if 0 <= i < len(line):
        return line[i]
    if boundary not in ("zero", "constant") and any(v is None for v in line):
        return None
    return ref.beyond(line, i, boundary, constant)

# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""axes.py - random commands that convolve several axes, and what the manual promises of them.

A column of samples, or of taps, is a list in row-major order over the axes that are convolved. The
reference knows no strides: it extends arrays axis by axis and adds products over slices of them.
"""
import io
import os
from fractions import Fraction

import numpy as np

import commands
import forms
import kernels
import reference as ref
from commands import Case, number
from promise import Expected
from results import Result

# the longest axis of a signal and of a kernel, by the number of axes
LONGEST = {1: (40, 12), 2: (12, 5), 3: (6, 3), 4: (4, 3)}


class Array(forms.Array):
    """An array of some axes that are convolved and some that are channels."""

    def __init__(self, rng, shape, behind):
        super().__init__(rng, 1, None)
        self.shape, self.behind, self.order = shape, behind, rng.choice("CCF")

    def write(self, columns, path):
        a = np.moveaxis(np.array(columns).reshape(-1, *self.shape), 0, -1)
        a = a.reshape(self.shape + self.behind).astype(self.kind)
        with open(path, "wb") as f:
            np.save(f, np.asarray(a, order=self.order))


class Matrix(forms.Table):
    """A table of two axes."""

    def __init__(self, rng, shape):
        super().__init__(rng, shape[1], shape[0])
        self.shape, self.behind, self.row = shape, (), False

    def write(self, columns, path):
        super().write([*zip(*lines_of(columns[0], self.shape[1]))], path)


def lines_of(values, length):
    return [values[i:i + length] for i in range(0, len(values), length)]


def products(column, axes):
    """The taps of one axis multiplied for each of so many."""
    taps = column
    for _ in range(axes - 1):
        taps = [a * b for a in taps for b in column]
    return taps


class Axes(Case):
    """One random command with several axes. Attributes as of Case, but shape, taps, behind: the
    lengths of signal and kernel along the axes that are convolved, and of the signal along others;
    origin: one for each axis; boundary: the names of all."""

    def __init__(self, rng, folder):
        self.rng, self.folder, self.options, self.words = rng, folder, [], []
        self.method = rng.choice(["auto", "direct", "fft", "exact"])
        self.correlate, self.mode = rng.random() < 0.3, rng.choice(["full", "same", "valid"])
        self.norm = self.rate = self.gain = None
        self.longest = self.lags = False
        self.axes = rng.choice([1, 2, 2, 2, 3, 3, 4])
        self._draw_signal()
        self._draw_kernel()
        self._draw_missing()
        self._draw_origins()
        self._draw_computation()
        self._draw_result()
        rng.shuffle(self.words)
        self.options += [w for words in self.words for w in words]

    def _lengths(self, longest):
        return tuple(self.rng.randint(1, self.rng.choice([1, 3, longest, longest]))
                     for _ in range(self.axes))

    def _draw_signal(self):
        rng, self.kind = self.rng, self.rng.choice(commands.KINDS)
        self.shape, self.behind = self._lengths(LONGEST[self.axes][0]), ()
        if self.axes == 2 and rng.random() < 0.03:
            self.shape, self.kind = (rng.randint(50, 90), rng.randint(30, 70)), "digit"
        if self.axes == 2 and rng.random() < 0.5:
            self.form = Matrix(rng, self.shape)
        else:
            self.behind = rng.choice([(), (), (), (2,), (3,), (1,), (2, 2)])
            self.form = Array(rng, self.shape, self.behind)
        self.words = [self.form.args] if self.form.args else []
        self.channels, count = int(np.prod(self.behind)), int(np.prod(self.shape))
        x = [[number(rng, self.kind) for _ in range(count)] for _ in range(self.channels)]
        for what, chance in ((np.nan, 0.35), (np.inf, 0.07), (1e17, 0.1), (0.5, 0.05)):
            if rng.random() < chance:
                for _ in range(rng.randint(1, 4)):
                    rng.choice(x)[rng.randrange(count)] = rng.choice([-1, 1]) * what
        self.x = [[self.form.hold(v) for v in c] for c in x]

    def _draw_kernel(self):
        rng, path = self.rng, os.path.join(self.folder, "kernel")
        if rng.random() < 0.35:
            self._make_kernel()
        else:
            self.taps = self._lengths(LONGEST[self.axes][1])
            if rng.random() < 0.1:  # one that is longer along every axis
                self.taps = tuple(n + rng.randint(0, 2) for n in self.shape)
            self._give_kernel(path)
        self.kernel.args.append(f"--dims={self.axes}")
        if rng.random() < 0.2 and self.kind not in ("tiny", "huge"):
            kernels.normalize(rng, self.kernel, rng.choice(["sum", "l1", "l2", "peak"]))

    def _make_kernel(self):
        """The product of one made kernel along every axis."""
        rng, longest = self.rng, LONGEST[self.axes][1]
        while True:
            make = rng.choice([kernels.made_of_integers, kernels.made_of_doubles])
            one = make(rng, None)
            if one.length <= longest + 4 // self.axes and one.origin is None:
                break
        columns = [products(one.columns[0], self.axes)]
        if make is kernels.made_of_integers and one.mean:
            self.kernel = kernels.fractions_of(one.args, columns[0])
        else:
            self.kernel = kernels.Kernel(one.args, columns, near=max(one.near, 1e-16) * self.axes)
        self.kernel.causal, self.taps = one.causal, (one.length,) * self.axes
        self.kernel_channels = 1

    def _give_kernel(self, path):
        """Taps of -e, or of a file."""
        rng, c = self.rng, self.channels
        self.kernel_channels = rng.choice([1, 1, c, rng.choice([c, 2 if c == 1 else c, 1])])
        kind = self.kind if rng.random() < 0.5 else rng.choice(commands.KINDS[:-2])
        count, inline = int(np.prod(self.taps)), self.axes <= 2 and self.kernel_channels == 1
        columns = [[number(rng, kind) for _ in range(count)] for _ in range(self.kernel_channels)]
        if inline and rng.random() < 0.6:
            rows = [rng.choice([",", " "]).join(map(repr, row))
                    for row in lines_of(columns[0], self.taps[-1] if self.axes == 2 else count)]
            args = [rng.choice(["-e", "--taps"]), rng.choice(["; ", ";"]).join(rows)]
        else:
            table = self.axes == 2 and self.kernel_channels == 1 and rng.random() < 0.5
            form = Matrix(rng, self.taps) if table else \
                Array(rng, self.taps, () if self.kernel_channels == 1 else (self.kernel_channels,))
            if table:
                form.header, form.args, form.separator = None, [], rng.choice([" ", ",", "\t"])
            columns = [[form.hold(v) for v in c] for c in columns]
            form.write(columns, path)
            args = rng.choice([["-k", path], [path]])
        self.kernel = kernels.Kernel(args, columns,
                                     mean=all(ref.is_integer(t) for c in columns for t in c))

    def _draw_missing(self):
        rng = self.rng
        self.boundary, self.constant = rng.choice(commands.BOUNDARIES), 0.0
        self.policy, self.bounded = rng.choice(commands.POLICIES), True
        if self.policy.startswith("keep"):
            self.policy = "omit"
        if self.boundary == "constant":
            self.constant = rng.choice([-1.5, 3.0, 0.1, np.nan, np.inf, 0.0])
        self.boundaries = [self.boundary] * self.axes
        self.constants = [self.constant] * self.axes

    def _draw_origins(self):
        """For each axis the tap of the flipped sum at time 0."""
        rng = self.rng
        self.add("m", "mode", self.mode)
        place = rng.choice(["left", "right", rng.randrange(min(self.taps))])
        if rng.random() < 0.7:
            place = None
        else:
            self.options.append(f"--origin={place}")
        self.origin = [self._origin(m, place) for m in self.taps]

    def _origin(self, m, place):
        if place is None:
            return (m - 1) * self.correlate if self.kernel.causal else (m - 1) // 2
        return {"left": (m - 1) // 2, "right": m // 2}.get(
            place, place if not self.correlate or isinstance(place, str) else m - 1 - place)

    def _draw_computation(self):
        rng = self.rng
        self.add("M", "method", self.method)
        if self.policy != "propagate" or rng.random() < 0.5:
            self.options.append(f"--nan={self.policy}")
        self._add_boundary()
        if self.correlate:
            self.add("c", "correlate")
        self.quiet = rng.random() < 0.05
        self.options.append("-q" if self.quiet else "-v")
        if rng.random() < 0.3:
            self.add("j", "threads", rng.randint(1, 3))
        self.pipe = rng.random() < 0.5

    def _draw_result(self):
        while True:
            self.result = Result(self.rng, self.form, self.folder, False, None)
            if not self.result.refused() or self.rng.random() < 0.05:
                break
        self.options += self.result.options
        columns = self.outputs()[-1] * self.kernel_channels
        if self.shape[-1] not in (1, columns):
            self.result.headed = False  # names of columns that are no longer these

    def outputs(self):
        """How many along each axis."""
        return tuple(n for _, n in AxesExpected(self).positions())

    def taps_in(self, rows):
        """The columns of a kernel that is printed as a table."""
        pixels = [t for row in rows for t in row]
        return [pixels[c::self.kernel_channels] for c in range(self.kernel_channels)]

    def misshapen(self, data):
        """What is wrong with the axes of a result, or None."""
        if self.result.type != "npy":
            return None
        outputs, channels = self.outputs(), max(self.channels, self.kernel_channels)
        got = np.load(io.BytesIO(data)).shape
        want = outputs + (self.behind if channels == self.channels else (channels,))
        plain = isinstance(self.form, Array)
        return f"an array of {got} for {want}" if plain and got != want else None

    def expected(self):
        return AxesExpected(self)


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

    def wide(self, c):
        """Samples that outputs are computed from, extended along one axis after the other."""
        case, swaps = self.case, self.swaps()
        x = ref.grid(self.signal(c)).reshape(case.shape)
        for a, (start, count) in enumerate(self.positions()):
            boundary = "zero" if swaps else case.boundaries[a]
            lines, first = np.moveaxis(x, a, -1), start - case.taps[a] + 1
            wide = np.empty(lines.shape[:-1] + (count + case.taps[a] - 1,), dtype=object)
            for i in np.ndindex(wide.shape):
                wide[i] = self.sample(lines[i[:-1]], first + i[-1], boundary, case.constants[a])
            x = np.moveaxis(wide, -1, a)
        if self.policy.startswith("omit"):
            x[x != x] = None
        return x

    def sample(self, line, i, boundary, constant):
        """Beyond what is itself beyond the ends of another axis, there is nothing as well."""
        if 0 <= i < len(line):
            return line[i]
        if boundary not in ("zero", "constant") and any(v is None for v in line):
            return None
        return ref.beyond(line, i, boundary, constant)

    def sums(self, pairs, taps):
        """Transforms see whole slabs: what an output is computed from is all that stands there."""
        case = self.case
        grids = [(self.wide(c), ref.grid(taps[k]).reshape(case.taps)) for c, k in pairs]
        if self.correlate:
            grids = [(x, h[(slice(None, None, -1),) * case.axes]) for x, h in grids]
        sums = ref.Sums(grids)
        slabs = [0] * len(grids[0][0])
        for x, _ in grids:
            for i, slab in enumerate(x):
                finite = [v for v in np.ravel(slab) if v is not None and np.isfinite(v)]
                slabs[i] += sum(Fraction(v) ** 2 for v in finite)
        square = [sum(slabs[i:i + case.taps[0]]) * sums.xden**2 for i in range(sums.shape[0])]
        each = len(sums.square) // len(square)
        sums.square = [s for s in square for _ in range(each)]
        return sums

    def expect(self, taps, method, length):
        """For each column and row of the result: (true value, limit of the error)."""
        channels = []
        for pairs in self.outputs():
            sums = self.sums(pairs, taps)
            channels.append(self.promised(sums, pairs, method, length))
        rows = sums.shape[0]
        pixels = [*zip(*channels)]
        each = len(pixels) // rows
        lines = [[y for pixel in pixels[i * each:(i + 1) * each] for y in pixel]
                 for i in range(rows)]
        return [list(column) for column in zip(*lines)], 0

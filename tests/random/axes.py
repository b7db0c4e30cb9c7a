# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""axes.py - random commands that convolve several axes, or complex numbers.

Of what commands.py draws, those of one axis alone are left out: rates, lags, coefficients, fit.
"""
import io
import math
import os

import numpy as np

import commands
import forms
import kernels
import reference as ref
from arrays import AxesExpected
from commands import Case, number
from layout import Array, Matrix, arrange, lines_of
from results import Result

# the longest axis of a signal and of a kernel, by the number of axes
LONGEST = {1: (40, 12), 2: (12, 5), 3: (6, 3), 4: (4, 3)}
RESTS = [(), (), (), (2,), (3,), (1,), (2, 2), (3, 2)]
# how often: --axes, kernels with columns of their own along other axes, lists, complex numbers
NAMED, BROADCAST, LISTED, COMPLEX = 0.3, 0.3, 0.4, 0.3


def products(columns):
    """The taps of several axes multiplied, in row-major order."""
    taps = [1]
    for column in columns:
        taps = [a * b for a in taps for b in column]
    return taps


class Axes(Case):
    """One random command. Attributes as of Case, and

    shape, taps: the lengths of signal and kernel along the axes that are convolved; where,
    kernel_where: which these are; rest, kernel_rest: the lengths along the others; parts,
    kernel_parts: 2 for complex numbers; origin, boundaries, constants: one for each axis;
    boundary: the names of all.
    """

    def __init__(self, rng, folder):
        self.rng, self.folder, self.options, self.words = rng, folder, [], []
        self.method = rng.choice(["auto", "direct", "fft", "exact"])
        self.correlate, self.mode = rng.random() < 0.3, rng.choice(["full", "same", "valid"])
        self.norm = self.rate = self.gain = None
        self.longest = self.lags = False
        self.axes = rng.choice([1, 2, 2, 2, 3, 3, 4])
        self.named = rng.random() < NAMED  # by --axes
        self.ordered = not self.named or rng.random() < 0.8
        self.parts, self.kernel_parts = rng.choice([(2, 2), (2, 1), (1, 2)]) \
            if rng.random() < COMPLEX else (1, 1)
        self._draw_signal()
        self._draw_kernel()
        self._name_axes()
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
        self.shape, self.rest = self._lengths(LONGEST[self.axes][0]), ()
        if self.axes == 2 and rng.random() < 0.03:
            self.shape, self.kind = (rng.randint(50, 90), rng.randint(30, 70)), "digit"
        if self.axes == 2 and not self.named and self.parts == 1 and rng.random() < 0.5:
            self.form = Matrix(rng, self.shape)
            self.where = (0, 1)
        else:
            self.rest = rng.choice(RESTS)
            rank = self.axes + len(self.rest)
            self.where = tuple(sorted(rng.sample(range(rank), self.axes))) if self.named \
                else tuple(range(self.axes))
            self.form = Array(rng, self.shape, self.rest, self.where, self.parts)
        self.words = [self.form.args] if self.form.args else []
        self.channels = math.prod(self.rest)
        self.x = self._columns(self.channels * self.parts, math.prod(self.shape), self.kind)
        count = len(self.x[0])
        for what, chance in ((np.nan, 0.35), (np.inf, 0.07), (1e17, 0.1), (0.5, 0.05)):
            if rng.random() < chance:
                for _ in range(rng.randint(1, 4)):
                    rng.choice(self.x)[rng.randrange(count)] = rng.choice([-1, 1]) * what
        self.x = [[self.form.hold(v) for v in c] for c in self.x]

    def _columns(self, columns, count, kind):
        return [[number(self.rng, kind) for _ in range(count)] for _ in range(columns)]

    def _lists(self):
        """Whether to give one value for each axis."""
        return self.ordered and self.rng.random() < LISTED

    def _draw_kernel(self):
        rng, path, self.kernel_rest = self.rng, os.path.join(self.folder, "kernel"), ()
        self.kernel_where = tuple(range(self.axes))
        if self.kernel_parts == 1 and rng.random() < 0.35:
            self._make_kernel()
        else:
            self.taps = self._lengths(LONGEST[self.axes][1])
            if rng.random() < 0.1 and math.prod(self.shape) < 200:  # longer along every axis
                self.taps = tuple(n + rng.randint(0, 2) for n in self.shape)
            self._give_kernel(path)
        self.kernel_channels = math.prod(self.kernel_rest)
        plain = self.kernel_parts == 1 and self.kind not in ("tiny", "huge")
        if plain and self.kernel_where == tuple(range(self.axes)) and rng.random() < 0.2:
            kernels.normalize(rng, self.kernel, rng.choice(["sum", "l1", "l2", "peak"]))

    def _make_kernel(self):
        """The product of made kernels: one along every axis, or one for each."""
        rng, longest, several = self.rng, LONGEST[self.axes][1], self._lists()
        make, ones = rng.choice([kernels.made_of_integers, kernels.made_of_doubles]), []
        while len(ones) < (self.axes if several else 1):
            one = make(rng, None)
            if one.length <= longest + 4 // self.axes and one.origin is None:
                ones.append(one)
        each = ones if several else ones * self.axes
        taps, args = products(k.columns[0] for k in each), [a for k in ones for a in k.args]
        if make is kernels.made_of_integers and all(k.mean for k in ones):
            self.kernel = kernels.fractions_of(args, taps)
        else:
            near = sum(max(k.near, 1e-16) for k in each)
            self.kernel = kernels.Kernel(args, [taps], near=near)
        self.kernel.causal = [k.causal for k in each]
        self.taps = tuple(k.length for k in each)

    def _give_kernel(self, path):
        """Taps of -e, or of a file."""
        rng, parts = self.rng, self.kernel_parts
        kind = self.kind if rng.random() < 0.5 else rng.choice(commands.KINDS[:-2])
        inline, count = self.axes <= 2 and parts == 1, math.prod(self.taps)
        if inline and rng.random() < 0.5:
            columns = self._columns(1, count, kind)
            rows = [rng.choice([",", " "]).join(map(repr, row))
                    for row in lines_of(columns[0], self.taps[-1] if self.axes == 2 else count)]
            args = [rng.choice(["-e", "--taps"]), rng.choice(["; ", ";"]).join(rows)]
        else:
            form = self._kernel_form(inline and self.axes == 2 and rng.random() < 0.5)
            columns = self._columns(math.prod(self.kernel_rest) * parts, count, kind)
            columns = [[form.hold(v) for v in c] for c in columns]
            form.write(columns, path)
            args = rng.choice([["-k", path], [path]])
        self.kernel = kernels.Kernel(args, columns,
                                     mean=all(ref.is_integer(t) for c in columns for t in c))
        self.kernel.causal = [False] * self.axes

    def _kernel_form(self, table):
        rng, c = self.rng, self.channels
        if table:
            form = Matrix(rng, self.taps)
            form.header, form.args, form.separator = None, [], rng.choice([" ", ",", "\t"])
            return form
        if self.named and rng.random() < 0.6:  # of the signal's rank: others equal, or 1
            some = BROADCAST and rng.random() < BROADCAST
            self.kernel_rest = tuple(rng.choice([n, 1, 3 if n == 1 else n]) if some else 1
                                     for n in self.rest)
            self.kernel_where = self.where
        elif rng.random() < 0.4 and not (self.named and self.rest):
            count = rng.choice([c, c, 2 if c == 1 else c])
            self.kernel_rest = (count,) if count > 1 else ()
        return Array(rng, self.taps, self.kernel_rest, self.kernel_where, self.kernel_parts)

    def _name_axes(self):
        """--dims or --axes, which the kernel is printed with, too."""
        rng, rank = self.rng, self.axes + len(self.rest)
        if not self.named:
            every = not self.rest and not self.kernel_rest and rng.random() < NAMED
            self.kernel.args.append("--dims=all" if every else f"--dims={self.axes}")
            return
        names = [a - rank if rng.random() < 0.3 else a for a in self.where]
        if not self.ordered:
            rng.shuffle(names)
        self.kernel.args.append("--axes=" + ",".join(map(str, names)))

    def _draw_missing(self):
        rng, many = self.rng, self._lists()
        count = self.axes if many else 1
        self.boundaries = [rng.choice(commands.BOUNDARIES) for _ in range(count)]
        self.constants = [rng.choice([-1.5, 3.0, 0.1, np.nan, np.inf, 0.0]) for _ in range(count)]
        if not many:
            self.boundaries, self.constants = self.boundaries * self.axes, \
                self.constants * self.axes
        self.boundary, self.constant, self.several = ",".join(self.boundaries), None, many
        self.policy, self.bounded = rng.choice(commands.POLICIES), True
        if self.kernel_parts == 2:
            self.policy = rng.choice(["propagate", "error", "fill:2.5"])
        if self.kernel_parts == 2:
            self.boundaries = [b.replace("renorm", "edge") for b in self.boundaries]
            self.boundary = ",".join(self.boundaries)

    def _draw_origins(self):
        """For each axis the tap of the flipped sum at time 0."""
        rng = self.rng
        self.add("m", "mode", self.mode)
        places = [None] * self.axes
        if rng.random() < 0.3:
            places = [rng.choice(["left", "right", rng.randrange(m)]) for m in self.taps]
            if not self._lists():
                place = rng.choice(["left", "right", rng.randrange(min(self.taps))])
                places, words = [place] * self.axes, str(place)
            else:
                words = ",".join(map(str, places))
            self.options.append(f"--origin={words}")
        self.origin = [self._origin(m, place, causal)
                       for m, place, causal in zip(self.taps, places, self.kernel.causal)]

    def _origin(self, m, place, causal):
        if place is None:
            return (m - 1) * self.correlate if causal else (m - 1) // 2
        return {"left": (m - 1) // 2, "right": m // 2}.get(
            place, place if not self.correlate or isinstance(place, str) else m - 1 - place)

    def _draw_computation(self):
        rng = self.rng
        self.add("M", "method", self.method)
        if self.policy != "propagate" or rng.random() < 0.5:
            self.options.append(f"--nan={self.policy}")
        words = [rng.choice([b, *commands.ALIASES.get(b, [])]) +
                 (f":{v}" if b == "constant" else "")
                 for b, v in zip(self.boundaries, self.constants)]
        self.add("b", "boundary", ",".join(words if self.several else words[:1]))
        if self.correlate:
            self.add("c", "correlate")
        self.quiet = rng.random() < 0.05
        self.options.append("-q" if self.quiet else "-v")
        if rng.random() < 0.3:
            self.add("j", "threads", rng.randint(1, 3))
        self.pipe = rng.random() < 0.5

    def _draw_result(self):
        complex_result = max(self.parts, self.kernel_parts) == 2
        while True:
            self.result = Result(self.rng, self.form, self.folder, False, None)
            plain = not self.result.asked and self.result.type != "raw" and not self.result.format
            if (plain or not complex_result) and (
                    not self.result.refused() or self.rng.random() < 0.05):
                break
        self.options += self.result.options
        columns = self.outputs()[-1] * self.kernel_channels
        if not self.rest and self.axes == 2 and self.shape[-1] not in (1, columns):
            self.result.headed = False  # names of columns that are no longer these

    def outputs(self):
        """How many along each axis."""
        return tuple(n for _, n in AxesExpected(self).positions())

    def printing(self):
        """What --print-kernel is given, which has no signal to count the axes of."""
        args = super().printing()
        return [f"--dims={self.axes}" if a == "--dims=all" else a for a in args]

    def taps_in(self, rows):
        """The columns of a kernel that is printed as a table."""
        lengths = self.taps + self.kernel_rest
        if self.kernel_where != tuple(range(self.axes)):
            after = len(self.kernel_rest)
            lengths = arrange(np.empty(self.kernel_rest + self.taps), after, self.where).shape
        a = np.array([t for row in rows for t in row])
        if a.size != math.prod(lengths):
            return []
        a = np.moveaxis(a.reshape(lengths), self.kernel_where, range(-self.axes, 0))
        return a.reshape(self.kernel_channels, -1).tolist()

    def misshapen(self, data):
        """What is wrong with the axes of a result, or None."""
        if self.result.type != "npy" or not isinstance(self.form, Array):
            return None
        got, want = np.load(io.BytesIO(data)).shape, AxesExpected(self).lengths()
        return f"an array of {got} for {want}" if want and got != want else None

    def expected(self):
        return AxesExpected(self)

# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""layout.py - files of several axes: where in an array those stand that are convolved.

A column is a list in row-major order over the axes that are convolved, one for each place of the
others, the rest. Complex numbers are two columns, one after the other.
"""
import numpy as np

import forms


class Array(forms.Array):
    """An array of any axes, in either order. shape: along those that are convolved; where: which
    these are."""

    def __init__(self, rng, shape, rest, where, parts=1):
        super().__init__(rng, 1, None)
        if parts == 2:
            self.kind = rng.choice(["c8", "c16", "c16", ">c16"])
            self.encoding = "f32" if self.kind == "c8" else "f64"
        self.shape, self.rest, self.where, self.parts = shape, rest, where, parts
        self.order = rng.choice("CCF")

    def hold(self, v):
        kind = np.dtype(self.kind)
        if kind.kind != "c":
            return super().hold(v)
        part = np.float32 if kind.itemsize == 8 else np.float64
        return float(part(forms.single(v, float(np.finfo(part).max))))

    def write(self, columns, path):
        a = np.array(columns).reshape(-1, self.parts, *self.shape)
        a = a[:, 0] if self.parts == 1 else complex_of(a[:, 0], a[:, 1])
        a = arrange(a.reshape(self.rest + self.shape), len(self.rest), self.where)
        with open(path, "wb") as f:
            np.save(f, np.asarray(a.astype(self.kind), order=self.order))


def complex_of(re, im):
    a = np.empty(re.shape, complex)
    a.real, a.imag = re, im
    return a


def arrange(a, after, where):
    """rest + shape -> the axes in the order of the file."""
    return np.moveaxis(a, range(after, a.ndim), where)


class Matrix(forms.Table):
    """A table of two axes."""

    def __init__(self, rng, shape, parts=1):
        super().__init__(rng, shape[1], shape[0])
        self.shape, self.rest, self.where, self.parts = shape, (), (0, 1), parts
        self.row = False

    def write(self, columns, path):
        super().write([*zip(*lines_of(columns[0], self.shape[1]))], path)


def lines_of(values, length):
    return [values[i:i + length] for i in range(0, len(values), length)]

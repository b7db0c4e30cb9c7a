# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""golden.py - what the scripts that write cases share: tables as conv prints them, arrays, the
files of a case, and exact coefficients of correlation."""
import os
from fractions import Fraction

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.path.join(HERE, "data")


def pads(constant):
    """What numpy.pad calls the boundaries, with this constant."""
    return {
        "zero": dict(mode="constant"),
        f"constant:{constant}": dict(mode="constant", constant_values=constant),
        "edge": dict(mode="edge"),
        "symmetric": dict(mode="symmetric"),
        "mirror": dict(mode="reflect"),
        "wrap": dict(mode="wrap"),
        "odd": dict(mode="reflect", reflect_type="odd"),
    }


PAD = pads(-1.5)


def text(row):
    """A row as conv prints it: the shortest digits that are read back as the same number."""
    return " ".join(repr(float(v)).removesuffix(".0") for v in np.atleast_1d(row))


def load(name):
    """A table of tests/data."""
    return np.atleast_1d(np.loadtxt(os.path.join(DATA, name)))


def save(name, x):
    """A table in tests/data: one row a frame."""
    with open(os.path.join(DATA, name), "w") as f:
        for row in x:
            f.write(text(row) + "\n")
    return x


def folder(topic):
    """A folder of tests/data, which is there then."""
    path = os.path.join(DATA, topic)
    os.makedirs(path, exist_ok=True)
    return path


def save_array(folder, name, a, order="C"):
    np.save(os.path.join(folder, name + ".npy"), np.asarray(a, order=order))
    return a


def rows(y):
    """An array as conv prints it: a row for each place of the first axis."""
    return y.reshape(len(y), -1)


def write(name, script, suffix, head, expected):
    base = os.path.join(HERE, "cases", name)
    os.makedirs(os.path.dirname(base), exist_ok=True)
    with open(base + ".sh", "w") as f:
        f.write(script + "\n")
    with open(base + suffix, "w") as f:
        f.write(head)
        for row in expected:
            f.write(text(row) + "\n")


def case(name, script, expected, tolerance=1e-14):
    """One case: a shell script, and the array that it must print within a tolerance, rows as
    frames."""
    write(name, script, ".near", f"# {tolerance:g}\n", expected)


def exact_case(name, script, expected):
    """The same to the last digit."""
    write(name, script, ".out", "", expected)


def integers(v):
    """Proportional to v, without error."""
    ratios = [float(x).as_integer_ratio() for x in v]
    common = max(below for _, below in ratios)
    return [above * (common // below) for above, below in ratios]


def coefficient(u, v):
    """Pearson's, by exact sums, rounded once at the end, as far as a square root lets one; 0 where
    one of the two does not vary."""
    n, u, v = len(u), integers(u), integers(v)
    top = n * sum(a * b for a, b in zip(u, v)) - sum(u) * sum(v)
    below = (n * sum(a * a for a in u) - sum(u) ** 2) * (n * sum(b * b for b in v) - sum(v) ** 2)
    if below == 0:
        return 0.0
    return (1 if top > 0 else -1) * np.sqrt(float(Fraction(top * top, below)))

# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""golden.py - what the scripts that write cases share: tables as conv prints them, and the files of
a case."""
import os
import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.path.join(HERE, "data")

# what numpy.pad calls the boundaries
PAD = {
    "zero": dict(mode="constant"),
    "constant:-1.5": dict(mode="constant", constant_values=-1.5),
    "edge": dict(mode="edge"),
    "symmetric": dict(mode="symmetric"),
    "mirror": dict(mode="reflect"),
    "wrap": dict(mode="wrap"),
    "odd": dict(mode="reflect", reflect_type="odd"),
}


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

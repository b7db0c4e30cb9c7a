#!/usr/bin/python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""make-exact.py - writes the cases of -M exact, their expected numbers summed as fractions and rounded once.

Run it from anywhere; needs nothing but Python, whose division of integers rounds to the nearest double, ties to even.
It writes tests/data/exact-*.txt and, for each entry below, tests/cases/exact/NAME.sh and NAME.out.
"""
import math
import os
import random
from fractions import Fraction

HERE = os.path.dirname(os.path.abspath(__file__))
random.seed(20240701)
FORMAT = "%.17g"


def nearest(f):
    try:
        return f.numerator / f.denominator
    except OverflowError:
        return math.inf if f > 0 else -math.inf


def convolve(paths, n):
    """Output n of the sum over paths, lists (taps, signal). Non-finite products stand for the whole sum."""
    total, special = Fraction(0), None
    for h, x in paths:
        for j in range(max(0, n - len(x) + 1), min(len(h), n + 1)):
            if math.isfinite(x[n - j]):
                total += Fraction(h[j]) * Fraction(x[n - j])
            else:
                special = (special or 0.0) + h[j] * x[n - j]
    return nearest(total) if special is None else special


def show(v):
    return "nan" if math.isnan(v) else FORMAT % v


def save(name, rows):
    with open(os.path.join(HERE, "data", name), "w") as f:
        for row in rows:
            f.write(" ".join(v.hex() if math.isfinite(v) else repr(v) for v in row) + "\n")


def case(name, taps, signal, outs=None, after=""):
    """Columns of taps and signal; `outs` lists the (column, channel) pairs of each output."""
    outs = outs or [[(0, 0)]]
    save(f"exact-{name}-taps.txt", zip(*taps))
    save(f"exact-{name}.txt", zip(*signal))
    base = os.path.join(HERE, "cases/exact", name)
    with open(base + ".sh", "w") as f:
        f.write(f"conv -q -M exact --format={FORMAT} -k $DATA/exact-{name}-taps.txt $DATA/exact-{name}.txt{after}\n")
    with open(base + ".out", "w") as f:
        for n in range(len(taps[0]) + len(signal[0]) - 1):
            f.write(" ".join(show(convolve([(taps[c], signal[i]) for c, i in out], n)) for out in outs) + "\n")


def ranged(count, low, high):
    return [math.ldexp(random.uniform(-1, 1), random.randint(low, high)) for _ in range(count)]


def fixed(count, bits):
    return [random.randint(-(1 << bits), 1 << bits) / (1 << bits) for _ in range(count)]


# what cancels, and what is left
case("cancel", [[1.0, 1.0, 1.0, -1.0]], [[1e300, 1.0, -1e300, 1e-300, 5e-324, 1e16, 1.0, -1e16, 1e-16, 0.0, 1.0]])
half = ranged(60, -200, 200)
case("cancel-all", [[0.1] * 30], [half + [-v for v in half]])
case("wide", [ranged(40, -300, 300)], [ranged(150, -300, 300)])
case("widest", [ranged(24, -1074, 1024)], [ranged(100, -1074, 1024)])
case("decades", [ranged(130, -50, 50)], [[v / 10 ** (i / 3) for i, v in enumerate(ranged(90, 0, 0))]])
# products that are no doubles, on both sides
case("subnormal", [ranged(20, -545, -530)], [ranged(80, -545, -528)])
case("overflow", [ranged(20, 505, 514)], [ranged(80, 505, 514)])
largest = 1.7976931348623157e308
case("intermediate", [[2.0, 2.0, -2.0, 1.0]], [[largest, largest, largest, -largest, largest, 1.0, 0.5, -largest, largest]])
case("rounded-twice", [[2.0**-600, 2.0**-600]], [[1.5 * 2.0**-474, -(2.0**-534), 0.0, 2.5 * 2.0**-474, 2.0**-534, 0.0]])
# products of 106 bits whose sums have a few
big = [float(random.randint(-(1 << 53), 1 << 53)) for _ in range(140)]
case("cancel-low", [big[:70] * 2], [big[70:] + [-v for v in big[70:]] + [0.0] * 9])
# many outputs half way between two doubles
case("ties", [fixed(50, 27)], [fixed(100, 28)])
case("odd-even", [[1.0, 2.0**-53, 2.0**-106]], [[1.0, 3.0, 1.0, -1.0, 1 + 2.0**-52, 0.0, 0.0, -1 - 2.0**-51, 1.0]])
case("nan", [[1.0, -2.0, 0.0, 1e-300, 3.0]],
     [[1.0, 2.0, 3.0] * 4 + [math.inf] + [1e300, -1.0] * 6 + [math.nan] + [5.0] * 9 + [math.inf, -math.inf] + [0.1] * 9],
     after=" | sed s/-nan/nan/")
# LL + RL is one sum
left = ranged(50, -30, 30)
columns = [ranged(9, -20, 20) for _ in range(4)]
columns[2] = [-v for v in columns[0]]
case("true-stereo", columns, [left, [v + math.ldexp(v, -45) for v in left]], [[(0, 0), (2, 1)], [(1, 0), (3, 1)]])

#!/usr/bin/python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""make-exact.py - writes the cases of -M exact, their expected numbers summed as fractions and
rounded once.

Run it from anywhere; needs nothing but Python, whose division of integers rounds to the nearest
double, ties to even. It writes tests/data/exact-*.txt and, for each entry below,
tests/cases/exact/NAME.sh and NAME.out: sums, and what --nan=omit and -b renorm make of them.
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
    """Output n of the sum over paths, lists (taps, signal). Non-finite products stand for the whole
    sum."""
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
        f.write(f"conv -q -M exact --format={FORMAT} -k $DATA/exact-{name}-taps.txt "
                f"$DATA/exact-{name}.txt{after}\n")
    with open(base + ".out", "w") as f:
        for n in range(len(taps[0]) + len(signal[0]) - 1):
            f.write(" ".join(show(convolve([(taps[c], signal[i]) for c, i in out], n))
                             for out in outs) + "\n")


def ranged(count, low, high):
    return [math.ldexp(random.uniform(-1, 1), random.randint(low, high)) for _ in range(count)]


def fixed(count, bits):
    return [random.randint(-(1 << bits), 1 << bits) / (1 << bits) for _ in range(count)]


# what cancels, and what is left
case("cancel", [[1.0, 1.0, 1.0, -1.0]], [[1e300, 1.0, -1e300, 1e-300, 5e-324, 1e16, 1.0, -1e16,
                                          1e-16, 0.0, 1.0]])
half = ranged(60, -200, 200)
case("cancel-all", [[0.1] * 30], [half + [-v for v in half]])
case("wide", [ranged(40, -300, 300)], [ranged(150, -300, 300)])
case("widest", [ranged(24, -1074, 1024)], [ranged(100, -1074, 1024)])
case("decades", [ranged(130, -50, 50)], [[v / 10 ** (i / 3) for i,
                                          v in enumerate(ranged(90, 0, 0))]])
# products that are no doubles, on both sides
case("subnormal", [ranged(20, -545, -530)], [ranged(80, -545, -528)])
case("overflow", [ranged(20, 505, 514)], [ranged(80, 505, 514)])
largest = 1.7976931348623157e308
case("intermediate", [[2.0, 2.0, -2.0, 1.0]],
     [[largest, largest, largest, -largest, largest, 1.0, 0.5, -largest, largest]])
case("rounded-twice", [[2.0**-600, 2.0**-600]],
     [[1.5 * 2.0**-474, -(2.0**-534), 0.0, 2.5 * 2.0**-474, 2.0**-534, 0.0]])
# products of 106 bits whose sums have a few
big = [float(random.randint(-(1 << 53), 1 << 53)) for _ in range(140)]
case("cancel-low", [big[:70] * 2], [big[70:] + [-v for v in big[70:]] + [0.0] * 9])
# many outputs half way between two doubles
case("ties", [fixed(50, 27)], [fixed(100, 28)])
case("odd-even", [[1.0, 2.0**-53, 2.0**-106]],
     [[1.0, 3.0, 1.0, -1.0, 1 + 2.0**-52, 0.0, 0.0, -1 - 2.0**-51, 1.0]])
case("nan", [[1.0, -2.0, 0.0, 1e-300, 3.0]],
     [[1.0, 2.0, 3.0] * 4 + [math.inf] + [1e300, -1.0] * 6 + [math.nan] + [5.0] * 9
      + [math.inf, -math.inf] + [0.1] * 9],
     after=" | sed s/-nan/nan/")
# LL + RL is one sum
left = ranged(50, -30, 30)
columns = [ranged(9, -20, 20) for _ in range(4)]
columns[2] = [-v for v in columns[0]]
case(
    "true-stereo",
    columns,
    [left, [v + math.ldexp(v, -45) for v in left]],
    [[(0, 0), (2, 1)], [(1, 0), (3, 1)]],
)


# missing samples: the quotient is rounded once
def rescaled(paths, n, beyond, least):
    """Output n of the sums over paths, (taps, signal) made up for by what is there; None is
    missing."""
    met = []
    for h, x in paths:
        for j, tap in enumerate(h):
            v = x[n - j] if 0 <= n - j < len(x) else beyond
            if v is not None:
                met.append((Fraction(tap), v))
    taps = [Fraction(tap) for h, _ in paths for tap in h]
    total, size, weight = sum(taps), sum(map(abs, taps)), sum(h for h, _ in met)
    cancels = min(taps) < 0 < max(taps) and abs(weight) < size / 2**30
    if len(met) < len(taps) and (
        not weight or cancels or sum(abs(h) for h, _ in met) < least * size
    ):
        return math.nan
    special = sum(float(h) * v for h, v in met if not math.isfinite(v))
    if special:
        return special * math.copysign(1, weight * total)
    return nearest(sum(h * Fraction(v) for h, v in met) * total / weight)


def with_holes(x):
    """Runs and single samples are missing."""
    return [None if i % 17 > 12 or i % 5 == 2 else v for i, v in enumerate(x)]


def omit(name, taps, signal, outs=None, least=None, keep=False, options=""):
    """-b renorm, and zeros beyond the ends; all frames together and one by one."""
    outs = outs or [[(0, 0)]]
    save(f"exact-{name}-taps.txt", zip(*taps))
    save(f"exact-{name}.txt", [[math.nan if v is None else v for v in row] for row in zip(*signal)])
    base = os.path.join(HERE, "cases/exact", name)
    policy = f"--nan={'keep' if keep else 'omit'}{f':{least}' if least else ''}{options}"
    with open(base + ".sh", "w") as f:
        f.write(
            "for boundary in renorm zero; do\n"
            f"    set -- -q -M exact -b $boundary {policy} "
        f"-k $DATA/exact-{name}-taps.txt $DATA/exact-{name}.txt\n"
            f'    conv --format={FORMAT} "$@" > all && cat all && '
        f'conv -u -j1 --format={FORMAT} "$@" | cmp - all\n'
            "done\n"
        )
    start, count = (
        ((len(taps[0]) - 1) // 2, len(signal[0]))
        if keep
        else (0, len(taps[0]) + len(signal[0]) - 1)
    )
    with open(base + ".out", "w") as f:
        for beyond in (None, 0.0):
            for n in range(start, start + count):
                row = [
                    math.nan
                    if keep and any(signal[i][n - start] is None for _, i in out)
                    else rescaled(
                        [(taps[c], signal[i]) for c, i in out], n, beyond, Fraction(least or 0)
                    )
                    for out in outs
                ]
                f.write(" ".join(show(v) for v in row) + "\n")


def positive(h):
    return [abs(v) for v in h]


omit("omit", [positive(ranged(23, 0, 0))], [with_holes(ranged(150, 0, 0))])
omit("omit-wide", [positive(ranged(20, -300, 300))], [with_holes(ranged(90, -300, 300))])
omit("omit-widest", [ranged(12, -500, 500)], [with_holes(ranged(80, -1074, 1024))])
omit(
    "omit-integers",
    [[3.0, -1.0, 4.0, 1.0, -5.0, 9.0]],
    [with_holes([float(random.randint(-99, 99)) for _ in range(90)])],
)
omit(
    "omit-large",
    [[float(v) for v in range(1, 9)]],
    [with_holes([float(random.randint(-(1 << 53), 1 << 53)) for _ in range(90)])],
)
# weights that cancel but for some bits, and values that do
omit(
    "omit-cancel",
    [[1.0, -1 + 2.0**-20, 3.0, -3 + 2.0**-24, 0.1, 0.2, -0.3]],
    [with_holes(ranged(120, 0, 0))],
)
omit("omit-cancel-all", [[0.1] * 30], [with_holes(half + [-v for v in half])])
# quotients half way between two doubles: 2 and 4 of 8 samples are present, or 5 of 8
omit(
    "omit-ties",
    [[1.0] * 8],
    [[None if i % 7 > 2 else float(random.randint(1 << 52, 1 << 53)) for i in range(120)]],
)
omit(
    "omit-subnormal",
    [positive(ranged(9, -20, 0))],
    [with_holes([5e-324 * random.randint(-99, 99) for _ in range(90)])],
)
omit("omit-vanish", [positive(ranged(9, -1074, -500))], [with_holes(ranged(60, -1074, -900))])
omit(
    "omit-overflow",
    [[4.0, -3.0, 0.5]],
    [with_holes([random.choice((largest, -largest, 1e308, 7e307, 3.0)) for _ in range(90)])],
)
columns = [ranged(9, -20, 20) for _ in range(4)]
omit(
    "omit-true-stereo",
    columns,
    [
        with_holes(left),
        [None if v is None else v + math.ldexp(v, -45) for v in with_holes(left[::-1])],
    ],
    [[(0, 0), (2, 1)], [(1, 0), (3, 1)]],
)
omit("omit-part", [[0.1, -0.2, 0.7, 0.4, 0.3]], [with_holes(ranged(90, 0, 0))], least="3/5")
omit(
    "keep",
    [[0.1, -0.2, 0.7, 0.4, 0.3]],
    [with_holes(ranged(90, 0, 0)), with_holes(ranged(90, -9, 9))[::-1]],
    [[(0, 0)], [(0, 1)]],
    keep=True,
    options=" -m same",
)
omit(
    "omit-infinite",
    [[0.5, -0.25, 1.0]],
    [[1.0, math.inf, None, 2.0, None, None, -math.inf, 3.0, 4.0, None, math.inf, None, 5.0]],
)

# subnormal quotients next to the middle between two, which the sum of the taps decides
odd = [2.0**-1029 * (2 * random.randint(1 << 43, 1 << 44) + 1) for _ in range(20)]
for name, rest in (("above", 2.0**-106), ("below", -(2.0**-106))):
    omit(
        f"omit-middle-{name}",
        [[1.0, -1 + 2.0**-46, rest]],
        [[v for x in odd for v in (x, None, None)]],
    )


def doubles(f, count):
    """A fraction as the sum of some doubles."""
    parts = []
    for _ in range(count):
        parts.append(nearest(f))
        f -= Fraction(parts[-1])
    return parts


def near_middle(taps, zeros=0, large=None):
    """Runs of samples, one a kernel apart from the next, whose quotient is within 2^-56 to 2^-110
    of the middle between two doubles: three samples meet the first taps, which are 1, and zeros the
    next; or one that is large stands before
    the three, and its negative after them."""
    present = 5 if large else 3 + zeros
    total, weight = sum(map(Fraction, taps)), sum(map(Fraction, taps[:present]))
    signal = []
    for bits in range(56, 111):
        middle = Fraction(random.randint(1 << 52, 1 << 53)) + Fraction(1, 2)
        value = middle * (1 + random.choice((1, -1)) * Fraction(1, 2**bits)) * weight / total
        three = doubles(value, 3)
        signal += [large, *three, -large] if large else [0.0] * zeros + three
        signal += [None] * len(taps)
    return signal


# bits below those of a pair decide, those of the sum of the taps, of the weight, of the value, or
# of the quotient
low = [1.0, 1.0, 1.0, 2.0**-54, 1.5 * 2.0**-108]
for name, taps, options in (
    ("taps", [*low, -3 + 2.0**-45], {}),
    ("weight", [*low, -3 + 2.0**-25, 5.0], {"zeros": 3}),
    ("value", [1.0] * 5 + [0.1], {"large": 3.0 * 2**80}),
    ("pair", [1.0, 1.0, 1.0, 0.1, 0.7], {}),
):
    omit(f"omit-near-{name}", [taps], [near_middle(taps, **options)])

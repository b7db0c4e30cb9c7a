#!/usr/bin/python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""make-means.py - writes the cases of means: weighted sums of integers over a divisor, each the
nearest double.

The expected numbers are fractions, rounded once by Python's division of integers. Needs nothing but
Python. It writes tests/data/means-*.txt and, for each entry below, tests/cases/means/NAME.sh and
NAME.out.
"""
import math
import os
import random
from fractions import Fraction

HERE = os.path.dirname(os.path.abspath(__file__))
random.seed(20261121)
METHODS = ("direct", "fft", "exact", "auto")


def nearest(f):
    try:
        return f.numerator / f.denominator
    except OverflowError:
        return math.inf if f > 0 else -math.inf


def show(v):
    return repr(v).removesuffix(".0") if math.isfinite(v) else str(v)


def save(name, rows):
    os.makedirs(os.path.join(HERE, "data"), exist_ok=True)
    with open(os.path.join(HERE, f"data/means-{name}.txt"), "w") as f:
        for row in rows:
            f.write(" ".join(show(v) for v in row) + "\n")
    return rows


def case(name, command, columns, methods=METHODS):
    """A command that must print these columns with each method, which it gets as its first
    argument."""
    base = os.path.join(HERE, "cases/means", name)
    os.makedirs(os.path.dirname(base), exist_ok=True)
    with open(base + ".sh", "w") as f:
        f.write(f"for method in {' '.join(methods)}; do\n    {command}\ndone\n")
    with open(base + ".out", "w") as f:
        f.write("".join(" ".join(map(show, row)) + "\n" for row in zip(*columns)) * len(methods))


def full(h, x):
    """h of fractions, x of numbers or None where one is missing; zeros beyond the ends."""
    y = []
    for n in range(len(h) + len(x) - 1):
        terms = [(h[n - i], x[i]) for i in range(max(0, n - len(h) + 1), min(len(x), n + 1))]
        y.append(sum((Fraction(a) * Fraction(b) for a, b in terms), Fraction(0)))
    return y


def valid(h, x):
    return full(h, x)[len(h) - 1 : len(x)]


def same(y, taps, frames):
    return y[(taps - 1) // 2 :][:frames]


def omit(h, x):
    """The sums over what is present, their weights made up for: mode full, nothing beyond the
    ends."""
    y = []
    for n in range(len(h) + len(x) - 1):
        there = [(h[n - i], x[i]) for i in range(max(0, n - len(h) + 1), min(len(x), n + 1))
                 if x[i] is not None]
        weight = sum(a for a, _ in there)
        value = sum((Fraction(a) * Fraction(b) for a, b in there), Fraction(0))
        y.append(nearest(value * sum(h) / weight) if weight else math.nan)
    return y


def box(n):
    return [Fraction(1, n)] * n


def triangle(n):
    rise = [min(k + 1, n - k) for k in range(n)]
    half = (n + 1) // 2
    return [Fraction(r, half * half) if n % 2 else Fraction(2 * r - 1, 2 * half * half)
            for r in rise]


def binomial(n):
    return [Fraction(math.comb(n - 1, k), 2 ** (n - 1)) for k in range(n)]


def savgol(n, order, d=0):
    """By the normal equations, solved in fractions."""
    m = n // 2
    powers = [[Fraction(x) ** k for k in range(order + 1)] for x in range(-m, m + 1)]
    a = [[sum(p[i] * p[j] for p in powers) for j in range(order + 1)] + [Fraction(int(i == d))]
         for i in range(order + 1)]
    for i in range(order + 1):
        pivot = next(r for r in range(i, order + 1) if a[r][i])
        a[i], a[pivot] = a[pivot], a[i]
        a[i] = [v / a[i][i] for v in a[i]]
        for r in range(order + 1):
            if r != i:
                a[r] = [v - a[r][i] * w for v, w in zip(a[r], a[i])]
    weights = [sum(a[i][-1] * p[i] for i in range(order + 1)) * math.factorial(d) for p in powers]
    return weights[::-1]


SPECS = {
    "box:6": box(6),
    "box:9": box(9),
    "box:100": box(100),
    "triangle:7": triangle(7),
    "triangle:8": triangle(8),
    "binomial:12": binomial(12),
    "binomial:40": binomial(40),
    "savgol:5,2": savgol(5, 2),
    "savgol:21,4": savgol(21, 4),
    "savgol:11,3,1": savgol(11, 3, 1),
    "savgol:59,12": savgol(59, 12),
    "savgol:37,13,9": savgol(37, 13, 9),
    "deriv:1": [Fraction(1, 2), 0, Fraction(-1, 2)],
}
X = [float(random.randint(-999, 999)) for _ in range(300)]
save("integers", [[v] for v in X])
for spec, h in SPECS.items():
    name = spec.replace(":", "-").replace(",", "-")
    case(name, f"conv -g {spec} -m valid -M $method $DATA/means-integers.txt",
         [[nearest(v) for v in valid(h, X)]])
h = savgol(21, 4)
case("same", "conv -g savgol:21,4 -m same -M $method $DATA/means-integers.txt",
     [[nearest(v) for v in same(full(h, X), 21, len(X))]])
case("unbuffered", "conv -u -j1 -g savgol:21,4 -m same -M $method $DATA/means-integers.txt",
     [[nearest(v) for v in same(full(h, X), 21, len(X))]], ("direct", "exact"))

# per second: 11 frames a second keep it rational, 0.1 does not but the nearest double is 1/10 as
# much
h = [v * 11 for v in savgol(11, 3, 1)]
case("per-second", "conv -g savgol:11,3,1 --rate=11 -m valid -M $method $DATA/means-integers.txt",
     [[nearest(v) for v in valid(h, X)]])

# taps of a file, its columns of other sums, one negative; and what scales them
COLUMNS = [[1, 2, 3, 2, 1], [1, -3, 0, 0, -5], [7, 0, 0, 0, 14]]
save("columns", [[float(c[j]) for c in COLUMNS] for j in range(5)])
case("columns", "conv --normalize=sum -k $DATA/means-columns.txt -m valid -M $method "
                "$DATA/means-integers.txt",
     [[nearest(v) for v in valid([Fraction(t, sum(c)) for t in c], X)] for c in COLUMNS])
# sums of one large factor: their product is beyond 2^53, their least common multiple is not
RELATED = [[2**30 * t for t in c] for c in ([1, 2, 3], [5, -2, 1], [1, 1, 1])]
save("related", [[float(c[j]) for c in RELATED] for j in range(3)])
case("related", "conv --normalize=sum -k $DATA/means-related.txt -m valid -M $method "
                "$DATA/means-integers.txt",
     [[nearest(v) for v in valid([Fraction(t, sum(c)) for t in c], X)] for c in RELATED])
# sums without a common divisor below 2^52: the columns are divided as others are, to doubles
PRIME = [[1000001, -1000000], [2**39 + 7, 2**39 + 8]]
save("prime", [[float(c[j]) for c in PRIME] for j in range(2)])
rounded = [[t / sum(c) for t in c] for c in PRIME]
case("prime", "conv --normalize=sum -k $DATA/means-prime.txt -m valid -M $method "
              "$DATA/means-integers.txt",
     [[nearest(v) for v in valid(c, X)] for c in rounded], ["exact"])
for norm, by in (("l1", max(sum(map(abs, c)) for c in COLUMNS)),
                 ("peak", max(max(map(abs, c)) for c in COLUMNS))):
    case(norm, f"conv --normalize={norm} -k $DATA/means-columns.txt -m valid -M $method "
               f"$DATA/means-integers.txt",
         [[nearest(v) for v in valid([Fraction(t, by) for t in c], X)] for c in COLUMNS])

# true stereo: the columns of an output have different sums
FOUR = [[1, 2], [3, 0], [5, 2], [-1, -2]]
LEFT, RIGHT = X[:40], X[40:80]
save("four", [[float(c[j]) for c in FOUR] for j in range(2)])
save("stereo", zip(LEFT, RIGHT))
each = [[Fraction(t, sum(c)) for t in c] for c in FOUR]
case("true-stereo", "conv --normalize=sum -k $DATA/means-four.txt -m valid -M $method "
                    "$DATA/means-stereo.txt",
     [[nearest(a + b) for a, b in zip(valid(each[k], LEFT), valid(each[2 + k], RIGHT))]
      for k in (0, 1)])

# derivatives per second, also at a rate that is a fraction
for rate, factor in (("0.375", Fraction(3, 8)), ("48000", 48000)):
    case("rate-" + rate, f"conv -g savgol:7,2,1 --rate={rate} -m valid -M $method "
                         f"$DATA/means-integers.txt",
         [[nearest(v * factor) for v in valid(savgol(7, 2, 1), X)]])

# missing samples and missing ends: the present ones alone are divided by their weight
GAPS = [None if random.random() < 0.3 else v for v in X[:120]]
save("gaps", [[math.nan if v is None else v] for v in GAPS])
for spec in ("box:6", "triangle:7", "binomial:12"):
    h = SPECS[spec]
    case("omit-" + spec.replace(":", "-"), f"conv -g {spec} --nan=omit -b renorm -M $method "
                                           f"$DATA/means-gaps.txt", [omit(h, GAPS)])
BIG = [None if random.random() < 0.3 else float(random.randint(-(2**49), 2**49))
       for _ in range(120)]
save("big", [[math.nan if v is None else v] for v in BIG])
case("omit-big", "conv -g box:9 --nan=omit -b renorm -M $method $DATA/means-big.txt",
     [omit(box(9), BIG)])
h = [Fraction(t, 5) for t in (1, 2, 5)]
save("peak", [[1.0], [2.0], [5.0]])
case("omit-peak", "conv --normalize=peak -k $DATA/means-peak.txt --nan=omit -b renorm -M $method "
                  "$DATA/means-gaps.txt",
     [omit(h, GAPS)])

# a divisor that is not the sum of the taps, whose product with sums passes 2^53
WIDE = [8953703608462, 7530079099786, 1101602346224, 9360287245396]
SMALL = [34.0, -52.0, None, 81.0, 7.0, None, None, 3.0]
save("wide", [[math.nan if v is None else v] for v in SMALL])
case("omit-wide", f"conv -e {','.join(map(str, WIDE))} --normalize=peak --nan=omit -b renorm -M "
                  f"$method $DATA/means-wide.txt",
     [omit([Fraction(t, max(WIDE)) for t in WIDE], SMALL)])

# -M exact: any doubles, the largest and the smallest, and integers whose sums pass 2^53
WILD = [random.choice((1, -1)) * 10 ** random.uniform(-300, 300) for _ in range(60)]
WILD += [random.uniform(0, 1) for _ in range(60)] + [0.1] * 20
WILD += [random.choice((1.7e308, -1.7e308, 1e308, 3.0)) for _ in range(60)]
WILD += [5e-324 * random.randint(-9, 9) for _ in range(60)]
WILD += [float(random.randint(-(2**53), 2**53)) for _ in range(60)]
save("wild", [[v] for v in WILD])
for spec in ("box:6", "box:9", "triangle:7", "binomial:12", "savgol:5,2", "savgol:11,3,1"):
    name = "exact-" + spec.replace(":", "-").replace(",", "-")
    case(
        name,
        f"conv -g {spec} -m valid -M $method $DATA/means-wild.txt",
        [[nearest(v) for v in valid(SPECS[spec], WILD)]],
        ["exact"],
    )
WILD_GAPS = [None if i % 9 in (2, 6, 7) else v for i, v in enumerate(WILD)]
save("wild-gaps", [[math.nan if v is None else v] for v in WILD_GAPS])
for spec in ("box:4", "box:9", "triangle:7", "binomial:12", "savgol:5,2"):
    name = "exact-omit-" + spec.replace(":", "-").replace(",", "-")
    weights = box(4) if spec == "box:4" else SPECS[spec]
    case(
        name,
        f"conv -g {spec} --nan=omit -b renorm -M $method $DATA/means-wild-gaps.txt",
        [omit(weights, WILD_GAPS)],
        ["exact"],
    )
LARGE = [float(random.randint(-(2**53), 2**53)) for _ in range(100)]
save("large", [[v] for v in LARGE])
case("beyond", "conv -g triangle:7 -m valid -M $method $DATA/means-large.txt",
     [[nearest(v) for v in valid(triangle(7), LARGE)]],
     ["direct", "exact"])

#!/usr/bin/python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""make-elementary.py - references for src/elementary.h and src/pair.h from mpmath, to 400 bits.

Without arguments it writes tests/data/elementary.txt: for each function random arguments, special
ones, and hard ones, whose values are the nearest of a million to the middle between two doubles.
With the name of a test program (build/unit-elementary) it has that program check 20,000 random
arguments of each function. Needs python3-mpmath and python3-numpy, which running the tests does
not.
"""
import math
import os
import random
import subprocess
import sys
import tempfile
import mpmath
import numpy as np
from mpmath import mp, mpf

mp.prec = 400
random.seed(1)
uniform = random.uniform

FUNCTIONS = {
    "exp": lambda x, y: mpmath.exp(x + y),
    "cosine": lambda x, y: mpmath.cospi(2 * x / y),
    "sine": lambda x, y: mpmath.sinpi(2 * x / y),
    "cosine-of-turns": lambda x, y: mpmath.cospi(2 * (x + y)),
    "sine-of-turns": lambda x, y: mpmath.sinpi(2 * (x + y)),
    "quotient": lambda x, y: x / y,
    "log2": lambda x, y: mpmath.log(x) / mp.ln2,
    "from-decibels": lambda x, y: mpf(10) ** (x / 20),
    "to-decibels": lambda x, y: 20 * mpmath.log10(x),
    "log": lambda x, y: mpmath.log(x + y),
}


def nearest(v):
    """The double nearest to v, ties to even, subnormal or infinite where it has to be."""
    if v == 0 or not mpmath.isfinite(v):
        return float(v)
    exponent = max(int(mpmath.frexp(v)[1]) - 53, -1074)
    try:
        return math.ldexp(int(mpmath.nint(mpmath.ldexp(v, -exponent))), exponent)
    except OverflowError:
        return math.copysign(math.inf, v)


def line(name, x, y=0.0):
    v = FUNCTIONS[name](mpf(x), mpf(y))
    value = nearest(v)
    rest = float(v - mpf(value)) if math.isfinite(value) else 0.0
    return " ".join([name] + [short(u) for u in (x, y, value, rest)])


def short(u):
    """Exactly, as C's strtod reads it."""
    return str(int(u)) if abs(u) < 1e6 and u == int(u) else float(u).hex()


def fraction():
    n = random.randrange(1, 2 ** random.randrange(1, 50))
    return float(random.randrange(n)), float(n)


def wide():
    return uniform(-1, 1) * 2.0 ** uniform(-400, 400)


def pair(x):
    return x, x * uniform(-1, 1) * 2 ** -54


RANDOM = {
    "exp": [lambda: pair(uniform(-1, 1) * 10 ** uniform(-8, 2.85)), lambda: pair(uniform(-40, 0)),
            lambda: (uniform(-746, -700), 0.0)],
    "cosine": [fraction],
    "sine": [fraction],
    "cosine-of-turns": [lambda: pair(uniform(-0.124, 0.124)),
                        lambda: (random.randrange(1 << 40) + uniform(-0.124, 0.124), 0.0)],
    "sine-of-turns": [lambda: pair(uniform(-1, 1) * 10 ** uniform(-10, 8)),
                      lambda: pair(uniform(-0.5, 0.5))],
    "quotient": [lambda: (wide(), wide()),
                 lambda: (float(random.randrange(1 << 27)), uniform(0, 1000))],
    "log2": [lambda: (2 ** uniform(-1074, 1024), 0.0), lambda: (uniform(0.5, 2), 0.0),
             lambda: (1 + 10 ** uniform(-15, -1), 0.0)],
    "from-decibels": [lambda: (uniform(-200, 200), 0.0), lambda: (uniform(-6500, 6180), 0.0),
                      lambda: (random.randrange(-4000, 4000) / 20, 0.0)],
    "to-decibels": [lambda: (10 ** uniform(-300, 300), 0.0), lambda: (uniform(0.9, 1.1), 0.0),
                    lambda: (uniform(0, 10), 0.0)],
    "log": [lambda: pair(2 ** uniform(-1000, 1000)), lambda: pair(uniform(0.5, 2)),
            lambda: (1.0, uniform(-1, 1) * 2 ** uniform(-200, -54)),
            lambda: pair(1 + 10 ** uniform(-15, -1))],
}


def some(name, count):
    return [line(name, *RANDOM[name][i % len(RANDOM[name])]()) for i in range(count)]


def hardest(name, x):
    """Of 2^20 doubles around x that whose value is nearest to the middle between two doubles. So
    near x the value is a parabola of the number of doubles from there, and what matters of it is
    its fraction of an ulp, which wraps around in 64 bits."""
    step, n = math.ulp(x), 1 << 19
    f = lambda i: FUNCTIONS[name](mpf(x) + i * mpf(step), mpf(0))
    low, here, high = f(-n), f(0), f(n)
    ulp = mpf(math.ulp(float(here)))
    whole = [here / ulp - mpf(1) / 2, (high - low) / (2 * n) / ulp,
             (high - 2 * here + low) / (2 * mpf(n) ** 2) / ulp]
    c = [np.uint64(int(mpmath.nint(v * mpf(2) ** 64)) % 2 ** 64) for v in whole]
    i = np.arange(-n, n).astype(np.int64)
    with np.errstate(over="ignore"):
        fractions = c[0] + c[1] * i.view(np.uint64) + c[2] * (i * i).view(np.uint64)
    best = int(i[np.argmin(np.minimum(fractions, ~fractions))])
    return line(name, x + best * step)


HARD = {
    "exp": lambda: uniform(-1, 1) * 10 ** uniform(-2, 2.8),
    "cosine-of-turns": lambda: uniform(0.01, 0.12),
    "sine-of-turns": lambda: uniform(0.01, 1),
    "log2": lambda: 10 ** uniform(-2, 2),
    "from-decibels": lambda: uniform(-200, 200),
    "to-decibels": lambda: 10 ** uniform(-2, 2),
}

INF, NAN, LEAST = math.inf, math.nan, 5e-324
SPECIAL = {
    "exp": [0.0, 1.0, -1.0, 800.0, -800.0, 1e308, -1e308, LEAST, 709.782712893384,
            709.7827128933841, -745.1332191019411, -745.1332191019412, -708.3964185322641,
            -708.3964185322642],
    "log2": [LEAST, 1.0, 2.0, 3.0, 0.75, 1e308, sys.float_info.min,
             math.nextafter(1, 2), math.nextafter(1, 0)],
    "from-decibels": [0.0, 20.0, -20.0, 1.0, 3.0, 6.0, -6.0, -1e308, 1e308, 1000.0, -1000.0,
                      6165.0, 6166.0, -6470.0, -6475.0, LEAST],
    "to-decibels": [LEAST, 1.0, 10.0, 0.1, 2.0, 0.5, 1000.0, 1e-5, 1e22, 1e308],
}
# as libm has them
LIMITS = {
    "exp": [(INF, INF), (-INF, 0), (NAN, NAN)],
    "from-decibels": [(INF, INF), (-INF, 0), (NAN, NAN)],
    "log2": [(0, -INF), (-1, NAN), (INF, INF), (NAN, NAN)],
    "to-decibels": [(0, -INF), (-1, NAN), (INF, INF), (NAN, NAN)],
    "log": [(0, -INF), (-1, NAN), (INF, INF), (NAN, NAN)],
}
TURNS = [(0, 1), (1, 4), (1, 2), (3, 4), (1, 8), (1, 12), (5, 12), (7, 8), (1, 3),
         (2 ** 49 - 1, 2 ** 49)]


def write_golden(file):
    for name in FUNCTIONS:
        lines = [line(name, x) for x in SPECIAL.get(name, [])]
        lines += [hardest(name, HARD[name]()) for _ in range(200)] if name in HARD else []
        file.write("\n".join(lines + some(name, 500 - len(lines))) + "\n")
        file.writelines(f"{name} {x} 0 {value} 0\n" for x, value in LIMITS.get(name, []))
        if name in ("cosine", "sine"):
            file.writelines(line(name, float(m), float(n)) + "\n" for m, n in TURNS)


if len(sys.argv) > 1:
    with tempfile.NamedTemporaryFile("w") as file:
        for name in FUNCTIONS:
            file.write("\n".join(some(name, 20000)) + "\n")
        file.flush()
        sys.exit(subprocess.run([sys.argv[1], file.name, "loud"], check=False).returncode)
HERE = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(HERE, "data", "elementary.txt"), "w") as out:
    write_golden(out)

#!/usr/bin/python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""make-taps.py - writes cases of taps and of gains that are the doubles nearest to their formulas.

The formulas are computed by mpmath to 300 bits and rounded once. Needs python3-mpmath and
python3-numpy, which running the tests does not.
"""
import math
import os
from fractions import Fraction
import mpmath
from mpmath import mp, mpf
from golden import HERE, text

mp.prec = 300


def exact(fraction):
    return mpf(fraction.numerator) / fraction.denominator


def cosines(a0, a1, a2):
    """a0 - a1 cos t + a2 cos 2t, in hundredths, which a sum of 1 makes no difference of."""
    def of(n, last):
        angle = 2 * mpf(n) / last
        return a0 - a1 * mpmath.cospi(angle) + a2 * mpmath.cospi(2 * angle)
    return of


def kaiser(beta):
    def of(n, last):
        return mpmath.besseli(0, mpf(beta) * mpmath.sqrt(1 - (2 * mpf(n) / last - 1) ** 2))
    return of


WINDOWS = {"hann": cosines(50, 50, 0), "hamming": cosines(54, 46, 0), "blackman": cosines(42, 50, 8)}


def window(of, count):
    return [of(n, count - 1) if count > 1 else mpf(1) for n in range(count)]


def one(w):
    total = mpmath.fsum(w)
    return [v / total for v in w]


def gauss(sigma, radius, order=0, rate=1):
    z = [mpf(j) / mpf(sigma) for j in range(-radius, radius + 1)]
    phi = one([mpmath.exp(-u * u / 2) for u in z])
    before, here = [mpf(0)] * len(z), [mpf(1)] * len(z)
    for k in range(order):
        before, here = here, [u * a - k * b for u, a, b in zip(z, here, before)]
    return [(-1) ** order * p * h * (mpf(rate) / mpf(sigma)) ** order for p, h in zip(phi, here)]


def decay(tau, count):
    return one([mpmath.exp(-mpf(j) / mpf(tau)) for j in range(count)])


def sinc(edges, of, count, at):
    """Bands between pairs of edges, doubles as the command line has them; the gain is 1 at `at`."""
    def low(f, t):
        return mpmath.sinpi(2 * mpf(f) * t) / (mp.pi * t) if t else 2 * mpf(f)
    t = [mpf(2 * j - count + 1) / 2 for j in range(count)]
    bands = list(zip(edges[::2], edges[1::2]))
    h = [w * sum(low(b, u) - low(a, u) for a, b in bands) for w, u in zip(window(of, count), t)]
    gain = mpmath.fsum(v * mpmath.cospi(2 * mpf(at) * u) for v, u in zip(h, t))
    return [v / gain for v in h]


def savgol(n, order, d, rate=1):
    """Least squares by the normal equations, in rational numbers."""
    x = [Fraction(2 * i - n + 1, 2) for i in range(n)]
    size = order + 1
    rows = [[sum(v ** (i + j) for v in x) for j in range(size)] + [Fraction(int(i == d))]
            for i in range(size)]
    for i in range(size):
        pivot = next(r for r in range(i, size) if rows[r][i])
        rows[i], rows[pivot] = rows[pivot], rows[i]
        rows[i] = [v / rows[i][i] for v in rows[i]]
        for r in range(size):
            if r != i:
                rows[r] = [a - rows[r][i] * b for a, b in zip(rows[r], rows[i])]
    factor = Fraction(rate) ** d
    for k in range(2, d + 1):
        factor *= k
    return [exact(factor * sum(rows[i][size] * v ** i for i in range(size))) for v in reversed(x)]


def factor(decibels):
    return mpf(10) ** (mpf(decibels) / 20)


GAINS = (-0.1, -1.7, -3, -6, -12.5, -20, -47.3, -120.03, -999.9, 0, 0.7, 6, 17.31, 60, 313.13)


def cases():
    for name, of in WINDOWS.items():
        yield from ((f"{name}:{n}", one(window(of, n))) for n in (1, 3, 4, 9, 16, 61))
        yield from ((f"lowpass:{f},{n},{name}", sinc([0, f], of, n, 0))
                    for f in (0.01, 0.1, 0.25, 0.4) for n in (4, 31))
    yield from ((f"kaiser:{n},{beta}", one(window(kaiser(beta), n)))
                for n in (2, 9, 30) for beta in (0, 0.1, 5.5, 14, 100))
    yield from ((f"gauss:{sigma}", gauss(sigma, int(4 * sigma + 0.5)))
                for sigma in (0.05, 0.3, 1, 2.5, 10))
    yield from ((f"gauss:{sigma},truncate=30,d={d}", gauss(sigma, int(30 * sigma + 0.5), d))
                for sigma in (0.7, 1.25) for d in range(11))
    yield "gauss:1e40,truncate=5e-40,d=10", gauss(1e40, 5, 10)
    yield "gauss:1e-7,truncate=1", gauss(1e-7, 0)
    yield "gauss:1e305,truncate=0", gauss(1, 0)
    yield from ((f"exp:{tau},{truncate}", decay(tau, count)) for tau, truncate, count in
                ((0.1, 37, 5), (1, 37, 38), (2.5, 37, 94), (7, 5, 36), (1e-310, 37, 2),
                 (3, 200, 601)))
    yield from ((f"lowpass:{f},{n},kaiser,beta=5.5", sinc([0, f], kaiser(5.5), n, 0))
                for f in (0.01, 0.25, 0.4) for n in (4, 31))
    yield from ((f"highpass:{f},{n}", sinc([f, 0.5], WINDOWS["hamming"], n, 0.5))
                for f in (0.01, 0.25, 0.4) for n in (1, 31))
    for a, b in ((0.1, 0.2), (0.02, 0.4), (0.1, 0.100001)):
        middle = (mpf(a) + mpf(b)) / 2
        yield from ((f"bandpass:{a},{b},{n}", sinc([a, b], WINDOWS["hamming"], n, middle))
                    for n in (30, 31))
        yield from ((f"notch:{a},{b},{n}", sinc([0, a, b, 0.5], WINDOWS["hamming"], n, 0))
                    for n in (31, 51))
    yield from ((f"savgol:{n},{order},d={d}", savgol(n, order, d)) for n, order, d in
                ((5, 2, 0), (5, 2, 1), (6, 3, 2), (11, 4, 2), (21, 5, 3), (17, 12, 0), (17, 16, 15),
                 (40, 16, 8), (61, 10, 3)))
    yield from ((f"echo:1,{gain}dB", [mpf(1), factor(gain)]) for gain in GAINS)
    for n in (1, 3, 7, 10):
        yield f"box:{n}", one([mpf(1)] * n)
        yield f"triangle:{n}", one([mpf(n + n % 2 - abs(2 * j - n + 1)) for j in range(n)])
    yield from ((f"savgol:{n},{order},d={d}", savgol(n, order, d)) for n, order, d in
                ((101, 3, 0), (301, 2, 1), (91, 6, 0), (20, 8, 2), (33, 16, 0)))
    yield from ((f"binomial:{n}", one([mpf(math.comb(n - 1, k)) for k in range(n)]))
                for n in (1, 2, 3, 10, 53, 54, 101, 1101, 1200))


def cases_with_rate(rate):
    """Derivatives are per second."""
    yield from ((f"gauss:1.25,d={d}", gauss(1.25, 5, d, rate)) for d in (1, 2, 10))
    yield from ((f"savgol:9,4,d={d}", savgol(9, 4, d, rate)) for d in (0, 1, 3))


def files(name):
    base = os.path.join(HERE, "cases", name)
    return open(base + ".sh", "w"), open(base + ".out", "w")


script, out = files("made/nearest")
with script, out:
    for options, specs in (("", cases()), (" --rate=44100", cases_with_rate(44100))):
        for spec, taps in specs:
            script.write(f"conv{options} --print-kernel -g {spec}\n")
            out.writelines(text(float(v) + 0.0) + "\n" for v in taps)
script, out = files("table/gain-nearest")
with script, out:
    for gain in GAINS:
        script.write(f"echo 1 | conv -e 1 --gain={gain}\n")
        out.write(text(factor(gain)) + "\n")

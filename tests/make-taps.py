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
from mpmath.libmp import to_rational
from golden import HERE, text

mp.prec = 300


def exact(fraction):
    return mpf(fraction.numerator) / fraction.denominator


def cosines(a0, a1, a2):
    """a0 - a1 cos t + a2 cos 2t, in hundredths."""
    def of(n, last):
        angle = 2 * mpf(n) / last
        return (a0 - a1 * mpmath.cospi(angle) + a2 * mpmath.cospi(2 * angle)) / 100
    return of


def kaiser(beta):
    def of(n, last):
        return (mpmath.besseli(0, mpf(beta) * mpmath.sqrt(1 - (2 * mpf(n) / last - 1) ** 2))
                / mpmath.besseli(0, mpf(beta)))
    return of


def tukey(alpha):
    def of(n, last):
        n = min(n, last - n)
        if alpha <= 0 or (alpha < 1 and n > math.floor(alpha * last / 2.0)):
            return mpf(1)
        return mpmath.sinpi(mpf(n) / (mpf(alpha) * last)) ** 2
    return of


def triangle(n, last):
    return mpf(min(n, last - n) + (mpf(1) if last % 2 == 0 else mpf(1) / 2)) / (last // 2 + 1)


def bartlett(n, last):
    return mpf(2 * min(n, last - n)) / last


WINDOWS = {"hann": cosines(50, 50, 0), "hamming": cosines(54, 46, 0),
           "blackman": cosines(42, 50, 8)}
PLAIN = {**WINDOWS, "box": lambda n, last: mpf(1), "triangle": triangle, "bartlett": bartlett,
         "tukey": tukey(0.5), "kaiser": kaiser(14)}


def window(of, count, periodic=0):
    """As scipy.signal.windows, periodic=1 its sym=False."""
    return [of(n, count - 1 + periodic) if count > 1 else mpf(1) for n in range(count)]


def one(w):
    total = mpmath.fsum(w)
    return [v / total for v in w]


def gauss(sigma, radius, order=0, rate=1, scale=1):
    z = [mpf(j) / mpf(sigma) for j in range(-radius, radius + 1)]
    phi = [mpmath.exp(-u * u / 2) for u in z]
    phi = one(phi) if scale else phi
    before, here = [mpf(0)] * len(z), [mpf(1)] * len(z)
    for k in range(order):
        before, here = here, [u * a - k * b for u, a, b in zip(z, here, before)]
    return [(-1) ** order * p * h * (mpf(rate) / mpf(sigma)) ** order for p, h in zip(phi, here)]


def decay(tau, count):
    return one([mpmath.exp(-mpf(j) / mpf(tau)) for j in range(count)])


def ewm(truncate=37, scale=1, **argument):
    """The weights of pandas.DataFrame.ewm, until they are below exp(-truncate)."""
    (key, value), = ((k, mpf(v)) for k, v in argument.items())
    base = {"tau": lambda: mpmath.exp(-1 / value), "alpha": lambda: 1 - value,
            "span": lambda: (value - 1) / (value + 1),
            "halflife": lambda: mpf(2) ** (-1 / value)}[key]()
    length = truncate * float(value) if key == "tau" else \
        truncate / -mpmath.log(base) if base else 0
    count = int(mpmath.ceil(length)) + 1
    weights = [base ** j for j in range(count)]
    return one(weights) if scale else weights


def sinc(edges, of, count, at):
    """Bands between pairs of edges, doubles as the command line has them; the gain is 1 at `at`,
    or what the sum of bands makes it."""
    def low(f, t):
        return mpmath.sinpi(2 * mpf(f) * t) / (mp.pi * t) if t else 2 * mpf(f)
    t = [mpf(2 * j - count + 1) / 2 for j in range(count)]
    bands = list(zip(edges[::2], edges[1::2]))
    h = [w * sum(low(b, u) - low(a, u) for a, b in bands) for w, u in zip(window(of, count), t)]
    if at is None:
        return h
    gain = mpmath.fsum(v * mpmath.cospi(2 * mpf(at) * u) for v, u in zip(h, t))
    return [v / gain for v in h]


def savgol(n, order, d, rate=1, pos=None):
    """Least squares by the normal equations, in rational numbers."""
    middle = Fraction(n - 1, 2) if pos is None else Fraction(pos)
    x = [i - middle for i in range(n)]
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


def window_forms():
    """Periodic windows, and windows as they are."""
    forms = {**PLAIN, "tukey,0.1": tukey(0.1), "tukey,1": tukey(1), "tukey,0": tukey(0),
             "kaiser,beta=8.6": kaiser(8.6)}
    for name, of in forms.items():
        for n in (1, 2, 3, 4, 9, 16, 41):
            for periodic in (0, 1):
                w = window(of, n, periodic)
                word, _, rest = name.partition(",")
                spec = f"{word}:{n}{',' if rest else ''}{rest}{',periodic=1' if periodic else ''}"
                if any(w):
                    yield spec, one(w)
                yield spec + ",scale=0", w


def other_forms():
    yield from ((f"exp:alpha={a}", ewm(alpha=a)) for a in (1, 0.9, 0.5, 0.1, 0.03125))
    yield from ((f"exp:span={n}", ewm(span=n)) for n in (1, 2, 3, 12.5, 30))
    yield from ((f"exp:halflife={t}", ewm(halflife=t)) for t in (0.1, 1, 3, 7.25))
    yield "exp:halflife=2,truncate=5,scale=0", ewm(5, 0, halflife=2)
    yield "exp:span=4.5,truncate=800", ewm(800, span=4.5)
    yield "exp:1e-310,800,scale=0", [mpf(1), mpf(0)]
    yield from ((f"gauss:{sigma},radius={n}", gauss(sigma, n)) for sigma, n in
                ((0.5, 0), (1, 3), (2.5, 4), (1.5, 60), (1e-300, 2)))
    yield "gauss:0.1,d=10,radius=7", gauss(0.1, 7, 10)
    yield "gauss:2,radius=5,scale=0", gauss(2, 5, scale=0)
    yield "gauss:2,3,1,scale=0", gauss(2, 6, 1, scale=0)
    yield from ((f"savgol:{n},{order},{d},pos={at}", savgol(n, order, d, pos=at))
                for n, order, d in ((1, 0, 0), (5, 2, 0), (6, 3, 1), (21, 5, 3), (30, 16, 2))
                for at in sorted({0, n // 3, n - 1}))
    for a, b, c, d in ((0.11, 0.2, 0.3, 0.42), (0.01, 0.05, 0.2, 0.45)):
        yield (f"bandpass:{a},{b},{c},{d},31", sinc([a, b, c, d], WINDOWS["hamming"], 31,
                                                    (mpf(a) + mpf(b)) / 2))
        yield (f"bandstop:{a},{b},{c},{d},31,hann",
               sinc([0, a, b, c, d, 0.5], WINDOWS["hann"], 31, 0))
        yield (f"bandpass:0,{b},{c},{d},30", sinc([0, b, c, d], WINDOWS["hamming"], 30, 0))
        yield (f"bandstop:0,{b},{c},{d},31", sinc([b, c, d, 0.5], WINDOWS["hamming"], 31,
                                                  (mpf(b) + mpf(c)) / 2))
        yield (f"bandstop:{a},{b},{c},0.5,31", sinc([0, a, b, c], WINDOWS["hamming"], 31, 0))
    yield ("bandpass:0.02,0.05,0.1,0.15,0.2,0.25,0.3,0.35,41,scale=0",
           sinc([0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35], WINDOWS["hamming"], 41, None))
    yield "lowpass:0.1,9,kaiser,5.5,scale=0", sinc([0, 0.1], kaiser(5.5), 9, None)
    yield "highpass:0.1,9,blackman,scale=0", sinc([0.1, 0.5], WINDOWS["blackman"], 9, None)
    yield "lowpass:5e-324,5,hann", sinc([0, 5e-324], WINDOWS["hann"], 5, 0)
    yield "lowpass:1e-310,6,hann,scale=0", sinc([0, 1e-310], WINDOWS["hann"], 6, None)
    yield "highpass:5e-324,9,hann", sinc([5e-324, 0.5], WINDOWS["hann"], 9, 0.5)
    yield "bandpass:1e-300,3e-300,7,scale=0", sinc([1e-300, 3e-300], WINDOWS["hamming"], 7, None)


def nearest(v):
    """float(v) rounds twice what is subnormal."""
    above, below = to_rational(v._mpf_) if abs(v) > mpf(2) ** -1100 else (0, 1)
    return above / below + 0.0


def files(name):
    base = os.path.join(HERE, "cases", name)
    return open(base + ".sh", "w"), open(base + ".out", "w")


script, out = files("made/nearest")
with script, out:
    for options, specs in (("", cases()), (" --rate=44100", cases_with_rate(44100))):
        for spec, taps in specs:
            script.write(f"conv{options} --print-kernel -g {spec}\n")
            out.writelines(text(nearest(v)) + "\n" for v in taps)
for name, kernels in (("window-forms", window_forms()), ("other-forms", other_forms())):
    script, out = files("made/" + name)
    with script, out:
        for spec, taps in kernels:
            script.write(f"conv --print-kernel -g {spec}\n")
            out.writelines(text(nearest(v)) + "\n" for v in taps)
script, out = files("table/gain-nearest")
with script, out:
    for gain in GAINS:
        script.write(f"echo 1 | conv -e 1 --gain={gain}\n")
        out.write(text(factor(gain)) + "\n")

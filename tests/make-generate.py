#!/usr/bin/python3
"""make-generate.py - writes the cases of --normalize, whose expected numbers come from numpy and scipy.

Needs python3-scipy, which running the tests does not. Writes tests/cases/normalize/NAME.sh and NAME.near.
"""
import os
import numpy as np
import scipy.optimize

HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.path.join(HERE, "data")


def text(row):
    return " ".join(repr(float(v)).removesuffix(".0") for v in np.atleast_1d(row))


def case(name, command, expected, tolerance=1e-14):
    base = os.path.join(HERE, "cases", name)
    os.makedirs(os.path.dirname(base), exist_ok=True)
    with open(base + ".sh", "w") as f:
        f.write(command + "\n")
    with open(base + ".near", "w") as f:
        f.write(f"# {tolerance:g}\n")
        for row in expected:
            f.write(text(row) + "\n")


x20 = np.loadtxt(os.path.join(DATA, "noise-20.txt"))

# normalize
two = np.loadtxt(os.path.join(DATA, "taps-40x2.txt"))
noise = np.loadtxt(os.path.join(DATA, "taps-150.txt"))


def gain(column):
    """max |H(f)|, from a dense grid and a search around its best points."""
    grid = 64 * len(column)
    response = np.abs(np.fft.rfft(column, grid))
    n = np.arange(len(column)) - (len(column) - 1) / 2
    best = response.max()
    for k in np.flatnonzero(response > 0.998 * best):
        found = scipy.optimize.minimize_scalar(lambda u: -abs(np.sum(column * np.exp(-2j * np.pi * (k + u) / grid * n))),
                                               bounds=(-1, 1), method="bounded", options={"xatol": 1e-9})
        best = max(best, -found.fun)
    return best


norms = {"l1": lambda h: np.abs(h).sum(), "l2": lambda h: np.sqrt((h * h).sum()), "peak": lambda h: np.abs(h).max(),
         "gain": gain}
for norm, of in norms.items():
    case(f"normalize/{norm}", f"conv --print-kernel --normalize={norm} $DATA/taps-150.txt", noise / of(noise))
    case(f"normalize/{norm}-columns", f"conv --print-kernel --normalize={norm} -k $DATA/taps-40x2.txt",
         two / max(of(two[:, 0]), of(two[:, 1])))
for taps in (1, 2, 3, 8, 31, 1200):
    h = np.atleast_1d(np.loadtxt(os.path.join(DATA, f"taps-{taps}.txt")))
    case(f"normalize/gain-{taps}", f"conv --print-kernel --normalize=gain $DATA/taps-{taps}.txt", h / gain(h), 2e-14)
case("normalize/sum-columns", "conv --print-kernel --normalize=sum $DATA/taps-40x2.txt", two / two.sum(axis=0), 1e-13)
case("normalize/result", "conv --normalize=l2 $DATA/taps-3.txt $DATA/noise-20.txt",
     np.convolve(x20, norms["l2"](np.loadtxt(os.path.join(DATA, "taps-3.txt"))) ** -1 * np.loadtxt(os.path.join(DATA, "taps-3.txt"))))

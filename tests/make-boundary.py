#!/usr/bin/python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""make-boundary.py - writes the cases of boundaries and missing values, from numpy.pad,
scipy.ndimage, scipy.signal, exact fractions and plain sums.

Run it from anywhere, after make-cases.py; needs python3-scipy, which running the tests does not.
"""
from fractions import Fraction
import math
import numpy as np
import scipy.ndimage
import scipy.signal
from golden import PAD, case, exact_case, load, save

noise = load("noise-20.txt")
taps = {m: load(f"taps-{m}.txt") for m in (2, 3, 8, 31, 150)}

MODES = ("full", "same", "valid")


def reach(n, m, mode):
    o = (m - 1) // 2
    return {"full": (m - 1, m - 1), "same": (m - 1 - o, o), "valid": (0, 0)}[mode]


def extended(x, h, boundary, mode):
    """The sums over a signal that numpy has padded."""
    before, after = reach(len(x), len(h), mode)
    if mode == "valid":
        return np.convolve(x, h, "valid")
    return np.convolve(np.pad(x, (before, after), **PAD[boundary]), h, "valid")


# every boundary, mode, method, parity of taps, and kernels that reach past the signal several
# times over
LENGTHS = (1, 2, 7, 20)
TAPS = (2, 3, 8, 31, 150)
for boundary in PAD:
    for method in ("direct", "fft", "exact"):
        script = (f"for n in {' '.join(map(str, LENGTHS))}; do\n"
                  f"    head -$n $DATA/noise-20.txt > x\n"
                  f"    for m in {' '.join(map(str, TAPS))}; do\n"
                  f"        for mode in {' '.join(MODES)}; do\n"
                  f"            conv -q -M {method} -m $mode -b {boundary} $DATA/taps-$m.txt x || "
                  f"exit\n"
                  "        done\n    done\ndone")
        expected = [v for n in LENGTHS for m in TAPS for mode in MODES
                    for v in extended(noise[:n], taps[m], boundary, mode)]
        case(f"boundary/{boundary.replace(':', '').replace('.', '')}-{method}", script, expected,
             1e-13)

# scipy.ndimage names them otherwise and means the same
NDIMAGE = {"edge": "nearest", "symmetric": "reflect", "mirror": "mirror", "wrap": "wrap",
           "zero": "constant"}
for boundary, mode in NDIMAGE.items():
    case(f"boundary/ndimage-{boundary}",
         f"for m in 2 3 8 31; do conv -m same --origin=right -b {boundary} $DATA/taps-$m.txt "
         f"$DATA/noise-20.txt; done",
         [v for m in (2, 3, 8, 31) for v in scipy.ndimage.convolve1d(noise, taps[m], mode=mode)],
         1e-13)

# a signal that is longer than what is read at a time, in a stereo table
stereo = load("noise-300x2.txt")
long = np.tile(stereo, (500, 1)) * np.arange(150000)[:, None]
for boundary in PAD:
    pad = np.pad(long, ((20, 20), (0, 0)), **PAD[boundary])
    rows = list(range(0, 25)) + list(range(len(long) - 25, len(long)))
    y = np.stack([np.convolve(pad[:, k], np.arange(1, 42), "valid") for k in (0, 1)], axis=1)
    case(f"boundary/long-{boundary.replace(':', '').replace('.', '')}",
         "for i in $(seq 500); do cat $DATA/noise-300x2.txt; done | awk '{ printf \"%.17g %.17g\\n"
         "\", $1 * (NR - 1), $2 * (NR - 1) }' > x\n"
         f"conv -m same -b {boundary} -e \"$(seq -s, 41)\" x > file\n"
         f"conv -m same -b {boundary} -e \"$(seq -s, 41)\" < x | cmp - file\n"
         f"cat x | conv -j 1 -m same -b {boundary} -e \"$(seq -s, 41)\" | cmp - file\n"
         "head -25 file; tail -25 file", y[rows], 1e-12)


def rescaled(x, h, boundary, mode, omit):
    """Output by output: what is missing is made up for."""
    before, after = reach(len(x), len(h), mode)
    missing = np.nan if boundary == "renorm" else None
    if missing is None:
        z = np.pad(x, (before, after), **PAD[boundary])
        gone = np.isnan(z) if omit else np.zeros(len(z), bool)
    else:
        z = np.pad(x, (before, after))
        gone = np.pad(np.isnan(x) if omit else np.zeros(len(x), bool), (before, after),
                      constant_values=True)
    y = []
    for i in range(len(z) - len(h) + 1):
        there = ~gone[i:i + len(h)]
        taps = h[::-1][there]
        w = z[i:i + len(h)][there]
        if there.all():
            y.append(np.dot(taps, w))
        elif not there.any():
            y.append(np.nan)
        else:
            y.append(np.dot(taps, w) * h.sum() / taps.sum())
    return y


# missing values made up for, with every boundary; and renorm, which is that of what is beyond the
# ends
holes = noise.copy()
holes[[0, 3, 4, 5, 6, 17]] = np.nan
save("holes-20.txt", holes)
positive = {m: np.arange(1.0, m + 1) for m in (2, 3, 31)}
for method in ("direct", "fft", "exact"):
    for boundary in list(PAD) + ["renorm"]:
        command = (f"for m in 2 3 31; do for mode in full same; do\n"
                   f"    conv --nan=omit -M {method} -m $mode -b {boundary} -e $(seq -s, $m) "
                   f"$DATA/holes-20.txt || exit\n"
                   "done; done")
        case(f"nan/omit-{boundary.replace(':', '').replace('.', '')}-{method}", command,
             [v for m in (2, 3, 31) for mode in ("full", "same")
              for v in rescaled(holes, positive[m], boundary, mode, True)],
             1e-12 if method == "fft" else 1e-14)
    case(f"boundary/renorm-{method}",
         f"for m in 2 3 31; do for mode in full same valid; do conv -q -M {method} -m $mode -b "
         f"renorm -e $(seq -s, $m) "
         "$DATA/noise-20.txt; done; done",
         [v for m in (2, 3, 31) for mode in MODES for v in
          (np.convolve(noise, positive[m], "valid") if mode == "valid"
           else rescaled(noise, positive[m], "renorm", mode, False))],
         1e-12 if method == "fft" else 1e-14)

# channels through their own taps, true stereo
two = stereo[:40].copy()
two[5, 0] = two[6, 1] = two[7, 0] = two[7, 1] = np.nan
save("holes-40x2.txt", two)
taps2 = np.abs(load("taps-40x2.txt")[:5])
case("nan/omit-pairs", "head -5 $DATA/taps-40x2.txt | tr -d - > k\nconv --nan=omit -m same k "
                       "$DATA/holes-40x2.txt",
     np.stack([rescaled(two[:, k], taps2[:, k], "zero", "same", True) for k in (0, 1)], axis=1),
     1e-14)


# polynomials at the ends: scipy's interp, of signals from N frames on; of an even N, whose middle
# scipy has on the right
FITS = [(1, 0, 0), (3, 1, 0), (3, 2, 1), (4, 2, 0), (5, 2, 0), (5, 3, 2), (6, 3, 1), (7, 4, 3),
        (19, 3, 1), (20, 5, 0)]
for method in ("direct", "fft", "exact"):
    fits = " ".join(f"{n},{order},{d}" for n, order, d in FITS)
    case(f"boundary/fit-{method}",
         f"for s in {fits}; do\n"
         "    for n in $(seq ${s%%,*} 20); do\n"
         f"        head -$n $DATA/noise-20.txt | conv -M {method} -g savgol:$s -m same "
         f"--origin=right -b fit || exit\n"
         "    done\ndone",
         [v for n, order, d in FITS for frames in range(n, 21)
          for v in scipy.signal.savgol_filter(noise[:frames], n, order, deriv=d)], 1e-13)

# derivatives per second, by a rate; N as a time; what is normalized already
case("boundary/fit-rate",
     "for s in savgol:5,3,1 savgol:50ms,3,2 savgol:n=70,order=4,d=3,ms; do conv --rate=100 -g $s "
     "-m same -b fit $DATA/noise-20.txt; done\n"
     "conv --normalize=sum --gain=20 -g savgol:9,2 -m same -b fit $DATA/noise-20.txt",
     [v for n, order, d in ((5, 3, 1), (5, 3, 2), (7, 4, 3))
      for v in scipy.signal.savgol_filter(noise, n, order, deriv=d, delta=0.01)] +
     list(10 * scipy.signal.savgol_filter(noise, 9, 2)), 1e-13)

# a stereo table that is longer than what is read at a time, from a file and a pipe, at once and
# frame by frame
fit = scipy.signal.savgol_filter(long, 31, 3, deriv=1, axis=0)
rows = list(range(0, 35)) + list(range(len(long) - 35, len(long)))
case("boundary/long-fit",
     "for i in $(seq 500); do cat $DATA/noise-300x2.txt; done | awk '{ printf \"%.17g %.17g\\n\", "
     "$1 * (NR - 1), $2 * (NR - 1) }' > x\n"
     "fit='-g savgol:31,3,1 -m same -b fit'\n"
     "conv $fit x > file\n"
     "conv $fit < x | cmp - file\n"
     "conv -j 3 -M direct $fit x > direct\n"
     "cat x | conv -u $fit | cmp - direct\n"
     "wc -l < file\nhead -35 file; tail -35 file", [[len(long)]] + list(fit[rows]), 1e-12)


def fitted(x, n, order, d, at):
    """Derivative d at frame `at` of the polynomial through x[n], by the normal equations in
    fractions."""
    powers = [[Fraction(i - at) ** k for k in range(order + 1)] for i in range(n)]
    rows = [[sum(p[a] * p[b] for p in powers) for b in range(order + 1)] +
            [sum(p[a] * Fraction(v) for p, v in zip(powers, x))] for a in range(order + 1)]
    for i in range(order + 1):
        rows[i] = [v / rows[i][i] for v in rows[i]]
        for j in range(order + 1):
            if j != i:
                rows[j] = [v - rows[j][i] * w for v, w in zip(rows[j], rows[i])]
    return rows[d][-1] * math.factorial(d)


# high orders, of which scipy knows no digit, each frame of the ends to the last bit; and what is
# zero
HIGH = [(17, 16, 0), (17, 16, 16), (25, 16, 5), (101, 10, 0), (101, 10, 3)]
wide = load("noise-1000.txt")[:120] * 2.0 ** (np.arange(120) % 7 * 6)
save("noise-120.txt", wide)
script = "".join(
    f"conv -g savgol:{n},{order},{d} -m same -b fit $DATA/noise-120.txt > y; head -{n // 2} y; "
    f"tail -{n // 2} y\n"
    for n, order, d in HIGH)
y = []
for n, order, d in HIGH:
    for at in range(n // 2):
        y.append(float(fitted(wide[:n], n, order, d, at)))
    for at in range(n - n // 2, n):
        y.append(float(fitted(wide[-n:], n, order, d, at)))
exact_case("boundary/fit-high", script, y)

# of an even N the middle stands half a frame to the left of its frame by default, and the ends
# where they are
even = []
for n, order, d in ((4, 2, 0), (6, 3, 1)):
    y = scipy.signal.savgol_filter(noise, n, order, deriv=d)
    y[n // 2:20 - n // 2 + 1] = np.convolve(noise, scipy.signal.savgol_coeffs(n, order, deriv=d),
                                            "valid")
    even += list(y)
case("boundary/fit-even",
     "for s in 4,2 6,3,1; do conv -g savgol:$s -m same -b fit $DATA/noise-20.txt; done", even,
     1e-13)

# what is not finite spoils the end whose polynomial it enters, in its own channel, and the windows
# in between
spoilt = np.stack([noise, noise[::-1], noise, noise], axis=1)
spoilt[4, 0] = spoilt[14, 1] = spoilt[15, 2] = np.nan
spoilt[0, 3] = np.inf
save("fit-20x4.txt", spoilt)
y = scipy.signal.savgol_filter(np.where(np.isfinite(spoilt), spoilt, 0), 5, 2, axis=0)
y[:7, 0] = y[12:17, 1] = y[13:, 2] = y[:2, 3] = np.nan
y[2, 3] = -np.inf
case("boundary/fit-nan", "for m in direct fft; do conv -M $m -g savgol:5,2 -m same -b fit "
                         "$DATA/fit-20x4.txt; done",
     list(y) * 2, 1e-14)

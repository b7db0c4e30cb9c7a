#!/usr/bin/python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""make-boundary.py - writes the cases of boundaries and missing values, from numpy.pad, scipy.ndimage and plain sums.

Run it from anywhere, after make-cases.py; needs python3-scipy, which running the tests does not.
"""
import numpy as np
import scipy.ndimage
from golden import PAD, case, load, save

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


# every boundary, mode, method, parity of taps, and kernels that reach past the signal several times over
LENGTHS = (1, 2, 7, 20)
TAPS = (2, 3, 8, 31, 150)
for boundary in PAD:
    for method in ("direct", "fft", "exact"):
        script = (f"for n in {' '.join(map(str, LENGTHS))}; do\n"
                  f"    head -$n $DATA/noise-20.txt > x\n"
                  f"    for m in {' '.join(map(str, TAPS))}; do\n"
                  f"        for mode in {' '.join(MODES)}; do\n"
                  f"            conv -q -M {method} -m $mode -b {boundary} $DATA/taps-$m.txt x || exit\n"
                  "        done\n    done\ndone")
        expected = [v for n in LENGTHS for m in TAPS for mode in MODES
                    for v in extended(noise[:n], taps[m], boundary, mode)]
        case(f"boundary/{boundary.replace(':', '').replace('.', '')}-{method}", script, expected, 1e-13)

# scipy.ndimage names them otherwise and means the same
NDIMAGE = {"edge": "nearest", "symmetric": "reflect", "mirror": "mirror", "wrap": "wrap", "zero": "constant"}
for boundary, mode in NDIMAGE.items():
    case(f"boundary/ndimage-{boundary}",
         f"for m in 2 3 8 31; do conv -m same --origin=right -b {boundary} $DATA/taps-$m.txt $DATA/noise-20.txt; done",
         [v for m in (2, 3, 8, 31) for v in scipy.ndimage.convolve1d(noise, taps[m], mode=mode)], 1e-13)

# a signal that is longer than what is read at a time, in a stereo table
stereo = load("noise-300x2.txt")
long = np.tile(stereo, (500, 1)) * np.arange(150000)[:, None]
for boundary in PAD:
    pad = np.pad(long, ((20, 20), (0, 0)), **PAD[boundary])
    rows = list(range(0, 25)) + list(range(len(long) - 25, len(long)))
    y = np.stack([np.convolve(pad[:, k], np.arange(1, 42), "valid") for k in (0, 1)], axis=1)
    case(f"boundary/long-{boundary.replace(':', '').replace('.', '')}",
         "for i in $(seq 500); do cat $DATA/noise-300x2.txt; done | awk '{ printf \"%.17g %.17g\\n\", $1 * (NR - 1), $2 * (NR - 1) }' > x\n"
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
        gone = np.pad(np.isnan(x) if omit else np.zeros(len(x), bool), (before, after), constant_values=True)
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


# missing values made up for, with every boundary; and renorm, which is that of what is beyond the ends
holes = noise.copy()
holes[[0, 3, 4, 5, 6, 17]] = np.nan
save("holes-20.txt", holes)
positive = {m: np.arange(1.0, m + 1) for m in (2, 3, 31)}
for method in ("direct", "fft", "exact"):
    for boundary in list(PAD) + ["renorm"]:
        command = (f"for m in 2 3 31; do for mode in full same; do\n"
                   f"    conv --nan=omit -M {method} -m $mode -b {boundary} -e $(seq -s, $m) $DATA/holes-20.txt || exit\n"
                   "done; done")
        case(f"nan/omit-{boundary.replace(':', '').replace('.', '')}-{method}", command,
             [v for m in (2, 3, 31) for mode in ("full", "same")
              for v in rescaled(holes, positive[m], boundary, mode, True)], 1e-12 if method == "fft" else 1e-14)
    case(f"boundary/renorm-{method}",
         f"for m in 2 3 31; do for mode in full same valid; do conv -q -M {method} -m $mode -b renorm -e $(seq -s, $m) "
         "$DATA/noise-20.txt; done; done",
         [v for m in (2, 3, 31) for mode in MODES for v in
          (np.convolve(noise, positive[m], "valid") if mode == "valid" else rescaled(noise, positive[m], "renorm", mode, False))],
         1e-12 if method == "fft" else 1e-14)

# channels through their own taps, true stereo
two = stereo[:40].copy()
two[5, 0] = two[6, 1] = two[7, 0] = two[7, 1] = np.nan
save("holes-40x2.txt", two)
taps2 = np.abs(load("taps-40x2.txt")[:5])
case("nan/omit-pairs", "head -5 $DATA/taps-40x2.txt | tr -d - > k\nconv --nan=omit -m same k $DATA/holes-40x2.txt",
     np.stack([rescaled(two[:, k], taps2[:, k], "zero", "same", True) for k in (0, 1)], axis=1), 1e-14)

#!/usr/bin/python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""make-cases.py - writes the cases whose expected numbers come from numpy and scipy, and their
data.

Run it from anywhere; needs python3-scipy and python3-soundfile, which running the tests does not.
It writes tests/data/*.txt and, for each entry below, tests/cases/TOPIC/NAME.sh and NAME.near.
"""
from fractions import Fraction

import numpy as np
import scipy.ndimage
import scipy.signal
from golden import case, save

rng = np.random.default_rng(20240229)





noise = save("noise-1000.txt", rng.standard_normal(1000))
short = save("noise-20.txt", rng.standard_normal(20))
stereo = save("noise-300x2.txt", rng.standard_normal((300, 2)))
wide = save("noise-50x5.txt", rng.standard_normal((50, 5)))
taps = {m: save(f"taps-{m}.txt", rng.standard_normal(m)) for m in (1, 2, 3, 8, 31, 150, 1200)}
taps2 = save("taps-40x2.txt", rng.standard_normal((40, 2)))
taps4 = save("taps-40x4.txt", rng.standard_normal((40, 4)))
taps5 = save("taps-7x5.txt", rng.standard_normal((7, 5)))

# scipy's mode and method, for every parity and for kernels longer than the signal
for m, h in taps.items():
    for mode in ("full", "same", "valid"):
        for method in ("direct", "fft"):
            case(f"modes/{mode}-{m}-{method}", f"conv -q -M {method} -m {mode} $DATA/taps-{m}.txt "
                                               f"$DATA/noise-1000.txt",
                 scipy.signal.convolve(noise, h, mode, method="direct"),
                 1e-14 if method == "direct" else 4e-15 * 15)
for m in (3, 8, 31):
    for mode in ("full", "same", "valid"):
        case(f"modes/short-{mode}-{m}", f"conv -q -m {mode} $DATA/taps-{m}.txt $DATA/noise-20.txt",
             scipy.signal.convolve(short, taps[m], mode, method="direct"))
        case(f"modes/correlate-{mode}-{m}", f"conv -q -c -m {mode} $DATA/taps-{m}.txt "
                                            f"$DATA/noise-20.txt",
             scipy.signal.correlate(short, taps[m], mode, method="direct"))

# numpy's same: the length of the longer
for m in (3, 8, 31, 150):
    case(f"modes/longest-{m}", f"conv -m same --same=longest $DATA/taps-{m}.txt $DATA/noise-20.txt",
         np.convolve(short, taps[m], "same"))
    case(f"modes/longest-correlate-{m}", f"conv -c -m same --same=longest $DATA/taps-{m}.txt "
                                         f"$DATA/noise-20.txt",
         np.correlate(short, taps[m], "same"))
    case(f"modes/valid-correlate-{m}", f"conv -q -c -m valid $DATA/taps-{m}.txt $DATA/noise-20.txt",
         np.correlate(short, taps[m], "valid"))

# ndimage puts the origin at floor(M/2); any other tap is a shift of it
for m in (2, 3, 8):
    case(f"modes/origin-right-{m}", f"conv -m same --origin=right $DATA/taps-{m}.txt "
                                    f"$DATA/noise-20.txt",
         scipy.ndimage.convolve1d(short, taps[m], mode="constant", origin=0))
for origin in (0, 5, 7):
    full = np.convolve(short, taps[8])
    case(f"modes/origin-{origin}", f"conv -m same --origin={origin} $DATA/taps-8.txt "
                                   f"$DATA/noise-20.txt",
         full[origin:origin + 20])


def columns(x, h, pairs, mode="full"):
    """Sum over pairs (in, column, out) of columns convolved."""
    outs = max(o for _, _, o in pairs) + 1
    y = [0] * outs
    for i, c, o in pairs:
        y[o] = y[o] + scipy.signal.convolve(x[:, i], h[:, c], mode, method="direct")
    return np.stack(y, axis=1)


mono = noise[:, None]
h31 = taps[31][:, None]
for method in ("direct", "fft", "auto"):
    case(f"channels/mono-kernel-{method}", f"conv -M {method} $DATA/taps-31.txt "
                                           f"$DATA/noise-300x2.txt",
         columns(stereo, h31, [(0, 0, 0), (1, 0, 1)]), 6e-14)
    case(f"channels/pairs-{method}", f"conv -M {method} $DATA/taps-40x2.txt $DATA/noise-300x2.txt",
         columns(stereo, taps2, [(0, 0, 0), (1, 1, 1)]), 6e-14)
    case(f"channels/mono-signal-{method}", f"conv -M {method} $DATA/taps-40x4.txt "
                                           f"$DATA/noise-1000.txt",
         columns(mono, taps4, [(0, c, c) for c in range(4)]), 6e-14)
    case(f"channels/true-stereo-{method}", f"conv -M {method} $DATA/taps-40x4.txt "
                                           f"$DATA/noise-300x2.txt",
         columns(stereo, taps4, [(0, 0, 0), (0, 1, 1), (1, 2, 0), (1, 3, 1)]), 6e-14)
    case(f"channels/five-{method}", f"conv -M {method} -m same $DATA/taps-7x5.txt "
                                    f"$DATA/noise-50x5.txt",
         columns(wide, taps5, [(c, c, c) for c in range(5)], "same"), 6e-14)

# exact arithmetic on dyadic numbers: byte for byte
case("modes/dyadic", "printf '0.5\\n-1.25\\n1e3\\n' | conv -e 2,0.25",
     np.convolve([0.5, -1.25, 1000], [2, 0.25]), 0)

# accuracy of fft over dynamic range: log2(N) 2^-53 |x||h|, here relative to the peak
decay = save("decay-2000.txt", np.exp(-np.arange(2000) / 70) * rng.choice([-1, 1], 2000))
case("accuracy/decay-fft", "conv -M fft $DATA/taps-150.txt $DATA/decay-2000.txt",
     scipy.signal.convolve(decay, taps[150], method="direct"), 1e-15 * 12)
case("accuracy/decay-direct", "conv -M direct $DATA/taps-150.txt $DATA/decay-2000.txt",
     scipy.signal.convolve(decay, taps[150], method="direct"), 1e-15)

# taps so small that their spectra would have few digits left
case("accuracy/small-taps", "printf '1e17\\n-3e16\\n' | conv -M fft -e "
                            "9.36e-321,-1.939687e-318,-1.775207716164e-311,1.085614683e-315",
     [float(sum(Fraction(h) * Fraction(x) for i,
                h in enumerate((9.36e-321, -1.939687e-318, -1.775207716164e-311, 1.085614683e-315))
                for j, x in enumerate((1e17, -3e16)) if i + j == n)) for n in range(5)], 1e-15)

SMALL = (9.36e-321, -1.939687e-318, -1.775207716164e-315, 1.085614683e-318)
case("accuracy/small-column",
     "printf '1e17\\n' | conv -M fft --nan=omit -k $DATA/small-column.txt | cut -d ' ' -f 1",
     [float(Fraction(h) * Fraction(1e17)) for h in SMALL], 1e-15)
save("small-column.txt", np.array([SMALL, (1, 2, 3, 4)]).T)

# NaN and infinity: the mask of the direct sum, with every method
spoilt = noise.copy()
spoilt[[100, 101, 500]] = np.nan
spoilt[[300, 700]] = np.inf
spoilt[705] = -np.inf
save("spoilt-1000.txt", spoilt)
for method in ("direct", "fft"):
    for m in (3, 150):
        with np.errstate(invalid="ignore"):
            y = np.array([np.sum(taps[m][max(0, i - 999):i + 1]
                                 * spoilt[max(0, i - m + 1):i + 1][::-1])
                          for i in range(1000)])
        case(f"nan/propagate-{m}-{method}", f"conv -M {method} -m same --origin=0 "
                                            f"$DATA/taps-{m}.txt $DATA/spoilt-1000.txt",
             y, 6e-14)

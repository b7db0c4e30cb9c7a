#!/usr/bin/python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""make-missing.py - writes the cases of --nan=omit:MIN and --nan=keep, from pandas, astropy and
exact fractions.

Run it from anywhere, after make-boundary.py; needs python3-pandas and python3-astropy, which
running the tests does not.
"""
from fractions import Fraction
import astropy.convolution
import numpy as np
import pandas
from golden import PAD, case, load, save

holes = load("holes-20.txt")
two = load("holes-40x2.txt")
METHODS = ("direct", "fft", "exact")

# every min_periods of rolling means, which look back, and of centred ones
for name, center, command in (("rolling", False, "--origin=0"),
                              ("rolling-centred", True, "--origin=left")):
    script = (f"for n in 1 3 7; do for least in $(seq $n); do for m in {' '.join(METHODS)}; do\n"
              f"    conv -M $m -g box:$n -m same {command} -b renorm --nan=omit:$least/$n "
              f"$DATA/holes-20.txt || exit\n"
              "done; done; done")
    case(f"nan/{name}", script,
         [v for n in (1, 3, 7) for least in range(1, n + 1) for _ in METHODS
          for v in pandas.Series(holes).rolling(n, min_periods=least, center=center).mean()], 1e-14)

# windows that are not complete, as pandas has them by default, in a table that is longer than a
# block
frame = np.arange(80000)
long = np.stack([np.where(frame * frame % 89 == 2, np.nan, frame % 97 + 0.5),
                 np.where(frame % 71 == 5, np.nan, frame % 17)], axis=1)
def ends(y):
    return np.vstack([y[:300], y[-300:]])


def long_case(name, options, expected):
    case(name,
         "awk 'BEGIN { for (i = 0; i < 80000; i++)\n"
         "    print i * i % 89 == 2 ? \"nan\" : i % 97 + 0.5, i % 71 == 5 ? \"nan\" : i % 17 }' > "
         "x\n"
         f"conv {options} < x > y\n"
         f"cat x | conv -j 1 {options} | cmp - y\n"
         "head -300 y; tail -300 y", ends(expected), 1e-12)


table = pandas.DataFrame(long)
long_case("nan/long-constant-nan", "-g box:5 -m same --origin=0 -b constant:nan",
          table.rolling(5).mean().to_numpy())
long_case("nan/long-rolling", "-g box:250 -m same --origin=0 -b renorm --nan=omit:245/250",
          table.rolling(250, min_periods=245).mean().to_numpy())


def astropy_convolve(x, h, **options):
    return astropy.convolution.convolve(x, h, normalize_kernel=True, nan_treatment="interpolate",
                                        **options)


long_case("nan/long-keep", "-g box:5 -m same --nan=keep",
          np.stack([astropy_convolve(long[:, k], np.ones(5), boundary="fill", preserve_nan=True)
                    for k in (0, 1)], axis=1))

# preserve_nan; astropy's boundaries are zero, edge and wrap
weights = {m: np.arange(1.0, m + 1) for m in (3, 5, 31)}
NAMES = {"zero": "fill", "edge": "extend", "wrap": "wrap"}
for boundary, name in NAMES.items():
    command = (f"for n in 3 5 31; do for m in {' '.join(METHODS)}; do\n"
               f"    conv -M $m -m same --normalize=sum --nan=keep -b {boundary} -e $(seq -s, $n) "
               f"$DATA/holes-20.txt || exit\n"
               "done; done")
    case(f"nan/keep-{boundary}", command,
         [v for n in (3, 5, 31) for _ in METHODS
          for v in astropy_convolve(holes, weights[n], boundary=name, preserve_nan=True)], 1e-13)


def least_fft(x, h, least):
    """min_wt is of convolve_fft alone, and never met beyond the ends."""
    return astropy.convolution.convolve_fft(x, h, boundary="wrap", nan_treatment="interpolate",
                                            min_wt=least)


# min_wt; what is wrapped around has no ends
command = (f"for least in 0.3 0.5 0.7 1; do for m in {' '.join(METHODS)}; do\n"
           "    conv -M $m -m same --normalize=sum --nan=omit:$least -b wrap -e 1,2,3,5,4 "
           "$DATA/holes-20.txt || exit\n"
           "done; done")
case("nan/min-wt", command, [v for least in (0.3, 0.5, 0.7, 1) for _ in METHODS
                             for v in least_fft(holes, np.array([1.0, 2, 3, 5, 4]), least)], 1e-13)


def summed(x, h, boundary, mode, least, keep):
    """Output by output in fractions: NaN where too little of sum |h| is left, or where the own
    sample was missing."""
    m, o = len(h), (len(h) - 1) // 2
    before, after = {"full": (m - 1, m - 1), "same": (m - 1 - o, o), "valid": (0, 0)}[mode]
    outside = dict(mode="constant",
                   constant_values=np.nan) if boundary == "renorm" else PAD[boundary]
    z = np.pad(x, (before, after), **outside) if mode != "valid" else x
    first = {"full": -o, "same": 0, "valid": m - 1 - o}[mode]
    taps = [Fraction(int(v)) for v in h[::-1]]
    y = []
    for i in range(len(z) - m + 1):
        present = [j for j in range(m) if not np.isnan(z[i + j])]
        weight = sum(taps[j] for j in present)
        part = Fraction(sum(abs(taps[j]) for j in present), sum(abs(t) for t in taps))
        missing = keep and 0 <= first + i < len(x) and np.isnan(x[first + i])
        if not present or weight == 0 or part < least or missing:
            y.append(np.nan)
        else:
            y.append(float(sum(taps[j] * Fraction(z[i + j]) for j in present) * sum(taps) / weight))
    return y


# taps of both signs: their magnitudes count; all modes and boundaries
signed = np.array([-1.0, 2, 5, 3, -2])
for policy, parts in (("omit", ("0", "5/13", "8/13", "11/13", "1")), ("keep", ("0", "11/13"))):
    for boundary in list(PAD) + ["renorm"]:
        # twice an end that is missing is missing too, which numpy.pad has no word for
        if boundary == "odd":
            continue
        command = (f"for p in {' '.join(parts)}; do for mode in full same valid; do for m in "
                   f"{' '.join(METHODS)}; do\n"
                   f"    conv -M $m -m $mode --nan={policy}:$p -b {boundary} -e -1,2,5,3,-2 "
                   f"$DATA/holes-20.txt || exit\n"
                   "done; done; done")
        case(f"nan/{policy}-signed-{boundary.replace(':', '').replace('.', '')}", command,
             [v for p in parts for mode in ("full", "same", "valid") for _ in METHODS
              for v in summed(holes, signed, boundary, mode, Fraction(p), policy == "keep")], 1e-13)

# channels through their own taps; one channel through two columns; true stereo, where one missing
# channel is enough
own = np.array([[-1.0, 1], [2, 2], [4, 1]])
pairs = np.stack([summed(two[:, k], own[:, k], "edge", "same", Fraction(5, 7), True)
                  for k in (0, 1)], axis=1)
case("nan/keep-pairs", "printf '%s\\n' '-1 1' '2 2' '4 1' > k\nconv --nan=keep:5/7 -m same -b edge "
                       "k $DATA/holes-40x2.txt",
     pairs, 1e-14)
fan = np.stack([summed(two[:, 0], own[:, k], "edge", "same", Fraction(5, 7), True) for k in (0, 1)],
               axis=1)
case("nan/keep-fan", "printf '%s\\n' '-1 1' '2 2' '4 1' > k\ncut -d' ' -f1 $DATA/holes-40x2.txt |\n"
     "    conv --nan=keep:5/7 -m same -b edge k", fan, 1e-14)

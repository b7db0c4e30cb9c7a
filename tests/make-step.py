#!/usr/bin/python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""make-step.py - writes the cases of --step whose values numpy and scipy have.

Run it from anywhere, after make-cases.py.
"""
import numpy as np
from scipy.signal import correlation_lags, savgol_filter
from golden import case, load

METHODS = "for m in direct fft exact; do"
STEPS = (7, 31, 299, 300, 301, 330, 1 << 52)
NAMES = " ".join(str(n) for n in STEPS)
x = load("noise-300x2.txt")
taps = {name: load(f"taps-{name}.txt") for name in ("1", "2", "31")}


def convolve(h, mode):
    return np.stack([np.convolve(column, h, mode) for column in x.T], axis=1)


for name, h in taps.items():
    case(f"step/modes-{name}",
         f"for mode in full same valid; do {METHODS} for n in {NAMES}; do\n"
         f"    conv -M $m -m $mode --step=$n $DATA/taps-{name}.txt $DATA/noise-300x2.txt || exit\n"
         "done; done; done",
         [row for mode in ("full", "same", "valid") for _ in range(3) for n in STEPS
          for row in convolve(h, mode)[::n]])

h = taps["31"]
lags = correlation_lags(300, 31)
y = np.column_stack([lags, np.stack([np.correlate(column, h, "full") for column in x.T], axis=1)])
case("step/lags",
     f"{METHODS} for n in {NAMES}; do\n"
     "    conv -M $m -c --lags --step=$n $DATA/taps-31.txt $DATA/noise-300x2.txt || exit\n"
     "    conv -M $m -c --lags=-7:100 --step=$n $DATA/taps-31.txt $DATA/noise-300x2.txt || exit\n"
     "done; done",
     [row for _ in range(3) for n in STEPS
      for rows in (y, y[(lags >= -7) & (lags <= 100)]) for row in rows[::n]])
case("step/lags-unbiased",
     f"{METHODS}\n"
     "    conv -M $m -c --lags --normalize=unbiased --step=4 $DATA/taps-31.txt \\\n"
     "        $DATA/noise-300x2.txt || exit\n"
     "done",
     [row for _ in range(3)
      for row in (np.column_stack([lags, y[:, 1:] / (300 - abs(lags))[:, None]]))[::4]])
case("step/traded",
     "for n in 5 300; do\n"
     "    conv -q --step=$n -m same --same=longest $DATA/noise-300x2.txt $DATA/taps-31.txt\n"
     "    conv -q --step=$n -m valid $DATA/noise-300x2.txt $DATA/taps-31.txt\n"
     "done",
     [row for n in (5, 300) for mode in ("same", "valid") for row in convolve(h, mode)[::n]])
fitted = savgol_filter(x, 11, 2, axis=0, mode="interp")
case("step/fit",
     f"for n in {NAMES}; do\n"
     "    conv --step=$n -m same -b fit -g savgol:11,2 $DATA/noise-300x2.txt || exit\n"
     "done",
     [row for n in STEPS for row in fitted[::n]], 1e-12)

#!/usr/bin/python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""make-map.py - writes the cases of --map whose expected numbers come from numpy.

Needs python3-numpy; running the tests does not. The data are those of make-cases.py.
"""
import numpy as np
from golden import case, load

NEAR = 6e-14

wide, taps5 = load("noise-50x5.txt"), load("taps-7x5.txt")
stereo, mono = load("noise-300x2.txt"), load("noise-1000.txt").reshape(-1, 1)
taps4 = load("taps-40x4.txt")


def matrix(x, h, paths):
    """The full convolution of x[frames][ins] with h[taps][columns] along paths (in, out, column)
    from 1; an output that no path leads to is 0."""
    y = np.zeros((len(x) + len(h) - 1, max(out for _, out, _ in paths)), x.dtype)
    for i, out, column in paths:
        y[:, out - 1] += np.convolve(x[:, i - 1], h[:, column - 1])
    return y


def option(paths):
    return "--map=" + ",".join(":".join(map(str, path)) for path in paths)


FIVE = "$DATA/taps-7x5.txt $DATA/noise-50x5.txt"
LISTS = {
    "swap": [(1, 2, 1), (2, 1, 2)],
    "sparse": [(5, 6, 1), (2, 4, 3), (1, 4, 5), (5, 1, 2)],
    "parallel": [(3, 1, 1), (3, 1, 4), (3, 2, 4)],
    "one": [(4, 1, 2)],
    "last": [(4, 7, 2)],
    "all": [(i, out, 1 + (i + out) % 5) for i in range(1, 6) for out in range(1, 4)],
}
for name, paths in LISTS.items():
    for method in ("direct", "fft"):
        case(f"map/{name}-{method}", f"conv -M {method} {option(paths)} {FIVE}",
             matrix(wide, taps5, paths), NEAR)

TRUE = [(1, 1, 1), (1, 2, 2), (2, 1, 3), (2, 2, 4)]
case("map/true-stereo", "conv --map=true-stereo $DATA/taps-40x4.txt $DATA/noise-300x2.txt",
     matrix(stereo, taps4, TRUE), NEAR)
case("map/true-stereo-mono", "conv --map=true-stereo $DATA/taps-40x4.txt $DATA/noise-1000.txt",
     matrix(np.hstack([mono, mono]), taps4, TRUE), NEAR)

# the same through what comes after the sums
sparse = LISTS["sparse"]
case("map/mode-same", f"conv -m same {option(sparse)} {FIVE}",
     matrix(wide, taps5, sparse)[3:53], NEAR)
case("map/correlate", f"conv -c {option(sparse)} {FIVE}",
     matrix(wide, taps5[::-1], sparse), NEAR)
case("map/lags", f"conv -c --lags=-2:3 {option(sparse)} {FIVE}",
     np.hstack([np.arange(-2, 4).reshape(-1, 1), matrix(wide, taps5[::-1], sparse)[4:10]]), NEAR)
case("map/gain-offset", f"conv --gain=20 --offset=0.5 {option(sparse)} {FIVE}",
     10 * matrix(wide, taps5, sparse) + 0.5, NEAR)
case("map/step", f"conv --step=3 {option(sparse)} {FIVE}",
     matrix(wide, taps5, sparse)[::3], NEAR)
case("map/edge", f"conv -m valid -b edge {option(sparse)} {FIVE}",
     matrix(wide, taps5, sparse)[6:50], NEAR)

# 64 times 64: each output is the sum of all channels through its own column of each
SIZE = 64
x = np.array([[(7 * i + 3 * c) % 11 - 5 for c in range(SIZE)] for i in range(4)])
h = np.array([[(5 * j + c) % 13 - 6 for c in range(SIZE * SIZE)] for j in range(2)])
full = [(i + 1, out + 1, SIZE * i + out + 1) for i in range(SIZE) for out in range(SIZE)]
case("map/largest", f"""awk 'BEGIN {{ for (i = 0; i < 4; i++) for (c = 0; c < {SIZE}; c++)
    printf "%d%s", (7 * i + 3 * c) % 11 - 5, c < {SIZE - 1} ? " " : "\\n" }}' > x
awk 'BEGIN {{ for (j = 0; j < 2; j++) for (c = 0; c < {SIZE * SIZE}; c++)
    printf "%d%s", (5 * j + c) % 13 - 6, c < {SIZE * SIZE - 1} ? " " : "\\n" }}' > h
conv -m valid --map="$(awk 'BEGIN {{ for (i = 0; i < {SIZE}; i++) for (o = 0; o < {SIZE}; o++)
    printf "%s%d:%d:%d", i + o ? "," : "", i + 1, o + 1, {SIZE} * i + o + 1 }}')" h x""",
     matrix(x, h, full)[1:4], 0)

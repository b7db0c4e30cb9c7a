#!/usr/bin/python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""make-separable.py - writes the cases of kernels that are products along several axes, from
scipy.ndimage, from padded sums and from exact fractions.

Run it from anywhere; needs python3-scipy. It writes tests/data/separable/*.npy and
tests/cases/separable/*.
"""
import itertools
from fractions import Fraction
from functools import partial

import numpy as np
from scipy import ndimage
from scipy.signal import convolve2d
from golden import case, exact_case, folder, rows, save_array

array = partial(save_array, folder("separable"))
rng = np.random.default_rng(411)
BOUNDARIES = {
    "edge": "nearest",
    "symmetric": "reflect",
    "mirror": "mirror",
    "wrap": "wrap",
    "constant:2": "constant",
}


def commands(options, name):
    """By the method that auto picks, and by this one."""
    return "\n".join(f"conv {options} {m} -t csv $DATA/separable/{name}.npy"
                     for m in ("-M separable", "-M direct", ""))


def three(y):
    return np.concatenate([rows(y)] * 3)


# filters of ndimage; the tiny array is smaller than the kernels along each axis
arrays = {
    "photo": array("photo", rng.standard_normal((23, 19)).round(3)),
    "tiny": array("tiny", rng.standard_normal((2, 3)).round(3)),
    "cube": array("cube", rng.standard_normal((6, 7, 5)).round(3)),
}
for (name, x), (boundary, mode) in itertools.product(arrays.items(), BOUNDARIES.items()):
    if name != "photo" and boundary not in ("edge", "symmetric"):
        continue
    short = boundary.split(":")[0]
    how = f"--dims={x.ndim} -m same -b {boundary}"
    case(f"separable/{name}-{short}-gauss", commands(f"{how} -g gauss:1.5", name),
         three(ndimage.gaussian_filter(x, 1.5, mode=mode, cval=2)))
    case(f"separable/{name}-{short}-box", commands(f"{how} -g box:5", name),
         three(ndimage.uniform_filter(x, 5, mode=mode, cval=2)))
    if x.ndim == 2:
        case(f"separable/{name}-{short}-sobel",
             commands(f"{how} -e '1 0 -1; 2 0 -2; 1 0 -1'", name),
             three(ndimage.convolve(x, np.outer([1, 2, 1], [1, 0, -1]), mode=mode, cval=2)))
        if boundary[0] != "c":  # which sobel takes beside the sums by one factor, too
            assert np.allclose(ndimage.sobel(x, axis=1, mode=mode),
                               ndimage.convolve(x, np.outer([1, 2, 1], [1, 0, -1]), mode=mode))

# integers whose sums by the first factor are beyond 2^53, and those by both are not
large = array("large", (2**52 + rng.integers(-9, 9, (8, 6))).astype(float))
kernel = np.outer([1, 4, 6, 4, 1], [1, 0, -1])


def exact_sums(x, h):
    """valid, in fractions."""
    n, m = x.shape[0] - h.shape[0] + 1, x.shape[1] - h.shape[1] + 1
    x = [[Fraction(v) for v in row] for row in x.tolist()]
    h = [[Fraction(v) for v in row] for row in h[::-1, ::-1].tolist()]
    return [[sum(h[a][b] * x[i + a][j + b] for a in range(len(h)) for b in range(len(h[0])))
             for j in range(m)] for i in range(n)]


taps = "; ".join(" ".join(map(str, row)) for row in kernel)
exact_case("separable/integers",
           f"conv --dims=2 -m valid -M separable -t text -e '{taps}' $DATA/separable/large.npy",
           [[float(v) for v in row] for row in exact_sums(large, kernel)])

# means of integers: the double nearest to the quotient
counts = array("counts", rng.integers(-999, 999, (9, 8)).astype(float))
exact_case("separable/means",
           "conv --dims=2 -m valid -M separable -t text -g box:3 $DATA/separable/counts.npy",
           [[float(v / 9) for v in row] for row in exact_sums(counts, np.ones((3, 3)))])

# colours: each channel by itself, and a pair of kernels, one of them a product of other factors
colours = array("colours", rng.standard_normal((7, 9, 2)).round(3))
case("separable/colours", commands("--dims=2 -m same -b mirror -g gauss:1", "colours"),
     three(ndimage.gaussian_filter(colours, (1, 1, 0), mode="mirror")))
pair = array("pair", np.stack([np.outer([1, 2, 1], [3, 1]), np.outer([0, -1, 1], [2, 2])], 2) + 0.0)
case("separable/pair", commands("--dims=2 -m valid $DATA/separable/pair.npy", "colours"),
     three(np.stack([convolve2d(colours[..., c], pair[..., c], "valid") for c in (0, 1)], 2)))

# NaNs and infinities reach the box around them and no further; inf - inf is no number
spoilt = arrays["photo"].copy()
spoilt[4, 5] = np.nan
spoilt[15, 3], spoilt[16, 4], spoilt[0, 18] = np.inf, -np.inf, np.inf
array("spoilt", spoilt)
padded = np.pad(spoilt, 1, mode="edge")
h = np.array([[1, 0, -1], [2, 0, -2], [1, 0, -1]])
with np.errstate(invalid="ignore"):
    y = sum(h[a, b] * padded[2 - a : 25 - a, 2 - b : 21 - b] for a in range(3) for b in range(3))
case("separable/spoilt",
     commands("--dims=2 -m same -b edge -e '1 0 -1; 2 0 -2; 1 0 -1'", "spoilt"), three(y))

#!/usr/bin/python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""make-correlation2.py - writes the cases of normalised correlation along several axes, from exact
fractions, OpenCV, scikit-image, scipy and Octave.

Run it from anywhere; needs python3-scipy, python3-opencv, python3-skimage and octave-signal, which
running the tests does not. It writes tests/data/correlation2/*.npy and tests/cases/correlation2/*.
"""
import itertools
import subprocess
from functools import partial

import cv2
import numpy as np
import scipy.optimize
import scipy.signal
import golden
from golden import case, folder, pads, save_array
from skimage.feature import match_template

DATA = folder("correlation2")
array = partial(save_array, DATA)
rng = np.random.default_rng(2212)
PADS = pads(3)
del PADS["odd"]


def coefficient(u, v, flat):
    if len(u) < 2 or np.ptp(u) == 0:
        return flat
    return golden.coefficient(u, v) if np.ptp(v) else np.nan


def lags(n, m, mode):
    """Of the first sample that a window meets."""
    if mode == "full":
        return range(1 - m, n)
    if mode == "valid":
        return range(n - m + 1)
    return range(m // 2 * -1, n - m // 2)


def windows(x, h, mode, pad):
    """The samples of each window beside the taps, and the shape of the results; x is padded as far
    as a window reaches."""
    z = np.pad(x, [(m - 1, m - 1) for m in h.shape], **pad)
    at = [lags(n, m, mode) for n, m in zip(x.shape, h.shape)]
    for first in itertools.product(*at):
        own = z[tuple(slice(f + m - 1, f + 2 * m - 1) for f, m in zip(first, h.shape))]
        yield own.ravel(), h.ravel()


def bounded(x, h, mode, boundary):
    """With a boundary: of all samples of a window."""
    return [coefficient(u, v, 0.0) if np.isfinite(u).all() else np.nan
            for u, v in windows(x, h, mode, PADS[boundary])]


def overlapping(x, h, mode, least, omit=False):
    """Of the samples that overlap."""
    found = []
    there = windows(np.ones(x.shape), h, mode, PADS["zero"])
    for (u, v), (inside, _) in zip(windows(x, h, mode, PADS["zero"]), there):
        inside = inside.astype(bool) & ~(np.isnan(u) & omit)
        u, v = u[inside], v[inside]
        enough = len(u) >= least and np.isfinite(u).all()
        found.append(coefficient(u, v, np.nan) if enough else np.nan)
    return found


def shape(found, x, h, mode):
    """As conv prints them: a row for each place of the first axis."""
    return np.reshape(found, (len(lags(x.shape[0], h.shape[0], mode)), -1))


CONV = "conv -q -c --normalize=xcorr -t text"
METHODS = ("direct", "fft", "exact", "auto")
LOOP = f"for M in {' '.join(METHODS)}; do\n    "
SHAPES = {
    "matrix": ((9, 7), (3, 4)),
    "column": ((9, 5), (4, 1)),
    "row": ((5, 9), (1, 4)),
    "thin": ((9, 1), (3, 1)),
    "small": ((2, 3), (5, 4)),
    "across": ((2, 8), (4, 3)),
    "cube": ((5, 4, 6), (2, 3, 2)),
    "four": ((3, 2, 4, 3), (2, 2, 1, 2)),
}
for name, (signal, taps) in SHAPES.items():
    x = array(name, rng.standard_normal(signal))
    h = array(name + "-taps", rng.standard_normal(taps))
    holed = np.array(x)
    holed.flat[rng.choice(x.size, max(1, x.size // 6), replace=False)] = np.nan
    array(name + "-holed", holed)
    conv, file = f"{CONV} --dims={len(taps)}", f"$DATA/correlation2/{name}"
    larger = all(n >= m for n, m in zip(signal, taps))
    modes = ("full", "same", "valid") if larger else ("full", "same")
    most = int(np.prod(np.minimum(signal, taps)))
    tenth = -(-most // 10)
    for mode in modes:
        case(f"correlation2/{name}-{mode}-bounded",
             f"{LOOP}for b in {' '.join(PADS)}; do\n        {conv} -M $M -m {mode} -b $b "
             f"{file}-taps.npy {file}.npy\n    done\n"
             f"    {conv} -M $M -m {mode} -b edge {file}-taps.npy {file}-holed.npy\ndone",
             np.concatenate([shape(bounded(x, h, mode, b), x, h, mode) for b in PADS]
                            + [shape(bounded(holed, h, mode, "edge"), x, h, mode)]
                            ).tolist() * len(METHODS), 1e-13)
        case(f"correlation2/{name}-{mode}-overlap",
             f"{LOOP}{conv} -M $M -m {mode} {file}-taps.npy {file}.npy\n"
             f"    {conv} -M $M -m {mode} --overlap=3 {file}-taps.npy {file}.npy\n"
             f"    {conv} -M $M -m {mode} --overlap=100% {file}-taps.npy {file}.npy\n"
             f"    {conv} -M $M -m {mode} {file}-taps.npy {file}-holed.npy\n"
             f"    {conv} -M $M -m {mode} --nan=omit {file}-taps.npy {file}-holed.npy\ndone",
             np.concatenate([shape(overlapping(*o), x, h, mode) for o in
                             ((x, h, mode, tenth), (x, h, mode, 3), (x, h, mode, most),
                              (holed, h, mode, tenth), (holed, h, mode, tenth, True))]
                            ).tolist() * len(METHODS), 1e-13)

# levels that a sum over a block would not leave: outliers, steps, what is huge or tiny, and parts
# that do not vary. What overlaps may have been rounded: 1e-12 is what the manual promises.
x = rng.standard_normal((24, 19))
h = rng.standard_normal((5, 6))
near = np.round(x * 1024) / 1024
flat = np.array(x)
flat[4:14, 3:12] = 7
burst = np.array(x)
burst[11, 9] = 1e200
click = near + 0.0
click[[3, 15], [17, 2]] = 1e12
for name, signal, taps in (
    ("far", near + 1e9, h),
    ("offset", x, np.round(h * 1024) / 1024 + 1e9),
    ("step", np.where(np.arange(24)[:, None] < 11, 1e12, 0) + near, h),
    ("steps", np.where(np.arange(19) < 9, 1e9, 0) + near, np.where(np.arange(6) < 2, 1e9, 0) + h),
    ("burst", burst, h),
    ("clicks", click, h),
    ("tiny", 1e-300 * x, 1e-200 * h),
    ("large", 1e300 * x / 8, 1e200 * h),
    ("flat", flat, h),
    ("patchy", x, np.where(np.indices(h.shape)[1] > 2, 5, h)),
    ("steep", x, np.exp(-3.0 * np.arange(30)).reshape(5, 6)),
):
    array("level-" + name, signal)
    array("level-" + name + "-taps", taps)
    hole = np.array(signal)
    hole.flat[::17] = np.nan
    array("level-" + name + "-holed", hole)
    file = f"$DATA/correlation2/level-{name}"
    case(f"correlation2/level-{name}",
         f"for M in direct fft; do\n    {CONV} --dims=2 -M $M -b zero {file}-taps.npy {file}.npy\n"
         f"    {CONV} --dims=2 -M $M --overlap=3 {file}-taps.npy {file}.npy\n"
         f"    {CONV} --dims=2 -M $M --overlap=3 --nan=omit {file}-taps.npy {file}-holed.npy\ndone",
         np.concatenate([shape(o, x, h, "full") for o in (
             bounded(signal, taps, "full", "zero"), overlapping(signal, taps, "full", 3),
             overlapping(hole, taps, "full", 3, True))]).tolist() * 2, 1e-12)

# what is collinear has just 1 or -1
h = array("collinear-taps", rng.integers(-9, 9, (4, 5)).astype(float))
x = rng.integers(-99, 99, (17, 23)).astype(float)
x[2:6, 3:8] = 1000 + 3 * h
x[9:13, 15:20] = 7 - h / 8
array("collinear", x)
case("correlation2/collinear",
     "for M in direct fft; do\n    conv -c --dims=2 -M $M -m valid --normalize=xcorr -t text "
     "$DATA/correlation2/collinear-taps.npy $DATA/correlation2/collinear.npy |\n"
     "        awk '{ for (i = 1; i <= NF; i++) if ($i * $i >= 1) print NR, i, $i }'\ndone",
     [(3, 4, 1), (10, 16, -1)] * 2, 0)

# images: what finds a template in OpenCV, in single precision, and in scikit-image
image = array("image", rng.integers(0, 255, (61, 84)).astype("u1"))
patch = array("image-taps", image[20:31, 30:43])
file = "$DATA/correlation2/image"
opencv = cv2.matchTemplate(image, patch, cv2.TM_CCOEFF_NORMED).astype(float)
skimage = match_template(image.astype(float), patch.astype(float))
for peer, expected, tolerance in (("opencv", opencv, 2e-6), ("skimage", skimage, 1e-12)):
    case(f"correlation2/image-{peer}",
         "for M in direct fft auto; do\n    conv -c --dims=2 -M $M -m valid --normalize=xcorr "
         f"-t text {file}-taps.npy {file}.npy\ndone",
         expected.tolist() * 3, tolerance)
padded = match_template(image.astype(float), patch.astype(float), pad_input=True,
                        mode="symmetric")
case("correlation2/image-pad",
     "conv -c --dims=2 -m same -b symmetric --normalize=xcorr -t text "
     f"{file}-taps.npy {file}.npy", padded, 1e-12)

# columns of a table, and channels with a kernel each
x = array("channels", rng.standard_normal((8, 9, 2)))
h = array("channels-taps", rng.standard_normal((3, 2, 2)))
pairs = [shape(bounded(x[..., k], h[..., k], "full", "edge"), x[..., k], h[..., k], "full")
         for k in (0, 1)]
case("correlation2/channels",
     f"{LOOP}{CONV} --dims=2 -M $M -b edge $DATA/correlation2/channels-taps.npy "
     "$DATA/correlation2/channels.npy\ndone",
     np.stack(pairs, axis=-1).reshape(10, -1).tolist() * len(METHODS), 1e-13)

# a larger one, of several blocks, with quiet parts beside loud ones; a file and a pipe, one thread
# and more
image = np.round(rng.standard_normal((300, 220)) * 4096) / 4096
image[100:180, :90] = image[100:180, :90] / 1024 + 500
image[150:260, 120:200] *= 1e6
image[200:240, 20:60] = 3
array("uneven", image)
taps = array("uneven-taps", np.round(rng.standard_normal((21, 17)) * 256) / 256)
rows = (0, 95, 99, 130, 165, 205, 279)
near = [coefficient(image[r:r + 21, c:c + 17].ravel(), taps.ravel(), np.nan)
        for r in rows for c in range(0, 204, 3)]
case("correlation2/uneven",
     "run() {\n    conv -c --dims=2 -m valid --normalize=xcorr \"$@\" -t text "
     "$DATA/correlation2/uneven-taps.npy\n}\n"
     "for M in fft direct; do\n"
     "    run -j 1 -M $M < $DATA/correlation2/uneven.npy > y\n"
     "    cat $DATA/correlation2/uneven.npy | run -j 3 -M $M | cmp - y\n"
     f"    awk 'BEGIN {{ split(\"{' '.join(str(r + 1) for r in rows)}\", row); k = 1 }}\n"
     "        NR == row[k] { for (i = 1; i <= NF; i += 3) print $i; k++ }' y\ndone",
     near * 2, 1e-12)


def octave(x, h, scale):
    """xcorr2 of Octave, whose arrays of equal size are scaled as xcorr scales along one axis."""
    arrays = ["[" + ";".join(" ".join(repr(float(v)) for v in row) for row in a) + "]"
              for a in (x, h)]
    program = f"pkg load signal; printf('%.17g ', xcorr2({arrays[0]}, {arrays[1]}, '{scale}')')"
    said = subprocess.run(["octave", "-q"], input=program, capture_output=True, text=True,
                          check=True).stdout
    return np.reshape(np.array(said.split(), float), [n + m - 1 for n, m in zip(x.shape, h.shape)])


def scaled(x, h, mode, scale):
    """Of sums by scipy: over the energies, or the size of the larger less the lag along each
    axis."""
    y = scipy.signal.correlate(x, h, "full", method="direct")
    at = np.meshgrid(*[np.arange(1 - m, n) for n, m in zip(x.shape, h.shape)], indexing="ij")
    longer = np.maximum(x.shape, h.shape)
    counts = [n - (scale == "unbiased") * np.abs(lag) for n, lag in zip(longer, at)]
    below = np.sqrt((x**2).sum() * (h**2).sum()) if scale == "coeff" else np.prod(counts, axis=0)
    cut = tuple(slice(lags(n, m, mode)[0] + m - 1, lags(n, m, mode)[-1] + m)
                for n, m in zip(x.shape, h.shape))
    return (y / below)[cut].reshape(len(lags(x.shape[0], h.shape[0], mode)), -1)


for name, (signal, taps) in SHAPES.items():
    x, h = (np.load(f"{DATA}/{name}{part}.npy") for part in ("", "-taps"))
    larger = all(n >= m for n, m in zip(signal, taps))
    modes = ("full", "same", "valid") if larger else ("full", "same")
    scales = ("coeff", "biased", "unbiased")
    case(f"correlation2/{name}-scaled",
         f"for M in {' '.join(METHODS)}; do\n    for n in {' '.join(scales)}; do\n"
         f"        for m in {' '.join(modes)}; do\n"
         f"            conv -q -c --dims={len(taps)} -t text -M $M -m $m --normalize=$n "
         f"$DATA/correlation2/{name}-taps.npy $DATA/correlation2/{name}.npy\n"
         "        done\n    done\ndone",
         [row for n in scales for m in modes for row in scaled(x, h, m, n)] * len(METHODS), 1e-14)

x, h = array("equal", rng.standard_normal((7, 5))), array("equal-taps", rng.standard_normal((7, 5)))
case("correlation2/equal-octave",
     "for n in biased unbiased; do\n    conv -c --dims=2 -t text --normalize=$n "
     "$DATA/correlation2/equal-taps.npy $DATA/correlation2/equal.npy\ndone",
     np.concatenate([octave(x, h, n) for n in ("biased", "unbiased")]), 1e-14)

# channels, a pipe, a NaN that makes a channel of coeff nan, and energies that overflow
x = np.load(f"{DATA}/channels.npy")
h = np.load(f"{DATA}/channels-taps.npy")
for scale in ("coeff", "biased", "unbiased"):
    pairs = [scaled(x[..., k], h[..., k], "full", scale) for k in (0, 1)]
    case(f"correlation2/channels-{scale}",
         f"cat $DATA/correlation2/channels.npy |\n    conv -c --dims=2 -t text --normalize={scale} "
         "$DATA/correlation2/channels-taps.npy",
         np.stack(pairs, axis=-1).reshape(10, -1), 1e-14)
x[3, 4, 1] = np.nan
array("spoilt", x)
good = scaled(x[..., 0], h[..., 0], "full", "coeff")
case("correlation2/coeff-nan",
     "conv -c --dims=2 -t text --normalize=coeff $DATA/correlation2/channels-taps.npy "
     "$DATA/correlation2/spoilt.npy",
     np.stack([good, good * np.nan], axis=-1).reshape(10, -1), 1e-14)
x, h = (np.load(f"{DATA}/matrix{part}.npy") for part in ("", "-taps"))
array("loud", x * 2.0**1000)
array("loud-taps", h * 2.0**-900)
case("correlation2/coeff-loud",
     "conv -c --dims=2 -t text --normalize=coeff $DATA/correlation2/loud-taps.npy "
     "$DATA/correlation2/loud.npy", scaled(x, h, "full", "coeff"), 1e-14)


def peak(h):
    """The largest |H|: from a dense transform, and then by a search without derivatives."""
    sizes = [max(12 * m, 24) for m in h.shape]
    power = abs(np.fft.fftn(h, sizes)) ** 2

    def below(f):
        e = h.astype(complex)
        for a in range(h.ndim - 1, -1, -1):
            e = e @ np.exp(-2j * np.pi * f[a] * np.arange(h.shape[a]))
        return -abs(e) ** 2

    best = power.max()
    for i in np.argsort(power.ravel())[::-1][:100:5]:
        at = np.array(np.unravel_index(i, sizes)) / sizes
        simplex = np.vstack([at] + [at + np.eye(h.ndim)[a] * 0.3 / sizes[a] for a in range(h.ndim)])
        found = scipy.optimize.minimize(below, at, method="Nelder-Mead",
                                        options={"xatol": 1e-9, "fatol": 1e-16 * best,
                                                 "initial_simplex": simplex})
        best = max(best, -found.fun)
    return np.sqrt(best)


# the largest gain: of no product, of a product, of three axes, and of columns together
for name, h in (("matrix", rng.standard_normal((5, 4))), ("wide", rng.standard_normal((2, 17))),
                ("product", np.outer(rng.standard_normal(6), rng.standard_normal(5))),
                ("cube", rng.standard_normal((3, 4, 3))), ("column", rng.standard_normal((7, 1))),
                ("large", 2.0**600 * rng.standard_normal((4, 4))),
                ("apart", np.pad([[1.0]], ((0, 8), (0, 9))) - np.pad([[1.0]], ((8, 0), (9, 0))))):
    array("gain-" + name, h)
    case(f"correlation2/gain-{name}",
         f"conv --print-kernel --dims={h.ndim} --normalize=gain -t text "
         f"$DATA/correlation2/gain-{name}.npy",
         (h / abs(h).max() / peak(h / abs(h).max())).reshape(len(h), -1), 1e-12)
h = array("gain-columns", rng.standard_normal((4, 3, 2)))
case("correlation2/gain-columns",
     "conv --print-kernel --dims=2 --normalize=gain -t text $DATA/correlation2/gain-columns.npy",
     (h / max(peak(h[..., 0]), peak(h[..., 1]))).reshape(4, -1), 1e-12)

# the same where the kernel reaches beyond the ends: tiles of outputs that meet a part of it
image, taps = (np.load(f"{DATA}/uneven{part}.npy") for part in ("", "-taps"))
steep = array("uneven-steep-taps", np.exp(-np.arange(21.0))[:, None] * 1e6 + taps)
near = []
for h in (taps, steep):
    z = np.pad(image, ((20, 20), (16, 16)), constant_values=np.nan)
    for r in (3, 110, 150, 230, 318):
        for c in (*range(0, 40, 3), *range(200, 236, 3)):
            own = z[r:r + 21, c:c + 17]
            there = ~np.isnan(own)
            near.append(coefficient(own[there], h[there], np.nan) if there.sum() >= 36 else np.nan)
case("correlation2/uneven-ends",
     "for h in taps steep-taps; do\n    conv -c --dims=2 -M fft --normalize=xcorr -t text "
     "$DATA/correlation2/uneven-$h.npy $DATA/correlation2/uneven.npy |\n"
     "        awk '{ r = NR - 1 } r == 3 || r == 110 || r == 150 || r == 230 || r == 318 {\n"
     "            for (i = 0; i < 40; i += 3) print $(i + 1)\n"
     "            for (i = 200; i < 236; i += 3) print $(i + 1) }'\ndone", near, 1e-12)

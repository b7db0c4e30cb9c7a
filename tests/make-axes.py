#!/usr/bin/python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""make-axes.py - writes the cases of several axes, from sums over padded arrays.

Run it from anywhere; needs python3-numpy. It writes tests/data/axes/*.npy and tests/cases/axes/*.
"""
import itertools
from functools import partial

import numpy as np
from golden import HERE, case, exact_case, folder, pads, rows, save_array

DATA = folder("axes")
array = partial(save_array, DATA)
rng = np.random.default_rng(2211)
PADS = pads(3)


def widths(kernel, mode, right=False):
    """What each axis is padded by for the outputs of a mode."""
    origin = [m // 2 if right else (m - 1) // 2 for m in kernel]
    if mode == "valid":
        return [(0, 0) for m in kernel]
    if mode == "full":
        return [(m - 1, m - 1) for m in kernel]
    return [(m - 1 - o, o) for m, o in zip(kernel, origin)]


def sums(x, h):
    """Over each place where the kernel lies within x; no product is left out."""
    outputs = [n - m + 1 for n, m in zip(x.shape, h.shape)]
    y = np.zeros(outputs + list(x.shape[h.ndim :]))
    with np.errstate(invalid="ignore"):
        for j in itertools.product(*map(range, h.shape)):
            y += h[j] * x[tuple(slice(m - 1 - k, m - 1 - k + n)
                                for k, m, n in zip(j, h.shape, outputs))]
    return y


def extended(x, h, mode, boundary, right=False):
    pads = widths(h.shape, mode, right) + [(0, 0)] * (x.ndim - h.ndim)
    return np.pad(x, pads, **PADS[boundary]) if mode != "valid" else x


def renormalized(x, h, mode, boundary):
    """Missing are NaNs, and for "renorm" what is beyond the ends."""
    pads = widths(h.shape, mode) + [(0, 0)] * (x.ndim - h.ndim)
    filled = np.where(np.isnan(x), 0.0, x)
    present = (~np.isnan(x)).astype(float)
    kind = PADS["zero" if boundary == "renorm" else boundary]
    values, weights = np.pad(filled, pads, **kind), np.pad(present, pads, **kind)
    if boundary == "zero":
        weights = np.pad(present, pads, constant_values=1)
    weight = sums(weights, h)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(weight > 0, sums(values, h) * h.sum() / weight, np.nan)


SHAPES = {
    "matrix": ((9, 7), (3, 2), ()),
    "wide": ((4, 40), (3, 9), ()),
    "small": ((2, 3), (5, 4), ()),
    "colours": ((8, 6), (2, 3), (3,)),
    "cube": ((5, 4, 6), (2, 3, 2), ()),
    "thin": ((1, 7, 1), (2, 3, 1), (2,)),
    "four": ((3, 2, 4, 3), (2, 2, 3, 1), ()),
}
for name, (shape, taps, after) in SHAPES.items():
    x = array(name, rng.standard_normal(shape + after))
    h = array(name + "-taps", rng.standard_normal(taps))
    integers = array(name + "-integers", rng.integers(-99, 99, shape + after))
    holed = np.array(x)
    holed.flat[rng.choice(x.size, x.size // 8, replace=False)] = np.nan
    array(name + "-holed", holed)
    spoilt = np.array(holed)
    spoilt.flat[rng.choice(x.size, x.size // 9, replace=False)] = np.inf
    spoilt.flat[rng.choice(x.size, x.size // 9, replace=False)] = -np.inf
    array(name + "-spoilt", spoilt)
    weights = array(name + "-weights", rng.integers(1, 9, taps))
    conv = f"conv --dims={len(taps)} -t text"
    file = f"$DATA/axes/{name}"
    loop = "for M in direct fft exact auto; do\n    "
    for mode in ("full", "same", "valid"):
        if mode == "valid" and name in ("small", "thin"):
            continue
        expected = [sums(extended(x, h, mode, b), h) for b in PADS]
        case(f"axes/{name}-{mode}",
             f"{loop}for b in {' '.join(PADS)}; do\n        {conv} -M $M -m {mode} -b $b "
             f"{file}-taps.npy {file}.npy\n    done\ndone",
             np.concatenate([rows(y) for y in expected * 4]), 1e-13)
        case(f"axes/{name}-{mode}-spoilt",
             f"{loop}{conv} -M $M -m {mode} -b edge {file}-taps.npy {file}-spoilt.npy\ndone",
             np.concatenate([rows(sums(extended(spoilt, h, mode, "edge"), h))] * 4), 1e-13)
        case(f"axes/{name}-{mode}-omit",
             f"{loop}for b in zero edge renorm; do\n        {conv} -M $M -m {mode} -b $b "
             f"--nan=omit {file}-weights.npy {file}-holed.npy\n    done\ndone",
             np.concatenate([rows(renormalized(holed, weights, mode, b if mode != "valid" else
                                               "zero")) for b in ("zero", "edge", "renorm")] * 4),
             1e-13)
    case(f"axes/{name}-correlate",
         f"{loop}{conv} -M $M -c -m same --origin=left -b wrap {file}-taps.npy {file}.npy\ndone",
         np.concatenate([rows(sums(extended(x, h[(slice(None, None, -1),) * h.ndim], "same",
                                            "wrap", False), h[(slice(None, None, -1),) * h.ndim]))]
                        * 4), 1e-13)
    case(f"axes/{name}-right",
         f"{loop}{conv} -M $M -m same --origin=right -b mirror {file}-taps.npy {file}.npy\ndone",
         np.concatenate([rows(sums(extended(x, h, "same", "mirror", True), h))] * 4), 1e-13)
    exact = sums(extended(integers.astype(float), weights, "full", "zero"), weights)
    array(name + "-result", exact.astype("<i8"))
    case(f"axes/{name}-integers",
         f"{loop}conv --dims={len(taps)} -M $M -t npy {file}-weights.npy {file}-integers.npy |\n"
         f"        cmp - {file}-result.npy || echo differs\n"
         f"    cat {file}-integers.npy {file}-integers.npy |\n"
         f"        conv --dims={len(taps)} -j 1 -M $M {file}-weights.npy > y\n"
         f"    cat {file}-result.npy {file}-result.npy | cmp - y || echo differs\ndone\necho 1",
         [1], 0)

# a larger one, of several blocks and tasks; an output of it all would be long
image = array("image", rng.integers(0, 255, (300, 211)).astype("u1"))
taps = array("image-taps", rng.integers(-9, 9, (17, 31)))
result = sums(extended(image.astype(float), taps, "same", "mirror"), taps)
array("image-result", result.astype("<i8"))
case("axes/image",
     "for M in direct fft auto; do for j in 1 2 3; do\n"
     "    conv --dims=2 -j $j -M $M -m same -b mirror $DATA/axes/image-taps.npy "
     "$DATA/axes/image.npy |\n        cmp - $DATA/axes/image-result.npy || echo differs\n"
     "done; done; echo 1", [1], 0)


# lists: a boundary and an origin for each axis

def extended_by_lists(x, shape, mode, boundaries, origins, correlate):
    """Nested calls of numpy.pad, for the first axis first; NaN is what renorm leaves missing."""
    for axis, (m, boundary, origin) in enumerate(zip(shape, boundaries, origins)):
        tap = {"left": (m - 1) // 2, "right": m // 2}.get(origin)
        if tap is None:
            tap = m - 1 - int(origin) if correlate else int(origin)
        pads = [(0, 0)] * x.ndim
        pads[axis] = (m - 1, m - 1) if mode == "full" else (m - 1 - tap, tap)
        missing = {"mode": "constant", "constant_values": np.nan}
        x = np.pad(x, pads, **(missing if boundary == "renorm" else PADS[boundary]))
    return x


def rescaled(x, h):
    weight = sums((~np.isnan(x)).astype(float), h)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(weight > 0, sums(np.nan_to_num(x), h) * h.sum() / weight, np.nan)


LISTS = {
    "matrix": [("wrap,edge", "right,left"), ("zero,constant:3", "2,0"), ("constant:3,zero", "0,1"),
               ("odd,mirror", "left,right"), ("symmetric,wrap", "1,1")],
    "small": [("odd,odd", "4,3"), ("wrap,mirror", "0,0"), ("mirror,symmetric", "left,right")],
    "colours": [("edge,wrap", "1,2"), ("constant:3,odd", "0,right")],
    "cube": [("wrap,zero,edge", "0,2,1"), ("odd,constant:3,zero", "right,left,0")],
    "thin": [("edge,wrap,odd", "1,0,0"), ("mirror,constant:3,zero", "left,right,right")],
    "four": [("zero,edge,wrap,mirror", "1,0,2,0"),
             ("wrap,odd,symmetric,constant:3", "0,1,right,0")],
}
for name, lists in LISTS.items():
    read = lambda what: np.load(f"{DATA}/{name}{what}.npy")
    x, h, holed, weights = read(""), read("-taps"), read("-holed"), read("-weights")
    for flip, mode in itertools.product((False, True), ("full", "same")):
        taps = h[(slice(None, None, -1),) * h.ndim] if flip else h
        expected, lines = [], []
        for boundaries, origins in lists:
            lists_of = boundaries.split(","), origins.split(",")
            y = sums(extended_by_lists(x, h.shape, mode, *lists_of, flip), taps)
            expected += [rows(y)] * 3
            lines.append(f"-b {boundaries} --origin={origins}")
        case(f"axes/{name}-lists-{mode}{'-correlate' * flip}",
             "for o in " + " \\\n    ".join(f"'{line}'" for line in lines) +
             f"; do\n    for M in direct fft exact; do\n        conv --dims={h.ndim} -m {mode} "
             f"-M $M {'-c ' * flip}$o -t text $DATA/axes/{name}-taps.npy $DATA/axes/{name}.npy\n"
             "    done\ndone", np.concatenate(expected), 1e-13)
    # missing along some axes alone, with and without NaNs that are missing too
    expected, lines = [], []
    for boundaries, origins in lists:
        some = boundaries.split(",")
        for axis in range(len(some)):
            mixed = some[:axis] + ["renorm"] + some[axis + 1 :]
            line = f"-m full -b {','.join(mixed)}"
            for policy, array_of in (("omit", holed), ("propagate", x)):
                padded = extended_by_lists(array_of, h.shape, "full", mixed, origins.split(","),
                                           False)
                expected.append(rows(rescaled(padded, weights)))
                lines.append(f"{line} --nan={policy} {'holed' if policy == 'omit' else 'whole'}")
    case(f"axes/{name}-lists-missing",
         f"ln -s $DATA/axes/{name}-holed.npy holed; ln -s $DATA/axes/{name}.npy whole\nfor o in " +
         " \\\n    ".join(f"'{line}'" for line in lines) +
         f"; do\n    conv --dims={h.ndim} -t text -k $DATA/axes/{name}-weights.npy $o\ndone",
         np.concatenate(expected), 1e-13)


# made kernels: one for each axis, whose integers over one divisor give quotients rounded once
from scipy import ndimage  # noqa: E402

x = np.load(f"{DATA}/matrix-integers.npy")
case("axes/made-sobel",
     "for M in direct fft exact; do\n    conv --dims=2 -m same -b symmetric -M $M -t text "
     "-g triangle:3 -g deriv:1 $DATA/axes/matrix-integers.npy\ndone",
     np.concatenate([ndimage.sobel(x.astype(float), axis=1) / 8] * 3), 0)
exact_case("axes/made-means",
           "for M in direct fft exact; do\n    conv --dims=3 -m valid -M $M -t text "
           "-g box:3 -g box:2 -g box:5 $DATA/axes/cube-integers.npy\ndone",
           np.concatenate([rows(sums(np.load(f"{DATA}/cube-integers.npy").astype(float),
                                     np.ones((3, 2, 5))) / 30)] * 3))
x = np.load(f"{DATA}/cube.npy")
case("axes/made-gauss",
     "conv --dims=3 -m same -b mirror -t text -g gauss:0.5 -g gauss:1 -g gauss:2 "
     "$DATA/axes/cube.npy",
     rows(ndimage.gaussian_filter(x, (0.5, 1, 2), mode="mirror", truncate=4)), 1e-14)
# causal along the rows, about the middle along the columns
x = np.load(f"{DATA}/matrix.npy")
case("axes/made-origins",
     "conv --dims=2 -m same -t text -g delta:1 -g triangle:3 $DATA/axes/matrix.npy\n"
     "conv --dims=2 -m same -t text -c -g delta:1 -g triangle:3 $DATA/axes/matrix.npy",
     np.concatenate([ndimage.convolve1d(np.roll(np.pad(x, ((1, 1), (0, 0))), to, 0)[1:-1],
                                        [0.25, 0.5, 0.25], 1, mode="constant")
                     for to in (1, -1)]), 1e-14)

# any axes of an array: those before, between and after are left alone
from scipy import signal  # noqa: E402

CHOSEN = {"four": [(0,), (1,), (3,), (0, 2), (1, 3), (0, 3), (1, 2, 3), (0, 1, 2, 3)],
          "colours": [(1,), (2,), (0, 2), (1, 2)], "matrix": [(1,), (0, 1)]}
for name, lists in CHOSEN.items():
    x = np.load(f"{DATA}/{name}.npy")
    for mode, options in (("full", ""), ("same", ""), ("same", " -c")):
        script, expected = [], []
        for axes in lists:
            taps = [(3, 2, 3, 2)[a] if a in axes else 1 for a in range(x.ndim)]
            stem = f"{name}-along-" + "".join(map(str, axes))
            h = np.random.default_rng(sum(axes)).standard_normal(taps)
            array(stem, h)
            array(stem + "-squeezed", h.reshape([taps[a] for a in axes]))
            given = ",".join(str(a if a % 2 else a - x.ndim) for a in reversed(axes))
            flipped = h[(slice(None, None, -1),) * h.ndim] if options else h
            expected += [signal.fftconvolve(x, flipped, mode, axes).ravel()] * 2
            for kernel in (stem, stem + "-squeezed"):
                script.append(f"conv -m {mode}{options} --axes={given} -t text "
                              f"$DATA/axes/{kernel}.npy $DATA/axes/{name}.npy")
        case(f"axes/{name}-along-{mode}{'-correlate' * bool(options)}",
             "{\n" + "\n".join(script) + "\n} | tr ' ' '\\n'", np.concatenate(expected), 1e-13)

x = np.load(f"{DATA}/four.npy")
h = np.load(f"{DATA}/four-along-13-squeezed.npy")
spread = h.reshape(1, 2, 1, 2)
padded = np.pad(np.pad(x, ((0, 0), (0, 1), (0, 0), (0, 0)), mode="wrap"),
                ((0, 0), (0, 0), (0, 0), (1, 0)), mode="reflect")
case("axes/four-along-lists",
     "conv --axes=1,3 -m same -b wrap,mirror --origin=1,0 -t text $DATA/axes/four-along-13-squeezed"
     ".npy $DATA/axes/four.npy", rows(signal.convolve(padded, spread, "valid", "direct")), 1e-13)
case("axes/four-along-made",
     "conv --axes=-1,1 -m same -b symmetric -t text -g box:2 -g gauss:1 $DATA/axes/four.npy",
     rows(ndimage.gaussian_filter1d(ndimage.uniform_filter1d(x, 2, 1), 1, 3)), 1e-13)
case("axes/all",
     "for k in all 4; do\n    conv --dims=$k -m same -t text $DATA/axes/four-taps.npy "
     "$DATA/axes/four.npy\ndone",
     np.concatenate([rows(signal.convolve(x, np.load(f"{DATA}/four-taps.npy"), "same"))] * 2),
     1e-13)

# missing where it was missing; each so many-th output; lags beside the values
for name in ("matrix", "colours", "cube", "four"):
    holed, weights = (np.load(f"{DATA}/{name}{what}.npy") for what in ("-holed", "-weights"))
    whole, K = np.load(f"{DATA}/{name}.npy"), weights.ndim
    file = f"$DATA/axes/{name}"
    for mode in ("full", "same"):
        left = [(m - 1) // 2 for m in weights.shape]
        y = rescaled(extended_by_lists(holed, weights.shape, mode, ["edge"] * K, ["left"] * K,
                                       False), weights)
        at = [o if mode == "full" else 0 for o in left]
        inside = y[tuple(slice(o, o + n) for o, n in zip(at, holed.shape))]
        inside[np.isnan(holed)] = np.nan
        case(f"axes/{name}-keep-{mode}",
             f"for M in direct fft; do\n    conv --dims={K} -M $M -m {mode} -b edge --nan=keep "
             f"-t text {file}-weights.npy {file}-holed.npy\ndone",
             np.concatenate([rows(y)] * 2), 1e-13)
        steps = (2, 3, 1, 2)[:K]
        some = tuple(slice(None, None, s) for s in steps)
        case(f"axes/{name}-step-{mode}",
             f"conv --dims={K} -m {mode} -b edge --step={','.join(map(str, steps))} --nan=keep "
             f"-t text {file}-weights.npy {file}-holed.npy", rows(y[some]), 1e-13)
    y = sums(extended(whole, weights, "full", "zero"), weights)
    case(f"axes/{name}-step",
         f"conv --dims={K} --step=3 -t text {file}-weights.npy {file}.npy",
         rows(y[(slice(None, None, 3),) * K]), 1e-13)
    y = sums(extended(whole, weights, "full", "zero"), weights[(slice(None, None, -1),) * K])
    lags = np.stack(np.meshgrid(*[np.arange(1 - m, n) for m, n in zip(weights.shape, whole.shape)],
                                indexing="ij"), -1)
    table = np.concatenate([lags, y.reshape(lags.shape[:-1] + (-1,))], -1)
    case(f"axes/{name}-lags", f"conv --dims={K} -c --lags -t text {file}-weights.npy {file}.npy",
         table.reshape(-1, table.shape[-1]), 1e-13)
    near = table[(np.abs(lags) <= 1).all(-1)]
    case(f"axes/{name}-lags-range",
         f"conv --dims={K} -c --lags=-1:1 -t npy {file}-weights.npy {file}.npy > y.npy\n"
         "conv -e 1 -t text y.npy", near, 1e-13)
    near = table[((lags >= 0) & (lags <= 2)).all(-1)]
    near = near[(near[:, :K] % 2 == 0).all(1)]
    case(f"axes/{name}-lags-step",
         f"conv --dims={K} -c --lags=0:2{',0:2' * (K - 1)} --step=2 -t text {file}-weights.npy "
         f"{file}.npy", near, 1e-13)
x = np.load(f"{DATA}/cube.npy")
h = np.load(f"{DATA}/matrix-along-1.npy")
y = signal.correlate(x, h.reshape(1, -1, 1))
lags = np.stack(np.meshgrid(np.arange(5), np.arange(1 - h.size, 4), np.arange(6), indexing="ij"),
                -1)
case("axes/along-lags", "conv --axes=1 -c --lags -t text -e "
     f"'{' '.join(map(repr, map(float, h.ravel())))}' $DATA/axes/cube.npy",
     np.concatenate([lags[:, :, 0, :2], y], -1).reshape(-1, 8), 1e-13)

# operands that trade places: each axis of the one is at least as long as that of the other
x, h = np.load(f"{DATA}/small.npy"), np.load(f"{DATA}/small-taps.npy")
for option, flip in (("", h), (" -c", h[::-1, ::-1])):
    case(f"axes/small-valid{option.replace(' ', '')}",
         f"conv -q --dims=2{option} -m valid -t text $DATA/axes/small-taps.npy "
         f"$DATA/axes/small.npy",
         signal.convolve2d(x, flip, "valid"), 1e-13)
# of mixed lengths, the longer along each axis, about the middle of the full result
for one, other in (("matrix", "small-taps"), ("small", "matrix-taps"), ("small", "small-taps"),
                   ("small-taps", "matrix-taps"), ("small", "thin-weights")):
    a, b = np.load(f"{DATA}/{one}.npy"), np.load(f"{DATA}/{other}.npy").reshape(-1)
    b = b.reshape(np.load(f"{DATA}/{other}.npy").shape[:2])
    full = signal.convolve(a, b, method="direct")
    keep = tuple(slice((min(n, m) - 1) // 2, (min(n, m) - 1) // 2 + max(n, m))
                 for n, m in zip(a.shape, b.shape))
    case(f"axes/longest-{one}-{other}",
         f"conv -q --dims=2 -m same --same=longest -t text $DATA/axes/{other}.npy "
         f"$DATA/axes/{one}.npy", full[keep], 1e-13)

# kernels that differ along axes that are not convolved, or signals that are alike there
rng = np.random.default_rng(1122)
for name, axes, n, m in (("before", (1, 2), (2, 5, 4), (2, 3, 2)),
                         ("one-signal", (0, -1), (6, 1, 5), (1, 3, 4)),
                         ("mixed", (0, 1), (5, 4, 2, 3), (2, 2, 1, 3)),
                         ("between", (0, 3), (4, 3, 2, 5), (3, 3, 2, 1)),
                         ("crossed", (1,), (3, 6, 1), (1, 2, 4)),
                         ("complex", (1,), (2, 6, 2), (2, 3, 1))):
    x, h = (rng.integers(-9, 10, shape).astype(float) for shape in (n, m))
    h = h + 1j * rng.integers(-9, 10, m) if name == "complex" else h
    script = []
    for mode in ("full", "same", "valid"):
        y = signal.fftconvolve(x, h, "full" if mode == "same" else mode, axes=axes)
        if mode == "same":
            y = y[tuple(slice((f - k) // 2, (f - k) // 2 + k) for f, k in zip(y.shape, n))]
        y = np.round(y) + 0  # sums of integers, and no -0
        array(f"broadcast-{name}-{mode}", y)
        base = f"$DATA/axes/broadcast-{name}"
        script.append(f"conv --axes={','.join(map(str, axes))} -m {mode} {base}-taps.npy "
                      f"{base}.npy | cmp - {base}-{mode}.npy && echo {mode}")
    array(f"broadcast-{name}", x)
    array(f"broadcast-{name}-taps", h)
    with open(f"{HERE}/cases/axes/broadcast-{name}.sh", "w") as f:
        f.write("\n".join(script) + "\n")
    with open(f"{HERE}/cases/axes/broadcast-{name}.out", "w") as f:
        f.write("full\nsame\nvalid\n")
# an empty array, and one without axes
array("empty", np.zeros((5, 0, 3)))
array("nothing", signal.fftconvolve(np.zeros((5, 0, 3)), np.ones((2, 1, 1))))
scalar = array("scalar", np.array(3.5))
array("scalar-result", signal.convolve(scalar, scalar))

#!/usr/bin/python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""make-image.py - writes the cases of images, from scipy.ndimage and from images put together by
hand.

Run it from anywhere; needs python3-scipy. It writes tests/data/image/* and
tests/cases/image/made-*.
"""
import os

import numpy as np
from golden import HERE, case, folder, rows
from scipy import ndimage

DATA = folder("image")
CASES = os.path.join(HERE, "cases/image")
os.makedirs(CASES, exist_ok=True)
rng = np.random.default_rng(907)

SHARP = np.array([[0, -1, 0], [-1, 5, -1], [0, -1, 0]])
SKEW = np.array([[1, 2, -4], [0, 3, 1]])


def inline(h):
    return "; ".join(" ".join(map(str, row)) for row in h)


def raw(x, maxval, kind=None, tuple_type=None):
    """Rows x columns x channels as a file of netpbm."""
    x = np.asarray(x)
    rows, columns, channels = x.shape
    kind = kind or {1: "P5", 3: "P6"}[channels]
    head = f"{kind}\n{columns} {rows}\n{maxval}\n"
    if kind == "P7":
        tuple_type = f"TUPLTYPE {tuple_type}\n" if tuple_type else ""
        head = (f"P7\nWIDTH {columns}\nHEIGHT {rows}\nDEPTH {channels}\nMAXVAL {maxval}\n"
                f"{tuple_type}ENDHDR\n")
    return head.encode() + x.astype(">u2" if maxval > 255 else "u1").tobytes()


def plain(x, maxval):
    rows, columns, channels = x.shape
    kind = {1: "P2", 3: "P3"}[channels]
    lines = [" ".join(str(v) for v in row.ravel()) for row in x]
    return f"{kind}\n# a comment\n{columns} {rows} # another\n{maxval}\n".encode() + (
        "\n".join(lines) + "\n").encode()


def floats(x, scale):
    rows, columns, channels = x.shape
    head = f"{'PF' if channels == 3 else 'Pf'}\n{columns} {rows}\n{scale}\n"
    return head.encode() + x[::-1].astype("<f4" if scale < 0 else ">f4").tobytes()


def save(name, data):
    with open(os.path.join(DATA, name), "wb") as f:
        f.write(data)


def filtered(x, h, correlate=False, **options):
    """Each channel by itself. Where a length is even conv's kernel lies like numpy's."""
    f = ndimage.correlate if correlate else ndimage.convolve
    # ndimage.convolve puts its middle at tap M // 2, and numpy's same at (M - 1) // 2
    origin = [0 if correlate or m % 2 else -1 for m in h.shape]
    options = {"mode": "nearest", **options}
    return np.dstack([f(x[..., c].astype(float), h, origin=origin, **options)
                      for c in range(x.shape[2])])


def rounded(y, maxval):
    return np.clip(np.rint(y), 0, maxval).astype(int)


def golden(name, script, data, clipped=None):
    base = os.path.join(CASES, "made-" + name)
    with open(base + ".sh", "w") as f:
        f.write(script + "\n")
    with open(base + ".out", "wb") as f:
        f.write(data)
    if clipped:
        with open(base + ".err", "w") as f:
            f.write(clipped + "\n")


def told(y, maxval):
    """What is said of samples that clipped."""
    r = np.rint(y)
    n = int(((r < 0) | (r > maxval)).sum())
    return (f"conv: warning: standard output: {n} sample{'s' * (n != 1)} clipped: the result is "
            f"from {min(r.min(), 0):.0f} to {max(r.max(), 0):.0f}, and 0 to {maxval} is written; "
            "-t pfm keeps all") if n else None


IMAGES = {  # name: image, maxval
    "gray": (rng.integers(0, 256, (7, 9, 1)), 255),
    "colour": (rng.integers(0, 256, (6, 5, 3)), 255),
    "deep": (rng.integers(0, 65536, (5, 8, 1)), 65535),
    "ten": (rng.integers(0, 1001, (5, 4, 3)), 1000),
    "few": (rng.integers(0, 12, (3, 17, 1)), 11),
    "dot": (np.array([[[200]]]), 255),
}
for name, (x, maxval) in IMAGES.items():
    file = name + (".pgm" if x.shape[2] == 1 else ".ppm")
    save(file, raw(x, maxval))
    save("plain-" + file, plain(x, maxval))
    same = raw(x, maxval)
    golden(f"{name}-same", f'conv -e 1 "$DATA/image/{file}"', same)
    golden(f"{name}-plain", f'conv -e 1 "$DATA/image/plain-{file}"', same)
    golden(f"{name}-plain-pipe", f'cat "$DATA/image/plain-{file}" | conv -e 1', same)
    y = filtered(x, SHARP)
    golden(f"{name}-sharp", f'cat "$DATA/image/{file}" | conv -e \'{inline(SHARP)}\'',
           raw(rounded(y, maxval), maxval), told(y, maxval))
    case(f"image/made-{name}-sharp-csv",
         f'conv -e \'{inline(SHARP)}\' -t csv "$DATA/image/{file}" | tr , " "', rows(y), 0)
    y = filtered(x, SKEW, correlate=True)
    case(f"image/made-{name}-skew",
         f'conv -c -e \'{inline(SKEW)}\' -t csv "$DATA/image/{file}" | tr , " "',
         rows(y), 0)
    y = np.dstack([ndimage.gaussian_filter(x[..., c].astype(float), 1.2, mode="nearest")
                   for c in range(x.shape[2])])
    case(f"image/made-{name}-gauss",
         f'conv -g gauss:1.2 -t csv "$DATA/image/{file}" | tr , " "', rows(y), 1e-13)
    golden(f"{name}-gauss-rounded", f'conv -g gauss:1.2 "$DATA/image/{file}"',
           raw(rounded(y, maxval), maxval))
    y = filtered(x, SHARP, mode="constant")
    case(f"image/made-{name}-zero",
         f'conv -b zero -e \'{inline(SHARP)}\' -t csv "$DATA/image/{file}" | tr , " "', rows(y), 0)

x, maxval = IMAGES["colour"]
full = np.pad(x, ((1, 1), (1, 1), (0, 0)))
golden("colour-full", 'conv -m full -b zero -e "0 0 0;0 1 0;0 0 0" "$DATA/image/colour.ppm"',
       raw(full, 255))
golden("colour-valid", 'conv -m valid -e "0 0 0;0 1 0;0 0 0" "$DATA/image/colour.ppm"',
       raw(x[1:-1, 1:-1], 255))
extended = np.concatenate([x[:1], x, x[-1:]])
golden("colour-rows",  # one axis: rows alone
       'conv --dims=1 -e .25,.5,.25 "$DATA/image/colour.ppm"',
       raw(rounded((extended[:-2] + 2 * extended[1:-1] + extended[2:]) / 4, 255), 255))

alpha = rng.integers(0, 256, (4, 5, 4))
save("alpha.pam", raw(alpha, 255, "P7", "RGB_ALPHA"))
save("stereo.pam", raw(alpha[..., :2], 255, "P7", "left and right"))
golden("alpha", 'conv -e 1 "$DATA/image/alpha.pam"', raw(alpha, 255, "P7", "RGB_ALPHA"))
golden("tuple", 'conv -e 1 "$DATA/image/stereo.pam"',
       raw(alpha[..., :2], 255, "P7", "left and right"))
box = filtered(alpha, np.ones((3, 3)) / 9)
golden("alpha-box", 'conv -g box:3 "$DATA/image/alpha.pam"',
       raw(rounded(box, 255), 255, "P7", "RGB_ALPHA"))

f = rng.normal(size=(5, 3, 3)).astype("f4")
g = rng.normal(size=(4, 6, 1)).astype("f4")
for name, image, scale in ("floats", f, -1), ("big", g, 1), ("scaled", g, -0.5):
    save(name + ".pfm", floats(image, scale))
    end = floats(image, -abs(scale))
    golden(f"{name}-same", f'conv -e 1 "$DATA/image/{name}.pfm"', end)
    golden(f"{name}-pipe", f'cat "$DATA/image/{name}.pfm" | conv -e 1 | cat', end)
    golden(f"{name}-big", f'conv -e 1 "$DATA/image/{name}.pfm" --encoding=f32be',
           floats(image, abs(scale)))
    case(f"image/made-{name}-sharp",
         f'conv -e \'{inline(SHARP)}\' -t csv "$DATA/image/{name}.pfm" | tr , " "',
         rows(filtered(image, SHARP)), 1e-14)

bits = rng.integers(0, 2, (4, 11))
save("bits.pbm", b"P4\n11 4\n" + np.packbits(bits, axis=1).tobytes())
save("plain-bits.pbm", ("P1\n11 4\n" + "\n".join("".join(map(str, r)) for r in bits)).encode())
grey = raw(255 * (1 - bits[..., None]), 255)
golden("bits", 'conv -e 1 "$DATA/image/bits.pbm"', grey)
golden("bits-plain", 'cat "$DATA/image/plain-bits.pbm" | conv -e 1', grey)
mix = [raw(*IMAGES["gray"]), raw(*IMAGES["deep"]), raw(*IMAGES["colour"]),
       raw(alpha, 255, "P7", "RGB_ALPHA"), b"P4\n11 4\n" + np.packbits(bits, axis=1).tobytes()]
same = b"".join(mix[:-1]) + grey
save("several", b"".join(mix))
golden("several", 'conv -e 1 "$DATA/image/several"', same)
golden("several-pipe", 'cat "$DATA/image/several" | conv -e 1 | cat', same)

# a point spread function from a file, on images and on an array
spread = raw(np.array([[[0], [1], [0]], [[2], [3], [4]], [[0], [5], [0]]]), 255)
save("spread.pgm", spread)
h = np.array([[0, 1, 0], [2, 3, 4], [0, 5, 0]]) / 15
y = filtered(IMAGES["colour"][0], h)
case("image/made-spread",
     'conv --normalize=sum -k "$DATA/image/spread.pgm" -t csv "$DATA/image/colour.ppm" | tr , " "',
     rows(y), 1e-13)
case("image/made-spread-printed", 'conv -k "$DATA/image/spread.pgm" --print-kernel', 15 * h, 0)

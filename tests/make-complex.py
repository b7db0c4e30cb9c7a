#!/usr/bin/python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""make-complex.py - writes the cases of complex numbers, from sums over padded arrays.

Run it from anywhere; needs python3-numpy and -scipy. It writes tests/data/complex/* and
tests/cases/complex/*. Where numbers are compared within a tolerance, raw samples are shown by od.
"""
import os
from functools import partial

import numpy as np
from golden import HERE, PAD, case, exact_case, folder, save_array, text, write
from scipy import signal

DATA = folder("complex")
array = partial(save_array, DATA)
rng = np.random.default_rng(31415)
METHODS = "direct fft exact auto"
nan, inf = np.nan, np.inf


def gaussian(*shape):
    return rng.standard_normal(shape) + 1j * rng.standard_normal(shape)


def parts(y):
    """Complex channels as pairs of real columns."""
    y = np.asarray(y, complex)
    y = y.reshape(len(y), -1)
    return np.stack([y.real, y.imag], -1).reshape(len(y), -1)


def written(row):
    """A row as conv prints it."""
    def number(z):
        z = complex(z)
        return f"{text(z.real)}{'+' if text(z.imag)[0] != '-' else ''}{text(z.imag)}j"
    return " ".join(map(number, np.atleast_1d(row)))


def printed(name, script, rows):
    base = os.path.join(HERE, "cases/complex", name)
    os.makedirs(os.path.dirname(base), exist_ok=True)
    with open(base + ".sh", "w") as f:
        f.write(script + "\n")
    with open(base + ".out", "w") as f:
        f.writelines(written(row) + "\n" for row in rows)


def refused(name, script, message, status=2):
    write(f"complex/{name}", script, ".err", message + "\n", [])
    with open(os.path.join(HERE, "cases/complex", name + ".status"), "w") as f:
        f.write(f"{status}\n")


def show(channels):
    return f"od -An -v -w{16 * channels} -tf8"


def near(name, script, y, tolerance=1e-13):
    case(f"complex/{name}", script, parts(y), tolerance)


def sums(x, h):
    """Where the kernel lies within x; no product is left out, and a NaN is one of both parts."""
    frames = len(x) - len(h) + 1
    y = np.zeros(frames, complex)
    for j, tap in enumerate(h):
        y += tap * x[len(h) - 1 - j:][:frames]
    y[np.isnan(y)] = complex(nan, nan)
    return y


def convolved(x, h, mode, boundary):
    m = len(h)
    before, after = {"full": (m - 1, m - 1), "same": (m // 2, (m - 1) // 2), "valid": (0, 0)}[mode]
    x = np.pad(x, (before, after), **PAD[boundary]) if mode != "valid" else x
    return sums(x, h)


# sums: kinds of signal and kernel, modes, boundaries, methods
BOUNDARIES = {"long": ["zero", "odd"], "short": list(PAD), "one": ["wrap"]}
for name, n, m in ("long", 120, 40), ("short", 9, 4), ("one", 3, 1):
    signals = {"complex": array(f"{name}", gaussian(n)), "real": array(f"{name}-real",
                                                                     rng.standard_normal(n))}
    kernels = {"complex": array(f"{name}-taps", gaussian(m)),
               "real": array(f"{name}-taps-real", rng.standard_normal(m))}
    for xs, hs in ("complex", "complex"), ("complex", "real"), ("real", "complex"):
        x, h = signals[xs], kernels[hs]
        file = [f"$DATA/complex/{name}{part}{'-real' if kind == 'real' else ''}.npy"
                for part, kind in (("-taps", hs), ("", xs))]
        expected, script = [], []
        for mode in "full", "same", "valid":
            bounds = BOUNDARIES[name] if mode != "valid" else ["zero"]
            expected += [convolved(x, h, mode, b) for b in bounds]
            script.append(f"    for b in {' '.join(bounds)}; do conv -M $M -m {mode} -b $b "
                          f"{file[0]} {file[1]} -t raw; done")
        near(f"sums-{name}-{xs}-{hs}",
             f"for M in {METHODS}; do\n" + "\n".join(script) + f"\ndone | {show(1)}",
             np.concatenate(expected * 4))
        near(f"correlate-{name}-{xs}-{hs}",
             "for m in full same valid; do\n"
             f"    conv -c -m $m {file[0]} {file[1]} -t raw\ndone | {show(1)}",
             np.concatenate([signal.correlate(x, h, mode) for mode in ("full", "same", "valid")]))

# channels: one for all, pairs, true stereo
one, two, four = gaussian(40, 1), gaussian(40, 2), gaussian(7, 4)
for name, a in ("ch1", one), ("ch2", two), ("ch4", four), ("taps1", four[:, :1]), ("taps2",
                                                                                four[:, :2]):
    array(name, a)


def full(x, h):
    return np.convolve(x, h)


near("channels-one-kernel", f"conv $DATA/complex/taps1.npy $DATA/complex/ch2.npy -t raw | "
     f"{show(2)}",
     np.stack([full(two[:, 0], four[:, 0]), full(two[:, 1], four[:, 0])], 1))
near("channels-one-signal", f"conv $DATA/complex/taps2.npy $DATA/complex/ch1.npy -t raw | "
     f"{show(2)}",
     np.stack([full(one[:, 0], four[:, 0]), full(one[:, 0], four[:, 1])], 1))
near("channels-pairs", f"conv $DATA/complex/taps2.npy $DATA/complex/ch2.npy -t raw | {show(2)}",
     np.stack([full(two[:, 0], four[:, 0]), full(two[:, 1], four[:, 1])], 1))
near("channels-true-stereo",
     f"for M in {METHODS}; do conv -M $M $DATA/complex/ch4.npy $DATA/complex/ch2.npy -t raw; "
     f"done | "
     + show(2),
     np.concatenate([np.stack([full(two[:, 0], four[:, 0]) + full(two[:, 1], four[:, 2]),
                               full(two[:, 0], four[:, 1]) + full(two[:, 1], four[:, 3])], 1)] * 4))
refused("channels-odd", "conv $DATA/complex/ch4.npy $DATA/complex/taps1.npy -e 1 2>/dev/null\n"
        "conv $DATA/complex/ch4.npy -k $DATA/complex/taps3.npy",
        "taps3.npy 3: there is no rule how to pair them")
array("taps3", four[:, :3])

# integers stay exact, by all methods
x = rng.integers(-999, 999, 500) + 1j * rng.integers(-999, 999, 500)
h = rng.integers(-99, 99, 90) + 1j * rng.integers(-99, 99, 90)
array("integers", x)
array("integers-taps", h)
array("integers-result", np.convolve(x, h))
exact_case("complex/integers",
           f"for M in {METHODS}; do for j in 1 2; do\n"
           "    conv -M $M -j $j $DATA/complex/integers-taps.npy $DATA/complex/integers.npy |\n"
           "        cmp - $DATA/complex/integers-result.npy && echo 1\ndone; done", [[1]] * 8)

# arrays: elements, byte orders, Fortran order, axes
x = (rng.integers(-99, 99, (4, 3, 2)) + 1j * rng.integers(-99, 99, (4, 3, 2))) / 8
array("identity", x.astype("<c16"))
names = []
for kind in "<c8", "<c16", ">c8", ">c16":
    for order in "C", "F":
        names.append(f"elements-{'big' if kind[0] == '>' else 'little'}{kind[1:]}{order}")
        array(names[-1], x.astype(kind), order)
exact_case("complex/npy-elements",
           f"for f in {' '.join(names)}; do\n    conv -e 1 $DATA/complex/$f.npy | "
           "cmp - $DATA/complex/identity.npy && echo 1\n"
           "    conv -e 1 < $DATA/complex/$f.npy | cmp - $DATA/complex/identity.npy && echo "
           "1\ndone",
           [[1]] * 16)
exact_case("complex/npy-encodings",
           "conv --encoding=cf32 -e 1 $DATA/complex/identity.npy | "
           "cmp - $DATA/complex/elements-littlec8C.npy && echo 1\n"
           "conv --encoding=cf32be -e 1 $DATA/complex/identity.npy | "
           "cmp - $DATA/complex/elements-bigc8C.npy && echo 1\n"
           "conv --encoding=cf64be -e 1 $DATA/complex/identity.npy | "
           "cmp - $DATA/complex/elements-bigc16C.npy && echo 1", [[1]] * 3)
x, h = gaussian(9, 8, 2), gaussian(3, 4)
array("image", x)
array("image-taps", h)
expected = [np.stack([signal.convolve2d(np.pad(x[..., c], [(1, 1), (2, 1)], **PAD[b]), h, "valid")
                      for c in range(2)], -1) for b in PAD]
near("axes", f"for M in {METHODS}; do for b in {' '.join(PAD)}; do\n"
     "    conv --dims=2 -M $M -m same -b $b $DATA/complex/image-taps.npy $DATA/complex/image.npy "
     f"-t raw\ndone; done | {show(16)}", np.concatenate(expected * 4))
expected = signal.correlate2d(x[..., 0].real, h, "full")
array("image-real", x[..., 0].real)
near("axes-correlate", "conv --dims=2 -c $DATA/complex/image-taps.npy $DATA/complex/image-real.npy "
     f"-t raw | {show(11)}", expected)
exact_case("complex/axes-shape",
           "conv --dims=2 -e '1 2j; 3 4' $DATA/complex/image.npy | head -c 80 | "
           "grep -ac \"'<c16', 'fortran_order': False, 'shape': (10, 9, 2)\"\n"
           "conv --dims=2 -e '1 2j; 3 4' $DATA/complex/image-real.npy | head -c 80 | "
           "grep -ac \"'<c16', 'fortran_order': False, 'shape': (10, 9)\"\n"
           "conv -e '1 2j 3' $DATA/complex/image-real.npy | head -c 80 | "
           "grep -ac \"'<c16', 'fortran_order': False, 'shape': (11, 8)\"", [[1]] * 3)

# raw samples, with their scales
ints = {"cs16": ("<i2", 2.0**15, 0), "cs16be": (">i2", 2.0**15, 0), "cs8": ("i1", 2.0**7, 0),
        "cu8": ("u1", 2.0**7, 127.5)}
floats = {"cf32": "<f4", "cf64": "<f8", "cf32be": ">f4", "cf64be": ">f8"}
for name, (kind, scale, zero) in ints.items():
    info = np.iinfo(kind)
    raw = np.concatenate([[info.min, info.max, info.max // 2, info.max // 2 + 1],
                          rng.integers(info.min, info.max, 8)]).astype(kind)
    raw.tofile(f"{DATA}/{name}.raw")
    values = (raw.astype(float) - zero) / scale
    printed(f"raw-{name}", f"conv --signal-type=raw --encoding={name} -e 1 -t text "
            f"$DATA/complex/{name}.raw", (values[::2] + 1j * values[1::2])[:, None])
for name, kind in floats.items():
    raw = rng.standard_normal(12).astype(kind)
    raw.tofile(f"{DATA}/{name}.raw")
    values = raw.astype(float)
    printed(f"raw-{name}", f"conv --signal-type=raw --encoding={name} -e 1 -t text "
            f"$DATA/complex/{name}.raw", (values[::2] + 1j * values[1::2])[:, None])
exact_case("complex/raw-same", f"for e in {' '.join([*ints, *floats])}; do\n"
           "    conv --signal-type=raw --encoding=$e -e 1 $DATA/complex/$e.raw | "
           "cmp - $DATA/complex/$e.raw && echo 1\n"
           "    conv --signal-type=raw --encoding=$e --channels=3 -e 1 $DATA/complex/$e.raw | "
           "cmp - $DATA/complex/$e.raw && echo 1\ndone", [[1]] * 2 * 8)
# to the nearest, ties to even, saturated
values = np.array([-1.5, -1, -0.998, -0.5, -3 / 256, -1 / 256, 0, 1 / 512, 1 / 256, 3 / 256, 0.3,
                   127.5 / 128, 127.9 / 128, 2])
expected = np.clip(np.rint(values * 128 + 127.5), 0, 255)
exact_case("complex/raw-cu8-rounded",
           f"printf '%s\\n' {' '.join(f'{v!r}{-v:+}j' for v in map(float, values))} |\n"
           "    conv -q -e 1 -t raw --encoding=cu8 | od -An -v -w2 -tu1 | sed 's/^ *//; s/  */ /g'",
           np.stack([expected, np.clip(np.rint(-values * 128 + 127.5), 0, 255)], 1))
exact_case("complex/raw-kernel", "printf '1\\n2\\n' | conv --kernel-type=raw "
     "--kernel-encoding=cf32 "
           "-t raw -k $DATA/complex/cf32.raw --encoding=cf64 | od -An -v -tf8 -w16 -N16 | "
           "awk '{ print NF }'", [[2]])

# tables
printed("text-forms", "printf '%s\\n' 1+2j '(1+2j)' 1e3-2.5j 2j -2J 3 '(4)' 1+-2j 1e+2-1e-2j "
        "'( 7-j)' 0x1p3+0x1p-1j 1-0j inf-infj ' (  1.5e+00+2.25e+00j)' | sed 's/( */(/' | "
        "conv -e 1",
        [[z] for z in (1 + 2j, 1 + 2j, 1e3 - 2.5j, 2j, complex(0, -2), 3, 4, 1 - 2j,
                       100 - 0.01j, 7 - 1j,
                       8 + 0.5j, 1, complex(inf, -inf), 1.5 + 2.25j)])
printed("text-csv", "printf 'a,b\\n1+2j,3\\n\"4j\",(5-6j)\\n' | conv -e 1 | tail -n +2 | tr , ' '",
        [[1 + 2j, 3], [4j, 5 - 6j]])
printed("text-row", "printf '1,2j,3\\n' | conv -e 1,2 | tr , '\\n'", [[1], [2 + 2j], [3 + 4j], [6]])
printed("text-missing", "printf '1j,2\\n,NA\\nnan+1j,4\\n1-nanj,null\\n' | conv -e 1 -t text",
        [[1j, 2], [complex(nan, nan)] * 2, [complex(nan, nan), 4], [complex(nan, nan)] * 2])
printed("text-digits", "printf '0.1+1e-7j\\n1e22-123456789012345678j\\n' | conv -q -e 1",
        [[0.1 + 1e-7j], [1e22 - 123456789012345678j]])
printed("text-taps", "printf '1+0j\\n1j\\n' | conv -e '1+1j, -2 (0+.5j)'",
        [[1 + 1j], [-2 - 1 + 1j], [-2j + .5j], [-.5]])
printed("text-taps-real", "printf '1\\n2\\n' | conv -e '1+0j'", [[1], [2]])
exact_case("complex/text-header", "printf 'i j k\\n1 2 3\\n' | conv -e 2 -t csv | tail -n 1 | "
     "tr , ' '",
           [[2, 4, 6]])
refused("text-later", "printf '1\\n2+1j\\n' | conv -e 1 > /dev/null",
        "standard input:2: field 1: '2+1j' is complex, and the first row is real (1+0j were "
        "complex)")
refused("text-rounded", "echo 1+9007199254740993j | conv -e 1 > /dev/null",
        "integers beyond 2^53 are rounded", 0)
write("complex/text-format", "printf '1.5-2j\\n-3.25+1e10j\\n' | conv -e 1 --format=%12.3e",
      ".out", "   1.500e+00-2.000e+00j\n  -3.250e+00+1.000e+10j\n", [])

# NaN and infinities
x = gaussian(60)
x[[3, 30]] = complex(nan, 1), complex(2, nan)
h = gaussian(5)
array("holed", x)
array("holed-taps", h)
for kind, taps in ("complex", h), ("real", h.real):
    array(f"holed-taps-{kind}", taps)
    near(f"nan-{kind}", f"for M in {METHODS}; do conv -M $M $DATA/complex/holed-taps-{kind}.npy "
         f"$DATA/complex/holed.npy -t raw; done | {show(1)}",
         np.concatenate([convolved(x, taps, "full", "zero")] * 4))
    near(f"nan-fill-{kind}", f"conv --nan=fill:2.5 -b constant:-1.5 -m same "
         f"$DATA/complex/holed-taps-{kind}.npy $DATA/complex/holed.npy -t raw | {show(1)}",
         convolved(np.where(np.isnan(x), 2.5, x), taps, "same", "constant:-1.5"))
weights = np.array([1.0, 2, 4, 2, 1])
present, filled = ~np.isnan(x), np.where(np.isnan(x), 0, x)
for b in "zero", "renorm":
    part = np.convolve(np.pad(present.astype(float), 2, constant_values=b == "zero"), weights,
                       "valid")
    omitted = np.convolve(np.pad(filled, 2), weights, "valid") * 10 / part
    near(f"nan-omit-{b}", f"conv --nan=omit -b {b} -m same -e '1 2 4 2 1' $DATA/complex/holed.npy "
         f"-t raw | {show(1)}", omitted)
    near(f"nan-keep-{b}", f"conv --nan=keep -b {b} -m same -e '1 2 4 2 1' $DATA/complex/holed.npy "
         f"-t raw | {show(1)}", np.where(present, omitted, complex(nan, nan)))
refused("nan-error", "conv --nan=error -e 1 $DATA/complex/holed.npy > /dev/null",
        "holed.npy: frame 3 (from 0) of channel 1 is NaN", 1)
refused("nan-error-text", "printf '1+2j 1\\n3 4-nanj\\n' | conv --nan=error -e 1 > /dev/null",
        "standard input:2: field 2: '4-nanj' is NaN", 1)
for b in "zero", "renorm":
    for kind, signals in ("complex", x), ("real", np.where(np.isnan(x), nan, x.real)):
        array(f"holed-{kind}", signals)
        there, taps = ~np.isnan(signals), h
        weight = np.convolve(np.pad(there.astype(float), 4, constant_values=b == "zero"), taps,
                             "valid")
        omitted = np.convolve(np.where(there, signals, 0), taps) * (taps.sum() / weight)
        near(f"nan-omit-{b}-{kind}-complex", f"for M in {METHODS}; do conv -M $M --nan=omit -b {b} "
             f"$DATA/complex/holed-taps.npy $DATA/complex/holed-{kind}.npy -t raw; done | "
             f"{show(1)}",
             np.concatenate([omitted] * 4))
printed("nan-omit-all", "printf '1+0j\\nnan\\nnan\\n3j\\n' | conv --nan=omit -m valid -e '1 1j'",
        [[(1j * 1) * (1 + 1j) / 1j], [complex(nan, nan)], [3j * (1 + 1j)]])
printed("nan-omit-cancelled", "printf '1+0j\\nnan\\n1j\\n' | conv --nan=omit -m valid -e '1j 3 "
     "-1j'",
        [[complex(nan, nan)]])
refused("nan-omit-sum-zero", "echo 1 | conv --nan=omit -e '1j 1 -1 -1j'",
        "the taps sum to zero: --nan=omit and --boundary=renorm have no weights to rescale")
refused("nan-omit-part", "echo 1 | conv --nan=omit:0.5 -e 1,1j",
        "a part of the weight is of real weights, and --taps is complex")
# each real sum takes an infinite part as IEEE 754 does; a real kernel leaves the parts alone
printed("infinite-real-kernel", "printf '%s\\n' 1+infj -inf+2j 3j | conv -e '2 0.5'",
        [[complex(2, inf)], [complex(-inf, inf)], [complex(-inf, 7)], [1.5j]])
printed("infinite", "printf '%s\\n' 1+infj 1 | conv -e 2+3j",
        [[complex(-inf, inf)], [2 + 3j]])

# norms
h = gaussian(12)
array("norm-taps", h)
size = np.abs(h)
for norm, divisor in ("sum", h.sum()), ("l1", size.sum()), ("l2", np.sqrt((size**2).sum())), \
        ("peak", size.max()):
    near(f"normalize-{norm}", f"conv --normalize={norm} --print-kernel $DATA/complex/norm-taps.npy "
         f"-t raw | {show(1)}", h / divisor, 1e-15)
array("norm-columns", np.stack([h, 3j * h[::-1]], 1))
near("normalize-columns", "conv --normalize=l2 --print-kernel $DATA/complex/norm-columns.npy "
     f"-t raw | {show(2)}", np.stack([h, 3j * h[::-1]], 1) / np.sqrt((size**2).sum()) / 3, 1e-15)
near("normalize-sum-columns", "conv --normalize=sum --print-kernel $DATA/complex/norm-columns.npy "
     f"-t raw | {show(2)}", np.stack([h, h[::-1]], 1) / h.sum(), 1e-15)
printed("normalize-exact", "printf '%s\\n' 3+0j 1+1j | conv --normalize=sum -e '1+1j 2 1'",
        [[3 * (5 + 3j) / 17], [(6 * (4 - 1j) + (1 + 1j) * (5 + 3j)) / 17],
         [(3 * (4 - 1j) + 2 * (1 + 1j) * (4 - 1j)) / 17], [(5 + 3j) / 17]])
refused("normalize-zero", "conv --normalize=sum -e '1+1j -1-1j' --print-kernel",
        "--normalize=sum: column 1 of --taps sums to zero")
refused("normalize-gain", "echo 1 | conv --normalize=gain -e 1,1j",
        "--normalize=gain is of real kernels, and --taps is complex")
for norm in "xcorr", "coeff":
    refused(f"normalize-{norm}", f"printf '1j\\n2\\n' | conv -c --normalize={norm} -e '1 2'",
            f"--normalize={norm} is of real signals and kernels, and standard input is complex")

# what goes with them
printed("lags", "printf '1+1j\\n2\\n' | conv -c --lags -e '1 1j' | cut -d ' ' -f 2",
        [[-1j * (1 + 1j)], [1 + 1j - 2j], [2]])
exact_case("complex/lags-beside", "printf '1+1j\\n2\\n' | conv -c --lags -e '1 1j' | cut -d ' ' "
     "-f 1",
           [[-1], [0], [1]])
printed("lags-npy", "printf '1+1j\\n2\\n' | conv -c --lags -e '1 1j' -t npy | conv -e 1 -t text",
        [[-1, 1 - 1j], [0, 1 - 1j], [1, 2]])
printed("gain", "printf '1+1j\\n2\\n' | conv --gain=20 -e 1", [[10 + 10j], [20]])
printed("offset", "printf '1+1j\\n2\\n' | conv --gain=20 --offset=0.5 -e 1", [[10.5 + 10j], [20.5]])
printed("print-kernel", "conv --print-kernel -e '1 2-1j'", [[1], [2 - 1j]])
printed("line-buffered", "printf '1+1j\\n2\\n' | conv -u -e '1 1j'", [[1 + 1j], [1 + 1j], [2j]])
printed("step", "printf '%s\\n' 1j 2 3 4j 5 | conv --step=2 -e '1 1'", [[1j], [5], [5 + 4j]])
exact_case("complex/explain", "conv --explain -e '1 1j' $DATA/complex/ch2.npy | "
           "grep -c -e '2 complex channels, 40 frames' -e '1 complex channel, 2 taps'", [[2]])
exact_case("complex/threads", "for j in 2 3; do\n    conv -M fft -j $j $DATA/complex/long-taps.npy "
           "$DATA/complex/long.npy > y$j\ndone\n"
           "conv -M fft -j 1 $DATA/complex/long-taps.npy $DATA/complex/long.npy | cmp - y2 && "
           "echo 1\n"
           "cmp y2 y3 && echo 1", [[1]] * 2)
refused("encoding-real", "echo 1j | conv -e 1 -t raw --encoding=f32",
        "--encoding=f32: the result is complex, as cf32 is")
refused("encoding-complex", "echo 1 | conv -e 1 -t raw --encoding=cf32",
        "--encoding=cf32: the result is real")
refused("audio-refused", "echo 1j | conv -e 1 -t wav --rate=8000",
        "the result is complex: --complex writes wav")

# audio whose channels are pairs
x = rng.integers(-9, 9, (50, 4))
near("audio", "conv -e 1 $DATA/complex/iq.raw --signal-type=raw --encoding=s16 "
     "--channels=4 --rate=8000 -t wav -o iq.wav\n"
     f"conv --complex -e '1+2j 3' iq.wav -t raw --encoding=cf64 | {show(2)}",
     np.stack([np.convolve(x[:, c] + 1j * x[:, c + 1], [1 + 2j, 3]) for c in (0, 2)], 1) / 2**15)
x.astype("<i2").tofile(f"{DATA}/iq.raw")
exact_case("complex/audio-same", "conv -e 1 $DATA/complex/iq.raw --signal-type=raw --encoding=s16 "
           "--channels=2 --rate=8000 -t wav -o iq.wav\n"
           "conv --complex -e 1 iq.wav | cmp - iq.wav && echo 1\n"
           "conv --complex -e 1+0j iq.wav | cmp - iq.wav && echo 1\n"
           "conv -e 1 --signal-type=raw --encoding=cs16 --rate=8000 --complex -t wav "
           "$DATA/complex/iq.raw | cmp - iq.wav && echo 1\n"
           "conv --complex iq.wav -k iq.wav -t text | head -n 1 | grep -c j", [[1]] * 4)
near("audio-real-kernel", "conv -e 1 $DATA/complex/iq.raw --signal-type=raw --encoding=s16 "
     "--channels=2 --rate=8000 -t wav -o iq.wav\n"
     "printf '1\\n-0.5\\n' | conv -e 1 -t wav --encoding=f64 --rate=8000 -o taps.wav\n"
     f"conv --complex taps.wav iq.wav -t raw --encoding=cf64 | {show(1)}",
     np.convolve(x.ravel()[::2] + 1j * x.ravel()[1::2], [1, -0.5]) / 2**15)
near("audio-real", "printf '%s\\n' 0.5 -0.25 0.125 | conv -e 1 -t wav --encoding=f64 "
     "--rate=8000 -o x.wav\n"
     "conv --complex -e '1 2j' x.wav -o y.wav && conv -e 1 y.wav -t raw --encoding=f64 | "
     + show(1), np.convolve([0.5, -0.25, 0.125], [1, 2j]))

# filters moved in frequency
for name, spec, taps, f in (
        ("hertz", "lowpass:1kHz,taps=101,shift=2.5kHz "
             "--rate=48000", signal.firwin(101, 1000, fs=48000),
         2500 / 48000),
        ("even", "lowpass:0.1,taps=24,shift=-0.3", signal.firwin(24, 0.2), -0.3),
        ("band", "bandpass:0.1,0.2,31,hann,shift=0.0123", signal.firwin(
            31, (0.2, 0.4), window="hann", pass_zero=False), 0.0123)):
    j = np.arange(len(taps)) - (len(taps) - 1) / 2
    near(f"shift-{name}", f"conv --print-kernel -g {spec} -t raw | {show(1)}",
         taps * np.exp(2j * np.pi * f * j), 2e-15)
exact_case("complex/shift-quarter", "conv --print-kernel -g lowpass:1kHz,taps=49,shift=1kHz "
           "--rate=48000 | awk 'NR % 12 == 1' | grep -c -e '^0[-+]' -e '[-+]0j$'", [[5]])
refused("shift-far", "conv -g lowpass:0.1,shift=0.6 --print-kernel",
        "shift must lie between minus half the rate and half the rate")
refused("shift-axes", "echo 1 | conv --dims=2 -g lowpass:0.1,shift=0.2",
        "shift is for one axis, not for 2")

# correlations divided by counts
x, h = gaussian(11), gaussian(4)
array("biased", x)
array("biased-taps", h)
r = signal.correlate(x, h)
near("normalize-biased", "conv -c --normalize=biased $DATA/complex/biased-taps.npy "
     f"$DATA/complex/biased.npy -t raw | {show(1)}", r / 11)
near("normalize-unbiased", "conv -c --normalize=unbiased $DATA/complex/biased-taps.npy "
     f"$DATA/complex/biased.npy -t raw | {show(1)}", r / (11 - np.abs(np.arange(-3, 11))))
near("normalize-biased-real", "conv -c --normalize=biased $DATA/complex/short-taps-real.npy "
     f"$DATA/complex/biased.npy -t raw | {show(1)}",
     signal.correlate(x, np.load(f"{DATA}/short-taps-real.npy")) / 11)
refused("normalize-biased-true-stereo", "conv -c --normalize=biased $DATA/complex/ch4.npy "
        "$DATA/complex/ch2.npy > /dev/null", "are true stereo, whose sums are of several "
        "correlations")

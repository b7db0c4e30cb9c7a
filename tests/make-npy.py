#!/usr/bin/python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""make-npy.py - writes tests/data/npy and the cases of tests/cases/npy that read it.

Arrays are written by numpy.save and numpy.lib.format, or by hand where numpy writes no such header;
then numpy must read it, or refuse it, alike. Expected results are exact: of Python's integers, or
of eighths. Needs numpy (1.24); running the tests does not.
"""
import io
import os
import warnings
import numpy as np

warnings.simplefilter("ignore")
HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.path.join(HERE, "data/npy")
CASES = os.path.join(HERE, "cases/npy")
os.makedirs(DATA, exist_ok=True)
os.makedirs(CASES, exist_ok=True)
rng = np.random.default_rng(93)


def put(path, data):
    with open(path, "wb") as f:
        f.write(data.encode() if isinstance(data, str) else data)


def array(name, a, version=(1, 0)):
    out = io.BytesIO()
    np.lib.format.write_array(out, a, version=version)
    put(f"{DATA}/{name}.npy", out.getvalue())


def case(name, command, out=None, err=None, status=0):
    """One case: a shell command, what it prints, lines of its messages."""
    base = f"{CASES}/{name}"
    put(base + ".sh", command + "\n")
    if out is not None:
        put(base + ".out", out)
    if err is not None:
        put(base + ".err", err + "\n")
    if status:
        put(base + ".status", f"{status}\n")


def text(a):
    rows = np.asarray(a).reshape(len(a), -1)
    return "".join(" ".join(repr(float(v)).removesuffix(".0") for v in row) + "\n" for row in rows)


def convolve(a, h):
    """Exact: integers of Python, or floats whose sums are exact."""
    integers = a.dtype.kind in "iub"
    columns = a.reshape(len(a), -1).astype(object if integers else float)
    y = np.stack([np.convolve(c, np.array(h, dtype=columns.dtype)) for c in columns.T], axis=1)
    y = y.astype("<i8" if integers else "<f8")
    return y[:, 0] if a.ndim == 1 else y


# every type, byte order and version, from a file and from a pipe, to a file and to a pipe
H = [1, -2, 3]
for kind in ("bool", "int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64",
             "float16", "float32", "float64"):
    dtype = np.dtype(kind)
    if kind == "bool":
        a = np.array([1, 0, 1, 1, 0, 0, 1], bool)
    elif dtype.kind in "iu":
        limits = np.iinfo(dtype)
        low, high = max(limits.min, -2**49), min(limits.max, 2**49)
        a = np.array([low, high, 0, 1, 2, high, low // 3], dtype)
    else:
        a = np.array([0.125, -2.5, 3, 0.75, -1, 12.375, 6], dtype)
    y = convolve(a, H)
    array(f"{kind}-result", y)
    for order in ("little", "big") if dtype.itemsize > 1 else ("one",):
        stored = a.astype(dtype.newbyteorder({"little": "<", "big": ">", "one": "|"}[order]))
        for version in (1, 2, 3):
            array(f"{kind}-{order}-{version}", stored, (version, 0))
        case(f"read-{kind}-{order}", f"""for version in 1 2 3; do
    x=$DATA/npy/{kind}-{order}-$version.npy
    conv -e 1 -t text $x
    conv -M direct -e 1,-2,3 $x | cmp - $DATA/npy/{kind}-result.npy && echo same
    cat $x | conv -M direct -e 1,-2,3 | cmp - $DATA/npy/{kind}-result.npy && echo same
    cat $x | conv -M direct -e 1,-2,3 -o y && cmp y $DATA/npy/{kind}-result.npy && echo same
done""", (text(a) + "same\n" * 3) * 3)

# the corners of binary16: subnormals, the largest, infinities, not a number
corners = np.array([0, 1, 0x3FF, 0x400, 0x3C01, 0x7BFF, 0x7C00, 0x7E00, 0x8001, 0xFBFF, 0xFC00],
                   np.uint16).view(np.float16)
array("float16-corners", corners)
case("float16-corners", "conv -e 1 -t text $DATA/npy/float16-corners.npy", text(corners))
special = np.array([5e-324, 1.7976931348623157e308, np.inf, -np.inf, np.nan, 0.1])
array("float64-corners", special)
case("float64-corners", "conv -e 1 -t text $DATA/npy/float64-corners.npy", text(special))

# two dimensions: frames x channels
wide = rng.integers(-1000, 1000, (6, 3)).astype("<i4")
array("wide", wide)
array("wide-result", convolve(wide, H))
case("wide", "conv -e 1,-2,3 $DATA/npy/wide.npy | cmp - $DATA/npy/wide-result.npy\nconv -e 1 -t "
             "csv $DATA/npy/wide.npy",
     text(wide).replace(" ", ","))
# any number of axes: frames along the first, channels along the others; Fortran order
for name, a in [
    ("cube", rng.integers(-99, 99, (7, 3, 4)).astype("<i2")),
    ("flat", rng.integers(-99, 99, (6, 1, 1)).astype("f4")),
    ("sixteen", rng.integers(-99, 99, (5, 1, 2) + 12 * (1,) + (3,)).astype("<i4")),
    ("scalar", np.array(3.0)),
]:
    frames = np.atleast_1d(a)
    result = convolve(frames, [1, -2, 3]).reshape((-1,) + frames.shape[1:])
    array(name, a)
    array(name + "-result", result)
    case(name, f"""
        conv -M direct -e 1,-2,3 $DATA/npy/{name}.npy | cmp - $DATA/npy/{name}-result.npy && echo \
same
        cat $DATA/npy/{name}.npy | conv -M direct -e 1,-2,3 -o y; cmp y \
$DATA/npy/{name}-result.npy && echo same""", "same\n" * 2)
    if a.ndim > 1:
        array(name + "-fortran", np.asfortranarray(a))
        assert name == "flat" or b"True" in open(f"{DATA}/{name}-fortran.npy", "rb").read(80)
        case(name + "-fortran", f"""
        conv -M direct -e 1,-2,3 $DATA/npy/{name}-fortran.npy | cmp - $DATA/npy/{name}-result.npy \
&& echo same
        cat $DATA/npy/{name}-fortran.npy | conv -M direct -e 1,-2,3 | cmp - \
$DATA/npy/{name}-result.npy && echo same""", "same\n" * 2)
array("wide-fortran", np.asfortranarray(wide))
case("wide-fortran", """
    conv -e 1,-2,3 $DATA/npy/wide-fortran.npy | cmp - $DATA/npy/wide-result.npy && echo same
    cat $DATA/npy/wide.npy $DATA/npy/wide-fortran.npy $DATA/npy/wide-fortran.npy \
$DATA/npy/cube.npy > x
    cat $DATA/npy/wide-result.npy $DATA/npy/wide-result.npy $DATA/npy/wide-result.npy \
$DATA/npy/cube-result.npy > y
    conv -e 1,-2,3 x | cmp - y && echo same
    cat x | conv -e 1,-2,3 | cmp - y && echo same
    cat x | conv -e 1,-2,3 -b wrap -m same > a
    conv -e 1,-2,3 -b wrap -m same x | cmp - a && echo same""", "same\n" * 4)
case("wide-fortran-cut", "head -c 140 $DATA/npy/wide-fortran.npy | conv -e 1", None,
     "standard input: truncated: 6 frames declared, 0 there\n"
     "standard input: the signal is empty", 2)
# of the last column 4 of 6 are there, and a part of the fifth
case("wide-fortran-short", "head -c 195 $DATA/npy/wide-fortran.npy > x\nconv -e 1 -t text x\n"
     "cat x | conv -e 1 -t text", text(wide[:4]) * 2,
     "truncated: 6 frames declared, 4 there")
case("cube-lags", "conv -c --lags -e 1,2 -m valid $DATA/npy/cube.npy | head -c 128 | grep -ao "
                  "'(.*)'", "(6, 13)\n")
case("cube-text", "conv -e 1 -t csv $DATA/npy/cube.npy",
     "".join(",".join(map(str, r)) + "\n" for r in np.load(f"{DATA}/cube.npy").reshape(7, -1)))
case("fft", "conv -M fft -e 1,-2,3 $DATA/npy/wide.npy | cmp - $DATA/npy/wide-result.npy && echo "
            "same", "same\n")
array("one-column", wide[:, :1])
array("one-column-result", convolve(wide[:, :1], H))
case("one-column", "conv -e 1,-2,3 $DATA/npy/one-column.npy | cmp - "
                   "$DATA/npy/one-column-result.npy && echo same", "same\n")
array("one-row", wide[:1])
case("one-row", "conv -e 1 -t text $DATA/npy/one-row.npy", text(wide[:1]))
array("kernel", np.array(H, ">i2"))
array("kernel-wide", np.array([[1, 0, -1], [2, 1, 0]], "f4"))
case("kernel", "conv $DATA/npy/kernel.npy $DATA/npy/wide.npy | cmp - $DATA/npy/wide-result.npy && "
               "echo same", "same\n")
both = np.stack([np.convolve(c, h) for c, h in zip(wide.T.astype(int),
                                                   np.array([[1, 2], [0, 1], [-1, 0]]))], axis=1)
array("kernel-wide-result", both.astype("<i8"))
case("kernel-wide", "conv $DATA/npy/kernel-wide.npy $DATA/npy/wide.npy | cmp - "
                    "$DATA/npy/kernel-wide-result.npy && echo same", "same\n")
spread = np.stack([np.convolve(wide[:, 0].astype(int), h) for h in ([1, 2], [0, 1], [-1, 0])],
                  axis=1)
array("spread-result", spread.astype("<i8"))
array("column", wide[:, 0])
case("spread", "conv $DATA/npy/kernel-wide.npy $DATA/npy/column.npy | cmp - "
               "$DATA/npy/spread-result.npy && echo same", "same\n")
column_result = convolve(wide[:, 0], H).astype("<f8")
array("from-text-result", column_result)
case("from-text", f"printf '{text(wide[:, 0])}' > x\nconv -e 1,-2,3 -t npy x | cmp - "
                  f"$DATA/npy/from-text-result.npy\n"
     "conv -e 1,-2,3 -o y.npy < x && cmp y.npy $DATA/npy/from-text-result.npy && echo same"
      .replace("\\n", "\n"), "same\n")
case("asked-f64", "conv --encoding=f64 -e 1,-2,3 $DATA/npy/column.npy | cmp - "
                  "$DATA/npy/from-text-result.npy && echo same", "same\n")
array("gain-result", convolve(wide[:, 0], H).astype("<i8"))
case("gain-none", "conv --gain=0 -e 1,-2,3 $DATA/npy/column.npy | cmp - $DATA/npy/gain-result.npy "
                  "&& echo same", "same\n")
array("halves-result", convolve(wide[:, 0].astype(float), [0.5, 1]))
case("halves",
     "conv -e 0.5,1 $DATA/npy/column.npy | cmp - $DATA/npy/halves-result.npy && echo same",
     "same\n")
array("zeros-result", np.zeros(6, "<i8"))
case("zero-kernel",
     "conv -e 0 $DATA/npy/column.npy | cmp - $DATA/npy/zeros-result.npy && echo same", "same\n")
case("modes", "for mode in same valid; do conv -m $mode -e 1,-2,3 -t text $DATA/npy/column.npy; "
              "done",
     text(np.convolve(wide[:, 0], H, "same")) + text(np.convolve(wide[:, 0], H, "valid")))

# 64-bit integers: what doubles cannot hold exactly
edge = np.array([2**53 - 1, 2**53, 2**53 + 1, -(2**53) - 1, 2**63 - 1, -(2**63), 2**62 + 2**9],
                "<i8")
array("int64-edge", edge)
WIDE = "integers beyond 2^53 are rounded to the nearest double"
case("int64-rounded", "conv -e 1 -t text $DATA/npy/int64-edge.npy", text(edge), WIDE)
array("int64-edge-result", edge.astype("<f8"))
case("int64-edge", "conv -q -e 1 $DATA/npy/int64-edge.npy | cmp - $DATA/npy/int64-edge-result.npy "
                   "&& echo same", "same\n")
big = np.array([2**64 - 1, 2**64 - 2**11, 3], "<u8")
array("uint64-edge", big)
array("uint64-edge-result", big.astype("<f8"))
case("uint64-edge", "conv -e 1 $DATA/npy/uint64-edge.npy | cmp - $DATA/npy/uint64-edge-result.npy "
                    "&& echo same", "same\n", WIDE)
powers = np.array([2**60, -2**54, 3, -2**63], "<i8")
array("int64-powers", powers)
array("int64-powers-result", powers.astype("<f8"))
case("int64-powers", "conv -e 1 $DATA/npy/int64-powers.npy | cmp - "
                     "$DATA/npy/int64-powers-result.npy && echo same", "same\n")
# 2^53 - 1 times 2, and 3, leaves doubles on the way to a small sum, which may then be off: no
# integers
cancelling = np.array([2**53 - 1, 2**53 - 1, 2**53 - 2], "<i8")
array("cancelling", cancelling)
case("cancelling", "conv -M direct -e 3,-2,-1 -m valid $DATA/npy/cancelling.npy | head -c 24 | "
                   "tail -c 3", "<f8")
# the largest that are sure: (2^52 - 1) * 2 < 2^53
sure = np.array([2**52 - 1, 2**52 - 1, -(2**52) + 1], "<i8")
array("sure", sure)
array("sure-result", convolve(sure, [1, 1]))
case("sure", "conv -M direct -e 1,1 $DATA/npy/sure.npy | cmp - $DATA/npy/sure-result.npy && echo "
             "same", "same\n")
array("unsure", sure + np.array([0, 1, 0]))
array("unsure-result", convolve(sure + np.array([0, 1, 0]), [1, 1]).astype("<f8"))
case("unsure", "conv -M direct -e 1,1 $DATA/npy/unsure.npy | cmp - $DATA/npy/unsure-result.npy && "
               "echo same", "same\n")


def raw(name, header, data=b"", version=1, length=None):
    """A file by hand."""
    header = header if isinstance(header, bytes) else header.encode()
    size = len(header) if length is None else length
    put(f"{DATA}/{name}.npy", b"\x93NUMPY" + bytes([version, 0])
        + size.to_bytes(2 if version == 1 else 4, "little") + header + data)


# headers that numpy reads, and so does conv
five = np.array([1, 2, 3, 4, 5], "<i2").tobytes()
good = {
    "quotes": """{"descr": "<i2", "fortran_order": False, "shape": (5,)}\n""",
    "order": "{'shape': (5,), 'fortran_order': False, 'descr': '<i2'}\n",
    "tight": "{'descr':'<i2','fortran_order':False,'shape':(5,)}",
    "spaces": "  { 'descr' : '<i2' ,\n 'fortran_order' :\tFalse , 'shape' : ( 5 , ) , }  \n   ",
    "long": "{'descr': '<i2', 'fortran_order': False, 'shape': (5L,), }\n",
    "fortran-one": "{'descr': '<i2', 'fortran_order': True, 'shape': (5,), }\n",
    "fortran-column": "{'descr': '<i2', 'fortran_order': True, 'shape': (5, 1), }\n",
    "native": "{'descr': 'i2', 'fortran_order': False, 'shape': (5,), }\n",
    "twice": "{'shape': (7,), 'descr': '<i2', 'fortran_order': False, 'shape': (5,), }\n",
    "padded": "{'descr': '<i2', 'fortran_order': False, 'shape': (5,), }" + " " * 9000 + "\n",
}
for name, header in good.items():
    raw("header-" + name, header, five)
    assert list(np.load(f"{DATA}/header-{name}.npy").ravel()) == [1, 2, 3, 4, 5], name
case("headers", "for name in " + " ".join(good)
     + "; do conv -e 1 -t csv $DATA/npy/header-$name.npy | paste -s -d ' ' -; done",
     "1 2 3 4 5\n" * len(good))


def refuse(name, err, signal=None):
    signal = signal or f"$DATA/npy/bad-{name}.npy"
    case("bad-" + name, f"conv -e 1 {signal}", None, err, 2)


def descr(d="<i2", shape="(5,)", fortran="False"):
    return f"{{'descr': {d!r}, 'fortran_order': {fortran}, 'shape': {shape}, }}\n"


# arrays that numpy reads and conv does not
for name, a, err in [
    ("complex", np.zeros(3, np.clongdouble),
     "its elements are complex long doubles ('<c32'); bool, int8 to int64"),
    ("text", np.array(["a", "b"]), "its elements are texts ('<U1')"),
    ("dates", np.array(["2026-01-01"], "M8[D]"), "its elements are dates or times ('<M8[D]')"),
    ("long-double", np.zeros(3, "f16"), "its elements are long doubles ('<f16')"),
    ("fields", np.zeros(3, [("a", "i4"), ("b", "f8")]),
     "its elements have fields; arrays of plain numbers can be convolved"),
    ("no-channels-within", np.zeros((5, 3, 0, 2)),
     "an array of shape (5, 3, 0, 2): it has no channels"),
    ("cube-of-many", np.zeros((1, 256, 257), "i1"),
     "an array of shape (1, 256, 257): at most 65535 channels are read"),
    ("no-channels", np.zeros((5, 0)), "an array of shape (5, 0): it has no channels"),
    ("empty", np.zeros(0), "npy/bad-empty.npy: the signal is empty"),
    ("empty-wide", np.zeros((0, 3)), "npy/bad-empty-wide.npy: the signal is empty"),
    ("row-of-many", np.zeros((1, 65536), "i1"), "at most 65535 channels are read; the first axis "
                                                "is frames, the others are channels"),
]:
    array("bad-" + name, np.asanyarray(a))
    refuse(name, err)
array("bad-object", np.array([None, 1]))
refuse("object", "its elements are Python objects ('|O')")
put(f"{DATA}/bad-cube-of-many.npy", open(f"{DATA}/bad-cube-of-many.npy", "rb").read()[:128])
put(f"{DATA}/bad-row-of-many.npy", open(f"{DATA}/bad-row-of-many.npy", "rb").read()[:128])
case("empty-kernel", "seq 3 | conv $DATA/npy/bad-empty.npy", None, "the kernel is empty", 2)

# what numpy refuses, too
for name, header, err in [
    ("huge", descr("<f8", "(99999999999999999999,)"),
     "an array of shape (99999999999999999999,): no file is so large"),
    ("huge-product", descr("<f8", "(999999999999999999, 60000)"), "no file is so large"),
    ("axes", descr(shape=f"(5, {'1, ' * 16})"), "arrays of up to 16 axes can be convolved"),
    ("huge-cube", descr("<f8", "(9, 9999999999, 9999999999)"), "at most 65535 channels are read"),
    ("negative", descr(shape="(-5,)"), "an array of shape (-5,): a length is negative"),
    ("negative-channels", descr(shape="(5, -1)"),
     "an array of shape (5, -1): a length is negative"),
    ("unterminated", "{'descr': '<i2', 'fortran_order': False, 'shape': (5,",
     "a length expected at its byte 53"),
    ("unterminated-string", "{'descr': '<i2", "a type expected at its byte 10"),
    ("open", "{'descr': '<i2', 'fortran_order': False, 'shape': (5,), ",
     "a key expected at its byte 56"),
    ("nested", descr(shape="((5,),)"), "a length expected at its byte 51"),
    ("deep", descr(shape="(" * 60000), "a length expected at its byte 51"),
    ("number", descr(shape="5"), "a tuple of lengths expected at its byte 50"),
    ("parentheses", descr(shape="(5)"), "a tuple of lengths expected at its byte 53"),
    ("list", descr(shape="[5]"), "a tuple of lengths expected at its byte 50"),
    ("commas", descr(shape="(5,,)"), "a length expected at its byte 53"),
    ("no-comma", "{'descr': '<i2' 'fortran_order': False, 'shape': (5,)}",
     "a comma expected at its byte 16"),
    ("float-length", descr(shape="(5.5,)"), "a comma expected at its byte 52"),
    ("fortran-word", descr(fortran="Maybe"), "True or False expected at its byte 34"),
    ("junk", b"\xa5\x5a" * 32700, "a dictionary expected at its byte 0"),
    ("zeros", b"\0" * 60, "a dictionary expected at its byte 0"),
    ("trailing", descr() + "x", "the end expected at its byte 58"),
    ("lacks-shape", "{'descr': '<i2', 'fortran_order': False}", "it lacks 'shape'"),
    ("lacks-descr", "{'shape': (5,), 'fortran_order': False}", "it lacks 'descr'"),
    ("lacks-order", "{'shape': (5,), 'descr': '<i2'}", "it lacks 'fortran_order'"),
    ("key", "{'descr': '<i2', 'colour': 'red', 'fortran_order': False, 'shape': (5,)}",
     "'colour' is not known"),
    ("width", descr("<i3"), "its elements are unknown ('<i3')"),
    ("no-type", descr(""), "its elements are unknown ('')"),
    ("order-alone", descr("<"), "its elements are unknown ('<')"),
]:
    raw("bad-" + name, header, five)
    try:
        np.load(f"{DATA}/bad-{name}.npy", max_header_size=10**6)
    except Exception:
        pass
    else:
        # numpy takes -1 for "until the end", and up to 32 axes
        assert name.startswith(("negative", "axes")), name
    refuse(name, err)
raw("bad-version", descr(), five, version=4)
refuse("version", "a .npy file of version 4.0; 1.0, 2.0 and 3.0 are known")
raw("bad-header-length", descr(), five, version=2, length=4000000000)
refuse("header-length", "a .npy header of 4000000000 bytes; at most 1048576 are read")
raw("bad-header-cut", descr()[:20], length=118)
refuse("header-cut", "the file ends within its .npy header")
case("bad-magic-alone", "printf '\\223NUMPY' | conv -e 1", None,
     "standard input: the file ends within its .npy header", 2)

# fewer elements than promised, more than promised
raw("truncated", descr("<i2", "(8,)"), five + b"\1")
CUT = "truncated: 8 frames declared, 5 there"
array("truncated-result", np.array([1, 3, 5, 7, 9, 5], "<i8"))
case("truncated", "conv -e 1,1 $DATA/npy/truncated.npy | cmp - $DATA/npy/truncated-result.npy && "
                  "echo same", "same\n", CUT)
case("truncated-pipe", "cat $DATA/npy/truncated.npy | conv -e 1,1 | cmp - "
                       "$DATA/npy/truncated-result.npy && echo same", "same\n", CUT)
LEFT_OUT = "what follows the last array is left out"
case("after", "cat $DATA/npy/kernel.npy $SAMPLES/speech.wav > x\nconv -e 1 -t csv x\ncat x | conv "
               "-e 1 -t csv",
     text(np.array(H)) * 2, LEFT_OUT)

# several arrays, one after the other, as numpy.save appends them: read by numpy.load to compare
SEVERAL = "cat $DATA/npy/wide.npy $DATA/npy/halves-result.npy $DATA/npy/column.npy > x"
case("several", SEVERAL + """
conv -e 1 x > z
cat x | conv -e 1 | cmp - z && conv -e 1 -u x | cmp - z && conv -e 1 -j3 x -o w && cmp w z && \
echo same
conv -e 1,-2,3 x > z
conv -e 1,-2,3 $DATA/npy/wide.npy > each
conv -e 1,-2,3 $DATA/npy/halves-result.npy >> each
conv -e 1,-2,3 $DATA/npy/column.npy >> each
cmp each z && echo same
head -c 128 z | tail -c 118 | tr -s ' '
tail -c +$((128 + 8 * 3 * 8 + 1)) z | head -c 128 | tail -c 118 | tr -s ' '""",
     "same\nsame\n{'descr': '<i8', 'fortran_order': False, 'shape': (8, 3), } \n"
     f"{{'descr': '<f8', 'fortran_order': False, 'shape': ({len(wide) + 3},), }} \n")
case("several-parts", SEVERAL + """
conv -c -b wrap --lags=-1:-1 -e 1,1,1 x > z
for a in wide halves-result column; do conv -c -b wrap --lags=-1:-1 -e 1,1,1 $DATA/npy/$a.npy; \
done | cmp - z && echo same
cat x | conv -c -b wrap --lags=-1:-1 -e 1,1,1 | cmp - z && echo same""", "same\nsame\n")
case("several-rounded", """cat $DATA/npy/column.npy $DATA/npy/int64-powers.npy \
$DATA/npy/column.npy > x
for a in column int64-powers column; do conv -q -e 3,1 $DATA/npy/$a.npy; done > each
conv -q -e 3,1 x | cmp - each && echo same
cat x | conv -q -e 3,1 | cmp - each && echo same
cat x | conv -q -e 3,1 -o y && cmp y each && echo same""", "same\n" * 3)
case("several-cut", "cat $DATA/npy/column.npy $DATA/npy/truncated.npy > x\nconv -e 1 -o y x && wc "
                    "-c < y", f"{2 * 128 + (6 + 5) * 8}\n", CUT)
case("several-to-text", "cat $DATA/npy/column.npy $DATA/npy/kernel.npy > x\nconv -e 1 -t text x",
     text(wide[:, 0]),
     "x holds several signals, and the result is text, which holds one; npy and images "
     "hold any", 2)
case("several-kernels", "cat $DATA/npy/column.npy $DATA/npy/kernel.npy > x\nprintf '1\\n' | conv x",
     None,
     "x: several arrays, and the kernel is one", 2)
case("several-bad", "cat $DATA/npy/halves-result.npy $DATA/npy/bad-key.npy > x\nconv -q -e 1 x | "
                    "cmp - $DATA/npy/halves-result.npy && echo same\nconv -e 1 x -o y; status=$?; "
                    "ls; exit $status",
     "same\nx\n", "malformed .npy header", 2)

# other types
case("to-wav", "conv -e 1 --rate=8000 -t wav --encoding=f32 $DATA/npy/float32-big-1.npy | tail -c "
               "28 | od -An -tf4 -w4 | tr -d ' '",
     text(np.array([0.125, -2.5, 3, 0.75, -1, 12.375, 6])))
case("to-wav-no-rate", "conv -e 1 -t wav $DATA/npy/float32-big-1.npy", None,
     "the result is wav, and no file says its sample rate: give --rate", 2)
array("s16-wav-result", np.array([0.5, -1, 0.25]))
case("from-audio", "printf '\\000\\100\\000\\200\\000\\040' | conv --signal-type=raw "
                   "--encoding=s16 -e 1 -t wav --rate=8000 > x.wav\n"
     "conv -e 1 -t npy x.wav | cmp - $DATA/npy/s16-wav-result.npy\n"
     "printf '\\000\\100\\000\\200\\000\\040' | conv --signal-type=raw --encoding=s16 -e 1 -t npy "
     "| cmp - $DATA/npy/s16-wav-result.npy && echo same",
     "same\n")
# asked encodings: rounded to the nearest, ties to even, saturated; numpy's own casts are exact
# once that is done
asked = np.array([0, -0.25, 0.5, 1.5, 1.4999999999999998, 2.5, -0.5, -1.5, 0.1, 127.5, 127.49,
                  -128.5, -128.51, 255.5, 254.5, 32767.5,
                  -32768.5, 32766.5, 65536, 2**31 - 0.5, 2**31 - 1, -(2**31) - 0.5, -(2**31) - 1,
                  1e300, -1e300, np.nan, np.inf,
                  -np.inf, 3.4028235677973366e38, 3.4028235e38, 1e-45])
array("asked", asked)
ELEMENTS = {"f64": "<f8", "f32": "<f4", "s8": "|i1", "u8": "|u1", "s16": "<i2", "s32": "<i4",
            "f64be": ">f8", "f32be": ">f4",
            "s16be": ">i2", "s32be": ">i4"}
for encoding, descr_ in ELEMENTS.items():
    dtype, err = np.dtype(descr_), []
    if dtype.kind == "f":
        y = asked.astype(dtype)
        lost = int((np.isinf(y) & np.isfinite(asked)).sum())
        err = [f"{lost} samples were too large for f32, written as infinite"] * (lost > 0)
    else:
        least, most = np.iinfo(dtype).min, np.iinfo(dtype).max
        nearest = [None if v != v else v if np.isinf(v) else round(v) for v in asked.tolist()]
        y = np.array([0 if v is None else int(min(max(v, least), most))
                      for v in nearest]).astype(dtype)
        beyond = [v for v in nearest if v is not None and not least <= v <= most]
        err = ["1 sample was not a number, written as 0",
               f"{len(beyond)} samples clipped, from -inf to inf; {encoding} holds {least} to "
               f"{most}"]
    array(f"asked-{encoding}-result", y)
    case(f"asked-{encoding}-all", f"conv --encoding={encoding} -e 1 $DATA/npy/asked.npy | cmp - "
                                  f"$DATA/npy/asked-{encoding}-result.npy && echo same\n"
         f"conv -q --encoding={encoding} -e 1 -o y.npy < $DATA/npy/asked.npy && cmp y.npy "
         f"$DATA/npy/asked-{encoding}-result.npy && echo same",
         "same\nsame\n", "\n".join(err) or None)
two = np.round(np.stack([np.convolve(c, [1, 2]) for c in wide.T], axis=1)).astype("<i2")
array("asked-wide-result", two)
case("asked-wide", "conv --encoding=s16 -e 1,2 $DATA/npy/wide.npy | cmp - "
                   "$DATA/npy/asked-wide-result.npy && echo same", "same\n")
case("asked-one-clipped", "printf '127.5\\n3\\n' | conv --encoding=s8 -e 1 -t npy | tail -c 2 | od "
                          "-An -td1", "  127    3\n",
     "conv: warning: standard output: 1 sample clipped, from 128 to 128; s8 holds -128 to 127")
# the encoding of raw samples is theirs alone, for arrays hold values as they are: halves would be 0
array("asked-raw-result", np.array([0.5, -0.25]))
case("asked-raw", "printf '\\000\\100\\000\\340' | conv --signal-type=raw --encoding=s16 -e 1 -t "
                  "npy | cmp - $DATA/npy/asked-raw-result.npy && echo same", "same\n")
case("encoding", "seq 3 | conv -e 1 -t npy --encoding=s24", None,
     "npy has no encoding s24; it has: f64 f32 s8 u8 s16 s32 f64be f32be s16be s32be", 2)
case("type-by-content", "cp $DATA/npy/kernel.npy x.wav\nconv -e 1 x.wav -o y.txt && cat y.txt",
     text(np.array(H)))
case("terminal", "# needs: script\nscript -qec 'conv -e 1 $DATA/npy/kernel.npy; echo status $?' "
                 "/dev/null < /dev/null | tr -d '\\r'",
     "conv: the result is npy, not for a terminal; use -o, a pipe, or -t text\nstatus 2\n")

# lengths that nobody knows beforehand, and integers that turn out not to be
head = io.BytesIO()
np.lib.format.write_array_header_1_0(head, {"descr": "<f8", "fortran_order": False,
                                            "shape": (200001,)})
put(f"{DATA}/head-200001", head.getvalue())
case("unknown-length", """seq 200000 | conv -e 1,1 -t npy > a
head -c 128 a | cmp - $DATA/npy/head-200001
seq 200000 | conv -e 1,1 -t npy | cat > b
seq 200000 | conv -e 1,1 -o c.npy
printf 'kept' > d && seq 200000 | conv -e 1,1 -t npy >> d
seq 200000 > t && conv -e 1,1 -t npy t > e
cmp a b && cmp a c.npy && tail -c +5 d | cmp - a && cmp a e; head -c 4 d; wc -c < a
tail -c +129 a | od -An -v -tf8 -w8 | awk '{ want = NR == 1 ? 1 : NR == 200001 ? 200000 : 2 * NR \
- 1; bad += $1 != want } END { print NR, bad + 0 }'""",
     "kept1600136\n200001 0\n")
case("turns-late", """# 3, 200000 times, and then 2^62
{ head -c 128 $DATA/npy/head-200001 | sed 's/<f8/<i8/'; yes abcdefg | tr 'abcdefg\\n' \
'\\003\\000' | head -c 1600000; printf '\\0\\0\\0\\0\\0\\0\\0\\100'; } > x
for threads in 1 4; do
    conv -j $threads -M direct -e 1,1 x > a
    cat x | conv -j $threads -M direct -e 1,1 | cmp - a
    conv -j $threads -M direct -e 1,1 x -o b && cmp a b
done
conv -M direct -e 1,1 x | cmp - a
head -c 24 a | tail -c 3; wc -c < a
tail -c +129 a | od -An -v -tf8 -w8 | awk '{ want = NR == 1 ? 3 : NR <= 200000 ? 6 : NR == 200001 \
? 2 ^ 62 : 2 ^ 62; bad += $1 - want > 4096 || want - $1 > 4096 } END { print NR, bad + 0 }'""",
     "<f81600144\n200002 0\n")
case("stays-integers", """{ head -c 128 $DATA/npy/head-200001 | sed 's/<f8/<i8/'; yes abcdefg | \
tr 'abcdefg\\n' '\\003\\000' | head -c 1600008; } > x
conv -M direct -e 1,1 x > a
cat x | conv -M direct -e 1,1 | cmp - a
head -c 24 a | tail -c 3; wc -c < a
tail -c +129 a | od -An -v -td8 -w8 | awk '{ bad += $1 != (NR == 1 || NR == 200002 ? 3 : 6) } END \
{ print NR, bad + 0 }'""",
     "<i81600144\n200002 0\n")
case("header-broken-promise", "{ cat $DATA/npy/head-200001; head -c 1200000 /dev/zero; } | { conv "
                              "-e 1; echo status $? > s; } | wc -c\ncat s",
     "1200128\nstatus 2\n",
     "truncated: 200001 frames declared, 150000 there\nstandard output: the header, already "
     "written, tells 200001 frames, but 150000 followed")
case("full-disk", "conv -e 1 $DATA/npy/int64-edge.npy > /dev/full", None, "No space left on device",
     2)
raw("bomb", descr("<f8", "(100000000000000000,)"), bytes(80))
case("bomb", "(ulimit -v 300000; conv -q -e 1 -t text $DATA/npy/bomb.npy | wc -l; cat "
             "$DATA/npy/bomb.npy | conv -q -e 1 -t text | wc -l\n"
     "seq 3 | conv -q $DATA/npy/bomb.npy | wc -l)", "10\n10\n12\n")

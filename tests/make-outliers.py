#!/usr/bin/python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""make-outliers.py - writes the cases of samples far above the others of their block, of overflow
and of silence.

Run it from anywhere; needs nothing but Python. The expected numbers are sums of fractions, rounded
once. It writes, for each entry below, tests/cases/accuracy/NAME.sh and NAME.near or NAME.out.
"""
import math
import os
from fractions import Fraction

HERE = os.path.dirname(os.path.abspath(__file__))


def gauss(sigma):
    """conv -g gauss:SIGMA"""
    radius = int(4 * sigma + 0.5)
    h = [math.exp(-(n / sigma) ** 2 / 2) for n in range(-radius, radius + 1)]
    return [v / math.fsum(h) for v in h]


def same(h, x, rows):
    """The rows of the middle part of the convolution."""
    h, first = [Fraction(v) for v in h], (len(h) - 1) // 2
    return [nearest(sum(h[j] * Fraction(x[n + first - j]) for j in range(len(h)) if 0 <= n + first
                        - j < len(x)))
            for n in rows]


def nearest(f):
    try:
        return float(f)
    except OverflowError:
        return math.inf if f > 0 else -math.inf


def write(name, text):
    with open(os.path.join(HERE, "cases/accuracy", name), "w") as f:
        f.write(text)


def case(name, command, rows, tolerance=None):
    write(name + ".sh", command + "\n")
    text = "".join(f"{v!r}\n" if isinstance(v, float) else f"{v}\n" for v in rows)
    write(name + (".near" if tolerance else ".out"),
          (f"# {tolerance}\n" if tolerance else "") + text)


# a missing value of netCDF among temperatures
signal = [9.96921e36 if i == 10000 else 20.0 + i % 7 for i in range(20000)]
make = """awk 'BEGIN { for (i = 0; i < 20000; i++) print i == 10000 ? "9.96921e36" : 20 + i % 7 \
}'"""
beyond = [n for n in range(9700, 10300) if abs(n - 10000) > 120]
case("outlier-beyond", make + " |\nconv -g gauss:30 -m same | sed '1,9700d;10301,$d' | sed "
                              "'181,421d'",
     same(gauss(30), signal, beyond), 1e-13)
case("outlier-within", make + " |\nconv -g gauss:30 -m same | sed '1,9880d;10122,$d'",
     same(gauss(30), signal, range(9880, 10121)), 1e-12)
case("outlier-spoils", make + " |\nconv -g gauss:30 -m same | awk '$1 < 19 || $1 > 27 { n++ } END "
                              "{ print n }'",
     [241 + sum(not 19 <= v <= 27 for v in same(gauss(30), signal,
                                                [*range(120), *range(19880, 20000)]))])

# the numbers of a decay over 60 decades, each in units of its own size
decay = [10.0 ** (-i / 20) for i in range(1200)]
sums = same(gauss(10), decay, range(1200))
case("decay-relative", """awk 'BEGIN { for (i = 0; i < 1200; i++) printf "%.17g\\n", 10 ^ (-i / \
20) }' |
conv -M fft -g gauss:10 -m same | awk '{ printf "%.9g\\n", $1 * 10 ^ (NR / 20) }'""",
     [v * 10.0 ** ((n + 1) / 20) for n, v in enumerate(sums)], 1e-6)

# zeros stay zeros beyond the reach of the kernel, in the middle and at the end, and nothing falls
# below them
gap = """awk 'BEGIN { for (i = 0; i < 9000; i++) print (i > 3000 && i < 4000 || i > 8000) ? 0 : 1 \
/ (1 + i % 97) }'"""
case("silence", gap + " |\nconv -M fft -g gauss:30 -m same | awk '$1 == 0 { print NR }' | sed -n "
                      "'1p;$p;$='",
     [3001 + 1 + 120, 9000, 3879 - 3121 + 1 + 8999 - 8121 + 1])
case("silence-apart", """awk 'BEGIN { for (i = 0; i < 3000; i++) print (i % 1000 < 10 ? sin(i) : \
0), 0 }' |
conv -M fft -g gauss:30 -m same | awk '$1 == 0 { n++ } $2 == 0 { m++ } END { print n, m }'""",
     [f"{3000 - (10 + 120) - 2 * (10 + 240)} 3000"])
case("positive", """awk 'BEGIN { for (i = 0; i < 20000; i++) print i % 500 ? 0 : 10 ^ (i % 9) }' |
conv -M fft -g exp:20 -m same | awk '/^-/ { n++ } END { print n + 0 }'""", [0])

# sums beyond the largest double, and sums that are not, though their products are
case("overflow", """awk 'BEGIN { for (j = 0; j < 50000; j++) print 0.5 + j / 1e5 }' > h
yes 1e308 | head -200000 | timeout 60 conv -k h -m same | uniq -c | awk '{ print $1, $2 }'""", \
["200000 inf"])
huge = [1e308 * (1 if i % 300 < 200 else -1) if i < 1500 else 1.0 + i % 3 for i in range(3000)]
ones = [0.25 + (j % 2) / 8 for j in range(100)]
case("overflow-mixed", """awk 'BEGIN { for (j = 0; j < 100; j++) print 0.25 + (j % 2) / 8 }' > h
awk 'BEGIN { for (i = 0; i < 3000; i++) print i < 1500 ? (i % 300 < 200 ? 1e308 : -1e308) : 1 + i \
% 3 }' |
conv -M fft -k h -m same | awk '/inf/ { print NR, $1 } END { print NR }'""",
     [f"{n + 1} {'inf' if v > 0 else '-inf'}" for n,
      v in enumerate(same(ones, huge, range(3000))) if math.isinf(v)] + [3000])
case("overflow-beside", """awk 'BEGIN { for (j = 0; j < 100; j++) print 0.25 + (j % 2) / 8 }' > h
awk 'BEGIN { for (i = 0; i < 3000; i++) print i < 1500 ? (i % 300 < 200 ? 1e308 : -1e308) : 1 + i \
% 3 }' |
conv -M fft -k h -m same | sed '1,1550d'""", same(ones, huge, range(1550, 3000)), 1e-12)
case("overflow-rest", """awk 'BEGIN { for (j = 0; j < 100; j++) print 0.25 + (j % 2) / 8 }' > h
awk 'BEGIN { for (i = 0; i < 3000; i++) print i < 1500 ? (i % 300 < 200 ? 1e308 : -1e308) : 1 + i \
% 3 }' |
conv -M fft -k h -m same | sed '1550,$d' | grep -v inf""",
     [v for v in same(ones, huge, range(1549)) if math.isfinite(v)], 1e-13)

# partial sums overflow, and the outputs, all of one size, are nearer to the limit than the error
# of a transform
case("overflow-edge", """for j in $(seq 49); do printf '8\\n-8\\n'; done > h
printf '0.5\\n0.5\\n' >> h
yes 0x0.ffffffffffffcp1024 | head -3000 | conv -M fft -k h -m valid | awk '/inf|nan/ { n++ } END \
{ print NR, n + 0 }'""",
     ["2901 0"])

# a mean does not overflow, though its sum does
levels = [1.7e308] * 90 + [-1.5e308] * 90 + [3.0] * 50
means = [nearest(sum(Fraction(v) for v in levels[n:n + 100]) / 100) for n in range(131)]
for method in ("direct", "fft"):
    case(f"overflow-mean-{method}", f"""{{ yes 1.7e308 | head -90; yes -- -1.5e308 | head -90; \
yes 3 | head -50; }} |
conv -M {method} -g box:100 -m valid""", means, 1e-14)

# several axes: pixels far above the others, and zeros, beside those that the taps meet
ROWS, COLUMNS, SIDE = 64, 60, 7
taps = [[((3 * a + 5 * b) % 7 + 1) / 4 for b in range(SIDE)] for a in range(SIDE)]
texture = [[((7 * i + 3 * j) % 11 + 1) / 16 for j in range(COLUMNS)] for i in range(ROWS)]
make = """awk 'BEGIN { for (a = 0; a < 7; a++) for (b = 0; b < 7; b++) printf "%s%s", \
((3 * a + 5 * b) % 7 + 1) / 4, b < 6 ? " " : "\\n" }' > h
awk 'BEGIN { for (i = 0; i < 64; i++) for (j = 0; j < 60; j++) printf "%s%s", \
(BESIDE ((7 * i + 3 * j) % 11 + 1) / 16), j < 59 ? " " : "\\n" }' |
conv --dims=2 -M fft -m same -b zero -k h | """


def pixel(x, i, j):
    """Output i, j of the middle part."""
    return nearest(sum(Fraction(taps[a][b]) * Fraction(x[i + 3 - a][j + 3 - b])
                       for a in range(SIDE) for b in range(SIDE)
                       if 0 <= i + 3 - a < ROWS and 0 <= j + 3 - b < COLUMNS))


corner = [[1e30 if i < 24 and j < 20 else v for j, v in enumerate(row)]
          for i, row in enumerate(texture)]
case("outlier-axes", make.replace("BESIDE", "i < 24 && j < 20 ? 1e30 :")
     + "awk 'NR <= 30 { for (j = 24; j < 60; j++) printf \"%s \", $j; print $60 }'",
     [" ".join(repr(pixel(corner, i, j)) for j in range(23, 60)) for i in range(30)], 1e-6)
case("silence-axes", make.replace("BESIDE", "j >= 20 ? 0 :")
     + "awk '{ for (j = 1; j <= 60; j++) n += $j == 0 } END { print n }'",
     [ROWS * (COLUMNS - 20 - SIDE // 2)])

#!/usr/bin/python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""make-correlation.py - writes the cases of lags and of normalised correlation, from scipy, pandas,
Octave and exact fractions.

Run it from anywhere, after make-cases.py; needs python3-scipy, python3-pandas and octave-signal,
which running the tests does not.
"""
import subprocess
import numpy as np
import pandas
import scipy.signal
from golden import PAD, case, coefficient, load, save, text

noise = load("noise-20.txt")
long = load("noise-1000.txt")
stereo = load("noise-300x2.txt")
taps = {m: load(f"taps-{m}.txt") for m in (1, 2, 3, 8, 31, 150)}


def lags(n, m, mode):
    """Not scipy.signal.correlation_lags: in same its lags are off by one when n is odd and m
    even."""
    o = (m - 1) // 2
    if mode == "full":
        return np.arange(-m + 1, n)
    if mode == "valid":
        return np.arange(0, n - m + 1) if n >= m else np.arange(n - m, 1)
    return np.arange(n) - (m - 1 - o)


def by_definition(x, h, lag):
    """sum over j of h[j] x[j + lag], zeros outside."""
    j = np.arange(len(h))
    there = (j + lag >= 0) & (j + lag < len(x))
    return np.dot(h[there], x[(j + lag)[there]])


# the lag beside each value is the shift at which the sum of products is that value
for method in ("direct", "fft"):
    rows = []
    for n in (19, 20):
        for m in (1, 2, 3, 8, 31):
            for mode in ("full", "same", "valid"):
                rows += [(lag, by_definition(noise[:n], taps[m], lag)) for lag in lags(n, m, mode)]
                assert np.allclose(
                    [v for _, v in rows[-len(lags(n, m, mode)):]],
                    scipy.signal.correlate(noise[:n], taps[m], mode, method="direct"))
    case(f"correlation/lags-{method}",
         "for n in 19 20; do for m in 1 2 3 8 31; do for mode in full same valid; do\n"
         f"    head -$n $DATA/noise-20.txt | conv -q -M {method} -c --lags -m $mode "
         f"$DATA/taps-$m.txt\n"
         "done; done; done", rows, 1e-14)

# a range of lags, from a pipe and from a file; as far as there are any
ranges = [(-5, 5), (0, 0), (3, 12), (-100, -20), (990, 2000), (-3000, 3000), (-30, -30), (999, 999)]
case("correlation/range",
     "for range in " + " ".join(f"{a}:{b}" for a, b in ranges) + "; do\n"
     "    conv -c --lags=$range $DATA/taps-31.txt $DATA/noise-1000.txt\n"
     "    cat $DATA/noise-1000.txt | conv -c -M fft --lags=$range $DATA/taps-31.txt\ndone",
     [(lag, by_definition(long, taps[31], lag)) for a, b in ranges for _ in range(2)
      for lag in range(max(a, -30), min(b, 999) + 1)], 1e-13)

case("correlation/range-columns", "conv -c --lags=-2:1 -b mirror $DATA/taps-31.txt "
                                  "$DATA/noise-300x2.txt",
     [(lag, *[np.dot(taps[31], np.pad(stereo[:, k], 40, mode="reflect")[40 + lag:40 + lag + 31])
              for k in (0, 1)])
      for lag in range(-2, 2)], 1e-14)

# a range is the same with every boundary, also where the kernel folds the signal several times,
# and where the signal is longer than what is read at a time: from a file, a pipe, and with one
# thread
for boundary in PAD:
    script = (f"for n in 1 2 7 20; do\n    head -$n $DATA/noise-20.txt > x\n    for m in 2 8 31; "
              f"do\n"
              f"        conv -c -b {boundary} --lags=-$((m - 1)):-1 $DATA/taps-$m.txt x || exit\n"
              f"        cat x | conv -c -b {boundary} --lags=$((n - 1)):90 $DATA/taps-$m.txt || "
              f"exit\n    done\ndone")
    rows = []
    for n in (1, 2, 7, 20):
        for m in (2, 8, 31):
            z = np.pad(noise[:n], m - 1, **PAD[boundary])
            y = [np.dot(taps[m], z[i:i + m]) for i in range(n + m - 1)]
            rows += [(lag, y[lag + m - 1]) for lag in (*range(1 - m, 0), n - 1)]
    case(f"correlation/range-{boundary.replace(':', '').replace('.', '')}", script, rows, 1e-13)
    ramp = np.arange(200000) * 7919 % 1000.0
    z = np.pad(ramp, 40, **PAD[boundary])
    y = {lag: np.dot(np.arange(1.0, 42), z[40 + lag:81 + lag])
         for lag in (-40, -1, 5, 100000, 199960, 199980, 199999)}
    case(f"correlation/range-long-{boundary.replace(':', '').replace('.', '')}",
         "seq 0 199999 | awk '{ print $1 * 7919 % 1000 }' > x\nh=$(seq -s, 41)\n"
         f"for lag in {' '.join(map(str, y))}; do\n    conv -c -b {boundary} --lags=$lag:$lag -e "
         f"\"$h\" x > file\n"
         f"    conv -j 1 -c -b {boundary} --lags=$lag:$lag -e \"$h\" < x | cmp - file\n"
         f"    cat x | conv -c -b {boundary} --lags=$lag:$lag -e \"$h\" | cmp - file\n    cat "
         f"file\ndone",
         list(y.items()), 1e-13)


for method in ("direct", "fft"):
    for m in (3, 8, 31):
        padded = np.pad(noise, m - 1)
        case(f"correlation/xcorr-{m}-{method}",
             f"conv -c -b zero -M {method} --normalize=xcorr $DATA/taps-{m}.txt $DATA/noise-20.txt",
             [coefficient(padded[i:i + m], taps[m]) for i in range(20 + m - 1)], 1e-14)
    case(f"correlation/xcorr-150-{method}",
         f"conv -c -m valid -M {method} --normalize=xcorr $DATA/taps-150.txt $DATA/noise-1000.txt",
         [np.corrcoef(long[i:i + 150], taps[150])[0, 1] for i in range(851)], 1e-14)

# zeros around a signal whose mean is not 0, in as few samples as one transform holds without them
raised = np.array([float(f"{v + 50:.3f}") for v in long[:500]])
case(
    "correlation/xcorr-zeros",
    "for m in 3 8 31; do\n    head -500 $DATA/noise-1000.txt | "
     "awk '{ printf \"%.3f\\n\", $1 + 50 }' |\n"
    "        conv -c -b zero -M fft --normalize=xcorr $DATA/taps-$m.txt\ndone",
    [
        coefficient(np.pad(raised, m - 1)[i : i + m], taps[m])
        for m in (3, 8, 31)
        for i in range(500 + m - 1)
    ],
    1e-12,
)

# a large mean, after a burst, costs nothing
far = 1e9 + np.round(noise * 1024) / 1024
save("far-20.txt", far)
case("correlation/xcorr-far",
     "conv -c -m valid --normalize=xcorr $DATA/taps-3.txt $DATA/far-20.txt",
     [coefficient(far[i:i + 3], taps[3]) for i in range(18)], 1e-13)
burst = np.concatenate([noise, [1e8, -1e8], noise])
case("correlation/xcorr-burst",
     "{ cat $DATA/noise-20.txt; echo 1e8; echo -1e8; cat $DATA/noise-20.txt; } | conv -c -m valid "
     "--normalize=xcorr $DATA/taps-3.txt",
     [coefficient(burst[i:i + 3], taps[3]) for i in range(40)], 1e-13)
case("correlation/xcorr-columns", "conv -c -m valid --normalize=xcorr --lags $DATA/taps-40x2.txt "
                                  "$DATA/noise-300x2.txt",
     [(i, *[np.corrcoef(stereo[i:i + 40, k], load("taps-40x2.txt")[:, k])[0, 1] for k in (0, 1)])
      for i in range(261)], 1e-14)

# what is huge or loud leaves nothing after, and a constant after it is none
for name, x, h in (
        ("huge", [1, 2, 3, 4, 5, 3, 1e20, 3, 5, 4, 8, 1, 9, 4, 1, 5, 2], [1, 5, 2]),
        ("huge-first", [1e20, 1, 2, 3, 7, 5, 1], [1, 5, 2]),
        ("offset-kernel", list(noise), list(1e8 + np.round(noise[:5] * 1024) / 1024)),
        ("loud-then-constant", list(1000 * noise) + [0.1] * 12, [1, 5, 2, 4])):
    x, h = np.array(x, float), np.array(h, float)
    padded = x
    case(f"correlation/xcorr-{name}",
         f"echo {text(x)} | conv -c -m valid -b zero -e '{text(h)}' --normalize=xcorr | tr ' ' '\\n"
         f"'",
         [coefficient(padded[i:i + len(h)], h) for i in range(len(x) - len(h) + 1)],
         1e-8 if name == "offset-kernel" else 1e-13)


def overlapping(x, h, lag, least=None):
    """a.corr(b.shift(lag)) of pandas, over at least so many pairs."""
    least = max(2, -(-min(len(x), len(h)) // 10) if least is None else least)
    return pandas.Series(x).corr(pandas.Series(h, index=np.arange(len(h)) + lag), min_periods=least)


def exactly(x, h, lag, least=2):
    """The same by exact sums, over pairs without NaN."""
    j = np.arange(max(0, -lag), min(len(h), len(x) - lag))
    j = j[~np.isnan(x[j + lag])]
    u, v = x[j + lag], h[j]
    return coefficient(u, v) if len(j) >= least and np.ptp(u) and np.ptp(v) else np.nan


# without a boundary: over the frames that overlap
for method in ("direct", "fft", "exact"):
    rows = []
    for n in (1, 2, 19, 20):
        for m in (2, 3, 8, 31):
            for mode in ("full", "same", "valid"):
                rows += [(lag, overlapping(noise[:n], taps[m], lag)) for lag in lags(n, m, mode)]
    case(f"correlation/overlap-{method}",
         "for n in 1 2 19 20; do for m in 2 3 8 31; do for mode in full same valid; do\n"
         f"    head -$n $DATA/noise-20.txt |\n"
         f"        conv -q -M {method} -c --lags --normalize=xcorr -m $mode $DATA/taps-$m.txt\n"
         f"done; done; done", rows, 1e-13)

case("correlation/overlap-range",
     "for range in " + " ".join(f"{a}:{b}" for a, b in ranges) + "; do\n"
     "    conv -c --lags=$range --normalize=xcorr $DATA/taps-31.txt $DATA/noise-1000.txt\n"
     "    cat $DATA/noise-1000.txt | conv -c -M fft --lags=$range --normalize=xcorr "
     "$DATA/taps-31.txt\ndone",
     [(lag, overlapping(long, taps[31], lag)) for a, b in ranges for _ in range(2)
      for lag in range(max(a, -30), min(b, 999) + 1)], 1e-13)

leasts = [("0", 2), ("5", 5), ("8", 8), ("100%", 8), ("0%", 2), ("37.5%", 3), ("38%", 4)]
case("correlation/overlap-least",
     "for n in " + " ".join(option for option, _ in leasts) + "; do\n"
     "    conv -c --overlap=$n --normalize=xcorr $DATA/taps-8.txt $DATA/noise-20.txt\n"
     "    conv -q -c --overlap=$n --normalize=xcorr $DATA/noise-20.txt $DATA/taps-8.txt\ndone",
     [overlapping(x, h, lag, least) for _, least in leasts for x,
      h in ((noise, taps[8]), (taps[8], noise))
      for lag in range(1 - len(h), len(x))], 1e-13)

# missing values are left out in pairs; without that they are none
holes = load("holes-40x2.txt")
columns = load("taps-40x2.txt")
for method in ("direct", "fft"):
    case(f"correlation/overlap-omit-{method}",
         f"conv -c --lags -M {method} --nan=omit --normalize=xcorr $DATA/taps-8.txt "
         f"$DATA/holes-40x2.txt\n"
         f"conv -c --lags -M {method} --nan=omit --overlap=25 --normalize=xcorr "
         f"$DATA/taps-40x2.txt $DATA/holes-40x2.txt\n"
         f"conv -c --lags -M {method} --normalize=xcorr $DATA/taps-8.txt $DATA/holes-40x2.txt",
         [(lag, *[overlapping(holes[:, k], taps[8], lag) for k in (0, 1)]) for lag in range(-7, 40)]
         +
         [(lag, *[overlapping(holes[:, k], columns[:, k], lag, 25) for k in (0, 1)])
          for lag in range(-39, 40)] +
         [(lag, *[overlapping(holes[:, k], taps[8], lag) if lag < 0
                  and not np.isnan(holes[:8 + lag, k]).any()
                  or lag >= 0 and not np.isnan(holes[lag:lag + 8, k]).any() else np.nan
                  for k in (0, 1)])
          for lag in range(-7, 40)], 1e-13)

case("correlation/overlap-columns",
     "conv -c --lags --normalize=xcorr $DATA/taps-31.txt $DATA/noise-300x2.txt\n"
     "conv -c --lags --normalize=xcorr $DATA/taps-40x2.txt $DATA/noise-20.txt",
     [(lag, *[overlapping(stereo[:, k], taps[31], lag) for k in (0, 1)]) for lag in range(-30, 300)]
     +
     [(lag, *[overlapping(noise, columns[:, k], lag) for k in (0, 1)]) for lag in range(-39, 20)],
     1e-13)

# far from zero, and about a level that changes; what does not vary has no coefficient
step = np.where(np.arange(20) < 9, 1e12, 0) + noise
flat = np.concatenate([noise[:6], [7] * 8, noise[6:12]])
for name, x, h in (
    ("far", 1e12 + np.round(noise * 1024) / 1024, 1e12 + np.round(taps[8] * 1024) / 1024),
    ("far-shifted", 1e12 + np.round(noise * 1024) / 1024, 3e-5 * taps[8]),
    ("step", step, taps[8]),
    ("step-kernel", noise, step),
    ("steps", step, step[4:16]),
    ("tiny", 1e-300 * noise, 1e-200 * taps[8]),
    ("large", 1e300 * noise, 1e200 * taps[8]),
    ("flat", flat, taps[3]),
    ("flat-kernel", noise, flat),
    ("steep-kernel", noise, np.array([1, 2, 4, 1e17, 1e17, 1e17, 1e17])),
):
    holed = x.copy()
    holed[[5, 12]] = np.nan
    case(f"correlation/overlap-{name}",
         f"for method in direct fft; do\n"
         f"    printf '%s\\n' {text(x)} |\n        conv -c --overlap=3 -M $method "
         f"--normalize=xcorr -e '{text(h)}'\n"
         f"    printf '%s\\n' {text(holed)} |\n"
         f"        conv -c --overlap=3 --nan=omit -M $method "
         f"--normalize=xcorr -e '{text(h)}'\ndone",
         [exactly(z, h, lag, 3) for _ in range(2) for z in (x, holed)
          for lag in range(1 - len(h), len(x))], 1e-12)

# quiet beside loud, in one block of transforms
loud = np.array([float(repr(float(v)) + ("e6" if i < 2000 else "e-6")) for i,
                 v in enumerate(np.resize(long, 3000))])
quiet = np.arange(1990, 2200, 7)
case(
    "correlation/overlap-quiet",
    "cat $DATA/noise-1000.txt $DATA/noise-1000.txt $DATA/noise-1000.txt |\n"
    '    awk \'{ printf "%s%s\\n", $1, NR <= 2000 ? "e6" : "e-6" }\' > x\n'
    "conv -c --lags -M fft --normalize=xcorr $DATA/taps-150.txt x |\n"
    f"    awk '$1 >= 1990 && $1 < 2200 && ($1 - 1990) % 7 == 0'",
    [(lag, exactly(loud, taps[150], lag)) for lag in quiet],
    1e-12,
)


def uneven(n, seed, level):
    """awk's command for n random integers v, -1000 to 999, at a level; and what it prints."""
    program = (
        f"BEGIN {{ s = {seed}; for (i = 0; i < {n}; i++) {{ s = s * 16807 % 2147483647; "
        f"print {level.replace('v', 's % 2000 - 1000')} }} }}"
    )
    said = subprocess.run(["awk", program], capture_output=True, text=True, check=True).stdout
    return f"awk '{program}'", np.array(said.split(), float)


# data of uneven level with a long kernel: what no sum over a whole block gives takes no minutes
make_kernel, kernel = uneven(40000, 2, "v")
for name, level in (
    ("pauses", '(v) (int(i / 70000) % 2 ? "e-6" : "")'),
    ("step", "v + (i < 200000 ? 0 : 1000000000)"),
    ("clicks", "v + (i % 130003 ? 0 : 1000000000)"),
    ("huge", '(v) "e200"'),
    ("tiny", '(v) "e-200"'),
):
    make, x = uneven(400000, 1, level)
    rows = [
        -35000,
        -20000,
        0,
        30011,
        69999,
        70000,
        70001,
        85000,
        100000,
        159990,
        160007,
        200000,
        399000 - 5000,
    ]
    near = [
        exactly(np.pad(x, 40000) if bounded else x, kernel, lag + 40000 * bounded)
        for bounded in (0, 1)
        for lag in rows
    ]
    case(
        f"correlation/uneven-{name}",
        f"{make} > x\n{make_kernel} > h\n"
        "for boundary in '' '-b zero'; do\n    timeout 20 conv -c --lags $boundary "
        "--normalize=xcorr -k h x > r || echo slow\n"
        f"    awk 'BEGIN {{ split(\"{' '.join(map(str, rows))}\", lag); k = 1 }}\n"
        "        $1 == lag[k] { print $2; k++ }' r\ndone",
        near,
        1e-12,
    )

# a kernel that fades: of its end, which alone overlaps at first, the sums about missing samples
# are computed anew
fading = np.array([float(f"{v:.6e}") for v in taps[150] * np.exp(np.arange(150) / -8)])
case("correlation/overlap-fading",
     f"echo {text(fading)} > h\nconv -c --lags=-149:5 --overlap=5 -M fft --nan=omit "
     f"--normalize=xcorr -k h $DATA/noise-1000.txt",
     [(lag, exactly(long, fading, lag, 5)) for lag in range(-149, 6)], 1e-12 / 149)


# scaled as xcorr of Octave does, which wants equal lengths
def octave(pairs, scale):
    """xcorr(a, b, scale) of each pair of arrays, as functions of the lag."""
    padded = [[np.pad(v, (0, max(map(len, pair)) - len(v))) for v in pair] for pair in pairs]
    lists = ["".join(f"[{' '.join(repr(float(x)) for x in v)}]," for v in pair) for pair in padded]
    program = "pkg load signal\n" + "\n".join(f"printf('%.17g ', xcorr({v}'{scale}')); disp('')"
                                              for v in lists)
    said = subprocess.run(["octave", "-q"], input=program, capture_output=True, text=True,
                          check=True).stdout
    rows = [np.array(line.split(), float) for line in said.splitlines()]
    assert [len(row) for row in rows] == [2 * len(v[0]) - 1 for v in padded]
    return [lambda lag, row=row: row[lag + len(row) // 2] for row in rows]


for scale in ("coeff", "biased", "unbiased"):
    sizes = [(n, m) for n in (2, 19, 20) for m in (1, 2, 3, 8, 31)]
    correlations = dict(zip(sizes, octave([(noise[:n], taps[m]) for n, m in sizes], scale)))
    for method in ("direct", "fft", "exact"):
        case(f"correlation/{scale}-{method}",
             "for n in 2 19 20; do for m in 1 2 3 8 31; do for mode in full same valid; do\n"
             f"    head -$n $DATA/noise-20.txt | conv -q -M {method} -c --normalize={scale} -m "
             f"$mode $DATA/taps-$m.txt\n"
             "done; done; done",
             [correlations[n, m](lag) for n, m in sizes for mode in ("full", "same", "valid")
              for lag in lags(n, m, mode)], 1e-14)
    pairs = octave([(stereo[:, 0], taps[31]), (stereo[:, 1], taps[31]), (noise, columns[:, 0]),
                    (noise, columns[:, 1])], scale)
    case(f"correlation/{scale}-columns",
         f"conv -c --normalize={scale} $DATA/taps-31.txt $DATA/noise-300x2.txt\n"
         f"conv -c --lags=-9:9 --normalize={scale} $DATA/taps-40x2.txt $DATA/noise-20.txt",
         [[pairs[k](lag) for k in (0, 1)] for lag in range(-30, 300)] +
         [(lag, *[pairs[k](lag) for k in (2, 3)]) for lag in range(-9, 10)], 1e-14)

    # of a signal whose length is not known before its end
    ramp = np.arange(200000) * 7919 % 1000.0
    h = np.arange(1.0, 42)
    below = {"coeff": lambda lag: np.sqrt(np.dot(ramp, ramp) * np.dot(h, h)),
             "biased": lambda lag: 200000, "unbiased": lambda lag: 200000 - abs(lag)}[scale]
    ends = [*range(-3, 4), *range(199970, 199974)]
    case(f"correlation/{scale}-long",
         "seq 0 199999 | awk '{ print $1 * 7919 % 1000 }' > x\nh=$(seq -s, 41)\nfor range in -3:3 "
         "199970:199973; do\n"
         f"    conv -c --normalize={scale} --lags=$range -e \"$h\" x > file\n"
         f"    conv -j 1 -c --normalize={scale} --lags=$range -e \"$h\" < x | cmp - file\n"
         f"    cat x | conv -c --normalize={scale} --lags=$range -e \"$h\" | cmp - file\n    cut "
         f"-d' ' -f2 file\ndone",
         [by_definition(ramp, h, lag) / below(lag) for lag in ends], 1e-14)

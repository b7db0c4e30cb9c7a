#!/usr/bin/python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""make-align.py - writes the cases of --align, --tail, --trim and --kernel-length whose values
numpy has, from arrays and audio.

Run it from anywhere, after make-cases.py.
"""
import os

import numpy as np
import soundfile
from golden import HERE, case, load, save

METHODS = "for m in direct fft exact; do"
x = load("noise-300x2.txt")[:60]
rng = np.random.default_rng(12)
room = np.round(rng.uniform(-1, 1, (31, 2)) * np.exp(-np.arange(31) / 5)[:, None], 6)
room[:4] = [[.09, -.1], [.1, .2], [-.2, .2], [.19, .1]]
room[4] = [.01, -.22]
room[9] = [1, -2.1]
room[12] = [-2.1, .5]
save("room-31x2.txt", room)
save("room-31.txt", room[:, 1:])


def peak_of(h):
    return int(np.argmax(abs(h).reshape(31, -1).max(axis=1)))


def onset_of(h):
    size = abs(h).reshape(31, -1).max(axis=1)
    return int(np.argmax(size > size.max() / 10))


h = room[:, 1]
full = np.stack([np.convolve(column, h) for column in x.T], axis=1)
stereo = np.stack([np.convolve(column, taps) for column, taps in zip(x.T, room.T)], axis=1)
against = np.stack([np.correlate(column, h, "full") for column in x.T], axis=1)
peak, onset = peak_of(h), onset_of(h)
before = 30 - peak  # of the reversed taps
assert (onset, peak, peak_of(room)) == (4, 9, 9)
assert room[12, 0] == room[9, 1]  # of equals the first


def notes(name, *lines):
    with open(os.path.join(HERE, "cases", "align", name + ".err"), "w") as f:
        f.writelines(f"conv: {line}\n" for line in lines)


def lead(tap, frames, kernel="room-31.txt"):
    return f"time 0 is tap {tap} of {kernel}: what leads up to it is cut, {frames} frames"


def cut(frames):
    return f"the end of the result is cut, {frames} frames"


def table(name, options, expected, *lines, kernel="room-31.txt"):
    case(f"align/{name}",
         f"cp $DATA/{kernel} .\nhead -60 $DATA/noise-300x2.txt > x\n"
         f"{METHODS}\n"
         f"    conv -M $m {options} {kernel} x || exit\n"
         f"    conv -M $m -j1 -q {options} {kernel} < x || exit\n"
         "done",
         [row for _ in range(6) for row in expected])
    if lines:
        notes(name, *lines)


table("peak", "--align=peak", full[peak:], lead(peak, peak))
table("onset", "--align=onset", full[onset:], lead(onset, onset))
table("peak-same", "-m same --align=peak", full[peak:][:60], lead(peak, peak))
table("peak-correlate", "-c --align=peak", against[before:], lead(peak, before))
table("stereo", "--align=peak", stereo[9:], lead(9, 9, "room-31x2.txt"), kernel="room-31x2.txt")
table("tail-none", "--tail=none", full[:60], cut(30))
table("tail-7", "--tail=7", full[:67], cut(23))
table("tail-long", "--tail=1e300", full)
table("tail-peak", "--align=peak --tail=2", full[peak:][:62], lead(peak, peak),
      cut(28 - peak))
table("tail-origin", "--origin=11 --tail=0", full[11:][:60], lead(11, 11), cut(19))
table("tail-step", "--tail=7 --step=3", full[:67:3], cut(23))

short = x[:5]
case("align/short",
     "head -5 $DATA/noise-300x2.txt > short\n"
     f"{METHODS}\n"
     "    for tail in none 1 29 30 31; do\n"
     "        conv -q -M $m --tail=$tail $DATA/room-31.txt short || exit\n"
     "        conv -q -M $m --align=peak --tail=$tail $DATA/room-31.txt short || exit\n"
     "    done\n"
     "done",
     [row for _ in range(3) for tail in (0, 1, 29, 30, 31) for start in (0, peak)
      for row in np.stack([np.convolve(c, h)[start:][:5 + tail] for c in short.T], axis=1)])

for name, pad in (("edge", "edge"), ("wrap", "wrap"), ("odd", "reflect")):
    wide = np.pad(x, ((30 - peak, peak + 4), (0, 0)), mode=pad,
                  **({"reflect_type": "odd"} if name == "odd" else {}))
    case(f"align/boundary-{name}",
         f"head -60 $DATA/noise-300x2.txt > x\n{METHODS}\n"
         f"    conv -q -M $m -b {name} --align=peak --tail=4 $DATA/room-31.txt "
         "x || exit\n"
         "done",
         [row for _ in range(3)
          for row in np.stack([np.convolve(c, h, "valid") for c in wide.T], axis=1)])

# Audio from a pipe, whose length sox does not know, and read by sox: each 997th frame.
speech, rate = soundfile.read(os.path.join(HERE, "..", "samples", "speech.wav"))
hall, _ = soundfile.read(os.path.join(HERE, "..", "samples", "room.wav"))
hall = np.vstack([hall[::-1], np.zeros((1600, 2))])
wet = np.stack([np.convolve(speech, column) for column in hall.T], axis=1) / 8
start = int(np.argmax(abs(hall).max(axis=1)))
hall_onset = int(np.argmax(abs(hall).max(axis=1) > abs(hall[start]).max() / 10))
assert 0 < hall_onset < start < len(hall)
for name, options, begin, end in (
        ("wav-none", "--tail=none", 0, len(speech)),
        ("wav-50ms", "--align=peak --tail=50ms", start, start + len(speech) + 800),
        ("wav-onset", "--align=onset -m same", hall_onset, hall_onset + len(speech)),
        ("wav-full", "--align=onset", hall_onset, len(wet))):
    case("align/" + name,
         "# needs: sox\nsox $SAMPLES/room.wav late.wav reverse pad 0 0.1\n"
         f"sox $SAMPLES/speech.wav -t au - | conv -q late.wav {options} --encoding=f32 "
         f"--gain={-20 * np.log10(8)} -t wav |\n"
         "    sox -t wav - -t dat - | awk '!/;/ { n++; if (n % 997 == 1) print $2, $3 } "
         "END { print n, 0 }'",
         np.vstack([wet[begin:end:997], [[end - begin, 0]]]), 1e-11)


# The end of a kernel. What is kept fades out.
def fade(h, most):
    n = min(most, len(h) // 10)
    y = h.copy()
    y[len(h) - n:] *= ((1 + np.cos(np.pi * np.arange(1, n + 1) / (n + 1))) / 2)[:, None]
    return y


def told(h, kept, rate=0):
    part = np.sum(h[kept:] ** 2) / np.sum(h ** 2)
    time = f" ({(len(h) - kept) / rate:.6g} s)" if rate else ""
    return (f"cut at its end: {len(h) - kept} of {len(h)} taps{time}, "
            f"{10 * np.log10(part):.1f} dB of its energy")


def last(h, level):
    size = abs(h).max(axis=1)
    return int(np.max(np.nonzero(size > size.max() * 10 ** (level / 20)))) + 1


hall, rate = soundfile.read(os.path.join(HERE, "..", "samples", "room.wav"))
kept = last(hall, -40)
short = last(hall[:4000], -20)
assert short < 4000 < kept < 12000
cuts = (("--trim=-40dB", kept), ("--trim=-20 --kernel-length=250ms", short),
        ("--kernel-length=4000", 4000), ("--kernel-length=0.5s", 8000),
        ("--kernel-length=0.01ms", 1))
case("align/cut",
     "cp $SAMPLES/room.wav .\n" +
     "\n".join(f"conv -k room.wav {options} --print-kernel --rate=16000 -t text |"
               " tail -100" for options, _ in cuts),
     np.vstack([fade(hall[:n], 80)[-100:] for _, n in cuts]), 1e-15)
notes("cut", *[f"room.wav: {told(hall, n, rate)}" for _, n in cuts])

# Without a rate 240 taps; the signal's rate where the kernel has none, which decides the length
# too.
noise = np.round(rng.uniform(-1, 1, (3000, 1)) * np.exp(-np.arange(3000) / 500)[:, None], 6)
save("decay-3000.txt", noise)
wet = np.convolve(speech, fade(noise[:2720], 80)[:, 0])[:len(speech)]
case("align/cut-rate",
     "cp $DATA/decay-3000.txt .\n"
     "conv -k decay-3000.txt --kernel-length=2720 --print-kernel | tail -300\n"
     "conv -k decay-3000.txt --kernel-length=200 --print-kernel\n"
     "conv decay-3000.txt --kernel-length=170ms --tail=none -t text $SAMPLES/speech.wav |\n"
     "    awk 'NR % 997 == 1'\n"
     "conv decay-3000.txt --dims=1 --kernel-length=170ms --tail=none -t text \\\n"
     "    $SAMPLES/speech.wav |\n"
     "    awk 'NR % 997 == 1'",
     list(fade(noise[:2720], 240)[-300:]) + list(fade(noise[:200], 240)) +
     2 * list(wet[::997]), 1e-14)
notes("cut-rate", "decay-3000.txt: " + told(noise, 2720), "decay-3000.txt: " + told(noise, 200),
      "decay-3000.txt: " + told(noise, 2720, rate))

#!/usr/bin/python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""rates.py - holds resampled kernels and results to what the manual promises, by FFTs of impulses,
and by sines that are computed anew at the other rate.

usage: rates.py kernel | places | sweep | late | images [-v]
conv is found through the PATH; -v tells the figures"""
import re
import subprocess
import sys

import numpy as np

RATES = [(44100, 48000), (48000, 44100), (44100, 88200), (96000, 48000), (22050, 384000),
         (384000, 22050), (11025, 96000), (96000, 11025), (8000, 384000), (384000, 8000),
         (44101, 48000), (352800, 11025), (192000, 8000), (12000, 8000), (47999, 48000)]
FLAT = 0.9          # of half the lower rate, up to which
MOST_DB = 0.1       # the passband may be off
MOST_DELAY = 0.01   # and in samples of the higher rate
LEAST_DOWN = -120   # what lies beyond half the lower rate


def conv(*options):
    """What a run prints, in f64, and what it says."""
    run = subprocess.run(["conv", "-t", "raw", "--encoding=f64", *options], capture_output=True,
                         check=True)
    return np.frombuffer(run.stdout), run.stderr.decode()


def kernel_of(taps, old, new):
    """The taps at the new rate, and how many of them are before time 0."""
    taps.tofile("kernel.raw")
    h, said = conv("--print-kernel", "--kernel-type=raw", "--kernel-encoding=f64", "-k",
                   "kernel.raw", f"--kernel-rate={old}", f"--rate={new}",
                   "--rate-mismatch=resample")
    note = re.search(rf"from {old} Hz to {new} Hz: (\d+) taps become (\d+), of which (\d+) are "
                     "before time 0", said)
    assert int(note[1]) == len(taps) and int(note[2]) == len(h), said
    return h, int(note[3])


def result_of(x, old, new):
    """A signal at the new rate."""
    x.tofile("signal.raw")
    return conv("--signal-type=raw", "--signal-encoding=f64", f"--rate={old}",
                f"--output-rate={new}", "-e", "1", "signal.raw")[0]


def decibels(ratio):
    return 20 * np.log10(np.abs(ratio) + 1e-300)


def measure_impulse(old, new, at):
    """A kernel of one tap that is not 0 has gain 1 and its own delay at every frequency."""
    low, high = min(old, new), max(old, new)
    h, lead = kernel_of(np.eye(1, 2 * at + 1, at)[0], old, new)
    size = 1 << 21
    f = np.arange(size // 2 + 1) / size * new
    response = np.fft.rfft(h, size) * np.exp(2j * np.pi * f * (at / old + lead / new))
    flat = (f <= FLAT * low / 2) & (f > 0)
    delay = -np.angle(response[flat]) / (2 * np.pi * f[flat]) * high
    beyond = decibels(response[f >= low / 2]).max() if new > old else -999
    return [("dB", np.abs(decibels(response[flat])).max(), MOST_DB),
            ("samples", np.abs(delay).max(), MOST_DELAY), ("dB beyond", beyond, LEAST_DOWN)]


def measure_kernel(old, new):
    """At time 0, where all rings that does, and later."""
    return measure_impulse(old, new, 0) + measure_impulse(old, new, 1 + 100 * old // min(old, new))


def sweep(seconds, low, high, times):
    """A sine whose frequency goes from low to high Hz, at some times."""
    phase = 2 * np.pi * (low * times + (high - low) / (2 * seconds) * times ** 2)
    return np.sin(phase)


def measure_sweep(old, new):
    """A swept sine is the one that is computed at the other rate."""
    low = min(old, new)
    frames = 6000 * old // low
    seconds = frames / old
    x = sweep(seconds, 0, FLAT * low / 2, np.arange(frames) / old)
    y = result_of(x, old, new)
    ideal = sweep(seconds, 0, FLAT * low / 2, np.arange(len(y)) / new)
    margin = 300 * new // low
    off = np.abs(y - ideal)[margin:-margin].max()
    return [("frames", abs(len(y) - -(-frames * new // old)), 0),
            ("dB", decibels(1 + off), MOST_DB)]


def burst(times, low, frame=600):
    """A burst about a frame of the lower rate, of frequencies far below half of it."""
    off = (times - frame / low) * low / 40
    return np.exp(-off ** 2) * np.cos(2 * np.pi * 0.2 * low * times)


def measure_places(old, new):
    """A burst through a kernel that delays it, in every mode, and at each lag of a correlation."""
    low, tap = min(old, new), 77 * old // min(old, new) + 1
    delay, moved = tap / old, round(tap * new / old)
    np.eye(1, 2 * tap, tap)[0].tofile("kernel.raw")
    frames = 1200 * new // low
    burst(np.arange(frames) / new, low).tofile("signal.raw")
    options = ["--kernel-type=raw", "--kernel-encoding=f64", "-k", "kernel.raw", "signal.raw",
               f"--kernel-rate={old}", "--signal-type=raw", "--signal-encoding=f64",
               f"--rate={new}", "--rate-mismatch=resample", "-q"]
    full = conv(*options)[0]
    same = conv("-m", "same", f"--origin={tap}", *options)[0]
    lags = subprocess.run(["conv", "-t", "text", "-c", "--lags", *options], capture_output=True,
                          check=True).stdout.split()
    lag, value = np.array(lags, float).reshape(-1, 2).T
    first = np.arange(len(full)) / new
    offs = [full - burst(first - delay, low),
            same - burst((np.arange(frames) + moved) / new - delay, low),
            value - burst(lag + delay, low)]
    wrong = (len(same) != frames) + (len(lag) != len(full)) + (round(max(lag) * new) != frames - 1)
    return [("lengths wrong", wrong, 0)] + [("off", np.abs(off).max(), 1e-6) for off in offs]


def measure_late(old, new):
    """After a million frames a burst is still where it was."""
    low, frame = min(old, new), 1000000
    x = burst(np.arange((frame + 500) * old // low) / old, low, frame)
    y = result_of(x, old, new)
    return [("off", np.abs(y - burst(np.arange(len(y)) / new, low, frame)).max(), 1e-6)]


def measure_images(old, new):
    """Of a swept sine beyond half the new rate nothing is left."""
    frames = 6000 * old // new
    x = sweep(frames / old, 1.01 * new / 2, old / 2, np.arange(frames) / old)
    x *= np.kaiser(frames, 25)
    return [("dB beyond", decibels(np.abs(result_of(x, old, new)).max()), LEAST_DOWN)]


def main():
    measure = {"kernel": measure_kernel, "places": measure_places, "sweep": measure_sweep,
               "late": measure_late, "images": measure_images}[sys.argv[1]]
    rates = RATES
    if measure is measure_images:
        rates = [(old, new) for old, new in RATES if old > new]
    elif measure is measure_late: # whose ratio has terms that are too large for a table of phases
        rates = [(44101, 48000), (48000, 44101), (47999, 48000), (8001, 96000)]
    good = 0
    for old, new in rates:
        figures = measure(old, new)
        as_promised = all(value <= most for _, value, most in figures)
        good += as_promised
        if not as_promised or sys.argv[2:] == ["-v"]:
            print(f"{old} to {new} Hz:", *(f"{value:.6g} {unit}" for unit, value, _ in figures))
    print(f"{good} of {len(rates)} pairs of rates as promised")


if __name__ == "__main__":
    main()

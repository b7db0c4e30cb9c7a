#!/usr/bin/python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""make.py - makes the samples. Python's standard library only; always the same bytes.

speech.wav      2.4 s of synthetic vowels and hisses, mono, 16 kHz, 16 bit: pulses through formant resonators
room.wav        0.8 s of a stereo room response, 16 kHz, 24 bit: direct sound, early reflections, a decaying tail
sensor.csv      600 rows of three noisy, drifting readings under a header
box5.txt        five equal taps: a moving average
edge.txt        the central difference: slopes of a signal
binomial9.csv   a binomial kernel of 9 taps, as CSV
moon.pgm        64 x 48 pixels of 8 bits: a ball with craters, lit from the left

demo.png is drawn by `make demo`.
"""
import math
import os
import random
import struct
import wave

HERE = os.path.dirname(os.path.abspath(__file__))
RATE = 16000
random.seed(1)


def write_wav(name, channels, width, samples):
    """samples: floats in [-1, 1), interleaved."""
    scale = 2 ** (8 * width - 1)
    data = b"".join(struct.pack("<i", max(-scale, min(scale - 1, round(v * scale))))[:width] for v in samples)
    with wave.open(os.path.join(HERE, name), "wb") as f:
        f.setnchannels(channels)
        f.setsampwidth(width)
        f.setframerate(RATE)
        f.writeframes(data)


def resonate(x, frequency, bandwidth):
    """A two-pole resonator with unit gain at 0 Hz (Klatt 1980)."""
    c = -math.exp(-2 * math.pi * bandwidth / RATE)
    b = 2 * math.exp(-math.pi * bandwidth / RATE) * math.cos(2 * math.pi * frequency / RATE)
    a = 1 - b - c
    y1 = y2 = 0.0
    out = []
    for v in x:
        y = a * v + b * y1 + c * y2
        out.append(y)
        y1, y2 = y, y1
    return out


def vowel(seconds, pitch, formants):
    n = int(seconds * RATE)
    source, phase = [], 0.0
    for i in range(n):
        phase += (pitch * (1 + 0.03 * math.sin(2 * math.pi * 5 * i / RATE)) - 15 * i / n) / RATE
        pulse = 0.0
        if phase >= 1:
            phase -= 1
            pulse = 1.0
        source.append(pulse + 0.002 * random.gauss(0, 1))
    for frequency, bandwidth in formants:
        source = resonate(source, frequency, bandwidth)
    return [v * min(1, i / 400, (n - i) / 800) for i, v in enumerate(source)]


def hiss(seconds):
    n = int(seconds * RATE)
    x, last = [], 0.0
    for i in range(n):
        v = random.gauss(0, 0.02)
        x.append((v - last) * min(1, i / 200, (n - i) / 200))
        last = v
    return x


def level(x, peak):
    most = max(abs(v) for v in x)
    return [v * peak / most for v in x]


A = [(730, 60), (1090, 90), (2440, 120)]
I = [(270, 50), (2290, 100), (3010, 150)]
U = [(300, 50), (870, 80), (2240, 120)]
E = [(530, 55), (1840, 95), (2480, 120)]
pause = [0.0] * int(0.12 * RATE)
speech = hiss(0.12) + level(vowel(0.3, 120, E), 0.5) + level(vowel(0.25, 130, A), 0.6) + pause
speech += hiss(0.1) + level(vowel(0.35, 125, I), 0.5) + pause + level(vowel(0.3, 115, U), 0.6)
speech += hiss(0.15) + level(vowel(0.4, 105, A), 0.6) + pause
write_wav("speech.wav", 1, 2, speech)

room = []
n = int(0.8 * RATE)
reflections = {0: (0.35, 0.35)}
for _ in range(14):
    reflections[random.randrange(100, 1200)] = (random.uniform(-0.12, 0.12), random.uniform(-0.12, 0.12))
for i in range(n):
    decay = 0.03 * math.exp(-6.9 * i / (0.7 * RATE)) * min(1, i / 600)
    left, right = reflections.get(i, (0, 0))
    room += [left + decay * random.gauss(0, 1), right + decay * random.gauss(0, 1)]
write_wav("room.wav", 2, 3, room)

with open(os.path.join(HERE, "sensor.csv"), "w") as f:
    f.write("temperature,humidity,pressure\n")
    for i in range(600):
        day = math.sin(2 * math.pi * i / 288)
        f.write(f"{21 + 2 * day + random.gauss(0, 0.4):.2f},{45 - 5 * day + random.gauss(0, 1):.1f},"
                f"{1013 + 0.01 * i + random.gauss(0, 0.6):.1f}\n")

with open(os.path.join(HERE, "box5.txt"), "w") as f:
    f.write("# moving average of five\n" + "0.2\n" * 5)
with open(os.path.join(HERE, "edge.txt"), "w") as f:
    f.write("# central difference: the slope per frame\n0.5 0 -0.5\n")
with open(os.path.join(HERE, "binomial9.csv"), "w") as f:
    f.write("weight\n" + "".join(f"{math.comb(8, k) / 256!r}\n" for k in range(9)))


def moon(u, v):
    """The light of a unit ball at (u, v); each crater is as deep as its shadow is dark."""
    if u * u + v * v >= 1:
        return 0.05
    light = max(0, -0.6 * u - 0.35 * v + 0.72 * math.sqrt(1 - u * u - v * v))
    for a, b, size, depth in (-0.35, -0.4, 0.16, 0.5), (0.2, 0.1, 0.25, 0.35), (-0.5, 0.45, 0.12, 0.6), (0.35, -0.5, 0.1, 0.4):
        light *= 1 - depth * math.exp(-((u - a) ** 2 + (v - b) ** 2) / size ** 2)
    return 0.05 + 0.95 * light


with open(os.path.join(HERE, "moon.pgm"), "wb") as f:
    f.write(b"P5\n64 48\n255\n")
    f.write(bytes(round(250 * moon((x - 31.5) / 21, (y - 23.5) / 21)) for y in range(48) for x in range(64)))

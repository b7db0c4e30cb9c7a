#!/usr/bin/python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""make-direct.py - writes the cases of the error of direct sums, their expected numbers summed as
fractions.

Run it from anywhere, after make-cases.py; needs numpy, which running the tests does not. The
tolerance is the error that the manual promises: with M products, 65 + 4 log2(M / 64) roundings of
2^-53.
"""
import math
from fractions import Fraction

from golden import case


def constant(tap, sample, m, outputs):
    """A constant through constant taps, all products alike."""
    return [float(m * Fraction(tap) * Fraction(sample))] * outputs


def bound(m):
    return (65 + 4 * math.log2(m / 64)) * 2**-53


for m in (1000, 100000):
    case(f"accuracy/direct-constant-{m}",
         f"yes 0.1 | head -{m} > h\nyes 0.1 | head -{m + 70} > x\nconv -M direct -m valid h x",
         constant(0.1, 0.1, m, 71), bound(m))
    case(f"accuracy/direct-constant-{m}-unbuffered",
         f"yes 0.3 | head -{m} > h\nyes 9.81 | head -{m + 2} | conv -u -M direct -m valid h",
         constant(0.3, 9.81, m, 3), bound(m))

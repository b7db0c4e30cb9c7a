# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""of_numpy.py - numpy.convolve and numpy.correlate as command lines."""
import numpy as np

from shim import need, real, replace_all, run


def product(a, v, mode, *options):
    need(mode in ("full", "same", "valid"), f"mode {mode!r}")
    a, v = real(np.array(a, ndmin=1, copy=False), np.array(v, ndmin=1, copy=False))
    need(a.ndim == 1 and v.ndim == 1, "more than one axis")
    same = ["--same=longest"] if mode == "same" else []
    return run(a, "-m", mode, *same, *options, kernel=v).astype(np.result_type(a, v))


def convolve(a, v, mode="full"):
    return product(a, v, mode)


def correlate(a, v, mode="valid"):
    return product(a, v, mode, "-c")


def install():
    for function in (convolve, correlate):
        replace_all(["numpy", "numpy.core.numeric", "numpy.core"], function.__name__, function)

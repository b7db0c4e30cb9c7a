# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""of_ndimage.py - scipy.ndimage's filters along one axis as command lines."""
import numpy as np

from shim import along, need, number, real, replace_all, understands

BOUNDARIES = {"reflect": "symmetric", "grid-mirror": "symmetric", "nearest": "edge",
              "mirror": "mirror", "wrap": "wrap",
              "grid-wrap": "wrap", "constant": "constant", "grid-constant": "constant"}
MODULES = ["scipy.ndimage._filters", "scipy.ndimage", "scipy.ndimage.filters"]


def deliver(result, input, output):
    """As ndimage does: into an array, or into a new one of a type; integers are cut off, not
    rounded."""
    if output is None:
        output = np.zeros(input.shape, input.dtype)
    elif not isinstance(output, np.ndarray):
        output = np.zeros(input.shape, np.dtype(output))
    need(output.dtype.kind in "biuf" and output.shape == input.shape, "an output of another kind")
    with np.errstate(invalid="ignore"):
        output[...] = result.astype(np.int64).astype(output.dtype) \
            if output.dtype.kind in "iu" else result
    return output


def filtered(input, axis, output, mode, cval, origin, middle, size, *options, kernel=None):
    """middle: the tap at time 0 for origin 0."""
    input, = real(input)
    need(input.dtype != np.float16, "float16, which ndimage does not take")
    need(isinstance(mode, str) and mode in BOUNDARIES and isinstance(origin, (int, np.integer)),
         f"mode {mode}, origin {origin}")
    need(0 <= middle + origin < size and -(size // 2) <= origin <= (size - 1) // 2,
         "an origin outside the kernel")
    need(input.ndim and -input.ndim <= axis < input.ndim, "an axis that is not there")
    boundary = BOUNDARIES[mode] if BOUNDARIES[mode] != "constant" else f"constant:{number(cval)}"
    x = input if input.dtype.kind == "f" else input.astype(float)
    result = along(axis, x, "-m", "same", "-b", boundary, f"--origin={middle + origin}", *options,
                   kernel=kernel)
    return deliver(result, input, output)


def correlate1d(input, weights, axis=-1, output=None, mode="reflect", cval=0.0, origin=0):
    weights, = real(weights)
    need(weights.ndim == 1 and weights.size, "weights of more or less than one axis")
    size = len(weights)
    return filtered(input, axis, output, mode, cval, origin, size // 2, size, "-c",
                    kernel=weights.astype(float))


def convolve1d(input, weights, axis=-1, output=None, mode="reflect", cval=0.0, origin=0):
    weights, = real(weights)
    need(weights.ndim == 1 and weights.size, "weights of more or less than one axis")
    size = len(weights)
    return filtered(input, axis, output, mode, cval, origin, size // 2, size,
                    kernel=weights.astype(float))


def uniform_filter1d(input, size, axis=-1, output=None, mode="reflect", cval=0.0, origin=0):
    need(size == int(size) and size >= 1, f"size {size}")
    return filtered(input, axis, output, mode, cval, origin, int(size) // 2, int(size), "-c", "-g",
                    f"box:{int(size)}")


def gaussian_filter1d(input, sigma, axis=-1, order=0, output=None, mode="reflect", cval=0.0,
                      truncate=4.0, *, radius=None):
    need(sigma > 0 and 0 <= order <= 10 and order == int(order), f"sigma {sigma}, order {order}")
    reach = int(truncate * float(sigma) + 0.5) if radius is None else radius
    need(reach == int(reach) and reach >= 0, f"radius {radius}")
    ask = f"truncate={number(truncate)}" if radius is None else f"radius={int(radius)}"
    need(radius is None or understands("-g", "gauss:2,radius=3"), "radius=")
    size = 2 * int(reach) + 1
    return filtered(input, axis, output, mode, cval, 0, size // 2, size, "-g",
                    f"gauss:{number(sigma)},{ask},d={int(order)}")


def install():
    for function in (correlate1d, convolve1d, uniform_filter1d, gaussian_filter1d):
        replace_all(MODULES, function.__name__, function)

# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""of_ndimage.py - scipy.ndimage's filters along one axis and along all as command lines."""
import numpy as np
from scipy.ndimage._ni_support import _get_output

from shim import all_axes, along, need, number, numbers, replace_all, run, understands

BOUNDARIES = {"reflect": "symmetric", "grid-mirror": "symmetric", "nearest": "edge",
              "mirror": "mirror", "wrap": "wrap",
              "grid-wrap": "wrap", "constant": "constant", "grid-constant": "constant"}
MODULES = ["scipy.ndimage._filters", "scipy.ndimage", "scipy.ndimage.filters"]


def deliver(result, input, output):
    """As ndimage does: into an array, or into a new one of a type; integers are cut off, not
    rounded."""
    output = _get_output(output, input, complex_output=result.dtype.kind == "c")
    need(output.dtype.kind in "biufc" and output.shape == input.shape, "an output of another kind")
    with np.errstate(invalid="ignore"):
        output[...] = result.astype(np.int64).astype(output.dtype) \
            if output.dtype.kind in "iu" else result
    return output


def boundary_of(mode, cval):
    need(isinstance(mode, str) and mode in BOUNDARIES, f"mode {mode}")
    if BOUNDARIES[mode] != "constant":
        return BOUNDARIES[mode]
    need(np.isrealobj(cval) or understands("-e", "1", "-b", "constant:1+2j", kind=complex),
         f"cval {cval}")
    return f"constant:{number(cval) if np.isrealobj(cval) else str(complex(cval)).strip('()')}"


def listed(words, option, example, axes):
    """One value for all axes, or a list."""
    if len(set(words)) == 1:
        return f"{option}={words[0]}"
    need(understands("--dims=2", "-e", "1", f"{option}={example}", shape=(3, 3)), f"{option}=LIST")
    return f"{option}={','.join(words)}"


def in_all_axes(input, output, modes, cval, origins, sizes, *options, kernel=None):
    """sizes: of the kernel along each axis."""
    need(input.ndim and len(sizes) == input.ndim, "axes")
    for origin, size in zip(origins, sizes):
        need(isinstance(origin, (int, np.integer)) and -(size // 2) <= origin <= (size - 1) // 2,
             "an origin outside the kernel")
    places = [str(size // 2 + origin) for origin, size in zip(origins, sizes)]
    where = "--origin=" + ("left" if "-c" in options else "right") if not any(origins) else \
        listed(places, "--origin", "0,0", input.ndim)
    boundaries = [boundary_of(mode, cval) for mode in modes]
    beyond = listed(boundaries, "--boundary", "edge,wrap", input.ndim)
    x = input if input.dtype.kind in "fc" else input.astype(float)
    result = run(x, all_axes(x), "-m", "same", where, beyond, *options, kernel=kernel)
    return deliver(result, input, output)


def each(value, axes):
    """One for each axis."""
    values = [value] * axes if isinstance(value, str) or np.ndim(value) == 0 else list(value)
    need(len(values) == axes, "one value for each axis")
    return values


def product(input, weights, output, mode, cval, origin, *options):
    input, weights = numbers(input, weights)
    need(input.dtype != np.float16, "float16, which ndimage does not take")
    need(weights.ndim == input.ndim and weights.size, "weights of another rank")
    need(isinstance(mode, str), "a sequence of modes")
    weights = weights if weights.dtype.kind == "c" else weights.astype(float)
    return in_all_axes(input, output, [mode] * input.ndim, cval, each(origin, input.ndim),
                       weights.shape, *options, kernel=weights)


def correlate(input, weights, output=None, mode="reflect", cval=0.0, origin=0):
    return product(input, weights, output, mode, cval, origin, "-c")


def convolve(input, weights, output=None, mode="reflect", cval=0.0, origin=0):
    return product(input, weights, output, mode, cval, origin)


def made(specs, axes):
    """-g once, or for each axis."""
    if len(set(specs)) == 1:
        return ["-g", specs[0]]
    need(understands("--dims=2", "-g", "box:1", "-g", "box:3", shape=(3, 3)), "several -g")
    return [word for spec in specs for word in ("-g", spec)]


def stepwise(input, output):
    """Whether ndimage rounds between its passes, one for each axis, to what conv does not: then so
    does the shim, and has conv filter along one axis after the other."""
    kind = np.dtype(output) if isinstance(output, type) else getattr(output, "dtype", input.dtype)
    return kind.kind != "f" or kind.itemsize < 8


def uniform_filter(input, size=3, output=None, mode="reflect", cval=0.0, origin=0):
    input, = numbers(input)
    need(input.ndim, "no axes")
    sizes, origins, modes = (each(v, input.ndim) for v in (size, origin, mode))
    need(all(s == int(s) for s in sizes), f"size {size}")
    if stepwise(input, output):
        output = deliver(input, input, output)
        for axis, (s, m, o) in enumerate(zip(sizes, modes, origins)):
            if s > 1:
                uniform_filter1d(input, s, axis, output, m, cval, o)
                input = output
        return output
    sizes = [max(int(s), 1) for s in sizes]
    return in_all_axes(input, output, modes, cval, origins, sizes, "-c",
                       *made([f"box:{s}" for s in sizes], input.ndim))


def gaussian_filter(input, sigma, order=0, output=None, mode="reflect", cval=0.0, truncate=4.0, *,
                    radius=None):
    input, = numbers(input)
    need(input.ndim, "no axes")
    sigmas, orders, modes, radii = (each(v, input.ndim) for v in (sigma, order, mode, radius))
    if stepwise(input, output):
        output = deliver(input, input, output)
        for axis, (s, d, m, r) in enumerate(zip(sigmas, orders, modes, radii)):
            if s > 1e-15:
                gaussian_filter1d(input, s, axis, d, output, m, cval, truncate, radius=r)
                input = output
        return output
    need(not any(orders) or not cval, "derivatives of a padding that is none")
    both = [gauss(s, d, truncate, r) if s > 1e-15 else ("box:1", 1)
            for s, d, r in zip(sigmas, orders, radii)]
    return in_all_axes(input, output, modes, cval, [0] * input.ndim, [size for _, size in both],
                       *made([spec for spec, _ in both], input.ndim))


def filtered(input, axis, output, mode, cval, origin, middle, size, *options, kernel=None):
    """middle: the tap at time 0 for origin 0."""
    input, = numbers(input)
    need(input.dtype != np.float16, "float16, which ndimage does not take")
    need(isinstance(origin, (int, np.integer)), f"origin {origin}")
    need(0 <= middle + origin < size and -(size // 2) <= origin <= (size - 1) // 2,
         "an origin outside the kernel")
    need(input.ndim and -input.ndim <= axis < input.ndim, "an axis that is not there")
    boundary = boundary_of(mode, cval)
    x = input if input.dtype.kind in "fc" else input.astype(float)
    result = along(axis, x, "-m", "same", "-b", boundary, f"--origin={middle + origin}", *options,
                   kernel=kernel)
    return deliver(result, input, output)


def correlate1d(input, weights, axis=-1, output=None, mode="reflect", cval=0.0, origin=0):
    weights, = numbers(weights)
    need(weights.ndim == 1 and weights.size, "weights of more or less than one axis")
    size = len(weights)
    return filtered(input, axis, output, mode, cval, origin, size // 2, size, "-c",
                    kernel=weights.astype(complex if weights.dtype.kind == "c" else float))


def convolve1d(input, weights, axis=-1, output=None, mode="reflect", cval=0.0, origin=0):
    weights, = numbers(weights)
    need(weights.ndim == 1 and weights.size, "weights of more or less than one axis")
    size = len(weights)
    return filtered(input, axis, output, mode, cval, origin, size // 2, size,
                    kernel=weights.astype(complex if weights.dtype.kind == "c" else float))


def uniform_filter1d(input, size, axis=-1, output=None, mode="reflect", cval=0.0, origin=0):
    need(size == int(size) and size >= 1, f"size {size}")
    return filtered(input, axis, output, mode, cval, origin, int(size) // 2, int(size), "-c", "-g",
                    f"box:{int(size)}")


def gauss(sigma, order, truncate, radius):
    """A spec of -g and its size."""
    need(sigma > 0 and 0 <= order <= 10 and order == int(order), f"sigma {sigma}, order {order}")
    reach = int(truncate * float(sigma) + 0.5) if radius is None else radius
    need(reach == int(reach) and reach >= 0, f"radius {radius}")
    ask = f"truncate={number(truncate)}" if radius is None else f"radius={int(radius)}"
    return f"gauss:{number(sigma)},{ask},d={int(order)}", 2 * int(reach) + 1


def gaussian_filter1d(input, sigma, axis=-1, order=0, output=None, mode="reflect", cval=0.0,
                      truncate=4.0, *, radius=None):
    spec, size = gauss(sigma, order, truncate, radius)
    return filtered(input, axis, output, mode, cval, 0, size // 2, size, "-g", spec)


def install():
    for function in (correlate1d, convolve1d, uniform_filter1d, gaussian_filter1d, correlate,
                     convolve, uniform_filter, gaussian_filter):
        replace_all(MODULES, function.__name__, function)

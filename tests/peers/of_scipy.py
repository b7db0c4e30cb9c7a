# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""of_scipy.py - scipy.signal's convolutions, windows, FIR filters and savgol_filter as command
lines."""
import numpy as np
from scipy.signal import kaiser_atten, kaiser_beta

from shim import (all_axes, along, need, number, numbers, real, replace_all, run,
                  understands)


# What tests of a class compare with: with conv on both sides they would show less.
REFERENCES = {"TestOAConvolve": ["fftconvolve"], "TestFFTConvolve": ["convolve2d"]}


def several(signal, kernel, *options):
    """conv along all axes that the signal has, or along those that the options name."""
    signal, kernel = numbers(signal, kernel)
    if not any(o.startswith("--axes") for o in options):
        options = (all_axes(signal), *options)
    return run(signal, *options, kernel=kernel)


def typed(result, *operands):
    """A result in the type that the peer gives it: integers wrap."""
    kept = np.result_type(*operands)
    if kept.kind in "iu":
        with np.errstate(invalid="ignore"):
            result = result.astype(np.int64)
    return result.astype(kept)


def sums(in1, in2, mode, method, *options):
    in1, in2 = np.asarray(in1), np.asarray(in2)
    need(in1.ndim == in2.ndim, "operands of another rank")
    return typed(several(in1, in2, "-m", str(mode), "-M", str(method), *options), in1, in2)


def convolve(in1, in2, mode="full", method="auto"):
    return sums(in1, in2, mode, method)


def correlate(in1, in2, mode="full", method="auto"):
    return sums(in1, in2, mode, method, "-c")


def in_two_axes(in1, in2, mode, boundary, fillvalue, *options):
    in1, in2 = np.asarray(in1), np.asarray(in2)
    need(in1.ndim == 2 == in2.ndim, "more or less than two axes")
    need(np.ndim(fillvalue) == 0 and np.isrealobj(fillvalue), f"fillvalue {fillvalue}")
    beyond = {"fill": f"constant:{number(fillvalue)}", "symm": "symmetric"}.get(boundary, boundary)
    options = [*options, "-m", str(mode), "-b", str(beyond)]
    return typed(several(in1, in2, *options), in1, in2)


def convolve2d(in1, in2, mode="full", boundary="fill", fillvalue=0):
    return in_two_axes(in1, in2, mode, boundary, fillvalue)


def correlate2d(in1, in2, mode="full", boundary="fill", fillvalue=0):
    return in_two_axes(in1, in2, mode, boundary, fillvalue, "-c")


def fftconvolve(in1, in2, mode="full", axes=None):
    in1, in2 = np.asarray(in1), np.asarray(in2)
    need(in1.ndim == in2.ndim, "operands of another rank")
    kept = np.result_type(in1, in2)
    kept = kept if kept.kind in "fc" else float
    options = ["-m", str(mode), "-M", "fft"]
    if axes is not None:
        options.append("--axes=" + (",".join(map(str, axes)) if np.ndim(axes) else str(axes)))
    return several(in1, in2, *options).astype(kept)


def correlation_lags(in1_len, in2_len, mode="full"):
    need(mode in ("full", "same", "valid"), f"mode {mode!r}")
    result = run(np.ones(in1_len), "-c", "--lags", "-m", mode, kernel=np.ones(in2_len))
    return result[:, 0].astype(int)


def window(spec, M, sym, peak=True):
    """A window of M points. Without `scale=0` only those of odd length have their peak, 1, among
    the points."""
    need(isinstance(M, (int, np.integer)) and M > 1, "an empty or a single point")
    if understands("-g", "hann:8,scale=0"):
        options = [] if sym else ["periodic=1"]
        spec = ",".join([spec.format(M), "scale=0", *options])
        return run(None, "--print-kernel", "-g", spec)
    need(peak and (M % 2 == (1 if sym else 0)), "scale=0")
    return run(None, "--print-kernel", "--normalize=peak", "-g", spec.format(M + (not sym)))[:M]


def named(name, spec):
    def made(M, sym=True):
        return window(spec, M, sym)
    made.__name__ = name
    return name, made


def kaiser(M, beta, sym=True):
    return window("kaiser:{},beta=" + number(beta), M, sym)


def tukey(M, alpha=0.5, sym=True):
    need(understands("-g", "tukey:9"), "tukey")
    return window("tukey:{},alpha=" + number(alpha), M, sym)


def bartlett(M, sym=True):
    need(understands("-g", "bartlett:9"), "bartlett")
    return window("bartlett:{}", M, sym)


def gaussian(M, std, sym=True):
    need(sym and M % 2 and M > 1 and std > 0, "even or periodic")
    return run(None, "--print-kernel", "--normalize=peak", "-g",
               f"gauss:{number(std)},truncate={number((M - 1) / 2 / std)}")


WINDOWS = "hann hamming blackman triang kaiser tukey bartlett gaussian"


def firwin(numtaps, cutoff, width=None, window="hamming", pass_zero=True, scale=True, nyq=None,
           fs=None):
    need(scale or understands("-g", "lowpass:0.1,9,scale=0"), "scale=False")
    need(nyq is None and isinstance(pass_zero, (bool, str)), "nyq, or pass_zero of another type")
    nyquist = 1 if fs is None else fs / 2
    edges = np.atleast_1d(cutoff) / (2 * float(nyquist))
    need(edges.ndim == 1 and 1 <= len(edges) <= 2 and numtaps == int(numtaps), "several bands")
    need(all(0 < edges) and all(edges < 0.5) and all(np.diff(edges) > 0), "edges out of order")
    kind = {True: ["lowpass", "notch"], False: ["highpass", "bandpass"]}.get(pass_zero)
    name = kind[len(edges) - 1] if kind else {"bandstop": "notch"}.get(pass_zero, pass_zero)
    need(name in ("lowpass", "highpass", "bandpass", "notch"), f"pass_zero {pass_zero!r}")
    need(name in ("lowpass", "highpass") if len(edges) == 1 else name in ("bandpass", "notch"),
         "bands")
    need(numtaps % 2 or name in ("lowpass", "bandpass"), "even taps at half the rate")
    if width is not None:
        window = ("kaiser", kaiser_beta(kaiser_atten(numtaps, float(width) / nyquist)))
    shape = ",".join(map(str, window)) if isinstance(window, tuple) else window
    need(shape.split(",")[0] in ("hamming", "hann", "blackman", "kaiser"), f"window {window}")
    spec = f"{name}:{','.join(map(number, edges))},{int(numtaps)},{shape}"
    spec += "" if scale else ",scale=0"
    return run(None, "--print-kernel", "-g", spec)


def savgol_kernel(window_length, polyorder, deriv, delta, pos=None):
    need(window_length == int(window_length) and 0 <= deriv and polyorder < window_length,
         "arguments")
    need(pos is None and window_length % 2 or understands("-g", "savgol:5,2,pos=1"), "pos")
    need(polyorder <= 16 and deriv <= polyorder, "an order beyond 16, or a derivative that is 0")
    spec = f"savgol:{int(window_length)},{polyorder},d={deriv}"
    if pos is not None:
        spec += f",pos={number(pos)}"
    return ["-g", spec] + ([f"--rate={number(1 / delta)}"] if deriv else [])


def savgol_coeffs(window_length, polyorder, deriv=0, delta=1.0, pos=None, use="conv"):
    need(use in ("conv", "dot"), f"use {use!r}")
    taps = run(None, "--print-kernel", *savgol_kernel(window_length, polyorder, deriv, delta, pos))
    return taps if use == "conv" else taps[::-1]


EDGES = {"mirror": "mirror", "nearest": "edge", "wrap": "wrap", "interp": "fit"}


def savgol_filter(x, window_length, polyorder, deriv=0, delta=1.0, axis=-1, mode="interp",
                  cval=0.0):
    x, = real(x)
    x = x if x.dtype in (np.float64, np.float32) else x.astype(float)
    need(mode == "constant" or mode in EDGES, f"mode {mode!r}")
    boundary = f"constant:{number(cval)}" if mode == "constant" else EDGES[mode]
    need(boundary != "fit" or understands("-g", "savgol:5,2", "-m", "same", "-b", "fit"), "-b fit")
    need(boundary != "fit" or window_length <= x.shape[axis], "a window longer than the signal")
    options = savgol_kernel(window_length, polyorder, deriv, delta)
    return along(axis, x, "-m", "same", "-b", boundary, *options).astype(x.dtype)


def install():
    tools = ["scipy.signal._signaltools", "scipy.signal", "scipy.signal.signaltools"]
    for function in (convolve, correlate, convolve2d, correlate2d, correlation_lags, fftconvolve):
        replace_all(tools, function.__name__, function)
    replace_all(tools, "oaconvolve", fftconvolve)
    made = {**dict([named("hann", "hann:{}"), named("hamming", "hamming:{}"),
                    named("blackman", "blackman:{}"),
                    named("triang", "triangle:{}")]),
            "kaiser": kaiser, "tukey": tukey, "bartlett": bartlett, "gaussian": gaussian}
    for name in WINDOWS.split():
        replace_all(["scipy.signal.windows._windows", "scipy.signal.windows"], name, made[name])
    replace_all(["scipy.signal._fir_filter_design", "scipy.signal"], "firwin", firwin)
    replace_all(["scipy.signal._savitzky_golay", "scipy.signal"], "savgol_coeffs", savgol_coeffs)
    replace_all(["scipy.signal._savitzky_golay", "scipy.signal"], "savgol_filter", savgol_filter)

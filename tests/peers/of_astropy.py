# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""of_astropy.py - astropy.convolution's convolve and convolve_fft as command lines."""
import warnings

import numpy as np
from astropy.convolution import Kernel
from astropy.utils.exceptions import AstropyUserWarning

from shim import all_axes, need, number, real, replace_all, run, understands


def signal_of(array, mask):
    """Frames with NaN where they are masked, and the type of the result."""
    need(isinstance(array, (list, tuple, np.ndarray)) and not hasattr(array, "unit"),
         f"a {type(array).__name__}")
    if np.ma.isMaskedArray(array):
        need(array.dtype.kind in "biuf", f"elements {array.dtype}")
        array = np.ma.filled(array.astype(float), np.nan)
    x, = real(array)
    kept = x.dtype if x.dtype.kind == "f" else np.dtype(float)
    if mask is not None:
        mask = np.ma.getdata(np.asarray(mask)) != 0
        need(mask.shape == x.shape, "a mask of another shape")
        x = np.where(mask, np.nan, x)
    need(x.ndim and x.size, "no axes or no samples")
    return x, kept


def taps_of(kernel):
    if isinstance(kernel, Kernel):
        kernel = kernel.array
    need(not np.ma.isMaskedArray(kernel), "a masked kernel")
    h, = real(kernel)
    need(h.ndim and all(n % 2 for n in h.shape) and np.isfinite(h).all(),
         "a kernel of even length, or not finite")
    return h


def missing(x, nan_treatment, fill_value, preserve_nan, min_wt):
    """--nan=... for a signal."""
    need(nan_treatment in ("interpolate", "fill"), f"nan_treatment {nan_treatment!r}")
    if not np.isnan(x).any() and not np.isnan(fill_value):
        return []
    if nan_treatment == "fill":
        need(not preserve_nan, "fill and preserve_nan")
        return [f"--nan=fill:{number(fill_value)}"]
    need(not (preserve_nan and min_wt), "preserve_nan and min_wt")
    policy = "keep" if preserve_nan else f"omit:{number(min_wt)}" if min_wt else "omit"
    need(policy == "omit" or understands("-e", "1", f"--nan={policy}", all_axes(x),
                                         shape=(3,) * x.ndim), f"--nan={policy.split(':')[0]}")
    return [f"--nan={policy}"]


def filtered(x, kernel, boundary, fill_value, nan_treatment, normalize_kernel, preserve_nan,
             min_wt=0, *options):
    need(normalize_kernel in (True, False), "normalize_kernel is a function")
    need(boundary in (None, "fill", "wrap", "extend"), f"boundary {boundary!r}")
    h = taps_of(kernel)
    need(h.ndim == x.ndim, "operands of another rank")
    need(h.sum() >= 0.01 or not normalize_kernel and not np.isnan(x).any(),
         "a sum near 0, which astropy looks for")
    options = [all_axes(x), *options, *missing(x, nan_treatment, fill_value, preserve_nan, min_wt)]
    if normalize_kernel:
        options.append("--normalize=sum")
    if boundary is None:
        need(all(m <= n for m, n in zip(h.shape, x.shape)), "a kernel longer than the signal")
        y, inner = np.zeros(x.shape), tuple(slice(m // 2, n - m // 2)
                                            for m, n in zip(h.shape, x.shape))
        y[inner] = run(x, "-m", "valid", *options, kernel=h)
        return y
    beyond = {"fill": f"constant:{number(fill_value)}", "wrap": "wrap", "extend": "edge"}[boundary]
    return run(x, "-m", "same", "-b", beyond, *options, kernel=h)


def convolve(array, kernel, boundary="fill", fill_value=0.0, nan_treatment="interpolate",
             normalize_kernel=True, mask=None,
             preserve_nan=False, normalization_zero_tol=1e-8):
    x, kept = signal_of(array, mask)
    y = filtered(x, kernel, boundary, fill_value, nan_treatment, normalize_kernel, preserve_nan)
    interpolated = nan_treatment == "interpolate" and not preserve_nan
    if interpolated and np.isnan(x).any() and np.isnan(y).any():
        warnings.warn("nan_treatment='interpolate', however, NaN values detected post convolution. "
                      "A contiguous region of NaN values, larger than the kernel size, are present "
                      "in the input array. Increase the kernel size to avoid this.",
                      AstropyUserWarning)
    return y.astype(kept)


def convolve_fft(array, kernel, boundary="fill", fill_value=0.0, nan_treatment="interpolate",
                 normalize_kernel=True,
                 normalization_zero_tol=1e-8, preserve_nan=False, mask=None, crop=True,
                 return_fft=False, fft_pad=None,
                 psf_pad=None, min_wt=0.0, allow_huge=False, fftn=np.fft.fftn, ifftn=np.fft.ifftn,
                 complex_dtype=complex,
                 dealias=False):
    need(crop and not return_fft and not dealias and complex_dtype is complex,
         "crop, return_fft, dealias")
    need(boundary in (None, "fill", "wrap"), f"boundary {boundary!r}")
    need(boundary != "wrap" or not psf_pad and not fft_pad, "wrap and padding")
    need(not np.isnan(fill_value) or nan_treatment == "interpolate", "NaNs replaced by NaN")
    if boundary is None:
        warnings.warn("The convolve_fft version of boundary=None is equivalent to the convolve "
                      "boundary='fill'.  There is no "
                      "FFT equivalent to convolve's zero-if-kernel-leaves-boundary",
                      AstropyUserWarning)
        boundary = "fill"
    x, _ = signal_of(array, mask)
    x = np.where(np.isfinite(x), x, np.nan)  # here, not in convolve, infinities are missing too
    return filtered(x, kernel, boundary, fill_value, nan_treatment, normalize_kernel, preserve_nan,
                    min_wt, "-M", "fft")


def install():
    for function in (convolve, convolve_fft):
        replace_all(["astropy.convolution.convolve", "astropy.convolution"], function.__name__,
                    function)

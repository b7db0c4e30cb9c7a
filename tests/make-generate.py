#!/usr/bin/python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""make-generate.py - writes the cases of made kernels and of --normalize whose expected numbers
come from elsewhere.

They come from scipy where it is right to 1e-14, else from rational arithmetic or the formula in
long double. Needs python3-scipy, which running the tests does not. Writes tests/cases/made/NAME.sh
and NAME.near, and tests/cases/normalize.
"""
import math
from fractions import Fraction
import numpy as np
import scipy.ndimage
import scipy.optimize
import scipy.signal
from scipy.ndimage import _filters
from scipy.signal import windows
from golden import case, load


def made(name, pairs, options=""):
    """One case of several kernels, one after the other: (spec, taps). Each is scaled so that a
    tolerance relative to the largest of all is one relative to its own."""
    lines = [f"{{ conv{options} --print-kernel -g '{spec}'; }} | awk "
             f"'{{ print $1 / {np.max(np.abs(h)):.17g} }}' OFMT=%.17g"
             for spec, h in pairs]
    case("made/" + name, "\n".join(lines), np.concatenate([h / np.max(np.abs(h)) for _,
                                                           h in pairs]))


def one(w):
    return w / w.sum()


# windows
for name, window in (("triangle", windows.triang), ("hann", windows.hann),
                     ("hamming", windows.hamming),
                     ("blackman", windows.blackman), ("box", windows.boxcar)):
    made(name, [(f"{name}:{n}", one(window(n))) for n in (1, 3, 4, 5, 8, 31, 100)])
made("kaiser", [(f"kaiser:{n}", one(windows.kaiser(n, 14))) for n in (1, 2, 9, 30)] +
     [(f"kaiser:{n},{beta}", one(windows.kaiser(n, beta))) for n in (1, 2, 9, 30)
      for beta in (0, 0.5, 8.6, 40)])

# gauss and its derivatives; scipy's integer powers overflow for high orders of a wide one
made("gauss", [(f"gauss:{sigma}", _filters._gaussian_kernel1d(sigma, 0, int(4 * sigma + 0.5)))
               for sigma in (0.05, 0.3, 1, 2.5, 10)])
made("gauss-truncate", [(f"gauss:{sigma},{truncate}",
                         _filters._gaussian_kernel1d(sigma, 0, int(truncate * sigma + 0.5)))
                        for sigma in (0.3, 1, 2.5) for truncate in (0.5, 3, 8)])
made("gauss-derivatives", [(f"gauss:{sigma},d={d}",
                            _filters._gaussian_kernel1d(sigma, d, int(4 * sigma + 0.5)))
                           for sigma in (0.5, 2.5, 8) for d in (1, 2, 3, 4)])


def gauss_long(sigma, d):
    radius = int(4 * sigma + 0.5)
    z = np.arange(-radius, radius + 1).astype(np.longdouble) / np.longdouble(sigma)
    phi = one(np.exp(-z * z / 2))
    before, here = np.zeros_like(z), np.ones_like(z)
    for k in range(d):
        before, here = here, -z * here - k * before
    return (phi * here / np.longdouble(sigma) ** d).astype(float)


made("gauss-high", [(f"gauss:{sigma},d={d}", gauss_long(sigma, d)) for sigma in (2.5, 20)
                    for d in (7, 10)])
x50 = load("noise-1000.txt")[:300]
for d in (0, 1, 2, 3):
    case(f"made/gauss-filter1d-{d}", f"head -300 $DATA/noise-1000.txt | conv -g gauss:2.5,d={d} -m "
                                     f"same",
         scipy.ndimage.gaussian_filter1d(x50, 2.5, order=d, mode="constant"))


def savgol_exact(n, order, d):
    """Least squares over orthogonal polynomials, in rational numbers."""
    x = [Fraction(2 * i - (n - 1), 2) for i in range(n)]
    before, here = [Fraction(0)] * n, [Fraction(1)] * n
    power_before, power = [Fraction(0)] * (order + 2), [Fraction(1)] + [Fraction(0)] * (order + 1)
    h = [Fraction(0)] * n
    for k in range(order + 1):
        norm = sum(v * v for v in here)
        h = [a + power[d] * math.factorial(d) * b / norm for a, b in zip(h, here)]
        b = Fraction(k * k * (n * n - k * k), 4 * (4 * k * k - 1)) if k else Fraction(0)
        before, here = here, [u * v - b * w for u, v, w in zip(x, here, before)]
        power_before, power = power, [u - b * v for u,
                                      v in zip([Fraction(0)] + power[:-1], power_before)]
    return np.array([float(v) for v in h[::-1]])


made("savgol", [(f"savgol:{n},{order},d={d}",
                 scipy.signal.savgol_coeffs(n, order, deriv=d, use="conv"))
                for n, order, d in ((5, 2, 1), (11, 3, 1), (51, 4, 1), (6, 3, 1), (1, 0, 0))])
made("savgol-exact", [(f"savgol:{n},{order},d={d}", savgol_exact(n, order, d))
                      for n, order, d in ((5, 2, 0), (11, 3, 0), (11, 4, 2), (9, 4, 2), (6, 3, 2),
                                          (21, 5, 3), (101, 10, 3), (17, 16, 0),
                                          (17, 16, 15), (40, 16, 8), (13, 12, 12), (301, 6, 2))])

made("exp", [(f"exp:{tau},{truncate}",
              one(windows.exponential(math.ceil(truncate * tau) + 1, center=0, tau=tau, sym=False)))
             for tau, truncate in ((0.1, 37), (1, 37), (2.5, 37), (7, 5), (1, 0))])
case("made/exp-default", "conv --print-kernel -g exp:1.5",
     one(windows.exponential(math.ceil(37 * 1.5) + 1, center=0, tau=1.5, sym=False)))

# sinc filters
shapes = (("hamming", "hamming", ""), ("hann", "hann", ""), ("blackman", "blackman", ""),
          ("kaiser", ("kaiser", 14), ""),
          ("kaiser", ("kaiser", 5.5), ",beta=5.5"))
for word, window, beta in shapes:
    made(f"lowpass-{word}{beta[6:]}", [(f"lowpass:{f},{n},{word}{beta}",
                                        scipy.signal.firwin(n, 2 * f, window=window))
                                       for f in (0.01, 0.25, 0.4) for n in (4, 31, 64)])
made("highpass", [(f"highpass:{f},taps={n}", scipy.signal.firwin(n, 2 * f, pass_zero="highpass"))
                  for f in (0.01, 0.25, 0.4) for n in (1, 31, 65)])
edges = ((0.1, 0.2), (0.02, 0.4), (0.3, 0.45))
made("bandpass", [(f"bandpass:{a},{b},{n}", scipy.signal.firwin(n, [2 * a, 2 * b],
                                                                pass_zero="bandpass"))
                  for a, b in edges for n in (30, 31, 101)])
made("notch", [(f"notch:{a},{b},{n},window=kaiser,beta=8.6",
                scipy.signal.firwin(n, [2 * a, 2 * b], window=("kaiser", 8.6)))
               for a, b in edges for n in (31, 101)])
# the default taps: 2 ceil(W / f) + 1, f the narrowest distance, W the window's main lobe
made("sinc-default", [("lowpass:0.2", scipy.signal.firwin(41, 0.4)),
                      ("highpass:0.4", scipy.signal.firwin(81, 0.8, pass_zero="highpass")),
                      ("bandpass:0.125,0.1875", scipy.signal.firwin(129, [0.25, 0.375],
                                                                    pass_zero="bandpass")),
                      ("notch:0.125,0.25", scipy.signal.firwin(65, [0.25, 0.5])),
                      ("lowpass:0.25,window=blackman",
                       scipy.signal.firwin(49, 0.5, window="blackman")),
                      ("lowpass:0.25,window=kaiser",
                       scipy.signal.firwin(2 * math.ceil(2 * math.hypot(1, 14 / math.pi) / 0.25)
                                           + 1, 0.5, window=("kaiser", 14)))])

# units, at 8000 frames per second
made("units", [("box:250us", np.ones(2) / 2), ("box:1.25,ms", np.ones(10) / 10),
               ("box:1us", np.ones(1)),
               ("hann:0.001s", one(windows.hann(8))), ("triangle:750\u00b5s",
                                                       one(windows.triang(6))),
               ("gauss:0.3125ms", _filters._gaussian_kernel1d(2.5, 0, 10)),
               ("gauss:0.3125,d=1,ms", 8000 * _filters._gaussian_kernel1d(2.5, 1, 10)),
               ("savgol:1.375ms,3,d=2", 8000.0 ** 2 * savgol_exact(11, 3, 2)),
               ("deriv:1", np.array([4000, 0, -4000])),
               ("exp:0.25ms,4", one(np.exp(-np.arange(9) / 2))),
               ("exp:halflife=0.25ms,truncate=4", one(2 ** (-np.arange(13) / 2))),
               ("exp:span=0.001s,truncate=4", one((7 / 9) ** np.arange(17))),
               ("gauss:2.5,radius=0.5ms", _filters._gaussian_kernel1d(2.5, 0, 4)),
               ("savgol:0.625ms,2,pos=0.5ms", scipy.signal.savgol_coeffs(5, 2, pos=4, use="conv")),
               ("bandpass:1kHz,1500,2000,2.5kHz,31",
                scipy.signal.firwin(31, [1000, 1500, 2000, 2500], fs=8000, pass_zero=False)),
               ("lowpass:1kHz,31", scipy.signal.firwin(31, 1000, fs=8000)),
               ("lowpass:1000,31", scipy.signal.firwin(31, 1000, fs=8000)),
               ("bandpass:1,0.002MHz,31,kHz", scipy.signal.firwin(31, [1000, 2000], fs=8000,
                                                                  pass_zero=False)),
               ("highpass:1.5,taps=33,kHz", scipy.signal.firwin(33, 1500, fs=8000,
                                                                pass_zero=False)),
               ("delta:0.25ms", np.array([0, 0, 1])), ("echo:0.25ms,-6dB",
                                                       np.array([1, 0, 10 ** -0.3])),
               ("echo:2,-20,dB", np.array([1, 0, 0.1]))], " --rate=8000")

# a causal kernel's time 0 is its first tap, unless --origin says otherwise; with -c its last
x20 = load("noise-20.txt")
h = one(np.exp(-np.arange(9) / 2))
full, correlated = np.convolve(x20, h), np.convolve(x20, h[::-1])
case("made/causal-same", "conv -m same -g exp:2,4 $DATA/noise-20.txt", full[:20])
case("made/causal-same-correlate", "conv -c -m same -g exp:2,4 $DATA/noise-20.txt",
     correlated[8:28])
case("made/causal-same-left", "conv -m same --origin=left -g exp:2,4 $DATA/noise-20.txt",
     full[4:24])
case("made/causal-same-3", "conv -m same --origin=3 -g exp:2,4 $DATA/noise-20.txt", full[3:23])
x5 = x20[:5]
case("made/causal-longest", "head -5 $DATA/noise-20.txt | conv -m same --same=longest -g exp:2,4",
     np.convolve(x5, h)[:9])
case("made/causal-longest-correlate", "head -5 $DATA/noise-20.txt | conv -c -m same --same=longest "
                                      "-g exp:2,4",
     np.convolve(x5, h[::-1])[4:13])

# pandas' ewm, adjust=True and False; the polynomial through the latest frames
x50 = load("noise-1000.txt")[:50]
weights = 0.75 ** np.arange(50)
case("made/ewm", "head -50 $DATA/noise-1000.txt | conv -m same -b renorm -g exp:alpha=0.25",
     [np.dot(weights[:n], x50[:n][::-1]) / weights[:n].sum() for n in range(1, 51)])
mean = list(x50[:1])
for v in x50[1:]:
    mean.append(0.75 * mean[-1] + 0.25 * v)
case("made/ewm-unadjusted", "head -50 $DATA/noise-1000.txt | conv -m same -b edge -g exp:span=7",
     mean)
latest = [np.polyval(np.polyfit(range(5), x50[n - 4:n + 1], 2), 4) for n in range(4, 50)]
case("made/savgol-latest", "head -50 $DATA/noise-1000.txt | conv -m same -g savgol:5,2,pos=4 | "
                           "tail -n +5", latest, 1e-12)

# normalize
two = load("taps-40x2.txt")
noise = load("taps-150.txt")


def gain(column):
    """max |H(f)|, from a dense grid and a search around its best points."""
    grid = 64 * len(column)
    response = np.abs(np.fft.rfft(column, grid))
    n = np.arange(len(column)) - (len(column) - 1) / 2
    best = response.max()
    for k in np.flatnonzero(response > 0.998 * best):
        found = scipy.optimize.minimize_scalar(
            lambda u: -abs(np.sum(column * np.exp(-2j * np.pi * (k + u) / grid * n))),
            bounds=(-1, 1), method="bounded",
            options={"xatol": 1e-9})
        best = max(best, -found.fun)
    return best


norms = {"l1": lambda h: np.abs(h).sum(), "l2": lambda h: np.sqrt((h * h).sum()),
         "peak": lambda h: np.abs(h).max(),
         "gain": gain}
for norm, of in norms.items():
    case(f"normalize/{norm}", f"conv --print-kernel --normalize={norm} $DATA/taps-150.txt",
         noise / of(noise))
    case(f"normalize/{norm}-columns", f"conv --print-kernel --normalize={norm} -k "
                                      f"$DATA/taps-40x2.txt",
         two / max(of(two[:, 0]), of(two[:, 1])))
for taps in (1, 2, 3, 8, 31, 1200):
    h = load(f"taps-{taps}.txt")
    case(f"normalize/gain-{taps}", f"conv --print-kernel --normalize=gain $DATA/taps-{taps}.txt",
         h / gain(h), 2e-14)
long = np.array([i * i * 7919 % 2003 - 1001 for i in range(30000)], float)
case("normalize/gain-long", "awk 'BEGIN { for (i = 0; i < 30000; i++) print i * i * 7919 % 2003 - "
                            "1001 }' > h\n"
     "conv --print-kernel --normalize=gain -k h | head -1", long[:1] / gain(long), 1e-13)
case("normalize/sum-columns", "conv --print-kernel --normalize=sum $DATA/taps-40x2.txt",
     two / two.sum(axis=0), 1e-13)
case("normalize/result", "conv --normalize=l2 $DATA/taps-3.txt $DATA/noise-20.txt",
     np.convolve(x20, norms["l2"](load("taps-3.txt")) ** -1 * load("taps-3.txt")))

# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""of_pandas.py - the sums beneath pandas' rolling and ewm as command lines.

Replaced are the functions of pandas._libs.window.aggregations, which get values and the bounds of
each window, so that all that pandas does with frames, groups and names remains. Pandas asks for a
count of values, `minp`, where conv asks for a part of the weight: --nan=omit:MIN.
"""
import numpy as np

from shim import need, number, replace, run, understands

LIBRARY = "pandas._libs.window.aggregations"


def sliding(start, end, n):
    """The frames and the reach beyond the current one of windows of one length, cut off at the
    ends."""
    start, end = np.asarray(start), np.asarray(end)
    need(n and len(start) == n and len(end) == n, "no values, or not a window for each")
    ahead = int(end[0]) - 1
    need(0 <= ahead and (end == np.minimum(np.arange(n) + 1 + ahead, n)).all(),
         "windows of varying length")
    late = np.flatnonzero(start)
    size = int(late[0] + ahead + 1 - start[late[0]]) if len(late) else n + ahead
    need(size > 0 and (start == np.maximum(np.arange(n) + 1 + ahead - size, 0)).all(),
         "windows of varying length")
    need(ahead < size, "windows that leave out the current value")
    return size, ahead


def present(minp, size):
    """Options for a result where at least minp of size values are there."""
    minp = max(int(minp), 1)
    if minp >= size:
        return ["-b", "constant:nan"]
    if minp == 1:
        return ["-b", "renorm", "--nan=omit"]
    need(understands("-e", "1,1", "-m", "same", "-b", "renorm", "--nan=omit:1/2"), "--nan=omit:MIN")
    return ["-b", "renorm", f"--nan=omit:{minp}/{size}"]


def mean_of(values, size, ahead, minp):
    if minp > size:
        return np.full(len(values), np.nan)
    return run(values, "-m", "same", f"--origin={ahead}", "-g", f"box:{size}", *present(minp, size))


def roll_mean(values, start, end, minp):
    size, ahead = sliding(start, end, len(values))
    return mean_of(np.asarray(values), size, ahead, minp)


def roll_sum(values, start, end, minp):
    """The sum of what is there, absent where the mean is."""
    size, ahead = sliding(start, end, len(values))
    values = np.asarray(values)
    sums = run(values, "-m", "same", f"--origin={ahead}", "--nan=fill:0", kernel=np.ones(size))
    return sums if minp == 0 else np.where(np.isnan(mean_of(values, size, ahead, minp)), np.nan,
                                           sums)


def weighted(values, weights, minp, *options):
    values, weights = np.asarray(values), np.asarray(weights, float)
    need(len(values) and weights.any(), "no values, or no weights")
    need(minp >= len(weights) or (weights == weights[0]).all() or minp <= 1 and (weights > 0).all(),
         "a count of values, and weights that differ")
    minp = min(int(minp), len(weights))
    return run(values, "-c", "-m", "same", f"--origin={len(weights) - 1}", *options,
               *present(minp, len(weights)), kernel=weights)


def roll_weighted_mean(values, weights, minp):
    return weighted(values, weights, minp, "--normalize=sum")


def roll_weighted_sum(values, weights, minp):
    need(minp >= len(weights), "a sum of fewer values")
    return weighted(values, weights, minp)


def ewm(vals, start, end, minp, com, adjust, ignore_na, deltas=None, normalize=True):
    values = np.asarray(vals)
    need(normalize, "a sum")
    need(adjust or not np.isnan(values).any(), "adjust=False, and values missing")
    need(deltas is None or (np.asarray(deltas) == 1).all(), "times")
    need(minp <= 1, "a count of values")
    need(not ignore_na or not np.isnan(values).any(), "ignore_na")
    alpha = 1 / (1 + com)
    spec = f"alpha={number(alpha)}"
    if not understands("-g", "exp:alpha=0.5"):
        need(0 < alpha < 1, "alpha 1")
        spec = number(-1 / np.log1p(-alpha))
    beyond = ["-b", "renorm", "--nan=omit"] if adjust else ["-b", "edge"]
    result = np.empty(len(values))
    for a, b in zip(start, end):
        need(b > a, "no values")
        result[a:b] = run(values[a:b], "-m", "same", *beyond, "-g", f"exp:{spec}")
    return result


def install():
    for function in (roll_mean, roll_sum, roll_weighted_mean, roll_weighted_sum, ewm):
        replace(LIBRARY, function.__name__, function)

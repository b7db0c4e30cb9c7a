#!/usr/bin/python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""run.py - random commands of conv against the manual's promises. usage: run.py [COUNT [SEED]]

Command i of a seed is always the same: run.py 1 SEED:I runs it alone, and leaves its files in
place. Prints a line for each mismatch; the exit status is 1 if there was one. CONV=program to test.
"""
import io
import math
import multiprocessing
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from fractions import Fraction

import numpy as np

import reference as ref
from commands import Case
from promise import Expected

CONV = os.path.abspath(os.environ.get("CONV") or "build/conv")


def compare(case, got, want):
    """What is wrong with one number, or None."""
    true, limit = want
    if true is None:
        return None
    if isinstance(true, float):
        same = math.isnan(got) if math.isnan(true) else got == true
        return None if same else f"{got!r} for {true!r}"
    gain, best = 1, ref.nearest(*true.as_integer_ratio())
    if case.gain is None and got == best:
        return None
    if callable(limit):
        limit = limit()
    if case.gain is not None:
        gain = Fraction(10 ** (case.gain / 20))
        limit = limit * gain + 4 * ref.U * abs(true * gain) + Fraction(1, 2**1074)
        true *= gain
    best = ref.nearest(*true.as_integer_ratio())
    if got == best:
        return None
    if limit == 0 or not math.isfinite(got):
        if abs(true) + limit >= 2**1023 and limit:
            return None
        return f"{got!r} for {best!r}"
    error = abs(Fraction(got) - true)
    limit += ref.U * abs(true)
    return None if error <= limit else f"{got!r} for {best!r}, {float(error / limit):.3g} limits"


def write_signal(case, path):
    if case.npy:
        x = np.ascontiguousarray(np.array(case.x).T)
        with open(path, "wb") as f:
            np.save(f, x[:, 0] if case.channels == 1 else x)
        return
    sep = case.rng.choice([" ", ",", "\t"])
    with open(path, "w") as f:
        f.writelines(sep.join(map(repr, row)) + "\n" for row in zip(*case.x))


def conv(args, path, pipe):
    if pipe:
        with open(path, "rb") as f:
            return subprocess.run([CONV, *args], stdin=f, capture_output=True, timeout=20)
    return subprocess.run([CONV, *args, path], timeout=20, stdin=subprocess.DEVNULL,
                          capture_output=True)


def rows_of(case, out):
    if out.startswith(b"\x93NUMPY"):
        a = np.load(io.BytesIO(out))
        return [[v.item() for v in np.atleast_1d(r)] for r in a]
    rows = [[float(v) for v in re.split(rb"[,\s]+", line.strip())] for line in out.splitlines()]
    if len(rows) == 1 and len(case.x[0]) == 1:
        rows = [[v] for v in rows[0]] if case.kernel_channels == 1 and not case.lags else rows
    return rows


def printed_kernel(case):
    """conv's own taps, after a look at them: (columns, what is wrong)."""
    want = case.kernel.columns
    if not case.kernel.printed():
        return want, None
    run = subprocess.run([CONV, *case.kernel.args, "--print-kernel"], capture_output=True)
    rows = [[float(v) for v in line.split()] for line in run.stdout.splitlines()]
    got = [list(c) for c in zip(*rows)]
    if [len(c) for c in got] != [len(c) for c in want]:
        return got, f"kernel of {[len(c) for c in got]} taps for {[len(c) for c in want]}"
    peak = max(abs(float(t)) for c in want for t in c)
    far = max(abs(float(a) - float(b)) for g, w in zip(got, want) for a, b in zip(g, w))
    near = far <= case.kernel.near * peak
    return got, None if near else f"taps {far / peak:.3g} of the peak away"


def check(case):
    """What is wrong with a command, or None; and its words."""
    path = os.path.join(case.folder, "signal")
    write_signal(case, path)
    args = case.kernel.args + case.options
    words = "conv " + " ".join(args) + (" < " if case.pipe else " ") + path
    taps, wrong = printed_kernel(case)
    if wrong:
        return wrong, words
    run = conv(args, path, case.pipe)
    expected = Expected(case)
    status = expected.refused()
    if status is None:
        return None, words
    if run.returncode != status:
        said = [line for line in run.stderr.decode().splitlines() if "try 'conv" not in line]
        return f"status {run.returncode} for {status}: {said[-1:]}", words
    if status:
        return None, words
    told = run.stderr.decode()
    method = re.search(r"method: (\w+)", told).group(1)
    length = re.search(r"transforms of (\d+)", told)
    table, first = expected.expect(taps, method, int(length.group(1)) if length else 1 << 17)
    return difference(case, rows_of(case, run.stdout), table, first), words


def difference(case, rows, table, first):
    count = len(table[0])
    if len(rows) != count or any(len(r) != len(table) + case.lags for r in rows):
        return f"{len(rows)} rows of {len(rows[0]) if rows else 0} for {count} of {len(table)}"
    for i, row in enumerate(rows):
        if case.lags and row[0] != first + i:
            return f"lag {row[0]} for {first + i}"
        for c, got in enumerate(row[case.lags:]):
            wrong = compare(case, got, table[c][i])
            if wrong:
                return f"output {i}, column {c}: {wrong}"
    return None


def run_one(job):
    seed, index, keep = job
    folder = tempfile.mkdtemp(prefix="conv-random-")
    try:
        wrong, words = check(Case(random.Random(f"{seed}:{index}"), folder))
    except subprocess.TimeoutExpired as slow:
        wrong, words = "no end within 20 s", " ".join(slow.cmd)
    finally:
        if not keep:
            shutil.rmtree(folder)
    return f"{seed}:{index}: {wrong}\n    {words}" if wrong else None


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20000
    seed, _, one = (sys.argv[2] if len(sys.argv) > 2 else "1").partition(":")
    jobs = [(seed, int(one), True)] if one else [(seed, i, False) for i in range(count)]
    bad = 0
    with multiprocessing.Pool(1 if one else 2) as pool:
        for wrong in pool.imap_unordered(run_one, jobs, 1 if one else 20):
            if wrong:
                bad += 1
                print(wrong, flush=True)
    print(f"{len(jobs)} commands, {bad} mismatches, seed {seed}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())

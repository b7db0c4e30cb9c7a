#!/usr/bin/python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""run.py - random commands of conv against the manual's promises. usage: run.py [COUNT [SEED]]

Command i of a seed is always the same: run.py 1 SEED:I runs it alone, and leaves its files in
place. Prints a line for each mismatch; the exit status is 1 if there was one. CONV=program to test.

Drawn are -k, -e, -g (every kind), the operand, --normalize (every norm), --overlap, -c,
--print-kernel; -m, --same, --origin, --align, --tail, --lags and its ranges; -b and its other
names, --nan; -M, -j, -u; -d, -H, --rate, --signal-type, --signal-encoding, --channels,
--kernel-type, --kernel-encoding, --kernel-channels, --kernel-rate; -o, -t, --encoding, --format,
--gain; -v, -q, --explain. Signals and kernels are tables, arrays, raw samples and audio without
loss, of 1 to 4 channels. A tenth of the commands runs a second time, from a pipe for a file or
with other threads: the same samples.
Of 20 commands 3 have 1 to 4 axes, by --dims or --axes, or complex numbers, with boundaries, origins
and made kernels for all axes or one for each; their arrays are of both orders (axes.py).

Not drawn: --format=%a, as Python has none; ogg, opus and mp3, where the coder decides the samples;
several arrays in one file; -h, --help and -V, which compute nothing; words that are refused but for
a few: cases have these. Audio is written and read by soundfile, which names no encoding otherwise.
"""
import math
import multiprocessing
import os
import random
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from fractions import Fraction

import forms
import reference as ref
from axes import Axes
from commands import Case

CONV = os.path.abspath(os.environ.get("CONV") or "build/conv")


def compare(case, got, want):
    """What is wrong with one number, or None. Forms round, and keep the order of numbers."""
    true, limit = want
    if true is None:
        return None
    form = case.result.round
    if isinstance(true, float):
        best = form(true)
        same = got == best or math.isnan(got) and math.isnan(best)
        return None if same else f"{got!r} for {best!r}"
    best = form(ref.nearest(*true.as_integer_ratio()))
    if case.gain is None and got == best:
        return None
    limit = limit() if callable(limit) else limit
    if isinstance(limit, float):
        if not math.isfinite(limit):
            return None
        limit = Fraction(limit)
    if limit and abs(true) + limit >= 2**1023:
        return None
    if case.gain is not None:
        gain = Fraction(10 ** (case.gain / 20))
        limit = limit * gain + 4 * ref.U * abs(true * gain) + Fraction(1, 2**1074)
        true *= gain
    limit += ref.U * abs(true) if limit else 0
    low, high = (form(ref.nearest(*v.as_integer_ratio())) for v in (true - limit, true + limit))
    if low <= got <= high:
        return None
    if not limit or not math.isfinite(got):
        return f"{got!r} for {best!r}"
    limits = ref.nearest(*(abs(Fraction(got) - true) / limit).as_integer_ratio())
    return f"{got!r} for {best!r}, {limits:.3g} limits"


def conv(args, path, pipe):
    """The command's output, status and messages."""
    if pipe:
        with open(path, "rb") as f:
            return subprocess.run([CONV, *args], stdin=f, capture_output=True, timeout=20)
    return subprocess.run([CONV, *args, path], timeout=20, stdin=subprocess.DEVNULL,
                          capture_output=True)


def output_of(case, run):
    """The bytes of the result."""
    if not case.result.path:
        return run.stdout
    with open(case.result.path, "rb") as f:
        return f.read()


def rows_of(case, data, columns):
    """(rows, what is wrong)."""
    try:
        rows, wrong = case.result.read(data, columns)
    except (ValueError, OSError, IndexError) as reason:
        return [], f"a result that is no {case.result.type}: {reason}"
    single = case.form.row or isinstance(case.form, forms.Table) and len(case.x[0]) == 1
    if single and not case.form.header and not case.lags and columns == 1 and len(rows) == 1:
        rows = [[v] for v in rows[0]]
    return rows, wrong


def printed_kernel(case):
    """conv's own taps, after a look at them: (columns, what is wrong)."""
    want = case.kernel.columns
    if not case.kernel.printed():
        return want, None
    run = subprocess.run([CONV, *case.printing(), "--print-kernel"], capture_output=True)
    rows = [[float(v) for v in line.split()] for line in run.stdout.splitlines()]
    got = case.taps_in(rows)
    if [len(c) for c in got] != [len(c) for c in want]:
        return got, f"kernel of {[len(c) for c in got]} taps for {[len(c) for c in want]}"
    peak = max(abs(float(t)) for c in want for t in c)
    far = max(abs(float(a) - float(b)) for g, w in zip(got, want) for a, b in zip(g, w))
    near = far <= case.kernel.near * peak
    return got, None if near else f"taps {far / peak:.3g} of the peak away"


def check(case):
    """What is wrong with a command, or None; and its words."""
    path = os.path.join(case.folder, "signal")
    case.form.write(case.x, path)
    args = case.kernel.args + case.options
    words = "conv " + shlex.join(args) + (" < " if case.pipe else " ") + path
    taps, wrong = printed_kernel(case)
    if wrong:
        return wrong, words
    run = conv(args, path, case.pipe)
    expected = case.expected()
    status = expected.refused()
    if status is None:
        return None, words
    if run.returncode != status:
        said = [line for line in run.stderr.decode().splitlines() if "try 'conv" not in line]
        return f"status {run.returncode} for {status}: {said[-1:]}", words
    if status:
        return None, words
    told = run.stderr.decode()
    if case.quiet and told:
        return f"-q, and it says {told!r}", words
    method = re.search(r"method: (\w+)", told)
    length = re.search(r"transforms of (\d+)", told)
    table, first = expected.expect(taps, method.group(1) if method else case.method,
                                   int(length.group(1)) if length else 1 << 17)
    data = output_of(case, run)
    rows, wrong = rows_of(case, data, len(table))
    wrong = wrong or case.misshapen(data) or difference(case, rows, table, first)
    wrong = wrong or other_way(case, args, path, data)
    return wrong or explained(case, args, path, told), words


def explained(case, args, path, told):
    """--explain tells the plan of the run, and runs nothing."""
    if case.quiet or case.rng.random() < 0.97:
        return None
    run = conv([*args, "--explain"], path, False)
    plan = re.search(r"method: .*", run.stdout.decode())
    if run.returncode or not plan:
        return f"--explain: status {run.returncode}"
    meant = re.search(r"method: .*", told).group(0)
    return None if case.pipe or plan.group(0) == meant else f"--explain {plan.group(0)!r}"


def other_way(case, args, path, data):
    """The same samples from a pipe or a file, with other threads."""
    if case.rng.random() < 0.9:
        return None
    run = conv([*args, f"-j{case.rng.randint(1, 3)}"], path, not case.pipe)
    other = output_of(case, run)
    same = other == data or rows_of(case, other, 1) == rows_of(case, data, 1)
    return None if same else "another result from " + ("a file" if case.pipe else "a pipe")


def difference(case, rows, table, first):
    """What is wrong with the rows of a result, or None."""
    count = len(table[0])
    if len(rows) != count or any(len(r) != len(table) + case.lags for r in rows):
        return f"{len(rows)} rows of {len(rows[0]) if rows else 0} for {count} of {len(table)}"
    for i, row in enumerate(rows):
        lag = (first + i) / case.rate if case.rate else first + i
        if case.lags and row[0] not in (lag, case.result.round(lag)):
            return f"lag {row[0]} for {lag}"
        for c, got in enumerate(row[case.lags:]):
            wrong = compare(case, got, table[c][i])
            if not wrong and case.norm == "xcorr" and case.gain is None and abs(got) > 1:
                wrong = f"a coefficient of {got!r}"
            if wrong:
                return f"output {i}, column {c}: {wrong}"
    return None


def draw(seed, index, folder):
    """Of 20 commands 3 have several axes."""
    kind = Axes if index % 20 >= 17 else Case
    return kind(random.Random(f"{seed}:{index}"), folder)


def run_one(job):
    seed, index, keep = job
    folder = tempfile.mkdtemp(prefix="conv-random-")
    try:
        wrong, words = check(draw(seed, index, folder))
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

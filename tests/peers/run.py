#!/usr/bin/python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""run.py - runs the peers' own tests with conv doing the work. usage: run.py [-v] [PEER]...

Prints for each peer how many tests passed of those to which conv applies, that is, in which conv
answered all calls of the functions in question; what failed though the file `differences` does not
name it; and with -v why the other tests do not apply. The exit status is 1 if something failed.
CONV=program to test.
"""
import collections
import importlib.util
import json
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
CONV = os.path.abspath(os.environ.get("CONV") or os.path.join(HERE, "../../build/conv"))
PYTHON = "/usr/bin/python3"
# its conftest.py is found by path alone
PANDAS = os.path.dirname(importlib.util.find_spec("pandas").origin)


def modules(package, names):
    return ["--pyargs", *(f"{package}.{name}" for name in names.split())]


# pytest's arguments for each module of the shim
PYTHON_PEERS = {
    "numpy": ("of_numpy", modules("numpy", "core.tests.test_numeric core.tests.test_regression "
                                           "ma.tests.test_core")),
    "scipy.signal": ("of_scipy", ["-m", "not slow", *modules(
        "scipy.signal.tests", "test_signaltools test_windows test_fir_filter_design "
                              "test_savitzky_golay")]),
    "scipy.ndimage": ("of_ndimage", modules("scipy.ndimage.tests", "test_filters")),
    "astropy": ("of_astropy", modules("astropy.convolution.tests",
                                      "test_convolve test_convolve_fft test_convolve_kernels "
                                      "test_convolve_nddata test_kernel_class")),
    "pandas": ("of_pandas", [f"--rootdir={PANDAS}", *(
        f"{PANDAS}/tests/window/test_{name}.py" for name in
        "rolling rolling_functions win_type ewm groupby timeseries_window base_indexer "
        "expanding".split())]),
}
# where Octave keeps the tests of a function
OCTAVE = {
    "conv": "fullfile (OCTAVE_HOME, 'share/octave', OCTAVE_VERSION, 'm/polynomial/conv.m')",
    "filter": "fullfile (OCTAVE_HOME, 'share/octave', OCTAVE_VERSION, "
              "'etc/tests/libinterp/corefcn/filter.cc-tst')",
    "xcorr": "fullfile (pkg ('list', 'signal'){1}.dir, 'xcorr.m')",
}


def run_pytest(peer, work):
    """A dictionary for each test that called a function in question, as shim.py writes them."""
    shim, arguments = PYTHON_PEERS[peer]
    log = os.path.join(work, "log")
    open(log, "w").close()
    environment = dict(os.environ, PYTHONPATH=HERE, PYTHONDONTWRITEBYTECODE="1", SHIM=shim,
                       SHIM_LOG=log, CONV=CONV)
    command = [PYTHON, "-m", "pytest", "-q", "-p", "shim", "-p", "no:cacheprovider", *arguments]
    done = subprocess.run(command, env=environment, cwd=work, capture_output=True, text=True)
    if done.returncode not in (0, 1):
        sys.exit(f"run.py: {peer}: pytest ended with {done.returncode}:\n"
                 f"{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return [json.loads(line) for line in open(log)]


def run_octave(peer, work):
    log = []
    for name, path in OCTAVE.items():
        script = (f"warning off; pkg load signal; path = {path}; "
                  f"addpath ('{HERE}/octave'); run_blocks (path)")
        command = ["octave-cli", "-q", "--no-init-file", "--no-history", "--eval", script]
        done = subprocess.run(command, env=dict(os.environ, CONV=CONV), cwd=work,
                              capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"run.py: octave: {name}: {done.stderr[-2000:]}")
        for outcome, conv, octave, text in re.findall(r"^block (\w+) (\d+) (\d+) (.*)", done.stdout,
                                                      re.M):
            reasons = [f"{name}: {text}"] if int(octave) else []
            log.append({"test": f"{name}: {text}", "outcome": outcome, "conv": int(conv),
                        "peer": int(octave),
                        "reasons": reasons, "why": ""})
    return log


def documented():
    lines = [line.split(None, 1) for line in open(os.path.join(HERE, "differences"))
             if not line.startswith("#")]
    return dict(lines)


def tell(peer, log, verbose):
    """Returns how many failed that should not."""
    applicable = [test for test in log if not test["peer"]
                  and test["outcome"] in ("passed", "failed")]
    failed = [test for test in applicable if test["outcome"] == "failed"]
    known = documented()
    wrong = [test for test in failed if test["test"] not in known]
    print(f"{peer:14} {len(applicable) - len(failed):5} passed of {len(applicable):5} applicable; "
          f"{len(failed) - len(wrong)} differ as documented; {len(log) - len(applicable)} not "
          f"applicable", flush=True)
    for test in wrong:
        print(f"  failed: {test['test']}\n    " + test["why"].strip()[:400].replace("\n", "\n    "))
    if verbose:
        reasons = collections.Counter(reason for test in log for reason in test["reasons"])
        for reason, count in reasons.most_common():
            print(f"  {count:5} not applicable: {reason[:120]}")
    return len(wrong)


def main():
    wanted = [word for word in sys.argv[1:] if word != "-v"] or [*PYTHON_PEERS, "octave"]
    wrong = 0
    for peer in wanted:
        with tempfile.TemporaryDirectory() as work:
            log = (run_octave if peer == "octave" else run_pytest)(peer, work)
        wrong += tell(peer, log, "-v" in sys.argv)
    return 1 if wrong else 0


sys.exit(main())

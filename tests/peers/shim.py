# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""shim.py - runs conv in place of a peer's functions, as a plugin of pytest.

`python3 -m pytest -p shim --pyargs PEER.tests` with SHIM=of_peer and CONV=path: of_peer.install()
replaces functions of the peer before its tests are imported. A replacement translates the arguments
into a command line; what it cannot translate it leaves to the peer by raising Untranslatable. Of
each test that called such a function there is a line in $SHIM_LOG: its name, its outcome, the calls
that conv and the peer answered.
"""
import functools
import importlib
import io
import json
import os
import subprocess
import tempfile
import threading

import numpy as np
import pytest

CONV = os.environ["CONV"]
WORK = tempfile.TemporaryDirectory(prefix="peers-")
save = np.save  # before anything is replaced


class Untranslatable(Exception):
    """conv has no command line for this call."""


class Refused(ValueError):
    """conv ended with a message."""


class Tally:
    """What happened to the calls of the test that runs."""
    by_conv = by_peer = 0
    reasons = []

    @classmethod
    def clear(cls):
        cls.by_conv, cls.by_peer, cls.reasons = 0, 0, []


def run(signal, *options, kernel=None):
    """What `conv OPTIONS` prints for an array of frames, or of frames x channels; kernel: an array
    for -k."""
    arguments = [CONV, "-q", "-j1", "-t", "npy", *options]
    if kernel is not None:
        path = os.path.join(WORK.name, f"kernel-{threading.get_ident()}.npy")
        save(path, np.ascontiguousarray(kernel))
        arguments += ["-k", path]
    stdin = io.BytesIO()
    if signal is not None:
        save(stdin, np.ascontiguousarray(signal))
    done = subprocess.run(arguments, input=stdin.getvalue(), capture_output=True)
    if os.environ.get("SHIM_TRACE"):
        print("conv", *arguments[1:])
    if done.returncode:
        raise Refused(done.stderr.decode().strip())
    return np.load(io.BytesIO(done.stdout))


@functools.lru_cache(maxsize=None)
def understands(*options):
    """Whether this conv knows these options: those of later versions are used where they are
    there."""
    try:
        run(np.arange(1.0, 10), *options)
    except Refused:
        return False
    return True


def need(condition, reason):
    if not condition:
        raise Untranslatable(reason)


def real(*arrays):
    """Arrays that conv reads as they are, from any array-like: bool, integers, floats up to
    double."""
    result = []
    for array in arrays:
        need(type(array).__name__ not in ("MaskedArray", "Quantity", "matrix"),
             "a class of its own")
        array = np.asarray(array)
        need(array.dtype.kind in "biuf" and array.dtype.itemsize <= 8, f"elements {array.dtype}")
        need(array.dtype.kind not in "iu" or array.size == 0 or np.abs(array.astype(float)).max()
             <= 2**53, "integers beyond 2^53")
        result.append(array)
    return result


def along(axis, signal, *options, kernel=None):
    """conv along one axis; all others are channels."""
    x = np.moveaxis(signal, axis, 0)
    need(x.ndim and x.size and x.size // len(x) <= 65535, "no frames, or too many channels")
    y = run(x.reshape(len(x), -1), *options, kernel=kernel)
    return np.moveaxis(y.reshape((len(y),) + x.shape[1:]), 0, axis)


def number(x):
    return repr(float(x))


# busy: within a call that the peer answers; what it calls itself is its own affair
thread = threading.local()


def replace(module, names, translate):
    """Replace a function, under each of these names of the module, by one that asks conv first."""
    holder = importlib.import_module(module)
    original = getattr(holder, names.split()[0])

    @functools.wraps(original)
    def called(*args, **kwargs):
        if getattr(thread, "busy", False):
            return original(*args, **kwargs)
        thread.busy = True
        try:
            result = translate(*args, **kwargs)
            Tally.by_conv += 1
            return result
        except (Untranslatable, TypeError) as reason:
            Tally.by_peer += 1
            Tally.reasons.append(f"{original.__name__}: {reason}")
            return original(*args, **kwargs)
        except Refused:
            Tally.by_conv += 1
            raise
        finally:
            thread.busy = False

    for name in names.split():
        setattr(holder, name, called)
    return called


def replace_all(modules, name, translate):
    """The same function as several modules know it."""
    called = replace(modules[0], name, translate)
    for module in modules[1:]:
        setattr(importlib.import_module(module), name, called)


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config):
    importlib.import_module(os.environ["SHIM"]).install()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    Tally.clear()


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    report = (yield).get_result()
    if report.when != "call" or not Tally.by_conv + Tally.by_peer:
        return
    with open(os.environ["SHIM_LOG"], "a") as log:
        line = {"test": item.module.__name__ + item.nodeid[item.nodeid.index("::"):],
                "outcome": report.outcome, "conv": Tally.by_conv, "peer": Tally.by_peer,
                "reasons": sorted(set(Tally.reasons)),
                "why": str(call.excinfo.value)[:400] if call.excinfo else ""}
        log.write(json.dumps(line) + "\n")

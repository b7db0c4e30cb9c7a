# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""shim.py - runs conv in place of a peer's functions, as a plugin of pytest.

`python3 -m pytest -p shim --pyargs PEER.tests` with SHIM=of_peer and CONV=path: of_peer.install()
replaces functions of the peer before its tests are imported. A replacement translates the arguments
into a command line; what it cannot translate it leaves to the peer by raising Untranslatable. Of
each test that called such a function there is a line in $SHIM_LOG: its name, its outcome, the calls
that conv and the peer answered.

What conv refuses the peer must refuse as well, whose words are then used: tests look for them. A
call that cannot be translated and that the peer refuses computes nothing, and counts for neither.
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
    references = ()  # functions that are left to the peer: a test compares others with them

    @classmethod
    def clear(cls, references):
        cls.by_conv, cls.by_peer, cls.reasons, cls.references = 0, 0, [], references


def run(signal, *options, kernel=None):
    """What `conv OPTIONS` prints for an array; kernel: an array for -k."""
    arguments = [CONV, "-q", "-j1", "-t", "npy", *options]
    if kernel is not None:
        path = os.path.join(WORK.name, f"kernel-{threading.get_ident()}.npy")
        save(path, np.asarray(kernel, order="C"))
        arguments += ["-k", path]
    stdin = io.BytesIO()
    if signal is not None:
        save(stdin, np.asarray(signal, order="C"))
    done = subprocess.run(arguments, input=stdin.getvalue(), capture_output=True)
    if os.environ.get("SHIM_TRACE"):
        print("conv", *arguments[1:])
    if done.returncode:
        raise Refused(done.stderr.decode().strip())
    return np.load(io.BytesIO(done.stdout))


@functools.lru_cache(maxsize=None)
def understands(*options, shape=(9,), kind=float):
    """Whether this conv knows these options, and signals of this rank and kind: those of later
    versions are used where they are there."""
    try:
        run(np.ones(shape, kind), *options)
    except Refused:
        return False
    return True


def all_axes(signal):
    """The option that has all axes of a signal convolved."""
    return "--dims=all" if understands("-e", "1", "--dims=all") else f"--dims={signal.ndim}"


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


def numbers(*arrays):
    """As real, and complex numbers; wider types and objects whose numbers are doubles too."""
    result = []
    for array in arrays:
        array = np.asarray(array)
        if array.dtype.kind == "O" or array.dtype.char in "gG":
            kind = complex if array.dtype.char == "G" else float
            need(array.dtype.kind != "O" or all(isinstance(v, (int, float)) for v in array.flat),
                 "objects")
            plain = array.astype(kind)
            need((plain == array).all(), "numbers that are no doubles")
            array = plain
        if array.dtype.kind in "iu":
            need((array.astype(float).astype(array.dtype) == array).all(), "integers beyond 2^53")
        elif array.dtype.kind == "c":
            need(understands("-e", "1", kind=complex), "complex numbers")
        else:
            array, = real(array)
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
        if getattr(thread, "busy", False) or original.__name__ in Tally.references:
            return original(*args, **kwargs)
        thread.busy = True
        try:
            result = translate(*args, **kwargs)
            Tally.by_conv += 1
            return result
        except (Untranslatable, TypeError) as reason:
            result = original(*args, **kwargs)
            Tally.by_peer += 1
            Tally.reasons.append(f"{original.__name__}: {reason}")
            return result
        except Refused:
            Tally.by_conv += 1
            original(*args, **kwargs)
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
    references = getattr(importlib.import_module(os.environ["SHIM"]), "REFERENCES", {})
    Tally.clear(references.get(item.cls.__name__ if item.cls else None, ()))


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

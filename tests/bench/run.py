#!/usr/bin/python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""run.py - `make bench`: whole processes of conv and of its peers, in turn (A B A B ...), medians
and ratios.

usage: run.py [WORK]...    WORK: audio long text csv arrays grids grids-auto images complex
                           auto threads taps startup memory; default all
       run.py change       conv alone, against an earlier build of it in $BEFORE; the rows whose
                           name begins with $ONLY
$BUILD holds conv and the bench programs, $BENCH_DIR the inputs (a
temporary directory by default), $RUNS the rounds after the warm-up (5). Peers that are not
installed are left out, and said so. The outputs are compared first. Prints Markdown;
tests/bench/RESULTS.md keeps the last.
"""
import functools
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import grids as several_axes
import numpy as np
import scipy

BUILD = os.environ["BUILD"]
CONV = f"{BUILD}/conv"
STAGE = f"{BUILD}/bench-stage"
RUNS = int(os.environ.get("RUNS", "5"))
DIR = os.environ.get("BENCH_DIR") or tempfile.mkdtemp(prefix="conv-bench-")
os.makedirs(DIR, exist_ok=True)
os.chdir(DIR)
rng = np.random.default_rng(1)


def out(line=""):
    print(line, flush=True)


def run_once(command):
    """Wall and CPU seconds of a shell command."""
    begin = time.perf_counter()
    process = subprocess.Popen(
        ["bash", "-c", "exec " + command if "|" not in command and ";" not in command else command],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begin
    process.returncode = status
    if status:
        raise SystemExit(f"bench: failed: {command}")
    return wall, usage.ru_utime + usage.ru_stime


def compare(title, contenders, runs=RUNS):
    """contenders: name -> command; the first is conv. Prints a table."""
    results = {name: [] for name in contenders}
    for command in contenders.values():
        run_once(command)
    for _ in range(runs):
        for name, command in contenders.items():
            results[name].append(run_once(command))
    first = next(iter(contenders))
    base = [statistics.median(r[k] for r in results[first]) for k in range(2)]
    out(f"\n### {title}\n")
    out("| | wall s | CPU s | conv's wall / its | conv's CPU / its |")
    out("|---|---|---|---|---|")
    for name, r in results.items():
        wall, cpu = (statistics.median(v[k] for v in r) for k in range(2))
        out(f"| {name} | {wall:.4f} | {cpu:.4f} | {base[0] / wall:.3f} | {base[1] / cpu:.3f} |")
    return {name: statistics.median(v[0] for v in r) for name, r in results.items()}


def have(*tools):
    return all(shutil.which(tool) for tool in tools)


def script(name, text):
    with open(name, "w") as f:
        f.write(text)
    return f"/usr/bin/python3 {os.path.abspath(name)}"


def same(a, b, tolerance, what):
    n = min(len(a), len(b))
    worst = np.abs(a[:n] - b[:n]).max() / np.abs(b[:n]).max()
    out(f"- {what}: {n} rows compared, largest difference {worst:.1e} of the peak")
    if not worst <= tolerance:
        raise SystemExit(f"bench: different results: {what}")


# ---------------------------------------------------------------- audio

SCIPY_AUDIO = """
import numpy as np, soundfile, scipy.signal, sys
x, rate = soundfile.read(sys.argv[1], dtype=sys.argv[4], always_2d=True)
h, _ = soundfile.read(sys.argv[2], dtype=sys.argv[4], always_2d=True)
y = scipy.signal.oaconvolve(x, h, axes=0)
soundfile.write(sys.argv[3], y, rate, subtype=sys.argv[5])
"""


def audio_work(title, seconds, rate, bits, tail, runs):
    import soundfile

    x = f"in{seconds}.wav"
    h = f"room{seconds}.wav"
    if not os.path.exists(x):
        with soundfile.SoundFile(x, "w", rate, 2, f"PCM_{bits}") as f:
            for _ in range(0, seconds, 10):
                f.write(0.2 * rng.standard_normal((10 * rate, 2)).clip(-4, 4))
        k = (
            rng.standard_normal((tail * rate, 2))
            * np.exp(-6.9 * np.arange(tail * rate) / (tail * rate))[:, None]
        )
        soundfile.write(h, k / (2 * np.sqrt((k * k).sum(0))), rate, subtype="FLOAT")
    contenders = {
        "conv": f"{CONV} {h} {x} > conv.wav",
        "conv -j 1": f"{CONV} -j 1 {h} {x} > conv1.wav",
    }
    if have("ffmpeg"):
        contenders["ffmpeg afir"] = (
            f"ffmpeg -v error -y -i {x} -i {h} -lavfi '[0][1]afir=gtype=none:irgain=0.5' -c:a "
            f"pcm_s{bits}le "
            "ffmpeg.wav"
        )
    if have("fconvolver"):
        with open("fconvolver.conf", "w") as f:
            f.write(f"/convolver/new 2 2 8192 {tail * rate}\n")
            for c in (1, 2):
                f.write(f"/impulse/read {c} {c} 1 0 0 0 {c} {os.path.abspath(h)}\n")
        contenders["fconvolver"] = f"fconvolver fconvolver.conf {x} fconvolver.wav"
    scipy_audio = script("scipy_audio.py", SCIPY_AUDIO)
    contenders["scipy + soundfile, float32"] = f"{scipy_audio} {x} {h} scipy.wav float32 PCM_{bits}"
    if seconds <= 600:
        contenders[
            "scipy + soundfile, float64"
        ] = f"{scipy_audio} {x} {h} scipy64.wav float64 PCM_{bits}"
    out(f"\n## {title}\n")
    for name, command in contenders.items():
        run_once(command)
    y, _ = soundfile.read("conv.wav", frames=20 * rate)
    for name, path in {
        "ffmpeg afir": "ffmpeg.wav",
        "fconvolver": "fconvolver.wav",
        "scipy + soundfile, float32": "scipy.wav",
    }.items():
        if name in contenders:
            z, _ = soundfile.read(path, frames=20 * rate)
            same(z, y, 2e-3 if bits == 16 else 1e-4, name)
    compare(
        f"{seconds} s, {rate} Hz, 2 channels, {bits} bits, kernel of {tail} s", contenders, runs
    )


def audio():
    audio_work("Audio", 300, 48000, 24, 2, RUNS)


def long():
    audio_work("Long audio", 3600, 44100, 16, 6, min(RUNS, 5))
    for name in os.listdir("."):
        if name.endswith(".wav"):
            os.remove(name)


# ---------------------------------------------------------------- text

NUMPY_TEXT = """
import numpy as np, sys
x = np.loadtxt(sys.argv[1]); h = np.loadtxt(sys.argv[2])
np.savetxt(sys.argv[3], np.convolve(x, h, 'same'), fmt='%.17g')
"""
OCTAVE_TEXT = ("x = load('-ascii', '{0}'); h = load('-ascii', '{1}'); y = conv(x, h, 'same'); "
               "f = fopen('octave.txt', 'w'); fprintf(f, '%.17g\\n', y); fclose(f);")


def text():
    out("\n## Text: 5,000,000 numbers x 31 taps, same\n")
    x = rng.standard_normal(5000000)
    h = rng.standard_normal(31)
    np.savetxt("h.txt", h, fmt="%.17g")
    numpy_text = script("numpy_text.py", NUMPY_TEXT)
    for title, form in (("17 digits", "%.17g"), ("6 decimals", "%.6f")):
        np.savetxt("x.txt", x, fmt=form)
        contenders = {
            "conv": f"{CONV} -m same h.txt x.txt > conv.txt",
            "floor: parse and print, 2 threads": f"{BUILD}/bench-floor x.txt 2 > floor.txt",
            "numpy": f"{numpy_text} x.txt h.txt numpy.txt",
        }
        if have("octave-cli"):
            contenders["octave"] = f'octave-cli --eval "{OCTAVE_TEXT.format("x.txt", "h.txt")}"'
        if have("gmt"):
            with open("filter.txt", "w") as f:
                f.writelines(f"{v!r}\n" for v in h.tolist())
            run_once("awk '{ print NR - 1, $1 }' x.txt > xy.txt")
            contenders[
                "gmt filter1d (reads and writes a second column)"
            ] = "gmt filter1d xy.txt -Fffilter.txt -E > gmt.txt"
        for command in contenders.values():
            run_once(command)
        y = np.loadtxt("conv.txt")
        same(np.loadtxt("numpy.txt"), y, 1e-12, f"numpy, {title}")
        if have("octave-cli"):
            same(np.loadtxt("octave.txt")[15:-15], y[15:-15], 1e-12, f"octave, {title}")
        if have("gmt"):
            g = np.loadtxt("gmt.txt")[:, 1] * h.sum()
            same(
                g[40:-40],
                y[40:-40],
                1e-6,
                f"gmt, times the sum of the weights, by which it divides, {title}",
            )
        compare(title, contenders)


NUMPY_CSV = """
import numpy as np, sys
x = np.loadtxt(sys.argv[1], delimiter=',', skiprows=1)
h = np.full(24, 1 / 24)
y = np.stack([np.convolve(x[:, k], h, 'valid') for k in range(4)], 1)
np.savetxt(sys.argv[2], y, fmt='%.17g', delimiter=',', header='a,b,c,d', comments='')
"""


def csv():
    out("\n## CSV: 1,000,000 rows x 4 columns x 24 taps, valid\n")
    x = rng.standard_normal((1000000, 4))
    np.savetxt("x.csv", x, fmt="%.6f", delimiter=",", header="a,b,c,d", comments="")
    np.savetxt("box.txt", np.full(24, 1 / 24), fmt="%.17g")
    contenders = {
        "conv": f"{CONV} -m valid box.txt x.csv > conv.csv",
        "numpy": f"{script('numpy_csv.py', NUMPY_CSV)} x.csv numpy.csv",
    }
    if have("mlr"):
        contenders[
            "miller step -a slwin_23_0 (adds columns)"
        ] = "mlr --icsv --ocsv step -a slwin_23_0 -f a,b,c,d x.csv > miller.csv"
    for command in contenders.values():
        run_once(command)
    y = np.loadtxt("conv.csv", delimiter=",", skiprows=1)
    same(np.loadtxt("numpy.csv", delimiter=",", skiprows=1), y, 1e-13, "numpy")
    if have("mlr"):
        same(np.loadtxt("miller.csv", delimiter=",", skiprows=1)[23:, 4:], y, 1e-9, "miller")
    compare("CSV", contenders)


# ---------------------------------------------------------------- arrays

ARRAYS = [
    (3, 10**7),
    (31, 10**7),
    (255, 10**7),
    (1023, 10**7),
    (16384, 10**7),
    (96000, 10**7),
    (10**6, 2 * 10**7),
    (10**6, 10**6),
]

INSIDE = """
import numpy as np, scipy.signal, sys, time
taps, frames, name = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
r = np.random.default_rng(1); x = r.standard_normal(frames); h = r.standard_normal(taps)
f = {'numpy': np.convolve, 'auto': scipy.signal.convolve, 'oaconvolve': scipy.signal.oaconvolve, \
'fftconvolve': scipy.signal.fftconvolve}[name]
best = 1e30
begin = time.perf_counter(); f(x, h); first = time.perf_counter() - begin
for _ in range(1 if first > 5 else 3):
    begin = time.perf_counter(); f(x, h); best = min(best, time.perf_counter() - begin)
print(best / max(taps, frames) * 1e9)
"""

WHOLE = """
import numpy as np, scipy.signal, sys
x = np.fromfile(sys.argv[1]); h = np.fromfile(sys.argv[2])
f = {'numpy': np.convolve, 'auto': scipy.signal.convolve, 'oaconvolve': \
scipy.signal.oaconvolve}[sys.argv[4]]
f(x, h).tofile(sys.argv[3])
"""


def printed(command):
    return subprocess.run(
        command, shell=True, check=True, capture_output=True, text=True
    ).stdout.split()


def arrays():
    out(
        "\n## Arrays: computing alone, ns a sample (fastest of three in one process; threads of "
        "numpy and scipy: 1)\n"
    )
    inside = script("inside.py", INSIDE)
    out(
        "| taps x samples | conv, 1 thread | 2 threads | engine | numpy.convolve | scipy "
        "convolve(auto) | oaconvolve | fftconvolve | conv / oaconvolve | conv / numpy |"
    )
    out("|---|---|---|---|---|---|---|---|---|---|")
    for taps, frames in ARRAYS:
        rounds = []
        for _ in range(3):
            row = {}
            for threads in (1, 2):
                row[threads], engine = printed(f"{STAGE} {taps} {frames} auto {threads}")
            for name in ("numpy", "auto", "oaconvolve", "fftconvolve"):
                if name == "numpy" and taps * frames > 2e10:
                    row[name] = "nan"
                else:
                    row[name] = printed(f"{inside} {taps} {frames} {name}")[0]
            rounds.append({k: float(v) for k, v in row.items()})
        m = {k: statistics.median(r[k] for r in rounds) for k in rounds[0]}
        out(
            f"| {taps} x {frames} | {m[1]:.2f} | {m[2]:.2f} | {engine} | {m['numpy']:.1f} | "
            f"{m['auto']:.1f} | {m['oaconvolve']:.1f} | "
            f"{m['fftconvolve']:.1f} | {m[1] / m['oaconvolve']:.3f} | {m[1] / m['numpy']:.3f} |"
        )
    out(
        f"\nOnly copying 10,000,000 samples out of memory, block by block: "
        f"{printed(f'{STAGE} memory 10000000')[0]} ns a sample."
    )
    out("\n### The fft engine over its transforms alone\n")
    out("| taps | ratio |\n|---|---|")
    for taps in (1023, 16384, 96000, 10**6):
        ratios = [float(printed(f"{STAGE} transforms {taps}")[0]) for _ in range(3)]
        out(f"| {taps} | {statistics.median(ratios):.3f} |")
    whole = script("whole.py", WHOLE)
    rng.standard_normal(10**7).tofile("x.f64")
    raw = "--signal-type=raw --encoding=f64 --kernel-type=raw --kernel-encoding=f64"
    for taps in (31, 1023, 96000):
        rng.standard_normal(taps).tofile("h.f64")
        run_once(f"{CONV} {raw} h.f64 x.f64 > conv.f64")
        run_once(f"{whole} x.f64 h.f64 scipy.f64 oaconvolve")
        same(np.fromfile("scipy.f64"), np.fromfile("conv.f64"), 1e-12, f"oaconvolve, {taps} taps")
        contenders = {
            "conv": f"{CONV} {raw} h.f64 x.f64 > conv.f64",
            "conv -j 1": f"{CONV} -j 1 {raw} h.f64 x.f64 > conv.f64",
        }
        for name in ("oaconvolve", "auto") if taps > 2000 else ("oaconvolve", "auto", "numpy"):
            contenders[f"python: {name}"] = f"{whole} x.f64 h.f64 scipy.f64 {name}"
        compare(f"Whole process: 10,000,000 x {taps}", contenders)


def auto():
    out(
        "\n## auto against the better forced method, one thread, ns a sample of the longer "
        "(fastest of three)\n"
    )
    out(
        "| taps x samples | direct | fft | auto | chosen | auto / better |\n"
        "|---|---|---|---|---|---|"
    )
    for frames in (10**3, 10**4, 10**5, 10**6, 10**7):
        for taps in (1, 3, 10, 31, 40, 50, 64, 100, 316, 1000, 10**4, 10**5, 10**6):
            slow = taps * (frames + taps) > 2e10
            direct = (
                float("inf") if slow else float(printed(f"{STAGE} {taps} {frames} direct 1")[0])
            )
            fft = float(printed(f"{STAGE} {taps} {frames} fft 1")[0])
            best, chosen = printed(f"{STAGE} {taps} {frames} auto 1")
            out(
                f"| {taps} x {frames} | {direct:.2f} | {fft:.2f} | {float(best):.2f} | {chosen} | "
                f"{float(best) / min(direct, fft):.2f} |"
            )


def taps():
    out("\n## Cost against taps: 10,000,000 samples, one thread, auto\n")
    out("| taps | ns a sample | engine | times the one before |\n|---|---|---|---|")
    before = None
    for n in (1, 3, 10, 31, 100, 316, 1000, 3162, 10**4, 31623, 10**5, 316228, 10**6):
        rows = [printed(f"{STAGE} {n} 10000000 auto 1") for _ in range(3)]
        ns, engine = statistics.median(float(r[0]) for r in rows), rows[0][1]
        out(f"| {n} | {ns:.2f} | {engine} | {'' if before is None else f'{ns / before:.2f}'} |")
        before = ns


def at_once(command, count):
    """The mean of what so many processes print that run side by side."""
    processes = [
        subprocess.Popen(command, shell=True, stdout=subprocess.PIPE, text=True)
        for _ in range(count)
    ]
    return statistics.mean(float(p.communicate()[0].split()[0]) for p in processes)


def threads():
    out(
        "\n## Threads: time of one thread over that of two; and what two processes at once get "
        "done, over what one does\n"
    )
    out("| work, computing alone | two threads | two processes |\n|---|---|---|")
    for n, frames in ARRAYS + [(255, 10**8), (16384, 10**8)]:
        rounds = []
        for _ in range(RUNS):
            one = at_once(f"{STAGE} {n} {frames} auto 1", 1)
            rounds.append(
                (
                    one / at_once(f"{STAGE} {n} {frames} auto 2", 1),
                    2 * one / at_once(f"{STAGE} {n} {frames} auto 1", 2),
                )
            )
        out(
            f"| {n} x {frames} | "
            + " | ".join(f"{statistics.median(r[k] for r in rounds):.2f}" for k in range(2))
            + " |"
        )


def startup():
    out("\n## Start-up\n")
    with open("empty.c", "w") as f:
        f.write("int main(void) { return 0; }\n")
    subprocess.run(["gcc", "-O2", "-o", "empty", "empty.c"], check=True)
    numpy_small = script(
        "numpy_small.py",
        "import sys, numpy as np\nfor v in np.convolve(np.loadtxt(sys.stdin), [1, 2, 1]): "
        "print(v)\n",
    )
    compare(
        "seq 10 | conv -e 1,2,1",
        {
            "conv": f"seq 10 | {CONV} -e 1,2,1",
            "empty program": "seq 10 | ./empty",
            "python with numpy": f"seq 10 | {numpy_small}",
        },
        40,
    )


def memory():
    out("\n## Memory: raw f64 through 65,536 taps, 2 threads\n")
    rng.standard_normal(65536).tofile("h.f64")
    out("| input | peak MiB | wall s |\n|---|---|---|")
    for name, count in (("100 MB", 100 * 10**6), ("10 GB", 10 * 10**9)):
        command = (
            f"head -c {count} /dev/zero | "
            f"{{ exec 3<&0; {CONV} -j 2 --signal-type=raw --encoding=f64 --kernel-type=raw "
            "--kernel-encoding=f64 -k h.f64 <&3 & c=$!; while grep VmHWM /proc/$c/status > now 2> "
            "/dev/null; "
            "do mv now peak; sleep 0.05; done; wait $c; } > /dev/null"
        )
        begin = time.perf_counter()
        subprocess.run(["bash", "-c", command], check=False, stderr=subprocess.DEVNULL)
        wall = time.perf_counter() - begin
        out(f"| {name} | {int(open('peak').read().split()[1]) / 1024:.1f} | {wall:.2f} |")


def changes():
    """What is timed of two builds: name -> command, with {0} for the build."""
    import soundfile

    soundfile.write(
        "x.wav", 0.2 * rng.standard_normal((120 * 48000, 2)).clip(-4, 4), 48000, "PCM_24"
    )
    soundfile.write("h.wav", 0.01 * rng.standard_normal((2 * 48000, 2)), 48000, "FLOAT")
    x = rng.standard_normal(3 * 10**6)
    np.savetxt("x17.txt", x, fmt="%.17g")
    np.savetxt("x6.txt", x, fmt="%.6f")
    np.savetxt(
        "x.csv",
        x[: 2 * 10**6].reshape(-1, 4),
        fmt="%.6f",
        delimiter=",",
        header="a,b,c,d",
        comments="",
    )
    rng.standard_normal(10**7).tofile("x.f64")
    np.save("x.npy", rng.integers(-99, 99, 5 * 10**6))
    conv = "{0}/conv"
    commands = {
        "audio": f"{conv} h.wav x.wav > y",
        "audio, -j 1": f"{conv} -j 1 h.wav x.wav > y",
        "text, 17 digits": f"{conv} -g box:31 -m same x17.txt > y",
        "text, 6 decimals": f"{conv} -g box:31 -m same x6.txt > y",
        "text, -j 1, -b mirror": f"{conv} -j 1 -g gauss:3 -m same -b mirror x6.txt > y",
        "text, through a pipe": f"cat x6.txt | {conv} -g gauss:3 -m same -b edge > y",
        "CSV": f"{conv} -g box:24 -m valid x.csv > y",
        "CSV, renorm and omit": f"{conv} -g box:24 -m same -b renorm --nan=omit x.csv > y",
        "integers, npy": f"{conv} -e 1,2,1 x.npy -t npy > y",
        "xcorr, npy": f"{conv} -c --normalize=xcorr -e 1,5,2,7 x.npy -t npy > y",
        "exact, npy": f"{conv} -M exact -e .1,.5,.2,.7 x.npy -t npy > y",
    }
    raw = "--signal-type=raw --encoding=f64 --kernel-type=raw --kernel-encoding=f64"
    for n in (31, 1023, 96000):
        rng.standard_normal(n).tofile(f"h{n}.f64")
        commands[f"raw, {n} taps"] = f"{conv} {raw} h{n}.f64 x.f64 > y"
        commands[f"raw, {n} taps, -j 1"] = f"{conv} -j 1 {raw} h{n}.f64 x.f64 > y"
    commands["start-up, 100 times"] = "for i in $(seq 100); do " + f"{conv} -e 1,2,1 one.txt; done"
    open("one.txt", "w").write("1\n")
    return commands


def change():
    """Each command of both builds in turn, twice in each round, so that equal runs tell what the
    machine's noise is."""
    builds = {
        "before": os.environ["BEFORE"],
        "after": BUILD,
        "before again": os.environ["BEFORE"],
        "after again": BUILD,
    }
    alone = {
        f"computing alone, {n} taps, {k} thread{'s' * (k > 1)}": f"{{0}}/bench-stage {n} 10000000 "
                                                                 f"auto {k}"
        for n in (3, 31, 255, 1023, 16384, 96000, 10**6)
        for k in (1, 2)
    }
    out("\n## Before and after, fastest of the rounds: s; computing alone, ns a sample\n")
    out(
        "| | before | again | after | again | equal runs differ by | after / before |\n"
        "|---|---|---|---|---|---|---|"
    )
    for name, command in {**changes(), **alone}.items():
        if not name.startswith(os.environ.get("ONLY", "")):
            continue
        times = {b: [] for b in builds}
        for _ in range(RUNS):
            for b, build in builds.items():
                line = command.format(build)
                times[b].append(float(printed(line)[0]) if name in alone else run_once(line)[0])
        best = {b: min(v) for b, v in times.items()}
        spread = max(abs(best[b] / best[f"{b} again"] - 1) for b in ("before", "after"))
        ratio = min(best["after"], best["after again"]) / min(best["before"], best["before again"])
        out(
            f"| {name} | {best['before']:.4g} | {best['before again']:.4g} | {best['after']:.4g} | "
            f"{best['after again']:.4g} | "
            f"{100 * spread:.1f} % | {ratio:.3f} |"
        )


WORKS = {
    f.__name__: f for f in (audio, text, csv, arrays, auto, taps, threads, startup, memory, long)
}
for name, work in (("grids", several_axes.grids), ("grids-auto", several_axes.grids_auto),
                   ("images", several_axes.images), ("complex", several_axes.complex_numbers)):
    WORKS[name] = functools.partial(work, sys.modules[__name__])


def main():
    cpu = next(
        (
            line.split(":")[1].strip()
            for line in open("/proc/cpuinfo")
            if line.startswith("model name")
        ),
        "?",
    )
    wide = "AVX-512" if "avx512f" in open("/proc/cpuinfo").read() else "no AVX-512"
    version = subprocess.run([CONV, "--version"], capture_output=True, text=True).stdout.split(
        "\n"
    )[0]
    out(
        f"{cpu}, {wide}, {os.cpu_count()} cores; {version}, gcc {printed('gcc -dumpversion')[0]}, "
        f"numpy {np.__version__}, "
        f"scipy {scipy.__version__}; medians of {RUNS} rounds after a warm-up"
    )
    for name in sys.argv[1:] or WORKS:
        {**WORKS, "change": change}[name]()


try:
    main()
finally:
    if "BENCH_DIR" not in os.environ:
        shutil.rmtree(DIR)

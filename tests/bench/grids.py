# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""grids.py - the rows of several axes, of images and of complex numbers, beside their peers.

Computing alone counts CPU time of one thread, so that a busy machine changes ratios less than wall
time. Each function takes what run.py offers: out, printed, script, compare, same, have, ...
"""
import statistics

import numpy as np

PEER = """
import os, sys, time
os.environ["OPENBLAS_NUM_THREADS"] = "1"
import numpy as np, scipy.ndimage as nd, scipy.signal
name, axes, length, extent = sys.argv[1], *map(int, sys.argv[2:5])
rng = np.random.default_rng(1)
x, h = rng.standard_normal((length,) * axes), rng.standard_normal((extent,) * axes)
if name.startswith("cv2"):
    import cv2
    cv2.setNumThreads(1)
    edge = cv2.BORDER_REPLICATE
call = {
    "oaconvolve": lambda: scipy.signal.oaconvolve(x, h, mode="same"),
    "ndimage": lambda: nd.convolve(x, h, mode="nearest"),
    "ndimage-gauss": lambda: nd.gaussian_filter(x, 5, mode="nearest"),
    "cv2": lambda: cv2.filter2D(x, -1, h, borderType=edge),
    "cv2-gauss": lambda: cv2.GaussianBlur(x, (extent, extent), 5, borderType=edge),
}[name]
best = 1e9
for _ in range(3):
    begin = time.process_time()
    call()
    best = min(best, time.process_time() - begin)
    if best > 3:
        break
print(best * 1e9 / x.size)
"""
# Memory that is given back and taken again for each small array would be all that is measured.
KEEP = "MALLOC_TRIM_THRESHOLD_=1000000000 MALLOC_MMAP_THRESHOLD_=1000000000"
# axes, length, extent, how conv is asked, and by how much its time is to be less than the peers'
ROWS = [
    (2, 2048, 3, "", {"cv2": 1}),
    (2, 2048, 7, "", {"cv2": 1, "ndimage": 1 / 8}),
    (2, 2048, 15, "", {"cv2": 1, "ndimage": 1 / 8, "oaconvolve": 1 / 4}),
    (2, 2048, 31, "", {"cv2": 1, "ndimage": 1 / 8, "oaconvolve": 1 / 4}),
    (2, 2048, 101, "", {"cv2": 1, "oaconvolve": 1 / 4}),
    (2, 2048, 41, "gauss", {"cv2-gauss": 1, "ndimage-gauss": 1 / 3}),
    (3, 256, 9, "", {"oaconvolve": 1 / 4}),
]


def grids(bench, rounds=3):
    out, printed, build = bench.out, bench.printed, bench.BUILD
    peer = bench.script("grid_peer.py", PEER)
    out("\n## Several axes: computing alone, one thread, ns of CPU time a sample (medians of "
        f"{rounds})\n")
    out("| length, taps along each axis | conv | method | peer | its time | conv / peer | goal |")
    out("|---|---|---|---|---|---|---|")
    for axes, length, extent, how, peers in ROWS:
        times = {name: [] for name in ("conv", *peers)}
        for _ in range(rounds):
            for name, values in times.items():
                command = (f"{build}/bench-grid auto {axes} {length} {extent} {how}"
                           if name == "conv" else f"{peer} {name} {axes} {length} {extent}")
                answer = printed(command)
                values.append(float(answer[0]))
                method = answer[1] if name == "conv" else method
        conv = statistics.median(times["conv"])
        for name, goal in peers.items():
            its = statistics.median(times[name])
            out(f"| {length}^{axes}, {extent} {how} | {conv:.2f} | {method} | {name} | {its:.1f} | "
                f"{conv / its:.3f} | {goal:.3f} |")
    whole_array(bench)


NDIMAGE = """
import sys, time, numpy as np, scipy.ndimage as nd
x, h = np.load(sys.argv[1]), np.load(sys.argv[2])
times = []
for _ in range(5):
    begin = time.perf_counter()
    y = nd.convolve(x, h, mode="nearest")
    times.append(time.perf_counter() - begin)
np.save(sys.argv[3], y)
print(min(times))
"""


def whole_array(bench):
    """A whole process from file to file, against the peer's time for computing alone."""
    np.save("grid.npy", bench.rng.standard_normal((1024, 1024)))
    np.save("five.npy", bench.rng.standard_normal((5, 5)))
    command = f"{bench.CONV} --dims=2 -m same -b edge five.npy grid.npy -t npy > conv.npy"
    alone = bench.printed(f"{bench.script('nd.py', NDIMAGE)} grid.npy five.npy nd.npy")[0]
    best = min(bench.run_once(command)[0] for _ in range(bench.RUNS + 1))
    bench.out()
    bench.same(np.load("conv.npy"), np.load("nd.npy"), 1e-14, "ndimage.convolve")
    bench.out(f"- 1024 x 1024 with 5 x 5, .npy to .npy, edge: {best:.4f} s for the whole process; "
              f"{float(alone):.4f} s for ndimage.convolve alone: {best / float(alone):.2f}")


def read_picture(path):
    """The samples of a PPM or of a little-endian PFM. Those of vips, with a comment, have the top
    row first, as others do not."""
    with open(path, "rb") as f:
        words, comment = [], b""
        while len(words) < 4:
            line, _, more = f.readline().partition(b"#")
            words += line.split()
            comment += more
        kind, width, height = words[0], int(words[1]), int(words[2])
        if kind == b"PF":
            rows = np.frombuffer(f.read(), "<f4").reshape(height, width, 3)
            return rows if b"vips" in comment else rows[::-1]
        return np.frombuffer(f.read(), np.uint8).reshape(height, width, 3).astype(float)


def images(bench):
    """vips writes what it computes in floating point as PFM; conv writes PPM, or PFM with -t."""
    bench.out("\n## Images: PPM, 4000 x 3000, 8 bits\n")
    if not bench.have("vips"):
        bench.out("- vips is not installed")
        return
    x = bench.rng.integers(0, 256, (3000, 4000, 3), dtype=np.uint8)
    with open("in.ppm", "wb") as f:
        f.write(b"P6\n4000 3000\n255\n" + x.tobytes())
    # vips cuts a gaussian off where it falls below a part of its peak: 0.2, or 0.001 at the least
    blur = "gaussblur in.ppm vips.ppm 5 --precision float --min-ampl"
    tasks = {"gauss:5, cut off at a fifth by vips": ("-g gauss:5", f"{blur} 0.2"),
             "gauss:5, cut off at a thousandth by vips": ("-g gauss:5", f"{blur} 0.001")}
    for n in (15, 3):
        h = bench.rng.integers(1, 10, (n, n))
        np.savetxt(f"h{n}.txt", h, fmt="%d")
        with open(f"h{n}.mat", "w") as f:
            f.write(f"{n} {n} {h.sum()} 0\n")
            np.savetxt(f, h[::-1, ::-1], fmt="%d")
        tasks[f"{n} x {n}"] = (f"--normalize=sum -k h{n}.txt",
                               f"conv in.ppm vips.ppm h{n}.mat --precision float")
    for name, (how, its) in reversed(tasks.items()):
        contenders = {"conv": f"{bench.CONV} {how} in.ppm > conv.ppm",
                      "conv -t pfm": f"{bench.CONV} {how} -t pfm in.ppm > conv.pfm",
                      "vips, which writes PFM": f"vips {its}"}
        for command in contenders.values():
            bench.run_once(command)
        bench.same(read_picture("vips.ppm"), read_picture("conv.pfm"),
                   0.1 if name.startswith("gauss") else 1e-6, f"vips, {name}")
        bench.compare(name, contenders)


OACONVOLVE = """
import os, sys, time
os.environ["OPENBLAS_NUM_THREADS"] = "1"
import numpy as np, scipy.signal
frames, taps = map(int, sys.argv[1:])
rng = np.random.default_rng(1)
x, h = (rng.standard_normal(n) + 1j * rng.standard_normal(n) for n in (frames, taps))
times = []
for _ in range(4):
    begin = time.process_time()
    scipy.signal.oaconvolve(x, h, mode="same")
    times.append(time.process_time() - begin)
print(min(times) * 1e9 / frames)
"""


def complex_numbers(bench, frames=10**7, taps=1023):
    """Computing alone: CPU time of one thread, which is all that oaconvolve has; and elapsed."""
    bench.out(f"\n## Complex numbers: {frames:,} x {taps:,}, computing alone, ns a sample "
              f"(medians of {bench.RUNS})\n")
    grid = f"{bench.BUILD}/bench-grid auto 1 {frames} {taps}"
    commands = {"conv": f"{grid} complex",
                "conv, two real channels": f"{grid} pair",
                "conv, 2 threads": f"{grid} complex 2",
                "oaconvolve": f"{bench.script('oa.py', OACONVOLVE)} {frames} {taps}"}
    times = {name: [] for name in commands}
    for _ in range(bench.RUNS):
        for name, command in commands.items():
            times[name].append(float(bench.printed(command)[0]))
    ns = {name: statistics.median(own) for name, own in times.items()}
    bench.out("| | ns | over oaconvolve's | over two real channels' |\n|---|---|---|---|")
    for name, own in ns.items():
        bench.out(f"| {name} | {own:.2f} | {own / ns['oaconvolve']:.3f} | "
                  f"{own / ns['conv, two real channels']:.2f} |")


def grids_auto(bench):
    out, printed, build = bench.out, bench.printed, bench.BUILD
    out("\n## Two axes: auto against the better forced method, one thread, ns of CPU time a "
        "sample\n")
    out("| taps x samples | direct | fft | auto | chosen | auto / better |")
    out("|---|---|---|---|---|---|")
    for length in (64, 256, 1024, 4096):
        for extent in (1, 2, 3, 5, 7, 9, 11, 13, 15, 23, 31, 45, 63):
            slow = length * extent > 100_000
            direct, fft, auto = (
                [float("inf")] if slow and method == "direct"
                else printed(f"{KEEP} {build}/bench-grid {method} 2 {length} {extent}")
                for method in ("direct", "fft", "auto"))
            best = min(float(direct[0]), float(fft[0]))
            out(f"| {extent}^2 x {length}^2 | {float(direct[0]):.2f} | {float(fft[0]):.2f} | "
                f"{float(auto[0]):.2f} | {auto[1]} | {float(auto[0]) / best:.2f} |")

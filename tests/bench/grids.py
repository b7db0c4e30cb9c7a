# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
"""grids.py - the rows of several axes: computing alone on one thread, conv and its peers in turn.

All count CPU time of one thread, so that a busy machine changes ratios less than wall time.
"""
import statistics

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


def grids(out, printed, script, build, rounds=3):
    peer = script("grid_peer.py", PEER)
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


def grids_auto(out, printed, build):
    out("\n## Two axes: auto against the better forced method, one thread, ns of CPU time a "
        "sample\n")
    out("| taps x samples | direct | fft | auto | chosen | auto / better |")
    out("|---|---|---|---|---|---|")
    for length in (64, 256, 1024, 4096):
        for extent in (1, 2, 3, 5, 7, 9, 11, 13, 15, 23, 31, 45, 63):
            slow = length * extent > 100_000
            direct, fft, auto = (
                [float("inf")] if slow and method == "direct"
                else printed(f"{build}/bench-grid {method} 2 {length} {extent}")
                for method in ("direct", "fft", "auto"))
            best = min(float(direct[0]), float(fft[0]))
            out(f"| {extent}^2 x {length}^2 | {float(direct[0]):.2f} | {float(fft[0]):.2f} | "
                f"{float(auto[0]):.2f} | {auto[1]} | {float(auto[0]) / best:.2f} |")

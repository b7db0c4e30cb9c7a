/* mode.c - the modes by their names. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "kernel.h"

struct choice mode_choice(size_t i)
{
    static const struct choice choices[] = {
        {"full", "N + M - 1 outputs: the kernel may hang over", MODE_FULL, NULL},
        {"same", "N outputs: one for each frame", MODE_SAME, NULL},
        {"valid", "N - M + 1 outputs: the kernel always inside", MODE_VALID, NULL},
        {0},
    };
    return choices[i];
}

struct choice mode_same_choice(size_t i)
{
    static const struct choice choices[] = {
        {"signal", "as many outputs as the signal has frames", false, NULL},
        {"longest", "as many as the longer of signal and kernel has", true, NULL},
        {0},
    };
    return choices[i];
}

/* taps.c - taps as pairs (see taps.h). */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "taps.h"

#include "util.h"

#include <stdlib.h>

void taps_open(struct taps *taps, size_t count)
{
    *taps = (struct taps){count, util_array(count, sizeof *taps->at)};
}

void taps_close(struct taps *taps)
{
    free(taps->at);
    taps->at = NULL;
}

void taps_divide(struct taps *taps, struct pair divisor)
{
    for (size_t j = 0; j < taps->count; j++)
        taps->at[j] = pair_divide(taps->at[j], divisor);
}

void taps_sum_to_one(struct taps *taps)
{
    struct pair sum = {0, 0};
    for (size_t j = 0; j < taps->count; j++)
        sum = pair_add(sum, taps->at[j]);
    taps_divide(taps, sum);
}

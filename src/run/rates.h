/* rates.h - the sample rates of signal, kernel and result. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef RATES_H
#define RATES_H

#include "request.h"

/* Bring the kernel as it was read to a rate, if it has another one and the user wants that, and
 * note it. Its taps are multiplied by the old rate over the new one, so that the gain stays what
 * it was. 0, or -1: already reported. */
int rates_fit_kernel(const struct request *, double rate, struct kernel *);

/* Whether signal and kernel have the same rate, as far as they have one, or need not. 0, or -1:
 * they differ, already reported. */
int rates_check(const struct request *, const char *signal, double rate, const struct kernel *);

/* Bring the result to --output-rate, so many frames at a time. *result is replaced, also after a
 * failure. 0, or -1: already reported. */
int rates_fit_result(const struct request *, struct stream **result, size_t frames);

#endif

/* result.h - from the last stream of a run to the file that it ends in. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef RESULT_H
#define RESULT_H

#include "request.h"

struct result {
    const struct request *request;
    struct pool *pool;
    const struct traits *traits; /* of the signal: the result is like it */
    bool lags;                   /* the first channel is lags, or times */
    enum integers integers;      /* what is known of the values */
    const struct stream
        *range; /* INTEGERS_LIKELY: the integer_range stage that knows it in the end */
};

/* Open the result, pump the stream into it, so many frames at a time, and close it. The stream
 * stays the caller's. A status; what is not STATUS_DONE was reported. */
enum status result_write(const struct result *, struct stream *, size_t block);

#endif

/* result.h - writes the last stream of a run to the output file. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef RESULT_H
#define RESULT_H

#include "request.h"

struct result {
    const struct request *request;
    struct pool *pool;
    const struct traits *traits; /* of the signal, whose form the result takes */
    bool lags;                   /* the first channel is lags, or times */
    enum integers integers;      /* what is known of the values */
    const struct stream
        *range; /* INTEGERS_LIKELY: the integer_range stage, which decides at the end */
};

/* Open the result, pump the stream into it in blocks of the given size, and close the result. The
 * caller still owns the stream. Returns a status; any but STATUS_DONE has been reported. */
enum status result_write(const struct result *, struct stream *, size_t block);

#endif

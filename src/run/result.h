/* result.h - writes the last stream of a run to the output. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef RESULT_H
#define RESULT_H

#include "request.h"

struct result {
    const struct request *request;
    struct pool *pool;
    struct output **output;      /* of all results; NULL: this is the first, which opens it */
    const struct traits *traits; /* of the signal, whose form the result takes */
    struct losses *losses;     /* of all results */
    int lags;                    /* so many first channels are lags, or times */
    enum integers integers;      /* what is known of the values */
    const struct stream
        *range; /* INTEGERS_LIKELY: the integer_range stage, which decides at the end */
};

/* Pump the stream into the output in blocks of the given size, after the results that it holds.
 * The caller still owns the stream, and closes the output. Returns a status; any but STATUS_DONE
 * has been reported. */
enum status result_write(const struct result *, struct stream *, size_t block);

#endif

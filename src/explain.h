/* explain.h - says how a result will be computed: -v and --explain. */
#ifndef EXPLAIN_H
#define EXPLAIN_H

#include "kernel/kernel.h"
#include "options.h"

/* How a wrapped signal is begun with its end. */
enum ending {
    ENDING_NONE,  /* it is not */
    ENDING_SHORT, /* it is short, and held as any such */
    ENDING_READ,  /* it is a file, and is read once for that */
    ENDING_HELD,  /* it is held whole */
};

/* All that is known before the first frame is computed. */
struct explanation {
    const struct options *opt;
    const struct kernel *kernel;
    const struct stream *signal;
    const struct system *system;
    const struct plan *plan;
    struct reach reach;
    enum ending ending;
    size_t round;    /* convolve_round() */
    int64_t outputs; /* of a short signal, else -1 */
};

/* Write it, line by line, to standard error. */
void explain_beside(const struct explanation *);

/* Write it to standard output. A status: STATUS_DONE, or STATUS_TROUBLE after a message. */
int explain_instead(const struct explanation *);

#endif

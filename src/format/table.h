/* table.h - text and CSV files: format.h's reader and type interfaces. */
#ifndef TABLE_H
#define TABLE_H

#include "format.h"

int table_open(struct input *, const struct reading *, struct stream **, struct manner *);
struct sink *table_create(struct output *, const struct shape *, const struct manner *);

#endif

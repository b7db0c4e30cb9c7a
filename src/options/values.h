/* values.h - what each option's value means. */
#ifndef VALUES_H
#define VALUES_H

#include "run/request.h"

/* Each of these reads the value of one option into the struct; `value` is NULL where an optional one is not given. 0, or
 * -1: wrong, already reported with what is known or needed. */
int value_mode(struct request *, const char *value);
int value_same(struct request *, const char *value);
int value_method(struct request *, const char *value);
int value_header(struct request *, const char *value);
int value_origin(struct request *, const char *value);
int value_boundary(struct request *, const char *value);
int value_nan(struct request *, const char *value);
int value_lags(struct request *, const char *value);
int value_spec(struct request *, const char *value);
int value_normalize(struct request *, const char *value);
int value_gain(struct request *, const char *value);
int value_delimiter(struct request *, const char *value);
int value_number_format(struct request *, const char *value);
int value_type(struct request *, const char *value);
int value_encoding(struct request *, const char *value);
int value_kernel_encoding(struct request *, const char *value);
int value_signal_encoding(struct request *, const char *value);
int value_channels(struct request *, const char *value);
int value_kernel_channels(struct request *, const char *value);
int value_signal_type(struct request *, const char *value);
int value_kernel_type(struct request *, const char *value);
int value_rate(struct request *, const char *value);
int value_kernel_rate(struct request *, const char *value);
int value_threads(struct request *, const char *value);

/* The processors that this process may use, at least 1. */
int value_processors(void);

#endif

/* values.h - what each option's value means.
 *
 * Each function reads the value of one option into the options; `value` is NULL where an optional one is not given. 0, or
 * -1: wrong, already reported with what is known or needed. */
#ifndef VALUES_H
#define VALUES_H

#include "options.h"

int value_mode(struct options *, const char *value);
int value_same(struct options *, const char *value);
int value_method(struct options *, const char *value);
int value_header(struct options *, const char *value);
int value_origin(struct options *, const char *value);
int value_boundary(struct options *, const char *value);
int value_nan(struct options *, const char *value);
int value_lags(struct options *, const char *value);
int value_recipe(struct options *, const char *value);
int value_normalize(struct options *, const char *value);
int value_gain(struct options *, const char *value);
int value_delimiter(struct options *, const char *value);
int value_number_format(struct options *, const char *value);
int value_type(struct options *, const char *value);
int value_encoding(struct options *, const char *value);
int value_kernel_encoding(struct options *, const char *value);
int value_signal_encoding(struct options *, const char *value);
int value_channels(struct options *, const char *value);
int value_kernel_channels(struct options *, const char *value);
int value_signal_type(struct options *, const char *value);
int value_kernel_type(struct options *, const char *value);
int value_rate(struct options *, const char *value);
int value_kernel_rate(struct options *, const char *value);
int value_threads(struct options *, const char *value);

/* The processors that this process may use, at least 1. */
int value_processors(void);

#endif

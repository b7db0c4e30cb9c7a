/* number.h - text <-> double, exactly. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef NUMBER_H
#define NUMBER_H

#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The longest texts that are written, and some room: -1.7976931348623157e+308. */
enum { NUMBER_BYTES = 32, NUMBER_COMPLEX_BYTES = 2 * NUMBER_BYTES };

/* Doubles represent every integer below this magnitude. */
#define NUMBER_INTEGERS 0x1p53

/* Read the number at the front of [begin, end): an optional sign, then decimal digits with an
 * optional exponent, 0x and a hexadecimal float, inf, infinity or nan (any case). The value is the
 * double nearest to it (ties to even), infinite past the largest. Returns where the number ends,
 * or null where none begins. */
const char *number_read(const char *begin, const char *end, double *value);

/* Read the complex number at the front of [begin, end), as Python and NumPy write it: 1+2j,
 * 1e3-2.5j, 2j, nan+1j, also in parentheses; "1+-2j" too. The parts are numbers as above; value[0]
 * is the real one, value[1] the imaginary one. What is without j is real. Returns where it ends,
 * or null where none begins. */
const char *number_read_complex(const char *begin, const char *end, double value[2]);

/* Whether the number at the front of [begin, end), as number_read takes it, is written as an
 * integer that no double equals, so that reading rounds it: in hexadecimal without a point or an
 * exponent; in decimal with all its digits, in whatever notation (9007199254740993.0,
 * 9.007199254740993e15). Slow: to be asked where the value is NUMBER_INTEGERS or more. */
bool number_is_rounded(const char *begin, const char *end);

/* The same of a part of a number that number_read_complex takes. */
bool number_is_rounded_complex(const char *begin, const char *end);

/* Write x at p with the fewest digits that read back as the same double: as an integer or a
 * decimal fraction when 1e-4 <= |x| < 1e16, with an exponent otherwise: what Python prints,
 * without its ".0". Returns the end; there is no terminating NUL. */
char *number_write(char *p, double x);

/* Write both parts of a complex number as 1+2j, each as number_write() does. */
char *number_write_complex(char *p, const double x[2]);

#ifdef __cplusplus
}
#endif

#endif

/* util.h - messages, exit statuses, checked memory, the three standard descriptors.
 * Includes nothing of ours. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef UTIL_H
#define UTIL_H

#include <stdbool.h>
#include <stddef.h>

#if defined(__GNUC__)
#define UTIL_PRINTF(text, arguments) __attribute__((format(printf, text, arguments)))
#else
#define UTIL_PRINTF(text, arguments)
#endif

enum status {
    STATUS_DONE = 0,
    STATUS_ASKED = 1,   /* a condition that the user asked about came true */
    STATUS_TROUBLE = 2, /* usage, bad data, input or output, memory */
};

/* The name that messages begin with: the last part of argv[0], which is borrowed. */
void util_set_program(const char *path);
const char *util_program(void);

/* What is safe to show of text[bytes], be it a name or data: printable UTF-8 as it is, and as \ooo
 * the bytes of what is none, of controls, and of characters that are not seen but change the
 * direction or the place of others. shown[4 * bytes]; returns the bytes put there, no NUL. */
size_t util_show(char *shown, const char *text, size_t bytes);

/* Print the program's name and the message on standard error, as one line, as util_show has it. */
void util_error(const char *format, ...) UTIL_PRINTF(1, 2);

/* As util_error, with "warning: " in front, unless util_quiet(true) was called. */
void util_warn(const char *format, ...) UTIL_PRINTF(1, 2);

/* As util_warn without the word: something worth knowing that is not wrong. */
void util_note(const char *format, ...) UTIL_PRINTF(1, 2);

void util_quiet(bool quiet);

/* The same for what the calling thread has to say. */
void util_hush(bool hush);

/* Memory. The size is count * size bytes, checked for overflow; failure ends the program with a
 * message and STATUS_TROUBLE, so the result is never NULL. util_array gives zeroed memory;
 * util_grow is realloc. Free with free(). */
void *util_array(size_t count, size_t size);
void *util_grow(void *old, size_t count, size_t size);
char *util_copy(const char *text);

/* a * b, checked as these sizes are. */
size_t util_product(size_t a, size_t b);

/* An array of doubles on a 64-byte boundary, for transforms and vectors; util_zeros clears it,
 * util_doubles leaves it untouched, so that what is not used is not paid for. Free with free(). */
double *util_doubles(size_t count);
double *util_zeros(size_t count);

/* Make sure that descriptors 0, 1 and 2 are open, so that no file of ours lands on one of them. A
 * closed one is opened on /dev/null the wrong way round: using it fails with EBADF, as it would
 * have. */
void util_claim_descriptors(void);

#endif

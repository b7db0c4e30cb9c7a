/* vector.h - one function, compiled for each width of vector; the loader picks the widest the CPU has.
 *
 * VECTOR stands in front of a function with plain loops. Only compilers and systems with function
 * multiversioning get more than one copy; sanitizers do not go with it. */
#ifndef VECTOR_H
#define VECTOR_H

#include <limits.h> /* a header of the C library, which then tells whether it is glibc */

#if defined(__x86_64__) && defined(__GLIBC__) && defined(__GNUC__) && !defined(__clang__) && __GNUC__ >= 12 && \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define VECTOR __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define VECTOR
#endif

#endif

/* vector.h - functions compiled for each width of vector; the loader picks the widest of the CPU.
 *
 * VECTOR stands in front of a function with plain loops. Only compilers and systems with function
 * multiversioning get more than one copy; sanitizers do not go with it. CPPFLAGS=-DNARROW leaves out AVX-512, to measure what
 * CPUs without it get. */
#ifndef VECTOR_H
#define VECTOR_H

#include <limits.h> /* a header of the C library, which then tells whether it is glibc */
#include <stdbool.h>

#if defined(__x86_64__) && defined(__GLIBC__) && defined(__GNUC__) && !defined(__clang__) && __GNUC__ >= 12 && \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#ifdef NARROW
#define VECTOR __attribute__((target_clones("arch=x86-64-v3", "default")))
#define VECTOR_IS_WIDE false
#else
#define VECTOR __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#define VECTOR_IS_WIDE __builtin_cpu_supports("avx512vl") /* 8 doubles in a register, 32 registers */
#endif
#define VECTOR_BITS (VECTOR_IS_WIDE ? 512 : __builtin_cpu_supports("avx2") ? 256 : 128)
#else
#define VECTOR_BITS 0 /* what the compiler makes of plain loops */
#define VECTOR
#define VECTOR_IS_WIDE false
#endif

/* Before a loop whose iterations touch different memory, and before a short one that is to vanish. */
#if defined(__GNUC__) && !defined(__clang__)
#define INDEPENDENT _Pragma("GCC ivdep") _Pragma("GCC unroll 1")
#define UNROLLED _Pragma("GCC unroll 8")
#elif defined(__clang__)
#define INDEPENDENT _Pragma("clang loop vectorize(assume_safety)")
#define UNROLLED _Pragma("clang loop unroll(full)")
#else
#define INDEPENDENT
#define UNROLLED
#endif

/* Of two vectors, those elements of both that the numbers say. */
#if defined(__clang__) || (defined(__GNUC__) && __GNUC__ >= 12)
#define VECTOR_SHUFFLE __builtin_shufflevector
#endif

/* What a VECTOR function is made of. */
#ifdef __GNUC__
#define ALWAYS_INLINE static inline __attribute__((always_inline))
#else
#define ALWAYS_INLINE static inline
#endif

#endif

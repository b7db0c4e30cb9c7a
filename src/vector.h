/* vector.h - functions compiled for each width of vector; the loader picks the widest of the CPU.
 *
 * VECTOR stands in front of a static function with plain loops, whose name no other of them has
 * anywhere in the program: so much clang 14 needs. Only compilers and systems with function
 * multiversioning get more than one copy; sanitizers do not go with it. gcc's copies are for
 * levels of the architecture; clang's for single features, of which avx512f brings the lesser ones
 * along, and fma all that loops over doubles use of its level. CPPFLAGS=-DNARROW leaves out
 * AVX-512, to measure what CPUs without it get. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef VECTOR_H
#define VECTOR_H

#include <limits.h> /* any header of the C library says whether it is glibc */
#include <stdbool.h>

#ifdef __has_feature
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define VECTOR_SANITIZED
#endif
#elif defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define VECTOR_SANITIZED
#endif

#if !defined(__x86_64__) || !defined(__GLIBC__) || defined(VECTOR_SANITIZED)
#define VECTOR
#elif defined(__clang__) && __clang_major__ >= 14
#define VECTOR_WIDEST "avx512f"
#define VECTOR_OTHERS "fma", "default"
#elif !defined(__clang__) && defined(__GNUC__) && __GNUC__ >= 12
#define VECTOR_WIDEST "arch=x86-64-v4"
#define VECTOR_OTHERS "arch=x86-64-v3", "default"
#else
#define VECTOR
#endif

/* Whether the copy for 8 doubles in a register, and 32 registers, works. */
#if defined(VECTOR_WIDEST) && !defined(NARROW)
#define VECTOR __attribute__((target_clones(VECTOR_WIDEST, VECTOR_OTHERS)))
#define VECTOR_IS_WIDE __builtin_cpu_supports("avx512vl")
#else
#ifdef VECTOR_WIDEST
#define VECTOR __attribute__((target_clones(VECTOR_OTHERS)))
#endif
#define VECTOR_IS_WIDE false
#endif

/* Bits of a vector register in use; 0: what the compiler makes of plain loops. */
#ifdef VECTOR_WIDEST
#define VECTOR_BITS (VECTOR_IS_WIDE ? 512 : __builtin_cpu_supports("avx2") ? 256 : 128)
#else
#define VECTOR_BITS 0
#endif

/* Before a loop whose iterations touch different memory; before a short one that is to vanish;
 * before one over an array that is to stay in registers, of which gcc needs not be told; and
 * before one that sets such an array to 0, for which gcc would write to memory. */
#if defined(__GNUC__) && !defined(__clang__)
#define INDEPENDENT _Pragma("GCC ivdep") _Pragma("GCC unroll 1")
#define UNROLLED _Pragma("GCC unroll 8")
#define IN_REGISTERS
#define CLEARING _Pragma("GCC unroll 64")
#elif defined(__clang__)
#define INDEPENDENT _Pragma("clang loop vectorize(assume_safety)")
#define UNROLLED _Pragma("clang loop unroll(full)")
#define IN_REGISTERS UNROLLED
#define CLEARING UNROLLED
#else
#define INDEPENDENT
#define UNROLLED
#define IN_REGISTERS
#define CLEARING
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

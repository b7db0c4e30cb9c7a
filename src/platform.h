/* platform.h - what conv can be built with and for: anything else stops the compiler here.
 * The Makefile includes it in front of every file. So it includes no header of the C library: that
 * would be too early for the files that ask for more than POSIX. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef PLATFORM_H
#define PLATFORM_H

#if __SIZEOF_SIZE_T__ < 8
#error "conv needs a 64-bit system"
#endif

/* NaN and infinity are data here, and the order of sums is part of the result. */
#if defined(__FAST_MATH__) || (defined(__FINITE_MATH_ONLY__) && __FINITE_MATH_ONLY__)
#error "conv is wrong when built with -ffast-math, -Ofast or -ffinite-math-only"
#endif
#if defined(__ASSOCIATIVE_MATH__) || defined(__RECIPROCAL_MATH__) || defined(__NO_SIGNED_ZEROS__)
#error "conv is wrong when built with a part of -ffast-math"
#endif

/* Each operation on doubles rounds to a double. 0 says so; 1 (s390x) and 16 (half precision in
 * hardware) concern narrower types; 2 is the x87, and less than 0 anything. */
#if __FLT_EVAL_METHOD__ == 2 || __FLT_EVAL_METHOD__ < 0
#error "conv needs doubles that are computed as doubles: on x86, -mfpmath=sse"
#endif

#if !defined(__clang__) && (!defined(__GNUC__) || __GNUC__ < 11)
#error "conv needs gcc 11 or later, or clang"
#endif

/* Text <-> double is std::from_chars and std::to_chars, which older libraries lack. */
#ifdef __cplusplus
#include <cstddef>
#endif
#if defined(_GLIBCXX_RELEASE) && _GLIBCXX_RELEASE < 11
#error "conv needs libstdc++ 11 or later"
#endif
#if defined(_LIBCPP_VERSION) && _LIBCPP_VERSION < 210000
#error "conv needs libc++ 21 or later"
#endif

#endif

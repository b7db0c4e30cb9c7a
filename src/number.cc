// number.cc - text <-> double, exactly, by the C++ library's <charconv>. The only file in C++.
// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: 2026 the conv authors
#include "number.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>

static constexpr std::int64_t LONGEST = INT64_C(1) << 56; // more digits than any text has

static bool is_hexadecimal(const char *p, const char *end)
{
    return end - p > 2 && p[0] == '0' && (p[1] == 'x' || p[1] == 'X');
}

// from_chars leaves the value alone when it is beyond the doubles: too large if the first digit
// that is not 0 stands before the point once the exponent has moved it, else too small.
static double out_of_range(const char *p, const char *end, bool hexadecimal)
{
    const char mark = hexadecimal ? 'p' : 'e';
    std::int64_t place = 0, exponent = 0;
    bool fraction = false, begun = false;

    for (; p < end && (*p | 0x20) != mark; p++) {
        if (*p == '.') {
            fraction = true;
            continue;
        }
        begun |= *p != '0';
        place += begun && !fraction;
        place -= !begun && fraction;
    }
    bool negative = end - p > 1 && p[1] == '-';
    for (; p < end; p++)
        if (*p >= '0' && *p <= '9' && exponent < LONGEST)
            exponent = 10 * exponent + (*p - '0');
    std::int64_t sum = place * (hexadecimal ? 4 : 1) + (negative ? -exponent : exponent);
    return sum > 0 ? HUGE_VAL : 0;
}

const char *number_read(const char *begin, const char *end, double *value)
{
    const char *p = begin;
    bool negative = p < end && *p == '-';

    if (p < end && (*p == '-' || *p == '+'))
        p++;
    if (p == end || *p == '-')
        return nullptr;
    auto style = std::chars_format::general;
    const char *digits = p;
    if (is_hexadecimal(p, end)) {
        style = std::chars_format::hex;
        digits += 2;
        if (*digits == '-' || *digits == 'i' || *digits == 'I' || *digits == 'n' || *digits == 'N')
            return nullptr;
    }
    double magnitude = 0;
    auto result = std::from_chars(digits, end, magnitude, style);
    if (result.ec == std::errc::invalid_argument)
        return nullptr;
    if (result.ec == std::errc::result_out_of_range)
        magnitude = out_of_range(digits, result.ptr, digits != p);
    *value = negative ? -magnitude : magnitude;
    return result.ptr;
}

// The imaginary part at p: a sign, perhaps a number, and j. Null where there is none.
static const char *read_imaginary(const char *p, const char *end, double *value)
{
    if (p == end || (*p != '+' && *p != '-'))
        return nullptr;
    if (*p == '+' && p + 1 < end && p[1] == '-')
        p++;
    const char *q = number_read(p, end, value);
    if (!q) {
        *value = *p == '-' ? -1 : 1;
        q = p + 1;
    }
    return q < end && (*q == 'j' || *q == 'J') ? q + 1 : nullptr;
}

const char *number_read_complex(const char *begin, const char *end, double value[2])
{
    bool open = begin < end && *begin == '(';
    const char *p = number_read(begin + open, end, value);

    value[1] = 0;
    if (!p)
        return nullptr;
    if (p < end && (*p == 'j' || *p == 'J')) {
        value[1] = value[0];
        value[0] = 0;
        p++;
    } else if (const char *q = read_imaginary(p, end, &value[1])) {
        p = q;
    } else {
        value[1] = 0;
    }
    if (!open)
        return p;
    return p < end && *p == ')' ? p + 1 : nullptr;
}

// Whether a hexadecimal integer has more bits than a double's 53, between those that are set.
static bool is_wide(const char *p, const char *end)
{
    std::int64_t bits = 0, trailing = 0;

    for (; p < end; p++) {
        std::uint8_t digit = 0;
        std::from_chars(p, p + 1, digit, 16);
        for (int bit = 3; bit >= 0; bit--) {
            bool set = digit >> bit & 1;
            bits += set || bits;
            trailing = set ? 0 : trailing + 1;
        }
    }
    return bits - (trailing < bits ? trailing : bits) > 53;
}

// Whether a decimal number has a digit for each of its places down to the units, nothing but zeros
// after these, and another value. No double is written so with an exponent, however many digits it
// is rounded to: where they reach the units, they are its own.
static bool is_other_decimal(const char *p, const char *end, double value)
{
    const char *mark = std::find_if(p, end, [](char c) { return c == 'e' || c == 'E'; });
    std::int64_t units = 0; // digits down to the units

    if (mark < end) {
        const char *exponent = mark + 1 + (mark[1] == '+');
        if (std::from_chars(exponent, end, units).ec != std::errc() || units > LONGEST)
            return false;
    }
    units += std::find(p, mark, '.') - p;
    if (units > mark - p)
        return false;
    char digits[320]; // the largest double has 309
    const char *expected = digits, *whole = std::to_chars(digits, digits + sizeof digits, value,
                                                          std::chars_format::fixed, 0).ptr;
    bool other = false;
    for (; p < mark; p++) {
        if (*p == '.')
            continue;
        bool fraction = units-- <= 0;
        if (fraction && *p != '0')
            return false;
        if (fraction || (expected == digits && *p == '0'))
            continue;
        other |= expected == whole || *p != *expected;
        expected += expected < whole;
    }
    return units <= 0 && (other || expected < whole);
}

bool number_is_rounded(const char *begin, const char *end)
{
    double value = 0;
    const char *stop = number_read(begin, end, &value), *p = begin;

    if (!stop || !(std::fabs(value) >= NUMBER_INTEGERS))
        return false;
    p += *p == '-' || *p == '+';
    if (is_hexadecimal(p, stop))
        return std::all_of(p + 2, stop, [](unsigned char c) { return std::isxdigit(c); }) &&
               is_wide(p + 2, stop);
    return *p <= '9' && is_other_decimal(p, stop, std::fabs(value)); // not inf
}

bool number_is_rounded_complex(const char *begin, const char *end)
{
    double value = 0;

    begin += begin < end && *begin == '(';
    const char *rest = number_read(begin, end, &value);
    return number_is_rounded(begin, end) || (rest && number_is_rounded(rest, end));
}

char *number_write(char *p, double x)
{
    char *end = p + NUMBER_BYTES;
    double size = std::fabs(x);

    if (size < 1e15 && x == static_cast<double>(static_cast<std::int64_t>(x))) {
        if (std::signbit(x))
            *p++ = '-';
        return std::to_chars(p, end, static_cast<std::int64_t>(size)).ptr;
    }
    if (!std::isfinite(x)) // a nan has no sign that means anything
        return std::to_chars(p, end, std::isnan(x) ? size : x).ptr;
    bool plain = size >= 1e-4 && size < 1e16;
    return std::to_chars(p, end, x,
                         plain ? std::chars_format::fixed : std::chars_format::scientific)
        .ptr;
}

char *number_write_complex(char *p, const double x[2])
{
    p = number_write(p, x[0]);
    if (!std::signbit(x[1]) || std::isnan(x[1]))
        *p++ = '+';
    p = number_write(p, x[1]);
    *p++ = 'j';
    return p;
}

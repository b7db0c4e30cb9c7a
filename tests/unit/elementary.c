/* elementary.c - holds elementary.h to references and to identities, and roots.h to elementary.h.
 *
 * usage: unit-elementary FILE: lines "FUNCTION X Y VALUE REST", as tests/make-elementary.py
 * writes them. VALUE is the double nearest to the function's value, and REST what that lacks.
 * With a second argument it prints the largest errors too. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "elementary.h"
#include "engine/transform/roots.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static const double PAIR_BOUND = 0x1p-100, IDENTITY_BOUND = 0x1p-98;

struct result {
    struct pair pair; /* times 2^exponent; unless the function rounds */
    int exponent;
    double rounded;
};

static struct result of_pair(struct pair pair, int exponent)
{
    return (struct result){pair, exponent, pair_round(pair, exponent)};
}

static struct result of_exp(double x, double y)
{
    int exponent;
    struct pair pair = elementary_exp((struct pair){x, y}, &exponent);
    return of_pair(pair, exponent);
}

static struct result of_cosine(double x, double y)
{
    return of_pair(elementary_turn((int64_t)x, (int64_t)y).cosine, 0);
}

static struct result of_sine(double x, double y)
{
    return of_pair(elementary_turn((int64_t)x, (int64_t)y).sine, 0);
}

static struct result of_cosine_of_turns(double x, double y)
{
    return of_pair(elementary_turns((struct pair){x, y}).cosine, 0);
}

static struct result of_sine_of_turns(double x, double y)
{
    return of_pair(elementary_turns((struct pair){x, y}).sine, 0);
}

static struct result of_quotient(double x, double y)
{
    return of_pair(pair_quotient(x, y), 0);
}

static struct result of_log(double x, double y)
{
    return of_pair(elementary_log((struct pair){x, y}), 0);
}

static struct result of_log2(double x, double y)
{
    (void)y;
    return (struct result){.rounded = elementary_log2(x)};
}

static struct result of_from_decibels(double x, double y)
{
    (void)y;
    return (struct result){.rounded = elementary_from_decibels(x)};
}

static struct result of_to_decibels(double x, double y)
{
    (void)y;
    return (struct result){.rounded = elementary_to_decibels(x)};
}

static struct function {
    const char *name;
    struct result (*of)(double x, double y);
    bool pairs;
    long tried, wrong;
    double worst; /* relative, before rounding */
} functions[] = {
    {.name = "exp", .of = of_exp, .pairs = true},
    {.name = "cosine", .of = of_cosine, .pairs = true},
    {.name = "sine", .of = of_sine, .pairs = true},
    {.name = "cosine-of-turns", .of = of_cosine_of_turns, .pairs = true},
    {.name = "sine-of-turns", .of = of_sine_of_turns, .pairs = true},
    {.name = "quotient", .of = of_quotient, .pairs = true},
    {.name = "log2", .of = of_log2},
    {.name = "from-decibels", .of = of_from_decibels},
    {.name = "to-decibels", .of = of_to_decibels},
    {.name = "log", .of = of_log, .pairs = true},
};
enum { FUNCTIONS = sizeof functions / sizeof *functions };

static struct function *find(const char *name)
{
    for (int i = 0; i < FUNCTIONS; i++)
        if (strcmp(functions[i].name, name) == 0)
            return &functions[i];
    return NULL;
}

static void try(struct function *f, double x, double y, double value, double rest)
{
    struct result got = f->of(x, y);
    bool same = isnan(value) ? isnan(got.rounded) : got.rounded == value;

    if (f->pairs && isfinite(value) && fabs(value) > 0x1p-900) {
        struct pair pair = {ldexp(got.pair.high, got.exponent), ldexp(got.pair.low, got.exponent)};
        double error = fabs((pair.high - value) + (pair.low - rest)) / fabs(value);
        f->worst = fmax(f->worst, error);
        same = same && error <= PAIR_BOUND;
    }
    if (!same && f->wrong < 3)
        printf("%s of %a, %a: %a instead of %a\n", f->name, x, y, got.rounded, value);
    f->tried++;
    f->wrong += !same;
}

static int try_file(const char *name)
{
    FILE *file = fopen(name, "r");
    char word[32];
    double x, y, value, rest;
    int fields;

    if (!file) {
        perror(name);
        return -1;
    }
    while ((fields = fscanf(file, "%31s %la %la %la %la", word, &x, &y, &value, &rest)) == 5 &&
           find(word))
        try(find(word), x, y, value, rest);
    fclose(file);
    if (fields != EOF)
        printf("%s: a line is not understood\n", name);
    return fields == EOF ? 0 : -1;
}

/* How far a pair is from a double. */
static double distance(struct pair x, double value)
{
    return fabs((x.high - value) + x.low);
}

/* e^x e^-x = 1 */
static double check_exp(int i)
{
    int up, down;
    struct pair x = {i * 0.0097, i * 0x1p-61}, e = elementary_exp(x, &up);
    struct pair product = pair_multiply(e, elementary_exp(pair_negate(x), &down));
    return distance(pair_scale(product, up + down), 1);
}

/* cos^2 + sin^2 = 1 */
static double check_circle(int i)
{
    struct turn a = elementary_turn(i * 17, 1000003);
    return distance(pair_add(pair_multiply(a.cosine, a.cosine), pair_multiply(a.sine, a.sine)), 1);
}

/* sin(a + b) = sin a cos b + cos a sin b, b a twelfth, whose sine is 1/2. */
static double check_twelfth(int i)
{
    struct turn a = elementary_turn(i, 60000), b = elementary_turn(1, 12);
    struct turn both = elementary_turn(i + 5000, 60000);
    struct pair sum = pair_add(pair_times(a.cosine, 0.5), pair_multiply(a.sine, b.cosine));
    struct pair difference = pair_add(sum, pair_negate(both.sine));
    return fmax(fabs(difference.high), distance(b.sine, 0.5));
}

/* log2 of powers of two, and decibels of powers of ten. */
static double check_powers(int i)
{
    double twenties = i % 15, tens = 1;
    for (int k = 0; k < i % 15; k++)
        tens *= 10;
    return fabs(elementary_log2(ldexp(1, i % 2098 - 1074)) - (i % 2098 - 1074)) +
           fabs(elementary_to_decibels(tens) - 20 * twenties) +
           fabs(elementary_from_decibels(20 * twenties) - tens);
}

static bool try_identity(const char *name, double (*check)(int), bool loud)
{
    double worst = 0;
    for (int i = 0; i < 50000; i++)
        worst = fmax(worst, check(i));
    printf("%s: %s\n", name, worst <= IDENTITY_BOUND ? "holds" : "DOES NOT HOLD");
    if (loud)
        printf("%s: to 2^%.1f\n", name, log2(worst));
    return worst <= IDENTITY_BOUND;
}

/* How far, in ulps of itself, a double is from a pair that is precise. */
static double ulps(double value, struct pair exact)
{
    double error = distance((struct pair){-exact.high, -exact.low}, -value);
    return error / (nextafter(fabs(value), INFINITY) - fabs(value));
}

static bool try_roots(size_t n, bool loud)
{
    struct roots roots;
    double worst = 0, re, im;

    roots_open(&roots, n);
    for (size_t m = 0; m < n; m++) {
        struct turn turn = elementary_turn((int64_t)m, (int64_t)n);
        roots_take(&roots, m, &re, &im);
        worst = fmax(worst, fmax(ulps(re, turn.cosine), ulps(im, pair_negate(turn.sine))));
    }
    roots_close(&roots);
    printf("%zu roots: %s\n", n, worst <= 0.5000001 ? "within the bound" : "BEYOND THE BOUND");
    if (loud)
        printf("%zu roots: worst error %.9f ulp\n", n, worst);
    return worst <= 0.5000001;
}

int main(int argc, char **argv)
{
    bool fine = argc > 1 && try_file(argv[1]) == 0;

    for (int i = 0; i < FUNCTIONS; i++) {
        struct function *f = &functions[i];
        printf("%s: %ld arguments, %ld wrong\n", f->name, f->tried, f->wrong);
        if (f->pairs && argc > 2)
            printf("%s: worst error 2^%.1f\n", f->name, log2(f->worst));
        fine = fine && f->tried > 0 && f->wrong == 0;
    }
    fine = try_identity("exp x exp -x = 1", check_exp, argc > 2) && fine;
    fine = try_identity("cos^2 + sin^2 = 1", check_circle, argc > 2) && fine;
    fine = try_identity("sin(a + b)", check_twelfth, argc > 2) && fine;
    fine = try_identity("powers", check_powers, argc > 2) && fine;
    for (size_t n = 8; n <= 1 << 20; n *= 4)
        fine = try_roots(n, argc > 2) && try_roots(3 * n, argc > 2) && fine;
    return !fine;
}

/* generator.h - the description of a made kernel, as generate.c uses it. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef GENERATOR_H
#define GENERATOR_H

#include "taps.h"

#include <stdbool.h>

enum {
    GENERATOR_PARAMETERS = 13, /* the most of any made kernel */
    GENERATOR_MOST = 1 << 26,  /* taps of a made kernel */
};

#define GENERATOR_TOO_LONG "it would have more than 67108864 taps"
#define GENERATOR_ALL_ZERO "so short a window is 0 throughout"

/* The form in which an argument is given -> the value that make() gets. */
enum kind {
    KIND_TAPS = 1,  /* whole frames >= 1, or a time, rounded to them -> frames */
    KIND_DELAY,     /* whole frames >= least, or a time, rounded -> frames */
    KIND_TIME,      /* frames > 0, or a time -> frames */
    KIND_FREQUENCY, /* Hz if there is a rate, or cycles per frame -> the latter, in (0, 1/2) */
    KIND_EDGE,      /* of a band, the same in [0, 1/2] */
    KIND_SHIFT,     /* by a frequency, the same in [-1/2, 1/2] */
    KIND_FACTOR,    /* a number, or dB -> the factor */
    KIND_WHOLE,     /* least ... most */
    KIND_NUMBER,    /* least ... most */
    KIND_WINDOW,    /* the name of a window -> enum window */
};

struct parameter {
    const char *name;
    enum kind kind; /* 0: no parameter */
    bool required, named; /* named: given as name=argument alone */
    double fallback, least, most; /* fallback NAN: make() derives it */
};

#define GENERATOR_SWITCH(key, normal) \
    {.name = key, .kind = KIND_WHOLE, .named = true, .fallback = normal, .most = 1}

struct generator {
    const char *name;
    const char *grammar; /* "box:N" */
    const char *help;    /* one line: what it does */
    struct parameter parameter[GENERATOR_PARAMETERS];
    int list; /* that many parameters come first, of which users give an even number; 0: none */
    int derivative; /* the number, from 1, of the parameter with its order; 0: none */
    int shift;      /* the number, from 1, of a parameter KIND_SHIFT; 0: none */
    /* Opens at most GENERATOR_MOST taps and computes them from argument[GENERATOR_PARAMETERS].
     * Returns NULL, or a message that says what is wrong with the arguments; the taps are then
     * open, or *taps is all zero. */
    const char *(*make)(const double *argument, struct taps *taps);
};

extern const struct generator generator_box, generator_triangle, generator_gauss, generator_hann,
    generator_hamming, generator_blackman, generator_kaiser, generator_savgol, generator_deriv,
    generator_exp, generator_lowpass, generator_highpass, generator_bandpass, generator_notch,
    generator_delta, generator_echo, generator_binomial, generator_bartlett, generator_tukey,
    generator_bandstop;

#endif
